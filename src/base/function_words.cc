#include "base/function_words.h"

#include <array>
#include <string>

#include "base/match.h"

namespace isnad {
namespace {

constexpr std::array<std::string_view, 48> kNames = {
    "none",   "in",     "from",    "on",    "against", "with",      "to",    "about",  "between", "side",    "hand",     "for",
    "before", "after",  "until",   "since", "near",    "toward",    "right", "that",   "indeed",  "whether", "not_past", "not_future",
    "not",    "not_is", "without", "will",  "perhaps", "if",        "was",   "who",    "where",   "while",   "but",      "as",
    "and",    "or",     "self",    "same",  "some",    "number_of", "all",   "one_of", "must",    "ago",     "during",   "country_own"};

Fn fn_of(std::string_view name) {
  for (size_t i = 0; i < kNames.size(); ++i)
    if (kNames[i] == name) return static_cast<Fn>(i);
  return Fn::none;
}

// With a conjunction before it or a pronoun behind it; behind lam or kaf the word means something else ("because", "as if").
Fn by_stem(const FunctionWords& words, const Reading& reading) {
  if (reading.pre == 0 && reading.suf == 0) return Fn::none;
  if ((reading.clitics & (clitic::la | clitic::ka | clitic::sa)) != 0) return Fn::none;
  if (reading.upos == Upos::verb || reading.upos == Upos::noun || reading.upos == Upos::adj || reading.upos == Upos::propn) return Fn::none;
  return words.of(reading.stem);
}

}  // namespace

bool is_preposition(Fn fn) {
  switch (fn) {
    case Fn::in:
    case Fn::from:
    case Fn::on:
    case Fn::with:
    case Fn::to:
    case Fn::about:
    case Fn::against:
    case Fn::between:
    case Fn::before:
    case Fn::after:
    case Fn::during:
    case Fn::toward:
    case Fn::near:
    case Fn::since:
    case Fn::until: return true;
    default: return false;
  }
}

FunctionWords FunctionWords::from(const Lexicon& lexicon) {
  FunctionWords out;
  for (uint32_t r = 0; r < lexicon.rows(Table::words); ++r) {
    if (lexicon.cell(Table::words, r, "class") != "function") continue;
    const Fn fn = fn_of(lexicon.cell(Table::words, r, "value"));
    if (fn != Fn::none) out.words_.emplace(hash_key(fold_key(lexicon.cell(Table::words, r, "form"))), fn);
  }
  return out;
}

std::vector<Fn> function_words_of(const FunctionWords& words, const Document& doc) {
  std::vector<Fn> out(doc.tokens.size(), Fn::none);
  for (size_t t = 0; t < doc.tokens.size(); ++t) {
    const Token& token = doc.tokens[t];
    if (token.kind != TokenKind::word) continue;
    const std::u16string_view key = doc.key_of(token);
    out[t] = words.of(hash_key(key));
    if (out[t] != Fn::none || key.size() < 3) continue;
    for (uint16_t r = 0; r < token.readings && out[t] == Fn::none; ++r) out[t] = by_stem(words, doc.readings[token.first_reading + r]);
  }
  return out;
}

}  // namespace isnad
