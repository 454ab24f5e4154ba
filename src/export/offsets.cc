#include "export/offsets.h"

#include <algorithm>

namespace isnad {
namespace {

constexpr size_t kBlock = 64;

uint32_t starts_in(std::string_view text, size_t begin, size_t end) {
  uint32_t count = 0;
  for (size_t i = begin; i < end; ++i) count += (static_cast<unsigned char>(text[i]) & 0xC0) != 0x80;
  return count;
}

}  // namespace

CodePoints::CodePoints(std::string_view text) : text_(text) {
  blocks_.reserve(text.size() / kBlock + 1);
  uint32_t before = 0;
  for (size_t i = 0; i <= text.size(); i += kBlock) {
    blocks_.push_back(before);
    before += starts_in(text, i, std::min(i + kBlock, text.size()));
  }
}

uint32_t CodePoints::at(uint32_t byte) const {
  const size_t end = std::min<size_t>(byte, text_.size());
  const size_t block = end / kBlock;
  return blocks_[block] + starts_in(text_, block * kBlock, end);
}

}  // namespace isnad
