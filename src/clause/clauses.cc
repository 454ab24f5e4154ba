#include "clause/clauses.h"

#include <algorithm>

namespace isnad::clause {
namespace {

constexpr uint32_t kBefore = 18;  // tokens before a verb in which its subject may stand
constexpr uint32_t kBehind = 9;   // and behind it
constexpr uint32_t kChain = 4;    // nouns and adjectives of one construct chain
constexpr uint32_t kBack = 40;    // tokens back to the verb whose subject acts on
constexpr int kDepth = 6;         // subjects handed on from verb to verb
constexpr uint16_t kPrepositions = clitic::ba | clitic::la | clitic::ka;
constexpr uint16_t kConjunctions = clitic::wa | clitic::fa;

bool opens_content(Fn fn) { return fn == Fn::that || fn == Fn::indeed || fn == Fn::whether; }
bool sets_apart(Fn fn) { return opens_content(fn) || fn == Fn::while_ || fn == Fn::but || fn == Fn::where; }

}  // namespace

bool Clauses::is_time(uint32_t t, uint32_t* length) const {
  return scene_.word_at(t, "relative-day", nullptr, length) || scene_.word_at(t, "weekday", nullptr, length) ||
         scene_.word_at(t, "period", nullptr, length) || scene_.word_at(t, "month", nullptr, length);
}

bool Clauses::starts_undefined(const Mention& m) const {
  const Token& first = scene_.doc.tokens[m.tokens.begin];
  if (first.kind == TokenKind::number || scene_.fn[m.tokens.begin] == Fn::number_of) return true;
  const EntityKind kind = scene_.doc.entities[m.entity].kind;
  if (kind == EntityKind::state || kind == EntityKind::outlet) return false;
  const bool named = m.row.table == static_cast<uint8_t>(Table::people) || m.row.table == static_cast<uint8_t>(Table::bodies);
  return !named && (scene_.reading(m.tokens.begin).clitics & clitic::article) == 0 && kind == EntityKind::group;
}

Found Clauses::with_coordinated(const Mention* first, TokenRange limits) const {
  Found out;
  if (!first) return out;
  out.push_back(first);
  const Mention* at = first;
  for (int more = 0; more < 5; ++more) {
    uint32_t next = at->tokens.end;
    if (next < limits.end && scene_.doc.tokens[next].kind == TokenKind::quote_close) ++next;
    if (next >= limits.end) break;
    // "and" apart from its name, which stands in quotation marks.
    const bool apart = scene_.fn[next] == Fn::and_ && next + 1 < limits.end;
    if (apart) ++next;
    if (apart && scene_.doc.tokens[next].kind == TokenKind::quote_open && next + 1 < limits.end) ++next;
    const bool comma = scene_.doc.tokens[next].kind == TokenKind::punct, either = scene_.fn[next] == Fn::or_;
    if ((comma || either) && next + 1 < limits.end) ++next;
    const Mention* m = scene_.mention_at(next);
    if (!m || m->adjective) break;
    const uint16_t clitics = scene_.clitics_before(*m);
    const bool joined = apart || (clitics & clitic::wa) != 0;
    const Mention* following = m->tokens.end < limits.end ? scene_.mention_at(m->tokens.end) : nullptr;
    const bool list = comma && following && (scene_.clitics_before(*following) & clitic::wa) != 0;
    if ((!joined && !list && !either) || (clitics & (clitic::ba | clitic::la)) != 0) break;
    out.push_back(m);
    at = m;
  }
  return out;
}

// From "and Y" back to the "X" that it is joined to.
const Mention* Clauses::first_coordinated(const Mention* last, TokenRange limits) const {
  for (int more = 0; last && more < 5 && (scene_.clitics_before(*last) & clitic::wa) != 0; ++more) {
    const Mention* joined = last->tokens.begin > limits.begin ? scene_.mention_over(last->tokens.begin - 1) : nullptr;
    if (!joined || joined->adjective || joined->tokens.end != last->tokens.begin) break;
    last = joined;
  }
  return last;
}

// Before its subject a verb agrees with it in gender; a crowd or a state may go either way.
bool Clauses::agrees_behind(uint32_t verb, const Mention& m) const {
  const Gender of_verb = scene_.reading(verb).gender;
  const Entity& entity = scene_.doc.entities[m.entity];
  if (of_verb == Gender::none || scene_.doc.tokens[m.head].kind != TokenKind::word) return true;
  const Reading& head = scene_.reading(m.head);
  if (entity.kind == EntityKind::person) return of_verb == Gender::masc || head.gender != Gender::masc || head.guess;
  if (entity.kind == EntityKind::organization && of_verb == Gender::masc && m.tokens.begin == verb + 1) {
    const std::u16string_view key = scene_.doc.key_of(scene_.doc.tokens[m.head]);
    return key.back() != u'\u0647' || head.gender != Gender::fem || head.number != Number::sing;
  }
  return true;
}

// Behind its subject it agrees in number too: a plural verb has people for its subject.
bool Clauses::agrees_before(uint32_t verb, const Mention& m) const {
  const Reading& r = scene_.reading(verb);
  const Entity& entity = scene_.doc.entities[m.entity];
  const Number of_head = scene_.doc.tokens[m.head].kind == TokenKind::word ? scene_.reading(m.head).number : Number::plur;
  const bool joined =
      (scene_.clitics_before(m) & clitic::wa) != 0 || (m.tokens.end < scene_.doc.tokens.size() && scene_.mention_at(m.tokens.end) &&
                                                       (scene_.clitics_before(*scene_.mention_at(m.tokens.end)) & clitic::wa) != 0);
  if (r.number == Number::plur) return entity.kind == EntityKind::group || of_head == Number::plur || joined;
  if (r.number == Number::dual) return of_head == Number::dual || joined;
  return joined || agrees_behind(verb, m);
}

// An ordinary noun that could be the verb's subject by its form.
bool Clauses::may_be_subject(uint32_t verb, uint32_t noun) const {
  if (scene_.word_at(noun, "place-kind")) return false;
  const Reading &v = scene_.reading(verb), &n = scene_.reading(noun);
  if (v.gender == Gender::none || n.gender == Gender::none || n.guess) return true;
  return n.number == Number::plur || v.gender == n.gender || v.gender == Gender::masc;
}

const Mention* Clauses::possessor(uint32_t noun, TokenRange limits) const {
  for (uint32_t t = noun + 1; t < limits.end && t <= noun + kChain; ++t) {
    if (scene_.doc.tokens[t].kind == TokenKind::quote_open) continue;
    if (const Mention* m = scene_.mention_at(t)) {
      if ((scene_.clitics_before(*m) & (kPrepositions | kConjunctions)) != 0) return nullptr;
      const bool chain = t == noun + 1 || m->adjective || scene_.doc.tokens[t - 1].kind == TokenKind::quote_open ||
                         scene_.reading(t - 1).upos == Upos::noun;
      return chain ? m : nullptr;
    }
    if (!scene_.is_word(t) || scene_.fn[t] != Fn::none) return nullptr;
    const Reading& r = scene_.reading(t);
    if ((r.clitics & (kPrepositions | kConjunctions)) != 0 || (r.upos != Upos::noun && r.upos != Upos::adj && r.upos != Upos::det))
      return nullptr;
  }
  return nullptr;
}

Clauses::Phrase Clauses::plain_phrase(uint32_t noun, TokenRange limits) const {
  Phrase out;
  out.plain = true;
  out.head = noun;
  out.party = possessor(noun, limits);
  out.end = noun + 1;
  if (out.party) out.end = out.party->tokens.end;
  return out;
}

// The first phrase behind a verb that stands behind no preposition.
Clauses::Phrase Clauses::phrase_after(uint32_t verb, TokenRange limits, bool over_prepositions) const {
  bool governed = false;
  for (uint32_t t = verb + 1; t < limits.end && t <= verb + kBehind; ++t) {
    const Token& token = scene_.doc.tokens[t];
    if (token.kind == TokenKind::quote_open || token.kind == TokenKind::quote_close) continue;
    uint32_t length = 1;
    if (is_time(t, &length) || scene_.word_at(t, "adverbial", nullptr, &length)) {
      t += length - 1;
      continue;
    }
    if (const Mention* m = scene_.mention_at(t)) {
      if (m->adjective) continue;
      if (!scene_.governed(*m)) return scene_.accusative(*m) ? Phrase{} : Phrase{m, false, m->head, m->tokens.end};
      if (!over_prepositions) return {};
      t = m->tokens.end - 1;
      governed = false;
      continue;
    }
    if (token.kind == TokenKind::number) continue;
    if (token.kind != TokenKind::word) return {};
    if (scene_.is_verb(t) || sets_apart(scene_.fn[t]) || scene_.fn[t] == Fn::who) return {};
    const Reading& r = scene_.reading(t);
    const bool with_pronoun = (r.clitics & clitic::pronoun) != 0;
    // "eight of X": the count is the phrase, X tells whose.
    if (scene_.fn[t] == Fn::from && t > verb + 1 && scene_.counts(t - 1)) continue;
    if (is_preposition(scene_.fn[t]) || r.upos == Upos::adp || (r.clitics & kPrepositions) != 0) {
      if (!over_prepositions && !with_pronoun) return {};
      governed = !with_pronoun && (r.clitics & kPrepositions) == 0;
      continue;
    }
    if (r.upos == Upos::noun || r.upos == Upos::propn) {
      if (!governed && scene_.fn[t] == Fn::none) return plain_phrase(t, limits);
      governed = false;
    }
  }
  return {};
}

// The nearest phrase before the verb that could be its subject; relative clauses are stepped over.
Clauses::Phrase Clauses::phrase_before(uint32_t verb, uint32_t lead, TokenRange limits, bool& comma) const {
  uint32_t steps = 0;
  comma = false;
  for (uint32_t t = lead; t-- > limits.begin && steps < kBefore; ++steps) {
    const Token& token = scene_.doc.tokens[t];
    if (token.kind == TokenKind::punct) {
      const char16_t mark = scene_.doc.key[token.begin];
      if (mark == u':' || mark == u';' || mark == u'\u061B') return {};
      comma = true;
      continue;
    }
    if (sets_apart(scene_.fn[t])) return {};
    if (scene_.is_verb(t)) {
      const uint32_t pronoun = relative_pronoun(t, limits);
      if (pronoun == kNone) return {};
      t = pronoun;
      comma = false;  // it closed the relative clause
      continue;
    }
    if (const Mention* m = scene_.mention_over(t)) {
      t = m->tokens.begin;
      if (m->adjective || scene_.governed(*m) || !agrees_before(verb, *m)) continue;
      return {m, false, m->head, m->tokens.end};
    }
  }
  return {};
}

// Particles and auxiliaries before the verb belong to it.
uint32_t Clauses::lead_of(uint32_t verb, TokenRange limits) const {
  uint32_t lead = verb;
  while (lead > limits.begin) {
    const uint32_t t = lead - 1;
    if (!scene_.is_word(t) || scene_.mention_over(t)) break;
    const Fn fn = scene_.fn[t];
    const bool particle =
        fn == Fn::not_past || fn == Fn::not_future || fn == Fn::not_ || fn == Fn::will || fn == Fn::was || fn == Fn::perhaps;
    const Upos upos = scene_.reading(t).upos;
    if (!particle && (upos != Upos::part || fn != Fn::none) && upos != Upos::aux) break;
    lead = t;
    if ((scene_.reading(t).clitics & kConjunctions) != 0) break;
  }
  return lead;
}

// The relative pronoun that the verb's clause follows at once; kNone where none does.
uint32_t Clauses::relative_pronoun(uint32_t verb, TokenRange limits) const {
  const uint32_t lead = lead_of(verb, limits);
  return lead > limits.begin && scene_.fn[lead - 1] == Fn::who ? lead - 1 : kNone;
}

void Clauses::take(const Phrase& phrase, TokenRange limits, Frame& out) const {
  out.noun_subject = phrase.plain;
  if (phrase.plain && phrase.party) out.subject = {phrase.party};
  else if (!phrase.plain) out.subject = with_coordinated(phrase.party, limits);
}

// "X who did", "the raid that X carried out", "the town in which X did".
bool Clauses::read_relative(uint32_t verb, uint32_t lead, TokenRange limits, Frame& out) const {
  if (lead == limits.begin || scene_.fn[lead - 1] != Fn::who) return false;
  const uint32_t pronoun = lead - 1;
  const Reading& relative = scene_.reading(pronoun);
  for (uint32_t t = pronoun; t-- > limits.begin && t + kBehind > pronoun;) {
    if (scene_.is_verb(t) || sets_apart(scene_.fn[t])) break;
    const Mention* m = scene_.mention_over(t);
    if (m && !m->adjective) {
      const Reading& head = scene_.reading(m->head);
      const bool clash = relative.gender == Gender::masc && head.gender == Gender::fem && head.number == Number::sing && !head.guess &&
                         scene_.doc.entities[m->entity].kind != EntityKind::state;
      if (!clash) {
        out.antecedent = m;
        break;
      }
      t = m->tokens.begin;
      continue;
    }
    // An ordinary noun with the article that agrees: "the attack that …".
    if (!m && scene_.is_word(t) && scene_.reading(t).upos == Upos::noun && t + 1 == pronoun) break;
  }
  const uint32_t next = verb + 1;
  const bool in_it = next < limits.end && (scene_.reading(next).clitics & clitic::pronoun) != 0 && scene_.reading(next).upos == Upos::adp;
  out.resumes = scene_.reading(verb).suf > 0;
  if (out.resumes || in_it) {
    const Phrase after = phrase_after(verb, limits, in_it);
    if (after.party || after.plain) {
      take(after, limits, out);
      out.rest = after.end;
      return true;
    }
    if (out.resumes) return false;
  }
  out.before = true;
  out.noun_subject = out.antecedent == nullptr;
  if (out.antecedent) out.subject = with_coordinated(first_coordinated(out.antecedent, limits), limits);
  return true;
}

// The same without a pronoun, behind an undefined noun: "a raid X carried out".
bool Clauses::read_undefined_relative(uint32_t verb, uint32_t lead, TokenRange limits, Frame& out) const {
  if (lead == limits.begin || scene_.reading(verb).suf == 0 || (scene_.reading(lead).clitics & kConjunctions) != 0) return false;
  const uint32_t before = lead - 1;
  if (!scene_.is_word(before) || scene_.fn[before] != Fn::none || scene_.is_verb(before)) return false;
  const Mention* m = scene_.mention_over(before);
  if (m && !m->adjective && !starts_undefined(*m)) return false;
  const Reading& noun = scene_.reading(before);
  if ((noun.clitics & clitic::article) != 0 || (noun.upos != Upos::noun && noun.upos != Upos::adj)) return false;
  const Phrase after = phrase_after(verb, limits, false);
  if (!after.party) return false;
  out.resumes = true;
  out.antecedent = m && !m->adjective ? m : nullptr;
  take(after, limits, out);
  out.rest = after.end;
  return true;
}

// What acts on without being named again: the subject of the verb before, where it agrees.
void Clauses::inherit(uint32_t verb, uint32_t lead, TokenRange limits, int depth, Frame& out) {
  if (depth >= kDepth) return;
  const bool joined = (scene_.reading(lead).clitics & kConjunctions) != 0;
  for (uint32_t t = lead; t-- > limits.begin && t + kBack > lead;) {
    if (!scene_.is_verb(t)) continue;
    if (!joined && relative_pronoun(t, limits) != kNone) continue;
    const Frame& earlier = frame(t, depth + 1);
    if (earlier.subject.empty() || earlier.noun_subject) continue;
    if (!agrees_before(verb, *earlier.subject.front()) && earlier.subject.size() < 2) continue;
    out.subject = earlier.subject;
    out.before = true;
    out.inherited = true;
    return;
  }
}

Frame Clauses::read(uint32_t verb, int depth) {
  Frame out;
  out.rest = verb + 1;
  const TokenRange limits = scene_.limits(verb);
  const uint32_t lead = lead_of(verb, limits);
  const Reading& r = scene_.reading(verb);
  if (r.person == 1 || r.person == 2) return out;
  if (read_relative(verb, lead, limits, out)) return out;
  if (read_undefined_relative(verb, lead, limits, out)) return out;
  if (const uint32_t t = lead - 1; lead > scene_.doc.sentences[scene_.doc.tokens[verb].sentence].tokens.begin &&
                                   opens_content(scene_.fn[t]) &&
                                   ((scene_.reading(t).clitics & clitic::pronoun) != 0 || scene_.reading(t).suf > 0)) {
    out.pronoun = out.before = true;
    return out;
  }
  const bool joined = (scene_.reading(lead).clitics & kConjunctions) != 0;
  bool comma = false;
  Phrase before = joined ? Phrase{} : phrase_before(verb, lead, limits, comma);
  Phrase after;
  if (r.number != Number::plur && r.number != Number::dual) after = phrase_after(verb, limits, before.party == nullptr);
  const bool fits = after.plain ? may_be_subject(verb, after.head) : after.party && agrees_behind(verb, *after.party);
  // Behind a comma the verb opens a clause of its own, unless the comma closes what was put in behind its subject.
  const bool cut = lead > limits.begin && scene_.doc.tokens[lead - 1].kind == TokenKind::punct;
  if (before.party && cut && before.end < lead - 1 && scene_.doc.tokens[before.end].kind != TokenKind::punct) before = {};
  if (before.party && (!fits || !comma || lead - before.end <= 1)) {
    out.before = true;
    out.subject = with_coordinated(first_coordinated(before.party, limits), limits);
    return out;
  }
  if (fits) {
    take(after, limits, out);
    out.rest = out.subject.empty() ? after.end : std::max(after.end, out.subject.back()->tokens.end);
    return out;
  }
  inherit(verb, lead, limits, depth, out);
  return out;
}

const Frame& Clauses::frame(uint32_t verb, int depth) {
  const auto known = frames_.find(verb);
  if (known != frames_.end()) return known->second;
  Frame out = read(verb, depth);
  return frames_[verb] = std::move(out);
}

Found Clauses::object(uint32_t verb, TokenRange clause) {
  const Frame& f = frame(verb);
  bool behind = false;
  for (uint32_t t = std::max(f.rest, verb + 1); t < clause.end && t < f.rest + kBehind; ++t) {
    if (const Mention* m = scene_.mention_at(t)) {
      if (m->adjective) continue;
      // Behind a preposition only what its form shows to be an object still is one.
      if (!scene_.governed(*m) && (!behind || starts_undefined(*m) || scene_.accusative(*m))) return with_coordinated(m, clause);
      behind = true;
      t = m->tokens.end - 1;
      continue;
    }
    if (scene_.word_at(t, "adverbial")) continue;
    if (scene_.is_verb(t) || scene_.doc.tokens[t].kind == TokenKind::quote_close || scene_.fn[t] == Fn::who || scene_.fn[t] == Fn::that)
      break;
    if (scene_.is_word(t) && (scene_.reading(t).upos == Upos::adp || (scene_.reading(t).clitics & kPrepositions) != 0)) behind = true;
  }
  return {};
}

Found Clauses::topic(uint32_t noun) const {
  const TokenRange limits = scene_.limits(noun);
  for (uint32_t t = noun; t-- > limits.begin && t + kBefore > noun;) {
    if (scene_.is_verb(t) || sets_apart(scene_.fn[t])) break;
    const Mention* m = scene_.mention_over(t);
    if (!m) continue;
    t = m->tokens.begin;
    if (!m->adjective && !scene_.governed(*m)) return with_coordinated(first_coordinated(m, limits), limits);
  }
  return {};
}

Hanging Clauses::hanging(uint32_t noun) const {
  const TokenRange limits = scene_.limits(noun);
  Hanging out;
  out.first = noun;
  // Heads of its construct chain: "the beginning of the withdrawal of …".
  while ((scene_.reading(out.first).clitics & (kPrepositions | kConjunctions)) == 0 && out.first > limits.begin &&
         out.first + kChain > noun) {
    const uint32_t t = out.first - 1;
    if (!scene_.is_word(t) || scene_.fn[t] != Fn::none || scene_.mention_over(t)) break;
    const Reading& r = scene_.reading(t);
    if (r.upos != Upos::noun || (r.clitics & clitic::article) != 0 || r.suf > 0 || is_time(t)) break;
    out.first = t;
  }
  out.clitic = scene_.reading(out.first).clitics & kPrepositions;
  uint32_t at = out.first;
  if (out.clitic == 0 && at > limits.begin && is_preposition(scene_.fn[at - 1])) out.preposition = scene_.fn[--at];
  else if (out.clitic == 0 && at > limits.begin && scene_.is_word(at - 1) && scene_.reading(at - 1).upos == Upos::adp) out.other = true;
  for (uint32_t t = at; t-- > limits.begin && t + kBefore > at;) {
    if (scene_.is_verb(t)) {
      out.verb = t;
      break;
    }
    if (sets_apart(scene_.fn[t])) break;
  }
  return out;
}

}  // namespace isnad::clause
