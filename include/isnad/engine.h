// Engine: from a report to a coded Document. Start here.
//
//   auto lexicon = isnad::Lexicon::load(path);
//   auto engine = isnad::Engine::build(std::move(*lexicon));
//   isnad::Document doc = engine->read({.published = "2018-08-09", .text = text});   // never fails on text
//   for (const isnad::Event& e : doc.events) …
//
// Built once, immutable; const calls are thread-safe. The same text and lexicon give the same Document, byte for byte, on any
// number of threads.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "isnad/document.h"
#include "isnad/lexicon.h"
#include "isnad/result.h"

namespace isnad {

struct EngineOptions {
  std::vector<std::string> off;  ///< names of stages that are skipped, for tests and measuring ("event")
  bool trace = false;            ///< keep Document::trace for `isnad explain`
  bool verify = false;  ///< run each stage's verifier; a broken promise becomes a diagnostic "broken-<stage>" (always on in debug builds)
};

/// Time spent in one stage by one read, for benchmarks.
struct StageTime {
  std::string_view stage;
  uint64_t nanoseconds = 0;
};

class Engine {
 public:
  /// Fails when a stage's rows do not parse, or `off` names an unknown stage.
  static Result<Engine> build(Lexicon lexicon, const EngineOptions& options = {});

  /// Codes one report. Any bytes: text that is not UTF-8 is decoded first (a diagnostic says how) and report.text is the decoded UTF-8.
  Document read(Report report) const;
  /// The same, adding each stage's time to `times` (resized to the number of stages, in order).
  Document read(Report report, std::vector<StageTime>& times) const;

  const Lexicon& lexicon() const;
  static std::vector<std::string_view> stages();  ///< text token morph chunk mention quote event

  struct Parts;

 private:
  explicit Engine(std::shared_ptr<const Parts> parts) : parts_(std::move(parts)) {}
  std::shared_ptr<const Parts> parts_;
};

std::string_view version();  ///< "0.1.0"

}  // namespace isnad
