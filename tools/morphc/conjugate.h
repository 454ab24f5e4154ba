// Conjugation of unvocalised verbs of forms I-X, sound and weak, from the lemma and its present.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/morphology.h"

namespace isnad::morphc {

/// An inflected form in full spelling (hamza on its seat, no vowels).
struct Inflected {
  std::u16string form;
  StemFeatures features;
};

struct Verb {
  std::u16string lemma;                  ///< past, third person masculine singular
  std::vector<std::u16string> presents;  ///< third person masculine singular, indicative
  bool doubled = false;                  ///< the last radical is written once for two
};

/// Every present that the lemma's letters allow; a source of attested forms picks among them.
std::vector<std::u16string> candidate_presents(std::u16string_view lemma);

/// Two letters, or hamza and two: doubled for certain or only perhaps.
bool may_be_doubled(std::u16string_view lemma);

/// Past, present, jussive, imperative, active and (where its letters differ) passive.
void conjugate(const Verb& verb, std::vector<Inflected>& out);

/// A verbal noun or participle that the verb may have; the caller keeps the attested ones.
struct Derived {
  std::u16string form;
  VerbForm kind;
};
std::vector<Derived> derive(const Verb& verb);

}  // namespace isnad::morphc
