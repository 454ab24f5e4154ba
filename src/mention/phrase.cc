#include "mention/phrase.h"

#include <algorithm>
#include <tuple>

#include "mention/tokens.h"

namespace isnad::mention {
namespace {

constexpr int kMaxDepth = 4;

// Longer first; of the same length the more telling table first.
int rank(const Match& m) {
  switch (m.hit.table) {
    case Table::people: return 6;
    case Table::bodies: return 5;
    case Table::states: return m.hit.form == Form::adjective || m.hit.form == Form::people ? 0 : 4;
    case Table::roles: return 3;
    case Table::outlets: return 2;
    case Table::titles: return 2;
    case Table::places: return 1;
    default: return 0;
  }
}

EntityKind kind_of(const RoleRow& role, bool plural) {
  if (role.outlet) return EntityKind::outlet;
  if (role.cls == RoleClass::body) return EntityKind::organization;
  return plural ? EntityKind::group : EntityKind::person;
}

}  // namespace

// A cut of proclitics must be one that the morphology allows too; an ordinary verb is no name.
bool PhraseReader::plausible(const Match& m) const {
  const Token& token = doc_.tokens[m.tokens.begin];
  if (m.tokens.size() > 1) return true;
  const Reading& best = doc_.reading(token);
  if (m.hit.table == Table::people && m.first.article) return false;
  if (m.hit.table == Table::places && (best.upos == Upos::verb || best.upos == Upos::adp || best.upos == Upos::adj)) return false;
  if ((m.hit.table == Table::roles || m.hit.table == Table::people) && best.upos == Upos::verb) return false;
  if (m.hit.table == Table::roles && (best.upos == Upos::adp || best.upos == Upos::part || best.upos == Upos::adv)) return false;
  if (m.first.units == 0) return true;
  for (uint16_t r = 0; r < token.readings; ++r)
    if (doc_.readings[token.first_reading + r].pre == m.first.units) return true;
  return best.guess;
}

const Match* PhraseReader::best_match(uint32_t at) const {
  const Match* best = nullptr;
  for (const Match& m : matches_.at(at)) {
    if (rank(m) == 0 || !plausible(m)) continue;
    if (!best) {
      best = &m;
      continue;
    }
    const auto key = [](const Match& x) { return std::tuple(x.tokens.size(), -static_cast<int>(x.first.units), rank(x)); };
    if (key(m) > key(*best)) best = &m;
  }
  return best;
}

// "an armed attack", "the terrorist act": a word for a person that agrees with the noun before it qualifies that noun.
bool PhraseReader::qualifies_noun(uint32_t at, const Match& m) const {
  if (m.hit.table != Table::roles || m.tokens.size() > 1 || m.first.units != 0 || at == sentence_.begin || !is_word(doc_, at - 1))
    return false;
  const Reading& noun = chosen(doc_, at - 1);
  const bool plurals = noun.number == Number::plur && rules_.roles[m.hit.row].generic && rules_.roles[m.hit.row].cls == RoleClass::people;
  if (rules_.roles[m.hit.row].cls == RoleClass::body || (m.hit.form == Form::plural && !plurals)) return false;
  if (noun.upos != Upos::noun || noun.suf > 0 || functions_[at - 1] != Fn::none) return false;
  if (chosen(doc_, at).upos != Upos::adj && rules_.roles[m.hit.row].cls == RoleClass::office) return false;
  const Reading& word = chosen(doc_, at);
  if (noun.number == Number::plur && noun.gender == Gender::fem && word.number == Number::plur && word.gender == Gender::masc) return false;
  if (noun.number == Number::plur && noun.gender == Gender::masc && word.number == Number::sing && word.gender == Gender::masc)
    return false;
  return ((noun.clitics & clitic::article) != 0) == has_article(doc_, at, m.first);
}

const Match* PhraseReader::find(uint32_t at, Table table) const {
  const Match* best = nullptr;
  for (const Match& m : matches_.at(at))
    if (m.hit.table == table && rank(m) > 0 && plausible(m) && (!best || m.tokens.size() > best->tokens.size())) best = &m;
  return best;
}

const Match* PhraseReader::adjective_at(uint32_t at) const {
  const Match* best = nullptr;
  for (const Match& m : matches_.at(at))
    if (m.hit.table == Table::states && (m.hit.form == Form::adjective || m.hit.form == Form::people) &&
        (!best || m.first.units < best->first.units))
      best = &m;
  return best;
}

bool PhraseReader::word_is(uint32_t at, std::string_view cls) const {
  for (const Match& m : matches_.at(at))
    if (m.hit.table == Table::words && m.tokens.size() == 1 && m.first.units == 0 && !m.first.article && rules_.word_class(m.hit) == cls)
      return true;
  return false;
}

void PhraseReader::read_sentence(TokenRange sentence) {
  sentence_ = sentence;
  for (uint32_t t = sentence.begin; t < sentence.end;) t = std::max(t + 1, read_at(t, 0));
}

// A name that begins with a number ("218 Libya"), else people counted in digits.
uint32_t PhraseReader::read_number(uint32_t at, int depth) {
  const Match* match = doc_.tokens[at].kind == TokenKind::number ? best_match(at) : nullptr;
  Draft draft;
  if (!match || match->tokens.size() < 2 || !read_named(*match, draft)) return depth == 0 ? read_count(at) : at + 1;
  const uint32_t end = draft.tokens.end;
  drafts_.push_back(std::move(draft));
  return end;
}

// Reads the phrase that starts at `at`, if any; returns the first token behind it.
uint32_t PhraseReader::read_at(uint32_t at, int depth) {
  if (at >= sentence_.end || depth > kMaxDepth) return at + 1;
  if (!is_word(doc_, at)) return read_number(at, depth);
  Draft draft;
  const Match* match = best_match(at);
  bool found = false;
  if (match) {
    if (match->hit.table == Table::roles)
      found = !(at > sentence_.begin && functions_[at - 1] == Fn::without) && !qualifies_noun(at, *match) &&
              read_role(at, *match, depth, draft);
    else if (match->hit.table == Table::titles) found = read_title(at, *match, draft);
    else found = read_named(*match, draft);
    if (!found && match->hit.table == Table::bodies)
      if (const Match* role = find(at, Table::roles)) found = read_role(at, *role, depth, draft = {});
  }
  if (!found && !match) found = read_bare_count(at, draft) || read_unknown_speaker(at, draft);
  if (!found && functions_[at] == Fn::country_own) found = read_own_country(at, draft);
  if (!found && !(match && match->hit.table == Table::places)) found = read_unknown_person(at, draft);
  if (!found) {
    if (const Match* adjective = adjective_at(at); adjective && depth == 0) {
      const bool joined = (chosen(doc_, at).clitics & clitic::wa) != 0;
      const bool people =
          doc_.tokens[at].kind == TokenKind::word &&
          (at == sentence_.begin || joined || (chosen(doc_, at - 1).upos != Upos::noun && chosen(doc_, at - 1).upos != Upos::adj));
      draft.tokens = adjective->tokens;
      draft.first = adjective->first;
      draft.head = at;
      draft.country = rules_.states[adjective->hit.row].country;
      draft.sector = {people && chosen(doc_, at).number == Number::plur ? "CVL" : "GOV"};
      draft.kind = people ? EntityKind::group : EntityKind::state;
      draft.plural = people;
      draft.adjective = !people;
      if (!people) draft.row = {static_cast<uint8_t>(Table::states), adjective->hit.row};
      if (people) extend_count(draft);
      drafts_.push_back(std::move(draft));
      return at + 1;
    }
    return at + 1;
  }
  const uint32_t end = draft.tokens.end;
  drafts_.push_back(std::move(draft));
  return end;
}

// "the Peruvian Congress", "the American base": a common word that is some body's short name is not that body's behind another nationality.
bool PhraseReader::is_of_another(const Match& match, const NameRow& row) const {
  const uint32_t next = match.tokens.end;
  if (match.hit.table != Table::bodies || match.tokens.size() > 1 || next >= sentence_.end || !is_word(doc_, next)) return false;
  const Match* nation = adjective_at(next);
  if (!nation || nation->first.units != 0 || chosen(doc_, match.tokens.begin).guess) return false;
  if (row.country == "IMG") return match.first.article || (chosen(doc_, match.tokens.begin).clitics & clitic::article) != 0;
  return row.country != rules_.states[nation->hit.row].country && rules_.state_of_country.contains(row.country);
}

// A common word names an outlet only in quotation marks, behind a kind word ("the channel …"), or where it reports that something is so.
bool PhraseReader::stands_as_outlet(const Match& match) const {
  const uint32_t at = match.tokens.begin, next = match.tokens.end;
  if (chosen(doc_, at).guess || chosen(doc_, at).upos == Upos::propn) return true;
  if (at == sentence_.begin) return false;
  if (doc_.tokens[at - 1].kind == TokenKind::quote_open) return true;
  if (!is_word(doc_, at - 1)) return false;
  const Match* kind = find(at - 1, Table::roles);
  if (kind && rules_.roles[kind->hit.row].outlet) return true;
  const bool reports = chosen(doc_, at - 1).upos == Upos::verb && rules_.speech.contains(chosen(doc_, at - 1).lemma);
  return reports && next < sentence_.end && (functions_[next] == Fn::that || functions_[next] == Fn::indeed);
}

bool PhraseReader::read_named(const Match& match, Draft& out) {
  const NameRow* row = rules_.name(match.hit);
  if (!row || is_of_another(match, *row)) return false;
  out.tokens = match.tokens;
  out.first = match.first;
  out.head = match.tokens.begin;
  out.kind = row->kind;
  out.country = row->country;
  out.row = {static_cast<uint8_t>(match.hit.table), match.hit.row};
  // Quotation marks that open within the name close with it.
  bool opened = false;
  for (uint32_t t = match.tokens.begin; t < match.tokens.end; ++t) opened = opened || doc_.tokens[t].kind == TokenKind::quote_open;
  if (opened && out.tokens.end < sentence_.end && doc_.tokens[out.tokens.end].kind == TokenKind::quote_close) ++out.tokens.end;
  out.definite = true;
  out.place_like = match.hit.table == Table::places || match.hit.table == Table::states;
  out.capital = match.hit.table == Table::states && match.hit.form == Form::capital;
  if (match.hit.table == Table::people) {
    out.sector = sectors_on(*row, doc_.report.published);
    out.country = country_on(rules_, *row, doc_.report.published);
    out.name = match.tokens;
    read_apposition(out, 0);
  } else {
    out.sector = row->sector;
  }
  if (match.hit.table == Table::outlets && match.tokens.size() == 1 && !stands_as_outlet(match)) return false;
  return true;
}

bool PhraseReader::read_title(uint32_t at, const Match& match, Draft& out) {
  out.tokens = match.tokens;
  out.first = match.first;
  out.head = at;
  out.kind = EntityKind::person;
  out.definite = true;
  out.sector = rules_.titles[match.hit.row];
  read_attached_name(out, 0);
  return out.name.size() > 0;
}

bool PhraseReader::read_role(uint32_t at, const Match& match, int depth, Draft& out) {
  const RoleRow& role = rules_.roles[match.hit.row];
  out.tokens = match.tokens;
  out.first = match.first;
  out.head = at;
  out.role = {static_cast<uint8_t>(Table::roles), match.hit.row};
  out.sector = role.sector;
  out.plural = match.hit.form == Form::plural || chosen(doc_, at).number == Number::plur || chosen(doc_, at).number == Number::dual;
  out.kind = kind_of(role, out.plural);
  out.definite = has_article(doc_, at, match.first);
  out.generic = role.generic;
  read_modifiers(out, role, depth);
  if (out.former && role.cls == RoleClass::office) out.sector = {"ELI"};
  if (role.cls != RoleClass::body && !out.plural) read_attached_name(out, depth);
  if (role.cls == RoleClass::people) extend_count(out);
  return true;
}

// Complements, nationality and other adjectives, in the order in which they come.
void PhraseReader::read_modifiers(Draft& draft, const RoleRow& role, int depth) {
  bool complement = false;
  for (int step = 0; step < 5; ++step) {
    const uint32_t at = draft.tokens.end;
    if (at >= sentence_.end || !is_word(doc_, at)) {
      // A name in quotation marks after its kind word.
      if (at + 1 < sentence_.end && doc_.tokens[at].kind == TokenKind::quote_open && !complement) {
        const Match* named = best_match(at + 1);
        if (named && rules_.name(named->hit) && role.cls == RoleClass::body) {
          complement = true;
          draft.row = {static_cast<uint8_t>(named->hit.table), named->hit.row};
          const NameRow* row = rules_.name(named->hit);
          draft.country = row->country;
          if (!row->sector.empty()) draft.sector = row->sector;
          draft.tokens.end = named->tokens.end;
          if (draft.tokens.end < sentence_.end && doc_.tokens[draft.tokens.end].kind == TokenKind::quote_close) ++draft.tokens.end;
          continue;
        }
      }
      return;
    }
    if (const Match* nation = adjective_at(at); nation && nation->first.units == 0 && (draft.country.empty() || complement) &&
                                                (complement || agrees(draft, at, has_article(doc_, at, nation->first)))) {
      if (draft.country.empty() || draft.country == "UNK") draft.country = rules_.states[nation->hit.row].country;
      draft.tokens.end = nation->tokens.end;
      draft.closed = true;
      continue;
    }
    if (!complement && read_complement(draft, role, depth)) {
      complement = true;
      continue;
    }
    if (!complement && names_body(draft, role, at)) {
      draft.tokens.end = at + 1;
      complement = true;
      continue;
    }
    const Reading& next = chosen(doc_, at);
    const Match* other = best_match(at);
    const bool adjective = next.pre == 0 && (other ? qualifies_noun(at, *other) : next.upos == Upos::adj);
    if (!adjective || (!complement && !agrees(draft, at, has_article(doc_, at, {}))) || is_circumstance(at)) return;
    if (word_is(at, "past-time")) draft.former = true;
    if (word_is(at, "unknown") && draft.country.empty()) draft.country = "UNK";
    draft.tokens.end = at + 1;
    draft.closed = true;
  }
}

// "the party of the nation": in construct with a kind word an ordinary noun with the article is the name of the body.
bool PhraseReader::names_body(const Draft& draft, const RoleRow& role, uint32_t at) const {
  if (role.cls != RoleClass::body || draft.definite || draft.closed || draft.tokens.end != draft.head + 1 ||
      chosen(doc_, draft.head).suf > 0)
    return false;
  const Reading& next = chosen(doc_, at);
  return next.upos == Upos::noun && (next.clitics & clitic::article) != 0 && next.pre == 0 && functions_[at] == Fn::none &&
         !best_match(at) && !adjective_at(at);
}

// "the minister, saying": without the article behind a definite word it is no attribute.
bool PhraseReader::is_circumstance(uint32_t at) const {
  if (has_article(doc_, at, {})) return false;
  const Reading& before = chosen(doc_, at - 1);
  const std::u16string_view key = doc_.key_of(doc_.tokens[at]);
  return (before.clitics & clitic::article) != 0 && key.size() > 3 && key.back() == u'\u0627';
}

// An attribute agrees with its noun in article and number; a noun in the dual or of several people takes no singular masculine.
bool PhraseReader::agrees(const Draft& draft, uint32_t at, bool article) const {
  const Reading &noun = chosen(doc_, draft.head), &adjective = chosen(doc_, at);
  const bool one_word = draft.tokens.end == draft.head + 1;
  const bool definite = draft.definite || (one_word && noun.suf > 0);
  if (one_word && definite != article) return false;
  if (!one_word && definite && !article) return false;
  if (adjective.upos != Upos::adj && adjective.upos != Upos::noun) return true;
  // Things in the plural have attributes in the feminine singular.
  if (draft.kind == EntityKind::organization && noun.number == Number::plur && noun.gender == Gender::fem &&
      adjective.number == Number::plur)
    return false;
  if (noun.number == Number::plur && adjective.number == Number::sing && adjective.gender == Gender::masc) return false;
  return noun.number != Number::sing || adjective.number != Number::plur || noun.guess;
}

void PhraseReader::absorb(Draft& draft, const Draft& complement) {
  if (!complement.country.empty()) draft.country = complement.country;
  if (draft.of.none()) draft.of = complement.row.none() ? complement.role : complement.row;
}

// A dual or sound plural that keeps its noon stands alone: no possessor follows.
bool PhraseReader::ends_absolute(const Draft& draft) const {
  if (!draft.plural) return false;
  const std::u16string_view key = doc_.key_of(doc_.tokens[draft.tokens.end - 1]);
  if (key.size() < 5 || key.back() != u'\u0646') return false;
  const char16_t vowel = key[key.size() - 2];
  return vowel == u'\u0648' || vowel == u'\u064A';
}

// May what `match` names be the complement of the draft: in construct, or behind the preposition that it carries?
bool PhraseReader::may_complement(const Draft& draft, const RoleRow& role, const Match& match, bool bridge) const {
  if (match.hit.table == Table::titles) return false;
  const bool bare = match.first.units == 0;
  const bool lam = (match.first.clitics & clitic::la) != 0, ba = (match.first.clitics & clitic::ba) != 0;
  if (!bare && !(match.first.units == 1 && (lam || (ba && role.cls != RoleClass::body)))) return false;
  if (!bridge && bare && ends_absolute(draft)) return false;
  // Whom somebody speaks to is no part of him.
  if (lam && (match.hit.table == Table::outlets || (match.hit.table == Table::roles && rules_.roles[match.hit.row].outlet))) return false;
  if (bridge || !bare || !(draft.definite || draft.closed || match.hit.table == Table::people)) return true;
  // Defined by its article: no construct can follow, but the name of a body can stand in apposition.
  const NameRow* row = rules_.name(match.hit);
  if (!(role.cls == RoleClass::body && row && (match.hit.table == Table::bodies || match.hit.table == Table::outlets))) return false;
  // A name that begins with a kind word of its own is a phrase of its own: "the opposition | the party of …".
  const Match* kind = find(match.tokens.begin, Table::roles);
  return !kind || rules_.roles[kind->hit.row].cls != RoleClass::body;
}

// Does the phrase that was read behind the draft belong to it?
bool PhraseReader::belongs(Draft& draft, const RoleRow& role, const Draft& inner, Fn bridge) const {
  const bool body = inner.role.table == static_cast<uint8_t>(Table::roles) && rules_.roles[inner.role.row].cls == RoleClass::body;
  if (bridge != Fn::none && inner.row.none() && !body) return false;
  // "protesters in X": the place tells whose they are and stays a phrase of its own.
  if (bridge == Fn::in && inner.place_like && role.cls == RoleClass::people) {
    if (draft.country.empty()) draft.country = inner.country;
    return false;
  }
  return inner.kind != EntityKind::person || role.cls == RoleClass::people;
}

// The sectors of a post or crowd are those of the body that it belongs to.
void PhraseReader::take_sectors(Draft& draft, const RoleRow& role, const Draft& inner) const {
  if (role.cls == RoleClass::body) return;
  if (inner.kind != EntityKind::state && !inner.sector.empty() && (role.sector.size() <= 1 || role.cls == RoleClass::people)) {
    std::vector<std::string> both = inner.sector;
    add_sectors(both, draft.sector);
    draft.sector = both;
  } else if ((inner.country == "UNO" || inner.country == "EUR" || inner.country == "IGO") && inner.sector.empty()) {
    draft.sector.clear();
  }
}

// What a post or body belongs to: in construct, behind the preposition lam, or behind another preposition.
bool PhraseReader::read_complement(Draft& draft, const RoleRow& role, int depth) {
  const uint32_t at = draft.tokens.end;
  if (depth >= kMaxDepth) return false;
  const Fn fn = functions_[at];
  const bool bridge = (fn == Fn::in || fn == Fn::from || fn == Fn::for_) && role.cls != RoleClass::body;
  const uint32_t from = bridge ? at + 1 : at;
  if (from >= sentence_.end || (!is_word(doc_, from) && doc_.tokens[from].kind != TokenKind::number)) return false;
  const Match* match = best_match(from);
  if (!match || !may_complement(draft, role, *match, bridge)) return false;
  const size_t before = drafts_.size();
  const uint32_t end = read_at(from, depth + 1);
  if (drafts_.size() == before || drafts_.back().tokens.begin != from) return false;
  const Draft inner = drafts_.back();
  if (!belongs(draft, role, inner, bridge ? fn : Fn::none)) {
    drafts_.resize(before);
    return false;
  }
  absorb(draft, inner);
  draft.inner = static_cast<uint32_t>(drafts_.size() - 1);
  const bool named_body = inner.row.table == static_cast<uint8_t>(Table::bodies) || inner.row.table == static_cast<uint8_t>(Table::outlets);
  if (role.cls == RoleClass::body && named_body && match->first.units == 0) {
    // A kind word and the name: one body.
    draft.row = inner.row;
    if (!inner.sector.empty()) draft.sector = inner.sector;
    drafts_.resize(before);
    draft.inner = kNone;
  }
  take_sectors(draft, role, inner);
  draft.tokens.end = end;
  return true;
}

// "the American minister Antony Blinken": titles and a personal name right behind the post.
void PhraseReader::read_attached_name(Draft& draft, int) {
  uint32_t at = draft.tokens.end;
  for (int titles = 0; titles < 3 && at < sentence_.end; ++titles) {
    if (doc_.tokens[at].kind == TokenKind::quote_open) {
      ++at;
      continue;
    }
    const Match* title = is_word(doc_, at) ? find(at, Table::titles) : nullptr;
    if (!title || title->first.units != 0) break;
    add_sectors(draft.sector, rules_.titles[title->hit.row]);
    at = title->tokens.end;
  }
  if (at >= sentence_.end) return;
  // "the French president, Emmanuel Macron, …"
  const bool comma = doc_.tokens[at].kind == TokenKind::punct && at + 1 < sentence_.end && draft.definite + !draft.country.empty() > 0 &&
                     is_word(doc_, at + 1) && !draft.role.none() && (find(at + 1, Table::people) || word_is(at + 1, "given-name"));
  if (comma) ++at;
  if (const Match* person = find(at, Table::people); person && person->first.units == 0) {
    draft.row = {static_cast<uint8_t>(Table::people), person->hit.row};
    draft.name = person->tokens;
    const NameRow& row = rules_.people[person->hit.row];
    if (draft.country.empty()) draft.country = country_on(rules_, row, doc_.report.published);
    if (draft.role.none() || draft.former) draft.sector.clear();
    std::vector<std::string> known = sectors_on(row, doc_.report.published);
    if (draft.former) draft.sector = {"ELI"};
    add_sectors(draft.sector, known);
  } else {
    draft.name = personal_name(at);
  }
  if (draft.name.size() > 0) draft.tokens.end = draft.name.end;
}

// "Yahya Saud, the Jordanian deputy": a post in apposition tells what a name does not.
void PhraseReader::read_apposition(Draft& draft, int depth) {
  uint32_t at = draft.tokens.end;
  if (depth > 1 || at + 1 >= sentence_.end) return;
  const bool comma = doc_.tokens[at].kind == TokenKind::punct;
  if (comma) ++at;
  if (!is_word(doc_, at)) return;
  const Match* match = best_match(at);
  if (!match || match->hit.table != Table::roles || match->first.units != 0) return;
  const RoleRow& role = rules_.roles[match->hit.row];
  if (role.cls == RoleClass::body || match->hit.form == Form::plural || (comma && !match->first.article && !role.takes_of)) return;
  Draft post;
  const size_t before = drafts_.size();
  post.tokens = match->tokens;
  post.first = match->first;
  post.head = at;
  post.definite = match->first.article;
  post.sector = role.sector;
  read_modifiers(post, role, depth + 1);
  if (!post.definite && post.country.empty() && drafts_.size() == before) return;
  draft.role = {static_cast<uint8_t>(Table::roles), match->hit.row};
  if (draft.country.empty()) draft.country = post.country;
  if (draft.row.none()) draft.sector = post.sector;
  else add_sectors(draft.sector, post.sector);
  draft.of = post.of;
  draft.inner = post.inner;
  draft.tokens.end = post.tokens.end;
}

}  // namespace isnad::mention
