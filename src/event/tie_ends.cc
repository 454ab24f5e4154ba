#include "event/tie_ends.h"

#include <algorithm>

#include "base/letters.h"

namespace isnad::event {
namespace {

constexpr uint32_t kHostSteps = 9;   // tokens before the words in which the party stands that they are said of
constexpr uint32_t kVerbSteps = 12;  // and the verb that a noun depends on
constexpr uint32_t kGap = 3;         // adverbs and adjectives between the words and a preposition
constexpr uint32_t kWith = 8;        // tokens behind in which a needed word stands
constexpr uint16_t kPrepositions = clitic::ba | clitic::la | clitic::ka;

Agreement of_pronoun(std::u16string_view key) {
  const char16_t last = key.back();
  if (last == letter::heh) return {Gender::masc, false};
  if (last == letter::meem || last == letter::noon || (key.size() > 2 && key[key.size() - 2] == letter::meem)) return {Gender::masc, true};
  return {Gender::fem, false};
}

}  // namespace

bool is_body(const Document& doc, const Mention& mention) {
  const EntityKind kind = doc.entities[mention.entity].kind;
  return kind == EntityKind::organization || kind == EntityKind::group;
}

// What is said begins behind the speaker, of whom the words may be said: the clause may reach back to the head of its sentence.
TieWords::TieWords(const Scene& scene, Clauses& clauses, const TieRow& row, TokenRange words)
    : scene_(scene), clauses_(clauses), doc_(scene.doc), row_(row), at_(words), participle_(row.kind == TieKind::participle) {
  limits_ = {doc_.sentences[doc_.tokens[words.begin].sentence].tokens.begin, std::max(scene_.limits(words.begin).end, words.end)};
}

bool TieWords::denied() const {
  if (at_.begin == limits_.begin) return false;
  const uint32_t t = at_.begin - 1;
  switch (scene_.fn[t]) {
    case Fn::not_past:
    case Fn::not_future:
    case Fn::not_:
    case Fn::not_is:
    case Fn::without:
    case Fn::perhaps:
    case Fn::if_:
    case Fn::will: return true;
    default: break;
  }
  const Reading& reading = scene_.reading(at_.begin);
  if (reading.tense == Tense::pres && scene_.word_at(t, "hypothetical-present")) return true;
  return scene_.word_at(t, "negation") || scene_.word_at(t, "negation-weak") || scene_.word_at(t, "hypothetical");
}

bool TieWords::has_with() const {
  if (row_.with.empty()) return true;
  for (uint32_t t = at_.end; t < std::min(limits_.end, at_.end + kWith); ++t)
    for (uint64_t word : row_.with)
      if (scene_.has_word(t, word)) return true;
  return false;
}

bool TieWords::place_told() const {
  for (uint32_t t = at_.end; t < std::min(limits_.end, at_.end + kGap); ++t)
    if (scene_.word_at(t, "place-kind")) return true;
  const uint32_t who = at_.begin - 1;
  if (at_.begin == limits_.begin || scene_.fn[who] != Fn::who) return false;
  for (uint32_t t = who; t-- > limits_.begin && t + kGap > who;)
    if (scene_.word_at(t, "place-kind")) return true;
  return false;
}

Found TieWords::find(const TieEnd& end) {
  if (end.kind == EndKind::before) return has_pronoun() ? Found{} : one(host());
  if (end.kind == EndKind::self) return one(own());
  switch (end.slot.kind) {
    case SlotKind::subject: return subject();
    case SlotKind::object: return object();
    case SlotKind::genitive: return has_pronoun() ? owner() : one(possessor());
    default: return end.kind == EndKind::both ? between() : preposition(end.slot);
  }
}

Found TieWords::one(const Mention* m) { return m ? Found{m} : Found{}; }

// The verb of the row itself, or the one that its noun depends on.
uint32_t TieWords::verb() const {
  for (uint32_t t = at_.begin + 1; t-- > limits_.begin && t + kVerbSteps > at_.begin;)
    if (scene_.is_verb(t)) return t;
  return kNone;
}

Found TieWords::subject() {
  if (verb() == kNone) return {};
  const Frame& frame = clauses_.frame(verb());
  return frame.noun_subject || (frame.inherited && verb() == at_.begin) ? Found{} : frame.subject;
}

// "which X leads": what the relative clause is said of; else the party next to the verb and its subject.
Found TieWords::object() {
  if (verb() == kNone) return {};
  const Frame& frame = clauses_.frame(verb());
  if (frame.resumes) return one(row_.type == "leads" ? inner_body(frame.antecedent) : frame.antecedent);
  Found found = clauses_.object(verb(), limits_);
  if (found.empty() || found.front()->tokens.begin > std::max(frame.rest, verb() + 1) + 1) return {};
  return found;
}

// A body or crowd named at the end of the phrase: "the spokesman of the militia which X leads".
const Mention* TieWords::inner_body(const Mention* m) const {
  return inner(m, [this](const Mention& one) { return is_body(doc_, one); });
}

// "between X and Y", behind the words at once.
Found TieWords::between() const {
  uint32_t t = at_.end;
  while (t < limits_.end && t < at_.end + kGap && scene_.is_word(t) && scene_.fn[t] != Fn::between) ++t;
  if (t + 1 >= limits_.end || scene_.fn[t] != Fn::between) return {};
  const Mention* first = clauses_.possessor(t, limits_);
  return first && !first->adjective ? clauses_.with_coordinated(first, limits_) : Found{};
}

// "the government in its war with X": whom the pronoun of a noun means.
Found TieWords::owner() {
  const uint32_t before = at_.begin - limits_.begin < 2 ? kNone : at_.begin - (scene_.fn[at_.begin - 1] == Fn::none ? 1 : 2);
  const Mention* next = before == kNone ? nullptr : scene_.mention_over(before);
  if (next && !next->adjective && agrees(of_pronoun(doc_.key_of(doc_.tokens[at_.begin])), *next)) return {next};
  return resumed(at_.begin, at_.begin);
}

// Where what stands behind the words goes on: behind a subject or a possessor.
uint32_t TieWords::rest() {
  if (scene_.is_verb(at_.begin)) return std::max(clauses_.frame(at_.begin).rest, at_.end);
  const Mention* possessor = has_pronoun() ? nullptr : this->possessor();
  return possessor ? possessor->tokens.end : at_.end;
}

bool TieWords::has_pronoun() const { return !scene_.is_verb(at_.begin) && scene_.reading(at_.begin).suf > 0; }

// Whose the words are: also a name that begins with the last of them.
const Mention* TieWords::possessor() const {
  const Mention* named = at_.size() > 1 ? scene_.mention_at(at_.end - 1) : nullptr;
  return named && named->tokens.end > at_.end ? named : clauses_.possessor(at_.end - 1, limits_);
}

// The party behind the preposition, which stands next to the words or behind an adverb.
Found TieWords::preposition(const Slot& slot) {
  const uint32_t from = rest();
  for (uint32_t t = from; t < limits_.end && t <= from + kGap; ++t) {
    if (doc_.tokens[t].kind == TokenKind::quote_open || doc_.tokens[t].kind == TokenKind::quote_close) continue;
    if (!scene_.is_word(t) || scene_.is_verb(t)) return {};
    if (slot.clitic != 0 ? carries(t, slot.clitic) : reads_all(t, slot.words)) return behind(t, slot);
    const Mention* m = scene_.mention_at(t);
    if ((m && !m->adjective) || scene_.fn[t] != Fn::none) return {};
  }
  return {};
}

bool TieWords::carries(uint32_t t, uint16_t wanted) const {
  if (const Mention* m = scene_.mention_at(t)) return (scene_.clitics_before(*m) & wanted) != 0;
  const Reading& r = scene_.reading(t);
  return (r.clitics & wanted) != 0 || (wanted == clitic::la && is_pronoun(t) && doc_.key_of(doc_.tokens[t]).front() == letter::lam);
}

bool TieWords::reads_all(uint32_t t, const std::vector<uint64_t>& words) const {
  for (uint64_t word : words) {
    if (t >= limits_.end || !scene_.is_word(t) ||
        (!scene_.reads(t, word) && !(words.size() == 1 && is_pronoun(t) && scene_.reading(t).stem == word)))
      return false;
    ++t;
  }
  return !words.empty();
}

// A preposition with a pronoun behind it.
bool TieWords::is_pronoun(uint32_t t) const {
  const std::u16string_view key = doc_.key_of(doc_.tokens[t]);
  if (key.size() >= 2 && key.size() <= 4 && key[0] == letter::lam && key[1] == letter::heh)
    return true;  // a letter each, never a name here
  return (scene_.reading(t).clitics & clitic::pronoun) != 0 && scene_.reading(t).upos == Upos::adp;
}

Found TieWords::behind(uint32_t t, const Slot& slot) {
  if (is_pronoun(t)) return resumed(t);
  const uint32_t last = slot.clitic != 0 ? t : t + static_cast<uint32_t>(slot.words.size()) - 1;
  const Mention* named = scene_.mention_at(slot.clitic != 0 ? t : last + 1);
  // "opposed to the decision of X" is not opposed to X.
  if (!named && row_.type == "opposes") return {};
  return joined_states(named && slot.clitic != 0 ? named : clauses_.possessor(last, limits_));
}

// Behind a party "and" may as well open the next; two states belong together.
Found TieWords::joined_states(const Mention* m) const {
  Found found = clauses_.with_coordinated(m, limits_);
  const auto other = [this](const Mention* one) { return doc_.entities[one->entity].kind != EntityKind::state; };
  if (std::any_of(found.begin(), found.end(), other)) found.resize(1);
  return found;
}

// Whom "to it" means: behind a verb what its relative clause is said of.
Found TieWords::resumed(uint32_t t) {
  if (scene_.is_verb(at_.begin)) return one(clauses_.frame(at_.begin).antecedent);
  const Mention* said_of = host();
  if (said_of && joined_before(*said_of)) return one(joined_before(*said_of));
  return resumed(t, said_of ? said_of->tokens.begin : at_.begin);
}

// "X or the fighters allied to it".
const Mention* TieWords::joined_before(const Mention& m) const {
  if (m.tokens.begin < limits_.begin + 2) return nullptr;
  const uint32_t before = m.tokens.begin - 1;
  const bool either = scene_.fn[before] == Fn::or_;
  if (!either && (scene_.clitics_before(m) & clitic::wa) == 0) return nullptr;
  const Mention* joined = scene_.mention_over(either ? before - 1 : before);
  return joined && !joined->adjective ? joined : nullptr;
}

// The subject of the verb before `before`, else the party named last that the pronoun at `t` agrees with.
Found TieWords::resumed(uint32_t t, uint32_t before) {
  const Agreement agreement = of_pronoun(doc_.key_of(doc_.tokens[t]));
  const Hanging hanging = clauses_.hanging(before);
  if (hanging.verb != kNone) {
    const Frame& frame = clauses_.frame(hanging.verb);
    if (!frame.subject.empty() && frame.subject.front()->tokens.end <= before && agrees(agreement, *frame.subject.front()))
      return {frame.subject.front()};
  }
  for (uint32_t u = before; u-- > limits_.begin;) {
    const Mention* m = scene_.mention_over(u);
    if (!m) continue;
    u = m->tokens.begin;
    if (!m->adjective && m->row.table != static_cast<uint8_t>(Table::places) && agrees(agreement, *m)) return {m};
  }
  return {};
}

/// The party whose name the words stand in.
const Mention* TieWords::own() const {
  const Mention* m = scene_.mention_over(at_.begin);
  return m && !m->adjective ? m : nullptr;
}

// Whom the words describe: the phrase that they stand in, else the nearest before them that they agree with.
const Mention* TieWords::host() const {
  const Mention* self = own();
  if (self && self->tokens.begin < at_.begin) return in_construct() ? nullptr : self;
  // With a conjunction or preposition of its own a participle is a noun.
  const bool noun = participle_ && (scene_.reading(at_.begin).clitics & (kPrepositions | (self ? clitic::wa : 0))) != 0;
  const Mention* before = noun ? nullptr : nearest_before();
  return before || !participle_ ? before : self;
}

// "the parties of the opposition": a noun that the phrase belongs to, no adjective of it.
bool TieWords::in_construct() const {
  if (!participle_ || (scene_.reading(at_.begin).clitics & clitic::article) == 0) return false;
  const Reading& before = scene_.reading(at_.begin - 1);
  return before.upos == Upos::noun && (before.clitics & (clitic::article | clitic::pronoun)) == 0 && !before.guess &&
         scene_.is_word(at_.begin - 1) && scene_.mention_over(at_.begin - 1)->tokens.begin == at_.begin - 1;
}

const Mention* TieWords::nearest_before() const {
  const Agreement agreement = own_agreement();
  bool pause = false;
  for (uint32_t t = at_.begin; t-- > limits_.begin && t + kHostSteps >= at_.begin;) {
    if (doc_.tokens[t].kind == TokenKind::punct) {
      if (pause || !is_pause(t)) return nullptr;
      pause = true;
      continue;
    }
    if (const Mention* over = scene_.mention_over(t)) {
      t = over->tokens.begin;
      if (const Mention* m = inner(over, [&](const Mention& one) { return agrees(agreement, one); })) return m;
      if (!participle_ && !over->adjective) return nullptr;
      continue;
    }
    if (!scene_.is_word(t)) continue;
    if (scene_.is_verb(t) || scene_.fn[t] == Fn::that || scene_.fn[t] == Fn::while_ || scene_.fn[t] == Fn::but) return nullptr;
    // Adjectives of it may stand between; another noun is what the words are said of.
    if (scene_.reading(t).upos == Upos::noun && (!participle_ || fits_noun(agreement, t))) return nullptr;
  }
  return nullptr;
}

bool TieWords::is_pause(uint32_t t) const {
  const char16_t mark = doc_.key[doc_.tokens[t].begin];
  return mark == letter::comma || mark == u',' || mark == u'-' || mark == u'\u2013' || mark == u'\u2014';
}

Agreement TieWords::own_agreement() const {
  if (!participle_) return {};
  const Reading& r = scene_.reading(at_.begin);
  if (r.guess) return {};
  return {r.gender, r.number == Number::plur && r.gender != Gender::fem};
}

bool TieWords::fits_noun(Agreement agreement, uint32_t t) const {
  const Reading& r = scene_.reading(t);
  if (scene_.word_at(t, "place-kind")) return false;
  if (agreement.gender == Gender::none || r.gender == Gender::none || r.guess) return true;
  if (r.number == Number::plur) return agreement.plural || agreement.gender == Gender::fem;
  return !agreement.plural && r.gender == agreement.gender;
}

bool TieWords::agrees(Agreement agreement, const Mention& m) const {
  const Entity& entity = doc_.entities[m.entity];
  if (agreement.gender == Gender::none || !scene_.is_word(m.head)) return true;
  const Reading& head = scene_.reading(m.head);
  const bool many = head.number == Number::plur;
  if (agreement.plural) return entity.kind == EntityKind::group || many;
  if (entity.kind == EntityKind::state || head.guess || head.gender == Gender::none) return true;
  if (agreement.gender == Gender::fem) return many || head.gender == Gender::fem;
  return !many && head.gender == Gender::masc;
}

}  // namespace isnad::event
