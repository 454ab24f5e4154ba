// isnad-morphc OUT AFF DIC LEXICON_AR_DIR: compiles the morphology that Lexicon::compile puts into the image.
#include <algorithm>
#include <fstream>
#include <iostream>

#include "ayaspell.h"
#include "base/letters.h"
#include "rows.h"
#include "stems.h"

namespace isnad::morphc {
namespace {

constexpr uint8_t kWeightVerb = 2, kWeightNominal = 3, kWeightDerived = 4;

// Ayaspell's nominals say nothing of part of speech and number: the letters do.
StemFeatures features_of(std::u16string_view word) {
  StemFeatures f;
  f.upos = Upos::noun;
  f.weight = kWeightNominal;
  const bool feminine = word.back() == letter::teh_marbuta;
  f.gender = feminine ? Gender::fem : Gender::masc;
  f.number = Number::sing;
  if (word.size() >= 4 && word.back() == letter::yeh) {
    f.upos = Upos::adj;
    f.nisba = true;
  }
  return f;
}

void add_ayaspell(const Ayaspell& ayaspell, Stems& stems) {
  std::unordered_map<std::u16string, VerbForm> derived;
  std::vector<std::u16string> lemmas;
  lemmas.reserve(ayaspell.verbs.size());
  for (const auto& [lemma, attested] : ayaspell.verbs) lemmas.push_back(lemma);
  std::sort(lemmas.begin(), lemmas.end());
  for (const std::u16string& lemma : lemmas) {
    const Verb verb = ayaspell.verb(lemma);
    stems.add_verb(verb, kWeightVerb, Upos::verb);
    for (Derived& d : derive(verb)) derived.emplace(std::move(d.form), d.kind);
  }
  for (const auto& [word, forms] : ayaspell.nominals) {
    StemFeatures f = features_of(word);
    const auto kind = derived.find(word);
    if (kind != derived.end() && !f.nisba) {
      f.form = kind->second;
      f.weight = kWeightDerived;
    }
    stems.add_nominal(word, word, f, forms);
    if (f.nisba) {
      StemFeatures as_noun = f;
      as_noun.upos = Upos::noun;
      as_noun.nisba = false;
      as_noun.weight = kWeightNominal - 1;
      stems.add_nominal(word, word, as_noun, forms);
    }
    if (f.form == VerbForm::none || f.form == VerbForm::masdar) continue;
    f.upos = Upos::adj;
    stems.add_nominal(word, word, f, {.feminine = true, .dual = true, .sound_feminine = true, .sound_masculine = true});
  }
}

int run(const char* out_path, const char* aff, const char* dic, const char* dir) {
  Result<Ayaspell> ayaspell = Ayaspell::read(aff, dic);
  if (!ayaspell) {
    std::cerr << ayaspell.error().text() << '\n';
    return ayaspell.error().exit_code();
  }
  Stems stems;
  if (Result<bool> added = add_rows(dir, *ayaspell, stems); !added) {
    std::cerr << added.error().text() << '\n';
    return added.error().exit_code();
  }
  stems.seal();
  add_ayaspell(*ayaspell, stems);
  const std::vector<char> bytes = stems.write();
  std::ofstream out(out_path, std::ios::binary);
  out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  if (!out.flush()) {
    std::cerr << out_path << ": cannot be written\n";
    return 5;
  }
  std::cout << stems.size() << " stems, " << bytes.size() << " bytes\n";
  return 0;
}

}  // namespace
}  // namespace isnad::morphc

int main(int argc, char** argv) {
  if (argc != 5) {
    std::cerr << "usage: isnad-morphc OUT AFF DIC LEXICON_AR_DIR\n";
    return 2;
  }
  return isnad::morphc::run(argv[1], argv[2], argv[3], argv[4]);
}
