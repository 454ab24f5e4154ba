#include "isnad/eval.h"

#include <gtest/gtest.h>

#include <fstream>

namespace isnad::eval {
namespace {

// Text of 40 code points, sentences [0, 20) and [20, 40). Parties: 0 and 1 are named in both, 2 only in the second.
GoldReport gold_of_two_sentences() {
  GoldReport gold;
  gold.report.id = "g";
  gold.report.text = std::string(40, 'x');
  gold.sentences = {{0, 20}, {20, 40}};
  gold.coding.parties = {{"RUS", {"GOV", "MIL"}, {{0, 4}, {20, 24}}}, {"SYR", {"MIL"}, {{10, 14}, {26, 30}}}, {"UNK", {"CVL"}, {{32, 36}}}};
  CodedEvent assault;
  assault.event = "ASSAULT";
  assault.mode = "aerial";
  assault.actor = {0};
  assault.recipient = {1, 2};
  assault.trigger = {5, 8};
  assault.trigger_words = "hit";
  assault.sentence = 0;
  assault.status = "actual";
  assault.dead = 3;
  assault.injured = 7;
  assault.place = "north of x";
  gold.coding.events = {assault};
  gold.coding.statements = {{0, {1}, {20, 22}, {24, 40}, "said", 1}};
  gold.coding.ties = {{"backs", 0, kNone}, {"opposes", 0, 1}};
  return gold;
}

Figures figures_of(const GoldReport& gold, const Coding& coded, std::vector<std::string>* misses = nullptr) {
  Score score;
  score.add(gold, coded, misses);
  return score.figures();
}

void expect_counts(const Counts& counts, uint64_t right, uint64_t coded, uint64_t gold) {
  EXPECT_EQ(counts.right, right);
  EXPECT_EQ(counts.coded, coded);
  EXPECT_EQ(counts.gold, gold);
}

void expect_share(const Share& share, uint64_t right, uint64_t of) {
  EXPECT_EQ(share.right, right);
  EXPECT_EQ(share.of, of);
}

TEST(Eval, TheGoldItselfIsAllRight) {
  const GoldReport gold = gold_of_two_sentences();
  std::vector<std::string> misses;
  const Figures f = figures_of(gold, gold.coding, &misses);
  expect_counts(f.detect, 1, 1, 1);
  expect_counts(f.dyad, 2, 2, 2);
  expect_counts(f.statement, 1, 1, 1);
  expect_counts(f.speaker, 1, 1, 1);
  expect_counts(f.tie, 2, 2, 2);
  expect_counts(f.by_type.at("ASSAULT"), 1, 1, 1);
  expect_share(f.toll, 2, 2);
  expect_share(f.via, 1, 1);
  expect_share(f.date, 0, 0);
  expect_share(f.mention, 5, 5);
  EXPECT_DOUBLE_EQ(f.b3.f1(), 1.0);
  EXPECT_TRUE(misses.empty());
}

TEST(Eval, NothingCodedIsAllMissed) {
  std::vector<std::string> misses;
  const Figures f = figures_of(gold_of_two_sentences(), {}, &misses);
  expect_counts(f.detect, 0, 0, 1);
  expect_counts(f.dyad, 0, 0, 2);
  expect_share(f.mention, 0, 5);
  EXPECT_DOUBLE_EQ(f.b3.f1(), 0.0);
  EXPECT_EQ(misses,
            (std::vector<std::string>{"  [0] MISSED ASSAULT «hit» RUS/GOV|MIL «xxxx» → SYR/MIL «xxxx»; RUS/GOV|MIL «xxxx» → UNK/CVL «xxxx»",
                                      "  [1] MISSED statement «said» RUS/GOV|MIL «xxxx»"}));
}

TEST(Eval, OneOfTwoRecipientsIsOneDyad) {
  const GoldReport gold = gold_of_two_sentences();
  Coding coded = gold.coding;
  coded.events[0].recipient = {1};
  coded.events[0].mode = "drone";
  coded.events[0].injured = 8;
  coded.events[0].place = "north";
  const Figures f = figures_of(gold, coded);
  expect_counts(f.detect, 1, 1, 1);
  expect_counts(f.dyad, 1, 1, 2);
  expect_share(f.mode, 0, 1);
  expect_share(f.toll, 1, 2);
  expect_share(f.place, 1, 1);
}

TEST(Eval, ASectorThatTheGoldAcceptsIsEnough) {
  const GoldReport gold = gold_of_two_sentences();
  Coding coded = gold.coding;
  coded.parties[0].sector = {"MIL"};
  coded.parties[1].sector = {"REB"};  // wrong
  coded.parties[2].sector = {};       // right: nobody tells more of one from nowhere
  expect_counts(figures_of(gold, coded).dyad, 1, 2, 2);
}

TEST(Eval, TheTriggerDecidesTheSentence) {
  const GoldReport gold = gold_of_two_sentences();
  Coding coded = gold.coding;
  coded.events[0].trigger = {18, 23};  // two points in the first, three in the second
  const Figures f = figures_of(gold, coded);
  expect_counts(f.detect, 0, 1, 1);
  expect_counts(f.dyad, 0, 2, 2);
}

TEST(Eval, StatementsFitByCueOrByHalfOfTheContent) {
  const GoldReport gold = gold_of_two_sentences();
  Coding coded = gold.coding;
  coded.statements[0].cue = {0, 2};
  coded.statements[0].content = {24, 32};  // half
  coded.statements[0].speaker = 1;
  const Figures half = figures_of(gold, coded);
  expect_counts(half.statement, 1, 1, 1);
  expect_counts(half.speaker, 0, 1, 1);
  coded.statements[0].content = {24, 31};
  expect_counts(figures_of(gold, coded).statement, 0, 1, 1);
}

TEST(Eval, BCubedOfTwoClustersInOne) {
  const GoldReport gold = gold_of_two_sentences();
  Coding coded;
  coded.parties = {{"RUS", {}, {{0, 4}, {20, 24}, {10, 14}, {26, 30}}}};
  const Figures f = figures_of(gold, coded);
  expect_share(f.mention, 2, 5);  // the other two are found with the wrong country
  EXPECT_EQ(f.b3.mentions, 4U);
  EXPECT_DOUBLE_EQ(f.b3.precision / 4, 0.5);
  EXPECT_DOUBLE_EQ(f.b3.recall / 4, 1.0);
  EXPECT_DOUBLE_EQ(f.b3.f1(), 2.0 / 3);
}

TEST(Eval, JsonHasFourDigitsAndNullForNothing) {
  Figures f;
  f.detect = {2, 3, 3};
  f.status = {1, 1};
  const std::string json = figures_json(f);
  EXPECT_NE(json.find(R"("detect": {"p": 0.6667, "r": 0.6667, "f1": 0.6667, "tp": 2, "pred": 3, "gold": 3})"), std::string::npos) << json;
  EXPECT_NE(json.find(R"("mode": {"accuracy": null, "of": 0}, "status": {"accuracy": 1.0, "of": 1})"), std::string::npos) << json;
}

TEST(Eval, FaultsOfTheGoldFileHaveAPlace) {
  const std::string path = testing::TempDir() + "isnad_eval_test.jsonl";
  const std::string head = R"({"id": "a", "text": "x", "sentences": [[0, 1]], "entities": {}, "statements": [], "events": )";
  std::ofstream(path) << head << "[]}\n\n"
                      << head << R"([{"event": "AID", "sentence": 0, "actor": ["E9"]}]})" << "\n"
                      << "{\"id\": \"b\"}\n"
                      << "nonsense\n"
                      << R"({"id": "c", "text": 7})" << "\n";
  const GoldFile gold = read_gold(path);
  ASSERT_EQ(gold.reports.size(), 1U);
  ASSERT_EQ(gold.faults.size(), 4U);
  EXPECT_EQ(gold.faults[0].text(), path + ":3:" + std::to_string(head.size() + 44) + ": nothing in the line has the id \"E9\"");
  EXPECT_EQ(gold.faults[1].text(), path + ":4:1: the object has no \"text\"");
  EXPECT_EQ(gold.faults[2].line, 5U);
  EXPECT_EQ(gold.faults[3].text(), path + ":6:21: a string is needed here");
}

}  // namespace
}  // namespace isnad::eval
