#include "rows.h"

#include <filesystem>

#include "base/letters.h"
#include "base/morphology.h"
#include "base/utf8.h"
#include "table.h"

namespace isnad::morphc {
namespace {

using Text = std::u16string;

/// The part of speech of that name; x when there is none.
Upos upos_of(std::string_view name) {
  for (auto upos = Upos::intj; upos != Upos::x; upos = static_cast<Upos>(static_cast<uint8_t>(upos) - 1))
    if (upos_name(upos) == name) return upos;
  return Upos::x;
}

tl::unexpected<Error> faulty(const std::string& path, const TsvRow& row, std::string message) {
  return fail(ErrorCode::lexicon, std::move(message), path, row.line);
}

void apply_features(std::string_view text, StemFeatures& f) {
  for (const std::string& word : split(text, '|')) {
    if (word == "masc") f.gender = Gender::masc;
    else if (word == "fem") f.gender = Gender::fem;
    else if (word == "sing") f.number = Number::sing;
    else if (word == "dual") f.number = Number::dual;
    else if (word == "plur") f.number = Number::plur;
    else if (word == "1" || word == "2" || word == "3") f.person = static_cast<uint8_t>(word[0] - '0');
    else if (word == "rare") f.weight = 2;
    else if (word == "usual") f.weight = 5;
    else if (word == "before-verb") f.leads = Leads::verb;
    else if (word == "before-clause") f.leads = Leads::clause;
    else if (word == "relative") f.leads = Leads::relative;
    else if (word == "past") f.tense = Tense::past, f.form = VerbForm::finite;
    else if (word == "pres") f.tense = Tense::pres, f.form = VerbForm::finite;
    else if (word == "masdar") f.form = VerbForm::masdar;
    else if (word == "active") f.form = VerbForm::active_participle;
    else if (word == "passive") f.form = VerbForm::passive_participle;
  }
}

Result<bool> add_closed(const std::string& path, Stems& stems) {
  Result<std::vector<TsvRow>> rows = read_table(path);
  if (!rows) return tl::unexpected<Error>(rows.error());
  for (const TsvRow& row : *rows) {
    const Upos upos = upos_of(row["upos"]);
    if (upos == Upos::x) return faulty(path, row, "unknown upos \"" + std::string(row["upos"]) + "\"");
    StemFeatures f;
    f.upos = upos;
    f.weight = upos == Upos::adv ? 7 : 6;
    apply_features(row["features"], f);
    f.only_pronoun = row["takes"].find('P') != std::string_view::npos;
    f.pronoun = f.only_pronoun || row["takes"].find('p') != std::string_view::npos;
    f.preposition = row["takes"].find('b') != std::string_view::npos;
    f.article = row["takes"].find('a') != std::string_view::npos;
    const Text form = utf16_of(row["form"]);
    stems.add(form, row["lemma"].empty() ? form : utf16_of(row["lemma"]), f);
    stems.close(form);
  }
  return true;
}

Result<bool> add_verbs(const std::string& path, const Ayaspell& ayaspell, Stems& stems) {
  Result<std::vector<TsvRow>> rows = read_table(path);
  if (!rows) return tl::unexpected<Error>(rows.error());
  for (const TsvRow& row : *rows) {
    Verb verb = ayaspell.verb(utf16_of(row["lemma"]));
    if (verb.lemma.size() < 2) return faulty(path, row, "a verb has two letters at least");
    if (!row["present"].empty()) {
      verb.presents.clear();
      for (const std::string& present : split(row["present"], '|')) verb.presents.push_back(utf16_of(present));
    }
    if (row["type"].find("doubled") != std::string_view::npos) verb.doubled = true;
    if (row["type"].find("plain") != std::string_view::npos) verb.doubled = false;
    const bool aux = row["type"].find("aux") != std::string_view::npos;
    stems.add_verb(verb, 5, aux ? Upos::aux : Upos::verb);
  }
  return true;
}

// The verbs that events and cues are about: all their forms have to be known.
Result<bool> add_trigger_verbs(const std::string& path, const std::string& column, const Ayaspell& ayaspell, Stems& stems) {
  if (!std::filesystem::exists(path)) return true;
  Result<std::vector<TsvRow>> rows = read_table(path);
  if (!rows) return tl::unexpected<Error>(rows.error());
  for (const TsvRow& row : *rows) {
    if (row["kind"] != "verb") continue;
    for (const std::string& trigger : split(row[column], '|')) {
      const Text lemma = utf16_of(trigger);
      if (lemma.size() < 2 || lemma.find(u' ') != Text::npos || stems.has_verb(lemma)) continue;
      stems.add_verb(ayaspell.verb(lemma), 5, Upos::verb);
    }
  }
  return true;
}

// What the rows of nouns and adjectives have in common: one word, its features unless `features` says otherwise.
StemFeatures nominal_features(const TsvRow& row, Upos upos, Gender gender) {
  StemFeatures f;
  f.upos = upos;
  f.weight = 5;
  f.gender = gender;
  f.number = Number::sing;
  apply_features(row["features"], f);
  return f;
}

void add_plurals(const TsvRow& row, const Text& lemma, StemFeatures f, Stems& stems) {
  if (row["plurals"].empty()) return;
  f.number = Number::plur;
  for (const std::string& plural : split(row["plurals"], '|')) stems.add_nominal(utf16_of(plural), lemma, f, {});
}

Result<bool> add_nouns(const std::string& path, Stems& stems) {
  Result<std::vector<TsvRow>> rows = read_table(path);
  if (!rows) return tl::unexpected<Error>(rows.error());
  for (const TsvRow& row : *rows) {
    const Text word = utf16_of(row["singular"]);
    if (word.empty()) return faulty(path, row, "no singular");
    const StemFeatures f = nominal_features(row, Upos::noun, word.back() == letter::teh_marbuta ? Gender::fem : Gender::masc);
    NominalForms forms{.dual = true};
    const std::string_view sound = row["sound"];
    forms.sound_feminine = sound.find("at") != std::string_view::npos;
    forms.sound_masculine = sound.find("un") != std::string_view::npos;
    forms.feminine = sound.find("ah") != std::string_view::npos;
    stems.add_nominal(word, word, f, forms);
    add_plurals(row, word, f, stems);
  }
  return true;
}

Result<bool> add_adjectives(const std::string& path, Stems& stems) {
  Result<std::vector<TsvRow>> rows = read_table(path);
  if (!rows) return tl::unexpected<Error>(rows.error());
  for (const TsvRow& row : *rows) {
    const Text word = utf16_of(row["masculine"]);
    if (word.empty()) return faulty(path, row, "no masculine");
    StemFeatures f = nominal_features(row, Upos::adj, Gender::masc);
    const bool comparative = row["kind"] == "comparative";
    f.nisba = row["kind"] == "nisba";
    if (comparative) f.gender = Gender::none, f.number = Number::none;
    const bool regular = !comparative && row["feminine"].empty();
    const NominalForms forms{.feminine = regular, .dual = true, .sound_feminine = regular, .sound_masculine = regular};
    stems.add_nominal(word, word, f, forms);
    StemFeatures as_noun = f;  // any adjective may stand for its noun
    as_noun.upos = Upos::noun;
    as_noun.weight = 3;
    if (!comparative && row["kind"] != "colour") stems.add_nominal(word, word, as_noun, forms);
    if (!row["feminine"].empty() && row["feminine"] != "-") {
      StemFeatures g = f;
      g.gender = Gender::fem;
      g.number = Number::sing;
      stems.add_nominal(utf16_of(row["feminine"]), word, g, {.dual = true, .sound_feminine = true});
    }
    add_plurals(row, word, f, stems);
  }
  return true;
}

Result<bool> add_names(const std::string& path, Stems& stems) {
  Result<std::vector<TsvRow>> rows = read_table(path);
  if (!rows) return tl::unexpected<Error>(rows.error());
  for (const TsvRow& row : *rows) {
    StemFeatures f;
    f.upos = Upos::propn;
    f.weight = 5;
    f.number = Number::sing;
    f.preposition = true;
    apply_features(row["features"], f);
    const Text form = utf16_of(row["form"]);
    stems.add(form, form, f);
  }
  return true;
}

}  // namespace

Result<bool> add_rows(const std::string& dir, const Ayaspell& ayaspell, Stems& stems) {
  for (const auto& added :
       {add_closed(dir + "/closed.tsv", stems), add_verbs(dir + "/verbs.tsv", ayaspell, stems),
        add_trigger_verbs(dir + "/events.tsv", "trigger", ayaspell, stems), add_trigger_verbs(dir + "/cues.tsv", "lemma", ayaspell, stems),
        add_nouns(dir + "/nouns.tsv", stems), add_adjectives(dir + "/adjectives.tsv", stems), add_names(dir + "/names_morph.tsv", stems)}) {
    if (!added) return tl::unexpected<Error>(added.error());
  }
  return true;
}

}  // namespace isnad::morphc
