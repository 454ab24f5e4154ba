// Folding: from a written letter to the match key. Shared by the text stage and by everything that makes keys of lexicon cells.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace isnad {

/// What becomes of one UTF-16 unit of NFKC text.
enum class UnitClass : uint8_t {
  keep,       ///< stands in key and plain
  drop,       ///< a diacritic, bidi control or zero-width character
  tatweel,    ///< dropped inside a word, a dash when it stands alone
  normalise,  ///< its run has to pass through NFKC first
};

struct UnitRule {
  char16_t key = 0;    ///< folded for matching
  char16_t plain = 0;  ///< as written (spaces and controls unified)
  UnitClass kind = UnitClass::keep;
};

/// The rule of one UTF-16 unit; surrogates become U+FFFD. The rules of all units stand in one array, in order.
const UnitRule& unit_rule(char16_t unit);

/// Folds units that are already in NFKC and appends them to `key`.
void append_folded(std::u16string_view units, std::u16string& key);

}  // namespace isnad
