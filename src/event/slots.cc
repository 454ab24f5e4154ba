#include "event/slots.h"

#include <algorithm>

namespace isnad::event {
namespace {

constexpr uint32_t kReach = 9;  // tokens between a preposition's party and the trigger
constexpr uint32_t kGap = 4;    // words of a noun phrase between a preposition and the party in it

}  // namespace

// A town is where things happen, not who acts.
bool SlotFiller::is_party(const Mention& m) const { return m.row.table != static_cast<uint8_t>(Table::places); }

std::vector<uint32_t> SlotFiller::entities(const Found& found) const {
  std::vector<uint32_t> out;
  for (const Mention* m : found)
    if (is_party(*m) && std::find(out.begin(), out.end(), m->entity) == out.end()) out.push_back(m->entity);
  return out;
}

// Nothing behind the verb can be its subject, and an act is told on from the one before it.
bool SlotFiller::omits_subject(uint32_t verb) const {
  const uint32_t next = verb + 1;
  if (next < trigger_.limits.end && (scene_.doc.tokens[next].kind == TokenKind::number || scene_.word_at(next, "number"))) return false;
  return row_.quad != 4 || (scene_.reading(verb).clitics & (clitic::wa | clitic::fa)) != 0 || scene_.reading(verb).suf > 0 ||
         scene_.reading(verb).number == Number::plur;
}

bool SlotFiller::takes_object() const {
  return std::any_of(row_.recipient.begin(), row_.recipient.end(), [](const Slots& slots) {
    return std::any_of(slots.begin(), slots.end(), [](const Slot& s) { return s.kind == SlotKind::object; });
  });
}

// A second party right behind the first, that could be the object.
bool SlotFiller::object_behind(const Mention& first) const {
  const uint32_t next = first.tokens.end;
  const Mention* m = next < trigger_.clause.end ? scene_.mention_at(next) : nullptr;
  return m && !m->adjective && scene_.clitics_before(*m) == 0;
}

// Whom the pronoun at the end of a word could stand for.
PronounKind SlotFiller::pronoun_kind(uint32_t token) const {
  const std::u16string_view key = scene_.doc.key_of(scene_.doc.tokens[token]);
  const char16_t last = key.back(), before = key.size() > 1 ? key[key.size() - 2] : u'\0';
  if (last == u'\u0647') return PronounKind::he;
  if (last == u'\u0645' || last == u'\u0646') return PronounKind::they;
  if (last == u'\u0627' && before == u'\u0647') return PronounKind::she;
  if (last == u'\u0627' && before == u'\u0645') return PronounKind::they;
  return last == u'\u0627' || last == u'\u064A' ? PronounKind::speaker : PronounKind::any;
}

bool SlotFiller::stands_for(PronounKind kind, const Mention& m) const {
  const Entity& entity = scene_.doc.entities[m.entity];
  const bool word = scene_.is_word(m.head);
  const Gender gender = word && !scene_.reading(m.head).guess ? scene_.reading(m.head).gender : Gender::none;
  const bool people =
      entity.kind == EntityKind::group || (word && scene_.reading(m.head).number == Number::plur && entity.kind == EntityKind::person);
  switch (kind) {
    case PronounKind::they: return people || !word;
    case PronounKind::he: return !people && (entity.kind == EntityKind::state || gender != Gender::fem);
    case PronounKind::she:
      return entity.kind == EntityKind::state || gender != Gender::masc || (people && entity.kind == EntityKind::organization);
    default: return true;
  }
}

// The one whom the pronoun means: the subject of its clause, who was told of last, else the last party that agrees.
Found SlotFiller::possessor_of(uint32_t token) {
  const PronounKind kind = pronoun_kind(token);
  if (kind == PronounKind::speaker && speaker_ != kNone) return last_mention(speaker_, token);
  const Hanging hanging = clauses_.hanging(token);
  if (hanging.verb != kNone) {
    const Frame& frame = clauses_.frame(hanging.verb);
    if (!frame.subject.empty() && !frame.noun_subject && frame.subject.front()->tokens.end <= token &&
        stands_for(kind, *frame.subject.front()))
      return frame.subject;
  }
  if (last_subject_ != kNone) {
    const Found last = last_mention(last_subject_, token);
    if (!last.empty() && stands_for(kind, *last.front())) return last;
  }
  return pronoun(token);
}

Found SlotFiller::pronoun(uint32_t token) const {
  // The last party before it that agrees and is not the subject of the same clause.
  const PronounKind kind = pronoun_kind(token);
  const std::vector<Mention>& mentions = scene_.doc.mentions;
  const auto here = std::partition_point(mentions.begin(), mentions.end(), [&](const Mention& m) { return m.tokens.begin < token; });
  for (size_t m = static_cast<size_t>(here - mentions.begin()); m-- > 0;) {
    const Mention& mention = mentions[m];
    if (scene_.doc.tokens[mention.tokens.begin].sentence + 1 < scene_.doc.tokens[token].sentence) break;
    if (mention.tokens.end > token || mention.adjective || !stands_for(kind, mention) || !is_party(mention)) continue;
    if (!subject_.empty() && mention.entity == subject_.front()->entity) continue;
    return {&mention};
  }
  return {};
}

Found SlotFiller::subject() {
  if (subject_read_) return subject_;
  subject_read_ = true;
  return subject_ = row_.kind == TriggerKind::verb ? verb_subject() : noun_actor();
}

Found SlotFiller::verb_subject() {
  const uint32_t verb = trigger_.tokens.begin;
  const Reading& reading = scene_.reading(verb);
  if (reading.person == 1 && speaker_ != kNone) return last_mention(speaker_, kNone);
  const Frame& frame = clauses_.frame(verb);
  if (frame.pronoun) {
    // "said that he will go": he who says so; else he who was told of last.
    const uint32_t meant = speaker_ != kNone ? speaker_ : last_subject_;
    const Found found = meant == kNone ? Found{} : last_mention(meant, verb);
    return !found.empty() && clauses_.agrees_before(verb, *found.front()) ? found : Found{};
  }
  const bool joined = (reading.clitics & (clitic::wa | clitic::fa)) != 0;
  // An act told on of the same subject: what follows is its object.
  const bool opens_sentence = verb == scene_.doc.sentences[scene_.doc.tokens[verb].sentence].tokens.begin;
  if (!frame.subject.empty() && !frame.before && joined && !opens_sentence && takes_object() && last_subject_ != kNone &&
      last_subject_ != frame.subject.front()->entity && !object_behind(*frame.subject.back()))
    return last_mention(last_subject_, verb);
  if (!frame.subject.empty() || frame.noun_subject) return frame.subject;
  // "X must do", "it is needed that X does": who is to do it stands behind the verb of "that".
  if (trigger_.with != kNone && scene_.fn[trigger_.with] == Fn::that && trigger_.with + 1 < trigger_.limits.end &&
      scene_.is_verb(trigger_.with + 1))
    return clauses_.frame(trigger_.with + 1).subject;
  if (reading.person != 3 || last_subject_ == kNone || !omits_subject(verb)) return {};
  const Found last = last_mention(last_subject_, verb);
  return last.empty() || clauses_.agrees_before(verb, *last.front()) ? last : Found{};
}

Found SlotFiller::last_mention(uint32_t entity, uint32_t before) const {
  const std::vector<uint32_t>& mentions = scene_.doc.entities[entity].mentions;
  if (mentions.empty()) return {};
  const auto behind =
      std::partition_point(mentions.begin(), mentions.end(), [&](uint32_t m) { return scene_.doc.mentions[m].tokens.end <= before; });
  return {&scene_.doc.mentions[behind == mentions.begin() ? mentions.front() : *(behind - 1)]};
}

Found SlotFiller::object() {
  const uint32_t verb = trigger_.tokens.begin;
  const Frame& frame = clauses_.frame(verb);
  if (row_.kind == TriggerKind::verb && scene_.reading(verb).suf > 0) {
    if (frame.resumes) return frame.antecedent ? with_coordinated(frame.antecedent) : Found{};
    subject();
    return pronoun(verb);
  }
  const Found acting = subject();
  // Told on of an earlier subject, what follows the verb is its object.
  if (!frame.before && !frame.noun_subject && !frame.subject.empty() && (acting.empty() || acting.front() != frame.subject.front()))
    return frame.subject;
  return clauses_.object(verb, trigger_.clause);
}

Found SlotFiller::genitive(uint32_t from) {
  if (from > 0 && scene_.reading(from - 1).suf > 0 && scene_.is_word(from - 1)) {
    return possessor_of(from - 1);
  }
  for (uint32_t t = from; t < trigger_.clause.end && t < from + 3; ++t) {
    if (scene_.doc.tokens[t].kind == TokenKind::quote_open) continue;
    if (const Mention* m = scene_.mention_at(t)) {
      const bool joined_noun = t > from && (scene_.reading(t - 1).clitics & clitic::wa) != 0 && scene_.reading(t - 1).upos == Upos::noun;
      const bool possessor = t == from || m->adjective || joined_noun || scene_.doc.tokens[t - 1].kind == TokenKind::quote_open;
      if (!possessor || (row_.quad == 4 && m->capital) || (scene_.clitics_before(*m) & (clitic::ba | clitic::la | clitic::wa)) != 0)
        return {};
      return m->adjective ? Found{m} : with_coordinated(m);
    }
    if (scene_.doc.tokens[t].kind != TokenKind::word) return {};
    const Upos upos = scene_.reading(t).upos;
    if (upos != Upos::adj && upos != Upos::noun && upos != Upos::det) return {};
  }
  return {};
}

// "at the hands of X", "by X".
Found SlotFiller::agent() const {
  for (uint32_t t = trigger_.tokens.end; t < trigger_.clause.end; ++t) {
    uint32_t length = 0;
    if (!scene_.word_at(t, "agent-phrase", nullptr, &length)) continue;
    for (uint32_t at = t + length; at < trigger_.clause.end && at < t + length + 2; ++at)
      if (const Mention* m = scene_.mention_at(at)) return with_coordinated(m);
  }
  return {};
}

// An ordinary noun behind the subject: the verb is active, and that is its object.
bool SlotFiller::has_plain_object(const Found& subject) const {
  const uint32_t from = std::max(subject.back()->tokens.end, trigger_.tokens.end);
  for (uint32_t t = from; t < trigger_.clause.end && t < from + 3; ++t) {
    if (!scene_.is_word(t)) return false;
    if (clauses_.is_time(t) || scene_.reading(t).upos == Upos::adv) continue;
    const Reading& r = scene_.reading(t);
    return r.upos == Upos::noun && (r.clitics & (clitic::ba | clitic::la | clitic::ka | clitic::wa)) == 0 && scene_.fn[t] == Fn::none &&
           !scene_.mention_over(t);
  }
  return false;
}

// "killing at least 30 soldiers": the count stands some words behind.
Found SlotFiller::counted_victims(uint32_t from) const {
  for (uint32_t t = from; t < trigger_.clause.end && t < from + kReach; ++t) {
    const Mention* m = scene_.mention_at(t);
    if (m && scene_.doc.tokens[t].kind == TokenKind::number) return with_coordinated(m);
    const bool counted = t > from && (scene_.fn[t - 1] == Fn::number_of || scene_.doc.tokens[t - 1].kind == TokenKind::number ||
                                      scene_.word_at(t - 1, "number"));
    if (counted && scene_.fn[t] == Fn::from && t + 1 < trigger_.clause.end)
      if (const Mention* crowd = scene_.mention_at(t + 1)) return with_coordinated(crowd);
    if (scene_.doc.tokens[t].kind == TokenKind::punct) break;
  }
  return {};
}

Found SlotFiller::preposition(const Slot& slot) const {
  for (uint32_t t = trigger_.tokens.end; t < trigger_.clause.end; ++t) {
    if (slot.clitic != 0) {
      const Mention* m = scene_.mention_at(t);
      // Behind the "in" of a place nobody takes part.
      if (m && (scene_.clitics_before(*m) & slot.clitic) != 0 && !(slot.clitic == clitic::ba && m->place_like)) return with_coordinated(m);
      continue;
    }
    uint32_t u = t;
    bool fits = true;
    for (uint64_t word : slot.words) {
      fits = fits && u < trigger_.clause.end && scene_.has_word(u, word);
      ++u;
    }
    if (!fits || slot.words.empty()) continue;
    for (uint32_t at = u; at < trigger_.clause.end && at <= u + kGap; ++at) {
      if (const Mention* m = scene_.mention_at(at)) {
        if (m->adjective && at + 1 < trigger_.clause.end && scene_.mention_at(at + 1) == nullptr && at > u) return {m};
        if (acting_ && m->place_like && scene_.fn[t] == Fn::in) break;  // "in X" is where, not who
        // An act of force takes place in a town; it is not done to its state.
        if (row_.quad == 4 && m->capital) break;
        if (!m->adjective) return with_coordinated(m);
      }
      if (scene_.is_verb(at) || (at > u && is_preposition(scene_.fn[at]))) break;
    }
  }
  return {};
}

// A verb that reports: its subject tells of the act and does not do it. "Went on" with an act for its object does not report.
bool SlotFiller::reports(uint32_t verb) const {
  if (scene_.word_at(verb, "aspect")) return false;
  for (const Hit& hit : scene_.lexicon.by_lemma(scene_.reading(verb).lemma))
    if (hit.table == Table::cues) return true;
  return false;
}

// What one announces, one does oneself.
bool SlotFiller::is_own_deed() const {
  return row_.quad == 2 || row_.event == "MOBILIZE" || row_.event == "AGREE" || row_.event == "CONCEDE" || row_.event == "SANCTION";
}

// A verb of praise, blame or demand: what it is about, others do.
bool SlotFiller::judges(uint32_t verb) const {
  for (const Hit& hit : scene_.lexicon.by_lemma(scene_.reading(verb).lemma)) {
    if (hit.table != Table::events) continue;
    const int quad = quad_of(scene_.lexicon.cell(Table::events, hit.row, "event"));
    if (quad == 1 || quad == 3) return true;
  }
  return false;
}

// "raids that X carried out".
Found SlotFiller::relative_actor() const {
  for (uint32_t t = trigger_.tokens.end; t < trigger_.limits.end && t < trigger_.tokens.end + 8; ++t) {
    if (!scene_.is_verb(t)) continue;
    if (scene_.reading(t).suf == 0) return {};
    const Frame& frame = clauses_.frame(t);
    return frame.before ? Found{} : frame.subject;
  }
  return {};
}

// Does the verb's subject do what the noun that hangs on it says: "hurried to open fire", "opened fire", "said during a visit"?
bool SlotFiller::acts_through(const Hanging& hanging) const {
  if (hanging.verb == kNone || hanging.other || scene_.reading(hanging.verb).passive) return false;
  const bool meets = row_.event == "CONSULT";
  const bool purpose = hanging.clitic == clitic::la && (row_.event == "REQUEST" || row_.event == "PROTEST");
  if (purpose) return true;
  if (meets && (hanging.preposition == Fn::during || hanging.preposition == Fn::in || hanging.clitic == clitic::la)) return true;
  if (reports(hanging.verb))
    return is_own_deed() && (hanging.preposition == Fn::none || hanging.preposition == Fn::about) && hanging.clitic == 0;
  if (hanging.clitic != 0) return hanging.clitic == clitic::ba && is_own_deed() && !judges(hanging.verb);
  return hanging.preposition == Fn::none || hanging.preposition == Fn::to;
}

Found SlotFiller::governor_subject(uint32_t noun) {
  const Hanging hanging = clauses_.hanging(noun);
  if (hanging.verb == kNone && row_.event == "CONSULT" && (hanging.preposition == Fn::in || hanging.clitic == clitic::la))
    return clauses_.topic(hanging.first);
  // "confirmed his resignation", "announced the sending of troops": what is said opens with the speaker's own deed.
  if (hanging.verb == kNone && hanging.first == trigger_.limits.begin && trigger_.statement != kNone && speaker_ != kNone) {
    const Found self = last_mention(speaker_, noun);
    // A force that announces an arrest or a raid has carried it out.
    if (is_own_deed() || (row_.quad == 4 && !row_.deaths && !self.empty() && is_armed(*self.front()))) return self;
  }
  if (!acts_through(hanging)) return {};
  const Frame& frame = clauses_.frame(hanging.verb);
  // A subject behind the noun would be the noun itself.
  if (!frame.subject.empty() && frame.subject.front()->tokens.begin > noun) return {};
  if (frame.noun_subject && !frame.before && frame.rest > hanging.first) return {};
  return frame.subject;
}

// A noun in the object of another verb, or with a relative clause of its own: that verb's subject does it.
Found SlotFiller::noun_actor() {
  Found found = relative_actor();
  return found.empty() ? governor_subject(trigger_.tokens.begin) : found;
}

Found SlotFiller::find(const Slot& slot) {
  switch (slot.kind) {
    case SlotKind::subject: return subject();
    case SlotKind::object: return row_.kind == TriggerKind::noun ? genitive(trigger_.tokens.end) : object();
    case SlotKind::genitive: {
      Found found = genitive(trigger_.tokens.end);
      const bool toll = scene_.word_at(trigger_.tokens.begin, "toll-dead") || scene_.word_at(trigger_.tokens.begin, "toll-injured");
      if (found.empty() && row_.event == "ASSAULT" && toll) found = counted_victims(trigger_.tokens.end);
      return found;
    }
    case SlotKind::with_genitive: return trigger_.with_end == kNone ? Found{} : genitive(trigger_.with_end);
    case SlotKind::preposition: return preposition(slot);
    default: return {};
  }
}

// The first alternative that is there whole ("subj+with": both), else the first of which something is.
Found SlotFiller::first_of(const std::vector<Slots>& alternatives) {
  Found part;
  for (const Slots& slots : alternatives) {
    Found all;
    bool whole = true;
    for (const Slot& slot : slots) {
      const Found found = find(slot);
      whole = whole && !found.empty();
      all.insert(all.end(), found.begin(), found.end());
    }
    if (whole && !all.empty()) return all;
    if (part.empty()) part = std::move(all);
  }
  return part;
}

// "killed five soldiers in …": written without vowels a passive looks active; a lone undefined crowd behind the verb suffers it.
bool SlotFiller::looks_passive(const Found& subject_found, const Found& object_found) const {
  if (row_.kind != TriggerKind::verb) return false;
  const uint32_t verb = trigger_.tokens.begin;
  if (!subject_found.empty() && object_found.empty() && !scene_.reading(verb).passive && has_plain_object(subject_found)) return false;
  // "killed" and "wounded" without an object: the subject suffered it.
  const bool arrests = row_.mode == "arrest" || row_.mode == "abduct" || row_.mode == "convict";
  if (object_found.empty() && (arrests || scene_.word_at(verb, "toll-dead") || scene_.word_at(verb, "toll-injured"))) return true;
  if (!subject_found.empty() && subject_found.front()->tokens.begin < trigger_.tokens.begin &&
      !scene_.reading(trigger_.tokens.begin).passive)
    return false;
  if (scene_.reading(trigger_.tokens.begin).passive) return true;
  if (row_.quad != 4 && row_.event != "RETREAT") return false;
  if (subject_found.empty() || !object_found.empty()) return false;
  return subject_found.front()->tokens.begin > trigger_.tokens.begin && clauses_.starts_undefined(*subject_found.front());
}

// Where the row's own places hold nobody: the next party in the clause that does not act.
Found SlotFiller::nearest_after(const Found& actor) const {
  for (uint32_t t = trigger_.tokens.end; t < trigger_.clause.end && t < trigger_.tokens.end + kReach; ++t) {
    if (scene_.is_verb(t) || scene_.fn[t] == Fn::who) break;
    const Mention* m = scene_.mention_at(t);
    if (m && m->place_like && (scene_.fn[t - 1] == Fn::in || (scene_.clitics_before(*m) & clitic::ba) != 0)) continue;
    if (!m || m->adjective || !is_party(*m) || scene_.doc.entities[m->entity].kind == EntityKind::outlet) continue;
    if (std::any_of(actor.begin(), actor.end(), [&](const Mention* a) { return a->entity == m->entity; })) {
      t = m->tokens.end - 1;
      continue;
    }
    return with_coordinated(m);
  }
  return {};
}

bool SlotFiller::is_armed(const Mention& m) const {
  const Entity& entity = scene_.doc.entities[m.entity];
  if (entity.kind != EntityKind::organization) return false;
  return std::any_of(entity.sector.begin(), entity.sector.end(),
                     [](const std::string& s) { return s == "MIL" || s == "REB" || s == "PRM" || s == "COP" || s == "UAF"; });
}

// "the killing of X": the noun's possessor may do it or suffer it. It does it where somebody else suffers; it suffers it where somebody
// else does, or where it is not a force.
bool SlotFiller::share_possessor(Found& actor, Found& recipient) {
  const auto has = [](const std::vector<Slots>& list) {
    return std::any_of(list.begin(), list.end(),
                       [](const Slots& slots) { return slots.size() == 1 && slots.front().kind == SlotKind::genitive; });
  };
  if (row_.kind != TriggerKind::noun || (row_.quad != 4 && row_.mode != "investigate" && row_.event != "AID") || !has(row_.actor) ||
      !has(row_.recipient))
    return false;
  const Found whose = genitive(trigger_.tokens.end);
  if (whose.empty() || whose.front()->adjective) return false;
  const auto others = [&](const std::vector<Slots>& list) {
    for (const Slots& slots : list)
      if (slots.front().kind != SlotKind::genitive)
        if (Found found = find(slots.front()); !found.empty()) return found;
    return Found{};
  };
  acting_ = true;
  Found doer = others(row_.actor);
  acting_ = false;
  Found sufferer = others(row_.recipient);
  if (sufferer.empty() && object_behind(*whose.back())) sufferer = with_coordinated(scene_.mention_at(whose.back()->tokens.end));
  if (doer.empty() && sufferer.empty()) doer = noun_actor();
  if (!doer.empty() && doer.front()->entity == whose.front()->entity) doer.clear();
  // "accused of attacking X": behind "of" it suffers.
  const bool charged = (scene_.reading(trigger_.tokens.begin).clitics & clitic::ba) != 0;
  const bool does = !sufferer.empty() || (doer.empty() && !charged && is_armed(*whose.front()));
  actor = does ? whose : doer;
  recipient = does ? sufferer : whose;
  return true;
}

Parties SlotFiller::fill() {
  Parties out;
  if (row_.kind == TriggerKind::verb && takes_object()) {
    const Found subject_found = subject();
    if (looks_passive(subject_found, object())) {
      out.passive = true;
      out.recipient = entities(subject_found);
      out.recipients = subject_found;
      out.actor = entities(agent());
      return out;
    }
  }
  Found actor, recipient;
  if (share_possessor(actor, recipient)) {
    out.actor = entities(actor);
    out.recipients = recipient;
    out.recipient = entities(recipient);
    return out;
  }
  acting_ = true;
  actor = first_of(row_.actor);
  acting_ = false;
  const bool own_act = std::any_of(row_.actor.begin(), row_.actor.end(), [](const Slots& slots) {
    return slots.front().kind == SlotKind::genitive || slots.front().kind == SlotKind::subject;
  });
  if (actor.empty()) actor = agent();
  if (actor.empty() && row_.kind != TriggerKind::verb && own_act) actor = noun_actor();
  recipient = first_of(row_.recipient);
  // "the call of X on Y": behind the possessor of a verbal noun stands its object.
  if (recipient.empty() && row_.kind == TriggerKind::noun && !row_.recipient.empty() && !actor.empty() && object_behind(*actor.back()) &&
      actor.back()->tokens.begin >= trigger_.tokens.end)
    recipient = with_coordinated(scene_.mention_at(actor.back()->tokens.end));
  // "bombed positions of X": what is hit belongs to the one who suffers.
  const bool hits_things = row_.event == "ASSAULT" && (takes_object() || row_.kind == TriggerKind::noun) && !row_.recipient.empty();
  if (recipient.empty() && hits_things) recipient = preposition({SlotKind::preposition, clitic::la, {}});
  if (recipient.empty() && !row_.recipient.empty() && row_.addresses) recipient = nearest_after(actor);
  out.actor = entities(actor);
  out.recipients = recipient;
  for (uint32_t e : entities(recipient))
    if (std::find(out.actor.begin(), out.actor.end(), e) == out.actor.end()) out.recipient.push_back(e);
  return out;
}

}  // namespace isnad::event
