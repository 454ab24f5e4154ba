// What the compiler collects before it writes: stems of our own rows first, then those of Ayaspell that do not contradict them.
#pragma once

#include <string>
#include <string_view>
#include <unordered_set>

#include "base/morphology.h"
#include "conjugate.h"

namespace isnad::morphc {

/// Which inflections a nominal has.
struct NominalForms {
  bool feminine = false;  ///< takes teh marbuta
  bool dual = false;
  bool sound_feminine = false;
  bool sound_masculine = false;
  bool nisba = false;  ///< a relational adjective is made of it
};

class Stems {
 public:
  /// Words in full spelling; keys are folded here.
  void add(std::u16string_view form, std::u16string_view lemma, const StemFeatures& features);
  void add_nominal(std::u16string_view word, std::u16string_view lemma, StemFeatures features, const NominalForms& forms);
  void add_verb(const Verb& verb, uint8_t weight, Upos upos);

  /// From here on a stem that the rows so far read as nominal (or at all, for the closed class) takes no further such readings.
  void seal();
  /// The stem of a closed-class row: nothing of Ayaspell is added to it.
  void close(std::u16string_view form);
  bool has_verb(std::u16string_view lemma) const;

  std::vector<char> write() const { return writer_.write(); }
  size_t size() const { return writer_.size(); }

 private:
  void add_nisba(std::u16string_view adjective, StemFeatures features);

  MorphologyWriter writer_;
  bool sealed_ = false;
  std::unordered_set<std::u16string> nominal_, closed_, verbs_;
};

}  // namespace isnad::morphc
