// Matching lexicon entries against tokens: what the stages mention, quote and event share.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "isnad/document.h"
#include "isnad/lexicon.h"

namespace isnad {

/// One way to read a token without its proclitics. `units` UTF-16 units of proclitics are cut; `article` says that the article was cut too.
struct Peel {
  uint64_t hash = 0;
  uint8_t units = 0;
  uint16_t clitics = 0;  ///< bits of namespace clitic
  bool article = false;
};

/// All readings of the token as [conjunction][preposition][article] rest, the uncut one first. Bounded by kMaxPeels.
inline constexpr size_t kMaxPeels = 12;
struct Peels {
  Peel items[kMaxPeels];
  size_t count = 0;
  const Peel* begin() const { return items; }
  const Peel* end() const { return items + count; }
};
Peels peel(std::u16string_view key);

/// A trie entry that stands in the text from `tokens.begin` on.
struct Match {
  Hit hit;
  TokenRange tokens;
  Peel first;  ///< how the first token was cut
};

/// Every entry that starts at token `at`, quotation marks between its words skipped, never past the sentence. Appends to `out`.
void match_at(const Lexicon& lexicon, const Document& doc, uint32_t at, std::vector<Match>& out);

/// The entries that start at each token of a range, found once.
class Matches {
 public:
  void fill(const Lexicon& lexicon, const Document& doc, TokenRange range);
  std::span<const Match> at(uint32_t token) const;

 private:
  uint32_t base_ = 0;
  std::vector<uint32_t> first_;
  std::vector<Match> all_;
};

/// The span of `range` without the proclitics that `first` cut.
Span span_without(const Document& doc, TokenRange range, const Peel& first);

/// Splits a lexicon cell at `separator`, without empty parts.
std::vector<std::string_view> split_cell(std::string_view cell, char separator = '|');

/// hash_key of each space-separated word of a lexicon form.
std::vector<uint64_t> hash_words(std::string_view form);

}  // namespace isnad
