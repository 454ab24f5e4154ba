#include <algorithm>

#include "cli/gaps.h"

namespace isnad::cli {
namespace {

/// Forgets the words of fewest reports, until half the room is free.
void forget_rarest(GapMap& gaps) {
  for (uint64_t least = 2; gaps.size() > GapCounts::kMost / 2; ++least) {
    std::erase_if(gaps, [least](const auto& entry) { return entry.second.reports < least; });
  }
}

}  // namespace

void GapCounts::add(GapsOfKinds report) {
  for (size_t kind = 0; kind < kGapKinds; ++kind) {
    for (auto& [key, gap] : report[kind]) {
      const auto [sum, added] = sums_[kind].try_emplace(key);
      if (added) {
        sum->second = std::move(gap);
      } else {
        sum->second.count += gap.count;
        sum->second.reports += gap.reports;
      }
    }
    if (sums_[kind].size() > kMost) forget_rarest(sums_[kind]);
  }
}

std::vector<Gap> GapCounts::commonest(GapKind kind, size_t top) const {
  std::vector<Gap> gaps;
  const GapMap& sums = sums_[static_cast<size_t>(kind)];
  gaps.reserve(sums.size());
  for (const auto& [key, gap] : sums) gaps.push_back(gap);
  const auto before = [](const Gap& a, const Gap& b) {
    if (a.reports != b.reports) return a.reports > b.reports;
    return a.count != b.count ? a.count > b.count : a.word < b.word;
  };
  std::sort(gaps.begin(), gaps.end(), before);
  gaps.resize(std::min(top, gaps.size()));
  return gaps;
}

}  // namespace isnad::cli
