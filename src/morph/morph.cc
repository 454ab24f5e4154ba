// The stage `morph`: the readings of every token, and the one that its context speaks for.
#include <algorithm>
#include <atomic>
#include <span>
#include <string>

#include "base/morphology.h"
#include "morph/analyse.h"
#include "morph/context.h"
#include "morph/memo.h"
#include "morph/names.h"
#include "stage.h"

namespace isnad {
namespace {

constexpr uint32_t kAgentWindow = 10;  // tokens between a passive verb and the phrase that names its agent

Analysis mark_of(Upos upos) {
  Analysis a;
  a.reading.upos = upos;
  return a;
}

const Analysis kNumber = mark_of(Upos::num), kPunctuation = mark_of(Upos::punct), kSymbol = mark_of(Upos::sym);

class MorphStage : public Stage {
 public:
  explicit MorphStage(const Lexicon& lexicon)
      : lexicon_(lexicon),
        morphology_(lexicon_.morphology()),
        names_(Names::from(lexicon_)),
        analyser_(morphology_, names_),
        id_(++counter()) {}

  void run(Document& doc) const override {
    doc.readings.reserve(doc.tokens.size() * 4);
    for (const Sentence& sentence : doc.sentences) read_sentence(doc, sentence.tokens);
    mark_passives(doc);
  }

  std::string verify(const Document& doc) const override {
    for (const Token& t : doc.tokens) {
      if (t.readings == 0 || size_t{t.first_reading} + t.readings > doc.readings.size() || t.chosen >= t.readings)
        return "a token has no chosen reading";
      for (uint32_t r = t.first_reading; r < t.first_reading + t.readings; ++r) {
        if (uint32_t{doc.readings[r].pre} + doc.readings[r].suf > t.end - t.begin) return "clitics are longer than their word";
      }
    }
    return "";
  }

 private:
  static std::atomic<uint64_t>& counter() {
    static std::atomic<uint64_t> stages = 0;
    return stages;
  }

  void read_sentence(Document& doc, TokenRange range) const {
    static thread_local Memo memo;
    static thread_local std::vector<Column> columns;
    constexpr uint32_t kMaxTokens = 400;  // a longer "sentence" is a list; its parts are read one by one
    for (uint32_t begin = range.begin; begin < range.end; begin += kMaxTokens) {
      const uint32_t end = std::min(range.end, begin + kMaxTokens);
      memo.begin_sentence(id_);
      columns.clear();
      for (uint32_t t = begin; t < end; ++t) columns.push_back(column_of(doc, doc.tokens[t], memo));
      choose(columns);
      for (uint32_t t = begin; t < end; ++t) store(doc, doc.tokens[t], columns[t - begin]);
    }
  }

  Column column_of(const Document& doc, const Token& token, Memo& memo) const {
    switch (token.kind) {
      case TokenKind::word: return {token.kind, memo.find(analyser_, doc.key_of(token), doc.plain_of(token)), 0};
      case TokenKind::number: return {token.kind, {&kNumber, 1}, 0};
      case TokenKind::symbol: return {token.kind, {&kSymbol, 1}, 0};
      default: return {token.kind, {&kPunctuation, 1}, 0};
    }
  }

  static void store(Document& doc, Token& token, const Column& column) {
    token.first_reading = static_cast<uint32_t>(doc.readings.size());
    token.readings = static_cast<uint16_t>(column.analyses.size());
    token.chosen = column.chosen;
    for (const Analysis& a : column.analyses) doc.readings.push_back(a.reading);
  }

  // A finite verb written like its active is passive when its first letter carries damma, or an agent phrase follows before the next verb.
  void mark_passives(Document& doc) const {
    for (uint32_t t = 0; t < doc.tokens.size(); ++t) {
      Token& token = doc.tokens[t];
      Reading& r = doc.readings[token.first_reading + token.chosen];
      if (r.upos != Upos::verb || r.passive || r.tense == Tense::imperative || (r.clitics & clitic::pronoun) != 0) continue;
      r.passive = has_damma(doc, token, r) || agent_follows(doc, t);
    }
  }

  static bool has_damma(const Document& doc, const Token& token, const Reading& r) {
    const uint32_t first = token.begin + r.pre;
    if (first + 1 > token.end) return false;
    return doc.slice({doc.at[first], doc.at[first + 1]}).find("\xD9\x8F") != std::string_view::npos;
  }

  bool agent_follows(const Document& doc, uint32_t verb) const {
    const uint32_t end = std::min(doc.sentences[doc.tokens[verb].sentence].tokens.end, verb + kAgentWindow);
    std::u16string pair;
    for (uint32_t t = verb + 1; t + 1 < end; ++t) {
      if (doc.tokens[t].kind != TokenKind::word && doc.tokens[t].kind != TokenKind::number) return false;
      if (doc.reading(doc.tokens[t]).upos == Upos::verb) return false;
      if (doc.reading(doc.tokens[t]).upos != Upos::adp) continue;
      pair.assign(doc.key_of(doc.tokens[t]));
      pair += u' ';
      pair += doc.key_of(doc.tokens[t + 1]);
      if (morphology_.knows(hash_key(pair))) return true;
    }
    return false;
  }

  Lexicon lexicon_;
  Morphology morphology_;
  Names names_;
  Analyser analyser_;
  uint64_t id_;
};

}  // namespace

Result<std::unique_ptr<Stage>> make_morph_stage(const Lexicon& lexicon, const EngineOptions&) {
  return std::unique_ptr<Stage>(std::make_unique<MorphStage>(lexicon));
}

}  // namespace isnad
