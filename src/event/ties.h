// Ties: the standing relations between parties that a report states beside its events ("the militia backed by X"), by the rows of
// ar/ties.tsv. Offices, read with the name they stand before, are the business of the stage `mention`.
#pragma once

#include <cstdint>
#include <string>
#include <unordered_map>
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

/// Where an end of a tie stands, relative to the words of its row.
enum class EndKind : uint8_t {
  self,    ///< the party that the words name: "the supporters of …"
  before,  ///< what the words are said of: "the militia allied to …"
  slot,    ///< as in the rows of events
  both,    ///< two parties joined behind a preposition: "the war between X and Y"
};

struct TieEnd {
  EndKind kind = EndKind::slot;
  Slot slot;
};

enum class TieKind : uint8_t { title, participle, noun, verb, present };

struct TieRow {
  std::string type;
  TieKind kind = TieKind::noun;
  std::vector<uint64_t> with;    ///< one of them must stand behind; empty = none needed
  std::vector<TieEnd> from, to;  ///< alternatives in order of preference
};

struct TieRules {
  static TieRules from(const Lexicon& lexicon);
  std::vector<TieRow> rows;
  std::unordered_map<uint64_t, std::vector<uint32_t>> verbs;  ///< lemma -> rows
};

/// Adds the ties of all sentences to `doc`, which is the document of `scene`; each (type, from, to) once.
void read_ties(const Scene& scene, Clauses& clauses, const TieRules& rules, Document& doc);

}  // namespace isnad::event
