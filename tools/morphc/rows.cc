#include "rows.h"

#include <filesystem>
#include <map>

#include "base/letters.h"
#include "base/utf8.h"
#include "table.h"

namespace isnad::morphc {
namespace {

using Text = std::u16string;

const std::map<std::string, Upos, std::less<>> kUpos = {
    {"NOUN", Upos::noun}, {"PROPN", Upos::propn}, {"ADJ", Upos::adj},     {"VERB", Upos::verb},   {"AUX", Upos::aux},
    {"ADP", Upos::adp},   {"PART", Upos::part},   {"CCONJ", Upos::cconj}, {"SCONJ", Upos::sconj}, {"PRON", Upos::pron},
    {"DET", Upos::det},   {"ADV", Upos::adv},     {"NUM", Upos::num},     {"INTJ", Upos::intj}};

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
    const auto upos = kUpos.find(row["upos"]);
    if (upos == kUpos.end()) return faulty(path, row, "unknown upos \"" + std::string(row["upos"]) + "\"");
    StemFeatures f;
    f.upos = upos->second;
    f.weight = upos->second == Upos::adv ? 7 : 6;
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

Result<bool> add_nouns(const std::string& path, Stems& stems) {
  Result<std::vector<TsvRow>> rows = read_table(path);
  if (!rows) return tl::unexpected<Error>(rows.error());
  for (const TsvRow& row : *rows) {
    const Text word = utf16_of(row["singular"]);
    if (word.empty()) return faulty(path, row, "no singular");
    StemFeatures f;
    f.upos = Upos::noun;
    f.weight = 5;
    f.number = Number::sing;
    f.gender = word.back() == letter::teh_marbuta ? Gender::fem : Gender::masc;
    apply_features(row["features"], f);
    NominalForms forms{.dual = true};
    const std::string_view sound = row["sound"];
    forms.sound_feminine = sound.find("at") != std::string_view::npos;
    forms.sound_masculine = sound.find("un") != std::string_view::npos;
    forms.feminine = sound.find("ah") != std::string_view::npos;
    stems.add_nominal(word, word, f, forms);
    if (row["plurals"].empty()) continue;
    for (const std::string& plural : split(row["plurals"], '|')) {
      StemFeatures p = f;
      p.number = Number::plur;
      stems.add_nominal(utf16_of(plural), word, p, {});
    }
  }
  return true;
}

Result<bool> add_adjectives(const std::string& path, Stems& stems) {
  Result<std::vector<TsvRow>> rows = read_table(path);
  if (!rows) return tl::unexpected<Error>(rows.error());
  for (const TsvRow& row : *rows) {
    const Text word = utf16_of(row["masculine"]);
    if (word.empty()) return faulty(path, row, "no masculine");
    StemFeatures f;
    f.upos = Upos::adj;
    f.weight = 5;
    f.gender = Gender::masc;
    f.number = Number::sing;
    apply_features(row["features"], f);
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
    if (row["plurals"].empty()) continue;
    for (const std::string& plural : split(row["plurals"], '|')) {
      StemFeatures p = f;
      p.number = Number::plur;
      stems.add_nominal(utf16_of(plural), word, p, {});
    }
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
