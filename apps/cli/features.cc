#include "cli/features.h"

#include <array>

namespace isnad::cli {
namespace {

/// The name at the enum's place; "?" where the table is too short.
template <class Enum, size_t N>
std::string_view name_in(const std::array<std::string_view, N>& names, Enum value) {
  const auto index = static_cast<size_t>(value);
  return index < N ? names[index] : "?";
}

constexpr std::array<std::string_view, 17> kUpos = {"x",     "noun", "propn", "adj", "verb", "aux",   "adp", "part", "cconj",
                                                    "sconj", "pron", "det",   "adv", "num",  "punct", "sym", "intj"};
constexpr std::array<std::string_view, 3> kGenders = {"", "masc", "fem"};
constexpr std::array<std::string_view, 4> kNumbers = {"", "sing", "dual", "plur"};
constexpr std::array<std::string_view, 4> kTenses = {"", "past", "pres", "imperative"};
constexpr std::array<std::string_view, 5> kForms = {"", "", "masdar", "active-participle", "passive-participle"};
constexpr std::array<std::string_view, 9> kClitics = {"wa", "fa", "ba", "ka", "la", "sa", "a", "article", "pronoun"};

void add(std::string& line, std::string_view word) {
  if (!word.empty()) line.append(" ").append(word);
}

}  // namespace

std::string features_of(const Reading& reading, const Lexicon& lexicon) {
  std::string line(name_in(kUpos, reading.upos));
  if (reading.lemma_text != 0) add(line, lexicon.string(reading.lemma_text));
  add(line, name_in(kTenses, reading.tense));
  add(line, name_in(kForms, reading.form));
  if (reading.passive) add(line, "passive");
  if (reading.person != 0) add(line, std::to_string(reading.person));
  add(line, name_in(kGenders, reading.gender));
  add(line, name_in(kNumbers, reading.number));
  if (reading.nisba) add(line, "nisba");
  for (size_t bit = 0; bit < kClitics.size(); ++bit) {
    if (reading.clitics & (1u << bit)) add(line, "+" + std::string(kClitics[bit]));
  }
  if (reading.guess) add(line, "guess");
  return line;
}

std::string_view token_kind_name(TokenKind kind) {
  constexpr std::array<std::string_view, 6> kNames = {"word", "number", "punct", "quote-open", "quote-close", "symbol"};
  return name_in(kNames, kind);
}

std::string_view chunk_kind_name(ChunkKind kind) {
  constexpr std::array<std::string_view, 4> kNames = {"noun", "prepositional", "verb", "clause-border"};
  return name_in(kNames, kind);
}

std::string_view status_words(Status status) {
  constexpr std::array<std::string_view, 5> kNames = {"actual", "future", "hypothetical", "negated", "historical"};
  return name_in(kNames, status);
}

}  // namespace isnad::cli
