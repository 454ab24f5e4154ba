#include "export/names.h"

namespace isnad {

std::string_view kind_name(EntityKind kind) {
  switch (kind) {
    case EntityKind::person: return "person";
    case EntityKind::state: return "state";
    case EntityKind::organization: return "organization";
    case EntityKind::group: return "group";
    case EntityKind::outlet: return "outlet";
  }
  return "group";
}

std::string_view status_name(Status status) {
  switch (status) {
    case Status::actual: return "actual";
    case Status::future: return "future";
    case Status::hypothetical: return "hypothetical";
    case Status::negated: return "negated";
    case Status::historical: return "historical";
  }
  return "actual";
}

std::string entity_id(uint32_t index) { return "E" + std::to_string(index + 1); }

std::string statement_id(uint32_t index) { return "S" + std::to_string(index + 1); }

std::string event_id(const Document& doc, uint32_t index) { return doc.report.id + "/" + std::to_string(index + 1); }

}  // namespace isnad
