#include "lexicon/utf8.h"

#include <unicode/utf8.h>

#include <cstdint>

namespace isnad::lexicon {

bool is_utf8(std::string_view text) {
  const char* bytes = text.data();
  const auto size = static_cast<int64_t>(text.size());
  for (int64_t i = 0; i < size;) {
    UChar32 c = 0;
    U8_NEXT(bytes, i, size, c);
    if (c < 0) return false;
  }
  return true;
}

}  // namespace isnad::lexicon
