// The stage `chunk`: flat noun phrases, prepositional phrases, verb groups and the words that open a clause.
#include <string>
#include <unordered_set>

#include "isnad/lexicon.h"
#include "stage.h"

namespace isnad {
namespace {

constexpr uint16_t kPrepositions = clitic::ba | clitic::ka | clitic::la;
constexpr uint16_t kConjunctions = clitic::wa | clitic::fa;

// Reads the chunks of one sentence from left to right; every token is read once.
class Chunker {
 public:
  Chunker(Document& doc, const std::unordered_set<uint64_t>& clause_words, TokenRange sentence)
      : doc_(doc), clause_words_(clause_words), end_(sentence.end), at_(sentence.begin) {}

  void run() {
    while (at_ < end_) {
      if (opens_clause(at_)) add(ChunkKind::clause_border, at_, at_ + 1, at_);
      if (verb_group() || prepositional() || noun()) continue;
      ++at_;
    }
  }

 private:
  const Token& token(uint32_t t) const { return doc_.tokens[t]; }
  const Reading& reading(uint32_t t) const { return doc_.reading(doc_.tokens[t]); }
  bool is(uint32_t t, Upos upos) const { return t < end_ && reading(t).upos == upos; }

  void add(ChunkKind kind, uint32_t begin, uint32_t end, uint32_t head) { doc_.chunks.push_back({kind, {begin, end}, head}); }

  // A word of class `clause` (with or without its clitics), or a mark that ends a clause.
  bool opens_clause(uint32_t t) const {
    if (token(t).kind == TokenKind::punct) return true;
    if (token(t).kind != TokenKind::word) return false;
    const Reading& r = reading(t);
    if (r.upos == Upos::sconj) return true;
    if (clause_words_.contains(hash_key(doc_.key_of(token(t)))) || opens_with_next(t)) return true;
    return r.upos != Upos::noun && r.upos != Upos::verb && clause_words_.contains(r.stem);
  }

  // Two words that open a clause together ("after that"), the first perhaps with a conjunction.
  bool opens_with_next(uint32_t t) const {
    if (t + 1 >= end_ || token(t + 1).kind != TokenKind::word) return false;
    const size_t conjunction = (reading(t).clitics & kConjunctions) != 0 ? 1 : 0;
    std::u16string pair(doc_.key_of(token(t)).substr(conjunction));
    pair += u' ';
    pair += doc_.key_of(token(t + 1));
    return clause_words_.contains(hash_key(pair));
  }

  bool verb_group() {
    uint32_t t = at_;
    while (is(t, Upos::part) && (reading(t).clitics & clitic::pronoun) == 0) ++t;
    const uint32_t before = t;
    while (is(t, Upos::aux)) ++t;
    if (is(t, Upos::verb) && (t == before || (reading(t).clitics & kConjunctions) == 0)) {
      add(ChunkKind::verb, at_, t + 1, t);
      at_ = t + 1;
      return true;
    }
    if (t == before) return false;
    add(ChunkKind::verb, at_, t, t - 1);
    at_ = t;
    return true;
  }

  bool prepositional() {
    uint32_t head = at_;
    if (is(at_, Upos::adp)) {
      if ((reading(at_).clitics & clitic::pronoun) != 0) {
        add(ChunkKind::prepositional, at_, at_ + 1, at_);
        ++at_;
        return true;
      }
      const uint32_t end = noun_end(at_ + 1, head);
      if (end == at_ + 1) return false;
      add(ChunkKind::prepositional, at_, end, head);
      at_ = end;
      return true;
    }
    if ((reading(at_).clitics & kPrepositions) == 0) return false;
    const uint32_t end = noun_end(at_, head);
    if (end == at_) return false;
    add(ChunkKind::prepositional, at_, end, head);
    at_ = end;
    return true;
  }

  bool noun() {
    uint32_t head = at_;
    const uint32_t end = noun_end(at_, head);
    if (end == at_) return false;
    add(ChunkKind::noun, at_, end, head);
    at_ = end;
    return true;
  }

