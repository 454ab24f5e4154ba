// Function words by their meaning, so that the stages name no word of the language: rows of ar/words.tsv of class `function`.
#pragma once

#include <cstdint>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "isnad/document.h"
#include "isnad/lexicon.h"

namespace isnad {

/// What a function word does; the spelling of each is the `value` of its rows.
enum class Fn : uint8_t {
  none,
  in,
  from,
  on,
  against,
  with,
  to,
  about,
  between,
  side,
  hand,
  for_,
  before,
  after,
  until,
  since,
  near,
  toward,
  right,
  that,
  indeed,
  whether,
  not_past,
  not_future,
  not_,
  not_is,
  without,
  will,
  perhaps,
  if_,
  was,
  who,
  where,
  while_,
  but,
  as_,
  and_,
  or_,
  self,
  same,
  some,
  number_of,
  all,
  one_of,
  must,
  ago,
  during,
  country_own,
};

/// Written apart before what it governs: in, from, on, with, …
bool is_preposition(Fn fn);

class FunctionWords {
 public:
  static FunctionWords from(const Lexicon& lexicon);
  Fn of(uint64_t hash) const {
    auto it = words_.find(hash);
    return it == words_.end() ? Fn::none : it->second;
  }

 private:
  std::unordered_map<uint64_t, Fn> words_;
};

/// The function word of each token, read as written and without a conjunction; computed once per report.
std::vector<Fn> function_words_of(const FunctionWords& words, const Document& doc);

}  // namespace isnad
