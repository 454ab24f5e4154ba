// One line of JSON Lines to a Report.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

#include "isnad/document.h"
#include "isnad/result.h"

namespace isnad {

/// Parses lines; keeps the parser's buffers between them. Not thread-safe.
class JsonLineParser {
 public:
  static const size_t kPadding;  ///< readable bytes that must follow every line

  JsonLineParser();
  ~JsonLineParser();
  /// What the line does not tell is taken from `defaults`. REQUIRES: kPadding readable bytes behind `line`.
  /// Fails with ErrorCode::input and the column (bytes, from 1); file and line are left to the caller.
  Result<Report> parse(std::string_view line, const Report& defaults);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

/// A JSON string literal (from its first quotation mark on) without its escapes; a lone surrogate becomes U+FFFD.
std::string unescaped_json(std::string_view literal);

}  // namespace isnad
