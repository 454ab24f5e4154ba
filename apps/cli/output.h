// Where records go: standard output or a file, written whole or reported.
#pragma once

#include <string>
#include <string_view>

#include "isnad/result.h"

namespace isnad::cli {

class Output {
 public:
  /// "" or "-" is standard output. Fails with ErrorCode::output when the file cannot be made.
  static Result<Output> open(const std::string& path);
  Output(Output&& other) noexcept;
  Output(const Output&) = delete;
  Output& operator=(const Output&) = delete;
  Output& operator=(Output&&) = delete;
  ~Output();

  /// Writes all of `bytes` at once; false when the reader of a pipe has gone. Fails with ErrorCode::output (disk full …).
  Result<bool> write(std::string_view bytes);
  /// Closes the file, and reports what the system kept back until then.
  Result<void> finish();

  int descriptor() const { return descriptor_; }

 private:
  Output(int descriptor, std::string name, bool owns) : descriptor_(descriptor), name_(std::move(name)), owns_(owns) {}
  int descriptor_;
  std::string name_;
  bool owns_;
};

/// Whether `path` names the file that `descriptor` writes to: reading and writing one file at once would eat it.
bool is_same_file(const std::string& path, const std::string& output);

}  // namespace isnad::cli
