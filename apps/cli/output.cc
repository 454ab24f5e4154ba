#include "cli/output.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <system_error>
#include <utility>

namespace isnad::cli {

Result<Output> Output::open(const std::string& path) {
  if (path.empty() || path == "-") return Output(STDOUT_FILENO, "<stdout>", false);
  const int descriptor = ::open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
  if (descriptor < 0) return fail(ErrorCode::output, std::string("cannot write: ") + std::strerror(errno), path);
  return Output(descriptor, path, true);
}

Output::Output(Output&& other) noexcept
    : descriptor_(other.descriptor_), name_(std::move(other.name_)), owns_(std::exchange(other.owns_, false)) {}

Output::~Output() {
  if (owns_) close(descriptor_);
}

Result<bool> Output::write(std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(descriptor_, bytes.data(), bytes.size());
    if (written >= 0) {
      bytes.remove_prefix(static_cast<size_t>(written));
    } else if (errno == EPIPE) {
      return false;
    } else if (errno != EINTR) {
      return fail(ErrorCode::output, std::string("cannot write: ") + std::strerror(errno), name_);
    }
  }
  return true;
}

Result<void> Output::finish() {
  if (!owns_) return {};
  owns_ = false;
  if (close(descriptor_) != 0) return fail(ErrorCode::output, std::string("cannot write: ") + std::strerror(errno), name_);
  return {};
}

bool is_same_file(const std::string& path, const std::string& output) {
  std::error_code unknown;
  return !output.empty() && std::filesystem::is_regular_file(output, unknown) && std::filesystem::equivalent(path, output, unknown);
}

}  // namespace isnad::cli
