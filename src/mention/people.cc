// People without a row: names that no table holds, and people counted ("dozens of …", "12 others").
#include <algorithm>

#include "mention/phrase.h"
#include "mention/tokens.h"

namespace isnad::mention {
namespace {

constexpr uint32_t kMaxNameTokens = 5;
constexpr uint32_t kToCount = 4;  // words from "killing" to its count: "at least", "more than"

}  // namespace

// "Dumlu added that …": an unknown proper name right behind a verb of speech.
bool PhraseReader::read_unknown_speaker(uint32_t at, Draft& out) {
  if (at == sentence_.begin || functions_[at] != Fn::none) return false;
  const Reading& verb = chosen(doc_, at - 1);
  const Reading& name = chosen(doc_, at);
  if (verb.upos != Upos::verb || verb.suf > 0 || !rules_.speech.contains(verb.lemma)) return false;
  if (name.upos != Upos::propn || (name.clitics & (clitic::ba | clitic::la | clitic::ka)) != 0 || word_is(at, "weekday") ||
      word_is(at, "month"))
    return false;
  const TokenRange range = personal_name(at);
  out.tokens = out.name = range.size() > 0 ? range : TokenRange{at, at + 1};
  out.head = at;
  out.kind = EntityKind::person;
  out.definite = true;
  read_apposition(out, 0);
  return true;
}

// "wounding 12", "12 others": people counted in digits without a noun.
uint32_t PhraseReader::read_count(uint32_t at) {
  Draft draft;
  if (doc_.tokens[at].kind != TokenKind::number || !read_bare_count(at, draft)) return at + 1;
  const uint32_t end = draft.tokens.end;
  drafts_.push_back(std::move(draft));
  return end;
}

// "hundreds", "the killing of three", "three others": people counted without a noun.
bool PhraseReader::read_bare_count(uint32_t at, Draft& out) const {
  const bool digits = doc_.tokens[at].kind == TokenKind::number;
  const bool counts = !digits && functions_[at] == Fn::number_of && (chosen(doc_, at).clitics & clitic::article) != 0;
  const uint32_t next = at + 1;
  const bool toll_noun = next < sentence_.end && chosen(doc_, next).upos == Upos::noun && chosen(doc_, next).suf == 0 &&
                         (word_is(next, "toll-dead") || word_is(next, "toll-injured"));
  const bool others = (digits || word_is(at, "number")) && next < sentence_.end && (word_is(next, "others") || toll_noun);
  bool victims = false;
  for (uint32_t t = at; !victims && (digits || word_is(at, "number")) && t-- > sentence_.begin && t + kToCount >= at && is_word(doc_, t);) {
    victims = word_is(t, "toll-dead") || word_is(t, "toll-injured");
    if (chosen(doc_, t).upos == Upos::noun && functions_[t] == Fn::none && !word_is(t, "about-number")) break;
  }
  if (!counts && !victims && !others) return false;
  // The parts of one number ("eighteen") are no counts of their own.
  if (!digits && ((at > sentence_.begin && is_count(at - 1)) || (next < sentence_.end && is_count(next)))) return false;
  if (!others && next < sentence_.end && is_word(doc_, next) && (best_match(next) || adjective_at(next)) &&
      (chosen(doc_, next).clitics & clitic::wa) == 0)
    return false;
  if (!others && next < sentence_.end &&
      (functions_[next] == Fn::from ||
       (is_word(doc_, next) && chosen(doc_, next).upos == Upos::noun && (chosen(doc_, next).clitics & clitic::wa) == 0)))
    return false;
  out.tokens = {at, others ? at + 2 : next};
  out.head = at;
  out.kind = EntityKind::group;
  out.sector = {"CVL", "UNK"};
  out.plural = out.generic = true;
  out.count = count_at(at);
  out.others = others && word_is(next, "others");
  return true;
}

// "his country": the state of the last official named before it.
bool PhraseReader::read_own_country(uint32_t at, Draft& out) const {
  for (size_t d = drafts_.size(); d-- > 0;) {
    const Draft& official = drafts_[d];
    if (doc_.tokens[official.tokens.begin].sentence + 2 < doc_.tokens[at].sentence) return false;
    if (official.kind != EntityKind::person || official.country.empty()) continue;
    auto state = rules_.state_of_country.find(official.country);
    if (state == rules_.state_of_country.end()) return false;
    out.tokens = {at, at + 1};
    out.first.units = chosen(doc_, at).pre;
    out.head = at;
    out.kind = EntityKind::state;
    out.country = official.country;
    out.sector = {"GOV"};
    out.row = {static_cast<uint8_t>(Table::states), state->second};
    out.definite = true;
    return true;
  }
  return false;
}

int64_t PhraseReader::count_at(uint32_t at) const {
  if (doc_.tokens[at].kind == TokenKind::number) return doc_.tokens[at].number;
  for (const Match& m : matches_.at(at))
    if (m.hit.table == Table::words && m.tokens.size() == 1 && rules_.word_class(m.hit) == "number" && rules_.numbers[m.hit.row] >= 0)
      return rules_.numbers[m.hit.row];
  return -2;
}

// "14 soldiers", "dozens of protesters", "a number of …": the count belongs to the phrase.
void PhraseReader::extend_count(Draft& draft) {
  uint32_t at = draft.tokens.begin;
  bool joined = false;  // "and five …": nothing before the conjunction belongs to it
  for (int step = 0; step < 3 && at > sentence_.begin && !joined; ++step) {
    const uint32_t before = at - 1;
    const bool count = is_count(before);
    const bool of = functions_[before] == Fn::from && before > sentence_.begin && is_count(before - 1);
    if (!count && !of) break;
    at = before;
    if (!count) continue;
    draft.count = count_at(at);
    joined = is_word(doc_, at) && chosen(doc_, at).pre > 0;
  }
  if (at == draft.tokens.begin) return;
  draft.plural = true;
  draft.first = {};
  if (joined) {
    draft.first.units = chosen(doc_, at).pre;
    draft.first.clitics = chosen(doc_, at).clitics;
  }
  draft.tokens.begin = at;
  if (draft.kind == EntityKind::person) draft.kind = EntityKind::group;
}

// A number, or a word that counts; perhaps behind a conjunction.
bool PhraseReader::is_count(uint32_t at) const {
  if (doc_.tokens[at].kind == TokenKind::number || functions_[at] == Fn::number_of || functions_[at] == Fn::some) return true;
  if (!is_word(doc_, at)) return false;
  for (const Match& m : matches_.at(at))
    if (m.hit.table == Table::words && m.tokens.size() == 1 && !m.first.article && (m.first.clitics & ~clitic::wa) == 0 &&
        rules_.word_class(m.hit) == "number")
      return true;
  return false;
}

TokenRange PhraseReader::personal_name(uint32_t at) const {
  TokenRange name{at, at};
  for (uint32_t t = at; t < sentence_.end && t - at < kMaxNameTokens; ++t) {
    if (!is_word(doc_, t)) break;
    const Reading& r = chosen(doc_, t);
    const bool given = word_is(t, "given-name"), part = word_is(t, "name-part");
    if (word_is(t, "weekday") || word_is(t, "month") || word_is(t, "relative-day")) break;
    // Behind a given name a definite relational word is the family name.
    const bool family = t > at && r.nisba && (r.clitics & clitic::article) != 0 && r.pre == 0 && word_is(t - 1, "given-name");
    // Right behind a title and a given name an ordinary word is the second name.
    const bool second = t == at + 1 && at > sentence_.begin && word_is(at, "given-name") && (r.upos == Upos::adj || r.upos == Upos::noun) &&
                        r.clitics == 0 && r.suf == 0 && functions_[t] == Fn::none && matches_.at(t).empty();
    const bool proper = r.upos == Upos::propn || r.guess || family || second;
    if (r.upos == Upos::verb && !part) break;
    if (t > at && t + 1 < sentence_.end && (word_is(t + 1, "weekday") || word_is(t + 1, "relative-day"))) {
      // "this morning": what stands before the day's name is a time of day, unless it is a name for sure.
      if (r.upos != Upos::propn || !r.guess) break;
    }
    const bool foreign = !part && !given && (functions_[t] != Fn::none || r.upos == Upos::verb || r.upos == Upos::adp);
    if (foreign || (!given && !part && !proper)) break;
    if (t > at && !given && adjective_at(t)) break;
    if (t > at && r.pre > 0 && !given && (r.clitics & (clitic::ba | clitic::la | clitic::wa | clitic::fa)) != 0) break;
    if (const Match* m = best_match(t); m && m->hit.table != Table::people && (t == at || m->hit.table != Table::places) && !given && !part)
      break;
    name.end = t + 1;
    if (r.suf > 0 && !given && !r.guess) break;
  }
  return name;
}

// A name that no table holds: it starts with a given name and goes on.
bool PhraseReader::read_unknown_person(uint32_t at, Draft& out) {
  uint8_t cut = 0;
  bool given = false;
  for (const Match& m : matches_.at(at))
    if (m.hit.table == Table::words && rules_.word_class(m.hit) == "given-name" && !m.first.article &&
        (m.first.units == 0 || plausible(m)) && (!given || m.first.units < cut)) {
      given = true;
      cut = m.first.units;
      out.first = m.first;
    }
  const Upos upos = chosen(doc_, at).upos;
  if (!given || (upos != Upos::propn && upos != Upos::noun && upos != Upos::adj && upos != Upos::x)) return false;
  const TokenRange rest = at + 1 < sentence_.end ? personal_name(at + 1) : TokenRange{};
  if (rest.size() == 0) return false;
  out.tokens = out.name = {at, rest.end};
  out.head = at;
  out.kind = EntityKind::person;
  out.definite = true;
  read_apposition(out, 0);
  return true;
}

}  // namespace isnad::mention