  static bool nominal(Upos upos) { return upos == Upos::noun || upos == Upos::propn || upos == Upos::adj; }
  static bool definite(const Reading& r) { return (r.clitics & (clitic::article | clitic::pronoun)) != 0 || r.upos == Upos::propn; }

  bool demonstrative(uint32_t t) const {
    const Reading& r = reading(t);
    return r.upos == Upos::pron && r.person == 0 && r.number != Number::none && !clause_words_.contains(r.stem);
  }

  // The end of the noun phrase that starts at `begin` (begin itself when none does); `head` becomes the noun that carries it.
  uint32_t noun_end(uint32_t begin, uint32_t& head) const {
    uint32_t t = begin;
    bool headed = false;
    while (t < end_) {
      if (t > begin && !continues(t, begin)) break;
      const Reading& r = reading(t);
      if (nominal(r.upos)) {
        if (!headed || (reading(head).upos == Upos::adj && r.upos != Upos::adj)) head = t;  // a comparative before its noun is no head
        headed = true;
      } else if (r.upos != Upos::num && r.upos != Upos::det && !demonstrative(t)) {
        break;
      } else if (t == begin) {
        head = t;
      }
      ++t;
    }
    return t;
  }

  // Does token `t` go on with the phrase that stands before it?
  bool continues(uint32_t t, uint32_t begin) const {
    const Reading &r = reading(t), &before = reading(t - 1);
    if ((r.clitics & (kConjunctions | kPrepositions)) != 0) return false;
    // "the crossing | open": without the article behind a word that has it, the adjective is the predicate.
    if (r.upos == Upos::adj) return (r.clitics & clitic::article) != 0 || (before.clitics & clitic::article) == 0;
    if (r.upos == Upos::num) return true;
    if (r.upos == Upos::pron) return before.upos != Upos::adj && !definite(before);
    if (r.upos == Upos::det) return before.upos == Upos::num;
    if (before.upos == Upos::num || before.upos == Upos::det || (before.upos == Upos::pron && t - 1 == begin)) return true;
    if (r.upos == Upos::propn) return true;                // a name beside its title or its other parts
    return !definite(before) && before.upos != Upos::adj;  // a construct chain
  }

  Document& doc_;
  const std::unordered_set<uint64_t>& clause_words_;
  uint32_t end_;
  uint32_t at_;
};

class ChunkStage : public Stage {
 public:
  explicit ChunkStage(const Lexicon& lexicon) {
    for (uint32_t r = 0; r < lexicon.rows(Table::words); ++r) {
      if (lexicon.cell(Table::words, r, "class") == "clause")
        clause_words_.insert(hash_key(fold_key(lexicon.cell(Table::words, r, "form"))));
    }
  }

  void run(Document& doc) const override {
    doc.chunks.reserve(doc.tokens.size() / 2);
    for (const Sentence& sentence : doc.sentences) Chunker(doc, clause_words_, sentence.tokens).run();
  }

  std::string verify(const Document& doc) const override {
    uint32_t begin = 0;
    for (const Chunk& c : doc.chunks) {
      if (c.tokens.size() == 0 || c.tokens.end > doc.tokens.size()) return "a chunk is empty or out of range";
      if (!c.tokens.contains(c.head)) return "a chunk's head lies outside it";
      if (c.tokens.begin < begin) return "chunks are out of order";
      if (doc.tokens[c.tokens.begin].sentence != doc.tokens[c.tokens.end - 1].sentence) return "a chunk crosses a sentence";
      begin = c.tokens.begin;
    }
    return "";
  }

 private:
  std::unordered_set<uint64_t> clause_words_;
};

}  // namespace

Result<std::unique_ptr<Stage>> make_chunk_stage(const Lexicon& lexicon, const EngineOptions&) {
  return std::unique_ptr<Stage>(std::make_unique<ChunkStage>(lexicon));
}

}  // namespace isnad
