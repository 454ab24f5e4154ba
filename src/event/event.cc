// Stage `event`: who did what to whom, whether, when and where.
#include <algorithm>
#include <span>

#include "clause/scene.h"
#include "event/contexts.h"
#include "event/dates.h"
#include "event/deaths.h"
#include "event/means.h"
#include "event/places.h"
#include "event/rules.h"
#include "event/slots.h"
#include "event/status.h"
#include "event/ties.h"
#include "event/triggers.h"
#include "stage.h"

namespace isnad {
namespace {

using clause::Scene;
using event::EventRow;
using event::Trigger;

// A report with this many words of sport is not political.
constexpr int kSportWords = 4;
// Events before the last so many are not told again.
constexpr size_t kMemory = 200;

class ReportReader {
 public:
  ReportReader(const Lexicon& lexicon, const FunctionWords& functions, const event::Rules& rules, const event::TieRules& ties,
               const event::ContextRules& contexts, Document& doc, bool trace)
      : scene_(lexicon, functions, doc), rules_(rules), ties_(ties), contexts_(contexts), doc_(doc), trace_(trace) {}

  void read() {
    if (is_sport()) return;
    for (uint32_t s = 0; s < doc_.sentences.size(); ++s) read_sentence(s);
    event::read_ties(scene_, clauses_, ties_, doc_);
    event::give_contexts(scene_, contexts_, doc_);
  }

 private:
  bool is_sport() const { return scene_.count_words("topic-sport") >= kSportWords; }

  bool mentions_accident(const Sentence& sentence) const {
    for (uint32_t t = sentence.tokens.begin; t < sentence.tokens.end; ++t)
      if (scene_.word_at(t, "topic-accident") || scene_.word_at(t, "topic-weather")) return true;
    return false;
  }

  void read_sentence(uint32_t s) {
    const Sentence& sentence = doc_.sentences[s];
    const std::vector<Trigger> triggers = event::find_triggers(scene_, rules_, sentence);
    const std::vector<event::DateMention> dates = event::read_dates(scene_, sentence.tokens, doc_.report.published);
    const std::vector<event::Toll> tolls = triggers.empty() ? std::vector<event::Toll>{} : event::read_tolls(scene_, sentence.tokens);
    const bool accident = !triggers.empty() && mentions_accident(sentence);
    const size_t first = doc_.events.size();
    uint32_t swallow_until = 0;
    for (const Trigger& trigger : triggers) {
      const EventRow& row = rules_.rows[trigger.row];
      if (accident && row.event == "ASSAULT" && row.mode.empty()) {
        lose(trigger, "accident in the sentence");
        continue;
      }
      if (trigger.tokens.begin < swallow_until) {
        lose(trigger, "content of the event before it");
        continue;
      }
      add(trigger, row, s, dates);
      if (row.swallows) swallow_until = swallowed(trigger);
    }
    event::join_deaths(scene_, rules_, doc_.events, first);
    event::give_tolls(tolls, doc_.events, first);
    for (size_t e = first; e < doc_.events.size(); ++e) join_earlier(e);
    last_dates_ = dates;
  }

  void lose(const Trigger& trigger, std::string why) {
    if (trace_)
      doc_.trace.push_back(
          {"event", doc_.tokens[trigger.tokens.begin].span, {static_cast<uint8_t>(Table::events), trigger.row}, std::move(why)});
  }

  // What is asked, promised, refused or threatened ends with the clause, or with the next verb that "and" joins.
  uint32_t swallowed(const Trigger& trigger) const {
    uint32_t t = trigger.tokens.end;
    for (; t < trigger.limits.end; ++t) {
      if (scene_.fn[t] == Fn::while_ || scene_.fn[t] == Fn::where || scene_.fn[t] == Fn::but) break;
      if (scene_.is_verb(t) && (scene_.reading(t).clitics & clitic::wa) != 0 && scene_.reading(t).tense == Tense::past) break;
      if (doc_.tokens[t].kind == TokenKind::punct && t > trigger.tokens.end + 3) break;
    }
    return t;
  }

