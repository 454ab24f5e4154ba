#include "export/text.h"

#include <algorithm>

#include "export/chain.h"
#include "export/names.h"

namespace isnad {
namespace {

constexpr std::string_view kIsolate = "\xE2\x81\xA8";     // U+2068 FIRST STRONG ISOLATE
constexpr std::string_view kIsolateEnd = "\xE2\x81\xA9";  // U+2069 POP DIRECTIONAL ISOLATE
constexpr std::string_view kFrom = " \xE2\x86\x90 ";      // U+2190 LEFTWARDS ARROW
constexpr std::string_view kTo = " \xE2\x86\x92 ";        // U+2192 RIGHTWARDS ARROW

constexpr std::string_view kParty = "\x1B[36m";
constexpr std::string_view kCue = "\x1B[33m";
constexpr std::string_view kTrigger = "\x1B[1;31m";
constexpr std::string_view kPlace = "\x1B[32m";
constexpr std::string_view kHeading = "\x1B[1m";
constexpr std::string_view kFaint = "\x1B[2m";
constexpr std::string_view kReset = "\x1B[0m";

/// A coloured stretch of the text. Where two overlap, the one that stands earlier in the list of marks wins.
struct Mark {
  Span span;
  std::string_view colour;
};

class PageWriter {
 public:
  PageWriter(const Document& doc, const Lexicon& lexicon, bool colour, std::string& out)
      : doc_(doc), lexicon_(lexicon), colour_(colour), out_(out) {}

  void write() {
    title();
    sentences();
    if (!doc_.entities.empty()) parties();
    if (!doc_.statements.empty()) chains();
    if (!doc_.events.empty()) events();
    if (!doc_.ties.empty()) ties();
    out_ += '\n';
  }

 private:
  void title() {
    const Report& report = doc_.report;
    std::string line = report.id.empty() ? "report" : clean(report.id);
    if (!report.outlet.empty()) line += " \xC2\xB7 " + isolated(report.outlet);
    if (!report.published.empty()) line += " \xC2\xB7 " + clean(report.published);
    heading("== " + line);
    for (const Diagnostic& d : doc_.diagnostics) painted(kFaint, "   note: " + d.code + "\n");
  }

  void sentences() {
    for (uint32_t i = 0; i < doc_.sentences.size(); ++i) {
      painted(kFaint, "[" + std::to_string(i) + "] ");
      marked(clipped(doc_.sentences[i].span), marks_of(i));
      out_ += '\n';
    }
  }

  std::vector<Mark> marks_of(uint32_t sentence) const {
    std::vector<Mark> marks;
    if (!colour_) return marks;
    const Span whole = clipped(doc_.sentences[sentence].span);
    const auto add = [&](Span span, std::string_view colour) {
      if (!span.empty() && whole.covers(span)) marks.push_back({span, colour});
    };
    for (const Event& e : doc_.events) add(e.trigger, kTrigger);
    for (const Statement& s : doc_.statements) add(s.cue, kCue);
    for (const Event& e : doc_.events) {
      if (e.has_place) add(e.place.span, kPlace);
    }
    for (const Mention& m : doc_.mentions) {
      if (m.entity != kNone) add(m.span, kParty);
    }
    return marks;
  }

  /// The text of `whole`; each byte takes the colour of the first mark that covers it.
  void marked(Span whole, const std::vector<Mark>& marks) {
    const std::string_view text = doc_.slice(whole);
    std::vector<std::string_view> colours(marks.empty() ? 0 : text.size());
    for (auto mark = marks.rbegin(); mark != marks.rend(); ++mark) {
      std::fill(colours.begin() + (mark->span.begin - whole.begin), colours.begin() + (mark->span.end - whole.begin), mark->colour);
    }
    std::string_view current;
    for (size_t i = 0; i < text.size();) {
      const std::string_view colour = colours.empty() ? std::string_view() : colours[i];
      if (colour != current) {
        if (!current.empty()) out_ += kReset;
        out_ += colour;
        current = colour;
      }
      const size_t control = control_at(text, i);
      out_ += control ? ' ' : text[i];
      i += std::max<size_t>(control, 1);
    }
    if (!current.empty()) out_ += kReset;
  }

  void parties() {
    heading("parties");
    for (uint32_t i = 0; i < doc_.entities.size(); ++i) {
      const Entity& e = doc_.entities[i];
      std::string line = "  " + entity_id(i) + "  " + party_name(i) + "  " + code_of(e) + "  " + std::string(kind_name(e.kind));
      const std::string key = lexicon_.row_name(e.row);
      out_ += line;
      if (!e.role.empty()) out_ += "  " + isolated(e.role);
      if (!key.empty()) painted(kFaint, "  " + key);
      if (e.mentions.size() > 1) painted(kFaint, "  named " + std::to_string(e.mentions.size()) + " times");
      out_ += '\n';
    }
  }

  void chains() {
    heading("who says so");
    for (uint32_t i = 0; i < doc_.statements.size(); ++i) {
      const Statement& s = doc_.statements[i];
      out_ += "  " + statement_id(i) + "  " + chain_line(i) + "  ";
      painted(kCue, words(s.cue));
      out_ += s.quoted ? "  quoted" : "";
      painted(kFaint, rule_of(s.rule));
      out_ += "\n      " + words(s.content) + '\n';
    }
  }

