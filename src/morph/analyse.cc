#include "morph/analyse.h"

#include <algorithm>
#include <string>

#include "base/letters.h"

namespace isnad {
namespace {

using View = std::u16string_view;

// Score in tenths: the weight of the table, less for each cut.
constexpr int kPerWeight = 10, kConjunctionCut = 12, kPrepositionCut = 12, kPronounCut = 10, kOneLetterRest = 30;
constexpr int kKafCut = 12, kYehCut = 12, kOtherAlef = 25, kOtherEnd = 12, kEndForPronoun = 8, kYehForMaksura = 15, kUsualVerb = 8;
constexpr int kUsual = 45, kUsualWhole = 15, kCommonName = 24;
constexpr int kNameScore = 50, kStateScore = 70, kGuessScore = 20;

struct Pronoun {
  View letters;
  bool verb, noun;  // what it may follow
};

// Object and possessive pronouns, longest first.
const std::vector<Pronoun>& pronouns() {
  using namespace letter;
  static const std::u16string huma{heh, meem, alef}, kuma{kaf, meem, alef}, ha{heh, alef}, hum{heh, meem}, hunna{heh, noon}, kum{kaf, meem},
      na{noon, alef}, ni{noon, yeh}, h{heh}, k{kaf}, y{yeh};
  static const std::vector<Pronoun> all = {{huma, true, true},  {kuma, true, true}, {ha, true, true}, {hum, true, true},
                                           {hunna, true, true}, {kum, true, true},  {na, true, true}, {ni, true, false},
                                           {h, true, true},     {k, true, true},    {y, false, true}};
  return all;
}

bool finite(const StemFeatures& f) { return f.form == VerbForm::finite || f.upos == Upos::verb || f.upos == Upos::aux; }

}  // namespace

struct Analyser::Cut {
  View key;  // the whole word
  View written;
  uint16_t clitics = 0;
  uint8_t units = 0;    // units of proclitics
  uint8_t article = 0;  // units of the article
  View rest() const { return key.substr(units + article); }
  bool preposition() const { return (clitics & (clitic::ba | clitic::ka | clitic::la)) != 0; }
};

namespace {

int cut_cost(uint16_t clitics) {
  int cost = 0;
  if ((clitics & (clitic::wa | clitic::fa)) != 0) cost += kConjunctionCut;
  if ((clitics & (clitic::ba | clitic::ka | clitic::la | clitic::sa)) != 0) cost += kPrepositionCut;
  if ((clitics & clitic::ka) != 0) cost += kKafCut;
  if ((clitics & clitic::pronoun) != 0) cost += kPronounCut;
  return cost;
}

// May a stem of these features stand behind the proclitics and before the pronoun?
bool fits(const StemFeatures& f, uint16_t clitics, const Pronoun* pronoun) {
  const bool verb = finite(f);
  if ((clitics & clitic::article) != 0 && !f.article) return false;
  if ((clitics & clitic::sa) != 0 && !(verb && f.tense == Tense::pres)) return false;
  if ((clitics & (clitic::ba | clitic::ka)) != 0 && !f.preposition) return false;
  if ((clitics & clitic::la) != 0 && !f.preposition && !(verb && f.tense == Tense::pres)) return false;
  if (pronoun == nullptr) return !f.only_pronoun;
  return f.pronoun && !f.accusative && (verb ? pronoun->verb : pronoun->noun);
}

// "that", "indeed" and the like take the lam of "because".
bool lam_particle(const StemFeatures& f, uint16_t clitics) {
  return (clitics & (clitic::la | clitic::ba | clitic::ka)) != 0 && (f.upos == Upos::sconj || f.leads == Leads::verb) && f.pronoun;
}

// How far the stem as the table spells it is from what is written: a hamza that is left out says nothing, a different one does.
int spelling_cost(uint8_t stem, View written, bool whole_end) {
  const uint8_t here = spelling_of(written);
  int cost = 0;
  if ((here & 3) != 0 && (stem & 3) != (here & 3)) cost += kOtherAlef;
  if (whole_end && ((stem ^ here) & 4) != 0)
    cost += (here & 4) != 0 ? kOtherEnd : written.ends_with(letter::yeh) ? kYehForMaksura : kEndForPronoun;
  return cost;
}

Analysis analysis_of(const Stem& stem, uint64_t hash, uint16_t clitics, size_t pre, size_t suf) {
  const StemFeatures& f = stem.features;
  Analysis a;
  a.reading.stem = hash;
  a.reading.lemma = stem.lemma;
  a.reading.lemma_text = stem.lemma_text;
  a.reading.upos = f.upos;
  a.reading.gender = f.gender;
  a.reading.number = f.number;
  a.reading.person = f.person;
  a.reading.tense = f.tense;
  a.reading.form = f.form;
  a.reading.passive = f.passive;
  a.reading.nisba = f.nisba;
  a.reading.pre = static_cast<uint8_t>(pre);
  a.reading.suf = static_cast<uint8_t>(suf);
  a.reading.clitics = clitics;
  a.leads = f.leads;
  a.construct = f.construct;
  a.accusative = f.accusative;
  a.score = static_cast<int16_t>(f.weight * kPerWeight - cut_cost(clitics));
  return a;
}

}  // namespace

void Analyser::add_known(const Cut& cut, View stem, size_t suffix, std::vector<Analysis>& out) const {
  static thread_local std::vector<Stem> stems;
  const Pronoun* pronoun = nullptr;
  for (const Pronoun& p : pronouns()) {
    if (suffix > 0 && cut.key.ends_with(p.letters) && p.letters.size() == suffix) pronoun = &p;
  }
  const uint16_t clitics = static_cast<uint16_t>(cut.clitics | (suffix > 0 ? clitic::pronoun : 0));
  const uint64_t hash = hash_key(stem);
  stems.clear();
  morphology_.find(hash, stems);
  for (const Stem& s : stems) {
    if (!fits(s.features, clitics, pronoun) && !(lam_particle(s.features, clitics) && !s.features.article)) continue;
    Analysis a = analysis_of(s, hash, clitics, cut.units, suffix);
    a.score = static_cast<int16_t>(a.score - spelling_cost(s.features.spelling, cut.written.substr(cut.units + cut.article), suffix == 0));
    if (pronoun != nullptr && pronoun->letters.size() == 1 && pronoun->letters[0] == letter::yeh) a.score -= kYehCut;
    if (stem.size() == 1 && (cut.units > 1 || suffix == 0)) a.score -= kOneLetterRest;
    out.push_back(a);
  }
}

void Analyser::add_names(const Cut& cut, std::vector<Analysis>& out) const {
  if (cut.article > 0) return;  // names keep their article: the cut without it finds them
  const View rest = cut.rest();
  if ((cut.clitics & clitic::sa) != 0 || rest.size() < 2) return;
  uint64_t hash = hash_key(rest);
  NameKind kind = names_.of(hash);
  if (kind == NameKind::none && (cut.clitics & clitic::la) != 0 && rest[0] == letter::lam) {
    kind = names_.of(hash = hash_key(std::u16string(1, letter::alef) + std::u16string(rest)));  // the lam swallowed the alef of the article
  }
  if (kind == NameKind::none) return;
  Analysis a;
  a.reading.stem = a.reading.lemma = hash;
  a.reading.upos = Upos::propn;
  a.reading.number = Number::sing;
  a.reading.pre = cut.units;
  a.reading.clitics = cut.clitics;
  const bool article = rest.size() > 3 && rest[0] == letter::alef && rest[1] == letter::lam;
  if (article) a.reading.clitics |= clitic::article;
  a.score = static_cast<int16_t>((kind == NameKind::state ? kStateScore : kNameScore) - cut_cost(cut.clitics));
  out.push_back(a);
}

void Analyser::with_cut(const Cut& cut, std::vector<Analysis>& out) const {
  const View rest = cut.rest();
  if (rest.empty()) return;
  add_names(cut, out);
  add_known(cut, rest, 0, out);
  if (cut.article > 0) return;
  const bool marked_end = (spelling_of(cut.written) & 4) != 0;  // teh marbuta and alef maksura are no pronouns
  for (const Pronoun& p : pronouns()) {
    if (rest.size() <= p.letters.size() || !rest.ends_with(p.letters) || marked_end) continue;
    const View stem = rest.substr(0, rest.size() - p.letters.size());
    add_known(cut, stem, p.letters.size(), out);
    if (stem.size() > 2 && stem.back() == letter::teh) {
      std::u16string closed(stem);
      closed.back() = letter::heh;
      add_known(cut, closed, p.letters.size(), out);
    }
  }
}

void Analyser::analyse(View key, View written, std::vector<Analysis>& out) const {
  using namespace letter;
  out.clear();
  auto cuts_from = [&](uint8_t units, uint16_t clitics) {
    with_cut({key, written, clitics, units, 0}, out);
    const View rest = key.substr(units);
    if (rest.size() > 3 && rest[0] == alef && rest[1] == lam)
      with_cut({key, written, static_cast<uint16_t>(clitics | clitic::article), units, 2}, out);
    // The lam swallows the alef of the article.
    if ((clitics & clitic::la) != 0 && rest.size() > 2 && rest[0] == lam)
      with_cut({key, written, static_cast<uint16_t>(clitics | clitic::article), units, 1}, out);
  };
  auto prepositions_from = [&](uint8_t units, uint16_t clitics) {
    if (units > 0) cuts_from(units, clitics);
    if (size_t{units} + 2 > key.size()) return;
    const char16_t c = key[units];
    const uint16_t bit = c == beh ? clitic::ba : c == kaf ? clitic::ka : c == lam ? clitic::la : c == seen ? clitic::sa : 0;
    if (bit != 0) cuts_from(static_cast<uint8_t>(units + 1), static_cast<uint16_t>(clitics | bit));
  };
  cuts_from(0, 0);
  int whole = 0, whole_verb = 0;
  for (const Analysis& a : out) {
    int& best = a.reading.form == VerbForm::finite ? whole_verb : whole;
    best = std::max<int>(best, a.score);
  }
  const size_t uncut = out.size();
  prepositions_from(0, 0);
  if (key.size() > 2 && (key[0] == waw || key[0] == feh)) prepositions_from(1, key[0] == waw ? clitic::wa : clitic::fa);
  const int kept_whole = whole >= kUsual ? kUsualWhole : whole_verb >= kUsual ? kUsualVerb : 0;  // a usual word is hardly ever cut
  for (size_t i = uncut; i < out.size(); ++i) out[i].score = static_cast<int16_t>(out[i].score - kept_whole);
  settle(key, out);
  // A stable sort of a dozen: std::stable_sort asks for memory and, in GCC 12, for a deprecated function.
  const auto better = [](const Analysis& a, const Analysis& b) { return a.score > b.score; };
  for (auto at = out.begin(); at != out.end(); ++at) std::rotate(std::upper_bound(out.begin(), at, *at, better), at, at + 1);
  if (out.size() > kMaxReadings) out.resize(kMaxReadings);
}

// Weighs the readings against each other once all are there.
void Analyser::settle(View key, std::vector<Analysis>& out) const {
  if (out.empty()) return guess(key, out);
  // A name that is a usual word too is mostly the word.
  const bool usual =
      std::any_of(out.begin(), out.end(), [](const Analysis& a) { return a.reading.upos != Upos::propn && a.score >= kUsual; });
  for (Analysis& a : out) {
    if (usual && a.reading.upos == Upos::propn && a.reading.lemma_text == 0 && a.score < kStateScore - kConjunctionCut - kPrepositionCut)
      a.score -= kCommonName;
  }
  // Only "my …": more often a surname that nobody knows.
  const bool only_mine = key.size() > 3 && key.ends_with(letter::yeh) &&
                         std::all_of(out.begin(), out.end(), [](const Analysis& a) { return a.reading.suf == 1; });
  if (only_mine) guess(key, out);
}

// Guesses ------------------------------------------------------------------------------------------------------------------------------

namespace {

Analysis guessed(View stem, Upos upos, uint16_t clitics, uint8_t pre, int score) {
  Analysis a;
  a.reading.stem = a.reading.lemma = hash_key(stem);
  a.reading.upos = upos;
  a.reading.number = Number::sing;
  a.reading.gender = stem.ends_with(letter::heh) ? Gender::fem : Gender::masc;
  a.reading.guess = true;
  a.reading.clitics = clitics;
  a.reading.pre = pre;
  a.score = static_cast<int16_t>(score);
  return a;
}

bool ends(View word, std::initializer_list<char16_t> letters) {
  return word.size() > letters.size() + 1 &&
         std::equal(letters.begin(), letters.end(), word.end() - static_cast<ptrdiff_t>(letters.size()));
}

// Nominal readings that the ending speaks for; without one the word is taken for a name.
void guess_nominal(View stem, uint16_t clitics, uint8_t pre, int score, std::vector<Analysis>& out) {
  using namespace letter;
  const bool article = (clitics & clitic::article) != 0;
  if (ends(stem, {yeh}) || ends(stem, {yeh, heh}) || ends(stem, {yeh, yeh, noon})) {
    Analysis a = guessed(stem, Upos::adj, clitics, pre, score + (article ? 5 : -5));
    a.reading.nisba = true;
    out.push_back(a);
  }
  if (ends(stem, {alef, teh}) || ends(stem, {waw, noon}) || ends(stem, {yeh, noon})) {
    Analysis a = guessed(stem, Upos::noun, clitics, pre, score + (article ? 6 : -2));
    a.reading.number = Number::plur;
    if (ends(stem, {alef, teh})) a.reading.gender = Gender::fem;
    out.push_back(a);
  } else {
    out.push_back(guessed(stem, Upos::noun, clitics, pre, score + (article ? 4 : -8)));
  }
  out.push_back(guessed(stem, Upos::propn, clitics, pre, score + (article ? 0 : 2)));
}

}  // namespace

void Analyser::guess(View key, std::vector<Analysis>& out) const {
  using namespace letter;
  constexpr size_t kMinRest = 4;
  if (!is_arabic(key[0])) {
    out.push_back(guessed(key, Upos::propn, 0, 0, kGuessScore));
    return;
  }
  uint8_t units = 0;
  uint16_t clitics = 0;
  // A conjunction before a word that would be long enough alone.
  if ((key[0] == waw || key[0] == feh) && key.size() > kMinRest) {
    guess_nominal(key, 0, 0, key[0] == waw ? kGuessScore - 10 : kGuessScore + 4, out);
    units = 1;
    clitics = key[0] == waw ? clitic::wa : clitic::fa;
  }
  const View rest = key.substr(units);
  const char16_t c = rest[0];
  const View behind = rest.substr(1);
  const uint16_t bit = c == beh ? clitic::ba : c == kaf ? clitic::ka : c == lam ? clitic::la : 0;
  const bool article_behind = behind.size() > kMinRest && behind[0] == alef && behind[1] == lam;
  const bool lam_article = c == lam && behind.size() >= kMinRest && behind[0] == lam;
  if (bit != 0 && (article_behind || lam_article)) {
    guess_nominal(behind.substr(article_behind ? 2 : 1), static_cast<uint16_t>(clitics | bit | clitic::article),
                  static_cast<uint8_t>(units + 1), kGuessScore, out);
  } else if (rest.size() > kMinRest && rest[0] == alef && rest[1] == lam) {
    guess_nominal(rest.substr(2), static_cast<uint16_t>(clitics | clitic::article), units, kGuessScore, out);
  } else {
    guess_nominal(rest, clitics, units, kGuessScore, out);
    if ((c == beh || c == lam) && behind.size() > kMinRest)
      guess_nominal(behind, static_cast<uint16_t>(clitics | bit), static_cast<uint8_t>(units + 1), kGuessScore - 10, out);
    if ((c == yeh || c == teh) && rest.size() >= kMinRest && (ends(rest, {waw, noon}) || ends(rest, {waw, alef}))) {
      Analysis a = guessed(rest, Upos::verb, clitics, units, kGuessScore + 8);
      a.reading.tense = Tense::pres;
      a.reading.form = VerbForm::finite;
      a.reading.person = 3;
      a.reading.number = Number::plur;
      out.push_back(a);
    }
  }
}

}  // namespace isnad
