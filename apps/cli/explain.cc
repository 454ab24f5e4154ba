// isnad explain: why this record. Per sentence: readings, chunks, mentions, statements and events with the rows that read them, and what
// lost.
#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <algorithm>
#include <cstdio>
#include <memory>
#include <optional>

#include "cli/common.h"
#include "cli/features.h"
#include "isnad/engine.h"
#include "isnad/input.h"

namespace isnad::cli {
namespace {

struct ExplainOptions {
  std::string file;
  std::string from = "auto";
  std::string report;
  std::optional<uint32_t> sentence;
  Report defaults;
  EngineOptions engine;
  LexiconOptions lexicon;
};

/// Prints one Document, one sentence after another.
class Explanation {
 public:
  Explanation(const Document& doc, const Lexicon& lexicon) : doc_(doc), lexicon_(lexicon) {}

  void print(std::optional<uint32_t> only) const {
    std::printf("== %s\n", doc_.report.id.c_str());
    for (const Diagnostic& d : doc_.diagnostics) std::printf("diagnostic  %s  %s\n", d.code.c_str(), words(d.span).c_str());
    for (uint32_t i = 0; i < doc_.sentences.size(); ++i) {
      if (!only || *only == i) sentence(i);
    }
    if (!only) ties();
  }

 private:
  void sentence(uint32_t index) const {
    const Sentence& s = doc_.sentences[index];
    std::printf("\n[%u]%s %s\n", index, s.headline ? " headline" : "", words(s.span).c_str());
    readings(s);
    chunks(s);
    mentions(s);
    statements(s);
    events(index);
    trace(s);
  }

  /// Each word with its chosen reading; the losers, marked -, below it.
  void readings(const Sentence& s) const {
    if (s.tokens.size() > 0) std::printf("morph\n");
    for (uint32_t i = s.tokens.begin; i < s.tokens.end; ++i) {
      const Token& token = doc_.tokens[i];
      std::printf("  %u  %s", i, words(token.span).c_str());
      if (token.readings == 0) {
        std::printf("  %s\n", std::string(token_kind_name(token.kind)).c_str());
        continue;
      }
      std::printf("  %s\n", features_of(doc_.reading(token), lexicon_).c_str());
      for (uint32_t r = 0; r < token.readings; ++r) {
        if (r != token.chosen) std::printf("       - %s\n", features_of(doc_.readings[token.first_reading + r], lexicon_).c_str());
      }
    }
  }

  void chunks(const Sentence& s) const {
    bool first = true;
    for (const Chunk& chunk : doc_.chunks) {
      if (chunk.tokens.begin < s.tokens.begin || chunk.tokens.begin >= s.tokens.end) continue;
      if (first) std::printf("chunk\n");
      first = false;
      std::printf("  %-13s %s  head %u\n", std::string(chunk_kind_name(chunk.kind)).c_str(), words(doc_.span_of(chunk.tokens)).c_str(),
                  chunk.head);
    }
  }

  void mentions(const Sentence& s) const {
    bool first = true;
    for (const Mention& mention : doc_.mentions) {
      if (!s.span.covers(mention.span)) continue;
      if (first) std::printf("mention\n");
      first = false;
      std::printf("  %s  %s%s%s  %s\n", words(mention.span).c_str(), party(mention.entity).c_str(),
                  mention.place_like ? "  place-like" : "", mention.adjective ? "  adjective" : "", row(mention.row).c_str());
    }
  }

  void statements(const Sentence& s) const {
    bool first = true;
    for (uint32_t i = 0; i < doc_.statements.size(); ++i) {
      const Statement& statement = doc_.statements[i];
      if (!s.span.overlaps(statement.cue) && !s.span.covers(statement.content)) continue;
      if (first) std::printf("quote\n");
      first = false;
      std::printf("  S%u  cue %s  speaker %s", i + 1, words(statement.cue).c_str(), party(statement.speaker).c_str());
      for (uint32_t via : statement.via) std::printf("  via %s", party(via).c_str());
      if (statement.inside != kNone) std::printf("  inside S%u", statement.inside + 1);
      std::printf("%s\n      %s\n      %s\n", statement.quoted ? "  quoted" : "", words(statement.content).c_str(),
                  row(statement.rule).c_str());
    }
  }

  void events(uint32_t index) const {
    bool first = true;
    for (uint32_t i = 0; i < doc_.events.size(); ++i) {
      const Event& event = doc_.events[i];
      if (event.sentence != index) continue;
      if (first) std::printf("event\n");
      first = false;
      std::printf("  %u  %s%s%s  %s  %s\n", i + 1, event.event.c_str(), event.mode.empty() ? "" : "/", event.mode.c_str(),
                  words(event.trigger).c_str(), std::string(status_words(event.status)).c_str());
      for (uint32_t actor : event.actor) std::printf("      actor %s\n", party(actor).c_str());
      for (uint32_t recipient : event.recipient) std::printf("      recipient %s\n", party(recipient).c_str());
      details(event);
      std::printf("      %s\n", row(event.rule).c_str());
    }
  }

