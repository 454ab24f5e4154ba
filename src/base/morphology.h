// The compiled morphology: a hash table from stems to their readings. Written by tools/morphc, opaque to everyone but the stage `morph`.
//
// Layout (little-endian, read in place, no alignment asked for):
//     Header | slots: {u32 high half of the stem's hash, u32 1 + first} * slots | stems: {u32 lemma, u32 bits} * stems |
//     lemmas: {u64 hash, u32 text, u32 0} * lemmas | texts: {u16 size, bytes}…
// Slots are open-addressed by the low bits of the hash, empty when 0. The readings of a stem stand together, the last with the top bit of
// `lemma` set; `bits` is StemFeatures packed. A StringId with kMorphologyText set is the offset of a text in the
// blob: Lexicon::string reads it.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "isnad/document.h"
#include "isnad/lexicon.h"

namespace isnad {

inline constexpr uint32_t kMorphologyText = 0x80000000;

std::string_view upos_name(Upos upos);  ///< "NOUN": Universal Dependencies' names, also those of lexicon/ar

/// What a particle, conjunction or pronoun is followed by.
enum class Leads : uint8_t {
  none,
  verb,      ///< a verb at once (not-past, not-future, will)
  clause,    ///< a nominal clause (indeed, but)
  relative,  ///< the clause of a relative pronoun
};

/// What the table knows of a stem, without clitics. Packs into 32 bits.
struct StemFeatures {
  Upos upos = Upos::x;
  Gender gender = Gender::none;
  Number number = Number::none;
  uint8_t person = 0;
  Tense tense = Tense::none;
  VerbForm form = VerbForm::none;
  bool passive = false;
  bool nisba = false;
  bool article = false;       ///< may take the article
  bool preposition = false;   ///< may take the prepositions that are written joined (ba, kaf, lam)
  bool pronoun = false;       ///< may take a pronoun
  bool only_pronoun = false;  ///< stands only before a pronoun (a verb's plural waw, alef for alef maksura)
  bool construct = false;     ///< a dual or sound plural without its noon: a complement follows
  bool accusative = false;    ///< indefinite accusative with its alef
  Leads leads = Leads::none;
  uint8_t spelling = 0;  ///< spelling_of the stem: what folding takes away at its two ends
  uint8_t weight = 4;    ///< 0 rare … 7 the usual reading
};

/// How a word is written at its ends: the kind of its first alef (0 bare or none, 1 hamza above, 2 below, 3 madda) and, in bit 2, whether
/// it ends in teh marbuta or alef maksura.
uint8_t spelling_of(std::u16string_view written);

uint32_t pack(const StemFeatures& features);
StemFeatures unpack(uint32_t bits);

struct Stem {
  uint64_t lemma = 0;
  uint32_t lemma_text = 0;
  StemFeatures features;
};

class Morphology {
 public:
  /// Views `bytes`, which have to outlive it. An empty or foreign blob gives an empty table.
  explicit Morphology(std::span<const char> bytes);

  bool empty() const { return slots_ == 0; }
  bool knows(uint64_t stem) const { return find(stem) != kNone; }
  /// Appends the readings of a stem.
  void find(uint64_t stem, std::vector<Stem>& out) const;

 private:
  uint32_t find(uint64_t stem) const;  // its first reading, or kNone

  std::span<const char> bytes_;
  size_t slots_ = 0, stems_ = 0, lemmas_ = 0;
  size_t stems_at_ = 0, lemmas_at_ = 0;
};

/// Collects stems and writes the blob; the same stems in any order give the same bytes.
class MorphologyWriter {
 public:
  /// `stem` and `lemma_key` folded, `lemma` as it is to be shown.
  void add(std::u16string_view stem, std::u16string_view lemma_key, std::string_view lemma, const StemFeatures& features);
  std::vector<char> write() const;
  size_t size() const { return rows_.size(); }

 private:
  struct Row {
    uint64_t stem = 0;
    uint64_t lemma_hash = 0;
    std::string lemma;
    uint32_t bits = 0;
    auto operator<=>(const Row&) const = default;
  };
  std::vector<Row> rows_;
};

}  // namespace isnad
