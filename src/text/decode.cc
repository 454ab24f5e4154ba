#include "text/decode.h"

#include <unicode/ucnv.h>
#include <unicode/ucsdet.h>

#include <array>
#include <memory>

#include "base/utf8.h"

namespace isnad {
namespace {

constexpr size_t kDetectBytes = size_t{64} * 1024;  // what the guessers look at

std::string convert(std::string_view bytes, const char* charset) {
  UErrorCode status = U_ZERO_ERROR;
  std::unique_ptr<UConverter, decltype(&ucnv_close)> converter(ucnv_open(charset, &status), &ucnv_close);
  if (U_FAILURE(status)) return {};
  std::u16string units(bytes.size() + 1, u'\0');
  const int32_t n = ucnv_toUChars(converter.get(), units.data(), static_cast<int32_t>(units.size()), bytes.data(),
                                  static_cast<int32_t>(bytes.size()), &status);
  if (U_FAILURE(status) || n < 0) return {};
  units.resize(static_cast<size_t>(n));
  return utf8_of(units);
}

bool starts_with(std::string_view bytes, std::string_view mark) { return bytes.substr(0, mark.size()) == mark; }

// UTF-16 without a mark: the high bytes of Arabic text are 06 or 00, all at the same parity. Null = neither order.
const char* utf16_by_bytes(std::string_view bytes) {
  const std::string_view sample = bytes.substr(0, kDetectBytes);
  if (sample.size() < 8) return nullptr;
  std::array<size_t, 2> high = {0, 0};
  for (size_t i = 0; i < sample.size(); ++i) high[i & 1] += sample[i] == '\0' || sample[i] == '\x06' ? 1 : 0;
  const size_t half = sample.size() / 2;
  if (high[1] * 10 > half * 8 && high[0] * 10 < half * 3) return "UTF-16LE";
  if (high[0] * 10 > half * 8 && high[1] * 10 < half * 3) return "UTF-16BE";
  return nullptr;
}

size_t count_pairs(std::string_view bytes, char first, char second) {
  size_t n = 0;
  for (size_t i = 0; i + 1 < bytes.size(); ++i) n += bytes[i] == first && bytes[i + 1] == second ? 1 : 0;
  return n;
}

// ICU's guess, corrected between the two Arabic pages: both put alef at C7 and the lam of the article at E1 or E4.
const char* single_byte_page(std::string_view bytes) {
  const std::string_view sample = bytes.substr(0, kDetectBytes);
  const size_t windows = count_pairs(sample, '\xC7', '\xE1'), iso = count_pairs(sample, '\xC7', '\xE4');
  if (windows != iso) return windows > iso ? "windows-1256" : "ISO-8859-6";
  UErrorCode status = U_ZERO_ERROR;
  std::unique_ptr<UCharsetDetector, decltype(&ucsdet_close)> detector(ucsdet_open(&status), &ucsdet_close);
  if (U_FAILURE(status)) return "windows-1256";
  ucsdet_setText(detector.get(), sample.data(), static_cast<int32_t>(sample.size()), &status);
  const UCharsetMatch* match = ucsdet_detect(detector.get(), &status);
  const char* name = U_SUCCESS(status) && match != nullptr ? ucsdet_getName(match, &status) : nullptr;
  return name != nullptr && std::string_view(name) == "ISO-8859-6" ? "ISO-8859-6" : "windows-1256";
}

std::string lower(std::string_view name) {
  std::string out(name);
  for (char& c : out) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  return out;
}

Decoded decoded_as(std::string_view bytes, const char* charset) {
  Decoded out{convert(bytes, charset), "decoded-" + lower(charset), 0};
  size_t at = 0;
  while ((at = out.text.find("\xEF\xBF\xBD", at)) != std::string::npos) {
    ++out.faults;
    at += 3;
  }
  return out;
}

}  // namespace

Decoded decode(std::string_view bytes) {
  if (starts_with(bytes, "\xFF\xFE")) return decoded_as(bytes.substr(2), "UTF-16LE");
  if (starts_with(bytes, "\xFE\xFF")) return decoded_as(bytes.substr(2), "UTF-16BE");
  const char* utf16 = utf16_by_bytes(bytes);
  if (utf16 == nullptr && is_valid_utf8(bytes)) return {};
  if (utf16 != nullptr) return decoded_as(bytes, utf16);
  Decoded out;
  out.text = repaired_utf8(bytes, out.faults);
  out.how = "invalid-utf-8";
  size_t foreign = 0;
  for (const char c : bytes) foreign += static_cast<uint8_t>(c) >= 0x80 ? 1 : 0;
  if (starts_with(bytes, "\xEF\xBB\xBF") || out.faults * 10 <= foreign) return out;
  Decoded page = decoded_as(bytes, single_byte_page(bytes));
  return page.text.empty() ? out : page;
}

}  // namespace isnad
