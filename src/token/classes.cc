#include "token/classes.h"

#include <unicode/uchar.h>
#include <unicode/utf16.h>

#include <vector>

#include "base/letters.h"

namespace isnad {
namespace {

CharClass classify(char16_t c) {
  using enum CharClass;
  switch (c) {
    case u' ': return space;
    case u'\n': return newline;
    case u'.':
    case letter::full_stop: return stop;
    case u'!':
    case u'?':
    case letter::question:
    case letter::ellipsis: return ender;
    case u'\u00AB': return guillemet_open;
    case u'\u00BB': return guillemet_close;
    case u'\u201C':
    case u'\u201E':
    case u'\u201F': return curly_open;
    case u'\u201D': return curly_close;
    case u'"':
    case u'\u2033':
    case u'\u3003': return straight;
    case u'\u2018':
    case u'\u201A':
    case u'\u2039': return single_open;
    case u'\u2019':
    case u'\u203A': return single_close;
    case u'\'':
    case u'`':
    case u'\u00B4':
    case u'\u2032': return apostrophe;
    case u'(':
    case u'[':
    case u'{':
    case u'\uFD3F': return bracket_open;
    case u')':
    case u']':
    case u'}':
    case u'\uFD3E': return bracket_close;
    default: break;
  }
  if (letter::is_arabic(c)) return arabic;
  if (U16_IS_SURROGATE(c)) return other;
  if (u_isdigit(c)) return digit;
  if (u_isalpha(c) || (u_charType(c) == U_NON_SPACING_MARK)) return latin;
  return u_ispunct(c) && c != u'%' && c != u'@' && c != u'#' && c != u'&' && c != u'*' ? punct : other;
}

}  // namespace

CharClass char_class(char16_t c) {
  static const std::vector<CharClass> table = [] {
    std::vector<CharClass> t(0x10000);
    for (uint32_t i = 0; i < 0x10000; ++i) t[i] = classify(static_cast<char16_t>(i));
    return t;
  }();
  return table[c];
}

}  // namespace isnad
