#include "token/quotes.h"

namespace isnad {
namespace {

enum class Lean : uint8_t { none, open, close };

CharClass class_at(std::u16string_view key, size_t i) { return i < key.size() ? char_class(key[i]) : CharClass::newline; }

// What the neighbours say: a mark after a blank and before a letter opens, one after a letter and before a blank closes.
Lean lean_of(std::u16string_view key, size_t begin, size_t end) {
  const CharClass before = begin == 0 ? CharClass::newline : class_at(key, begin - 1);
  const CharClass after = class_at(key, end);
  const bool before_open = is_blank(before) || before == CharClass::bracket_open;
  const bool after_word = is_letter(after) || after == CharClass::digit;
  const bool before_word = is_letter(before) || before == CharClass::digit || before == CharClass::stop || before == CharClass::ender;
  const bool after_end = is_blank(after) || after == CharClass::stop || after == CharClass::punct || after == CharClass::bracket_close;
  if (before_open && after_word) return Lean::open;
  if (before_word && after_end) return Lean::close;
  return Lean::none;
}

}  // namespace

QuoteState::Side QuoteState::counted(int& depth, bool opens) {
  if (opens) {
    ++depth;
    return Side::open;
  }
  if (depth > 0) --depth;
  return Side::close;
}

QuoteState::Side QuoteState::side_of(std::u16string_view key, size_t begin, size_t end) {
  const CharClass kind = char_class(key[begin]);
  const Lean lean = lean_of(key, begin, end);
  switch (kind) {
    case CharClass::straight: straight_ = !straight_; return straight_ ? Side::open : Side::close;
    case CharClass::guillemet_open:
    case CharClass::guillemet_close:
      return counted(guillemets_, lean == Lean::none ? kind == CharClass::guillemet_open : lean == Lean::open);
    case CharClass::curly_open:
    case CharClass::curly_close:
      return counted(curly_, lean == Lean::none ? (kind == CharClass::curly_open) != (curly_ > 0 && kind == CharClass::curly_open)
                                                : lean == Lean::open);
    case CharClass::apostrophe:
      if (end - begin > 1) {  // two apostrophes are a straight mark
        straight_ = !straight_;
        return straight_ ? Side::open : Side::close;
      }
      [[fallthrough]];
    case CharClass::single_open:
    case CharClass::single_close:
      if (lean == Lean::open && !single_) {
        single_ = true;
        return Side::open;
      }
      if (single_ && lean != Lean::open) {
        single_ = false;
        return Side::close;
      }
      return Side::none;
    default: return Side::none;
  }
}

}  // namespace isnad