  void add(const Trigger& trigger, const EventRow& row, uint32_t s, const std::vector<event::DateMention>& dates) {
    event::Parties parties = event::SlotFiller(scene_, clauses_, row, trigger, subject_before(trigger), speaker_of(trigger)).fill();
    if (known_attack(trigger, parties)) {
      lose(trigger, "an attack known already, as what is condemned");
      return;
    }
    if (static_cast<int>(parties.actor.size() + parties.recipient.size()) < row.parties_needed) {
      lose(trigger, "a noun without parties of its own");
      return;
    }
    if (parties.actor.empty() && parties.recipient.empty() && row.transitive && row.event == "ASSAULT" && !row.deaths) {
      lose(trigger, "a verb whose subject and object are no parties");
      return;
    }
    Event out;
    out.event = row.event;
    out.mode = row.mode;
    out.cameo = row.cameo;
    out.quad = row.quad;
    out.scale = row.scale;
    out.sentence = s;
    out.rule = {static_cast<uint8_t>(Table::events), trigger.row};
    out.trigger_token = trigger.tokens.begin;
    out.trigger = doc_.span_of(trigger.tokens);
    out.trigger.begin = doc_.at[doc_.tokens[trigger.tokens.begin].begin + trigger.cut];
    out.statement = own_statement(trigger) != kNone && trigger.statement == own_statement(trigger) ? kNone : trigger.statement;
    if (row.deaths) (row.injuries ? out.injured : out.dead) = event::count_victims(scene_, parties.recipients);
    out.actor = std::move(parties.actor);
    out.recipient = std::move(parties.recipient);
    if (out.actor.empty() && row.verbal && !parties.passive) default_actor(trigger, out);
    complete_actor(trigger, out);
    complete_both(trigger, out);
    complete_meeting(trigger, out);
    if (!out.actor.empty() && scene_.is_verb(trigger.tokens.begin)) {
      last_subject_ = out.actor.front();
      last_subject_token_ = trigger.tokens.begin;
    }
    out.date = date_near(trigger, dates);
    out.status = event::status_of(scene_, trigger, out.date, doc_.report.published);
    event::read_place(scene_, trigger, out);
    event::refine_means(scene_, trigger, out);
    doc_.events.push_back(std::move(out));
  }

  uint32_t speaker_of(const Trigger& trigger) const {
    return trigger.statement == kNone ? kNone : doc_.statements[trigger.statement].speaker;
  }

  // Who was last the subject: of an event, or of a statement, whichever stands nearer before the trigger.
  uint32_t subject_before(const Trigger& trigger) const {
    uint32_t subject = last_subject_, at = last_subject_token_;
    const auto [first_near, last_near] = scene_.statements_near(doc_.tokens[trigger.tokens.begin].sentence);
    for (uint32_t s = first_near; s < last_near; ++s) {
      const Statement& statement = doc_.statements[s];
      if (statement.speaker == kNone || statement.cue_token >= trigger.tokens.begin || (subject != kNone && statement.cue_token < at))
        continue;
      subject = statement.speaker;
      at = statement.cue_token;
    }
    if (subject == kNone)
      if (const Mention* first = first_subject(trigger)) return first->entity;
    return subject;
  }

  // "both sides agreed": those of the meeting before.
  void complete_both(const Trigger& trigger, Event& out) const {
    if (out.actor.size() > 1 || !speaks_of_both(trigger, out)) return;
    for (size_t e = doc_.events.size(), last = first_remembered(); e-- > last;)
      if (doc_.events[e].event == "CONSULT" && doc_.events[e].actor.size() == 2) {
        out.actor = doc_.events[e].actor;
        return;
      }
  }

  // A meeting has two sides: "to meet X", "talks with X" are held by the subject too.
  void complete_meeting(const Trigger& trigger, Event& out) const {
    if (out.event != "CONSULT" || out.mode == "visit" || out.actor.size() != 1) return;
    const uint32_t t = trigger.tokens.begin;
    if (scene_.is_verb(t)) return;
    const bool purpose = (scene_.reading(t).clitics & clitic::la) != 0;
    if (!purpose && !stands_behind(trigger, out.actor.front(), Fn::with)) return;
    const Mention* first = first_subject(trigger);
    const uint32_t subject = first ? first->entity : subject_before(trigger);
    if (subject != kNone && subject != out.actor.front()) out.actor.insert(out.actor.begin(), subject);
  }

