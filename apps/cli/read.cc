// isnad read: reports in, coded records out, in the order of the input.
#include <tbb/global_control.h>
#include <tbb/info.h>
#include <tbb/parallel_pipeline.h>
#include <unistd.h>

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <chrono>
#include <cstdio>
#include <memory>
#include <optional>

#include "cli/common.h"
#include "cli/output.h"
#include "isnad/engine.h"
#include "isnad/exporter.h"
#include "isnad/input.h"

namespace isnad::cli {
namespace {

constexpr size_t kReportsPerJob = 4;  // in flight; bounds the memory however long the input is

struct ReadOptions {
  std::vector<std::string> files;
  std::string from = "auto";
  std::string to = "json";
  std::string colour = "auto";
  std::string output;
  Report defaults;
  EngineOptions engine;
  LexiconOptions lexicon;
  int jobs = 0;
};

/// The reports of all files, one after another. Faults are told at once and counted.
class Reports {
 public:
  Reports(std::vector<std::string> files, InputOptions options) : files_(std::move(files)), options_(std::move(options)) {}

  std::optional<Report> next() {
    while (!stop_flag() && open()) {
      Result<std::optional<Report>> report = reader_->next();
      if (!report) {
        complain(report.error());
        ++faults_;
      } else if (*report) {
        return std::move(*report);
      } else {
        reader_.reset();
      }
    }
    return std::nullopt;
  }

  size_t faults() const { return faults_; }

 private:
  bool open() {
    while (!reader_ && at_ < files_.size()) {
      Result<std::unique_ptr<ReportReader>> reader = ReportReader::open(files_[at_++], options_);
      if (reader) {
        reader_ = std::move(*reader);
      } else {
        complain(reader.error());
        ++faults_;
      }
    }
    return reader_ != nullptr;
  }

  std::vector<std::string> files_;
  InputOptions options_;
  std::unique_ptr<ReportReader> reader_;
  size_t at_ = 0;
  size_t faults_ = 0;
};

/// One line on the terminal that says how far it is; silent when standard error is none, or when the records go to one.
class Progress {
 public:
  explicit Progress(int output) : shown_(isatty(STDERR_FILENO) != 0 && isatty(output) == 0) {}
  ~Progress() {
    if (!shown_ || reports_ == 0) return;
    print();
    std::fputc('\n', stderr);
  }
  void count() {
    ++reports_;
    if (!shown_ || Clock::now() - printed_ < std::chrono::milliseconds(200)) return;
    printed_ = Clock::now();
    print();
  }

 private:
  using Clock = std::chrono::steady_clock;

  void print() const {
    const double seconds = std::chrono::duration<double>(Clock::now() - begun_).count();
    std::fprintf(stderr, "\r\x1B[Kisnad: %zu reports, %.0f a second", reports_, static_cast<double>(reports_) / std::max(seconds, 1e-3));
  }

