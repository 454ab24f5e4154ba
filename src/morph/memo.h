// The readings of the words that a thread has already seen.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string_view>
#include <vector>

#include "morph/analyse.h"

namespace isnad {

/// A bounded hash table. Spans stay good until `begin_sentence`, which empties it when it is full or was filled by another stage.
class Memo {
 public:
  void begin_sentence(uint64_t owner);
  std::span<const Analysis> find(const Analyser& analyser, std::u16string_view key, std::u16string_view written);

 private:
  struct Slot {
    uint64_t word = 0;
    const Analysis* first = nullptr;
    uint32_t count = 0;
  };
  std::span<const Analysis> keep(const std::vector<Analysis>& analyses);

  uint64_t owner_ = 0;
  size_t words_ = 0;
  std::vector<Slot> slots_;
  std::vector<std::unique_ptr<Analysis[]>> pages_;
  size_t used_ = 0;  // of the last page
  std::vector<Analysis> scratch_;
};

}  // namespace isnad
