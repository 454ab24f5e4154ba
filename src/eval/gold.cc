// The gold file as a whole: bytes to lines to reports.
#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

#include "eval/gold_line.h"
#include "input/bytes.h"
#include "isnad/eval.h"

namespace isnad::eval {
namespace {

constexpr size_t kBlock = size_t{1} << 16;
constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
constexpr std::string_view kWhiteSpace = " \t\r\n";

Result<std::string> bytes_of(const std::string& path) {
  const bool piped = path == "-";
  const int descriptor = piped ? STDIN_FILENO : ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) return fail(ErrorCode::input, std::string("cannot open: ") + std::strerror(errno));
  ByteStream stream(descriptor, !piped, nullptr);
  std::string bytes;
  for (;;) {
    const size_t had = bytes.size();
    bytes.resize(had + kBlock);
    const Result<size_t> got = stream.read(bytes.data() + had, kBlock);
    if (!got) return tl::unexpected<Error>(got.error());
    bytes.resize(had + *got);
    if (*got == 0) return bytes;
  }
}

}  // namespace

GoldFile read_gold(const std::string& path) {
  GoldFile gold;
  const std::string name = path == "-" ? "<stdin>" : path;
  const auto tell = [&](Error fault, uint32_t line) {
    fault.file = name;
    fault.line = line;
    gold.faults.push_back(std::move(fault));
  };
  Result<std::string> bytes = bytes_of(path);
  if (!bytes) {
    tell(bytes.error(), 0);
    return gold;
  }
  bytes->reserve(bytes->size() + GoldLineParser::kPadding);
  GoldLineParser parser;
  std::string_view rest = *bytes;
  if (rest.starts_with(kByteOrderMark)) rest.remove_prefix(kByteOrderMark.size());
  for (uint32_t number = 1; !rest.empty(); ++number) {
    const std::string_view line = rest.substr(0, rest.find('\n'));
    rest.remove_prefix(std::min(line.size() + 1, rest.size()));
    if (line.find_first_not_of(kWhiteSpace) == std::string_view::npos) continue;
    Result<GoldReport> report = parser.parse(line);
    if (report) gold.reports.push_back(std::move(*report));
    else tell(report.error(), number);
  }
  return gold;
}

}  // namespace isnad::eval
