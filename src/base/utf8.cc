#include "base/utf8.h"

#include <cstring>

namespace isnad {
namespace {

bool continuation(std::string_view text, size_t at) { return at < text.size() && (static_cast<uint8_t>(text[at]) & 0xC0) == 0x80; }

struct Lead {
  uint8_t more = 0;                 // continuation bytes
  uint8_t low = 0x80, high = 0xBF;  // range of the second byte
};

// Table 3-7 of the Unicode standard.
Lead lead_of(uint8_t b) {
  if (b >= 0xC2 && b <= 0xDF) return {1};
  if (b == 0xE0) return {2, 0xA0, 0xBF};
  if (b == 0xED) return {2, 0x80, 0x9F};
  if (b >= 0xE1 && b <= 0xEF) return {2};
  if (b == 0xF0) return {3, 0x90, 0xBF};
  if (b >= 0xF1 && b <= 0xF3) return {3};
  if (b == 0xF4) return {3, 0x80, 0x8F};
  return {};
}

}  // namespace

CodePoint code_point_at(std::string_view text, size_t at) {
  const auto b = static_cast<uint8_t>(text[at]);
  if (b < 0x80) return {b, 1, true};
  const Lead lead = lead_of(b);
  if (lead.more == 0 || at + 1 >= text.size()) return {0xFFFD, 1, false};
  const auto second = static_cast<uint8_t>(text[at + 1]);
  if (second < lead.low || second > lead.high) return {0xFFFD, 1, false};
  uint32_t code = b & (0x3F >> lead.more);
  for (uint8_t i = 1; i <= lead.more; ++i) {
    if (!continuation(text, at + i)) return {0xFFFD, i, false};
    code = code << 6 | (static_cast<uint8_t>(text[at + i]) & 0x3F);
  }
  return {code, static_cast<uint8_t>(lead.more + 1), true};
}

bool is_valid_utf8(std::string_view text) {
  size_t i = 0;
  while (i < text.size()) {
    uint64_t word = 0;
    if (i + 8 <= text.size()) {
      std::memcpy(&word, text.data() + i, 8);
      if ((word & 0x8080808080808080u) == 0) {
        i += 8;
        continue;
      }
    }
    const auto b = static_cast<uint8_t>(text[i]);
    if (b < 0x80) {
      ++i;
    } else if (b >= 0xC2 && b <= 0xDF && continuation(text, i + 1)) {
      i += 2;
    } else {
      const CodePoint cp = code_point_at(text, i);
      if (!cp.valid) return false;
      i += cp.size;
    }
  }
  return true;
}

std::string repaired_utf8(std::string_view text, size_t& faults) {
  std::string out;
  out.reserve(text.size());
  faults = 0;
  for (size_t i = 0; i < text.size();) {
    const CodePoint cp = code_point_at(text, i);
    if (cp.valid) {
      out.append(text.substr(i, cp.size));
    } else {
      append_utf8(0xFFFD, out);
      ++faults;
    }
    i += cp.size;
  }
  return out;
}

std::u16string utf16_of(std::string_view utf8) {
  std::u16string out;
  out.reserve(utf8.size());
  for (size_t i = 0; i < utf8.size();) {
    const CodePoint cp = code_point_at(utf8, i);
    i += cp.size;
    if (cp.code >= 0x10000) {
      out.push_back(static_cast<char16_t>(0xD800 + ((cp.code - 0x10000) >> 10)));
      out.push_back(static_cast<char16_t>(0xDC00 + ((cp.code - 0x10000) & 0x3FF)));
    } else {
      out.push_back(static_cast<char16_t>(cp.code));
    }
  }
  return out;
}

void append_utf8(uint32_t code, std::string& out) {
  if (code < 0x80) {
    out.push_back(static_cast<char>(code));
  } else if (code < 0x800) {
    out.push_back(static_cast<char>(0xC0 | code >> 6));
    out.push_back(static_cast<char>(0x80 | (code & 0x3F)));
  } else if (code < 0x10000) {
    out.push_back(static_cast<char>(0xE0 | code >> 12));
    out.push_back(static_cast<char>(0x80 | (code >> 6 & 0x3F)));
    out.push_back(static_cast<char>(0x80 | (code & 0x3F)));
  } else {
    out.push_back(static_cast<char>(0xF0 | code >> 18));
    out.push_back(static_cast<char>(0x80 | (code >> 12 & 0x3F)));
    out.push_back(static_cast<char>(0x80 | (code >> 6 & 0x3F)));
    out.push_back(static_cast<char>(0x80 | (code & 0x3F)));
  }
}

std::string utf8_of(std::u16string_view utf16) {
  std::string out;
  out.reserve(utf16.size() * 2);
  for (size_t i = 0; i < utf16.size(); ++i) {
    const char16_t c = utf16[i];
    const bool lead = c >= 0xD800 && c < 0xDC00, trail = c >= 0xDC00 && c < 0xE000;
    if (lead && i + 1 < utf16.size() && utf16[i + 1] >= 0xDC00 && utf16[i + 1] < 0xE000) {
      append_utf8(0x10000 + (static_cast<uint32_t>(c - 0xD800) << 10) + (utf16[i + 1] - 0xDC00u), out);
      ++i;
    } else {
      append_utf8(lead || trail ? 0xFFFD : c, out);
    }
  }
  return out;
}

}  // namespace isnad
