// What a Document holds, as it is held against the gold: code points instead of bytes.
#include "export/names.h"
#include "export/offsets.h"
#include "isnad/eval.h"

namespace isnad::eval {

Coding coding_of(const Document& doc) {
  const CodePoints points(doc.report.text);
  Coding coding;
  for (const Entity& entity : doc.entities) {
    Party& party = coding.parties.emplace_back(Party{entity.country, entity.sector, {}});
    for (uint32_t mention : entity.mentions)
      party.mentions.push_back(mention < doc.mentions.size() ? points.of(doc.mentions[mention].span) : Span{});
  }
  for (const Statement& statement : doc.statements) {
    coding.statements.push_back({statement.speaker, statement.via, points.of(statement.cue), points.of(statement.content), {}, kNone});
  }
  for (const Event& event : doc.events) {
    if (event.event.empty()) continue;
    CodedEvent& coded = coding.events.emplace_back();
    coded.event = event.event;
    coded.mode = event.mode;
    coded.actor = event.actor;
    coded.recipient = event.recipient;
    coded.trigger = points.of(event.trigger);
    coded.status = status_name(event.status);
    coded.date = event.date;
    if (event.has_place) coded.place = event.place.name;
    coded.dead = event.dead;
    coded.injured = event.injured;
    coded.statement = event.statement;
  }
  for (const Tie& tie : doc.ties) coding.ties.push_back({tie.type, tie.from, tie.to});
  return coding;
}

}  // namespace isnad::eval
