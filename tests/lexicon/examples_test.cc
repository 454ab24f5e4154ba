// Every row fires on its own example: an event row makes an event, a cue a statement, a role a mention, each naming the row.
// known_failures.txt lists the rows that do not yet. It only shrinks: a row that fails and is not listed fails the test, and so does a
// listed row that fires. The list as it would be now is written beside the test program: known_failures.txt in the working directory.
#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <functional>
#include <set>
#include <sstream>

#include "support.h"

namespace isnad::test {
namespace {

std::set<std::string> known_failures() {
  std::set<std::string> rows;
  std::istringstream in(read_file(kSource / "tests/lexicon/known_failures.txt"));
  for (std::string line; std::getline(in, line);)
    if (!line.empty() && line[0] != '#') rows.insert(line.substr(0, line.find(' ')));
  return rows;
}

RowId row_id(Table table, uint32_t row) { return {static_cast<uint8_t>(table), row}; }

// What was read instead, for the message.
std::string rules_of(const Document& doc) {
  std::string text;
  for (const Event& e : doc.events) text += " " + lexicon().row_name(e.rule);
  for (const Statement& s : doc.statements) text += " " + lexicon().row_name(s.rule);
  for (const Tie& t : doc.ties) text += " " + lexicon().row_name(t.rule);
  for (const Mention& m : doc.mentions) text += " " + lexicon().row_name(m.row);
  return text;
}

void check_examples(Table table, const std::function<bool(const Document&, RowId)>& fires) {
  const std::set<std::string> known = known_failures();
  std::ofstream now("known_failures." + std::string(table_name(table)) + ".txt");
  size_t failures = 0;
  for (uint32_t r = 0; r < lexicon().rows(table); ++r) {
    const RowId id = row_id(table, r);
    const std::string name = lexicon().row_name(id);
    Report report;
    report.published = "2018-08-09";
    report.text = lexicon().cell(table, r, "example");
    const Document doc = engine().read(report);
    EXPECT_EQ(broken(doc), "") << lexicon().row_place(id) << " " << report.text;
    const bool fired = fires(doc, id);
    if (!fired) now << name << "\n";
    failures += fired ? 0 : 1;
    if (!fired && !known.contains(name))
      ADD_FAILURE() << lexicon().row_place(id) << ": " << name << " does not fire on its example\n  " << report.text
                    << "\n  fired:" << rules_of(doc);
    if (fired && known.contains(name))
      ADD_FAILURE() << lexicon().row_place(id) << ": " << name << " fires now: take it out of tests/lexicon/known_failures.txt";
  }
  testing::Test::RecordProperty(std::string(table_name(table)) + "_failures", std::to_string(failures));
}

TEST(Examples, every_event_row_fires) {
  check_examples(Table::events, [](const Document& doc, RowId id) {
    for (const Event& e : doc.events)
      if (e.rule == id) return true;
    return false;
  });
}

TEST(Examples, every_cue_fires) {
  check_examples(Table::cues, [](const Document& doc, RowId id) {
    for (const Statement& s : doc.statements)
      if (s.rule == id) return true;
    return false;
  });
}

TEST(Examples, every_role_is_a_mention) {
  check_examples(Table::roles, [](const Document& doc, RowId id) {
    for (const Mention& m : doc.mentions)
      if (m.row == id) return true;
    for (const Entity& e : doc.entities)
      if (e.row == id) return true;
    return false;
  });
}

// A title is read by the stage `mention`, which names no row.
TEST(Examples, every_tie_stands_between_parties) {
  check_examples(Table::ties, [](const Document& doc, RowId id) {
    const std::string_view type = lexicon().cell(Table::ties, id.row, "tie");
    const bool title = lexicon().cell(Table::ties, id.row, "kind") == "title";
    for (const Tie& tie : doc.ties)
      if (tie.rule == id || (title && tie.rule.none() && tie.type == type)) return true;
    return false;
  });
}

bool has_context(const Document& doc, std::string_view context) {
  for (const Event& e : doc.events)
    if (std::find(e.context.begin(), e.context.end(), context) != e.context.end()) return true;
  return false;
}

TEST(Examples, every_topic_gives_its_context) {
  check_examples(Table::topics,
                 [](const Document& doc, RowId id) { return has_context(doc, lexicon().cell(Table::topics, id.row, "context")); });
}

// Each word alone, in a sentence that is about nothing else.
TEST(Examples, every_word_of_a_topic_gives_its_context) {
  for (uint32_t r = 0; r < lexicon().rows(Table::topics); ++r) {
    const std::string_view context = lexicon().cell(Table::topics, r, "context");
    std::istringstream words{std::string(lexicon().cell(Table::topics, r, "words"))};
    for (std::string word; std::getline(words, word, '|');) {
      Report report;
      report.text = "وصل الوزير الفرنسي إلى بيروت أمس وتحدث مع نظيره عن " + word + ".";
      EXPECT_TRUE(has_context(engine().read(report), context)) << lexicon().row_place(row_id(Table::topics, r)) << ": " << word;
    }
  }
}

TEST(Examples, the_list_of_known_failures_names_rows_that_exist) {
  std::set<std::string> rows;
  for (Table table : {Table::events, Table::cues, Table::roles, Table::ties, Table::topics, Table::states, Table::bodies, Table::people,
                      Table::outlets, Table::places})
    for (uint32_t r = 0; r < lexicon().rows(table); ++r) rows.insert(lexicon().row_name(row_id(table, r)));
  for (const std::string& name : known_failures()) EXPECT_TRUE(rows.contains(name)) << name;
}

// Names stand in sentence frames: one of them has to find the row, or a row of the same name.
struct Frame {
  const char* before;
  const char* after;
};

bool same_name(RowId a, RowId b) {
  const std::string_view name = lexicon().cell(static_cast<Table>(b.table), b.row, "name");
  Walk walk = lexicon().begin();
  std::istringstream words{std::string(name)};
  for (std::string word; words >> word;) walk = lexicon().step(walk, hash_key(fold_key(word)));
  for (const Hit& hit : lexicon().hits(walk))
    if (row_id(hit.table, hit.row) == a) return true;
  return false;
}

bool named(const Document& doc, RowId id, std::string_view name) {
  const auto covers = [&](Span span) { return doc.slice(span).find(name) != std::string_view::npos; };
  for (const Mention& m : doc.mentions)
    if (m.row == id || (covers(m.span) && !m.row.none() && same_name(m.row, id))) return true;
  for (const Entity& e : doc.entities)
    if (e.row == id) return true;
  for (const Event& e : doc.events)
    if (e.has_place && covers(e.place.span)) return true;
  return false;
}

void check_names(Table table, const std::vector<Frame>& frames) {
  const std::set<std::string> known = known_failures();
  std::ofstream now("known_failures." + std::string(table_name(table)) + ".txt");
  for (uint32_t r = 0; r < lexicon().rows(table); ++r) {
    const RowId id = row_id(table, r);
    const std::string name(lexicon().cell(table, r, "name"));
    bool found = false;
    for (const Frame& frame : frames) {
      Report report;
      report.published = "2018-08-09";
      report.text = frame.before + name + frame.after;
      found = found || named(engine().read(report), id, name);
    }
    const std::string row = lexicon().row_name(id);
    if (!found) now << row << "\n";
    if (!found && !known.contains(row)) ADD_FAILURE() << lexicon().row_place(id) << ": " << row << " is not found in any frame: " << name;
    if (found && known.contains(row))
      ADD_FAILURE() << lexicon().row_place(id) << ": " << row << " is found now: take it out of tests/lexicon/known_failures.txt";
  }
}

const std::vector<Frame> kParties = {
    {"قال مسؤول من ", " إن الوضع صعب."}, {"طالب المتظاهرون ", " بالتحقيق في الحادث."}, {"انتقد الوزير ", " أمس الاثنين."}};

TEST(Names, every_state_is_a_mention) { check_names(Table::states, kParties); }
TEST(Names, every_body_is_a_mention) { check_names(Table::bodies, kParties); }
TEST(Names, every_person_is_a_mention) { check_names(Table::people, {{"قال ", " إن الوضع صعب."}, {"التقى الوزير ", " أمس الاثنين."}}); }
TEST(Names, every_outlet_is_a_mention) {
  check_names(
      Table::outlets,
      {{"نقلت وكالة ", " عن مسؤول قوله إن الوضع صعب."}, {"نقلت صحيفة ", " عن مسؤول قوله إن الوضع صعب."}, {"ذكرت ", " أن الوضع صعب."}});
}
TEST(Names, every_place_is_a_place) {
  check_names(Table::places,
              {{"قتل خمسة جنود في هجوم مسلح في ", " أمس."}, {"قصفت طائرات حربية مدينة ", " أمس."}, {"هاجم مسلحون موقعا قرب ", " أمس."}});
}

}  // namespace
}  // namespace isnad::test
