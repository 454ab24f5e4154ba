// The report for people: its sentences, then parties, chains, events and ties with their words.
//
// Arabic names stand in Unicode isolates (FSI … PDI), so that a line reads from left to right and each name from right to left:
// without them a terminal with bidi support would turn the chain "outlet <- agency <- speaker" round.
#pragma once

#include <memory>

#include "isnad/exporter.h"

namespace isnad {

std::unique_ptr<Exporter> make_text_exporter(const Lexicon& lexicon, ExportOptions options);

}  // namespace isnad
