// The compiled lexicon, byte for byte. Written by compile.cc, checked and read by lexicon.cc.
//
//     header | tables | strings | string_bytes | cells | sources | edges | nodes | hits | lemmas | lemma_hits | morphology
//
// All numbers little-endian; every section starts at a multiple of 64. A string is [strings[id], strings[id + 1]) of string_bytes; id 0 is
// "". The trie is a flat open-addressing table: slot(edge) = mix(node, token) and on; `child` 0 = empty slot. Node 0 does not
// exist, 1 is the root.
#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>

#include "isnad/lexicon.h"

namespace isnad::lexicon {

static_assert(std::endian::native == std::endian::little, "the image is mapped as it lies");

inline constexpr std::array<char, 8> kMagic = {'I', 'S', 'N', 'A', 'D', 'L', 'E', 'X'};
inline constexpr uint32_t kVersion = 1;
inline constexpr size_t kAlignment = 64;

enum Section : uint32_t {
  kTablesSection,
  kStrings,
  kStringBytes,
  kCells,
  kSources,
  kEdges,
  kNodes,
  kHits,
  kLemmas,
  kLemmaHits,
  kMorphology,
  kSections
};

struct Extent {
  uint64_t offset = 0;
  uint64_t size = 0;  ///< bytes
};

struct Header {
  std::array<char, 8> magic = kMagic;
  uint32_t version = kVersion;
  uint32_t sections = kSections;
  uint64_t size = 0;      ///< of the whole image
  uint64_t checksum = 0;  ///< XXH3 of everything behind this field; Lexicon::hash()
  std::array<Extent, kSections> extents;
};
inline constexpr size_t kChecked = 32;  ///< where the checksum begins to count
static_assert(offsetof(Header, extents) == kChecked);

struct TableInfo {
  uint32_t rows = 0;
  uint32_t columns = 0;
  uint32_t first_cell = 0;
  uint32_t first_row = 0;  ///< in `sources`
};

struct SourcePlace {
  uint32_t file = 0;  ///< string
  uint32_t line = 0;
};

struct Edge {
  uint64_t token = 0;
  uint32_t node = 0;
  uint32_t child = 0;
};

struct HitRange {
  uint32_t first = 0;
  uint32_t count = 0;
};

struct LemmaSlot {
  uint64_t lemma = 0;
  HitRange hits;  ///< count 0 = empty slot
};

static_assert(sizeof(Hit) == 8 && sizeof(Edge) == 16 && sizeof(LemmaSlot) == 16);

/// The first slot to look at in a table of `capacity` (a power of two) slots.
inline size_t slot_of(uint32_t node, uint64_t token, size_t capacity) {
  uint64_t h = token ^ (node * 0x9E3779B97F4A7C15ULL);
  h ^= h >> 32;
  h *= 0xD6E8FEB86659FD93ULL;
  return static_cast<size_t>(h >> 32) & (capacity - 1);
}

}  // namespace isnad::lexicon
