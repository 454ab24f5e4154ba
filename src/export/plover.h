// PLOVER events for users of event data: one JSON line per event, parties spelled out, no references to resolve.
//
// Field names follow the PLOVER manual (id, date, event_type, event_mode, context, actor, recipient, location, text); what PLOVER has no
// name for (who says so, whether it happened, which row read it) stands behind them. docs/record.md lists every field.
#pragma once

#include <memory>

#include "isnad/exporter.h"

namespace isnad {

std::unique_ptr<Exporter> make_plover_exporter(const Lexicon& lexicon);

}  // namespace isnad
