#include "lexicon/compile.h"

#include <xxhash.h>

#include <algorithm>
#include <cstring>
#include <unordered_map>

#include "lexicon/image.h"
#include "lexicon/surface.h"

namespace isnad::lexicon {
namespace {

class StringPool {
 public:
  StringPool() { id(""); }
  uint32_t id(const std::string& text) {
    const auto [known, fresh] = ids_.try_emplace(text, static_cast<uint32_t>(ids_.size()));
    if (fresh) {
      bytes.insert(bytes.end(), text.begin(), text.end());
      ends.push_back(static_cast<uint32_t>(bytes.size()));
    }
    return known->second;
  }
  std::vector<uint32_t> ends = {0};
  std::vector<char> bytes;

 private:
  std::unordered_map<std::string, uint32_t> ids_;
};

struct EdgeKey {
  uint32_t node;
  uint64_t token;
  friend bool operator==(const EdgeKey&, const EdgeKey&) = default;
};
struct EdgeHash {
  size_t operator()(const EdgeKey& key) const { return static_cast<size_t>(key.token ^ (key.node * 0x9E3779B97F4A7C15ULL)); }
};

/// Lists of hits, each entry once; of one row's forms at one place the first counts.
void add_hit(std::vector<Hit>& hits, Hit hit) {
  for (const Hit& known : hits)
    if (known.table == hit.table && known.row == hit.row) return;
  hits.push_back(hit);
}

template <class T>
void append(std::vector<char>& out, const T& value) {
  const char* bytes = reinterpret_cast<const char*>(&value);
  out.insert(out.end(), bytes, bytes + sizeof(T));
}

// Hit has padding, whose bytes must not be left to chance.
void append_hits(std::vector<char>& out, const std::vector<Hit>& hits) {
  for (const Hit& hit : hits) {
    const char head[4] = {static_cast<char>(hit.table), static_cast<char>(hit.form), 0, 0};
    out.insert(out.end(), head, head + 4);
    append(out, hit.row);
  }
}

size_t capacity_for(size_t entries) { return std::max<size_t>(2, std::bit_ceil(entries + entries / 2 + 1)); }

class ImageWriter {
 public:
  void add_tables(const Rows& rows) {
    uint32_t first_cell = 0, first_row = 0;
    for (size_t t = 0; t < kTables; ++t) {
      const size_t columns = schema_of(static_cast<Table>(t)).columns.size();
      const TableInfo info = {static_cast<uint32_t>(rows[t].size()), static_cast<uint32_t>(columns), first_cell, first_row};
      append(section(kTablesSection), info);
      for (const SourceRow& row : rows[t]) {
        for (const std::string& cell : row.cells) append(section(kCells), strings_.id(cell));
        append(section(kSources), SourcePlace{strings_.id(row.place), row.line});
      }
      first_row += info.rows;
      first_cell += info.rows * info.columns;
    }
  }

  void add_names(const Rows& rows) {
    node_hits_.resize(2);
    for (size_t t = 0; t < kTables; ++t) {
      const Table table = static_cast<Table>(t);
      for (uint32_t r = 0; r < rows[t].size(); ++r) {
        surface_forms(table, rows[t][r], [&](std::u16string_view form, Form kind) { add_name(form, {table, kind, r}); });
      }
    }
    write_trie();
  }

  void add_lemmas(const Rows& rows) {
    const TableSchema& events = schema_of(Table::events);
    const TableSchema& cues = schema_of(Table::cues);
    for (uint32_t r = 0; r < of(rows, Table::events).size(); ++r) {
      const std::vector<std::string>& cells = of(rows, Table::events)[r].cells;
      if (cells[column_of(events, "kind")] == "verb") add_lemma_list(cells[column_of(events, "trigger")], {Table::events, Form::name, r});
    }
    for (uint32_t r = 0; r < of(rows, Table::cues).size(); ++r) {
      const std::vector<std::string>& cells = of(rows, Table::cues)[r].cells;
      const std::string& kind = cells[column_of(cues, "kind")];
      if (kind == "verb" || kind == "relay") add_lemma_list(cells[column_of(cues, "lemma")], {Table::cues, Form::name, r});
    }
    write_lemmas();
  }

