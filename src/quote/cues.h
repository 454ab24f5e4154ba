// The rows of ar/cues.tsv, and where they stand in a report.
#pragma once

#include <string>
#include <unordered_map>
#include <vector>

#include "base/function_words.h"
#include "base/match.h"
#include "isnad/document.h"
#include "isnad/lexicon.h"

namespace isnad::quote {

enum class CueKind : uint8_t { verb, participle, noun, preposition, relay };

struct CueRow {
  CueKind kind = CueKind::verb;
  int strength = 2;
  bool that = false;                ///< content behind "that"
  bool direct = false;              ///< only before a colon or quotation marks
  bool bare = false;                ///< a noun phrase may follow at once
  bool joined_preposition = false;  ///< content behind the preposition that is written on to its noun
  std::vector<Fn> prepositions;     ///< content behind one of these
};

struct Cue {
  uint32_t row = 0;
  TokenRange tokens;
  uint8_t cut = 0;      ///< units of proclitics before the cue word
  bool joined = false;  ///< a conjunction stands before it
};

class Cues {
 public:
  static Cues from(const Lexicon& lexicon, const FunctionWords& functions);
  /// All cues of a sentence, in order; of several at one token the longest, then the strongest.
  std::vector<Cue> find(const Document& doc, TokenRange sentence) const;
  const CueRow& row(uint32_t r) const { return rows_[r]; }

 private:
  struct Form {
    uint32_t row;
    std::vector<uint64_t> rest;  ///< words behind the first
  };
  void add_form(std::string_view form, uint32_t row);
  bool verb_cue(const Document& doc, uint32_t at, Cue& out) const;
  bool form_cue(const Document& doc, uint32_t at, uint32_t end, Cue& out) const;

  std::vector<CueRow> rows_;
  std::unordered_map<uint64_t, std::vector<Form>> forms_;
  Lexicon lexicon_;
  explicit Cues(Lexicon lexicon) : lexicon_(std::move(lexicon)) {}
};

}  // namespace isnad::quote
