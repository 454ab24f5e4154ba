// Chooses one reading of each word by its neighbours: the best path through a sentence under hand-set weights.
#pragma once

#include <span>
#include <vector>

#include "isnad/document.h"
#include "morph/analyse.h"

namespace isnad {

/// The readings of one token of a sentence.
struct Column {
  TokenKind kind = TokenKind::word;
  std::span<const Analysis> analyses;
  uint16_t chosen = 0;  ///< out
};

void choose(std::vector<Column>& sentence);

}  // namespace isnad
