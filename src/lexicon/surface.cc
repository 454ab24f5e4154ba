#include "lexicon/surface.h"

#include <unicode/uchar.h>
#include <unicode/utf16.h>

#include "base/letters.h"

namespace isnad::lexicon {
namespace {

using namespace letter;

constexpr std::u16string_view kArticle = u"\u0627\u0644";
// Endings of a nisba or participle; ta marbuta is folded to heh as everywhere in keys.
constexpr std::u16string_view kMasculineEndings[] = {u"", u"\u0627\u0646", u"\u064A\u0646", u"\u0648\u0646"};  // -, an, ayn/in, un
constexpr std::u16string_view kFeminineEndings[] = {u"\u0647", u"\u062A\u0627\u0646", u"\u062A\u064A\u0646",
                                                    u"\u0627\u062A"};  // a, atan, atayn, at

constexpr std::u16string_view kAccusative = u"\u0627";  // indefinite

std::vector<std::u16string> words_of(std::u16string_view form) {
  std::vector<std::u16string> words(1);
  for (char16_t c : form) {
    if (c == u' ') words.emplace_back();
    else words.back().push_back(c);
  }
  return words;
}

std::u16string joined(const std::vector<std::u16string>& words) {
  std::u16string form;
  for (const std::u16string& word : words) {
    if (!form.empty()) form.push_back(u' ');
    form += word;
  }
  return form;
}

std::vector<std::u16string> keys_in(std::string_view cell) {
  std::vector<std::u16string> keys;
  while (!cell.empty()) {
    const size_t cut = cell.find('|');
    if (cut != 0) keys.push_back(fold_key(cell.substr(0, cut)));
    if (cut == std::string_view::npos) break;
    cell.remove_prefix(cut + 1);
  }
  return keys;
}

// A nationality adjective in every inflection, each with and without the article. All words in -i are inflected together ("South Korean"
// has two); in a compound with an uninflected word the article may stand before the first word only.
void inflect_adjective(const std::u16string& masculine, const FormSink& sink) {
  const std::vector<std::u16string> words = words_of(masculine);
  const auto inflect = [&](std::u16string_view ending, bool every_article, bool first_article) {
    std::vector<std::u16string> out = words;
    for (size_t w = 0; w < out.size(); ++w) {
      const bool nisba = !words[w].empty() && words[w].back() == yeh;
      if (nisba) out[w].append(ending);
      if ((nisba && every_article) || (w == 0 && first_article)) out[w].insert(0, kArticle);
    }
    sink(joined(out), Form::adjective);
  };
  inflect(kAccusative, false, false);
  const bool starts_with_nisba = !words[0].empty() && words[0].back() == yeh;
  for (const auto& endings : {kMasculineEndings, kFeminineEndings}) {
    for (size_t e = 0; e < 4; ++e) {
      inflect(endings[e], false, false);
      inflect(endings[e], true, false);
      if (!starts_with_nisba) {
        inflect(endings[e], false, true);
        inflect(endings[e], true, true);
      }
    }
  }
}

void inflect_participle(const std::u16string& masculine, const FormSink& sink) {
  const size_t end = masculine.find(u' ');
  const std::u16string first = masculine.substr(0, end);
  const std::u16string rest = end == std::u16string::npos ? std::u16string() : masculine.substr(end);
  const auto with = [&](std::u16string_view ending, Form kind) {
    std::u16string form = first;
    form.append(ending).append(rest);
    sink(form, kind);
  };
  for (std::u16string_view ending : kMasculineEndings) with(ending, ending.empty() ? Form::singular : Form::plural);
  for (std::u16string_view ending : kFeminineEndings) with(ending, Form::feminine);
}

struct CellForms {
  std::string_view column;
  Form kind;
};

std::vector<CellForms> cells_of(Table table) {
  switch (table) {
    case Table::states:
      return {{"name", Form::name},
              {"variants", Form::variant},
              {"people", Form::people},
              {"capital", Form::capital},
              {"metonyms", Form::metonym}};
    case Table::bodies:
    case Table::people:
    case Table::outlets:
    case Table::places: return {{"name", Form::name}, {"variants", Form::variant}};
    case Table::roles: return {{"singular", Form::singular}, {"plurals", Form::plural}, {"feminine", Form::feminine}};
    case Table::titles: return {{"forms", Form::other}};
    case Table::words: return {{"form", Form::other}};
    default: return {};
  }
}

// "two attacks": of a noun of one word.
void dual_forms(const std::u16string& noun, const FormSink& sink) {
  if (noun.size() < 3 || noun.find(u' ') != std::u16string::npos) return;
  std::u16string stem = noun;
  if (stem.back() == heh) stem.back() = teh;  // ta marbuta, folded
  for (std::u16string_view ending : {u"\u0627\u0646", u"\u064A\u0646"}) sink(stem + std::u16string(ending), Form::plural);
}

void event_forms(const SourceRow& row, const FormSink& sink) {
  const TableSchema& schema = schema_of(Table::events);
  const std::string& kind = row.cells[column_of(schema, "kind")];
  Form form = Form::singular;
  for (const std::u16string& trigger : keys_in(row.cells[column_of(schema, "trigger")])) {
    if (kind == "participle") inflect_participle(trigger, sink);
    if (kind == "noun") {
      sink(trigger, form);
      if (form == Form::singular) dual_forms(trigger, sink);
    }
    form = Form::plural;
  }
}

// Verbs of ties are found by their lemma.
void tie_forms(const SourceRow& row, const FormSink& sink) {
  const TableSchema& schema = schema_of(Table::ties);
  const std::string& kind = row.cells[column_of(schema, "kind")];
  for (const std::u16string& form : keys_in(row.cells[column_of(schema, "forms")])) {
    if (kind == "participle") inflect_participle(form, sink);
    if (kind == "noun" || kind == "title") sink(form, Form::other);
  }
}

// A phrase of noun and adjective has the article before both words or before none: the article of the first is cut from the text when it
// is looked up, so that of the others is entered.
void topic_forms(const SourceRow& row, const FormSink& sink) {
  const TableSchema& schema = schema_of(Table::topics);
  for (const auto& [column, kind] : {CellForms{"words", Form::name}, CellForms{"weak", Form::other}}) {
    for (const std::u16string& form : keys_in(row.cells[column_of(schema, column)])) {
      sink(form, kind);
      std::vector<std::u16string> words = words_of(form);
      for (size_t w = 1; w < words.size(); ++w)
        if (!words[w].starts_with(kArticle)) words[w].insert(0, kArticle);
      if (words.size() > 1) sink(joined(words), kind);
    }
  }
}

}  // namespace

void surface_forms(Table table, const SourceRow& row, const FormSink& sink) {
  // A hamza on waw before a waw is also written on a yeh.
  const FormSink both = [&](std::u16string_view form, Form kind) {
    sink(form, kind);
    std::u16string other(form);
    bool changed = false;
    for (size_t i = 0; i + 1 < other.size(); ++i) {
      if (other[i] != waw_hamza || other[i + 1] != waw) continue;
      other[i] = yeh_hamza;
      changed = true;
    }
    if (changed) sink(other, kind);
  };
  const TableSchema& schema = schema_of(table);
  for (const CellForms& cell : cells_of(table)) {
    for (const std::u16string& form : keys_in(row.cells[column_of(schema, cell.column)])) {
      both(form, cell.kind);
      if (cell.kind == Form::people && !form.starts_with(kArticle)) both(std::u16string(kArticle) + form, cell.kind);
    }
  }
  if (table == Table::states) {
    for (const std::u16string& adjective : keys_in(row.cells[column_of(schema, "adjectives")])) inflect_adjective(adjective, both);
  }
  if (table == Table::events) event_forms(row, both);
  if (table == Table::ties) tie_forms(row, both);
  if (table == Table::topics) topic_forms(row, both);
}

std::vector<uint64_t> token_keys(std::u16string_view form) {
  std::vector<uint64_t> keys;
  std::u16string word;
  const auto flush = [&] {
    if (!word.empty()) keys.push_back(hash_key(word));
    word.clear();
  };
  for (size_t i = 0; i < form.size(); ++i) {
    if (u_isalnum(form[i]) || U16_IS_SURROGATE(form[i]) || u_charType(form[i]) == U_NON_SPACING_MARK) word.push_back(form[i]);
    else flush();
  }
  flush();
  return keys;
}

}  // namespace isnad::lexicon
