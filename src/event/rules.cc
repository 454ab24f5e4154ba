#include "event/rules.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <utility>

#include "base/match.h"

namespace isnad::event {
namespace {

// PLOVER manual, "quad categories".
constexpr std::array<std::pair<std::string_view, int>, 16> kQuad = {{{"AGREE", 1},
                                                                     {"CONSULT", 1},
                                                                     {"SUPPORT", 1},
                                                                     {"CONCEDE", 1},
                                                                     {"COOPERATE", 2},
                                                                     {"AID", 2},
                                                                     {"RETREAT", 2},
                                                                     {"REQUEST", 3},
                                                                     {"ACCUSE", 3},
                                                                     {"REJECT", 3},
                                                                     {"THREATEN", 3},
                                                                     {"PROTEST", 4},
                                                                     {"SANCTION", 4},
                                                                     {"MOBILIZE", 4},
                                                                     {"COERCE", 4},
                                                                     {"ASSAULT", 4}}};

// The bit of a one-letter preposition; 0 = a whole word.
uint16_t clitic_of(std::u16string_view key) {
  if (key.size() != 1) return 0;
  return key[0] == u'\u0644' ? clitic::la : key[0] == u'\u0628' ? clitic::ba : clitic::ka;
}

}  // namespace

Slot slot_of(std::string_view name) {
  Slot slot;
  if (name == "subj") slot.kind = SlotKind::subject;
  else if (name == "obj") slot.kind = SlotKind::object;
  else if (name == "obj2") slot.kind = SlotKind::object2;
  else if (name == "gen") slot.kind = SlotKind::genitive;
  else if (name == "withgen") slot.kind = SlotKind::with_genitive;
  else if (name != "-" && !name.empty()) {
    slot.kind = SlotKind::preposition;
    slot.clitic = clitic_of(fold_key(name));
    if (slot.clitic == 0) slot.words = hash_words(name);
  }
  return slot;
}

namespace {

std::vector<Slots> slots_of(std::string_view cell) {
  std::vector<Slots> out;
  for (std::string_view alternative : split_cell(cell)) {
    Slots slots;
    for (std::string_view part : split_cell(alternative, '+')) {
      Slot slot = slot_of(part);
      if (slot.kind != SlotKind::nobody) slots.push_back(std::move(slot));
    }
    if (!slots.empty()) out.push_back(std::move(slots));
  }
  return out;
}

void read_with(std::string_view cell, EventRow& row) {
  for (std::string_view alternative : split_cell(cell)) {
    if (alternative == "@party") {
      row.needs_party = true;
      continue;
    }
    std::vector<WithWord> sequence;
    WithWord next;
    for (std::string_view part : split_cell(alternative, '+'))
      for (std::string_view word : split_cell(part, ' ')) {
        const std::u16string key = fold_key(word);
        next.clitic |= clitic_of(key);
        if (clitic_of(key) != 0) continue;
        next.hash = hash_key(key);
        sequence.push_back(next);
        next = {};
      }
    if (next.clitic != 0) sequence.push_back(next);
    if (!sequence.empty()) row.with.push_back(std::move(sequence));
  }
}

bool is_of_class(const Lexicon& lexicon, uint64_t word, std::string_view cls) {
  for (const Hit& hit : lexicon.hits(lexicon.step(lexicon.begin(), word)))
    if (hit.table == Table::words && lexicon.cell(Table::words, hit.row, "class") == cls) return true;
  return false;
}

bool is_toll(const Lexicon& lexicon, uint64_t word) {
  return is_of_class(lexicon, word, "toll-dead") || is_of_class(lexicon, word, "toll-injured");
}

// Fills `deaths` and `injuries`: a trigger tells of dead or injured, or all the words that it needs do.
void read_tolls_told(const Lexicon& lexicon, std::string_view triggers, EventRow& row) {
  std::vector<uint64_t> words;
  for (std::string_view trigger : split_cell(triggers))
    if (const std::vector<uint64_t> hashes = hash_words(trigger); hashes.size() == 1) words.push_back(hashes.front());
  const bool told = std::any_of(words.begin(), words.end(), [&](uint64_t word) { return is_toll(lexicon, word); });
  if (!told) {
    words.clear();
    for (const std::vector<WithWord>& needed : row.with)
      for (const WithWord& word : needed)
        if (word.hash != 0) words.push_back(word.hash);
  }
  row.deaths = told || (!words.empty() && std::all_of(words.begin(), words.end(), [&](uint64_t word) { return is_toll(lexicon, word); }));
  row.injuries =
      row.deaths && std::none_of(words.begin(), words.end(), [&](uint64_t word) { return is_of_class(lexicon, word, "toll-dead"); });
}

double scale_of(const Lexicon& lexicon, const EventRow& row) {
  double general = 0;
  for (uint32_t r = 0; r < lexicon.rows(Table::modes); ++r) {
    if (lexicon.cell(Table::modes, r, "event") != row.event) continue;
    const double scale = std::strtod(std::string(lexicon.cell(Table::modes, r, "scale")).c_str(), nullptr);
    const std::string_view mode = lexicon.cell(Table::modes, r, "mode");
    if (mode == row.mode) return scale;
    if (mode.empty()) general = scale;
  }
  return general;
}

}  // namespace

int quad_of(std::string_view event) {
  for (const auto& [name, quad] : kQuad)
    if (name == event) return quad;
  return 0;
}

Result<Rules> Rules::from(const Lexicon& lexicon) {
  Rules rules;
  for (uint32_t r = 0; r < lexicon.rows(Table::events); ++r) {
    EventRow row;
    row.event = lexicon.cell(Table::events, r, "event");
    row.mode = lexicon.cell(Table::events, r, "mode");
    row.cameo = lexicon.cell(Table::events, r, "cameo");
    row.quad = quad_of(row.event);
    if (row.quad == 0)
      return fail(ErrorCode::lexicon, "unknown event type \"" + row.event + "\"",
                  lexicon.row_place({static_cast<uint8_t>(Table::events), r}));
    row.scale = scale_of(lexicon, row);
    const std::string_view kind = lexicon.cell(Table::events, r, "kind");
    row.kind = kind == "noun" ? TriggerKind::noun : kind == "participle" ? TriggerKind::participle : TriggerKind::verb;
    read_with(lexicon.cell(Table::events, r, "with"), row);
    for (std::string_view alternative : split_cell(lexicon.cell(Table::events, r, "not"))) {
      std::vector<uint64_t>& words = row.forbidden.emplace_back();
      for (std::string_view word : split_cell(alternative, '+'))
        for (uint64_t hash : hash_words(word)) words.push_back(hash);
    }
    row.actor = slots_of(lexicon.cell(Table::events, r, "actor"));
    row.recipient = slots_of(lexicon.cell(Table::events, r, "recipient"));
    row.verbal = row.quad == 3 || row.event == "SUPPORT" || row.event == "AGREE" || row.event == "CONCEDE";
    row.addresses = row.event == "ACCUSE" || row.event == "SUPPORT" || row.event == "AID" || row.event == "AGREE" ||
                    row.event == "SANCTION" || row.event == "THREATEN" || row.event == "COERCE";
    if (row.kind != TriggerKind::verb && (row.quad <= 2 || row.event == "REJECT" || row.event == "THREATEN" || row.event == "MOBILIZE") &&
        row.event != "CONSULT")
      row.parties_needed = row.event == "COOPERATE" ? 2 : 1;
    if (row.event == "ASSAULT") read_tolls_told(lexicon, lexicon.cell(Table::events, r, "trigger"), row);
    const auto is_slot = [](const std::vector<Slots>& list, SlotKind kind) {
      return !list.empty() && list.front().size() == 1 && list.front().front().kind == kind;
    };
    row.transitive = row.kind == TriggerKind::verb && is_slot(row.actor, SlotKind::subject) && is_slot(row.recipient, SlotKind::object);
    row.swallows = row.event == "REQUEST" || row.event == "AGREE" || row.event == "REJECT" || row.event == "THREATEN";
    rules.rows.push_back(std::move(row));
  }
  return rules;
}

}  // namespace isnad::event
