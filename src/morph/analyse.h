// All readings of one word: clitics cut only where the rest is known, or a good guess.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "base/morphology.h"
#include "isnad/document.h"
#include "morph/names.h"

namespace isnad {

/// A reading with what the choice by context needs besides.
struct Analysis {
  Reading reading;
  int16_t score = 0;  ///< how usual it is, in tenths
  Leads leads = Leads::none;
  bool construct = false;  ///< a complement has to follow
  bool accusative = false;
};

inline constexpr size_t kMaxReadings = 12;

class Analyser {
 public:
  Analyser(const Morphology& morphology, const Names& names) : morphology_(morphology), names_(names) {}

  /// The readings of a word in folded letters, the most usual first; never empty. `written` is the same word as written, unit for unit.
  void analyse(std::u16string_view key, std::u16string_view written, std::vector<Analysis>& out) const;

 private:
  struct Cut;  // the proclitics and article that were cut
  void with_cut(const Cut& cut, std::vector<Analysis>& out) const;
  void add_known(const Cut& cut, std::u16string_view stem, size_t suffix, std::vector<Analysis>& out) const;
  void add_names(const Cut& cut, std::vector<Analysis>& out) const;
  void settle(std::u16string_view key, std::vector<Analysis>& out) const;
  void guess(std::u16string_view key, std::vector<Analysis>& out) const;

  const Morphology& morphology_;
  const Names& names_;
};

}  // namespace isnad
