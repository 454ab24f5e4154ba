// The registry of formats: a new format is its own file and a line here.
#include "isnad/exporter.h"

#include <algorithm>

#include "export/compact.h"
#include "export/conllu.h"
#include "export/json.h"
#include "export/plover.h"
#include "export/text.h"
#include "isnad/engine.h"

namespace isnad {
namespace {

class ConlluExporter final : public Exporter {
 public:
  explicit ConlluExporter(const Lexicon& lexicon) : lexicon_(lexicon) {}
  void write(const Document& doc, std::string& out) const override { out += to_conllu(doc, lexicon_); }

 private:
  Lexicon lexicon_;
};

class CompactExporter final : public Exporter {
 public:
  CompactExporter(const Lexicon& lexicon, std::string_view stage) : lexicon_(lexicon), stage_(stage) {}
  void write(const Document& doc, std::string& out) const override { out += to_compact(doc, lexicon_, stage_); }

 private:
  Lexicon lexicon_;
  std::string stage_;
};

std::string joined(const std::vector<std::string_view>& words) {
  std::string text;
  for (std::string_view word : words) text.append(text.empty() ? "" : ", ").append(word);
  return text;
}

Result<std::unique_ptr<Exporter>> make_compact(std::string_view stage, const Lexicon& lexicon) {
  std::vector<std::string_view> stages = Engine::stages();
  stages.push_back("context");  // of the events
  stages.push_back("whole");    // mention, quote and event
  if (std::find(stages.begin(), stages.end(), stage) == stages.end()) {
    return fail(ErrorCode::usage, "unknown stage \"" + std::string(stage) + "\": write compact:STAGE with one of " + joined(stages));
  }
  return std::make_unique<CompactExporter>(lexicon, stage);
}

}  // namespace

std::vector<std::string_view> Exporter::names() { return {"json", "plover", "text", "conllu", "compact"}; }

Result<std::unique_ptr<Exporter>> make_exporter(std::string_view name, const Lexicon& lexicon, ExportOptions options) {
  constexpr std::string_view kCompact = "compact";
  if (name == "json") return make_json_exporter(lexicon);
  if (name == "plover") return make_plover_exporter(lexicon);
  if (name == "text") return make_text_exporter(lexicon, options);
  if (name == "conllu") return std::make_unique<ConlluExporter>(lexicon);
  if (name == kCompact) return make_compact("whole", lexicon);
  if (name.starts_with("compact:")) return make_compact(name.substr(kCompact.size() + 1), lexicon);
  return fail(ErrorCode::usage, "unknown format \"" + std::string(name) + "\": use one of " + joined(Exporter::names()));
}

}  // namespace isnad
