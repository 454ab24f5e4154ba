// Bytes to code points: every exporter counts in code points, the Document in bytes.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "isnad/document.h"

namespace isnad {

/// Built once per report, 4 bytes for every 64 bytes of text; a look-up counts at most 63 bytes. Views `text`: must not outlive it.
class CodePoints {
 public:
  explicit CodePoints(std::string_view text);
  /// The number of code points before `byte`; a byte behind the end counts as the end.
  uint32_t at(uint32_t byte) const;
  Span of(Span bytes) const { return {at(bytes.begin), at(bytes.end)}; }

 private:
  std::string_view text_;
  std::vector<uint32_t> blocks_;  ///< code points before byte 64 * i
};

}  // namespace isnad
