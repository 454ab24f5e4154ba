// Character classes of folded text, by table.
#pragma once

#include <cstdint>

namespace isnad {

enum class CharClass : uint8_t {
  other,  ///< a symbol
  space,
  newline,
  arabic,  ///< a letter of the Arabic script
  latin,   ///< a letter of any other script
  digit,
  stop,   ///< full stop
  ender,  ///< question and exclamation marks, ellipsis
  punct,  ///< other punctuation
  guillemet_open,
  guillemet_close,
  curly_open,
  curly_close,
  straight,  ///< "
  single_open,
  single_close,
  apostrophe,  ///< '
  bracket_open,
  bracket_close,
};

CharClass char_class(char16_t c);

inline bool is_blank(CharClass c) { return c == CharClass::space || c == CharClass::newline; }
inline bool is_letter(CharClass c) { return c == CharClass::arabic || c == CharClass::latin; }

}  // namespace isnad
