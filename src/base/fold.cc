#include "base/fold.h"

#include <unicode/bytestream.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/utf16.h>
#include <xxhash.h>

#include <memory>
#include <vector>

#include "base/letters.h"
#include "base/utf8.h"
#include "isnad/lexicon.h"

namespace isnad {
namespace {

using namespace letter;

char16_t fold_letter(char16_t c) {
  switch (c) {
    case alef_madda:
    case alef_hamza:
    case alef_hamza_below:
    case alef_wasla: return alef;
    case alef_maksura:
    case farsi_yeh:
    case yeh_small_v:
    case e_yeh:
    case yeh_barree: return yeh;
    case teh_marbuta:
    case teh_marbuta_goal:
    case heh_doachashmee:
    case heh_goal:
    case heh_goal_hamza:
    case heh_yeh:
    case ae: return heh;
    case keheh:
    case swash_kaf:
    case gaf: return kaf;
    case tcheh: return jeem;
    case peh: return beh;
    case veh: return feh;
    case jeh: return zain;
    case percent: return u'%';
    case decimal: return u'.';
    case thousands: return u',';
    default: return c;
  }
}

char16_t fold_digit(char16_t c) {
  if (c >= u'\u0660' && c <= u'\u0669') return static_cast<char16_t>(u'0' + (c - u'\u0660'));
  if (c >= u'\u06F0' && c <= u'\u06F9') return static_cast<char16_t>(u'0' + (c - u'\u06F0'));
  return c;
}

bool is_mark(char16_t c) {
  return (c >= u'\u0610' && c <= u'\u061A') || (c >= u'\u064B' && c <= u'\u0652') || (c >= u'\u0656' && c <= u'\u065F') ||
         c == superscript_alef || (c >= u'\u06D6' && c <= u'\u06DC') || (c >= u'\u06DF' && c <= u'\u06E4') || c == u'\u06E7' ||
         c == u'\u06E8' || (c >= u'\u06EA' && c <= u'\u06ED') || (c >= u'\u08D3' && c <= u'\u08FF');
}

bool is_invisible(char16_t c) {
  return c == u'\u00AD' || c == u'\u061C' || c == u'\u180E' || (c >= u'\u200B' && c <= u'\u200F') || (c >= u'\u202A' && c <= u'\u202E') ||
         (c >= u'\u2060' && c <= u'\u206F') || c == u'\uFEFF' || (c >= u'\uFE00' && c <= u'\uFE0F');
}

UnitRule rule_of(char16_t c, const icu::Normalizer2* nfkc) {
  if (c == u'\n' || c == u'\u0085' || c == u'\u2028' || c == u'\u2029') return {u'\n', u'\n', UnitClass::keep};
  if (c < u' ' || (c >= u'\u007F' && c < u'\u00A0') || u_isUWhiteSpace(c)) return {u' ', u' ', UnitClass::keep};
  if (c == tatweel) return {u'-', c, UnitClass::tatweel};
  if (is_mark(c) || is_invisible(c)) return {0, 0, UnitClass::drop};
  if (U16_IS_SURROGATE(c)) return {replacement, replacement, UnitClass::keep};
  if (c == ellipsis) return {c, c, UnitClass::keep};  // a mark of its own, not three full stops
  // Anything that NFKC changes, or that may compose with what stands before it.
  if (nfkc != nullptr && (nfkc->getCombiningClass(c) != 0 || !nfkc->isInert(c))) {
    icu::UnicodeString one(c), out;
    UErrorCode status = U_ZERO_ERROR;
    nfkc->normalize(one, out, status);
    if (out != one || !nfkc->hasBoundaryBefore(c)) return {0, 0, UnitClass::normalise};
  }
  const char16_t lower = c < 0x80 || (c >= 0xC0 && c < 0x250) ? static_cast<char16_t>(u_tolower(c)) : c;
  return {fold_digit(fold_letter(lower)), c, UnitClass::keep};
}

struct Rules {
  std::vector<UnitRule> of = std::vector<UnitRule>(0x10000);
  Rules() {
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2* nfkc = icu::Normalizer2::getNFKCInstance(status);
    for (uint32_t c = 0; c < 0x10000; ++c) of[c] = rule_of(static_cast<char16_t>(c), U_SUCCESS(status) ? nfkc : nullptr);
  }
};

bool is_letter_unit(char16_t c) { return is_arabic(c); }

}  // namespace

const UnitRule& unit_rule(char16_t unit) {
  static const Rules rules;
  return rules.of[unit];
}

void append_folded(std::u16string_view units, std::u16string& key) {
  for (size_t i = 0; i < units.size(); ++i) {
    const UnitRule& rule = unit_rule(units[i]);
    if (rule.kind == UnitClass::drop) continue;
    if (rule.kind == UnitClass::tatweel && !key.empty() && is_letter_unit(key.back())) continue;
    // After NFKC nothing is left to normalise but a mark without its letter.
    if (rule.kind == UnitClass::normalise) {
      if (!U16_IS_SURROGATE(units[i]) && u_getCombiningClass(units[i]) == 0) key.push_back(units[i]);
      continue;
    }
    if (U16_IS_TRAIL(units[i]) && i > 0 && U16_IS_LEAD(units[i - 1])) continue;
    key.push_back(rule.key);
  }
}

uint64_t hash_key(std::u16string_view key) { return XXH3_64bits(key.data(), key.size() * sizeof(char16_t)); }

std::u16string fold_key(std::string_view utf8) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* nfkc = icu::Normalizer2::getNFKCInstance(status);
  std::string normal;
  if (U_SUCCESS(status)) {
    icu::StringByteSink<std::string> sink(&normal);
    nfkc->normalizeUTF8(0, icu::StringPiece(utf8.data(), static_cast<int32_t>(utf8.size())), sink, nullptr, status);
  }
  std::u16string key;
  append_folded(utf16_of(U_SUCCESS(status) ? std::string_view(normal) : utf8), key);
  return key;
}

}  // namespace isnad
