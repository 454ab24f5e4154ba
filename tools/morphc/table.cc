#include "table.h"

#include <fstream>

namespace isnad::morphc {

std::vector<std::string> split(std::string_view text, char separator) {
  std::vector<std::string> parts;
  size_t from = 0;
  while (true) {
    const size_t cut = text.find(separator, from);
    parts.emplace_back(text.substr(from, cut == std::string_view::npos ? cut : cut - from));
    if (cut == std::string_view::npos) return parts;
    from = cut + 1;
  }
}

Result<std::vector<TsvRow>> read_table(const std::string& path) {
  std::ifstream in(path);
  if (!in) return fail(ErrorCode::input, "cannot be read", path);
  std::vector<TsvRow> rows;
  std::vector<std::string> columns;
  std::string line;
  for (uint32_t number = 1; std::getline(in, line); ++number) {
    if (!line.empty() && line.back() == '\r') line.pop_back();
    if (line.empty() || line[0] == '#') continue;
    std::vector<std::string> cells = split(line, '\t');
    if (columns.empty()) {
      columns = std::move(cells);
      continue;
    }
    if (cells.size() > columns.size()) return fail(ErrorCode::lexicon, "more cells than columns", path, number);
    TsvRow row{number, {}};
    for (size_t i = 0; i < cells.size(); ++i) row.cells.emplace(columns[i], std::move(cells[i]));
    rows.push_back(std::move(row));
  }
  return rows;
}

}  // namespace isnad::morphc
