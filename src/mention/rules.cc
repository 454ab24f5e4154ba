#include "mention/rules.h"

#include <algorithm>
#include <cstdlib>

#include "base/match.h"

namespace isnad::mention {
namespace {

std::vector<std::string> strings(std::string_view cell, char separator = '|') {
  std::vector<std::string> out;
  for (std::string_view part : split_cell(cell, separator)) out.emplace_back(part);
  return out;
}

std::vector<Office> offices_of(std::string_view cell) {
  std::vector<Office> out;
  for (std::string_view part : split_cell(cell, ';')) {
    std::vector<std::string> fields;
    size_t at = 0;
    while (at <= part.size()) {
      const size_t cut = std::min(part.find(',', at), part.size());
      fields.emplace_back(part.substr(at, cut - at));
      at = cut + 1;
    }
    fields.resize(5);
    out.push_back({fields[0], fields[1], fields[2], fields[3], fields[4]});
  }
  return out;
}

std::vector<NameRow> name_rows(const Lexicon& lexicon, Table table, EntityKind kind) {
  std::vector<NameRow> rows(lexicon.rows(table));
  for (uint32_t r = 0; r < rows.size(); ++r) {
    rows[r].kind = kind;
    rows[r].country = lexicon.cell(table, r, "country");
    rows[r].sector = strings(lexicon.cell(table, r, "sector"));
    if (table == Table::bodies && lexicon.cell(table, r, "kind") == "group") rows[r].kind = EntityKind::group;
    if (table == Table::people) rows[r].offices = offices_of(lexicon.cell(table, r, "offices"));
    if (table == Table::states && rows[r].country != "EUR") rows[r].sector = {"GOV"};
    if (table == Table::outlets) rows[r].sector = {"JRN"};
    if (table == Table::places) rows[r].sector = {"GOV"};
  }
  return rows;
}

// Does the role begin with a word of ar/ties.tsv that tells of a leader?
bool names_leader(const Lexicon& lexicon, std::string_view head) {
  const std::vector<uint64_t> words = hash_words(head);
  if (words.empty()) return false;
  for (const Hit& hit : lexicon.hits(lexicon.step(lexicon.begin(), words.front())))
    if (hit.table == Table::ties && lexicon.cell(Table::ties, hit.row, "kind") == "title") return true;
  return false;
}

std::vector<RoleRow> role_rows(const Lexicon& lexicon) {
  std::vector<RoleRow> rows(lexicon.rows(Table::roles));
  for (uint32_t r = 0; r < rows.size(); ++r) {
    RoleRow& row = rows[r];
    const std::string_view cls = lexicon.cell(Table::roles, r, "class");
    row.cls = cls == "people" ? RoleClass::people : cls == "body" ? RoleClass::body : RoleClass::office;
    row.sector = strings(lexicon.cell(Table::roles, r, "sector"));
    row.outlet = row.cls == RoleClass::body && !row.sector.empty() && row.sector[0] == "JRN";
    row.generic =
        row.cls == RoleClass::people && !row.sector.empty() && (row.sector[0] == "CVL" || row.sector[0] == "UNK") && row.sector.size() <= 2;
    row.takes_of = !lexicon.cell(Table::roles, r, "complement").empty();
    row.head = lexicon.cell(Table::roles, r, "singular");
    row.leads = names_leader(lexicon, row.head);
  }
  return rows;
}

bool held_on(const Office& office, std::string_view day) {
  const std::string_view from = office.from, to = office.to;
  if (!from.empty() && day.substr(0, from.size()) < from) return false;
  return to.empty() || day.substr(0, to.size()) <= to;
}

bool held_before(const Office& office, std::string_view day) {
  return !office.to.empty() && day.substr(0, office.to.size()) > std::string_view(office.to);
}

}  // namespace

Rules Rules::from(const Lexicon& lexicon) {
  Rules rules;
  rules.states = name_rows(lexicon, Table::states, EntityKind::state);
  rules.bodies = name_rows(lexicon, Table::bodies, EntityKind::organization);
  rules.people = name_rows(lexicon, Table::people, EntityKind::person);
  rules.outlets = name_rows(lexicon, Table::outlets, EntityKind::outlet);
  rules.places = name_rows(lexicon, Table::places, EntityKind::state);
  rules.roles = role_rows(lexicon);
  for (uint32_t r = 0; r < lexicon.rows(Table::titles); ++r) rules.titles.push_back(strings(lexicon.cell(Table::titles, r, "sector")));
  for (uint32_t r = 0; r < lexicon.rows(Table::words); ++r) {
    rules.word_classes.emplace_back(lexicon.cell(Table::words, r, "class"));
    const std::string value(lexicon.cell(Table::words, r, "value"));
    const bool number = rules.word_classes.back() == "number" && !value.empty() && value[0] != '~';
    rules.numbers.push_back(number ? std::atoll(value.c_str()) : -1);
  }
  for (uint32_t r = 0; r < lexicon.rows(Table::cues); ++r)
    if (lexicon.cell(Table::cues, r, "kind") == "verb" && lexicon.cell(Table::cues, r, "strength") != "1")
      rules.speech.insert(hash_key(fold_key(lexicon.cell(Table::cues, r, "lemma"))));
  for (const Table table : {Table::states, Table::bodies})
    for (uint32_t r = 0; r < lexicon.rows(table); ++r)
      rules.country_of_id.emplace(lexicon.cell(table, r, "id"), lexicon.cell(table, r, "country"));
  for (uint32_t r = 0; r < rules.states.size(); ++r) rules.state_of_country.emplace(rules.states[r].country, r);
  return rules;
}

const NameRow* Rules::name(Hit hit) const {
  switch (hit.table) {
    case Table::states: return &states[hit.row];
    case Table::bodies: return &bodies[hit.row];
    case Table::people: return &people[hit.row];
    case Table::outlets: return &outlets[hit.row];
    case Table::places: return &places[hit.row];
    default: return nullptr;
  }
}

std::vector<std::string> sectors_on(const NameRow& person, std::string_view day) {
  std::vector<std::string> out, before;
  for (const Office& office : person.offices) {
    if (day.empty() || held_on(office, day)) add_sectors(out, {office.sector});
    else if (held_before(office, day)) add_sectors(before, {office.sector});
  }
  if (out.empty() && !before.empty()) {
    out.push_back("ELI");
    add_sectors(out, before);
  }
  add_sectors(out, person.sector);
  return out;
}

std::string country_on(const Rules& rules, const NameRow& person, std::string_view day) {
  const auto country_of = [&](const std::string& id) -> std::string {
    auto it = rules.country_of_id.find(id);
    if (it != rules.country_of_id.end()) return it->second;
    return id == "UNO" || id == "IGO" || id == "EUR" ? id : std::string();
  };
  const bool international = person.country == "UNO" || person.country == "IGO" || person.country == "EUR";
  if (day.empty()) return person.country;
  if (!international) {
    for (const Office& office : person.offices) {
      const std::string of = country_of(office.of);
      if (!held_on(office, day)) continue;
      if (of == "UNO" || of == "IGO" || of == "EUR") return of;
    }
    return person.country;
  }
  std::string home;
  for (const Office& office : person.offices) {
    const std::string of = country_of(office.of);
    if (of.empty()) continue;
    if (of == person.country && held_on(office, day)) return person.country;
    if (rules.state_of_country.contains(of) && of != "EUR") home = of;
  }
  return home.empty() ? person.country : home;
}

void add_sectors(std::vector<std::string>& to, const std::vector<std::string>& more) {
  for (const std::string& sector : more)
    if (!sector.empty() && std::find(to.begin(), to.end(), sector) == to.end()) to.push_back(sector);
}

}  // namespace isnad::mention
