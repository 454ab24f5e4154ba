// UTF-8: decoding with replacement, checking, and back.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace isnad {

/// One decoded code point: `size` bytes were read; `valid` is false when they are no well-formed UTF-8 (then code is
/// U+FFFD and size the maximal subpart).
struct CodePoint {
  uint32_t code = 0;
  uint8_t size = 1;
  bool valid = true;
};

/// Decodes at `at`. REQUIRES: at < text.size().
CodePoint code_point_at(std::string_view text, size_t at);
bool is_valid_utf8(std::string_view text);
/// The text with every malformed sequence replaced by U+FFFD; `faults` counts them.
std::string repaired_utf8(std::string_view text, size_t& faults);
/// Non-BMP code points become surrogate pairs, malformed sequences U+FFFD.
std::u16string utf16_of(std::string_view utf8);
std::string utf8_of(std::u16string_view utf16);
void append_utf8(uint32_t code, std::string& out);

}  // namespace isnad
