#include "event/deaths.h"

#include <algorithm>
#include <cstdlib>
#include <string>

namespace isnad::event {
namespace {

constexpr uint32_t kCountReach = 5;
constexpr uint32_t kRelativeReach = 6;

bool contains(const std::vector<uint32_t>& list, uint32_t e) { return std::find(list.begin(), list.end(), e) != list.end(); }

void add_parties(std::vector<uint32_t>& to, const std::vector<uint32_t>& more, const std::vector<uint32_t>& but) {
  for (uint32_t e : more)
    if (!contains(to, e) && !contains(but, e)) to.push_back(e);
}

int64_t number_at(const Scene& scene, uint32_t t) {
  const Token& token = scene.doc.tokens[t];
  if (token.kind == TokenKind::number) return token.number;
  std::string_view value;
  if (token.kind == TokenKind::word && scene.word_at(t, "number", &value) && !value.empty() && value[0] != '~')
    return std::atoll(std::string(value).c_str());
  return -1;
}

// A count beside the word: before it ("5 dead"), behind it ("killing 5"), or in its own dual.
int64_t count_near(const Scene& scene, uint32_t t, TokenRange sentence) {
  if (scene.reading(t).number == Number::dual && scene.reading(t).upos != Upos::verb) return 2;
  if (t > sentence.begin && (scene.reading(t).clitics & clitic::wa) == 0)
    if (const int64_t n = number_at(scene, t - 1); n >= 0) return n;
  for (uint32_t u = t + 1; u < sentence.end && u <= t + kCountReach; ++u) {
    if (const int64_t n = number_at(scene, u); n >= 0) return n;
    if (!scene.is_word(u)) continue;
    const Reading& r = scene.reading(u);
    if (r.upos == Upos::noun && r.number == Number::dual) return 2;
    if (scene.is_verb(u) || (r.upos == Upos::noun && u > t + 1 && !scene.mention_over(u))) break;
  }
  return -1;
}

int64_t count_of(const Scene& scene, const Mention& m) {
  for (uint32_t t = m.tokens.begin; t < m.tokens.end && t < m.tokens.begin + 3; ++t)
    if (const int64_t n = number_at(scene, t); n >= 0) return n;
  // "eight of X": the count stands before the mention.
  if (m.tokens.begin > 1 && scene.fn[m.tokens.begin - 1] == Fn::from)
    if (const int64_t n = number_at(scene, m.tokens.begin - 2); n >= 0) return n;
  if (scene.counts(m.tokens.begin) || !scene.is_word(m.head)) return -1;
  if (scene.reading(m.head).number == Number::dual) return 2;
  return scene.doc.entities[m.entity].kind == EntityKind::person ? 1 : -1;
}

// "4 dead", "wounding 12 others": those whom the count counts.
uint32_t counted(const Scene& scene, uint32_t t, TokenRange sentence) {
  if (const Mention* m = scene.mention_over(t); m && m->tokens.begin < t) return m->entity;
  for (uint32_t u = t + 1; u < sentence.end && u <= t + kCountReach; ++u) {
    if (const Mention* m = scene.mention_at(u)) return !m->place_like && scene.counts(u) ? m->entity : kNone;
    if (scene.is_verb(u)) break;
  }
  return kNone;
}

bool is_death(const Rules& rules, const Event& e) { return rules.rows[e.rule.row].deaths; }
bool is_attack(const Rules& rules, const Event& e) { return e.event == "ASSAULT" && !is_death(rules, e); }

void absorb(Event& attack, const Event& more) {
  if (attack.actor.empty()) attack.actor = more.actor;
  add_parties(attack.recipient, more.recipient, attack.actor);
  if (attack.mode.empty()) attack.mode = more.mode;
  if (attack.dead < 0) attack.dead = more.dead;
  if (attack.injured < 0) attack.injured = more.injured;
  if (!attack.has_place && more.has_place) {
    attack.has_place = true;
    attack.place = more.place;
  }
}

// The attack of a death: the one before it in the same statement, else the one behind it.
Event* attack_of(const Rules& rules, std::vector<Event>& events, size_t first, const Event& death) {
  Event* behind = nullptr;
  Event* before = nullptr;
  for (size_t a = first; a < events.size(); ++a) {
    Event& attack = events[a];
    if (!is_attack(rules, attack) || attack.statement != death.statement) continue;
    if (!death.actor.empty() && !attack.actor.empty() && death.actor != attack.actor) continue;
    if (attack.trigger_token < death.trigger_token) before = &attack;
    else if (!behind) behind = &attack;
  }
  return before ? before : behind;
}

// "killed 3 and wounded 5": one event where no attack is named.
Event* death_before(const Rules& rules, std::vector<Event>& events, size_t first, size_t at) {
  const Event& second = events[at];
  if (at == first) return nullptr;
  Event& earlier = events[at - 1];
  const bool fits = is_death(rules, earlier) && earlier.statement == second.statement;
  return fits && (second.actor.empty() || second.actor == earlier.actor) ? &earlier : nullptr;
}

// "the raid that hit …": the attack's noun before the relative clause of this verb.
Event* antecedent(const Scene& scene, const Rules& rules, std::vector<Event>& events, size_t first, size_t at) {
  const uint32_t verb = events[at].trigger_token;
  if (!scene.is_verb(verb) || at == first) return nullptr;
  Event& earlier = events[at - 1];
  if (!is_attack(rules, earlier) || scene.is_verb(earlier.trigger_token) || earlier.statement != events[at].statement) return nullptr;
  if (verb - earlier.trigger_token > kRelativeReach) return nullptr;
  for (uint32_t t = earlier.trigger_token + 1; t < verb; ++t) {
    if (scene.fn[t] == Fn::who) return t + 1 == verb ? &earlier : nullptr;
    const Mention* m = scene.mention_over(t);
    const bool attribute = scene.is_word(t) && (scene.reading(t).upos == Upos::adj || (m && m->adjective));
    if (!attribute) return nullptr;
  }
  return &earlier;
}

}  // namespace

std::vector<Toll> read_tolls(const Scene& scene, TokenRange sentence) {
  std::vector<Toll> out;
  for (uint32_t t = sentence.begin; t < sentence.end; ++t) {
    if (!scene.is_word(t)) continue;
    const bool dead = scene.word_at(t, "toll-dead"), injured = !dead && scene.word_at(t, "toll-injured");
    if (!dead && !injured) continue;
    const int64_t count = count_near(scene, t, sentence);
    if (count >= 0) out.push_back({t, injured, count, counted(scene, t, sentence)});
  }
  return out;
}

int64_t count_victims(const Scene& scene, const Found& victims) {
  int64_t sum = 0;
  for (const Mention* victim : victims) {
    const int64_t n = count_of(scene, *victim);
    if (n < 0) return -1;
    sum += n;
  }
  return victims.empty() ? -1 : sum;
}

void join_deaths(const Scene& scene, const Rules& rules, std::vector<Event>& events, size_t first) {
  for (size_t d = first; d < events.size();) {
    if (events[d].event != "ASSAULT") {
      ++d;
      continue;
    }
    const bool death = is_death(rules, events[d]);
    Event* one = death ? attack_of(rules, events, first, events[d]) : antecedent(scene, rules, events, first, d);
    if (death && !one) one = death_before(rules, events, first, d);
    if (!one) {
      ++d;
      continue;
    }
    absorb(*one, events[d]);
    events.erase(events.begin() + static_cast<std::ptrdiff_t>(d));
  }
}

void give_tolls(const std::vector<Toll>& tolls, std::vector<Event>& events, size_t first) {
  for (const Toll& toll : tolls) {
    Event* best = nullptr;
    uint32_t best_distance = 0;
    for (size_t e = first; e < events.size(); ++e) {
      if (events[e].event != "ASSAULT") continue;
      const uint32_t at = events[e].trigger_token;
      const uint32_t distance = at > toll.token ? at - toll.token : toll.token - at;
      if (best && distance >= best_distance) continue;
      best = &events[e];
      best_distance = distance;
    }
    if (!best) continue;
    int64_t& slot = toll.injured ? best->injured : best->dead;
    if (slot >= 0) continue;
    slot = toll.count;
    if (toll.victims != kNone) add_parties(best->recipient, {toll.victims}, best->actor);
  }
}

}  // namespace isnad::event
