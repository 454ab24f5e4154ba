#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string_view>
#include <unordered_map>

#include "base/utf8.h"
#include "lexicon/rows.h"

namespace isnad::lexicon {
namespace {

namespace fs = std::filesystem;

std::vector<std::string_view> split(std::string_view line, char separator) {
  std::vector<std::string_view> parts;
  for (;;) {
    const size_t cut = line.find(separator);
    parts.push_back(line.substr(0, cut));
    if (cut == std::string_view::npos) return parts;
    line.remove_prefix(cut + 1);
  }
}

class TsvReader {
 public:
  TsvReader(const TableSchema& schema, const std::string& file, const std::string& place, Faults& faults)
      : schema_(schema), file_(file), place_(place), faults_(faults) {}

  void read(std::string_view text, std::vector<SourceRow>& rows) {
    if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
    for (std::string_view line : split(text, '\n')) {
      ++line_;
      if (line.empty() || line.front() == '#') continue;
      if (!is_valid_utf8(line)) {
        fault(bad_cell(line), "the line is not UTF-8: save the file as UTF-8");
      } else if (line.back() == '\r') {
        fault(0, "the line ends with a carriage return: save the file with Unix line ends");
      } else if (header_.empty()) {
        if (!read_header(line)) return;
      } else {
        read_row(line, rows);
      }
    }
    if (header_.empty()) fault(0, "no header line: the first line names the columns");
  }

 private:
  static size_t bad_cell(std::string_view line) {
    const std::vector<std::string_view> cells = split(line, '\t');
    return static_cast<size_t>(std::find_if_not(cells.begin(), cells.end(), is_valid_utf8) - cells.begin()) + 1;
  }

  void fault(size_t column, std::string message) {
    faults_.push_back(Error{ErrorCode::lexicon, std::move(message), file_, line_, static_cast<uint32_t>(column)});
  }

  bool read_header(std::string_view line) {
    std::vector<size_t> header;
    for (std::string_view name : split(line, '\t')) {
      const size_t column = column_of(schema_, name);
      if (column == npos) {
        fault(header.size() + 1,
              "unknown column \"" + std::string(name) + "\": lexicon/README.md lists the columns of " + std::string(schema_.path));
        return false;
      }
      if (std::find(header.begin(), header.end(), column) != header.end()) {
        fault(header.size() + 1, "the column \"" + std::string(name) + "\" stands twice");
        return false;
      }
      header.push_back(column);
    }
    for (size_t c = 0; c < schema_.columns.size(); ++c) {
      if (std::find(header.begin(), header.end(), c) != header.end()) continue;
      fault(0, "the column \"" + std::string(schema_.columns[c].name) + "\" is missing");
      return false;
    }
    header_ = std::move(header);
    return true;
  }

  void read_row(std::string_view line, std::vector<SourceRow>& rows) {
    const std::vector<std::string_view> cells = split(line, '\t');
    if (cells.size() != header_.size()) {
      const bool extra = cells.size() > header_.size();
      const size_t column = std::min(cells.size(), header_.size()) + 1;
      fault(column, std::to_string(cells.size()) + " cells where the header has " + std::to_string(header_.size()) +
                        " columns: " + (extra ? "a tab too many" : "an empty cell still needs its tab"));
      return;
    }
    SourceRow row;
    row.cells.resize(cells.size());
    for (size_t c = 0; c < cells.size(); ++c) row.cells[header_[c]] = cells[c];
    row.place = place_;
    row.file = file_;
    row.line = line_;
    const auto [known, fresh] = keys_.try_emplace(key_of(schema_, row), line_);
    if (!fresh) {
      fault(1, "\"" + known->first + "\" stands in line " + std::to_string(known->second) + " already: ids are unique in a file");
      return;
    }
    rows.push_back(std::move(row));
  }

  const TableSchema& schema_;
  const std::string& file_;
  const std::string& place_;
  Faults& faults_;
  uint32_t line_ = 0;
  std::vector<size_t> header_;
  std::unordered_map<std::string, uint32_t> keys_;
};

// "lexicon" for "/work/main/lexicon/" and for "." inside it.
std::string own_name(const std::string& dir) {
  std::error_code error;
  fs::path path = fs::weakly_canonical(dir, error);
  if (error) path = dir;
  return path.has_filename() ? path.filename().string() : path.parent_path().filename().string();
}

void merge(std::vector<SourceRow>& into, std::vector<SourceRow> rows, const TableSchema& schema) {
  std::unordered_map<std::string, size_t> known;
  for (size_t r = 0; r < into.size(); ++r) known.emplace(key_of(schema, into[r]), r);
  for (SourceRow& row : rows) {
    const auto found = known.find(key_of(schema, row));
    if (found == known.end()) into.push_back(std::move(row));
    else into[found->second] = std::move(row);
  }
}

// A file that no table is read from is a misspelt name.
void find_strangers(const std::string& dir, Faults& faults) {
  std::error_code error;
  std::vector<std::string> found;
  for (fs::recursive_directory_iterator it(dir, error), end; !error && it != end; it.increment(error)) {
    if (it->path().extension() == ".tsv") found.push_back(it->path().lexically_relative(dir).generic_string());
  }
  std::sort(found.begin(), found.end());
  for (const std::string& path : found) {
    bool known = std::find(kMorphologyFiles.begin(), kMorphologyFiles.end(), path) != kMorphologyFiles.end();
    for (size_t t = 0; t < kTables; ++t) known = known || schema_of(static_cast<Table>(t)).path == path;
    if (!known)
      faults.push_back(
          Error{ErrorCode::lexicon, "no such table: lexicon/README.md lists the files", (fs::path(dir) / path).string(), 0, 0});
  }
  if (found.empty())
    faults.push_back(Error{ErrorCode::lexicon, "no TSV below this directory: it has the layout of lexicon/ (ar/events.tsv …)", dir, 0, 0});
}

}  // namespace

std::string key_of(const TableSchema& schema, const SourceRow& row) {
  std::string key = row.cells[0];
  for (size_t c = 1; c < schema.key_columns; ++c) key.append("/").append(row.cells[c]);
  return key;
}

void read_tsv(const std::string& text, const TableSchema& schema, const std::string& file, const std::string& place,
              std::vector<SourceRow>& rows, Faults& faults) {
  TsvReader(schema, file, place, faults).read(text, rows);
}

void read_directory(const std::string& dir, Rows& rows, Faults& faults) {
  std::error_code error;
  if (!fs::is_directory(dir, error)) {
    faults.push_back(Error{ErrorCode::input, "no such directory", dir, 0, 0});
    return;
  }
  find_strangers(dir, faults);
  const std::string name = own_name(dir);
  for (size_t t = 0; t < kTables; ++t) {
    const TableSchema& schema = schema_of(static_cast<Table>(t));
    const std::string file = (fs::path(dir) / schema.path).string();
    std::ifstream in(file, std::ios::binary);
    if (!in) continue;
    const std::string text{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
    std::vector<SourceRow> fresh;
    read_tsv(text, schema, file, name + "/" + std::string(schema.path), fresh, faults);
    merge(rows[t], std::move(fresh), schema);
  }
}

}  // namespace isnad::lexicon
