#include "event/details.h"

#include <cstdlib>
#include <string>

namespace isnad::event {
namespace {

bool is_table(RowId row, Table table) { return row.table == static_cast<uint8_t>(table); }

bool place_context(const Scene& scene, const Mention& m) {
  if ((scene.clitics_before(m) & clitic::ba) != 0) return true;
  for (uint32_t back = 1; back <= 3 && m.tokens.begin >= back; ++back) {
    const uint32_t t = m.tokens.begin - back;
    const Fn fn = scene.fn[t];
    if (fn == Fn::in || fn == Fn::near || fn == Fn::toward) return true;
    if (scene.reading(t).upos != Upos::noun && scene.reading(t).upos != Upos::adj) return false;
    if ((scene.reading(t).clitics & clitic::ba) != 0) return true;
  }
  return false;
}

void set_place(const Scene& scene, const Mention& m, Place& out) {
  out.span = m.span;
  out.name = scene.doc.slice(m.span);
  const Table table = static_cast<Table>(m.row.table);
  out.country = scene.lexicon.cell(table, m.row.row, "country");
  const std::string_view lat = scene.lexicon.cell(table, m.row.row, "lat"), lon = scene.lexicon.cell(table, m.row.row, "lon");
  out.located = table == Table::places && !lat.empty() && !lon.empty();
  if (!out.located) return;
  out.latitude = std::strtod(std::string(lat).c_str(), nullptr);
  out.longitude = std::strtod(std::string(lon).c_str(), nullptr);
}

}  // namespace

bool read_place(const Scene& scene, const Trigger& trigger, Place& out) {
  const Mention* best = nullptr;
  uint32_t best_distance = 0;
  for (uint32_t t = trigger.limits.begin; t < trigger.limits.end; ++t) {
    const Mention* m = scene.mention_at(t);
    if (!m || !m->place_like || m->adjective || !place_context(scene, *m)) continue;
    const uint32_t distance = t > trigger.tokens.begin ? t - trigger.tokens.begin : 2 * (trigger.tokens.begin - t);
    const bool exact = is_table(m->row, Table::places) && (!best || !is_table(best->row, Table::places));
    const bool vaguer = best && is_table(best->row, Table::places) && !is_table(m->row, Table::places);
    if (best && !exact && (vaguer || distance >= best_distance)) continue;
    best = m;
    best_distance = distance;
  }
  if (!best) return false;
  set_place(scene, *best, out);
  return true;
}

}  // namespace isnad::event
