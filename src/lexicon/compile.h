#pragma once

#include <span>
#include <vector>

#include "lexicon/rows.h"

namespace isnad::lexicon {

/// The image of sound rows. The same rows and morphology give the same bytes.
std::vector<char> compile_image(const Rows& rows, std::span<const char> morphology);

}  // namespace isnad::lexicon
