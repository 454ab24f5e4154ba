// The public record, version 1: docs/record.md.
#pragma once

#include <memory>

#include "isnad/exporter.h"

namespace isnad {

std::unique_ptr<Exporter> make_json_exporter(const Lexicon& lexicon);

}  // namespace isnad
