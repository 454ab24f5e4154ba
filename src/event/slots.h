// Fills the actor and recipient of an event from where its row says that they stand.
#pragma once

#include <cstdint>
#include <vector>

#include "clause/clauses.h"
#include "clause/scene.h"
#include "event/rules.h"

namespace isnad::event {

using clause::Clauses;
using clause::Found;
using clause::Frame;
using clause::Hanging;
using clause::Scene;

/// A trigger that fired.
struct Trigger {
  uint32_t row = 0;
  TokenRange tokens;
  uint8_t cut = 0;        ///< units of proclitics and article before the trigger word
  uint32_t with = kNone;  ///< first token of the `with` words that were met
  uint32_t with_end = kNone;
  TokenRange clause;
  TokenRange limits;  ///< sentence, or the content of the statement it stands in
  uint32_t statement = kNone;
};

struct Parties {
  std::vector<uint32_t> actor;
  std::vector<uint32_t> recipient;
  Found recipients;  ///< the mentions of `recipient` that stand in this event's own places
  bool passive = false;
};

/// Whom a pronoun written to a word can mean.
enum class PronounKind : uint8_t { any, he, she, they, speaker };

class SlotFiller {
 public:
  /// `last_subject`: who was last the subject of an event or statement before the trigger; `speaker`: who says what the trigger stands in.
  SlotFiller(const Scene& scene, Clauses& clauses, const EventRow& row, const Trigger& trigger, uint32_t last_subject, uint32_t speaker)
      : scene_(scene), clauses_(clauses), row_(row), trigger_(trigger), last_subject_(last_subject), speaker_(speaker) {}

  Parties fill();

 private:
  Found find(const Slot& slot);
  Found first_of(const std::vector<Slots>& alternatives);
  Found subject();
  Found verb_subject();
  Found object();
  Found genitive(uint32_t from);
  Found agent() const;
  bool has_plain_object(const Found& subject) const;
  Found counted_victims(uint32_t from) const;
  Found preposition(const Slot& slot) const;
  Found noun_actor();
  Found relative_actor() const;
  Found governor_subject(uint32_t noun);
  bool is_own_deed() const;
  bool judges(uint32_t verb) const;
  bool acts_through(const Hanging& hanging) const;
  Found nearest_after(const Found& actor) const;
  PronounKind pronoun_kind(uint32_t token) const;
  bool stands_for(PronounKind kind, const Mention& mention) const;
  Found possessor_of(uint32_t token);
  Found pronoun(uint32_t token) const;
  bool omits_subject(uint32_t verb) const;
  bool takes_object() const;
  bool object_behind(const Mention& first) const;
  bool reports(uint32_t verb) const;
  bool is_party(const Mention& mention) const;
  Found last_mention(uint32_t entity, uint32_t before) const;
  Found with_coordinated(const Mention* first) const { return clauses_.with_coordinated(first, trigger_.limits); }
  bool is_armed(const Mention& mention) const;
  bool share_possessor(Found& actor, Found& recipient);
  bool looks_passive(const Found& subject, const Found& object) const;
  std::vector<uint32_t> entities(const Found& found) const;

  const Scene& scene_;
  Clauses& clauses_;
  const EventRow& row_;
  const Trigger& trigger_;
  uint32_t last_subject_;
  uint32_t speaker_;
  Found subject_;
  bool subject_read_ = false;
  bool acting_ = false;  ///< the actor's places are being read
};

}  // namespace isnad::event
