#include "isnad/lexicon.h"

#include <array>
#include <cstring>
#include <fstream>
#include <iterator>

#include "lexicon/compile.h"
#include "lexicon/mapping.h"
#include "lexicon/rows.h"
#include "lexicon/view.h"

namespace isnad {

using lexicon::Faults;
using lexicon::Rows;
using lexicon::View;

struct Lexicon::Data {
  lexicon::Mapping mapping;  ///< one of the two holds the image
  std::vector<char> bytes;
  View view;
  std::string hash;
};

namespace {

std::string hex(uint64_t value) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  std::string text(16, '0');
  for (size_t i = 16; i-- > 0; value >>= 4) text[i] = kDigits[value & 15];
  return text;
}

// The first fault, and how many more there are.
Error first_of(Faults faults) {
  Error error = std::move(faults.front());
  if (faults.size() > 1) error.message += " (and " + std::to_string(faults.size() - 1) + " more faults: isnad lexicon check)";
  return error;
}

Result<std::vector<char>> read_file(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) return fail(ErrorCode::input, "the file cannot be read", path);
  return std::vector<char>{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

Result<Rows> sound_rows(const std::vector<std::string>& dirs, Rows rows) {
  Faults faults;
  for (const std::string& dir : dirs) lexicon::read_directory(dir, rows, faults);
  lexicon::check_rows(rows, faults);
  if (!faults.empty()) return tl::unexpected<Error>(first_of(std::move(faults)));
  return rows;
}

// The rows of an image as they were in their TSV.
Rows rows_of(const View& view) {
  Rows rows;
  for (size_t t = 0; t < lexicon::kTables; ++t) {
    const lexicon::TableInfo& info = view.tables[t];
    for (uint32_t r = 0; r < info.rows; ++r) {
      lexicon::SourceRow row;
      for (uint32_t c = 0; c < info.columns; ++c) row.cells.emplace_back(view.string(view.cells[info.first_cell + r * info.columns + c]));
      const lexicon::SourcePlace& source = view.sources[info.first_row + r];
      row.place = row.file = view.string(source.file);
      row.line = source.line;
      rows[t].push_back(std::move(row));
    }
  }
  return rows;
}

}  // namespace

std::string_view table_name(Table table) { return table < Table::count ? lexicon::schema_of(table).name : std::string_view(); }

Result<Lexicon> Lexicon::load(const std::string& image_path) {
  auto data = std::make_shared<Data>();
  Result<lexicon::Mapping> mapping = lexicon::Mapping::of_file(image_path);
  if (!mapping) return tl::unexpected<Error>(mapping.error());
  data->mapping = std::move(*mapping);
  Result<View> view = lexicon::check_image(data->mapping.bytes(), image_path);
  if (!view) return tl::unexpected<Error>(view.error());
  data->view = *view;
  data->hash = hex(view->checksum);
  return Lexicon(std::move(data));
}

Result<Lexicon> Lexicon::from_bytes(std::vector<char> image) {
  auto data = std::make_shared<Data>();
  data->bytes = std::move(image);
  Result<View> view = lexicon::check_image(data->bytes, {});
  if (!view) return tl::unexpected<Error>(view.error());
  data->view = *view;
  data->hash = hex(view->checksum);
  return Lexicon(std::move(data));
}

Result<Lexicon> Lexicon::load_with(const std::string& image_path, const std::vector<std::string>& overlay_dirs) {
  Result<Lexicon> base = load(image_path);
  if (!base || overlay_dirs.empty()) return base;
  Result<Rows> rows = sound_rows(overlay_dirs, rows_of(base->data_->view));
  if (!rows) return tl::unexpected<Error>(rows.error());
  return from_bytes(lexicon::compile_image(*rows, base->morphology()));
}

Result<std::vector<char>> Lexicon::compile(const std::vector<std::string>& dirs, const std::string& morphology_path) {
  std::vector<char> morphology;
  if (!morphology_path.empty()) {
    Result<std::vector<char>> read = read_file(morphology_path);
    if (!read) return read;
    morphology = std::move(*read);
  }
  Result<Rows> rows = sound_rows(dirs, {});
  if (!rows) return tl::unexpected<Error>(rows.error());
  return lexicon::compile_image(*rows, morphology);
}

std::string_view Lexicon::hash() const { return data_->hash; }

uint32_t Lexicon::rows(Table table) const { return table < Table::count ? data_->view.tables[static_cast<size_t>(table)].rows : 0; }

std::string_view Lexicon::cell(Table table, uint32_t row, std::string_view column) const {
  if (row >= rows(table)) return {};
  const size_t c = lexicon::column_of(lexicon::schema_of(table), column);
  if (c == lexicon::npos) return {};
  const lexicon::TableInfo& info = data_->view.tables[static_cast<size_t>(table)];
  return data_->view.string(data_->view.cells[info.first_cell + row * info.columns + c]);
}

std::string Lexicon::row_name(RowId id) const {
  const Table table = static_cast<Table>(id.table);
  if (id.row >= rows(table)) return {};
  const lexicon::TableSchema& schema = lexicon::schema_of(table);
  std::string name(schema.name);
  char separator = ':';
  for (size_t c = 0; c < schema.key_columns; ++c) {
    name.append(1, separator).append(cell(table, id.row, schema.columns[c].name));
    separator = '/';
  }
  return name;
}

std::string Lexicon::row_place(RowId id) const {
  const Table table = static_cast<Table>(id.table);
  if (id.row >= rows(table)) return {};
  const lexicon::SourcePlace& place = data_->view.sources[data_->view.tables[id.table].first_row + id.row];
  return std::string(data_->view.string(place.file)) + ":" + std::to_string(place.line);
}

std::string_view Lexicon::string(uint32_t string_id) const {
  if ((string_id & kMorphString) == 0) return data_->view.string(string_id);
  const std::span<const char> bytes = data_->view.morphology;
  const size_t at = string_id & ~kMorphString;
  uint16_t size = 0;
  if (bytes.size() < sizeof size || at > bytes.size() - sizeof size) return {};
  std::memcpy(&size, bytes.data() + at, sizeof size);
  return size <= bytes.size() - sizeof size - at ? std::string_view(bytes.data() + at + sizeof size, size) : std::string_view();
}

Walk Lexicon::step(Walk walk, uint64_t token) const {
  const std::span<const lexicon::Edge> edges = data_->view.edges;
  if (!walk) return {0};
  for (size_t s = lexicon::slot_of(walk.node, token, edges.size()); edges[s].child != 0; s = (s + 1) & (edges.size() - 1)) {
    if (edges[s].token == token && edges[s].node == walk.node) return {edges[s].child};
  }
  return {0};
}

std::span<const Hit> Lexicon::hits(Walk walk) const {
  if (walk.node >= data_->view.nodes.size()) return {};
  const lexicon::HitRange& range = data_->view.nodes[walk.node];
  return data_->view.hits.subspan(range.first, range.count);
}

std::span<const Hit> Lexicon::by_lemma(uint64_t lemma) const {
  const std::span<const lexicon::LemmaSlot> slots = data_->view.lemmas;
  for (size_t s = lexicon::slot_of(0, lemma, slots.size()); slots[s].hits.count != 0; s = (s + 1) & (slots.size() - 1)) {
    if (slots[s].lemma == lemma) return data_->view.lemma_hits.subspan(slots[s].hits.first, slots[s].hits.count);
  }
  return {};
}

std::span<const char> Lexicon::morphology() const { return data_->view.morphology; }

std::vector<Error> check_lexicon(const std::vector<std::string>& dirs) {
  Rows rows;
  Faults faults;
  for (const std::string& dir : dirs) lexicon::read_directory(dir, rows, faults);
  lexicon::check_rows(rows, faults);
  return faults;
}

}  // namespace isnad
