// The one screen: which stages there are, in which order, what each reads and writes. Nothing else knows two stages.
#include "isnad/engine.h"

#include <algorithm>
#include <chrono>
#include <utility>

#include "stage.h"

namespace isnad {
namespace {

/// The parts of a Document, as bits.
enum Layer : unsigned {
  kReport = 1,
  kViews = 2,
  kSentences = 4,
  kTokens = 8,
  kReadings = 16,
  kChunks = 32,
  kEntities = 64,
  kStatements = 128,
  kEvents = 256,
  kTies = 512
};

struct StageEntry {
  std::string_view name;
  unsigned reads;
  unsigned writes;
  StageMaker make;
};

constexpr std::array kStages = {
    StageEntry{"text", kReport, kViews, make_text_stage},
    StageEntry{"token", kReport | kViews, kSentences | kTokens, make_token_stage},
    StageEntry{"morph", kViews | kSentences | kTokens, kReadings, make_morph_stage},
    StageEntry{"chunk", kViews | kSentences | kTokens | kReadings, kChunks, make_chunk_stage},
    StageEntry{"mention", kReport | kViews | kTokens | kReadings | kChunks, kEntities, make_mention_stage},
    StageEntry{"quote", kReport | kViews | kTokens | kReadings | kChunks | kEntities, kStatements, make_quote_stage},
    StageEntry{"event", kReport | kViews | kTokens | kReadings | kChunks | kEntities | kStatements, kEvents | kTies, make_event_stage},
};

/// Every stage reads only what one before it wrote.
constexpr bool in_order() {
  unsigned written = kReport;
  for (const StageEntry& stage : kStages) {
    if ((stage.reads & ~written) != 0 || (stage.writes & written) != 0) return false;
    written |= stage.writes;
  }
  return true;
}
static_assert(in_order(), "a stage reads what no stage before it writes");

#ifdef NDEBUG
constexpr bool kAlwaysVerify = false;
#else
constexpr bool kAlwaysVerify = true;
#endif

}  // namespace

struct Engine::Parts {
  Lexicon lexicon;
  bool verify = false;
  std::array<std::unique_ptr<Stage>, kStages.size()> stages;  ///< null = switched off
};

namespace {

// Switching a stage off switches off what reads its layer: a stage never meets a Document that its contract excludes.
std::array<bool, kStages.size()> switched_on(const std::vector<std::string>& off) {
  std::array<bool, kStages.size()> on = {};
  unsigned written = kReport;
  for (size_t s = 0; s < kStages.size(); ++s) {
    on[s] = std::find(off.begin(), off.end(), kStages[s].name) == off.end() && (kStages[s].reads & ~written) == 0;
    if (on[s]) written |= kStages[s].writes;
  }
  return on;
}

void run_stage(const Stage& stage, std::string_view name, bool verify, Document& doc) {
  stage.run(doc);
  if (verify && !stage.verify(doc).empty()) doc.diagnostics.push_back({"broken-" + std::string(name), {}});
}

}  // namespace

Result<Engine> Engine::build(Lexicon lexicon, const EngineOptions& options) {
  for (const std::string& name : options.off) {
    if (std::any_of(kStages.begin(), kStages.end(), [&](const StageEntry& stage) { return stage.name == name; })) continue;
    return fail(ErrorCode::usage, "unknown stage \"" + name + "\": use text, token, morph, chunk, mention, quote or event");
  }
  auto parts = std::make_shared<Parts>(Parts{std::move(lexicon), options.verify || kAlwaysVerify, {}});
  const std::array<bool, kStages.size()> on = switched_on(options.off);
  for (size_t s = 0; s < kStages.size(); ++s) {
    if (!on[s]) continue;
    Result<std::unique_ptr<Stage>> stage = kStages[s].make(parts->lexicon, options);
    if (!stage) return tl::unexpected<Error>(stage.error());
    parts->stages[s] = std::move(*stage);
  }
  return Engine(std::move(parts));
}

Document Engine::read(Report report) const {
  Document doc;
  doc.report = std::move(report);
  for (size_t s = 0; s < kStages.size(); ++s)
    if (parts_->stages[s]) run_stage(*parts_->stages[s], kStages[s].name, parts_->verify, doc);
  return doc;
}

Document Engine::read(Report report, std::vector<StageTime>& times) const {
  using Clock = std::chrono::steady_clock;
  Document doc;
  doc.report = std::move(report);
  times.resize(kStages.size());
  for (size_t s = 0; s < kStages.size(); ++s) {
    times[s].stage = kStages[s].name;
    const Clock::time_point start = Clock::now();
    if (parts_->stages[s]) run_stage(*parts_->stages[s], kStages[s].name, parts_->verify, doc);
    times[s].nanoseconds += static_cast<uint64_t>(std::chrono::duration_cast<std::chrono::nanoseconds>(Clock::now() - start).count());
  }
  return doc;
}

const Lexicon& Engine::lexicon() const { return parts_->lexicon; }

std::vector<std::string_view> Engine::stages() {
  std::vector<std::string_view> names;
  names.reserve(kStages.size());
  for (const StageEntry& stage : kStages) names.push_back(stage.name);
  return names;
}

std::string_view version() { return ISNAD_VERSION; }

}  // namespace isnad
