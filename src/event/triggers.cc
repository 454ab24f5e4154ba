#include "event/triggers.h"

#include <algorithm>
#include <tuple>

namespace isnad::event {
namespace {

constexpr uint32_t kWithReach = 9;
constexpr uint32_t kWithBefore = 4;
constexpr size_t kShortestAccusative = 4;
constexpr char16_t kAlef = u'\u0627';

bool fits(const Scene& scene, uint32_t t, const WithWord& word) {
  if (word.clitic != 0 && (!scene.is_word(t) || (scene.reading(t).clitics & word.clitic) == 0)) return false;
  return word.hash == 0 || scene.has_word(t, word.hash);
}

// Up to the end of the clause, and the "that" which opens the next: "must that …".
uint32_t with_end(const Scene& scene, const Trigger& trigger) {
  const uint32_t end = trigger.clause.end;
  return end < trigger.limits.end && scene.fn[end] == Fn::that ? end + 1 : end;
}

bool meets_at(const Scene& scene, const EventRow& row, Trigger& trigger, uint32_t t) {
  for (const std::vector<WithWord>& words : row.with) {
    uint32_t u = t;
    bool all = true;
    for (size_t w = 0; w < words.size() && all; ++w, ++u)
      all = u < with_end(scene, trigger) && !trigger.tokens.contains(u) && fits(scene, u, words[w]);
    if (!all) continue;
    trigger.with = t;
    trigger.with_end = u;
    return true;
  }
  return false;
}

// The `with` words behind the trigger, else before it, or none needed. Sets with/with_end.
bool meets_with(const Scene& scene, const EventRow& row, Trigger& trigger) {
  if (row.with.empty()) return true;
  const uint32_t end = std::min(with_end(scene, trigger), trigger.tokens.end + kWithReach);
  for (uint32_t t = trigger.tokens.end; t < end; ++t)
    if (meets_at(scene, row, trigger, t)) return true;
  for (uint32_t t = trigger.tokens.begin; t-- > trigger.clause.begin && t + kWithBefore >= trigger.tokens.begin;)
    if (meets_at(scene, row, trigger, t)) return true;
  return false;
}

bool stands_in(const Scene& scene, const Trigger& trigger, uint64_t word) {
  for (uint32_t t = trigger.clause.begin; t < trigger.clause.end; ++t)
    if (!trigger.tokens.contains(t) && scene.reads(t, word)) return true;
  return false;
}

bool forbidden(const Scene& scene, const EventRow& row, const Trigger& trigger) {
  return std::any_of(row.forbidden.begin(), row.forbidden.end(), [&](const std::vector<uint64_t>& words) {
    return std::all_of(words.begin(), words.end(), [&](uint64_t word) { return stands_in(scene, trigger, word); });
  });
}

bool has_party(const Scene& scene, const Trigger& trigger) {
  for (uint32_t t = trigger.tokens.end; t < trigger.clause.end; ++t)
    if (const Mention* m = scene.mention_at(t); m && !m->place_like && !m->adjective) return true;
  return false;
}

class Finder {
 public:
  Finder(const Scene& scene, const Rules& rules, const Sentence& sentence) : scene_(scene), rules_(rules), sentence_(sentence) {}

  std::vector<Trigger> find() {
    for (uint32_t t = sentence_.tokens.begin; t < sentence_.tokens.end; ++t) {
      if (!scene_.is_word(t) || consumed(t)) continue;
      found_ = false;
      if (scene_.is_verb(t)) verb(t);
      else noun(t);
      if (!found_) continue;
      if (!rules_.rows[best_.row].deaths)
        std::erase_if(out_, [&](const Trigger& earlier) {
          return best_.with <= earlier.tokens.begin && earlier.tokens.begin < best_.with_end && best_.with != kNone;
        });
      const uint32_t end = best_.tokens.end;
      out_.push_back(best_);
      t = end - 1;
    }
    return std::move(out_);
  }

 private:
  bool consumed(uint32_t t) const {
    for (const Trigger& trigger : out_)
      if (trigger.with != kNone && !rules_.rows[trigger.row].deaths && trigger.with <= t && t < trigger.with_end) return true;
    return false;
  }

