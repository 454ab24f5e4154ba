#include "lexicon/view.h"

#include <xxhash.h>

#include <algorithm>
#include <cstring>

#include "lexicon/schema.h"

namespace isnad::lexicon {
namespace {

class ImageChecker {
 public:
  explicit ImageChecker(std::span<const char> bytes) : bytes_(bytes) {}

  /// Empty when sound; else what is wrong.
  std::string check(View& view) {
    if (bytes_.size() < sizeof(Header)) return "is too short for a compiled lexicon";
    std::memcpy(&header_, bytes_.data(), sizeof header_);
    if (header_.magic != kMagic) return "is not a compiled lexicon";
    if (header_.version != kVersion || header_.sections != kSections) return "was compiled by another version of isnad: compile it again";
    if (header_.size != bytes_.size())
      return "is cut short or too long: it says " + std::to_string(header_.size) + " bytes, it has " + std::to_string(bytes_.size());
    if (XXH3_64bits(bytes_.data() + kChecked, bytes_.size() - kChecked) != header_.checksum) return "is damaged: its checksum is wrong";
    view.checksum = header_.checksum;
    const bool placed = place(kTablesSection, view.tables) && place(kStrings, view.strings) && place(kCells, view.cells) &&
                        place(kSources, view.sources) && place(kEdges, view.edges) && place(kNodes, view.nodes) &&
                        place(kHits, view.hits) && place(kLemmas, view.lemmas) && place(kLemmaHits, view.lemma_hits) &&
                        place(kMorphology, view.morphology);
    std::span<const char> pool;
    if (!placed || !place(kStringBytes, pool)) return "is damaged: a section lies outside";
    view.string_bytes = {pool.data(), pool.size()};
    if (!strings_sound(view) || !tables_sound(view)) return "is damaged: a table lies outside";
    if (!hits_sound(view, view.hits) || !hits_sound(view, view.lemma_hits) || !trie_sound(view) || !lemmas_sound(view))
      return "is damaged: an index lies outside";
    return {};
  }

 private:
  template <class T>
  bool place(Section section, std::span<const T>& out) const {
    const Extent extent = header_.extents[section];
    if (extent.offset % kAlignment != 0 || extent.offset > bytes_.size() || extent.size > bytes_.size() - extent.offset ||
        extent.size % sizeof(T) != 0)
      return false;
    out = {reinterpret_cast<const T*>(bytes_.data() + extent.offset), extent.size / sizeof(T)};
    return true;
  }

  static bool strings_sound(const View& view) {
    return !view.strings.empty() && view.strings.front() == 0 && std::is_sorted(view.strings.begin(), view.strings.end()) &&
           view.strings.back() == view.string_bytes.size();
  }

  static bool tables_sound(const View& view) {
    if (view.tables.size() != kTables) return false;
    uint64_t cells = 0, rows = 0;
    for (size_t t = 0; t < kTables; ++t) {
      const TableInfo& info = view.tables[t];
      if (info.columns != schema_of(static_cast<Table>(t)).columns.size() || info.first_cell != cells || info.first_row != rows)
        return false;
      rows += info.rows;
      cells += uint64_t{info.rows} * info.columns;
    }
    const size_t strings = view.strings.size() - 1;
    return cells == view.cells.size() && rows == view.sources.size() &&
           std::all_of(view.cells.begin(), view.cells.end(), [&](uint32_t id) { return id < strings; }) &&
           std::all_of(view.sources.begin(), view.sources.end(), [&](const SourcePlace& place) { return place.file < strings; });
  }

  static bool hits_sound(const View& view, std::span<const Hit> hits) {
    return std::all_of(hits.begin(), hits.end(), [&](const Hit& hit) {
      return hit.table < Table::count && hit.form <= Form::other && hit.row < view.tables[static_cast<size_t>(hit.table)].rows;
    });
  }

  static bool range_sound(const HitRange& range, size_t size) { return range.first <= size && range.count <= size - range.first; }

  // A power of two with at least one empty slot: every search ends.
  template <class Slots, class Empty>
  static bool searchable(const Slots& slots, Empty empty) {
    return std::has_single_bit(slots.size()) && std::any_of(slots.begin(), slots.end(), empty);
  }

  static bool trie_sound(const View& view) {
    if (!searchable(view.edges, [](const Edge& edge) { return edge.child == 0; }) || view.nodes.size() < 2) return false;
    const bool edges = std::all_of(view.edges.begin(), view.edges.end(), [&](const Edge& e) { return e.child < view.nodes.size(); });
    return edges && std::all_of(view.nodes.begin(), view.nodes.end(), [&](const HitRange& r) { return range_sound(r, view.hits.size()); });
  }

  static bool lemmas_sound(const View& view) {
    return searchable(view.lemmas, [](const LemmaSlot& slot) { return slot.hits.count == 0; }) &&
           std::all_of(view.lemmas.begin(), view.lemmas.end(),
                       [&](const LemmaSlot& s) { return range_sound(s.hits, view.lemma_hits.size()); });
  }

  std::span<const char> bytes_;
  Header header_;
};

}  // namespace

Result<View> check_image(std::span<const char> bytes, const std::string& file) {
  View view;
  const std::string fault = ImageChecker(bytes).check(view);
  if (!fault.empty()) return fail(ErrorCode::lexicon, "the file " + fault, file);
  return view;
}

}  // namespace isnad::lexicon
