// Ayaspell, the Arabic spelling dictionary of Debian's hunspell-ar (GPL-2 / LGPL-2.1 / MPL-1.1; taken under the MPL), read as a source of
// attested verb forms and nominals.
#pragma once

#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "isnad/result.h"
#include "stems.h"

namespace isnad::morphc {

struct AttestedVerb {
  std::unordered_set<std::u16string> past, present;
};

struct Ayaspell {
  std::unordered_map<std::u16string, AttestedVerb> verbs;  ///< by lemma
  std::vector<std::pair<std::u16string, NominalForms>> nominals;
  std::unordered_set<std::u16string> words;  ///< the nominals alone

  static Result<Ayaspell> read(const std::string& aff_path, const std::string& dic_path);
  /// The verb with its attested presents (all candidates when it is not attested) and whether it is doubled.
  Verb verb(std::u16string_view lemma) const;
};

}  // namespace isnad::morphc
