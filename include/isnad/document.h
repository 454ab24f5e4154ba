// Document: everything isnad knows of one report. Plain structs; each stage adds its own layer and changes no other.
//
// Offsets. A Span is a half-open byte range [begin, end) into Document::report.text, the original UTF-8, always on code point boundaries.
// Exporters turn bytes into code points. `key` and `plain` are the text stage's normalised views (UTF-16 code units, one per written
// letter: diacritics, tatweel and bidi controls are gone); `at[i]` is the byte where unit i starts in the original,
// `at[key.size()]` its end:
//
//     original  t m r d  an a     (an = a tanween mark)   bytes 0 2 4 6 8 10 .. 12
//     plain     t m r d     a
//     at        0 2 4 6     10 12   token [0,5) of plain  ->  Span{at[0], at[5]} = {0, 12}
//
// Lifetime: a Document owns its text and layers; names and lemmas point into the Lexicon that the Engine was built from.
// Thread-safety: a value type; const access from many threads is safe.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace isnad {

struct Span {
  uint32_t begin = 0;
  uint32_t end = 0;
  bool empty() const { return begin >= end; }
  bool covers(Span other) const { return begin <= other.begin && other.end <= end; }
  bool overlaps(Span other) const { return begin < other.end && other.begin < end; }
  friend bool operator==(Span, Span) = default;
};

/// Half-open range of token indices.
struct TokenRange {
  uint32_t begin = 0;
  uint32_t end = 0;
  uint32_t size() const { return end > begin ? end - begin : 0; }
  bool contains(uint32_t i) const { return begin <= i && i < end; }
  friend bool operator==(TokenRange, TokenRange) = default;
};

inline constexpr uint32_t kNone = 0xFFFFFFFF;  ///< "no such index"

/// One published article as it came in. Only `text` is needed. `published` is an ISO date; empty fields are unknown.
struct Report {
  std::string id;
  std::string outlet;
  std::string published;
  std::string url;
  std::string text;  ///< UTF-8; the headline, where there is one, is its first line
};

/// A remark on the report itself (an undecodable byte, an unbalanced quotation mark); never an error.
struct Diagnostic {
  std::string code;  ///< short stable name: "decoded-windows-1256"
  Span span;
};

enum class Upos : uint8_t { x, noun, propn, adj, verb, aux, adp, part, cconj, sconj, pron, det, adv, num, punct, sym, intj };

enum class Gender : uint8_t { none, masc, fem };
enum class Number : uint8_t { none, sing, dual, plur };
enum class Tense : uint8_t { none, past, pres, imperative };
enum class VerbForm : uint8_t { none, finite, masdar, active_participle, passive_participle };

/// Proclitics and the article, as bits of Reading::clitics.
namespace clitic {
inline constexpr uint16_t wa = 1, fa = 2, ba = 4, ka = 8, la = 16, sa = 32, a = 64, article = 128, pronoun = 256;
}

/// One morphological reading of a word.
struct Reading {
  uint64_t stem = 0;        ///< hash_key of the word without proclitics, article and pronoun; ta marbuta restored; folded
  uint64_t lemma = 0;       ///< hash_key of the lemma (verb: past 3rd masc. sing.; noun: singular), folded; 0 = unknown
  uint32_t lemma_text = 0;  ///< StringId of the lemma in the Lexicon; 0 = unknown
  Upos upos = Upos::x;
  Gender gender = Gender::none;
  Number number = Number::none;
  uint8_t person = 0;  ///< 1, 2, 3; 0 = none
  Tense tense = Tense::none;
  VerbForm form = VerbForm::none;
  bool passive = false;  ///< a finite verb that can only be passive (by its vowel marks or by its letters), or chosen as passive by context
  bool nisba = false;    ///< relational adjective in -iyy
  bool guess = false;    ///< not in the lexicon
  uint8_t pre = 0;       ///< UTF-16 units of proclitics (the article not counted: it stays in the word)
  uint8_t suf = 0;       ///< UTF-16 units of the object or possessive pronoun
  uint16_t clitics = 0;  ///< bits of namespace clitic
};

enum class TokenKind : uint8_t { word, number, punct, quote_open, quote_close, symbol };

/// One written word, number or mark.
struct Token {
  Span span;
  uint32_t begin = 0;  ///< [begin, end) in Document::key and plain
  uint32_t end = 0;
  TokenKind kind = TokenKind::word;
  uint32_t sentence = 0;
  uint32_t first_reading = 0;  ///< [first_reading, first_reading + readings) in Document::readings
  uint16_t readings = 0;       ///< at least one after the stage `morph`
  uint16_t chosen = 0;         ///< index of the chosen reading, relative to first_reading
  int64_t number = -1;         ///< value of a number in digits; -1 = none
};

