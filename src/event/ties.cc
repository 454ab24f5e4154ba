#include "event/ties.h"

#include <algorithm>
#include <set>
#include <tuple>

#include "base/match.h"
#include "event/tie_ends.h"

namespace isnad::event {
namespace {

bool is_table(RowId row, Table table) { return row.table == static_cast<uint8_t>(table); }

TieKind kind_of(std::string_view name) {
  if (name == "title") return TieKind::title;
  if (name == "participle") return TieKind::participle;
  if (name == "verb") return TieKind::verb;
  return name == "present" ? TieKind::present : TieKind::noun;
}

std::vector<TieEnd> ends_of(std::string_view cell) {
  std::vector<TieEnd> ends;
  for (std::string_view name : split_cell(cell)) {
    TieEnd end;
    if (name == "self") end.kind = EndKind::self;
    else if (name == "before") end.kind = EndKind::before;
    else if (name == "both") end.kind = EndKind::both;
    else end.slot = slot_of(name);
    ends.push_back(std::move(end));
  }
  return ends;
}

class TieReader {
 public:
  TieReader(const Scene& scene, Clauses& clauses, const TieRules& rules, Document& doc)
      : scene_(scene), clauses_(clauses), rules_(rules), doc_(doc) {
    for (const Tie& tie : doc.ties) known_.insert({tie.type, tie.from, tie.to});
  }

  void read() {
    for (uint32_t t = 0; t < doc_.tokens.size(); ++t) {
      if (!scene_.is_word(t)) continue;
      if (scene_.is_verb(t)) read_verb(t);
      else if (scene_.reading(t).suf > 0) read_stem(t);
      read_words(t);
    }
  }

 private:
  void read_verb(uint32_t t) {
    const Reading& reading = scene_.reading(t);
    const auto rows = rules_.verbs.find(reading.lemma);
    if (rows == rules_.verbs.end() || reading.passive) return;
    for (uint32_t row : rows->second)
      if (rules_.rows[row].kind == TieKind::verb || reading.tense == Tense::pres)
        if (try_row(row, {t, t + 1})) return;
  }

  // With a pronoun behind it a noun is found by its stem: "its support for X".
  void read_stem(uint32_t t) {
    const Reading& reading = scene_.reading(t);
    for (const Hit& hit : scene_.lexicon.hits(scene_.lexicon.step(scene_.lexicon.begin(), reading.stem)))
      if (hit.table == Table::ties && try_row(hit.row, {t, t + 1})) return;
  }

  // The longest words first: the rows of one length in the order of the table.
  void read_words(uint32_t t) {
    uint32_t longest = 0;
    for (const Match& m : scene_.matches.at(t))
      if (m.hit.table == Table::ties) longest = std::max(longest, m.tokens.size());
    // A phrase is what it is; a single word read as a verb is none of the table's nouns.
    for (uint32_t length = longest, least = scene_.is_verb(t) ? 2 : 1; length >= least; --length)
      for (const Match& m : scene_.matches.at(t))
        if (m.hit.table == Table::ties && m.tokens.size() == length && fits(m) && try_row(m.hit.row, m.tokens)) return;
  }

  // "members of X" but not "the members of X": with the article "from" hangs on the verb.
  bool fits(const Match& m) const { return !m.first.article || m.tokens.size() == 1 || rules_.rows[m.hit.row].kind == TieKind::participle; }

  bool try_row(uint32_t r, TokenRange words) {
    const TieRow& row = rules_.rows[r];
    TieWords at(scene_, clauses_, row, words);
    if (at.denied() || !at.has_with()) return false;
    Found from, to;
    if (!row.from.empty() && row.from.front().kind == EndKind::both) {
      const Found both = at.find(row.from.front());
      if (both.size() != 2) return false;
      from = {both.front()};
      to = {both.back()};
    } else {
      from = first_of(at, row.from);
      if (from.empty()) return false;
      to = first_of(at, row.to);
    }
    if (to.empty() && row.type == "controls" && at.place_told()) return push({row, r, words}, *from.front(), nullptr);
    return add({row, r, words}, from, to);
  }

