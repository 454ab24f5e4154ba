#include "morph/names.h"

#include "base/match.h"

namespace isnad {

void Names::add_cell(std::string_view cell, NameKind kind, bool each_word) {
  for (const std::string_view name : split_cell(cell)) {
    const std::vector<uint64_t> words = hash_words(name);
    if (words.size() > 1 && !each_word) continue;
    for (const uint64_t word : words) {
      NameKind& known = words_[word];
      if (known < kind) known = kind;
    }
  }
}

Names Names::from(const Lexicon& lexicon) {
  Names out;
  for (uint32_t r = 0; r < lexicon.rows(Table::people); ++r) {
    out.add_cell(lexicon.cell(Table::people, r, "name"), NameKind::person, true);
    out.add_cell(lexicon.cell(Table::people, r, "variants"), NameKind::person, true);
  }
  for (uint32_t r = 0; r < lexicon.rows(Table::words); ++r) {
    if (lexicon.cell(Table::words, r, "class") == "given-name") out.add_cell(lexicon.cell(Table::words, r, "form"), NameKind::person, true);
  }
  for (uint32_t r = 0; r < lexicon.rows(Table::places); ++r) {
    out.add_cell(lexicon.cell(Table::places, r, "name"), NameKind::place, false);
    out.add_cell(lexicon.cell(Table::places, r, "variants"), NameKind::place, false);
  }
  for (uint32_t r = 0; r < lexicon.rows(Table::states); ++r) {
    for (const std::string_view column : {"name", "variants", "capital"})
      out.add_cell(lexicon.cell(Table::states, r, column), NameKind::state, false);
  }
  return out;
}

}  // namespace isnad
