// Where the ends of a tie stand around the words of its row.
#pragma once

#include <cstdint>

#include "clause/clauses.h"
#include "clause/scene.h"
#include "event/ties.h"

namespace isnad::event {

using clause::Clauses;
using clause::Found;
using clause::Frame;
using clause::Hanging;
using clause::Scene;

/// Gender and number of a word that agrees with a party, or of a pronoun that means it.
struct Agreement {
  Gender gender = Gender::none;
  bool plural = false;
};

/// The words of one row as they stand in a report.
class TieWords {
 public:
  TieWords(const Scene& scene, Clauses& clauses, const TieRow& row, TokenRange words);

  /// "does not back", "not subject to", "may back": no tie.
  bool denied() const;
  /// Does what the row needs (`with`) stand behind?
  bool has_with() const;
  /// "controls the town", "the town that X controls": a place that is not named.
  bool place_told() const;
  /// The parties at an end, coordinated ones included; empty = none.
  Found find(const TieEnd& end);

 private:
  static Found one(const Mention* m);
  uint32_t verb() const;
  Found subject();
  Found object();
  const Mention* inner_body(const Mention* m) const;
  /// The outermost mention that ends with `outer` and fits: "the spokesman of the militia" holds "the militia".
  template <class Fits>
  const Mention* inner(const Mention* outer, const Fits& fits) const {
    if (!outer) return nullptr;
    for (const Mention* m = outer; m != doc_.mentions.data() + doc_.mentions.size() && m->tokens.begin < outer->tokens.end; ++m)
      if (m->tokens.end == outer->tokens.end && !m->adjective && fits(*m)) return m;
    return nullptr;
  }
  Found between() const;
  Found owner();
  uint32_t rest();
  bool has_pronoun() const;
  const Mention* possessor() const;
  Found preposition(const Slot& slot);
  bool carries(uint32_t t, uint16_t wanted) const;
  bool reads_all(uint32_t t, const std::vector<uint64_t>& words) const;
  bool is_pronoun(uint32_t t) const;
  Found behind(uint32_t t, const Slot& slot);
  Found joined_states(const Mention* m) const;
  Found resumed(uint32_t t);
  const Mention* joined_before(const Mention& m) const;
  Found resumed(uint32_t t, uint32_t before);
  const Mention* own() const;
  const Mention* host() const;
  bool in_construct() const;
  const Mention* nearest_before() const;
  bool is_pause(uint32_t t) const;
  Agreement own_agreement() const;
  bool fits_noun(Agreement agreement, uint32_t t) const;
  bool agrees(Agreement agreement, const Mention& m) const;

  const Scene& scene_;
  Clauses& clauses_;
  const Document& doc_;
  const TieRow& row_;
  TokenRange at_, limits_;
  bool participle_;
};

/// An organization or a group.
bool is_body(const Document& doc, const Mention& mention);

}  // namespace isnad::event