  std::vector<char> finish(std::span<const char> morphology) {
    section(kMorphology).assign(morphology.begin(), morphology.end());
    for (uint32_t end : strings_.ends) append(section(kStrings), end);
    section(kStringBytes) = std::move(strings_.bytes);
    Header header;
    uint64_t at = aligned(sizeof(Header));
    for (size_t s = 0; s < kSections; ++s) {
      header.extents[s] = {at, sections_[s].size()};
      at = aligned(at + sections_[s].size());
    }
    header.size = at;
    std::vector<char> image(at, '\0');
    std::memcpy(image.data(), &header, sizeof header);
    for (size_t s = 0; s < kSections; ++s)
      std::copy(sections_[s].begin(), sections_[s].end(), image.begin() + static_cast<std::ptrdiff_t>(header.extents[s].offset));
    const uint64_t checksum = XXH3_64bits(image.data() + kChecked, image.size() - kChecked);
    std::memcpy(image.data() + offsetof(Header, checksum), &checksum, sizeof checksum);
    return image;
  }

 private:
  static uint64_t aligned(uint64_t size) { return (size + kAlignment - 1) / kAlignment * kAlignment; }
  std::vector<char>& section(Section s) { return sections_[s]; }

  void add_name(std::u16string_view form, Hit hit) {
    uint32_t node = 1;
    for (uint64_t token : token_keys(form)) {
      const auto [known, fresh] = edges_.try_emplace({node, token}, static_cast<uint32_t>(node_hits_.size()));
      if (fresh) {
        node_hits_.emplace_back();
        order_.push_back({token, node, known->second});
      }
      node = known->second;
    }
    if (node != 1) add_hit(node_hits_[node], hit);
  }

  // The slots are filled in the order in which the edges came: the same rows give the same table.
  void write_trie() {
    std::vector<Edge> slots(capacity_for(order_.size()));
    for (const Edge& edge : order_) {
      size_t s = slot_of(edge.node, edge.token, slots.size());
      while (slots[s].child != 0) s = (s + 1) & (slots.size() - 1);
      slots[s] = edge;
    }
    for (const Edge& edge : slots) append(section(kEdges), edge);
    uint32_t first = 0;
    for (const std::vector<Hit>& hits : node_hits_) {
      append(section(kNodes), HitRange{first, static_cast<uint32_t>(hits.size())});
      append_hits(section(kHits), hits);
      first += static_cast<uint32_t>(hits.size());
    }
  }

  void add_lemma_list(std::string_view cell, Hit hit) {
    for (;;) {
      const size_t cut = cell.find('|');
      add_lemma(hash_key(fold_key(cell.substr(0, cut))), hit);
      if (cut == std::string_view::npos) return;
      cell.remove_prefix(cut + 1);
    }
  }

  void add_lemma(uint64_t lemma, Hit hit) {
    const auto [known, fresh] = lemma_index_.try_emplace(lemma, lemma_hits_.size());
    if (fresh) lemma_hits_.emplace_back(lemma, std::vector<Hit>());
    add_hit(lemma_hits_[known->second].second, hit);
  }

  void write_lemmas() {
    std::vector<LemmaSlot> slots(capacity_for(lemma_hits_.size()));
    uint32_t first = 0;
    for (const auto& [lemma, hits] : lemma_hits_) {
      size_t s = slot_of(0, lemma, slots.size());
      while (slots[s].hits.count != 0) s = (s + 1) & (slots.size() - 1);
      slots[s] = {lemma, {first, static_cast<uint32_t>(hits.size())}};
      append_hits(section(kLemmaHits), hits);
      first += static_cast<uint32_t>(hits.size());
    }
    for (const LemmaSlot& slot : slots) append(section(kLemmas), slot);
  }

  std::array<std::vector<char>, kSections> sections_;
  StringPool strings_;
  std::unordered_map<EdgeKey, uint32_t, EdgeHash> edges_;
  std::vector<Edge> order_;
  std::vector<std::vector<Hit>> node_hits_;
  std::unordered_map<uint64_t, size_t> lemma_index_;
  std::vector<std::pair<uint64_t, std::vector<Hit>>> lemma_hits_;
};

}  // namespace

std::vector<char> compile_image(const Rows& rows, std::span<const char> morphology) {
  ImageWriter writer;
  writer.add_tables(rows);
  writer.add_names(rows);
  writer.add_lemmas(rows);
  return writer.finish(morphology);
}

}  // namespace isnad::lexicon
