#include "stems.h"

#include "base/letters.h"
#include "base/utf8.h"

namespace isnad::morphc {
namespace {

using namespace letter;
using Text = std::u16string;
using View = std::u16string_view;

bool nominal(Upos upos) { return upos == Upos::noun || upos == Upos::adj || upos == Upos::propn || upos == Upos::num; }

}  // namespace

void Stems::add(View form, View lemma, const StemFeatures& features) {
  const Text key = fold_key(utf8_of(form));
  if (sealed_) {
    if (closed_.contains(key)) return;
    if (nominal(features.upos) && nominal_.contains(key)) return;
  } else if (nominal(features.upos)) {
    nominal_.insert(key);
  }
  const std::string shown = utf8_of(lemma);
  StemFeatures spelled = features;
  spelled.spelling = spelling_of(form);
  writer_.add(key, fold_key(shown), shown, spelled);
}

void Stems::add_nominal(View word, View lemma, StemFeatures f, const NominalForms& forms) {
  f.article = f.preposition = f.pronoun = true;
  const char16_t last = word.back();
  const View base = word.substr(0, word.size() - 1);
  const bool marbuta = last == teh_marbuta;
  add(word, lemma, f);
  auto with = [&](View stem, View ending, Gender g, Number n, auto change) {
    StemFeatures h = f;
    if (g != Gender::none) h.gender = g;
    if (n != Number::none) h.number = n;
    if (n == Number::dual && h.weight > 1) --h.weight;  // behind the sound plural that is written like it
    change(h);
    add(Text(stem) + Text(ending), lemma, h);
  };
  auto same = [](StemFeatures&) {};
  auto only = [](StemFeatures& h) {
    h.only_pronoun = true;
    h.article = false;
  };
  auto construct = [](StemFeatures& h) {
    h.construct = true;
    h.article = false;
  };
  auto accusative = [](StemFeatures& h) {
    h.accusative = true;
    h.article = h.pronoun = h.preposition = false;
  };
  if (last == alef_maksura) with(base, u"\u0627", Gender::none, Number::none, only);
  if (last == hamza) {
    with(base, u"\u0626", Gender::none, Number::none, only);
    with(base, u"\u0624", Gender::none, Number::none, only);
  }
  const bool ends_vowel = last == alef || last == alef_maksura || (last == hamza && base.ends_with(alef));
  if (!marbuta && !ends_vowel) {
    with(word, u"\u0627", Gender::none, Number::none, accusative);
    if (last == hamza) with(base, u"\u0626\u0627", Gender::none, Number::none, accusative);
  }
  // Before endings: teh marbuta opens to teh for the dual and goes for the plural, alef maksura becomes yeh.
  const Text long_stem = marbuta ? Text(base) + u"\u062A" : last == alef_maksura ? Text(base) + u"\u064A" : Text(word);
  const Text short_stem = marbuta || last == alef_maksura ? Text(base) : Text(word);
  if (forms.feminine) with(word, u"\u0629", Gender::fem, Number::sing, same);
  if (forms.dual) {
    for (const View ending : {View(u"\u0627\u0646"), View(u"\u064A\u0646")}) with(long_stem, ending, Gender::none, Number::dual, same);
    for (const View ending : {View(u"\u0627"), View(u"\u064A")}) with(long_stem, ending, Gender::none, Number::dual, construct);
    if (forms.feminine && !marbuta) {
      for (const View ending : {View(u"\u062A\u0627\u0646"), View(u"\u062A\u064A\u0646")})
        with(word, ending, Gender::fem, Number::dual, same);
      for (const View ending : {View(u"\u062A\u0627"), View(u"\u062A\u064A")}) with(word, ending, Gender::fem, Number::dual, construct);
    }
  }
  if (forms.sound_feminine) with(last == alef_maksura ? long_stem : short_stem, u"\u0627\u062A", Gender::fem, Number::plur, same);
  if (forms.sound_masculine) {
    for (const View ending : {View(u"\u0648\u0646"), View(u"\u064A\u0646")}) with(short_stem, ending, Gender::masc, Number::plur, same);
    for (const View ending : {View(u"\u0648"), View(u"\u064A")}) with(short_stem, ending, Gender::masc, Number::plur, construct);
  }
  if (forms.nisba && last != yeh && !ends_vowel) add_nisba(short_stem + u"\u064A", f);
}

void Stems::add_nisba(View adjective, StemFeatures relation) {
  relation.upos = Upos::adj;
  relation.nisba = true;
  relation.form = VerbForm::none;
  relation.gender = Gender::masc;
  relation.number = Number::sing;
  add_nominal(adjective, adjective, relation, {.feminine = true, .dual = true, .sound_feminine = true, .sound_masculine = true});
}

void Stems::add_verb(const Verb& verb, uint8_t weight, Upos upos) {
  if (sealed_ && verbs_.contains(verb.lemma)) return;
  verbs_.insert(verb.lemma);
  std::vector<Inflected> forms;
  conjugate(verb, forms);
  for (Inflected& f : forms) {
    f.features.upos = upos;
    const int usual = int{weight} + f.features.weight - 4;
    f.features.weight = f.features.tense == Tense::imperative ? uint8_t{1} : static_cast<uint8_t>(usual < 0 ? 0 : usual);
    add(f.form, verb.lemma, f.features);
  }
}

void Stems::seal() { sealed_ = true; }
void Stems::close(View form) { closed_.insert(fold_key(utf8_of(form))); }
bool Stems::has_verb(View lemma) const { return verbs_.contains(Text(lemma)); }

}  // namespace isnad::morphc
