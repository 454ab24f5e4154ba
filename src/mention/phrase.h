// Noun phrases that name a party: names, roles with their complements, titles with names, counted people.
#pragma once

#include <string>
#include <vector>

#include "base/function_words.h"
#include "base/match.h"
#include "isnad/document.h"
#include "isnad/lexicon.h"
#include "mention/rules.h"

namespace isnad::mention {

/// A phrase that names a party, before it is joined to an entity.
struct Draft {
  TokenRange tokens;
  Peel first;  ///< proclitics cut from the first token
  uint32_t head = 0;
  EntityKind kind = EntityKind::group;
  std::string country;  ///< empty = not told by the phrase
  std::vector<std::string> sector;
  RowId row;               ///< state, body, person, outlet or place
  RowId role;              ///< role noun
  RowId of;                ///< row of the complement
  TokenRange name;         ///< tokens of a personal name
  uint32_t inner = kNone;  ///< index of the draft of the complement, where it is one of its own
  bool definite = false;
  bool plural = false;
  bool former = false;
  bool supposed = false;  ///< the country is the one in view, not told
  bool closed = false;    ///< an adjective stands behind the head: no construct follows
  bool place_like = false;
  bool capital = false;
  bool adjective = false;
  int64_t count = -1;    ///< how many, where a number stands before; -1 = not told, -2 = "dozens", "some"
  bool others = false;   ///< "12 others": of the same kind as those counted before
  bool generic = false;  ///< any person at all: country only where told
};

/// Reads the phrases of a sentence, left to right; `drafts` receives them in text order, complements before the phrase that holds them.
class PhraseReader {
 public:
  PhraseReader(const Rules& rules, const Document& doc, const Matches& matches, const std::vector<Fn>& functions,
               std::vector<Draft>& drafts)
      : rules_(rules), doc_(doc), matches_(matches), functions_(functions), drafts_(drafts) {}

  void read_sentence(TokenRange sentence);

 private:
  uint32_t read_at(uint32_t at, int depth);
  bool read_role(uint32_t at, const Match& match, int depth, Draft& out);
  bool stands_as_outlet(const Match& match) const;
  bool is_of_another(const Match& match, const NameRow& row) const;
  bool names_body(const Draft& draft, const RoleRow& role, uint32_t at) const;
  bool is_circumstance(uint32_t at) const;
  bool agrees(const Draft& draft, uint32_t at, bool article) const;
  bool read_title(uint32_t at, const Match& match, Draft& out);
  bool read_named(const Match& match, Draft& out);
  bool read_unknown_person(uint32_t at, Draft& out);
  void read_modifiers(Draft& draft, const RoleRow& role, int depth);
  bool may_complement(const Draft& draft, const RoleRow& role, const Match& match, bool bridge) const;
  bool belongs(Draft& draft, const RoleRow& role, const Draft& inner, Fn bridge) const;
  void take_sectors(Draft& draft, const RoleRow& role, const Draft& inner) const;
  bool read_complement(Draft& draft, const RoleRow& role, int depth);
  void read_attached_name(Draft& draft, int depth);
  void read_apposition(Draft& draft, int depth);
  bool read_unknown_speaker(uint32_t at, Draft& out);
  uint32_t read_number(uint32_t at, int depth);
  uint32_t read_count(uint32_t at);
  bool read_bare_count(uint32_t at, Draft& out) const;
  bool read_own_country(uint32_t at, Draft& out) const;
  bool is_count(uint32_t at) const;
  int64_t count_at(uint32_t at) const;
  void extend_count(Draft& draft);
  TokenRange personal_name(uint32_t at) const;
  const Match* best_match(uint32_t at) const;
  const Match* find(uint32_t at, Table table) const;
  const Match* adjective_at(uint32_t at) const;
  bool word_is(uint32_t at, std::string_view cls) const;
  bool plausible(const Match& match) const;
  bool qualifies_noun(uint32_t at, const Match& match) const;
  bool ends_absolute(const Draft& draft) const;
  void absorb(Draft& draft, const Draft& complement);

  const Rules& rules_;
  const Document& doc_;
  const Matches& matches_;
  const std::vector<Fn>& functions_;
  std::vector<Draft>& drafts_;
  TokenRange sentence_;
};

}  // namespace isnad::mention
