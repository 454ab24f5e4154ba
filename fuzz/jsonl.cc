// Any bytes are an input: reports and errors come out, one after the other, and the end is reached.
#include <sys/mman.h>
#include <unistd.h>

#include "base/utf8.h"
#include "isnad/input.h"
#include "support.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  using namespace isnad;
  if (size == 0) return 0;
  const int descriptor = ::memfd_create("input", MFD_CLOEXEC);
  if (descriptor < 0) return 0;
  fuzz::promise(::write(descriptor, data + 1, size - 1) == static_cast<ssize_t>(size - 1));
  ::lseek(descriptor, 0, SEEK_SET);
  InputOptions options;
  options.form = data[0] % 3 == 0 ? InputForm::by_content : data[0] % 3 == 1 ? InputForm::jsonl : InputForm::text;
  options.max_report_bytes = size_t{1} << 20;
  const auto reader = ReportReader::from_descriptor(descriptor, "input", options);
  // gzip members may unpack to many lines; each call makes progress.
  for (size_t calls = 0; calls < 100000; ++calls) {
    const Result<std::optional<Report>> next = reader->next();
    if (!next) fuzz::promise(!next.error().message.empty());
    else if (!*next) break;
    fuzz::promise(calls + 1 < 100000);
  }
  ::close(descriptor);
  return 0;
}
