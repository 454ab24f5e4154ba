// When a gold entry and a coded one are the same, and how they are paired.
#pragma once

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "isnad/eval.h"

namespace isnad::eval {

inline uint32_t shared(Span a, Span b) {
  const uint32_t begin = std::max(a.begin, b.begin), end = std::min(a.end, b.end);
  return end > begin ? end - begin : 0;
}

/// The party at `index`; nullptr stands for "nobody told".
inline const Party* party_at(const Coding& coding, uint32_t index) {
  return index < coding.parties.size() ? &coding.parties[index] : nullptr;
}
std::vector<const Party*> parties_at(const Coding& coding, const std::vector<uint32_t>& indices);  ///< {nullptr} when there is none

/// Both carry the same code: the country, and one of the sectors that the gold accepts.
bool same_code(const Party* gold, const Party* coded);
/// A mention of the one overlaps a mention of the other.
bool same_words(const Party* gold, const Party* coded);

/// "LBY/MIL «words»": code and first mention of a party.
std::string label(const std::string& text, const Party* party);
/// Code points [begin, end) of `text`, at most `most` of them.
std::string words_at(const std::string& text, Span span, uint32_t most = kNone);

struct Dyad {
  const Party* actor = nullptr;
  const Party* recipient = nullptr;
};
std::vector<Dyad> dyads_of(const Coding& coding, const CodedEvent& event);

using Pair = std::pair<size_t, size_t>;

/// Greedy one-to-one pairing, best fit first, then in the order of the lists. fit(gold, coded) gives nullopt where two do not match.
template <class Gold, class Coded, class Fit>
std::vector<Pair> pair_up(const std::vector<Gold>& gold, const std::vector<Coded>& coded, Fit&& fit) {
  struct Candidate {
    double fit;
    Pair pair;
  };
  std::vector<Candidate> candidates;
  for (size_t i = 0; i < gold.size(); ++i) {
    for (size_t j = 0; j < coded.size(); ++j) {
      if (const std::optional<double> value = fit(gold[i], coded[j])) candidates.push_back({*value, {i, j}});
    }
  }
  std::sort(candidates.begin(), candidates.end(),
            [](const Candidate& a, const Candidate& b) { return a.fit != b.fit ? a.fit > b.fit : a.pair < b.pair; });
  std::vector<bool> gold_used(gold.size()), coded_used(coded.size());
  std::vector<Pair> pairs;
  for (const auto& [value, pair] : candidates) {
    if (gold_used[pair.first] || coded_used[pair.second]) continue;
    gold_used[pair.first] = coded_used[pair.second] = true;
    pairs.push_back(pair);
  }
  return pairs;
}

}  // namespace isnad::eval