  const bool shown_;
  const Clock::time_point begun_ = Clock::now();
  Clock::time_point printed_ = begun_;
  size_t reports_ = 0;
};

/// What ends a run before its input does.
struct Ending {
  std::atomic<bool> now{false};
  std::optional<Error> error;  ///< written by the last filter only
};

void code_all(Reports& reports, const Engine& engine, const Exporter& exporter, Output& output, int jobs, Ending& ending) {
  Progress progress(output.descriptor());
  const auto read = [&](tbb::flow_control& flow) -> Report {
    std::optional<Report> report = ending.now ? std::nullopt : reports.next();
    if (!report) flow.stop();
    return report ? std::move(*report) : Report{};
  };
  const auto code = [&](Report report) {
    std::string record;
    exporter.write(engine.read(std::move(report)), record);
    return record;
  };
  const auto write = [&](const std::string& record) {
    if (ending.now) return;
    const Result<bool> written = output.write(record);
    if (!written) ending.error = written.error();
    if (!written || !*written) ending.now = true;
    progress.count();
  };
  tbb::global_control limit(tbb::global_control::max_allowed_parallelism, static_cast<size_t>(jobs));
  tbb::parallel_pipeline(static_cast<size_t>(jobs) * kReportsPerJob,
                         tbb::make_filter<void, Report>(tbb::filter_mode::serial_in_order, read) &
                             tbb::make_filter<Report, std::string>(tbb::filter_mode::parallel, code) &
                             tbb::make_filter<std::string, void>(tbb::filter_mode::serial_in_order, write));
}

Result<void> check(const ReadOptions& options) {
  if (!options.defaults.published.empty() && iso_day(options.defaults.published) != options.defaults.published) {
    return fail(ErrorCode::usage, "--published needs a day of the calendar such as 2018-08-09, not \"" + options.defaults.published + "\"");
  }
  if (!options.defaults.id.empty() && options.files.size() > 1) return fail(ErrorCode::usage, "--id names one report: give one file");
  for (const std::string& file : options.files) {
    if (file != "-" && is_same_file(file, options.output)) return fail(ErrorCode::usage, "--output would overwrite the input " + file);
  }
  return {};
}

int finish(Output& output, const Ending& ending, size_t faults) {
  if (ending.error) return complain(*ending.error);
  if (const Result<void> closed = output.finish(); !closed) return complain(closed.error());
  if (const int code = stop_exit_code(); code != 0) return code;
  if (faults == 0) return 0;
  std::fprintf(stderr, "isnad: %zu %s could not be read\n", faults, faults == 1 ? "input" : "inputs");
  return kExitInput;
}

int run(ReadOptions options) {
  if (options.files.empty()) options.files.push_back("-");
  if (const Result<void> sound = check(options); !sound) return complain(sound.error());
  const Result<InputForm> form = input_form(options.from);
  if (!form) return complain(form.error());
  Result<Lexicon> lexicon = options.lexicon.load();
  if (!lexicon) return complain(lexicon.error());
  const bool colour = options.colour == "always" || (options.colour == "auto" && options.output.empty() && wants_colour(STDOUT_FILENO));
  const Result<std::unique_ptr<Exporter>> exporter = make_exporter(options.to, *lexicon, {.colour = colour});
  if (!exporter) return complain(exporter.error());
  const Result<Engine> engine = Engine::build(std::move(*lexicon), options.engine);
  if (!engine) return complain(engine.error());
  Result<Output> output = Output::open(options.output);
  if (!output) return complain(output.error());

  watch_signals();
  if (options.files.front() == "-" && isatty(STDIN_FILENO) != 0)
    std::fputs("isnad: reading from the terminal; Ctrl-D ends the report\n", stderr);
  InputOptions input;
  input.form = *form;
  input.defaults = options.defaults;
  input.stop = &stop_flag();
  Reports reports(options.files, std::move(input));
  Ending ending;
  const int jobs = options.jobs > 0 ? options.jobs : tbb::info::default_concurrency();
  code_all(reports, *engine, **exporter, *output, jobs, ending);
  return finish(*output, ending, reports.faults());
}

void add_engine_options(CLI::App& command, ReadOptions& options) {
  options.lexicon.add_to(command);
  command.add_option("--off", options.engine.off, "Skip a stage: text token morph chunk mention quote event (repeatable)")
      ->option_text("STAGE")
      ->allow_extra_args(false);
  command.add_flag("--verify", options.engine.verify, "Check what each stage promises; a broken promise becomes a diagnostic");
  command.add_option("--jobs,-j", options.jobs, "Threads (default: all cores)")->option_text("N")->check(CLI::Range(1, kMaxJobs));
}

}  // namespace

void add_read(CLI::App& app, int& exit_code) {
  auto options = std::make_shared<ReadOptions>();
  CLI::App* command = app.add_subcommand("read", "Code reports: one record a report, in the order of the input");
  command->add_option("FILES", options->files, "Plain text (one report a file) or JSON Lines, also as .gz; - or nothing: standard input")
      ->option_text("[FILES...|-]");
  command->add_option("--from", options->from, "Form of the input: auto, text, jsonl")->option_text("FORM")->capture_default_str();
  command->add_option("--to", options->to, "Form of the records: json (default), plover, text, conllu, compact, compact:STAGE")
      ->option_text("FORMAT");
  command->add_option("--output,-o", options->output, "Write to FILE instead of standard output")->option_text("FILE");
  command->add_option("--published", options->defaults.published, "Day of publication where the report does not tell it")
      ->option_text("DATE");
  command->add_option("--outlet", options->defaults.outlet, "Outlet where the report does not tell it")->option_text("NAME");
  command->add_option("--id", options->defaults.id, "Id of the report (default: the name of the file)")->option_text("ID");
  command->add_option("--color", options->colour, "Colours of --to text: auto, always, never")
      ->option_text("WHEN")
      ->check(CLI::IsMember({"auto", "always", "never"}));
  add_engine_options(*command, *options);
  command->footer(
      "Examples:\n"
      "  isnad read report.txt --published 2018-08-09 --to text\n"
      "  isnad read news.jsonl.gz --jobs 2 --output coded.jsonl\n"
      "  zcat *.jsonl.gz | isnad read --to plover | head\n"
      "  isnad read report.txt --lexicon my-rows --off event\n"
      "A line that cannot be read is told on standard error and counted; the rest is coded and the exit code is 3.");
  command->callback([options, &exit_code] { exit_code = run(std::move(*options)); });
}

}  // namespace isnad::cli