  static Found first_of(TieWords& at, const std::vector<TieEnd>& ends) {
    for (const TieEnd& end : ends)
      if (Found found = at.find(end); !found.empty()) return found;
    return {};
  }

  bool may_be(const TieRow& row, const Mention& from, const Mention& to) const {
    if (from.entity == to.entity) return false;
    const EntityKind f = doc_.entities[from.entity].kind, t = doc_.entities[to.entity].kind;
    const bool place = is_table(from.row, Table::places);
    const bool to_place = is_table(to.row, Table::places) || to.capital;
    if (row.type == "leads") return is_body(doc_, to) && f != EntityKind::outlet && !place;
    if (row.type == "part_of")
      return f != EntityKind::state && !to_place && t != EntityKind::outlet && (row.kind != TieKind::noun || is_body(doc_, to));
    if (row.type == "controls") return to.place_like && f != EntityKind::outlet && !place;
    return !place && f != EntityKind::outlet && t != EntityKind::outlet;
  }

  struct Fired {
    const TieRow& row;
    uint32_t index;
    TokenRange words;
  };

  bool add(const Fired& fired, const Found& from, const Found& to) {
    bool added = false;
    for (const Mention* f : from)
      for (const Mention* t : to)
        if (may_be(fired.row, *f, *t)) added = push(fired, *f, t) || added;
    return added;
  }

  bool push(const Fired& fired, const Mention& from, const Mention* to) {
    Tie tie;
    tie.type = fired.row.type;
    tie.from = from.entity;
    tie.to = to ? to->entity : kNone;
    // What belongs to a person is led by him.
    if (tie.type == "part_of" && doc_.entities[tie.to].kind == EntityKind::person) {
      tie.type = "leads";
      std::swap(tie.from, tie.to);
    }
    tie.evidence = doc_.span_of(fired.words);
    for (const Mention* m : {&from, to}) {
      if (!m || doc_.tokens[m->tokens.begin].sentence != doc_.tokens[fired.words.begin].sentence) continue;
      tie.evidence = {std::min(tie.evidence.begin, m->span.begin), std::max(tie.evidence.end, m->span.end)};
    }
    tie.rule = {static_cast<uint8_t>(Table::ties), fired.index};
    if (!known_.insert({tie.type, tie.from, tie.to}).second) return false;
    doc_.ties.push_back(std::move(tie));
    return true;
  }

  const Scene& scene_;
  Clauses& clauses_;
  const TieRules& rules_;
  Document& doc_;
  std::set<std::tuple<std::string, uint32_t, uint32_t>> known_;
};

}  // namespace

TieRules TieRules::from(const Lexicon& lexicon) {
  TieRules rules;
  for (uint32_t r = 0; r < lexicon.rows(Table::ties); ++r) {
    TieRow row;
    row.type = lexicon.cell(Table::ties, r, "tie");
    row.kind = kind_of(lexicon.cell(Table::ties, r, "kind"));
    for (std::string_view word : split_cell(lexicon.cell(Table::ties, r, "with"))) row.with.push_back(hash_key(fold_key(word)));
    row.from = ends_of(lexicon.cell(Table::ties, r, "from"));
    row.to = ends_of(lexicon.cell(Table::ties, r, "to"));
    if (row.kind == TieKind::verb || row.kind == TieKind::present)
      for (std::string_view lemma : split_cell(lexicon.cell(Table::ties, r, "forms"))) rules.verbs[hash_key(fold_key(lemma))].push_back(r);
    rules.rows.push_back(std::move(row));
  }
  return rules;
}

void read_ties(const Scene& scene, Clauses& clauses, const TieRules& rules, Document& doc) { TieReader(scene, clauses, rules, doc).read(); }

}  // namespace isnad::event
