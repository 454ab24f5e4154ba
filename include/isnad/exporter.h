// Exporter: one coded Document to bytes of a format. `isnad read --to NAME` uses nothing else.
//
//   auto exporter = isnad::make_exporter("json", engine.lexicon());
//   std::string out;
//   (*exporter)->write(doc, out);   // appends; the record ends with a newline
//
// An Exporter is immutable; const calls are thread-safe. It keeps a copy of the Lexicon (cheap) for the names of rows.
// The same Document gives the same bytes. Offsets in every format count code points of report.text, half-open.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "isnad/document.h"
#include "isnad/lexicon.h"
#include "isnad/result.h"

namespace isnad {

struct ExportOptions {
  bool colour = false;  ///< `text` only: ANSI colours, for a terminal
};

class Exporter {
 public:
  virtual ~Exporter() = default;
  /// Appends the records of `doc` to `out`. Any Document that Engine::read returns is fine; spans outside the text are cut to it.
  virtual void write(const Document& doc, std::string& out) const = 0;

  /// The formats, in the order in which help lists them. "compact" may name a stage: "compact:quote".
  static std::vector<std::string_view> names();  ///< json plover text conllu compact
};

/// Fails with ErrorCode::usage on an unknown name, or on "compact:" with an unknown stage.
Result<std::unique_ptr<Exporter>> make_exporter(std::string_view name, const Lexicon& lexicon, ExportOptions options = {});

}  // namespace isnad
