#include "cli/reports.h"

#include <cstdio>

#include "cli/common.h"

namespace isnad::cli {

std::optional<Report> Reports::next() {
  while (!stop_flag() && open()) {
    Result<std::optional<Report>> report = reader_->next();
    if (!report) {
      complain(report.error());
      ++faults_;
    } else if (*report) {
      return std::move(*report);
    } else {
      reader_.reset();
    }
  }
  return std::nullopt;
}

bool Reports::open() {
  while (!reader_ && at_ < files_.size()) {
    Result<std::unique_ptr<ReportReader>> reader = ReportReader::open(files_[at_++], options_);
    if (reader) {
      reader_ = std::move(*reader);
    } else {
      complain(reader.error());
      ++faults_;
    }
  }
  return reader_ != nullptr;
}

int exit_code_of_faults(size_t faults) {
  if (faults == 0) return 0;
  std::fprintf(stderr, "isnad: %zu %s could not be read\n", faults, faults == 1 ? "input" : "inputs");
  return kExitInput;
}

}  // namespace isnad::cli
