// The stage `token`: words, numbers, marks and sentences.
#include "stage.h"
#include "token/sentences.h"
#include "token/words.h"

namespace isnad {
namespace {

class TokenStage : public Stage {
 public:
  explicit TokenStage(const Lexicon& lexicon) : abbreviations_(abbreviations_of(lexicon)) {}

  void run(Document& doc) const override {
    static thread_local std::vector<uint8_t> newline_before;
    newline_before.clear();
    cut_words(doc, newline_before);
    cut_sentences(doc, newline_before, abbreviations_);
  }

  std::string verify(const Document& doc) const override {
    uint32_t units = 0, sentence = 0;
    for (const Token& t : doc.tokens) {
      if (t.begin >= t.end || t.end > doc.key.size() || t.begin < units) return "tokens are empty, out of range or out of order";
      if (t.span != Span{doc.at[t.begin], doc.at[t.end]}) return "a token's span does not match its units";
      if (t.sentence < sentence || t.sentence >= doc.sentences.size()) return "a token lies in no sentence";
      units = t.end;
      sentence = t.sentence;
    }
    uint32_t next = 0;
    for (const Sentence& s : doc.sentences) {
      if (s.tokens.begin != next || s.tokens.size() == 0) return "sentences do not cover the tokens in order";
      if (s.span != doc.span_of(s.tokens)) return "a sentence's span is not that of its tokens";
      next = s.tokens.end;
    }
    return next == doc.tokens.size() ? "" : "tokens are left outside the sentences";
  }

 private:
  Abbreviations abbreviations_;
};

}  // namespace

Result<std::unique_ptr<Stage>> make_token_stage(const Lexicon& lexicon, const EngineOptions&) {
  return std::unique_ptr<Stage>(std::make_unique<TokenStage>(lexicon));
}

}  // namespace isnad
