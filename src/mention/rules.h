// The lexicon rows that the stage `mention` reads, parsed once.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "isnad/document.h"
#include "isnad/lexicon.h"

namespace isnad::mention {

enum class RoleClass : uint8_t { office, people, body };

struct Office {
  std::string sector;
  std::string title;
  std::string of;
  std::string from;  ///< ISO prefix; empty = always
  std::string to;    ///< empty = still held
};

struct NameRow {
  EntityKind kind = EntityKind::organization;
  std::string country;
  std::vector<std::string> sector;
  std::vector<Office> offices;  ///< people only
  bool ambiguous = false;       ///< outlets: an ordinary word, a name only after its kind word or in quotation marks
};

struct RoleRow {
  RoleClass cls = RoleClass::office;
  std::vector<std::string> sector;
  bool outlet = false;   ///< a kind word of outlets (newspaper, agency)
  bool generic = false;  ///< any person at all: no country without being told
  bool takes_of = false;
  bool leads = false;  ///< a leader rather than the holder of a post (ar/ties.tsv, kind title)
  std::string head;    ///< singular form as written in the row
};

struct Rules {
  static Rules from(const Lexicon& lexicon);

  const NameRow* name(Hit hit) const;
  const RoleRow* role(Hit hit) const { return hit.table == Table::roles ? &roles[hit.row] : nullptr; }
  std::string_view word_class(Hit hit) const {
    return hit.table == Table::words ? std::string_view(word_classes[hit.row]) : std::string_view();
  }

  std::vector<NameRow> states, bodies, people, outlets, places;
  std::vector<RoleRow> roles;
  std::vector<std::vector<std::string>> titles;  ///< sectors
  std::vector<std::string> word_classes;
  std::vector<int64_t> numbers;                                ///< value of the word rows of class number; -1 = none
  std::unordered_set<uint64_t> speech;                         ///< lemmas of verbs that mostly report speech
  std::unordered_map<std::string, std::string> country_of_id;  ///< id of a state or body -> its country
  std::unordered_map<std::string, uint32_t> state_of_country;  ///< alpha-3 -> row of states
};

/// Sectors of a person on a day (ISO, may be empty), best first: the office held then, else ELI and what was held before.
std::vector<std::string> sectors_on(const NameRow& person, std::string_view day);

/// Whom a person belongs to on a day: one known for an international post is of his own country outside its years.
std::string country_on(const Rules& rules, const NameRow& person, std::string_view day);

/// Adds what is not there yet, in order.
void add_sectors(std::vector<std::string>& to, const std::vector<std::string>& more);

}  // namespace isnad::mention
