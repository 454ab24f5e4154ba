#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

#include "input/bytes.h"
#include "input/json_line.h"
#include "isnad/input.h"

namespace isnad {
namespace {

constexpr size_t kChunk = size_t{1} << 16;
constexpr size_t kLook = 4096;  // enough to tell the form: white space, then the first two marks
constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
constexpr std::string_view kWhiteSpace = " \t\r\n";

/// "news" for "/data/news.jsonl.gz": the id of a report that has none.
std::string stem_of(std::string_view path) {
  std::string_view name = path.substr(path.find_last_of('/') + 1);
  if (name.ends_with(".gz")) name.remove_suffix(3);
  const size_t dot = name.find_last_of('.');
  if (dot != std::string_view::npos && dot > 0) name = name.substr(0, dot);
  return name.empty() ? "report" : std::string(name);
}

class StreamReader final : public ReportReader {
 public:
  StreamReader(int descriptor, bool owns, std::string name, std::string stem, InputOptions options)
      : bytes_(descriptor, owns, options.stop), name_(std::move(name)), options_(std::move(options)) {
    if (options_.defaults.id.empty()) options_.defaults.id = std::move(stem);
  }

  Result<std::optional<Report>> next() override {
    if (!decided_) {
      const Result<void> form = decide();
      if (!form) return ended(form.error());
    }
    if (options_.form == InputForm::jsonl) return next_line();
    return whole_text();
  }

 private:
  Result<void> decide() {
    decided_ = true;
    while (!source_ended_ && buffer_.size() < kLook) {
      if (const Result<void> more = fill(); !more) return more;
      const std::string_view seen = content();
      if (seen.size() > 1 && seen.find_first_not_of(kWhiteSpace, 1) != std::string_view::npos)
        break;  // both marks are there: wait for no more
    }
    const std::string_view first = content();
    const size_t second = std::min(first.find_first_not_of(kWhiteSpace, 1), first.size());
    const char mark = second < first.size() ? first[second] : '\0';
    if (options_.form == InputForm::by_content) {
      if (first.starts_with('[') && mark == '{') {
        return fail(ErrorCode::input, "a JSON array: write one object a line (jq -c '.[]')", name_, 1, 1);
      }
      options_.form = first.starts_with('{') && (mark == '"' || mark == '}') ? InputForm::jsonl : InputForm::text;
    }
    if (options_.form == InputForm::jsonl && std::string_view(buffer_).starts_with(kByteOrderMark)) at_ = kByteOrderMark.size();
    return {};
  }

  /// What the buffer holds, without byte order mark and leading white space.
  std::string_view content() const {
    std::string_view seen = buffer_;
    if (seen.starts_with(kByteOrderMark)) seen.remove_prefix(kByteOrderMark.size());
    seen.remove_prefix(std::min(seen.find_first_not_of(kWhiteSpace), seen.size()));
    return seen;
  }

  Result<void> fill() {
    const size_t had = buffer_.size();
    const size_t want = std::max(kChunk, std::min(had, kChunk * 64));  // longer steps for longer reports
    if (buffer_.capacity() < had + want + JsonLineParser::kPadding)
      buffer_.reserve(std::max(had + want + JsonLineParser::kPadding, had * 3 / 2));
    buffer_.resize(had + want);
    const Result<size_t> got = bytes_.read(buffer_.data() + had, want);
    buffer_.resize(had + (got ? *got : 0));
    if (!got) return tl::unexpected<Error>(placed(got.error()));
    source_ended_ = *got == 0;
    return {};
  }

  Result<std::optional<Report>> whole_text() {
    while (!source_ended_) {
      if (const Result<void> more = fill(); !more) return ended(more.error());
      if (buffer_.size() > options_.max_report_bytes) return ended(placed(too_long("the text")));
    }
    if (stopped() || buffer_.empty() || done_) return std::nullopt;
    done_ = true;
    Report report = options_.defaults;
    report.text = std::move(buffer_);
    buffer_.clear();
    return std::optional<Report>(std::move(report));
  }

  Result<std::optional<Report>> next_line() {
    for (;;) {
      const Result<bool> found = find_line();
      if (!found) return tl::unexpected<Error>(found.error());
      if (!*found || stopped()) return std::nullopt;
      const std::string_view line = std::string_view(buffer_).substr(at_, line_end_ - at_);
      at_ = std::min(line_end_ + 1, buffer_.size());
      ++line_;
      if (line.find_first_not_of(kWhiteSpace) == std::string_view::npos) continue;
      buffer_.reserve(buffer_.size() + JsonLineParser::kPadding);
      Report defaults = options_.defaults;
      defaults.id += ':' + std::to_string(line_);
      Result<Report> report = parser_.parse(line, defaults);
      if (!report) return tl::unexpected<Error>(placed(report.error(), line_));
      return std::optional<Report>(std::move(*report));
    }
  }

