// Scene: one report with what the event readers look up again and again: function words, mentions by token, clause borders.
#pragma once

#include <string_view>
#include <utility>
#include <vector>

#include "base/function_words.h"
#include "base/match.h"
#include "isnad/document.h"
#include "isnad/lexicon.h"

namespace isnad::clause {

class Scene {
 public:
  Scene(const Lexicon& lexicon, const FunctionWords& functions, const Document& doc);

  const Mention* mention_at(uint32_t token) const { return mention_of_[token] == kNone ? nullptr : &doc.mentions[mention_of_[token]]; }
  const Mention* mention_over(uint32_t token) const { return over_[token] == kNone ? nullptr : &doc.mentions[over_[token]]; }
  bool is_word(uint32_t t) const { return doc.tokens[t].kind == TokenKind::word; }
  bool is_verb(uint32_t t) const { return is_word(t) && reading(t).upos == Upos::verb; }
  const Reading& reading(uint32_t t) const { return doc.reading(doc.tokens[t]); }
  /// The token, some cut of its proclitics, its stem or its lemma is `word`.
  bool has_word(uint32_t t, uint64_t word) const;
  /// The token as written, or without proclitics and article, is `word`; its lemma does not count.
  bool reads(uint32_t t, uint64_t word) const;
  /// Behind a preposition, written apart or joined; or the agency of a dateline: "(CNN) -- …".
  bool governed(const Mention& mention) const;
  /// Clitic prepositions that the mention's first token carries.
  uint16_t clitics_before(const Mention& mention) const;
  /// A number, or a word such as "dozens", "some", "one of".
  bool counts(uint32_t token) const;
  /// Its head ends with the alef of the indefinite accusative: an object, never a subject.
  bool accusative(const Mention& mention) const;
  /// Class of the lexicon's closed words at a token (ar/words.tsv), with its value; the longest form.
  bool word_at(uint32_t t, std::string_view cls, std::string_view* value = nullptr, uint32_t* length = nullptr) const;

  /// [first, last) statements that may hold or be a token of the sentence.
  std::pair<uint32_t, uint32_t> statements_near(uint32_t sentence) const;
  /// The innermost statement whose content the token stands in; kNone = the report's own words.
  uint32_t statement_of(uint32_t token) const;
  /// The tokens that a clause at `token` may reach: its sentence, or as much of it as the statement says that it stands in.
  TokenRange limits(uint32_t token) const;
  /// How many tokens of the report are of the class.
  int count_words(std::string_view cls) const;

  /// [first, last) tokens of the clause around `t`, inside [from, to).
  TokenRange clause(uint32_t t, TokenRange limits) const;

  const Document& doc;
  const Lexicon& lexicon;
  std::vector<Fn> fn;
  Matches matches;  ///< of all tokens

 private:
  uint32_t count_before(uint32_t from) const;
  bool opens_clause(uint32_t t) const;
  uint16_t apart(uint32_t token) const;
  const Peels& peels(uint32_t token) const;
  std::vector<uint32_t> mention_of_, over_;
  mutable std::vector<Peels> peels_;       ///< of each token, cut when first asked for
  std::vector<uint32_t> first_statement_;  ///< by sentence, of those whose cue stands in it or behind
};

}  // namespace isnad::clause
