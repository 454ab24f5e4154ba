// Reads the statements of a report: for each cue its content, speaker and relays.
#pragma once

#include <vector>

#include "base/function_words.h"
#include "clause/clauses.h"
#include "clause/scene.h"
#include "isnad/document.h"
#include "quote/cues.h"

namespace isnad::quote {

class Reader {
 public:
  Reader(const Lexicon& lexicon, const Cues& cues, const FunctionWords& functions, Document& doc);
  void read();

 private:
  /// Where the content of a cue starts, and how it was found.
  struct Opening {
    uint32_t content = kNone;  ///< first token of what is said
    uint32_t marker = kNone;   ///< the token that opens it: "that", colon, quotation mark, preposition; or `content` itself
    bool quoted = false;
  };

  void read_sentence(const Sentence& sentence);
  void read_headline_colon(const Sentence& sentence);
  void read_verb(const Sentence& sentence, const Cue& cue, size_t next);
  void read_preposition(const Sentence& sentence, const Cue& cue);
  Opening open(const Sentence& sentence, const Cue& cue) const;
  Opening open_bare(const Sentence& sentence, const Cue& cue) const;
  bool read_behind_quote(const Sentence& sentence, const Cue& cue);
  bool short_quote(uint32_t open, uint32_t end) const;
  uint32_t closing(uint32_t open) const;
  uint32_t content_end(const Sentence& sentence, const Opening& opening, size_t next) const;
  uint32_t subject_after(uint32_t from, uint32_t to) const;
  uint32_t subject_before(const Sentence& sentence, uint32_t at) const;
  bool agrees(uint32_t verb, uint32_t entity) const;
  uint32_t last_speaker(const Sentence& sentence, uint32_t verb) const;
  uint32_t sentence_subject(const Sentence& sentence, uint32_t before);
  uint32_t speaker_of(const Sentence& sentence, const Cue& cue, uint32_t limit);
  void name_speaker(const Sentence& sentence, const Cue& cue, uint32_t limit, Statement& statement);
  bool adds_relay(const Sentence& sentence, const Cue& cue);
  void keep_relays(const Sentence& sentence, const Cue& cue, Statement& statement);
  bool is_source(uint32_t token) const;
  void add_relays(Statement& statement, uint32_t from, uint32_t to) const;
  void add(Statement statement, uint32_t first, uint32_t last);
  void nest();
  uint32_t owner(const Cue& cue, uint32_t limit) const;
  bool is_impersonal(const Cue& cue) const;
  bool is_background(const Cue& cue) const;
  bool is_colon(uint32_t token) const;

  const Cues& cues_;
  Document& doc_;
  clause::Scene scene_;
  clause::Clauses clauses_{scene_};
  const std::vector<Fn>& functions_;
  std::vector<Cue> found_;   ///< cues of the sentence at hand
  uint32_t skip_until_ = 0;  ///< cues before this token lie between another cue and its content
};

}  // namespace isnad::quote
