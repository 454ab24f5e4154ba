#include "export/json.h"

#include "export/json_text.h"
#include "export/names.h"
#include "export/offsets.h"
#include "isnad/engine.h"

namespace isnad {
namespace {

/// Writes the record of one Document, key by key in the order of docs/record.md.
class RecordWriter {
 public:
  RecordWriter(const Document& doc, const Lexicon& lexicon, std::string& out)
      : doc_(doc), lexicon_(lexicon), points_(doc.report.text), out_(out) {}

  void write() {
    head();
    list("\"sentences\":", doc_.sentences, [this](const Sentence& s, uint32_t) { span(s.span); });
    list(",\"entities\":", doc_.entities, [this](const Entity& e, uint32_t i) { entity(e, i); });
    list(",\"statements\":", doc_.statements, [this](const Statement& s, uint32_t i) { statement(s, i); });
    list(",\"events\":", doc_.events, [this](const Event& e, uint32_t i) { event(e, i); });
    list(",\"ties\":", doc_.ties, [this](const Tie& t, uint32_t) { tie(t); });
    list(",\"diagnostics\":", doc_.diagnostics, [this](const Diagnostic& d, uint32_t) { diagnostic(d); });
    out_ += "}\n";
  }

 private:
  void head() {
    out_ += "{\"id\":";
    append_json_string(out_, doc_.report.id);
    text_or_null(",\"outlet\":", doc_.report.outlet);
    text_or_null(",\"published\":", doc_.report.published);
    text_or_null(",\"url\":", doc_.report.url);
    out_ += ",\"language\":\"ar\",\"coder\":\"isnad ";
    out_ += version();
    out_ += "\",\"lexicon\":";
    append_json_string(out_, lexicon_.hash());
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
    list(",\"mentions\":", e.mentions, [this](uint32_t m, uint32_t) { span(m < doc_.mentions.size() ? doc_.mentions[m].span : Span{}); });
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
    number(",\"sentence\":", e.sentence);
    text(",\"status\":", status_name(e.status));
    text_or_null(",\"date\":", e.date);
    place(e);
    count(",\"dead\":", e.dead);
    count(",\"injured\":", e.injured);
    text_or_null(",\"statement\":", e.statement == kNone ? std::string() : statement_id(e.statement));
    text_or_null(",\"cameo\":", e.cameo);
    number(",\"quad\":", e.quad);
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
    if (e.place.located) {
      number(",\"lat\":", e.place.latitude);
      number(",\"lon\":", e.place.longitude);
    } else {
      out_ += ",\"lat\":null,\"lon\":null";
    }
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

  // Pieces: each writes `key` (with its comma and colon) and a value.

  void text(std::string_view key, std::string_view value) {
    out_ += key;
    append_json_string(out_, value);
  }

  void text_or_null(std::string_view key, std::string_view value) {
    out_ += key;
    append_json_string_or_null(out_, value);
  }

  template <class Number>
  void number(std::string_view key, Number value) {
    out_ += key;
    if constexpr (std::is_floating_point_v<Number>) {
      append_json_number(out_, value);
    } else {
      append_json_number(out_, int64_t{value});
    }
  }

  void count(std::string_view key, int64_t value) {
    out_ += key;
    if (value < 0) {
      out_ += "null";
    } else {
      append_json_number(out_, value);
    }
  }

  void span(std::string_view key, Span bytes) {
    out_ += key;
    span(bytes);
  }

  void span(Span bytes) {
    const Span points = points_.of(bytes);
    out_ += '[';
    append_json_number(out_, int64_t{points.begin});
    out_ += ',';
    append_json_number(out_, int64_t{points.end});
    out_ += ']';
  }

  void texts(std::string_view key, const std::vector<std::string>& values) {
    list(key, values, [this](const std::string& value, uint32_t) { append_json_string(out_, value); });
  }

  void parties(std::string_view key, const std::vector<uint32_t>& entities) {
    list(key, entities, [this](uint32_t entity, uint32_t) { append_json_string(out_, entity_id(entity)); });
  }

  template <class Item, class Write>
  void list(std::string_view key, const std::vector<Item>& items, Write write_item) {
    out_ += key;
    out_ += '[';
    for (uint32_t i = 0; i < items.size(); ++i) {
      if (i > 0) out_ += ',';
      write_item(items[i], i);
    }
    out_ += ']';
  }

  const Document& doc_;
  const Lexicon& lexicon_;
  const CodePoints points_;
  std::string& out_;
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
