#include "mention/resolve.h"

#include <algorithm>
#include <map>

#include "mention/surnames.h"

namespace isnad::mention {
namespace {

constexpr char16_t kAlef = u'\u0627', kLam = u'\u0644';

bool is(RowId row, Table table) { return row.table == static_cast<uint8_t>(table); }

std::u16string without_article(std::u16string_view word) {
  if (word.size() > 3 && word[0] == kAlef && word[1] == kLam) word.remove_prefix(2);
  return std::u16string(word);
}

uint64_t row_key(RowId row) { return uint64_t{row.table} << 32 | row.row; }

bool fits_country(const std::string& told, const std::string& known) { return told.empty() || told == known || known == "UNK"; }

}  // namespace

std::vector<std::u16string> Resolver::name_words(TokenRange range, uint8_t cut) const {
  std::vector<std::u16string> words;
  for (uint32_t t = range.begin; t < range.end; ++t) {
    const Token& token = doc_.tokens[t];
    if (token.kind != TokenKind::word) continue;
    std::u16string_view key = doc_.key_of(token);
    if (t == range.begin) key.remove_prefix(std::min<size_t>(key.size() - 1, cut));
    words.push_back(without_article(key));
  }
  return words;
}

// The country that the report is about: the one named most often, the headline and the lead twice; else the outlet's own.
void Resolver::choose_country(const std::vector<Draft>& drafts, std::string_view outlet_country) {
  std::map<std::string, int> votes;
  for (const Draft& d : drafts) {
    if (d.country.size() != 3 || d.country == "UNO" || d.country == "IGO" || d.country == "EUR" || d.country == "NGO" ||
        d.country == "IMG" || d.country == "ISM" || d.country == "MNC" || d.country == "UNK" || is(d.row, Table::outlets))
      continue;
    votes[d.country] += doc_.tokens[d.tokens.begin].sentence <= 1 ? 3 : 2;
  }
  if (!outlet_country.empty()) votes[std::string(outlet_country)] += 1;
  int most = 0;
  for (const auto& [country, count] : votes)
    if (count > most) {
      most = count;
      main_country_ = country;
    }
}

// A crowd is of the country where the sentence places it.
std::string Resolver::place_in_sentence(size_t d, const std::vector<Draft>& drafts) const {
  const uint32_t sentence = doc_.tokens[drafts[d].tokens.begin].sentence;
  while (d > 0 && doc_.tokens[drafts[d - 1].tokens.begin].sentence == sentence) --d;
  for (; d < drafts.size() && doc_.tokens[drafts[d].tokens.begin].sentence == sentence; ++d) {
    const Draft& other = drafts[d];
    if (!other.place_like || other.country.empty() || other.tokens.begin == 0) continue;
    if (functions_[other.tokens.begin - 1] == Fn::in || (other.first.clitics & clitic::ba) != 0) return other.country;
  }
  return {};
}

// "12 others": of the country and sector of those counted before them in the sentence.
void Resolver::complete_others(size_t d, std::vector<Draft>& drafts) const {
  if (!drafts[d].others) return;
  const uint32_t sentence = doc_.tokens[drafts[d].tokens.begin].sentence;
  for (size_t before = d; before-- > 0 && doc_.tokens[drafts[before].tokens.begin].sentence == sentence;) {
    const Draft& first = drafts[before];
    if (!first.plural || first.kind != EntityKind::group) continue;
    drafts[d].country = first.country;
    drafts[d].sector = first.sector;
    return;
  }
}

// A post or body without a nationality belongs to the country in view.
void Resolver::complete(size_t d, std::vector<Draft>& drafts) const {
  Draft& draft = drafts[d];
  if (!draft.country.empty() || main_country_.empty() || is(draft.row, Table::places)) return;
  const bool unknown_person = draft.row.none() && draft.role.none() && draft.name.size() > 0;
  if (draft.row.none() && draft.role.none() && !draft.generic && !unknown_person) return;
  if (unknown_person) add_sectors(draft.sector, {"CVL"});
  if (is(draft.role, Table::roles) && rules_.roles[draft.role.row].outlet && draft.plural) return;
  draft.country = draft.generic ? place_in_sentence(d, drafts) : main_country_;
  if (draft.country.empty()) draft.country = main_country_;
  draft.supposed = true;
}

uint32_t Resolver::find_person(const std::vector<std::u16string>& name) const {
  for (size_t back = parties_.size(), stop = first_known(); back-- > stop;) {
    const Party& party = parties_[back];
    if (party.name.empty() || doc_.entities[back].kind != EntityKind::person) continue;
    const std::u16string& last = name.back();
    const bool same_last = same_name(party.name.back(), last);
    if (name.size() == 1) {
      bool any = same_last;
      for (const std::u16string& word : party.name) any = any || word == last;
      if (any) return static_cast<uint32_t>(back);
      continue;
    }
    if (same_last && (party.name.size() == 1 || same_name(party.name.front(), name.front()))) return static_cast<uint32_t>(back);
  }
  return kNone;
}

uint32_t Resolver::find_role(const Draft& draft) const {
  const RoleRow& role = rules_.roles[draft.role.row];
  for (size_t back = parties_.size(), stop = first_known(); back-- > stop;) {
    const Party& party = parties_[back];
    const Entity& entity = doc_.entities[back];
    if (party.role != draft.role || party.plural != draft.plural) continue;
    if (draft.count != -1 && draft.count != party.count) continue;  // those counted anew are others
    if (!fits_country(draft.country, entity.country)) continue;
    if (!draft.of.none() && !party.of.none() && draft.of != party.of) continue;
    if (role.cls == RoleClass::body) return static_cast<uint32_t>(back);
    if (draft.definite || !draft.of.none() || !draft.country.empty()) return static_cast<uint32_t>(back);
  }
  return kNone;
}

// "the movement", "the agency", "the minister": a definite noun without more means the last party of its kind.
uint32_t Resolver::find_anaphor(const Draft& draft) const {
  if (!draft.definite || draft.role.none()) return kNone;
  const RoleRow& role = rules_.roles[draft.role.row];
  const std::u16string head = fold_key(role.head);
  for (size_t back = parties_.size(), stop = first_known(); back-- > stop;) {
    const Entity& entity = doc_.entities[back];
    if (!fits_country(draft.country, entity.country)) continue;
    if (role.outlet && entity.kind == EntityKind::outlet && !draft.plural) return static_cast<uint32_t>(back);
    if (role.cls == RoleClass::body && !role.outlet && entity.kind == EntityKind::organization && !entity.mentions.empty()) {
      const Mention& first = doc_.mentions[entity.mentions.front()];
      if (without_article(doc_.key_of(doc_.tokens[first.tokens.begin])) == head) return static_cast<uint32_t>(back);
    }
    if (role.cls == RoleClass::people && !draft.plural && entity.kind == EntityKind::person && !role.generic &&
        role.sector.front() == "GOV" && !draft.country.empty() && !parties_[back].name.empty())
      return static_cast<uint32_t>(back);
  }
  return kNone;
}

uint32_t Resolver::find(const Draft& draft) const {
  if (!draft.row.none()) {
    if (auto known = entity_of_row_.find(row_key(draft.row)); known != entity_of_row_.end()) return known->second;
    if (!is(draft.row, Table::people)) return kNone;
  }
  if (draft.name.size() > 0)
    return find_person(name_words(draft.name, draft.name.begin == draft.tokens.begin ? draft.first.units : uint8_t{0}));
  if (!draft.role.none()) {
    const uint32_t same = find_role(draft);
    return same != kNone ? same : find_anaphor(draft);
  }
  return kNone;
}

void Resolver::join(uint32_t e, const Draft& draft) {
  Entity& entity = doc_.entities[e];
  Party& party = parties_[e];
  if (entity.row.none() && !draft.row.none()) entity.row = draft.row;
  if (!draft.row.none()) entity_of_row_.emplace(row_key(draft.row), e);
  if (!draft.country.empty() && !draft.supposed && (entity.country == "UNK" || (!party.country_told && draft.country != entity.country)))
    entity.country = draft.country;
  party.country_told = party.country_told || (!draft.country.empty() && !draft.supposed);
  const bool told = !draft.sector.empty() && !draft.supposed && !draft.adjective;
  if (told && entity.kind == EntityKind::person && entity.row.none() && entity.sector == std::vector<std::string>{"CVL"})
    entity.sector.clear();
  add_sectors(entity.sector, draft.adjective ? std::vector<std::string>{} : draft.sector);
  if (draft.name.size() > 0) {
    const std::vector<std::u16string> words =
        name_words(draft.name, draft.name.begin == draft.tokens.begin ? draft.first.units : uint8_t{0});
    if (words.size() > party.name.size()) party.name = words;
  }
  if (party.role.none() && !draft.role.none()) {
    party.role = draft.role;
    party.of = draft.of;
  }
}

uint32_t Resolver::create(const Draft& draft) {
  Entity entity;
  entity.kind = draft.kind;
  entity.country = draft.country.empty() ? "UNK" : draft.country;
  entity.sector = draft.sector;
  entity.row = draft.row;
  Party party;
  if (draft.name.size() > 0) {
    party.name = name_words(draft.name, draft.name.begin == draft.tokens.begin ? draft.first.units : uint8_t{0});
    entity.kind = EntityKind::person;
  }
  party.role = draft.role;
  party.of = draft.of;
  party.plural = draft.plural;
  party.count = draft.count;
  party.country_told = !draft.country.empty() && !draft.supposed;
  doc_.entities.push_back(std::move(entity));
  parties_.push_back(std::move(party));
  const uint32_t created = static_cast<uint32_t>(doc_.entities.size() - 1);
  if (!draft.row.none()) entity_of_row_.emplace(row_key(draft.row), created);
  return created;
}

void Resolver::add_mention(uint32_t e, const Draft& draft) {
  Mention mention;
  mention.tokens = draft.tokens;
  mention.span = span_without(doc_, draft.tokens, draft.first);
  mention.entity = e;
  mention.head = draft.head;
  mention.row = draft.row.none() ? draft.role : draft.row;
  mention.place_like = draft.place_like;
  mention.adjective = draft.adjective;
  mention.capital = draft.capital;
  Entity& entity = doc_.entities[e];
  entity.mentions.push_back(static_cast<uint32_t>(doc_.mentions.size()));
  const std::string_view text = doc_.slice(mention.span);
  Party& party = parties_[e];
  if (entity.name.empty() || (!draft.adjective && (party.adjective_name || text.size() > entity.name.size()))) {
    entity.name = text;
    party.adjective_name = draft.adjective;
  }
  doc_.mentions.push_back(mention);
}

// "minister of X" before a name: the person holds the post of the body or state.
void Resolver::add_tie(const Draft& draft, uint32_t entity, uint32_t inner) {
  if (draft.role.none() || rules_.roles[draft.role.row].cls != RoleClass::office || draft.plural) return;
  uint32_t to = inner;
  if (to == kNone && rules_.roles[draft.role.row].leads) return;  // a leader of nothing that is named
  if (to == kNone && !draft.country.empty()) {
    if (auto state = rules_.state_of_country.find(draft.country); state != rules_.state_of_country.end())
      if (auto known = entity_of_row_.find(row_key({static_cast<uint8_t>(Table::states), state->second})); known != entity_of_row_.end())
        to = known->second;
  }
  if (to == kNone || to == entity) return;
  if (!offices_.insert(uint64_t{entity} << 32 | to).second) return;
  Tie tie;
  const RoleRow& role = rules_.roles[draft.role.row];
  tie.type = role.leads ? "leads" : "office";
  tie.from = entity;
  tie.to = to;
  if (!role.leads) tie.title = role.head;
  tie.evidence = span_without(doc_, draft.tokens, draft.first);
  doc_.ties.push_back(std::move(tie));
}

void Resolver::resolve(std::vector<Draft>& drafts, std::string_view outlet_country) {
  choose_country(drafts, outlet_country);
  std::vector<uint32_t> entity_of(drafts.size(), kNone);
  for (size_t d = 0; d < drafts.size(); ++d) {
    Draft& draft = drafts[d];
    complete_others(d, drafts);
    uint32_t e = find(draft);
    if (e == kNone) {
      complete(d, drafts);
      e = find(draft);
    }
    if (e == kNone) e = create(draft);
    else join(e, draft);
    entity_of[d] = e;
    add_mention(e, draft);
  }
  for (size_t d = 0; d < drafts.size(); ++d) {
    const uint32_t inner = drafts[d].inner;
    if (doc_.entities[entity_of[d]].kind == EntityKind::person) add_tie(drafts[d], entity_of[d], inner == kNone ? kNone : entity_of[inner]);
  }
}

}  // namespace isnad::mention
