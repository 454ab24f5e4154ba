// isnad-bench: what a report costs, whole and stage by stage, beside cutting the same text into words with ICU, in one run.
// bench/README.md says how to read it.
#include <benchmark/benchmark.h>
#include <sys/resource.h>
#include <unicode/brkiter.h>
#include <unicode/utext.h>

#include <chrono>
#include <cstdlib>
#include <iostream>
#include <memory>
#include <vector>

#include "isnad/engine.h"
#include "isnad/exporter.h"
#include "isnad/input.h"

namespace {

using namespace isnad;

struct Bench {
  std::vector<Report> reports;
  size_t bytes = 0;
  std::unique_ptr<Engine> engine;
  double icu_seconds = 0;  ///< for all reports once; filled by the first benchmark
  double whole_seconds = 0;
};

Bench bench;

Error read_reports(const char* path) {
  const char* limit = std::getenv("ISNAD_BENCH_REPORTS");
  const size_t most = limit == nullptr ? 2000 : std::strtoull(limit, nullptr, 10);
  auto reader = ReportReader::open(path, {});
  if (!reader) return reader.error();
  while (bench.reports.size() < most) {
    Result<std::optional<Report>> next = (*reader)->next();
    if (!next) return next.error();
    if (!*next) break;
    bench.bytes += (*next)->text.size();
    bench.reports.push_back(std::move(**next));
  }
  return {};
}

void count(benchmark::State& state) {
  const auto rounds = static_cast<double>(state.iterations());
  state.counters["reports/s"] = benchmark::Counter(rounds * static_cast<double>(bench.reports.size()), benchmark::Counter::kIsRate);
  state.counters["MB/s"] = benchmark::Counter(rounds * static_cast<double>(bench.bytes) / 1e6, benchmark::Counter::kIsRate);
}

double seconds_since(std::chrono::steady_clock::time_point start) {
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

void icu_words(benchmark::State& state) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::BreakIterator> words(icu::BreakIterator::createWordInstance(icu::Locale("ar"), status));
  const auto start = std::chrono::steady_clock::now();
  for (auto _ : state) {
    size_t borders = 0;
    for (const Report& report : bench.reports) {
      UText* text = utext_openUTF8(nullptr, report.text.data(), static_cast<int64_t>(report.text.size()), &status);
      words->setText(text, status);
      while (words->next() != icu::BreakIterator::DONE) ++borders;
      utext_close(text);
    }
    benchmark::DoNotOptimize(borders);
  }
  bench.icu_seconds = seconds_since(start) / static_cast<double>(state.iterations());
  count(state);
}

void whole(benchmark::State& state) {
  const auto start = std::chrono::steady_clock::now();
  for (auto _ : state)
    for (const Report& report : bench.reports) benchmark::DoNotOptimize(bench.engine->read(report).events.size());
  bench.whole_seconds = seconds_since(start) / static_cast<double>(state.iterations());
  count(state);
  state.counters["x ICU"] = bench.whole_seconds / bench.icu_seconds;
}

void json(benchmark::State& state) {
  const auto exporter = make_exporter("json", bench.engine->lexicon());
  std::vector<Document> documents;
  for (size_t i = 0; i < bench.reports.size(); i += 10) documents.push_back(bench.engine->read(bench.reports[i]));
  std::string out;
  for (auto _ : state) {
    out.clear();
    for (const Document& doc : documents) (*exporter)->write(doc, out);
    benchmark::DoNotOptimize(out.data());
  }
  state.counters["reports/s"] = benchmark::Counter(static_cast<double>(state.iterations() * documents.size()), benchmark::Counter::kIsRate);
}

/// The time of one stage, taken by the engine's own timers over a whole reading.
void one_stage(benchmark::State& state, size_t stage) {
  for (auto _ : state) {
    std::vector<StageTime> times;
    for (const Report& report : bench.reports) (void)bench.engine->read(report, times);
    state.SetIterationTime(static_cast<double>(times[stage].nanoseconds) / 1e9);
  }
  count(state);
}

long peak_megabytes() {
  rusage usage = {};
  getrusage(RUSAGE_SELF, &usage);
  return usage.ru_maxrss / 1024;
}

}  // namespace

int main(int argc, char** argv) {
  benchmark::Initialize(&argc, argv);
  const char* path = std::getenv("ISNAD_BULK");
  if (path == nullptr) {
    std::cout << "isnad-bench: skipped: ISNAD_BULK names no file of reports (JSON Lines, .gz too)\n";
    return 0;
  }
  if (const Error error = read_reports(path); !error.message.empty()) {
    std::cerr << error.text() << '\n';
    return error.exit_code();
  }
  Result<Lexicon> lexicon = Lexicon::load(ISNAD_LEXICON_IMAGE);
  Result<Engine> engine = lexicon ? Engine::build(*lexicon) : tl::unexpected<Error>(lexicon.error());
  if (!engine) {
    std::cerr << engine.error().text() << '\n';
    return engine.error().exit_code();
  }
  bench.engine = std::make_unique<Engine>(std::move(*engine));
  std::cout << bench.reports.size() << " reports, " << static_cast<double>(bench.bytes) / 1e6 << " MB\n";

  benchmark::RegisterBenchmark("icu_words", icu_words)->Unit(benchmark::kMillisecond);
  benchmark::RegisterBenchmark("isnad", whole)->Unit(benchmark::kMillisecond);
  const std::vector<std::string_view> stages = Engine::stages();
  for (size_t s = 0; s < stages.size(); ++s) {
    benchmark::RegisterBenchmark(("isnad/" + std::string(stages[s])).c_str(), [s](benchmark::State& state) { one_stage(state, s); })
        ->Unit(benchmark::kMillisecond)
        ->UseManualTime()
        ->Iterations(1);
  }
  benchmark::RegisterBenchmark("json", json)->Unit(benchmark::kMillisecond);
  benchmark::RunSpecifiedBenchmarks();
  if (bench.icu_seconds > 0 && bench.whole_seconds > 0) {
    std::cout << "isnad takes " << bench.whole_seconds / bench.icu_seconds << " times as long as ICU word segmentation, "
              << static_cast<double>(bench.reports.size()) / bench.whole_seconds << " reports/s on one thread\n";
  }
  std::cout << "peak memory " << peak_megabytes() << " MB, reports included\n";
  return 0;
}
