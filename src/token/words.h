// Cuts the normalised text into words, numbers and marks.
#pragma once

#include "isnad/document.h"

namespace isnad {

/// Fills doc.tokens (sentences are not yet known). `newline_before[i]` is set where token i is the first of its line.
void cut_words(Document& doc, std::vector<uint8_t>& newline_before);

/// The value of a number as written in folded digits: an integer, also one with grouped thousands; -1 for anything else.
int64_t number_value(std::u16string_view digits);

}  // namespace isnad
