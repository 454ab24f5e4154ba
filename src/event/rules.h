// The rows of ar/events.tsv, parsed once.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "isnad/document.h"
#include "isnad/lexicon.h"

namespace isnad::event {

/// Where a party stands relative to the trigger.
enum class SlotKind : uint8_t { subject, object, object2, genitive, with_genitive, preposition, nobody };

struct Slot {
  SlotKind kind = SlotKind::nobody;
  uint16_t clitic = 0;          ///< a one-letter preposition: bit of namespace clitic
  std::vector<uint64_t> words;  ///< a preposition of one or more words
};

/// A slot by its name in a cell: "subj", "gen", a preposition …
Slot slot_of(std::string_view name);

/// A word of `with`: its hash (0 = any word), and the one-letter preposition that it must carry (0 = none).
struct WithWord {
  uint64_t hash = 0;
  uint16_t clitic = 0;
};

/// One alternative of a cell: all of its slots together ("subj+with").
using Slots = std::vector<Slot>;

enum class TriggerKind : uint8_t { verb, noun, participle };

struct EventRow {
  std::string event;
  std::string mode;
  std::string cameo;
  int quad = 0;
  double scale = 0;
  TriggerKind kind = TriggerKind::verb;
  std::vector<std::vector<WithWord>> with;       ///< alternatives, each a sequence of adjacent words; empty = nothing needed
  bool needs_party = false;                      ///< its object or recipient must be a party
  std::vector<std::vector<uint64_t>> forbidden;  ///< alternatives; all words of one in the clause forbid the row
  std::vector<Slots> actor, recipient;           ///< alternatives in order of preference
  bool verbal = false;                           ///< a speech act: who says it is the actor where nobody else is
  bool addresses = false;                        ///< has somebody in view: without a party in its own slots the next one named is meant
  int parties_needed = 0;                        ///< a noun of this type without so many parties of its own is talk, not an event
  bool transitive = false;                       ///< a verb with its actor for subject and its recipient for object
  bool deaths = false;                           ///< tells of dead or injured, not of how they came to be so
  bool injuries = false;                         ///< of injured only
  bool swallows = false;                         ///< what it asks, promises, refuses or threatens is not an event of its own
};

struct Rules {
  static Result<Rules> from(const Lexicon& lexicon);
  std::vector<EventRow> rows;
};

/// PLOVER quad class of an event type: 1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict; 0 = no such
/// type.
int quad_of(std::string_view event);

}  // namespace isnad::event
