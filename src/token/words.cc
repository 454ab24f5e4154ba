#include "token/words.h"

#include "token/classes.h"
#include "token/quotes.h"

namespace isnad {
namespace {

bool joins_digits(char16_t c) { return c == u'.' || c == u','; }
bool joins_address(char16_t c) {
  return c == u'.' || c == u'/' || c == u'@' || c == u':' || c == u'-' || c == u'_' || c == u'~' || c == u'?' || c == u'=' || c == u'&' ||
         c == u'%' || c == u'#';
}

class Cutter {
 public:
  Cutter(Document& doc, std::vector<uint8_t>& newline_before) : doc_(doc), key_(doc.key), newline_before_(newline_before) {
    doc_.tokens.reserve(key_.size() / 5 + 8);
  }

  void run() {
    for (size_t i = 0; i < key_.size();) {
      const CharClass c = char_class(key_[i]);
      if (c == CharClass::space) {
        ++i;
      } else if (c == CharClass::newline) {
        line_start_ = true;
        quotes_.new_paragraph();
        ++i;
      } else {
        i = token_at(i, c);
      }
    }
  }

 private:
  size_t token_at(size_t i, CharClass c) {
    switch (c) {
      case CharClass::arabic: return arabic_word(i);
      case CharClass::latin: return latin_word(i);
      case CharClass::digit: return number(i);
      case CharClass::stop:
      case CharClass::ender: return repeated(i);
      case CharClass::straight:
      case CharClass::guillemet_open:
      case CharClass::guillemet_close:
      case CharClass::curly_open:
      case CharClass::curly_close:
      case CharClass::single_open:
      case CharClass::single_close: return quote(i, i + 1);
      case CharClass::apostrophe: return quote(i, at(i + 1) == CharClass::apostrophe ? i + 2 : i + 1);
      case CharClass::other: add(i, i + 1, TokenKind::symbol); return i + 1;
      default: add(i, i + 1, TokenKind::punct); return i + 1;
    }
  }

  CharClass at(size_t i) const { return i < key_.size() ? char_class(key_[i]) : CharClass::newline; }

  size_t arabic_word(size_t i) {
    size_t end = i + 1;
    while (at(end) == CharClass::arabic) ++end;
    add(i, end, TokenKind::word);
    return end;
  }

  // Latin words take digits (F16), an apostrophe between letters, and the marks inside an address.
  size_t latin_word(size_t i) {
    size_t end = i + 1;
    while (end < key_.size()) {
      const CharClass c = at(end);
      const bool goes_on = at(end + 1) == CharClass::latin || at(end + 1) == CharClass::digit;
      if (c == CharClass::latin || c == CharClass::digit) ++end;
      else if (goes_on && (key_[end] == u'.' || key_[end] == u'@' || key_[end] == u'_' || key_[end] == u'\'' || key_[end] == u'\u2019'))
        end += 2;
      else if (key_[end] == u':' && key_.compare(end, 3, u"://") == 0) return address(i, end + 3);
      else if (key_[end] == u'/' && key_.substr(i, end - i).find(u'.') != std::u16string_view::npos) return address(i, end);
      else break;
    }
    add(i, end, TokenKind::word);
    return end;
  }

  size_t address(size_t i, size_t end) {
    while (end < key_.size() && (at(end) == CharClass::latin || at(end) == CharClass::digit || joins_address(key_[end]))) ++end;
    while (end > i + 1 && (key_[end - 1] == u'.' || key_[end - 1] == u':' || key_[end - 1] == u'?')) --end;
    add(i, end, TokenKind::word);
    return end;
  }

  size_t number(size_t i) {
    size_t end = i + 1;
    while (at(end) == CharClass::digit || (end < key_.size() && joins_digits(key_[end]) && at(end + 1) == CharClass::digit)) ++end;
    add(i, end, TokenKind::number);
    doc_.tokens.back().number = number_value(key_.substr(i, end - i));
    return end;
  }

  size_t repeated(size_t i) {
    size_t end = i + 1;
    while (end < key_.size() && key_[end] == key_[i]) ++end;
    add(i, end, TokenKind::punct);
    return end;
  }

  size_t quote(size_t i, size_t end) {
    const QuoteState::Side side = quotes_.side_of(key_, i, end);
    add(i, end,
        side == QuoteState::Side::open    ? TokenKind::quote_open
        : side == QuoteState::Side::close ? TokenKind::quote_close
                                          : TokenKind::punct);
    return end;
  }

  void add(size_t begin, size_t end, TokenKind kind) {
    Token t;
    t.begin = static_cast<uint32_t>(begin);
    t.end = static_cast<uint32_t>(end);
    t.span = {doc_.at[begin], doc_.at[end]};
    t.kind = kind;
    doc_.tokens.push_back(t);
    newline_before_.push_back(line_start_ ? 1 : 0);
    line_start_ = false;
  }

  Document& doc_;
  std::u16string_view key_;
  std::vector<uint8_t>& newline_before_;
  QuoteState quotes_;
  bool line_start_ = true;
};

}  // namespace

int64_t number_value(std::u16string_view digits) {
  constexpr size_t kMaxDigits = 18;
  int64_t value = 0;
  size_t group = 0, groups = 0, count = 0;
  for (const char16_t c : digits) {
    if (joins_digits(c)) {
      if (groups == 0 ? group > 3 || digits.front() == u'0' : group != 3) return -1;
      ++groups;
      group = 0;
      continue;
    }
    if (c < u'0' || c > u'9' || ++count > kMaxDigits) return -1;
    value = value * 10 + (c - u'0');
    ++group;
  }
  return groups > 0 && group != 3 ? -1 : value;
}

void cut_words(Document& doc, std::vector<uint8_t>& newline_before) { Cutter(doc, newline_before).run(); }

}  // namespace isnad
