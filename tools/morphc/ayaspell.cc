#include "ayaspell.h"

#include <algorithm>
#include <fstream>

#include "base/letters.h"
#include "base/utf8.h"
#include "table.h"

namespace isnad::morphc {
namespace {

using Text = std::u16string;
using View = std::u16string_view;

// The aliases of the .aff: affix classes (AF) and morphological marks (AM); the first line of each kind is its count.
struct Aliases {
  std::vector<std::string> classes = {""}, marks = {""};
};

Result<Aliases> read_aliases(const std::string& path) {
  std::ifstream in(path);
  if (!in) return fail(ErrorCode::input, "cannot be read: install hunspell-ar", path);
  Aliases out;
  bool class_count = true, mark_count = true;
  for (std::string line; std::getline(in, line);) {
    if (line.rfind("AF ", 0) == 0) {
      if (!class_count) out.classes.push_back(line.substr(3, line.find(' ', 3) - 3));
      class_count = false;
    } else if (line.rfind("AM ", 0) == 0) {
      if (!mark_count) out.marks.push_back(line.substr(3));
      mark_count = false;
    }
  }
  return out;
}

bool has_class(std::string_view classes, std::string_view wanted) {
  for (size_t i = 0; i + 1 < classes.size(); i += 2)
    if (classes.substr(i, 2) == wanted) return true;
  return false;
}

bool has_any(std::string_view classes, std::initializer_list<std::string_view> wanted) {
  return std::any_of(wanted.begin(), wanted.end(), [&](std::string_view w) { return has_class(classes, w); });
}

NominalForms forms_of(std::string_view c) {
  NominalForms forms;
  forms.feminine = has_any(c, {"BA", "BB"});
  forms.dual = has_any(c, {"CA", "DA", "EA", "FA", "GA"});
  forms.sound_feminine = has_any(c, {"HA"});
  forms.sound_masculine = has_any(c, {"IA", "NA"});
  forms.nisba = has_any(c, {"LA", "MA"});
  return forms;
}

std::string mark(std::string_view marks, std::string_view name) {
  const size_t at = marks.find(name);
  if (at == std::string_view::npos) return {};
  const size_t from = at + name.size();
  return std::string(marks.substr(from, marks.find(' ', from) - from));
}

bool all_arabic(View word) { return word.size() > 1 && std::all_of(word.begin(), word.end(), letter::is_arabic); }

size_t index_of(std::string_view digits) {
  size_t n = 0;
  for (const char c : digits) {
    if (c < '0' || c > '9') return 0;
    n = n * 10 + static_cast<size_t>(c - '0');
  }
  return n;
}

void take(std::string_view line, const Aliases& aliases, Ayaspell& out) {
  const size_t tab = line.find('\t'), slash = line.find('/');
  if (slash == std::string_view::npos) return;
  const Text word = utf16_of(line.substr(0, slash));
  if (!all_arabic(word)) return;
  const std::string_view number = line.substr(slash + 1, tab == std::string_view::npos ? tab : tab - slash - 1);
  const size_t affixes = index_of(number);
  if (tab != std::string_view::npos) {
    const size_t m = index_of(line.substr(tab + 1));
    if (m == 0 || m >= aliases.marks.size()) return;
    const std::string& marks = aliases.marks[m];
    const Text lemma = utf16_of(mark(marks, "st:"));
    if (!all_arabic(lemma)) return;
    AttestedVerb& verb = out.verbs[lemma];
    if (marks.find("is:pst") != std::string::npos) verb.past.insert(word);
    if (marks.find("is:prst") != std::string::npos) verb.present.insert(word);
    return;
  }
  if (affixes == 0 || affixes >= aliases.classes.size()) return;
  const std::string& classes = aliases.classes[affixes];
  if (!has_any(classes, {"AA", "AB", "BA", "BB"})) return;
  out.nominals.emplace_back(word, forms_of(classes));
  out.words.insert(word);
}

}  // namespace

Result<Ayaspell> Ayaspell::read(const std::string& aff_path, const std::string& dic_path) {
  Result<Aliases> aliases = read_aliases(aff_path);
  if (!aliases) return tl::unexpected<Error>(aliases.error());
  std::ifstream in(dic_path);
  if (!in) return fail(ErrorCode::input, "cannot be read: install hunspell-ar", dic_path);
  Ayaspell out;
  for (std::string line; std::getline(in, line);) take(line, *aliases, out);
  if (out.verbs.empty() || out.nominals.empty()) return fail(ErrorCode::input, "holds no verbs or nominals: not Ayaspell", dic_path);
  return out;
}

Verb Ayaspell::verb(View lemma) const {
  Verb out{Text(lemma), candidate_presents(lemma), false};
  const auto it = verbs.find(out.lemma);
  out.doubled = lemma.size() == 2;
  if (it == verbs.end()) return out;
  const AttestedVerb& attested = it->second;
  out.doubled = may_be_doubled(lemma) && attested.past.contains(out.lemma + lemma.back());
  std::vector<Text> kept;
  bool weak_vowel = false;
  for (const Text& present : out.presents) {
    if (!attested.present.contains(present)) continue;
    // An alef (hollow) or alef maksura (defective) beside waw or yeh is the passive.
    const char16_t vowel = lemma.back() == letter::alef || lemma.back() == letter::alef_maksura || lemma.back() == letter::yeh
                               ? present.back()
                               : present[present.size() - 2];
    if ((vowel == letter::alef || vowel == letter::alef_maksura) && weak_vowel) continue;
    weak_vowel = weak_vowel || (lemma.size() == 3 && (vowel == letter::waw || vowel == letter::yeh));
    kept.push_back(present);
  }
  if (!kept.empty()) out.presents = std::move(kept);
  return out;
}

}  // namespace isnad::morphc