  // The actor, or what should be one, is a dual: "the two ministers", "both sides".
  bool speaks_of_both(const Trigger& trigger, const Event& out) const {
    if (out.actor.empty()) {
      const uint32_t next = trigger.tokens.end;
      return next < trigger.limits.end && scene_.word_at(next, "pronoun-noun") && scene_.reading(next).number == Number::dual;
    }
    for (const Mention& mention : mentions_in(trigger.limits)) {
      if (mention.entity == out.actor.front() && scene_.reading(mention.head).number == Number::dual) return true;
    }
    return false;
  }

  std::span<const Mention> mentions_in(TokenRange range) const {
    const auto begin =
        std::partition_point(doc_.mentions.begin(), doc_.mentions.end(), [&](const Mention& m) { return m.tokens.begin < range.begin; });
    const auto end = std::partition_point(begin, doc_.mentions.end(), [&](const Mention& m) { return m.tokens.begin < range.end; });
    return {begin, end};
  }

  bool stands_behind(const Trigger& trigger, uint32_t entity, Fn preposition) const {
    for (const Mention& mention : mentions_in(trigger.limits)) {
      const uint32_t at = mention.tokens.begin;
      if (mention.entity == entity && at > trigger.tokens.begin && scene_.fn[at - 1] == preposition) return true;
    }
    return false;
  }

  // Who opens the sentence as the subject of an earlier verb.
  const Mention* first_subject(const Trigger& trigger) const {
    bool verb = false;
    const Mention* subject = nullptr;
    for (uint32_t t = trigger.limits.begin; t < trigger.tokens.begin; ++t) {
      verb = verb || scene_.is_verb(t);
      const Mention* m = scene_.mention_at(t);
      if (!m || subject || m->adjective || scene_.governed(*m) || m->tokens.end > trigger.tokens.begin) continue;
      subject = m;
    }
    return verb ? subject : nullptr;
  }

  // "condemned the attack": a definite noun without parties of its own, in the object of a condemnation, is no event of its own.
  bool known_attack(const Trigger& trigger, const event::Parties& parties) const {
    const uint32_t t = trigger.tokens.begin;
    if (scene_.is_verb(t) || (scene_.reading(t).clitics & clitic::article) == 0 || !parties.actor.empty() || !parties.recipient.empty())
      return false;
    if (doc_.events.empty() || doc_.events.back().sentence != doc_.tokens[t].sentence) return false;
    const Event& before = doc_.events.back();
    return before.event == "ACCUSE" && before.mode == "disapprove" && trigger.clause.contains(before.trigger_token);
  }

  // "claimed responsibility for the attack".
  bool claimed(const Trigger& trigger) const {
    const uint32_t begin = doc_.sentences[doc_.tokens[trigger.tokens.begin].sentence].tokens.begin;
    for (uint32_t t = trigger.tokens.begin; t-- > begin && t + 5 > trigger.tokens.begin;)
      if (scene_.word_at(t, "claim")) return true;
    return false;
  }

  // What an accusation says was done, the accused did; a protest is the protesters'.
  void complete_actor(const Trigger& trigger, Event& out) const {
    if (!out.actor.empty()) return;
    if (trigger.statement != kNone)
      for (size_t e = doc_.events.size(), last = first_remembered(); e-- > last;)
        if (const Event& accusation = doc_.events[e]; accusation.event == "ACCUSE" &&
                                                      accusation.trigger_token == doc_.statements[trigger.statement].cue_token &&
                                                      out.event != "ACCUSE") {
          for (uint32_t accused : accusation.recipient)
            if (std::find(out.recipient.begin(), out.recipient.end(), accused) == out.recipient.end()) out.actor.push_back(accused);
          return;
        }
    if (out.event == "ASSAULT" && claimed(trigger)) {
      const uint32_t claimant = speaker_of(trigger) != kNone ? speaker_of(trigger) : subject_before(trigger);
      if (claimant != kNone && std::find(out.recipient.begin(), out.recipient.end(), claimant) == out.recipient.end())
        out.actor = {claimant};
      return;
    }
    if (out.event != "PROTEST") return;
    for (uint32_t e = 0; e < std::min<size_t>(doc_.entities.size(), kMemory); ++e) {
      const Entity& entity = doc_.entities[e];
      if (entity.kind != EntityKind::group || entity.sector.empty() || entity.sector.front() != "CVL") continue;
      if (std::find(out.recipient.begin(), out.recipient.end(), e) != out.recipient.end()) continue;
      out.actor = {e};
      return;
    }
  }

