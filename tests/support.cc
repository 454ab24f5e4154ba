#include "support.h"

#include <algorithm>
#include <boost/json.hpp>
#include <fstream>
#include <iterator>
#include <stdexcept>

#include "export/json.h"

namespace isnad::test {

namespace fs = std::filesystem;

namespace {

template <class T>
T value_of(Result<T> result) {
  if (!result) throw std::runtime_error(result.error().text());
  return std::move(*result);
}

}  // namespace

const Lexicon& lexicon() {
  static const Lexicon lexicon = value_of(Lexicon::load(ISNAD_LEXICON_IMAGE));
  return lexicon;
}

const Engine& engine() {
  static const Engine engine = value_of(Engine::build(lexicon(), {.off = {}, .trace = false, .verify = true}));
  return engine;
}

std::string read_file(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

Report golden_report(const fs::path& folder) {
  Report report;
  report.id = folder.filename().string();
  report.text = read_file(folder / "report.txt");
  const std::string about = read_file(folder / "report.json");
  if (!about.empty()) {
    const boost::json::object object = boost::json::parse(about).as_object();
    const auto text = [&](const char* key) { return object.contains(key) ? std::string(object.at(key).as_string()) : std::string(); };
    report.published = text("published");
    report.outlet = text("outlet");
  }
  return report;
}

std::vector<fs::path> golden_cases() {
  std::vector<fs::path> cases;
  const fs::path root = kSource / "tests/golden";
  if (!fs::exists(root)) return cases;
  for (const fs::directory_entry& stage : fs::directory_iterator(root)) {
    if (!stage.is_directory()) continue;
    for (const fs::directory_entry& one : fs::directory_iterator(stage.path()))
      if (one.is_directory()) cases.push_back(one.path());
  }
  std::sort(cases.begin(), cases.end());
  return cases;
}

std::string json_of(const Document& doc) {
  std::string out;
  make_json_exporter(lexicon())->write(doc, out);
  return out;
}

std::string broken(const Document& doc) {
  std::string codes;
  for (const Diagnostic& d : doc.diagnostics)
    if (d.code.starts_with("broken-")) codes += d.code + " ";
  return codes;
}

}  // namespace isnad::test
