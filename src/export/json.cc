#include "export/json.h"

#include "export/json_pieces.h"
#include "export/names.h"

namespace isnad {
namespace {

/// Writes the record of one Document, key by key in the order of docs/record.md.
class RecordWriter : private JsonPieces {
 public:
  using JsonPieces::JsonPieces;

  void write() {
    head();
    list("\"sentences\":", doc_.sentences, [this](const Sentence& s, uint32_t) { span("", s.span); });
    list(",\"entities\":", doc_.entities, [this](const Entity& e, uint32_t i) { entity(e, i); });
    list(",\"statements\":", doc_.statements, [this](const Statement& s, uint32_t i) { statement(s, i); });
    list(",\"events\":", doc_.events, [this](const Event& e, uint32_t i) { event(e, i); });
    list(",\"ties\":", doc_.ties, [this](const Tie& t, uint32_t) { tie(t); });
    list(",\"diagnostics\":", doc_.diagnostics, [this](const Diagnostic& d, uint32_t) { diagnostic(d); });
    out_ += "}\n";
  }

 private:
  void head() {
    text("{\"id\":", doc_.report.id);
    provenance();
    out_ += ',';
  }

  void entity(const Entity& e, uint32_t index) {
    text("{\"id\":", entity_id(index));
    text(",\"name\":", e.name);
    text(",\"kind\":", kind_name(e.kind));
    text(",\"country\":", e.country);
    texts(",\"sector\":", e.sector);
    text_or_null(",\"role\":", e.role);
    text_or_null(",\"key\":", lexicon_.row_name(e.row));
    list(",\"mentions\":", e.mentions,
         [this](uint32_t m, uint32_t) { span("", m < doc_.mentions.size() ? doc_.mentions[m].span : Span{}); });
    out_ += '}';
  }

  void statement(const Statement& s, uint32_t index) {
    text("{\"id\":", statement_id(index));
    text_or_null(",\"speaker\":", s.speaker == kNone ? std::string() : entity_id(s.speaker));
    parties(",\"via\":", s.via);
    text_or_null(",\"inside\":", s.inside == kNone ? std::string() : statement_id(s.inside));
    span(",\"cue\":", s.cue);
    span(",\"content\":", s.content);
    out_ += s.quoted ? ",\"quoted\":true" : ",\"quoted\":false";
    text_or_null(",\"rule\":", lexicon_.row_name(s.rule));
    out_ += '}';
  }

  void event(const Event& e, uint32_t index) {
    text("{\"id\":", event_id(doc_, index));
    text(",\"event\":", e.event);
    text_or_null(",\"mode\":", e.mode);
    texts(",\"context\":", e.context);
    parties(",\"actor\":", e.actor);
    parties(",\"recipient\":", e.recipient);
    span(",\"trigger\":", e.trigger);
    number(",\"sentence\":", int64_t{e.sentence});
    text(",\"status\":", status_name(e.status));
    text_or_null(",\"date\":", e.date);
    place(e);
    count(",\"dead\":", e.dead);
    count(",\"injured\":", e.injured);
    text_or_null(",\"statement\":", e.statement == kNone ? std::string() : statement_id(e.statement));
    text_or_null(",\"cameo\":", e.cameo);
    number(",\"quad\":", int64_t{e.quad});
    number(",\"scale\":", e.scale);
    text_or_null(",\"same_as\":", e.same_as == kNone ? std::string() : event_id(doc_, e.same_as));
    text_or_null(",\"rule\":", lexicon_.row_name(e.rule));
    out_ += '}';
  }

  void place(const Event& e) {
    if (!e.has_place) {
      out_ += ",\"place\":null";
      return;
    }
    text(",\"place\":{\"name\":", e.place.name);
    text_or_null(",\"country\":", e.place.country);
    coordinates(e.place);
    span(",\"span\":", e.place.span);
    out_ += '}';
  }

  void tie(const Tie& t) {
    text("{\"type\":", t.type);
    text_or_null(",\"from\":", t.from == kNone ? std::string() : entity_id(t.from));
    text_or_null(",\"to\":", t.to == kNone ? std::string() : entity_id(t.to));
    text_or_null(",\"title\":", t.title);
    span(",\"evidence\":", t.evidence);
    out_ += '}';
  }

  void diagnostic(const Diagnostic& d) {
    text("{\"code\":", d.code);
    span(",\"span\":", d.span);
    out_ += '}';
  }

  void parties(std::string_view key, const std::vector<uint32_t>& entities) {
    list(key, entities, [this](uint32_t entity, uint32_t) { append_json_string(out_, entity_id(entity)); });
  }
};

class JsonExporter final : public Exporter {
 public:
  explicit JsonExporter(const Lexicon& lexicon) : lexicon_(lexicon) {}
  void write(const Document& doc, std::string& out) const override { RecordWriter(doc, lexicon_, out).write(); }

 private:
  Lexicon lexicon_;
};

}  // namespace

std::unique_ptr<Exporter> make_json_exporter(const Lexicon& lexicon) { return std::make_unique<JsonExporter>(lexicon); }

}  // namespace isnad
