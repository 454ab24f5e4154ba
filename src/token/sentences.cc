#include "token/sentences.h"

#include "base/letters.h"
#include "token/classes.h"

namespace isnad {
namespace {

constexpr uint32_t kLongestSentence = 400;  // tokens

class SentenceCutter {
 public:
  SentenceCutter(Document& doc, const std::vector<uint8_t>& newline_before, const Abbreviations& abbreviations)
      : doc_(doc), newline_before_(newline_before), abbreviations_(abbreviations) {}

  void run() {
    const auto n = static_cast<uint32_t>(doc_.tokens.size());
    uint32_t begin = 0;
    for (uint32_t t = 0; t < n; ++t) {
      if (newline_before_[t] != 0) depth_ = 0;
      follow_quotes(t);
      if (!ends_after(t)) continue;
      uint32_t end = t + 1;
      while (end < n && newline_before_[end] == 0 && closes(end)) follow_quotes(end++);
      close_sentence(begin, end);
      begin = end;
      t = end - 1;
    }
    close_sentence(begin, n);
    if (doc_.sentences.size() > 1 && newline_before_[doc_.sentences[1].tokens.begin] != 0) doc_.sentences[0].headline = true;
  }

 private:
  void follow_quotes(uint32_t t) {
    if (doc_.tokens[t].kind == TokenKind::quote_open) ++depth_;
    if (doc_.tokens[t].kind == TokenKind::quote_close && depth_ > 0) --depth_;
  }

  // A closing mark that belongs to the sentence before it.
  bool closes(uint32_t t) const {
    const Token& token = doc_.tokens[t];
    if (token.kind == TokenKind::quote_close) return true;
    if (token.kind != TokenKind::punct || token.begin != doc_.tokens[t - 1].end) return false;
    const CharClass c = char_class(doc_.key[token.begin]);
    return c == CharClass::bracket_close || c == CharClass::stop || c == CharClass::ender;
  }

  bool ends_after(uint32_t t) const {
    const auto n = static_cast<uint32_t>(doc_.tokens.size());
    if (t + 1 >= n || newline_before_[t + 1] != 0) return true;
    const Token& token = doc_.tokens[t];
    if (token.kind != TokenKind::punct) return false;
    const CharClass c = char_class(doc_.key[token.begin]);
    if (c == CharClass::ender && doc_.key[token.begin] != u'\u2026') return true;
    if (c == CharClass::ender || (c == CharClass::stop && token.end - token.begin > 1)) return ellipsis_ends(t);
    return c == CharClass::stop && stop_ends(t);
  }

  // Two or more dots end a sentence only where a blank follows and no quotation is open.
  bool ellipsis_ends(uint32_t t) const {
    return doc_.tokens[t + 1].begin > doc_.tokens[t].end && depth_ == 0 && doc_.tokens[t + 1].kind != TokenKind::punct &&
           doc_.tokens[t + 1].kind != TokenKind::quote_close;
  }

  bool stop_ends(uint32_t t) const {
    const Token& token = doc_.tokens[t];
    const Token& next = doc_.tokens[t + 1];
    const bool blank_after = next.begin > token.end;
    if (t == 0) return true;
    const Token& before = doc_.tokens[t - 1];
    const bool touches = before.end == token.begin;
    if (touches && before.kind == TokenKind::word && is_short(before) && !marks_year(t - 1)) return false;
    if (touches && before.kind == TokenKind::number && newline_before_[t - 1] != 0) return false;  // "1. " of a list
    if (blank_after || next.kind == TokenKind::quote_close || next.kind == TokenKind::quote_open) return true;
    if (next.kind == TokenKind::punct) return closes(t + 1);
    // The blank was forgotten: "...in Tripoli.He said".
    return next.kind == TokenKind::word && touches && before.kind == TokenKind::word &&
           char_class(doc_.key[next.begin]) == CharClass::arabic;
  }

  // The letter of the calendar behind a year: "in 2018 AD. Then …".
  bool marks_year(uint32_t t) const {
    if (t == 0 || doc_.tokens[t].end - doc_.tokens[t].begin != 1) return false;
    const int64_t year = doc_.tokens[t - 1].number;
    const char16_t mark = doc_.key[doc_.tokens[t].begin];
    return (mark == letter::meem && year >= 1900 && year <= 2100) || (mark == letter::heh && year >= 1300 && year <= 1500);
  }

  bool is_short(const Token& word) const { return word.end - word.begin == 1 || abbreviations_.contains(hash_key(doc_.key_of(word))); }

  void close_sentence(uint32_t begin, uint32_t end) {
    // A text without stops is cut: what reads a sentence may take time that grows faster than its length.
    for (; begin + kLongestSentence < end; begin += kLongestSentence) close_sentence(begin, begin + kLongestSentence);
    if (begin >= end) return;
    const auto index = static_cast<uint32_t>(doc_.sentences.size());
    Sentence s;
    s.tokens = {begin, end};
    s.span = doc_.span_of(s.tokens);
    for (uint32_t t = begin; t < end; ++t) doc_.tokens[t].sentence = index;
    doc_.sentences.push_back(s);
  }

  Document& doc_;
  const std::vector<uint8_t>& newline_before_;
  const Abbreviations& abbreviations_;
  int depth_ = 0;
};

}  // namespace

Abbreviations abbreviations_of(const Lexicon& lexicon) {
  Abbreviations out;
  for (uint32_t r = 0; r < lexicon.rows(Table::words); ++r) {
    if (lexicon.cell(Table::words, r, "class") != "abbreviation") continue;
    std::u16string key = fold_key(lexicon.cell(Table::words, r, "form"));
    while (!key.empty() && key.back() == u'.') key.pop_back();
    out.insert(hash_key(key));
  }
  return out;
}

void cut_sentences(Document& doc, const std::vector<uint8_t>& newline_before, const Abbreviations& abbreviations) {
  SentenceCutter(doc, newline_before, abbreviations).run();
}

}  // namespace isnad
