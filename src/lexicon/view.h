// A checked view of an image: after `check` every look-up is within bounds.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "isnad/lexicon.h"
#include "isnad/result.h"
#include "lexicon/image.h"

namespace isnad::lexicon {

struct View {
  std::span<const TableInfo> tables;
  std::span<const uint32_t> strings;
  std::string_view string_bytes;
  std::span<const uint32_t> cells;
  std::span<const SourcePlace> sources;
  std::span<const Edge> edges;
  std::span<const HitRange> nodes;
  std::span<const Hit> hits;
  std::span<const LemmaSlot> lemmas;
  std::span<const Hit> lemma_hits;
  std::span<const char> morphology;
  uint64_t checksum = 0;

  std::string_view string(uint32_t id) const {
    if (size_t{id} + 1 >= strings.size()) return {};
    return string_bytes.substr(strings[id], strings[id + 1] - strings[id]);
  }
};

/// Checks header, sections, checksum and every index. `file` stands in errors. `bytes` must be aligned to 8 and outlive the view.
Result<View> check_image(std::span<const char> bytes, const std::string& file);

}  // namespace isnad::lexicon
