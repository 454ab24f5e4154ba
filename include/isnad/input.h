// Input: files and streams to Reports, one at a time, whatever their size.
//
//   auto reader = isnad::ReportReader::open("news.jsonl.gz", {});
//   for (;;) {
//     isnad::Result<std::optional<isnad::Report>> next = (*reader)->next();
//     if (!next) { std::cerr << next.error().text() << '\n'; continue; }   // a bad line; the next call goes on behind it
//     if (!*next) break;                                                   // the end
//     engine.read(std::move(**next));
//   }
//
// The form is told by content: gzip is unpacked (any number of members), a first line that opens a JSON object means JSON Lines, the rest
// is plain text: one report a file, its bytes untouched (Engine::read decodes them).
// JSON Lines: {"id","text","title","outlet","published","url"}, other keys are skipped; a title is put before the text as its first
// line unless the text already starts with it; a lone surrogate in an escape becomes U+FFFD; `published` that is no day counts as not told;
// empty lines and a byte order mark are skipped.
//
// Memory: one report and two read buffers. Thread-safety: none; one thread reads.
#pragma once

#include <atomic>
#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "isnad/document.h"
#include "isnad/result.h"

namespace isnad {

enum class InputForm : unsigned char { by_content, text, jsonl };

/// "text", "jsonl", "auto". Fails with ErrorCode::usage on another name.
Result<InputForm> input_form(std::string_view name);

/// "2018-08-09" for "2018-08-09" and "2018-08-09T10:00:00Z"; empty when `text` does not begin with a day of the calendar.
std::string iso_day(std::string_view text);

struct InputOptions {
  InputForm form = InputForm::by_content;
  Report defaults;                            ///< id, outlet, published, url of a report that does not tell its own
  size_t max_report_bytes = size_t{1} << 26;  ///< a longer report is an Error, not an exhausted machine
  const std::atomic<bool>* stop = nullptr;    ///< when set to true, next() soon returns the end, even while it waits for a pipe
};

class ReportReader {
 public:
  /// "-" is standard input. Fails with ErrorCode::input when the file cannot be opened.
  static Result<std::unique_ptr<ReportReader>> open(const std::string& path, InputOptions options);
  /// Reads from an open descriptor, which stays open; `name` stands in errors.
  static std::unique_ptr<ReportReader> from_descriptor(int descriptor, std::string name, InputOptions options);

  virtual ~ReportReader() = default;
  /// The next report; nullopt at the end. An Error (file:line:column, bytes) tells of one line or of a broken stream; calling again goes
  /// on.
  virtual Result<std::optional<Report>> next() = 0;
};

}  // namespace isnad
