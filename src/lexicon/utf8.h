// UTF-8, as strictly as the standard says it.
#pragma once

#include <string_view>

namespace isnad::lexicon {

bool is_utf8(std::string_view text);

}  // namespace isnad::lexicon
