// Clauses: what stands around a verb (its subject and object) and around a noun (whose it is, which verb it hangs on). Knows no event row.
#pragma once

#include <cstdint>
#include <unordered_map>
#include <vector>

#include "clause/scene.h"

namespace isnad::clause {

/// Mentions of one party, coordinated ones included; they point into Document::mentions.
using Found = std::vector<const Mention*>;

/// What a verb has around it.
struct Frame {
  Found subject;
  bool before = false;                  ///< the subject stands before the verb
  bool inherited = false;               ///< it is the subject of an earlier verb
  bool noun_subject = false;            ///< an ordinary noun is the subject; `subject` then holds whose it is, if anybody's
  bool pronoun = false;                 ///< the subject is a pronoun joined to the word before ("that he …"): `subject` is empty
  bool resumes = false;                 ///< a relative clause whose pronoun is the object: "the raid that X carried out"
  const Mention* antecedent = nullptr;  ///< what a relative clause is said of, where it is a party
  uint32_t rest = 0;                    ///< first token behind the verb and a subject that follows it
};

/// The verb that a noun depends on, and through which preposition.
struct Hanging {
  uint32_t verb = kNone;
  Fn preposition = Fn::none;
  uint16_t clitic = 0;  ///< a one-letter preposition instead
  bool other = false;   ///< another preposition, or one of more words
  uint32_t first = 0;   ///< first token of the noun's phrase
};

class Clauses {
 public:
  explicit Clauses(const Scene& scene) : scene_(scene) {}

  const Frame& frame(uint32_t verb) { return frame(verb, 0); }
  /// The object of a verb: the first party behind it that is not its subject and stands behind no preposition.
  Found object(uint32_t verb, TokenRange clause);
  Hanging hanging(uint32_t noun) const;
  /// Of whom a headline without a verb tells: "X on a visit to Y".
  Found topic(uint32_t noun) const;
  /// Whose the noun at `noun` is: the party in its construct chain or its nationality adjective; null where none is told.
  const Mention* possessor(uint32_t noun, TokenRange limits) const;
  /// "X and Y", "X, Y and Z", from X on.
  Found with_coordinated(const Mention* first, TokenRange limits) const;
  /// Its form shows that it is newly told: counted, or a crowd without the article.
  bool starts_undefined(const Mention& mention) const;
  /// Could the mention be the subject of a verb that stands behind it? By gender and number.
  bool agrees_before(uint32_t verb, const Mention& subject) const;
  bool is_time(uint32_t token, uint32_t* length = nullptr) const;

 private:
  struct Phrase {
    const Mention* party = nullptr;
    bool plain = false;  ///< an ordinary noun; `party` is whose it is
    uint32_t head = kNone;
    uint32_t end = 0;
  };

  const Frame& frame(uint32_t verb, int depth);
  Frame read(uint32_t verb, int depth);
  bool read_relative(uint32_t verb, uint32_t lead, TokenRange limits, Frame& out) const;
  bool read_undefined_relative(uint32_t verb, uint32_t lead, TokenRange limits, Frame& out) const;
  void inherit(uint32_t verb, uint32_t lead, TokenRange limits, int depth, Frame& out);
  void take(const Phrase& phrase, TokenRange limits, Frame& out) const;
  uint32_t lead_of(uint32_t verb, TokenRange limits) const;
  Phrase phrase_after(uint32_t verb, TokenRange limits, bool over_prepositions) const;
  Phrase phrase_before(uint32_t verb, uint32_t lead, TokenRange limits, bool& comma) const;
  Phrase plain_phrase(uint32_t noun, TokenRange limits) const;
  uint32_t relative_pronoun(uint32_t verb, TokenRange limits) const;
  const Mention* first_coordinated(const Mention* last, TokenRange limits) const;
  bool agrees_behind(uint32_t verb, const Mention& subject) const;
  bool may_be_subject(uint32_t verb, uint32_t noun) const;

  const Scene& scene_;
  std::unordered_map<uint32_t, Frame> frames_;
};

}  // namespace isnad::clause
