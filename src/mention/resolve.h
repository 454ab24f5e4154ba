// Joins the phrases of a report to entities: one entity per party, whatever forms it takes.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "isnad/document.h"
#include "mention/phrase.h"
#include "mention/rules.h"

namespace isnad::mention {

class Resolver {
 public:
  Resolver(const Rules& rules, Document& doc, const std::vector<Fn>& functions) : rules_(rules), doc_(doc), functions_(functions) {}

  /// Fills doc.mentions and doc.entities from `drafts` (in text order), and the ties that the phrases themselves state.
  void resolve(std::vector<Draft>& drafts, std::string_view outlet_country);

 private:
  struct Party {
    std::vector<std::u16string> name;  ///< folded words of the personal name, article cut
    RowId role, of;
    int64_t count = -1;
    bool plural = false;
    bool country_told = false;
    bool adjective_name = false;  ///< known by its adjective only so far
  };

  std::string place_in_sentence(size_t d, const std::vector<Draft>& drafts) const;
  void choose_country(const std::vector<Draft>& drafts, std::string_view outlet_country);
  void complete_others(size_t d, std::vector<Draft>& drafts) const;
  void complete(size_t d, std::vector<Draft>& drafts) const;
  uint32_t find(const Draft& draft) const;
  uint32_t find_person(const std::vector<std::u16string>& name) const;
  uint32_t find_role(const Draft& draft) const;
  uint32_t find_anaphor(const Draft& draft) const;
  void join(uint32_t entity, const Draft& draft);
  uint32_t create(const Draft& draft);
  void add_mention(uint32_t entity, const Draft& draft);
  void add_tie(const Draft& draft, uint32_t entity, uint32_t inner);
  std::vector<std::u16string> name_words(TokenRange range, uint8_t cut) const;

  const Rules& rules_;
  Document& doc_;
  const std::vector<Fn>& functions_;
  /// Parties before this one are too far back to be meant.
  size_t first_known() const { return parties_.size() > kLookBack ? parties_.size() - kLookBack : 0; }

  static constexpr size_t kLookBack = 400;
  std::unordered_map<uint64_t, uint32_t> entity_of_row_;
  std::unordered_set<uint64_t> offices_;  ///< person and body of the office ties made
  std::vector<Party> parties_;            ///< beside doc_.entities
  std::string main_country_;
};

}  // namespace isnad::mention
