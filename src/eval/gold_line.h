// One line of a gold file to a GoldReport.
#pragma once

#include <memory>
#include <string_view>

#include "isnad/eval.h"

namespace isnad::eval {

/// Parses lines; keeps the parser's buffers between them. Not thread-safe.
class GoldLineParser {
 public:
  static const size_t kPadding;  ///< readable bytes that must follow every line

  GoldLineParser();
  ~GoldLineParser();
  /// Fails with ErrorCode::input and the column (bytes, from 1); file and line are left to the caller. REQUIRES: kPadding readable bytes
  /// behind `line`.
  Result<GoldReport> parse(std::string_view line);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace isnad::eval
