// isnad lexicon gaps: the commonest words of reports that no row knows.
#include <tbb/global_control.h>
#include <tbb/info.h>
#include <tbb/parallel_pipeline.h>
#include <unistd.h>

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <cstdio>
#include <memory>

#include "cli/common.h"
#include "cli/gaps.h"
#include "cli/output.h"
#include "cli/reports.h"
#include "isnad/engine.h"

namespace isnad::cli {
namespace {

struct GapsOptions {
  std::vector<std::string> files;
  std::string from = "auto";
  size_t top = 20;
  bool tsv = false;
  int jobs = 0;
  LexiconOptions lexicon;
};

void count_all(Reports& reports, const Engine& engine, int jobs, GapCounts& counts) {
  const GapFinder finder(engine.lexicon());
  const auto read = [&](tbb::flow_control& flow) -> Report {
    std::optional<Report> report = reports.next();
    if (!report) flow.stop();
    return report ? std::move(*report) : Report{};
  };
  const auto find = [&](Report report) { return finder.find(engine.read(std::move(report))); };
  const auto add = [&](GapsOfKinds gaps) { counts.add(std::move(gaps)); };
  tbb::global_control limit(tbb::global_control::max_allowed_parallelism, static_cast<size_t>(jobs));
  tbb::parallel_pipeline(static_cast<size_t>(jobs) * kReportsPerJob,
                         tbb::make_filter<void, Report>(tbb::filter_mode::serial_in_order, read) &
                             tbb::make_filter<Report, GapsOfKinds>(tbb::filter_mode::parallel, find) &
                             tbb::make_filter<GapsOfKinds, void>(tbb::filter_mode::serial_in_order, add));
}

std::string as_tsv(const GapCounts& counts, size_t top) {
  std::string out = "class\tcount\treports\tword\texample\treport\n";
  for (size_t kind = 0; kind < kGapKinds; ++kind) {
    for (const Gap& gap : counts.commonest(static_cast<GapKind>(kind), top)) {
      out.append(gap_kind_name(static_cast<GapKind>(kind))).append("\t").append(std::to_string(gap.count)).append("\t");
      out.append(std::to_string(gap.reports)).append("\t").append(gap.word).append("\t").append(gap.example).append("\t");
      out.append(gap.report) += '\n';
    }
  }
  return out;
}

/// Numbers before words: what follows a word of another direction cannot be aligned.
std::string as_table(const GapCounts& counts, size_t top) {
  constexpr const char* kMeanings[kGapKinds] = {"verbs beside a party (events.tsv, cues.tsv)", "names behind a role or title (people.tsv)",
                                                "nouns with a nationality, beside a verb (roles.tsv, bodies.tsv)",
                                                "words before what is said (cues.tsv)", "names in no mention (entities/)"};
  std::string out;
  for (size_t kind = 0; kind < kGapKinds; ++kind) {
    const std::vector<Gap> gaps = counts.commonest(static_cast<GapKind>(kind), top);
    out.append(out.empty() ? "" : "\n").append(gap_kind_name(static_cast<GapKind>(kind))).append(": ").append(kMeanings[kind]) += '\n';
    if (!gaps.empty()) out += "  count  reports  word\n";
    for (const Gap& gap : gaps) {
      char numbers[64];
      std::snprintf(numbers, sizeof numbers, "%7llu %8llu  ", static_cast<unsigned long long>(gap.count),
                    static_cast<unsigned long long>(gap.reports));
      out.append(numbers).append(gap.word).append("\n                  ").append(gap.report).append(": ").append(gap.example) += '\n';
    }
  }
  return out;
}

int run(GapsOptions options) {
  if (options.files.empty()) options.files.push_back("-");
  const Result<InputForm> form = input_form(options.from);
  if (!form) return complain(form.error());
  Result<Lexicon> lexicon = options.lexicon.load();
  if (!lexicon) return complain(lexicon.error());
  const Result<Engine> engine = Engine::build(std::move(*lexicon));
  if (!engine) return complain(engine.error());

  watch_signals();
  InputOptions input;
  input.form = *form;
  input.stop = &stop_flag();
  Reports reports(options.files, std::move(input));
  GapCounts counts;
  count_all(reports, *engine, options.jobs > 0 ? options.jobs : tbb::info::default_concurrency(), counts);
  if (const int code = stop_exit_code(); code != 0) return code;
  Result<Output> output = Output::open("-");
  const bool table = !options.tsv && isatty(STDOUT_FILENO) != 0;
  const Result<bool> written = output->write(table ? as_table(counts, options.top) : as_tsv(counts, options.top));
  if (!written) return complain(written.error());
  return exit_code_of_faults(reports.faults());
}

}  // namespace

void add_lexicon_gaps(CLI::App& group, int& exit_code) {
  auto options = std::make_shared<GapsOptions>();
  CLI::App* command = group.add_subcommand("gaps", "List the commonest words of reports that no row knows");
  command->add_option("FILES", options->files, "Reports in any form that read takes; - or nothing: standard input")
      ->option_text("[FILES...|-]");
  command->add_option("--top", options->top, "Words of each class (default: 20)")->option_text("N")->check(CLI::Range(1, 1000000));
  command->add_option("--from", options->from, "Form of the input: auto, text, jsonl")->option_text("FORM")->capture_default_str();
  command->add_flag("--tsv", options->tsv, "TSV also on a terminal");
  command->add_option("--jobs,-j", options->jobs, "Threads (default: all cores)")->option_text("N")->check(CLI::Range(1, kMaxJobs));
  options->lexicon.add_to(*command);
  command->footer(
      "Examples:\n"
      "  isnad lexicon gaps news.jsonl.gz --top 50\n"
      "  isnad lexicon gaps news.jsonl --lexicon my-rows --tsv | grep ^cue\n"
      "Classes: verb (beside a party, neither event nor cue), person (a name behind a role or title), body (a noun with a\n"
      "nationality beside a verb), cue (a word before what is said), name (any other name). Most reports first.");
  command->callback([options, &exit_code] { exit_code = run(std::move(*options)); });
}

}  // namespace isnad::cli
