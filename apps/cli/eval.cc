// isnad eval: gold reports coded and held against what people coded.
#include "isnad/eval.h"

#include <tbb/global_control.h>
#include <tbb/info.h>
#include <tbb/parallel_for.h>

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <cstdio>
#include <memory>
#include <utility>

#include "cli/common.h"
#include "cli/output.h"
#include "export/json_text.h"
#include "isnad/engine.h"

namespace isnad::cli {
namespace {

struct EvalOptions {
  std::string gold;
  bool diff = false;
  std::string only;  ///< the report of --diff ID
  bool json = false;
  int jobs = 0;
  LexiconOptions lexicon;
};

/// What is missed or false in each report, in the order of the gold file.
using Misses = std::vector<std::pair<std::string, std::vector<std::string>>>;

Result<std::vector<eval::GoldReport>> only_one(std::vector<eval::GoldReport> reports, const EvalOptions& options) {
  if (!options.only.empty()) std::erase_if(reports, [&](const eval::GoldReport& r) { return r.report.id != options.only; });
  if (!reports.empty()) return reports;
  return fail(ErrorCode::input, options.only.empty() ? "no reports" : "no report has the id " + options.only, options.gold);
}

/// The codings of all reports; those behind a Ctrl-C are empty.
std::vector<eval::Coding> code_all(const std::vector<eval::GoldReport>& reports, const Engine& engine, int jobs) {
  std::vector<eval::Coding> codings(reports.size());
  tbb::global_control limit(tbb::global_control::max_allowed_parallelism, static_cast<size_t>(jobs));
  tbb::parallel_for(size_t{0}, reports.size(), [&](size_t i) {
    if (!stop_flag()) codings[i] = eval::coding_of(engine.read(reports[i].report));
  });
  return codings;
}

std::string as_text(const Misses& misses, const eval::Figures& figures) {
  std::string out;
  for (const auto& [id, lines] : misses) {
    out.append("== ").append(id) += '\n';
    for (const std::string& line : lines) out.append(line) += '\n';
    out += '\n';
  }
  return out + eval::figures_table(figures);
}

/// The figures; with --diff a further member "misses".
std::string as_json(const Misses& misses, const eval::Figures& figures, bool diff) {
  std::string out = eval::figures_json(figures);
  if (diff) {
    out.back() = ',';
    out += " \"misses\": [";
    for (const auto& [id, lines] : misses) {
      out += out.ends_with('[') ? "{\"id\": " : ", {\"id\": ";
      append_json_string(out, id);
      out += ", \"lines\": [";
      for (const std::string& line : lines) {
        if (!out.ends_with('[')) out += ", ";
        append_json_string(out, line);
      }
      out += "]}";
    }
    out += "]}";
  }
  return out += '\n';
}

int run(const EvalOptions& options) {
  Result<Lexicon> lexicon = options.lexicon.load();
  if (!lexicon) return complain(lexicon.error());
  const Result<Engine> engine = Engine::build(std::move(*lexicon));
  if (!engine) return complain(engine.error());
  eval::GoldFile gold = eval::read_gold(options.gold);
  for (const Error& fault : gold.faults) complain(fault);
  // Figures of a part of the gold set would be taken for those of the whole.
  if (!gold.faults.empty()) return kExitInput;
  const Result<std::vector<eval::GoldReport>> reports = only_one(std::move(gold.reports), options);
  if (!reports) return complain(reports.error());

  watch_signals();
  const std::vector<eval::Coding> codings = code_all(*reports, *engine, options.jobs > 0 ? options.jobs : tbb::info::default_concurrency());
  if (const int code = stop_exit_code(); code != 0) return code;
  eval::Score score;
  Misses misses;
  for (size_t i = 0; i < reports->size(); ++i) {
    const eval::GoldReport& report = (*reports)[i];
    if (options.diff) misses.emplace_back(report.report.id, std::vector<std::string>());
    score.add(report, codings[i], options.diff ? &misses.back().second : nullptr);
  }
  Result<Output> output = Output::open("-");
  const std::string text = options.json ? as_json(misses, score.figures(), options.diff) : as_text(misses, score.figures());
  if (const Result<bool> written = output->write(text); !written) return complain(written.error());
  return 0;
}

}  // namespace

void add_eval(CLI::App& app, int& exit_code) {
  auto options = std::make_shared<EvalOptions>();
  CLI::App* command = app.add_subcommand("eval", "Code gold reports and hold the records against what people coded");
  command->add_option("GOLD", options->gold, "Gold reports, one JSON object a line, also as .gz; - is standard input")
      ->option_text(" ")
      ->required();
  CLI::Option* diff = command->add_option("--diff", options->only, "List what is missed or false, of all reports or of one")
                          ->option_text("[ID]")
                          ->expected(0, 1);
  command->add_flag("--json", options->json, "Write the figures as one JSON object");
  command->add_option("--jobs,-j", options->jobs, "Threads (default: all cores)")->option_text("N")->check(CLI::Range(1, kMaxJobs));
  options->lexicon.add_to(*command);
  command->footer(
      "Examples:\n"
      "  isnad eval gold.jsonl\n"
      "  isnad eval gold.jsonl --diff r17\n"
      "  isnad eval gold.jsonl --json --lexicon my-rows\n"
      "The form of gold.jsonl and what each figure means: include/isnad/eval.h. A line that is not of the form is told as\n"
      "file:line:column; then there are no figures and the exit code is 3.");
  command->callback([options, diff, &exit_code] {
    options->diff = diff->count() > 0;
    exit_code = run(*options);
  });
}

}  // namespace isnad::cli
