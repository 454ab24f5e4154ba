// Words that a report uses where the lexicon would have to know them, and does not.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "base/function_words.h"
#include "isnad/document.h"
#include "isnad/lexicon.h"

namespace isnad::cli {

/// What a word seems to lack: a row in events.tsv, people.tsv, roles.tsv or bodies.tsv, cues.tsv, any table of names.
enum class GapKind : uint8_t { verb, person, body, cue, name, count };
inline constexpr auto kGapKinds = static_cast<size_t>(GapKind::count);
std::string_view gap_kind_name(GapKind kind);  ///< "verb"

/// One word or name, all its places in one report or in many.
struct Gap {
  std::string word;     ///< a verb by its lemma, else as first seen
  std::string example;  ///< at most 12 words around the first place
  std::string report;   ///< the id of that place's report
  uint64_t count = 0;
  uint64_t reports = 0;
};

/// By folded word.
using GapMap = std::unordered_map<std::u16string, Gap>;
using GapsOfKinds = std::array<GapMap, kGapKinds>;

/// Built once; const calls are thread-safe.
class GapFinder {
 public:
  explicit GapFinder(const Lexicon& lexicon);
  /// The gaps of one report, coded by an engine over the same lexicon.
  GapsOfKinds find(const Document& doc) const;

 private:
  friend class GapsOfReport;
  Lexicon lexicon_;
  FunctionWords functions_;
  std::unordered_set<uint64_t> cue_words_;  ///< the first words of all cues
};

/// The sums of all reports. The memory has a bound: of a kind with more than kMost words, the rarest are forgotten.
class GapCounts {
 public:
  static constexpr size_t kMost = 200000;

  /// Adds one report. The same reports in the same order give the same sums.
  void add(GapsOfKinds report);
  /// The `top` words of a kind: those of most reports first, then those that stand most often, then by their letters.
  std::vector<Gap> commonest(GapKind kind, size_t top) const;

 private:
  GapsOfKinds sums_;
};

}  // namespace isnad::cli
