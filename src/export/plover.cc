#include "export/plover.h"

#include <algorithm>

#include "export/chain.h"
#include "export/json_pieces.h"
#include "export/names.h"

namespace isnad {
namespace {

/// Writes one line per event of one Document.
class LineWriter : private JsonPieces {
 public:
  using JsonPieces::JsonPieces;

  void write() {
    for (uint32_t i = 0; i < doc_.events.size(); ++i) line(doc_.events[i], i);
  }

 private:
  void line(const Event& e, uint32_t index) {
    text("{\"id\":", event_id(doc_, index));
    date(e);
    text(",\"event_type\":", e.event);
    text_or_null(",\"event_mode\":", e.mode);
    texts(",\"context\":", e.context);
    parties(",\"actor\":", e.actor);
    parties(",\"recipient\":", e.recipient);
    place(e);
    text(",\"text\":", sentence_of(e));
    text(",\"trigger\":", doc_.slice(clipped(e.trigger)));
    span(",\"trigger_span\":", e.trigger);
    text(",\"status\":", status_name(e.status));
    count(",\"dead\":", e.dead);
    count(",\"injured\":", e.injured);
    statement(e.statement);
    text_or_null(",\"cameo\":", e.cameo);
    number(",\"quad\":", int64_t{e.quad});
    number(",\"scale\":", e.scale);
    text_or_null(",\"same_as\":", e.same_as == kNone ? std::string() : event_id(doc_, e.same_as));
    tail(e);
  }

  /// PLOVER wants a date on every event: the one told, else the day of publication; `date_from` says which.
  void date(const Event& e) {
    const bool told = !e.date.empty();
    text_or_null(",\"date\":", told ? e.date : doc_.report.published);
    text_or_null(",\"date_from\":", told ? "text" : doc_.report.published.empty() ? "" : "published");
  }

  void tail(const Event& e) {
    text_or_null(",\"rule\":", lexicon_.row_name(e.rule));
    text(",\"report\":", doc_.report.id);
    provenance();
    out_ += "}\n";
  }

  void party(uint32_t index) {
    if (index >= doc_.entities.size()) {
      out_ += "null";
      return;
    }
    const Entity& e = doc_.entities[index];
    text("{\"name\":", e.name);
    text(",\"country\":", e.country);
    texts(",\"sector\":", e.sector);
    text(",\"kind\":", kind_name(e.kind));
    text_or_null(",\"key\":", lexicon_.row_name(e.row));
    out_ += '}';
  }

  void parties(std::string_view key, const std::vector<uint32_t>& entities) {
    list(key, entities, [this](uint32_t entity, uint32_t) { party(entity); });
  }

  void place(const Event& e) {
    if (!e.has_place) {
      out_ += ",\"location\":null";
      return;
    }
    text(",\"location\":{\"name\":", e.place.name);
    text_or_null(",\"country\":", e.place.country);
    coordinates(e.place);
    out_ += '}';
  }

  /// The speaker and the chain that brought his words here, the outlet first.
  void statement(uint32_t index) {
    if (index >= doc_.statements.size()) {
      out_ += ",\"statement\":null";
      return;
    }
    const Statement& s = doc_.statements[index];
    text(",\"statement\":{\"id\":", statement_id(index));
    out_ += ",\"speaker\":";
    party(s.speaker);
    parties(",\"chain\":", chain_of(doc_, index));
    out_ += s.quoted ? ",\"quoted\":true" : ",\"quoted\":false";
    text(",\"cue\":", doc_.slice(clipped(s.cue)));
    out_ += '}';
  }

  std::string_view sentence_of(const Event& e) const {
    return e.sentence < doc_.sentences.size() ? doc_.slice(clipped(doc_.sentences[e.sentence].span)) : std::string_view();
  }

  Span clipped(Span span) const {
    const auto size = static_cast<uint32_t>(doc_.report.text.size());
    const uint32_t end = std::min(span.end, size);
    return {std::min(span.begin, end), end};
  }
};

class PloverExporter final : public Exporter {
 public:
  explicit PloverExporter(const Lexicon& lexicon) : lexicon_(lexicon) {}
  void write(const Document& doc, std::string& out) const override { LineWriter(doc, lexicon_, out).write(); }

 private:
  Lexicon lexicon_;
};

}  // namespace

std::unique_ptr<Exporter> make_plover_exporter(const Lexicon& lexicon) { return std::make_unique<PloverExporter>(lexicon); }

}  // namespace isnad
