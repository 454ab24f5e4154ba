// Any bytes are a report: every stage keeps its promises, every exporter writes, and a second reading says the same.
#include "support.h"

namespace {

using namespace isnad;

const Exporter& exporter(std::string_view name) {
  static const auto json = make_exporter("json", fuzz::lexicon()).value();
  static const auto plover = make_exporter("plover", fuzz::lexicon()).value();
  static const auto text = make_exporter("text", fuzz::lexicon(), {.colour = true}).value();
  static const auto conllu = make_exporter("conllu", fuzz::lexicon()).value();
  static const auto compact = make_exporter("compact", fuzz::lexicon()).value();
  return name == "json" ? *json : name == "plover" ? *plover : name == "text" ? *text : name == "conllu" ? *conllu : *compact;
}

std::string written(std::string_view name, const Document& doc) {
  std::string out;
  exporter(name).write(doc, out);
  return out;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  Report report;
  report.id = "f";
  report.published = "2018-08-09";
  report.text = fuzz::text_of(data, size);
  const Document doc = fuzz::engine().read(report);
  for (const Diagnostic& d : doc.diagnostics) fuzz::promise(!d.code.starts_with("broken-"));
  const std::string json = written("json", doc);
  fuzz::promise(!json.empty() && json.back() == '\n');
  for (std::string_view name : {"plover", "text", "conllu", "compact"}) written(name, doc);
  fuzz::promise(written("json", fuzz::engine().read(report)) == json);
  return 0;
}
