// How records call things: the public names of enums, entities and statements. One table for every exporter.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "isnad/document.h"

namespace isnad {

std::string_view kind_name(EntityKind kind);                ///< "person"
std::string_view status_name(Status status);                ///< "actual"
std::string entity_id(uint32_t index);                      ///< 0 -> "E1"
std::string statement_id(uint32_t index);                   ///< 0 -> "S1"
std::string event_id(const Document& doc, uint32_t index);  ///< 0 -> "<report>/1"

}  // namespace isnad
