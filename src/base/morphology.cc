#include "base/morphology.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <map>

#include "base/letters.h"

namespace isnad {
namespace {

constexpr uint64_t kMagic = 0x33'4D'52'4F'4D'53'49'31;
constexpr size_t kHeader = 40, kSlot = 8, kStem = 8, kLemma = 16;
constexpr uint32_t kLast = 0x80000000;
constexpr size_t kMaxText = 255;

template <class T>
T load(std::span<const char> bytes, size_t at) {
  T value{};
  std::memcpy(&value, bytes.data() + at, sizeof value);
  return value;
}

template <class T>
void store(std::vector<char>& bytes, size_t at, T value) {
  std::memcpy(bytes.data() + at, &value, sizeof value);
}

struct Packer {
  uint32_t bits = 0;
  int used = 0;
  void put(uint32_t value, int width) {
    bits |= (value & ((1u << width) - 1)) << used;
    used += width;
  }
};

struct Unpacker {
  uint32_t bits = 0;
  uint32_t take(int width) {
    const uint32_t value = bits & ((1u << width) - 1);
    bits >>= width;
    return value;
  }
  bool flag() { return take(1) != 0; }
};

}  // namespace

std::string_view upos_name(Upos upos) {
  constexpr std::array<std::string_view, 17> kNames = {"X",     "NOUN", "PROPN", "ADJ", "VERB", "AUX",   "ADP", "PART", "CCONJ",
                                                       "SCONJ", "PRON", "DET",   "ADV", "NUM",  "PUNCT", "SYM", "INTJ"};
  return kNames[static_cast<size_t>(upos)];
}

uint8_t spelling_of(std::u16string_view written) {
  if (written.empty()) return 0;
  const char16_t first = written.front(), last = written.back();
  const int alef = first == letter::alef_hamza ? 1 : first == letter::alef_hamza_below ? 2 : first == letter::alef_madda ? 3 : 0;
  return static_cast<uint8_t>(alef | (last == letter::teh_marbuta || last == letter::alef_maksura ? 4 : 0));
}

uint32_t pack(const StemFeatures& f) {
  Packer p;
  p.put(static_cast<uint32_t>(f.upos), 5);
  p.put(static_cast<uint32_t>(f.gender), 2);
  p.put(static_cast<uint32_t>(f.number), 2);
  p.put(f.person, 2);
  p.put(static_cast<uint32_t>(f.tense), 2);
  p.put(static_cast<uint32_t>(f.form), 3);
  for (const bool flag : {f.passive, f.nisba, f.article, f.preposition, f.pronoun, f.only_pronoun, f.construct, f.accusative})
    p.put(flag, 1);
  p.put(f.weight, 3);
  p.put(static_cast<uint32_t>(f.leads), 2);
  p.put(f.spelling, 3);
  return p.bits;
}

StemFeatures unpack(uint32_t bits) {
  Unpacker u{bits};
  StemFeatures f;
  f.upos = static_cast<Upos>(u.take(5));
  f.gender = static_cast<Gender>(u.take(2));
  f.number = static_cast<Number>(u.take(2));
  f.person = static_cast<uint8_t>(u.take(2));
  f.tense = static_cast<Tense>(u.take(2));
  f.form = static_cast<VerbForm>(u.take(3));
  for (bool* flag : {&f.passive, &f.nisba, &f.article, &f.preposition, &f.pronoun, &f.only_pronoun, &f.construct, &f.accusative})
    *flag = u.flag();
  f.weight = static_cast<uint8_t>(u.take(3));
  f.leads = static_cast<Leads>(u.take(2));
  f.spelling = static_cast<uint8_t>(u.take(3));
  return f;
}

Morphology::Morphology(std::span<const char> bytes) : bytes_(bytes) {
  if (bytes.size() < kHeader || load<uint64_t>(bytes, 0) != kMagic) return;
  const size_t slots = load<uint64_t>(bytes, 8), stems = load<uint64_t>(bytes, 16), lemmas = load<uint64_t>(bytes, 24);
  const size_t limit = bytes.size();
  if (slots > limit / kSlot || stems > limit / kStem || lemmas > limit / kLemma || (slots & (slots - 1)) != 0) return;
  stems_at_ = kHeader + slots * kSlot;
  lemmas_at_ = stems_at_ + stems * kStem;
  if (lemmas_at_ + lemmas * kLemma > limit) return;
  slots_ = slots;
  stems_ = stems;
  lemmas_ = lemmas;
}

uint32_t Morphology::find(uint64_t stem) const {
  for (size_t probe = 0; probe < slots_; ++probe) {
    const size_t at = kHeader + ((stem + probe) & (slots_ - 1)) * kSlot;
    const auto first = load<uint32_t>(bytes_, at + 4);
    if (first == 0) return kNone;
    if (load<uint32_t>(bytes_, at) == stem >> 32) return first - 1;
  }
  return kNone;
}

void Morphology::find(uint64_t stem, std::vector<Stem>& out) const {
  for (size_t i = find(stem); i < stems_; ++i) {
    const auto word = load<uint32_t>(bytes_, stems_at_ + i * kStem);
    const uint32_t lemma = word & ~kLast;
    if (lemma < lemmas_) {
      const size_t at = lemmas_at_ + lemma * kLemma;
      out.push_back({load<uint64_t>(bytes_, at), load<uint32_t>(bytes_, at + 8) | kMorphologyText,
                     unpack(load<uint32_t>(bytes_, stems_at_ + i * kStem + 4))});
    }
    if ((word & kLast) != 0) return;
  }
}

void MorphologyWriter::add(std::u16string_view stem, std::u16string_view lemma_key, std::string_view lemma, const StemFeatures& features) {
  if (!stem.empty()) rows_.push_back({hash_key(stem), hash_key(lemma_key), std::string(lemma.substr(0, kMaxText)), pack(features)});
}

std::vector<char> MorphologyWriter::write() const {
  std::vector<Row> rows = rows_;
  std::sort(rows.begin(), rows.end());
  rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
  std::map<std::pair<uint64_t, std::string>, uint32_t> lemmas;
  size_t stems = 0;
  for (size_t i = 0; i < rows.size(); ++i) {
    lemmas.emplace(std::pair(rows[i].lemma_hash, rows[i].lemma), 0);
    stems += i == 0 || rows[i].stem != rows[i - 1].stem ? 1 : 0;
  }
  size_t slots = 16;
  while (slots < stems + stems / 2) slots *= 2;
  const size_t stems_at = kHeader + slots * kSlot, lemmas_at = stems_at + rows.size() * kStem,
               texts_at = lemmas_at + lemmas.size() * kLemma;
  std::vector<char> out(texts_at);
  store<uint64_t>(out, 0, kMagic);
  store<uint64_t>(out, 8, slots);
  store<uint64_t>(out, 16, rows.size());
  store<uint64_t>(out, 24, lemmas.size());
  uint32_t index = 0;
  for (auto& [lemma, number] : lemmas) {
    store<uint64_t>(out, lemmas_at + index * kLemma, lemma.first);
    store<uint32_t>(out, lemmas_at + index * kLemma + 8, static_cast<uint32_t>(out.size()));
    const auto size = static_cast<uint16_t>(lemma.second.size());
    out.resize(out.size() + sizeof size);
    store(out, out.size() - sizeof size, size);
    out.insert(out.end(), lemma.second.begin(), lemma.second.end());
    number = index++;
  }
  for (size_t i = 0; i < rows.size();) {
    size_t end = i;
    for (; end < rows.size() && rows[end].stem == rows[i].stem; ++end) {
      const bool last = end + 1 == rows.size() || rows[end + 1].stem != rows[i].stem;
      store<uint32_t>(out, stems_at + end * kStem, lemmas.at({rows[end].lemma_hash, rows[end].lemma}) | (last ? kLast : 0));
      store<uint32_t>(out, stems_at + end * kStem + 4, rows[end].bits);
    }
    size_t slot = rows[i].stem & (slots - 1);
    while (load<uint32_t>(out, kHeader + slot * kSlot + 4) != 0) slot = (slot + 1) & (slots - 1);
    store<uint32_t>(out, kHeader + slot * kSlot, static_cast<uint32_t>(rows[i].stem >> 32));
    store<uint32_t>(out, kHeader + slot * kSlot + 4, static_cast<uint32_t>(i + 1));
    i = end;
  }
  return out;
}

}  // namespace isnad
