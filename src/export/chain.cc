#include "export/chain.h"

#include <algorithm>

namespace isnad {

std::vector<uint32_t> chain_of(const Document& doc, uint32_t statement) {
  std::vector<uint32_t> chain;  // speaker first; turned round at the end
  const size_t most = doc.statements.size();
  for (size_t depth = 0; statement < most && depth < most; ++depth) {
    const Statement& s = doc.statements[statement];
    if (chain.empty() || chain.back() != s.speaker) chain.push_back(s.speaker);
    for (uint32_t relay : s.via) {
      if (chain.back() != relay) chain.push_back(relay);
    }
    statement = s.inside;
  }
  std::reverse(chain.begin(), chain.end());
  return chain;
}

}  // namespace isnad
