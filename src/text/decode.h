// Which encoding the bytes of a report are in, and the same text as UTF-8.
#pragma once

#include <string>
#include <string_view>

namespace isnad {

struct Decoded {
  std::string text;   ///< valid UTF-8; a byte order mark stays (as a zero-width character)
  std::string how;    ///< diagnostic code ("decoded-windows-1256"); empty = the bytes were UTF-8 already and `text` is empty
  size_t faults = 0;  ///< undecodable sequences that became U+FFFD
};

/// Order: byte order mark, strict UTF-8, UTF-16 by its zero bytes, mostly-UTF-8, then the Arabic single-byte pages. Never fails.
Decoded decode(std::string_view bytes);

}  // namespace isnad
