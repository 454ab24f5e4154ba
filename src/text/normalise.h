// The normalised views of a report's text: Document::key, plain and at.
#pragma once

#include "isnad/document.h"

namespace isnad {

/// Fills doc.key, doc.plain and doc.at from doc.report.text. REQUIRES: the text is valid UTF-8.
void normalise(Document& doc);

}  // namespace isnad