  size_t first_remembered() const { return doc_.events.size() > kMemory ? doc_.events.size() - kMemory : 0; }

  // The statement whose cue is the trigger itself.
  uint32_t own_statement(const Trigger& trigger) const {
    const auto [first, last] = scene_.statements_near(doc_.tokens[trigger.tokens.begin].sentence);
    for (uint32_t s = first; s < last; ++s)
      if (doc_.statements[s].cue_token == trigger.tokens.begin) return s;
    return kNone;
  }

  // A speech act without a party of its own is the speaker's.
  void default_actor(const Trigger& trigger, Event& out) const {
    uint32_t s = own_statement(trigger);
    if (s == kNone) s = trigger.statement;
    if (s == kNone || doc_.statements[s].speaker == kNone) return;
    const uint32_t speaker = doc_.statements[s].speaker;
    if (doc_.entities[speaker].kind == EntityKind::outlet) return;  // it tells, others act
    if (std::find(out.recipient.begin(), out.recipient.end(), speaker) == out.recipient.end()) out.actor = {speaker};
  }

  // The nearest date that stands with the event, not with the saying of it; else the only one of the sentence before.
  std::string date_near(const Trigger& trigger, const std::vector<event::DateMention>& dates) const {
    const event::DateMention* best = nullptr;
    uint32_t best_distance = 0;
    for (const event::DateMention& date : dates) {
      if (trigger.statement != kNone && !trigger.limits.contains(date.tokens.begin)) continue;
      const uint32_t at = date.tokens.begin, t = trigger.tokens.begin;
      const uint32_t distance = at > t ? at - t : t - at;
      if (best && distance >= best_distance) continue;
      best = &date;
      best_distance = distance;
    }
    if (!best) return dates.empty() && last_dates_.size() == 1 ? last_dates_.front().iso : std::string();
    return !best->coming.empty() && is_coming(trigger) ? best->coming : best->iso;
  }

  // "will meet", "is to meet": with the particle of the future, or before a verb that has it.
  bool is_coming(const Trigger& trigger) const {
    for (uint32_t t = trigger.tokens.begin + 1; t-- > trigger.clause.begin;)
      if (scene_.is_verb(t))
        return (scene_.reading(t).clitics & clitic::sa) != 0 || (t > trigger.clause.begin && scene_.fn[t - 1] == Fn::will);
    return false;
  }

  // What a definite noun ("the attack") leaves untold, the last event of its type has told.
  void fill_from_earlier(Event& out, size_t at) const {
    const bool takes_recipient = !rules_.rows[out.rule.row].recipient.empty();
    for (size_t e = at, last = first_remembered(); e-- > last;) {
      const Event& earlier = doc_.events[e];
      if (earlier.event != out.event || (earlier.actor.empty() && earlier.recipient.empty())) continue;
      if (!takes_recipient && out.actor.empty() && earlier.actor.size() < 2) {
        // "the fighting": both sides of the attack told before.
        if (out.event != "ASSAULT" || earlier.actor.empty() || earlier.recipient.empty()) continue;
        out.actor = earlier.actor;
        out.actor.insert(out.actor.end(), earlier.recipient.begin(), earlier.recipient.end());
        out.same_as = earlier.same_as == kNone ? static_cast<uint32_t>(e) : earlier.same_as;
        return;
      }
      if (!out.actor.empty() && !earlier.actor.empty() && out.actor != earlier.actor) return;
      if (!out.recipient.empty() && !earlier.recipient.empty() && out.recipient != earlier.recipient) return;
      for (uint32_t party : out.actor.empty() ? earlier.actor : std::vector<uint32_t>{})
        if (std::find(out.recipient.begin(), out.recipient.end(), party) == out.recipient.end()) out.actor.push_back(party);
      for (uint32_t party : out.recipient.empty() && takes_recipient ? earlier.recipient : std::vector<uint32_t>{})
        if (std::find(out.actor.begin(), out.actor.end(), party) == out.actor.end()) out.recipient.push_back(party);
      if (out.mode.empty()) out.mode = earlier.mode;
      out.same_as = earlier.same_as == kNone ? static_cast<uint32_t>(e) : earlier.same_as;
      return;
    }
  }

