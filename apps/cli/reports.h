// The reports of several files, as the commands read them.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "isnad/input.h"

namespace isnad::cli {

inline constexpr size_t kReportsPerJob = 4;  ///< in flight; bounds the memory however long the input is

/// The reports of all files, one after another. Faults are told on standard error at once, and counted. Ends early when stop_flag() is set.
class Reports {
 public:
  Reports(std::vector<std::string> files, InputOptions options) : files_(std::move(files)), options_(std::move(options)) {}

  std::optional<Report> next();
  size_t faults() const { return faults_; }

 private:
  bool open();

  std::vector<std::string> files_;
  InputOptions options_;
  std::unique_ptr<ReportReader> reader_;
  size_t at_ = 0;
  size_t faults_ = 0;
};

/// The exit code of a run with so many faults; says how many there were.
int exit_code_of_faults(size_t faults);

}  // namespace isnad::cli
