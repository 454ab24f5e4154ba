#include "mention/surnames.h"

#include <algorithm>
#include <numeric>
#include <string>

namespace isnad::mention {
namespace {

constexpr char16_t kAlef = u'\u0627', kLam = u'\u0644', kYeh = u'\u064A';
constexpr size_t kShortestName = 3;
constexpr size_t kShortestFuzzy = 5;
constexpr size_t kMostNames = 200;  // of a report; more make it a list

std::u16string_view bare(std::u16string_view key) {
  if (key.size() > 4 && key[0] == kAlef && key[1] == kLam) key.remove_prefix(2);
  return key;
}

size_t edit_distance(std::u16string_view a, std::u16string_view b) {
  std::vector<size_t> row(b.size() + 1);
  std::iota(row.begin(), row.end(), size_t{0});
  for (size_t i = 1; i <= a.size(); ++i) {
    size_t diagonal = row[0];
    row[0] = i;
    for (size_t j = 1; j <= b.size(); ++j) {
      const size_t up = row[j];
      row[j] = std::min({row[j] + 1, row[j - 1] + 1, diagonal + (a[i - 1] != b[j - 1])});
      diagonal = up;
    }
  }
  return row[b.size()];
}

std::vector<std::u16string_view> family_names(const Document& doc, const std::vector<Draft>& drafts) {
  std::vector<std::u16string_view> names;
  for (const Draft& draft : drafts) {
    if (names.size() == kMostNames) break;
    if (draft.kind != EntityKind::person || draft.name.size() == 0) continue;
    const std::u16string_view last = bare(doc.key_of(doc.tokens[draft.name.end - 1]));
    if (last.size() >= kShortestName && std::find(names.begin(), names.end(), last) == names.end()) names.push_back(last);
  }
  return names;
}

// The cut of proclitics that makes the token a family name; -1 = none.
int cut_of(const Document& doc, const Token& token, const std::vector<std::u16string_view>& names) {
  const std::u16string_view key = doc.key_of(token);
  const Reading& best = doc.reading(token);
  for (int cut = 0; cut <= 2 && static_cast<size_t>(cut) + kShortestName <= key.size(); ++cut) {
    bool allowed = cut == 0;
    for (uint16_t r = 0; r < token.readings && !allowed; ++r) allowed = doc.readings[token.first_reading + r].pre == cut;
    if (!allowed) continue;
    const std::u16string_view word = bare(key.substr(cut));
    for (std::u16string_view name : names) {
      if (word == name) return cut;
      // A final yeh read as "my", or as a plural before its possessor, may be that of a family name.
      const bool yeh = key.back() == kYeh && best.upos == Upos::noun && (best.suf == 1 || best.number == Number::plur);
      const bool open = best.guess || best.upos == Upos::propn || yeh;
      if (open && cut == 0 && word.size() >= kShortestFuzzy && same_name(word, name)) return cut;
    }
  }
  return -1;
}

void sort_by_text(std::vector<Draft>& drafts) {
  std::vector<uint32_t> order(drafts.size()), place(drafts.size());
  std::iota(order.begin(), order.end(), 0u);
  std::stable_sort(order.begin(), order.end(), [&](uint32_t a, uint32_t b) { return drafts[a].tokens.begin < drafts[b].tokens.begin; });
  std::vector<Draft> sorted;
  sorted.reserve(drafts.size());
  for (uint32_t i = 0; i < order.size(); ++i) {
    place[order[i]] = i;
    sorted.push_back(std::move(drafts[order[i]]));
  }
  for (Draft& draft : sorted)
    if (draft.inner != kNone) draft.inner = place[draft.inner];
  drafts = std::move(sorted);
}

}  // namespace

bool same_name(std::u16string_view a, std::u16string_view b) {
  if (a == b) return true;
  if (a.size() < 4 || b.size() < 4 || a[0] != b[0]) return false;
  const size_t most = std::max(a.size(), b.size()) >= 6 ? 2 : 1;
  const size_t longer = std::max(a.size(), b.size()), shorter = std::min(a.size(), b.size());
  return longer - shorter <= most && edit_distance(a, b) <= most;
}

void add_surnames(const Document& doc, std::vector<Draft>& drafts) {
  const std::vector<std::u16string_view> names = family_names(doc, drafts);
  if (!names.empty()) {
    std::vector<bool> covered(doc.tokens.size());
    for (const Draft& draft : drafts)
      for (uint32_t t = draft.tokens.begin; t < draft.tokens.end; ++t) covered[t] = true;
    for (uint32_t t = 0; t < doc.tokens.size(); ++t) {
      const Token& token = doc.tokens[t];
      if (covered[t] || token.kind != TokenKind::word) continue;
      if (doc.reading(token).upos == Upos::adp || doc.reading(token).upos == Upos::part) continue;
      const int cut = cut_of(doc, token, names);
      if (cut < 0) continue;
      Draft draft;
      draft.tokens = draft.name = {t, t + 1};
      draft.first.units = static_cast<uint8_t>(cut);
      draft.first.clitics = cut > 0 ? doc.reading(token).clitics : uint16_t{0};
      draft.head = t;
      draft.kind = EntityKind::person;
      draft.definite = true;
      drafts.push_back(std::move(draft));
    }
  }
  sort_by_text(drafts);
}

}  // namespace isnad::mention
