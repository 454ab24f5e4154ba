// Reading the TSV tables of lexicon/ by column name.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "isnad/result.h"

namespace isnad::morphc {

struct TsvRow {
  uint32_t line = 0;
  std::unordered_map<std::string, std::string> cells;
  std::string_view operator[](const std::string& column) const {
    auto it = cells.find(column);
    return it == cells.end() ? std::string_view() : std::string_view(it->second);
  }
};

/// The rows of `path`; a missing file is an Error.
Result<std::vector<TsvRow>> read_table(const std::string& path);
std::vector<std::string> split(std::string_view text, char separator);

}  // namespace isnad::morphc
