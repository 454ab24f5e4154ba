#include "morph/memo.h"

#include <algorithm>

namespace isnad {
namespace {

constexpr size_t kSlots = 1 << 17, kWords = kSlots / 2, kPage = 4096;

}  // namespace

void Memo::begin_sentence(uint64_t owner) {
  if (owner == owner_ && words_ < kWords) return;
  slots_.assign(kSlots, Slot{});
  pages_.clear();
  words_ = 0;
  used_ = kPage;
  owner_ = owner;
}

std::span<const Analysis> Memo::find(const Analyser& analyser, std::u16string_view key, std::u16string_view written) {
  const uint64_t word = hash_key(written);
  size_t i = word & (kSlots - 1);
  for (; slots_[i].first != nullptr; i = (i + 1) & (kSlots - 1)) {
    if (slots_[i].word == word) return {slots_[i].first, slots_[i].count};
  }
  analyser.analyse(key, written, scratch_);
  const std::span<const Analysis> kept = keep(scratch_);
  slots_[i] = {word, kept.data(), static_cast<uint32_t>(kept.size())};
  ++words_;
  return kept;
}

std::span<const Analysis> Memo::keep(const std::vector<Analysis>& analyses) {
  if (used_ + analyses.size() > kPage) {
    pages_.push_back(std::make_unique<Analysis[]>(kPage));
    used_ = 0;
  }
  Analysis* to = pages_.back().get() + used_;
  std::copy(analyses.begin(), analyses.end(), to);
  used_ += analyses.size();
  return {to, analyses.size()};
}

}  // namespace isnad