  // The same parties do the same again.
  void join_earlier(size_t at) {
    Event& out = doc_.events[at];
    const uint32_t t = out.trigger_token;
    // "the attacks" are others than the one told before; "the clashes", "the talks" may be one.
    const bool one = scene_.reading(t).number != Number::plur || rules_.rows[out.rule.row].recipient.empty();
    const bool definite_noun = one && !scene_.is_verb(t) && (scene_.reading(t).clitics & clitic::article) != 0;
    // "the killing was carried out": a passive tells only what it tells itself.
    const bool passive = t > 0 && scene_.word_at(t - 1, "passive-light");
    if (passive) return;
    if (definite_noun && (out.actor.empty() || out.recipient.empty())) {
      fill_from_earlier(out, at);
      return;
    }
    for (uint32_t e = static_cast<uint32_t>(at), last = static_cast<uint32_t>(first_remembered()); e-- > last;) {
      const Event& earlier = doc_.events[e];
      if (earlier.event != out.event || earlier.sentence == out.sentence) continue;
      const bool same_parties = !out.actor.empty() && earlier.actor == out.actor && earlier.recipient == out.recipient;
      if (!same_parties) continue;
      if (out.mode.empty()) out.mode = earlier.mode;
      out.same_as = earlier.same_as == kNone ? e : earlier.same_as;
      return;
    }
  }

  Scene scene_;
  clause::Clauses clauses_{scene_};
  const event::Rules& rules_;
  const event::TieRules& ties_;
  const event::ContextRules& contexts_;
  Document& doc_;
  bool trace_;
  uint32_t last_subject_ = kNone;
  uint32_t last_subject_token_ = 0;
  std::vector<event::DateMention> last_dates_;
};

class EventStage final : public Stage {
 public:
  EventStage(const Lexicon& lexicon, event::Rules rules, bool trace)
      : lexicon_(lexicon),
        functions_(FunctionWords::from(lexicon)),
        rules_(std::move(rules)),
        ties_(event::TieRules::from(lexicon)),
        contexts_(event::ContextRules::from(lexicon)),
        trace_(trace) {}

  void run(Document& doc) const override { ReportReader(lexicon_, functions_, rules_, ties_, contexts_, doc, trace_).read(); }

  std::string verify(const Document& doc) const override {
    for (const Event& e : doc.events) {
      if (e.trigger.empty() || e.trigger.end > doc.report.text.size()) return "event without words";
      if (e.sentence >= doc.sentences.size()) return "event in no sentence";
      if (e.statement != kNone && e.statement >= doc.statements.size()) return "event in no statement";
      for (uint32_t party : e.actor)
        if (party >= doc.entities.size()) return "actor is no entity";
      for (uint32_t party : e.recipient)
        if (party >= doc.entities.size()) return "recipient is no entity";
    }
    return {};
  }

 private:
  Lexicon lexicon_;
  FunctionWords functions_;
  event::Rules rules_;
  event::TieRules ties_;
  event::ContextRules contexts_;
  bool trace_;
};

}  // namespace

Result<std::unique_ptr<Stage>> make_event_stage(const Lexicon& lexicon, const EngineOptions& options) {
  Result<event::Rules> rules = event::Rules::from(lexicon);
  if (!rules) return tl::unexpected<Error>(rules.error());
  return std::make_unique<EventStage>(lexicon, std::move(*rules), options.trace);
}

}  // namespace isnad