  /// Finds the end of the line that begins at `at_`; false = no more lines. A line that is too long is passed over.
  Result<bool> find_line() {
    size_t searched = at_;
    for (;;) {
      const size_t end = buffer_.find('\n', searched);
      if (end != std::string::npos || (source_ended_ && at_ < buffer_.size())) {
        line_end_ = std::min(end, buffer_.size());
        return true;
      }
      if (source_ended_) return false;
      searched = buffer_.size() - at_;
      buffer_.erase(0, at_);
      at_ = 0;
      if (buffer_.size() > options_.max_report_bytes) return skip_line();
      if (const Result<void> more = fill(); !more) {
        buffer_.clear();
        source_ended_ = true;
        return tl::unexpected<Error>(more.error());
      }
    }
  }

  Result<bool> skip_line() {
    size_t end = std::string::npos;
    while (end == std::string::npos && !source_ended_) {
      buffer_.clear();
      if (const Result<void> more = fill(); !more) source_ended_ = true;
      end = buffer_.find('\n');
    }
    at_ = end == std::string::npos ? buffer_.size() : end + 1;
    return tl::unexpected<Error>(placed(too_long("the line"), ++line_));
  }

  Error too_long(const std::string& what) const {
    return Error{
        ErrorCode::input, what + " is longer than " + std::to_string(options_.max_report_bytes) + " bytes: no report is", {}, 0, 0};
  }

  Error placed(Error error, uint32_t line = 0) const {
    error.file = name_;
    if (error.line == 0) error.line = line;
    return error;
  }

  /// An error behind which nothing can be read.
  tl::unexpected<Error> ended(Error error) {
    source_ended_ = true;
    done_ = true;
    buffer_.clear();
    return tl::unexpected<Error>(std::move(error));
  }

  bool stopped() const { return options_.stop != nullptr && options_.stop->load(std::memory_order_relaxed); }

  ByteStream bytes_;
  const std::string name_;
  InputOptions options_;
  JsonLineParser parser_;
  std::string buffer_;
  size_t at_ = 0;        ///< in buffer_: the first byte not yet given out
  size_t line_end_ = 0;  ///< in buffer_: the newline found last
  uint32_t line_ = 0;
  bool decided_ = false;
  bool source_ended_ = false;
  bool done_ = false;
};

bool is_leap(int year) { return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0; }

}  // namespace

Result<InputForm> input_form(std::string_view name) {
  if (name == "auto") return InputForm::by_content;
  if (name == "text") return InputForm::text;
  if (name == "jsonl") return InputForm::jsonl;
  return fail(ErrorCode::usage, "unknown input form \"" + std::string(name) + "\": use auto, text or jsonl");
}

std::string iso_day(std::string_view text) {
  constexpr std::string_view kShape = "0000-00-00";
  if (text.size() < kShape.size() || (text.size() > kShape.size() && text[10] != 'T' && text[10] != ' ')) return {};
  const std::string_view day = text.substr(0, kShape.size());
  for (size_t i = 0; i < day.size(); ++i) {
    const bool fits = kShape[i] == '0' ? day[i] >= '0' && day[i] <= '9' : day[i] == kShape[i];
    if (!fits) return {};
  }
  const auto number = [&](size_t at, size_t length) {
    int value = 0;
    for (char digit : day.substr(at, length)) value = value * 10 + (digit - '0');
    return value;
  };
  const int year = number(0, 4);
  const int month = number(5, 2);
  constexpr int kDays[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  if (year < 1 || month < 1 || month > 12) return {};
  const int last = kDays[month - 1] + (month == 2 && is_leap(year) ? 1 : 0);
  return number(8, 2) >= 1 && number(8, 2) <= last ? std::string(day) : std::string();
}

Result<std::unique_ptr<ReportReader>> ReportReader::open(const std::string& path, InputOptions options) {
  if (path == "-") return from_descriptor(STDIN_FILENO, "<stdin>", std::move(options));
  const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) return fail(ErrorCode::input, std::string("cannot open: ") + std::strerror(errno), path);
  return std::make_unique<StreamReader>(descriptor, true, path, stem_of(path), std::move(options));
}

std::unique_ptr<ReportReader> ReportReader::from_descriptor(int descriptor, std::string name, InputOptions options) {
  std::string stem = name == "<stdin>" ? "stdin" : stem_of(name);
  return std::make_unique<StreamReader>(descriptor, false, std::move(name), std::move(stem), std::move(options));
}

}  // namespace isnad