  /// "outlet <- agency <- speaker": read against the arrows, the words travelled from the speaker to the outlet.
  std::string chain_line(uint32_t statement) const {
    std::string line = doc_.report.outlet.empty() ? "report" : isolated(doc_.report.outlet);
    for (uint32_t entity : chain_of(doc_, statement)) line += std::string(kFrom) + (entity == kNone ? "?" : party_name(entity));
    return line;
  }

  void events() {
    heading("events");
    for (uint32_t i = 0; i < doc_.events.size(); ++i) {
      const Event& e = doc_.events[i];
      out_ += "  " + std::to_string(i + 1) + "  ";
      painted(kTrigger, e.mode.empty() ? e.event : e.event + "/" + e.mode);
      out_ += "  " + side(e.actor) + std::string(kTo) + side(e.recipient) + "\n     ";
      painted(kTrigger, words(e.trigger));
      out_ += "  sentence " + std::to_string(e.sentence) + "  " + std::string(status_name(e.status)) + details(e);
      painted(kFaint, rule_of(e.rule));
      out_ += '\n';
    }
  }

  std::string details(const Event& e) const {
    std::string line;
    if (!e.date.empty()) line += "  on " + e.date;
    if (e.has_place) line += "  at " + isolated(e.place.name) + (e.place.country.empty() ? "" : " (" + e.place.country + ")");
    if (e.dead >= 0) line += "  dead " + std::to_string(e.dead);
    if (e.injured >= 0) line += "  injured " + std::to_string(e.injured);
    for (size_t i = 0; i < e.context.size(); ++i) line += (i == 0 ? "  context " : ", ") + e.context[i];
    if (e.statement != kNone) line += "  says " + statement_id(e.statement);
    if (e.same_as != kNone) line += "  same as " + std::to_string(e.same_as + 1);
    return line;
  }

  void ties() {
    heading("ties");
    for (const Tie& t : doc_.ties) {
      out_ +=
          "  " + (t.from == kNone ? "?" : party_name(t.from)) + "  " + t.type + std::string(kTo) + (t.to == kNone ? "?" : party_name(t.to));
      if (!t.title.empty()) out_ += "  " + isolated(t.title);
      out_ += "  " + words(t.evidence) + '\n';
    }
  }

  std::string side(const std::vector<uint32_t>& entities) const {
    if (entities.empty()) return "---";
    std::string line;
    for (uint32_t entity : entities) line += (line.empty() ? "" : " + ") + party_name(entity) + " " + code_at(entity);
    return line;
  }

  std::string party_name(uint32_t index) const { return index < doc_.entities.size() ? isolated(doc_.entities[index].name) : "?"; }

  std::string code_at(uint32_t index) const { return index < doc_.entities.size() ? code_of(doc_.entities[index]) : ""; }

  static std::string code_of(const Entity& e) {
    std::string code = "(" + e.country;
    for (size_t i = 0; i < e.sector.size(); ++i) code += (i == 0 ? " " : "|") + e.sector[i];
    return code + ")";
  }

  std::string rule_of(RowId row) const {
    const std::string name = lexicon_.row_name(row);
    return name.empty() ? name : "  " + name;
  }

  std::string words(Span span) const { return isolated(doc_.slice(clipped(span))); }

  /// Control characters (C0, DEL, C1) never reach the terminal: a report may hold escape sequences. Returns the bytes of the one at `at`.
  static size_t control_at(std::string_view text, size_t at) {
    const auto byte = static_cast<unsigned char>(text[at]);
    if (byte < 0x20 || byte == 0x7F) return 1;
    const bool c1 = byte == 0xC2 && at + 1 < text.size() && static_cast<unsigned char>(text[at + 1]) < 0xA0;
    return c1 ? 2 : 0;
  }

  static std::string clean(std::string_view text) {
    std::string line;
    for (size_t i = 0; i < text.size();) {
      const size_t control = control_at(text, i);
      line += control ? ' ' : text[i];
      i += std::max<size_t>(control, 1);
    }
    return line;
  }

  static std::string isolated(std::string_view text) { return std::string(kIsolate) + clean(text) + std::string(kIsolateEnd); }

  void heading(const std::string& line) {
    painted(kHeading, line);
    out_ += '\n';
  }

  void painted(std::string_view colour, const std::string& line) {
    if (line.empty()) return;
    if (colour_) out_ += colour;
    out_ += line;
    if (colour_) out_ += kReset;
  }

  Span clipped(Span span) const {
    const uint32_t end = std::min(span.end, static_cast<uint32_t>(doc_.report.text.size()));
    return {std::min(span.begin, end), end};
  }

  const Document& doc_;
  const Lexicon& lexicon_;
  const bool colour_;
  std::string& out_;
};

class TextExporter final : public Exporter {
 public:
  TextExporter(const Lexicon& lexicon, ExportOptions options) : lexicon_(lexicon), options_(options) {}
  void write(const Document& doc, std::string& out) const override { PageWriter(doc, lexicon_, options_.colour, out).write(); }

 private:
  Lexicon lexicon_;
  ExportOptions options_;
};

}  // namespace

std::unique_ptr<Exporter> make_text_exporter(const Lexicon& lexicon, ExportOptions options) {
  return std::make_unique<TextExporter>(lexicon, options);
}

}  // namespace isnad