  void consider(Trigger trigger) {
    const EventRow& row = rules_.rows[trigger.row];
    if (!meets_with(scene_, row, trigger) || forbidden(scene_, row, trigger)) return;
    if (row.needs_party && !has_party(scene_, trigger)) return;
    const auto key = [&](const Trigger& x) {
      const EventRow& r = rules_.rows[x.row];
      return std::tuple(x.tokens.size(), !r.with.empty(), -int(x.cut), r.needs_party, -int64_t(x.row));
    };
    if (found_ && key(trigger) <= key(best_)) return;
    found_ = true;
    best_ = trigger;
  }

  Trigger base(uint32_t t) const {
    Trigger trigger;
    trigger.tokens = {t, t + 1};
    trigger.statement = scene_.statement_of(t);
    trigger.limits = scene_.limits(t);
    trigger.clause = scene_.clause(t, trigger.limits);
    return trigger;
  }

  void verb(uint32_t t) {
    const Reading& reading = scene_.reading(t);
    const std::span<const Hit> hits = scene_.lexicon.by_lemma(reading.lemma);
    if (hits.empty()) return;
    Trigger trigger = base(t);
    trigger.cut = reading.pre;
    for (const Hit& hit : hits) {
      if (hit.table != Table::events) continue;
      trigger.row = hit.row;
      consider(trigger);
    }
  }

  // A noun under a name is part of the name.
  void noun(uint32_t t) {
    const Mention* over = scene_.mention_over(t);
    if (over && over->row.table != static_cast<uint8_t>(Table::roles) && over->head != t) return;
    if (over && over->row.table == static_cast<uint8_t>(Table::bodies)) return;
    // "relief workers", "oil companies": the noun that closes a phrase of a party tells what they are, not what happens.
    const bool closes =
        over && over->head != t && !over->adjective && t + 1 == over->tokens.end && (scene_.reading(t).clitics & clitic::article) != 0;
    const Upos upos = scene_.reading(t).upos;
    if (upos == Upos::adp || upos == Upos::part || upos == Upos::pron || upos == Upos::adv) return;
    bool any = false;
    Trigger trigger;
    const auto take = [&](const Hit& hit, uint32_t end, uint8_t cut) {
      if (hit.table != Table::events || (closes && rules_.rows[hit.row].kind == TriggerKind::noun)) return;
      if (!any) trigger = base(t);
      any = true;
      Trigger one = trigger;
      one.row = hit.row;
      one.tokens.end = end;
      one.cut = cut;
      consider(one);
    };
    for (const Match& m : scene_.matches.at(t)) take(m.hit, m.tokens.end, m.first.units);
    // With a possessive pronoun behind it the word is found by its stem.
    const Token& token = scene_.doc.tokens[t];
    for (uint16_t r = 0; r < token.readings; ++r) {
      const Reading& reading = scene_.doc.readings[token.first_reading + r];
      if (reading.suf == 0 || reading.upos == Upos::verb) continue;
      for (const Hit& hit : scene_.lexicon.hits(scene_.lexicon.step(scene_.lexicon.begin(), reading.stem))) take(hit, t + 1, reading.pre);
    }
    // And without the alef of the indefinite accusative: the participle of circumstance, the object.
    const std::u16string_view key = scene_.doc.key_of(token);
    if (any || key.size() < kShortestAccusative || key.back() != kAlef) return;
    for (const Peel& p : peel(key.substr(0, key.size() - 1)))
      for (const Hit& hit : scene_.lexicon.hits(scene_.lexicon.step(scene_.lexicon.begin(), p.hash)))
        if (!p.article) take(hit, t + 1, p.units);
  }

  const Scene& scene_;
  const Rules& rules_;
  const Sentence& sentence_;
  std::vector<Trigger> out_;
  Trigger best_;
  bool found_ = false;
};

}  // namespace

std::vector<Trigger> find_triggers(const Scene& scene, const Rules& rules, const Sentence& sentence) {
  return Finder(scene, rules, sentence).find();
}

}  // namespace isnad::event