enum class ChunkKind : uint8_t { noun, prepositional, verb, clause_border };

/// A flat phrase. `head` is the token that carries it; for a clause border the word that opens the clause.
struct Chunk {
  ChunkKind kind = ChunkKind::noun;
  TokenRange tokens;
  uint32_t head = 0;
};

struct Sentence {
  Span span;
  TokenRange tokens;
  bool headline = false;
};

enum class EntityKind : uint8_t { person, state, organization, group, outlet };

/// A lexicon row: index of the table and of the row; what "rule" and "key" are printed from.
struct RowId {
  uint8_t table = 0xFF;
  uint32_t row = kNone;
  bool none() const { return row == kNone; }
  friend bool operator==(RowId, RowId) = default;
};

/// One span that names an entity. `head` is the token that decides (the name's first, or the role noun).
struct Mention {
  Span span;
  TokenRange tokens;
  uint32_t entity = kNone;
  uint32_t head = 0;
  RowId row;
  bool place_like = false;  ///< a state, capital or place that may be meant as a place only
  bool capital = false;     ///< a state named by its capital
  bool adjective = false;   ///< a nationality adjective that stands for its state ("an Israeli raid")
};

/// A party: person, state, body, group or outlet. One entity for all its mentions.
struct Entity {
  std::string name;
  EntityKind kind = EntityKind::group;
  std::string country = "UNK";
  std::vector<std::string> sector;
  std::string role;  ///< title read from the text; empty = none
  RowId row;         ///< the lexicon row it was resolved to
  std::vector<uint32_t> mentions;
};

/// Who says what, and through whom.
struct Statement {
  uint32_t speaker = kNone;   ///< entity
  std::vector<uint32_t> via;  ///< entities, nearest to the speaker first
  uint32_t inside = kNone;    ///< statement
  Span cue;
  Span content;
  uint32_t cue_token = kNone;
  bool quoted = false;
  RowId rule;
};

enum class Status : uint8_t { actual, future, hypothetical, negated, historical };

struct Place {
  std::string name;
  std::string country;
  bool located = false;
  double latitude = 0;
  double longitude = 0;
  Span span;
};

/// Who did what to whom.
struct Event {
  std::string event;  ///< PLOVER type: REQUEST …
  std::string mode;   ///< empty = none
  std::vector<std::string> context;
  std::vector<uint32_t> actor;      ///< entities
  std::vector<uint32_t> recipient;  ///< entities
  Span trigger;
  uint32_t trigger_token = kNone;
  uint32_t sentence = 0;
  Status status = Status::actual;
  std::string date;  ///< ISO day, month or year; empty = not told
  bool has_place = false;
  Place place;
  int64_t dead = -1;     ///< -1 = not told
  int64_t injured = -1;  ///< -1 = not told
  uint32_t statement = kNone;
  std::string cameo;
  int quad = 0;      ///< 1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict
  double scale = 0;  ///< Goldstein scale of the CAMEO code
  uint32_t same_as = kNone;
  RowId rule;
};

struct Tie {
  std::string type;
  uint32_t from = kNone;
  uint32_t to = kNone;
  std::string title;
  Span evidence;
  RowId rule;  ///< none for an office, which is read with its holder
};

/// Why a candidate lost or won; kept only when EngineOptions::trace is set. `isnad explain` prints it.
struct Trace {
  std::string stage;
  Span span;
  RowId row;
  std::string what;
};

struct Document {
  Report report;

  // text
  std::u16string key;        ///< folded letters, for matching
  std::u16string plain;      ///< the letters as written, same length
  std::vector<uint32_t> at;  ///< key.size() + 1 byte offsets
  // token, morph, chunk
  std::vector<Sentence> sentences;
  std::vector<Token> tokens;
  std::vector<Reading> readings;
  std::vector<Chunk> chunks;
  // mention, quote, event
  std::vector<Mention> mentions;
  std::vector<Entity> entities;
  std::vector<Statement> statements;
  std::vector<Event> events;
  std::vector<Tie> ties;

  std::vector<Diagnostic> diagnostics;
  std::vector<Trace> trace;

  std::string_view slice(Span s) const { return std::string_view(report.text).substr(s.begin, s.end - s.begin); }
  std::u16string_view key_of(const Token& t) const { return std::u16string_view(key).substr(t.begin, t.end - t.begin); }
  std::u16string_view plain_of(const Token& t) const { return std::u16string_view(plain).substr(t.begin, t.end - t.begin); }
  const Reading& reading(const Token& t) const { return readings[t.first_reading + t.chosen]; }
  Span span_of(TokenRange r) const { return r.size() ? Span{tokens[r.begin].span.begin, tokens[r.end - 1].span.end} : Span{}; }
};

}  // namespace isnad
