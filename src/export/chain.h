// The chain of transmission of a statement: who told whom.
#pragma once

#include <cstdint>
#include <vector>

#include "isnad/document.h"

namespace isnad {

/// Entities from the one nearest to the report to the one who speaks; kNone stands for a speaker that the text does not tell.
/// Statements that hold this one come first. The outlet of the report itself is not listed (it is Report::outlet).
std::vector<uint32_t> chain_of(const Document& doc, uint32_t statement);

}  // namespace isnad