  void details(const Event& event) const {
    if (!event.date.empty()) std::printf("      date %s\n", event.date.c_str());
    if (event.has_place) std::printf("      place %s %s\n", event.place.name.c_str(), event.place.country.c_str());
    if (event.dead >= 0) std::printf("      dead %lld\n", static_cast<long long>(event.dead));
    if (event.injured >= 0) std::printf("      injured %lld\n", static_cast<long long>(event.injured));
    if (event.statement != kNone) std::printf("      stands in S%u\n", event.statement + 1);
    if (event.same_as != kNone) std::printf("      same as %u\n", event.same_as + 1);
  }

  /// What the stages tell of their choices: candidates that lost, and why.
  void trace(const Sentence& s) const {
    bool first = true;
    for (const Trace& trace : doc_.trace) {
      if (!s.span.covers(trace.span)) continue;
      if (first) std::printf("trace\n");
      first = false;
      std::printf("  %-8s %s  %s  %s\n", trace.stage.c_str(), words(trace.span).c_str(), trace.what.c_str(), row(trace.row).c_str());
    }
  }

  void ties() const {
    if (!doc_.ties.empty()) std::printf("\nties\n");
    for (const Tie& tie : doc_.ties) {
      std::printf("  %s  %s  %s  %s  %s\n", party(tie.from).c_str(), tie.type.c_str(), party(tie.to).c_str(), tie.title.c_str(),
                  words(tie.evidence).c_str());
    }
  }

  std::string party(uint32_t index) const {
    if (index >= doc_.entities.size()) return "---";
    const Entity& e = doc_.entities[index];
    std::string code = e.country;
    for (const std::string& sector : e.sector) code += ' ' + sector;
    return "E" + std::to_string(index + 1) + " " + e.name + " (" + code + ")";
  }

  /// "events:acc_ittahama  lexicon/ar/events.tsv:412"; "no row" where the words were composed.
  std::string row(RowId id) const {
    const std::string name = lexicon_.row_name(id);
    return name.empty() ? "no row" : name + "  " + lexicon_.row_place(id);
  }

  /// The words of the span on one line, without control characters.
  std::string words(Span span) const {
    const auto size = static_cast<uint32_t>(doc_.report.text.size());
    const uint32_t end = std::min(span.end, size);
    std::string line(doc_.slice({std::min(span.begin, end), end}));
    std::replace_if(line.begin(), line.end(), [](unsigned char c) { return c < 0x20 || c == 0x7F; }, ' ');
    return line;
  }

  const Document& doc_;
  const Lexicon& lexicon_;
};

int run(ExplainOptions options) {
  if (!options.defaults.published.empty() && iso_day(options.defaults.published) != options.defaults.published) {
    return complain({ErrorCode::usage, "--published needs a day of the calendar such as 2018-08-09", {}, 0, 0});
  }
  const Result<InputForm> form = input_form(options.from);
  if (!form) return complain(form.error());
  Result<Lexicon> lexicon = options.lexicon.load();
  if (!lexicon) return complain(lexicon.error());
  options.engine.trace = true;
  const Result<Engine> engine = Engine::build(std::move(*lexicon), options.engine);
  if (!engine) return complain(engine.error());
  InputOptions input;
  input.form = *form;
  input.defaults = options.defaults;
  Result<std::unique_ptr<ReportReader>> reader = ReportReader::open(options.file, input);
  if (!reader) return complain(reader.error());

  int code = 0;
  bool found = false;
  for (;;) {
    Result<std::optional<Report>> report = (*reader)->next();
    if (!report) {
      code = complain(report.error());
      continue;
    }
    if (!*report) break;
    if (!options.report.empty() && (*report)->id != options.report) continue;
    found = true;
    const Document doc = engine->read(std::move(**report));
    Explanation(doc, engine->lexicon()).print(options.sentence);
  }
  if (!found && !options.report.empty()) return complain({ErrorCode::input, "no report has the id " + options.report, options.file, 0, 0});
  return code;
}

}  // namespace

void add_explain(CLI::App& app, int& exit_code) {
  auto options = std::make_shared<ExplainOptions>();
  CLI::App* command = app.add_subcommand("explain", "Show why a record is as it is: per stage, the rows that read it and what lost");
  command->add_option("FILE", options->file, "A report; - is standard input")->option_text(" ")->required();
  command->add_option("--sentence,-s", options->sentence, "Only this sentence (0 is the first)")->option_text("N");
  command->add_option("--report", options->report, "Only the report with this id (JSON Lines)")->option_text("ID");
  command->add_option("--from", options->from, "Form of the input: auto, text, jsonl")->option_text("FORM");
  command->add_option("--published", options->defaults.published, "Day of publication where the report does not tell it")
      ->option_text("DATE");
  command->add_option("--outlet", options->defaults.outlet, "Outlet where the report does not tell it")->option_text("NAME");
  command->add_option("--off", options->engine.off, "Skip a stage (repeatable)")->option_text("STAGE")->allow_extra_args(false);
  options->lexicon.add_to(*command);
  command->footer("Examples:\n  isnad explain report.txt --sentence 0\n  isnad explain news.jsonl --report a17");
  command->callback([options, &exit_code] { exit_code = run(std::move(*options)); });
}

}  // namespace isnad::cli
