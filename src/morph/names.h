// Which words are names: evidence for PROPN out of the lexicon's tables.
#pragma once

#include <cstdint>
#include <unordered_map>

#include "isnad/lexicon.h"

namespace isnad {

enum class NameKind : uint8_t { none, person, place, state };

class Names {
 public:
  /// One-word names of states, capitals and places, and each word of people's names (rows of words.tsv of class `given-name` too).
  static Names from(const Lexicon& lexicon);
  NameKind of(uint64_t word) const {
    const auto it = words_.find(word);
    return it == words_.end() ? NameKind::none : it->second;
  }

 private:
  void add_cell(std::string_view cell, NameKind kind, bool each_word);
  std::unordered_map<uint64_t, NameKind> words_;
};

}  // namespace isnad
