// What Engine promises of any text: valid spans, whole indices, the same answer every time and on any number of threads.
#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <atomic>
#include <boost/json.hpp>
#include <thread>

#include "base/utf8.h"
#include "support.h"

namespace isnad::test {
namespace {

bool on_code_point(const std::string& text, size_t at) {
  return at == text.size() || (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0) != 0x80);
}

// Empty when every span lies in the text and every index points to something.
std::string check_document(const Document& doc) {
  const std::string& text = doc.report.text;
  std::string faults = broken(doc);
  const auto span = [&](const char* what, Span s) {
    if (s.begin > s.end || s.end > text.size() || !on_code_point(text, s.begin) || !on_code_point(text, s.end))
      faults += std::string("span of ") + what + " ";
  };
  const auto index = [&](const char* what, uint32_t i, size_t size) {
    if (i != kNone && i >= size) faults += std::string("index of ") + what + " ";
  };
  if (!is_valid_utf8(text)) faults += "text is not UTF-8 ";
  if (doc.plain.size() != doc.key.size() || doc.at.size() != doc.key.size() + 1) faults += "views ";
  for (const Sentence& s : doc.sentences) span("sentence", s.span);
  for (const Token& t : doc.tokens) span("token", t.span);
  for (const Mention& m : doc.mentions) {
    span("mention", m.span);
    index("mention", m.entity, doc.entities.size());
  }
  for (const Statement& s : doc.statements) {
    span("cue", s.cue);
    span("content", s.content);
    index("speaker", s.speaker, doc.entities.size());
    index("inside", s.inside, doc.statements.size());
    for (uint32_t via : s.via) index("via", via, doc.entities.size());
  }
  for (const Event& e : doc.events) {
    span("trigger", e.trigger);
    if (e.trigger.empty()) faults += "an event without words ";
    for (uint32_t a : e.actor) index("actor", a, doc.entities.size());
    for (uint32_t r : e.recipient) index("recipient", r, doc.entities.size());
    index("statement", e.statement, doc.statements.size());
  }
  for (const Tie& tie : doc.ties) {
    span("evidence", tie.evidence);
    index("tie", tie.from, doc.entities.size());
    index("tie", tie.to, doc.entities.size());
  }
  return faults;
}

// Words that the stages look for, broken letters, marks: texts that reach further into the stages than random bytes do.
std::vector<std::string> pieces() {
  std::vector<std::string> out = {"\"",     "\u00AB", "\u00BB", "\u201C",       "\u201D", " ",    "\n",     ":",
                                  ".",      "\u061F", "\u060C", "\u0640",       "\u064B", "\xFF", "\xD8",   "\xEF\xBB\xBF",
                                  "\u202B", "\u202C", "14",     "\u0661\u0664", "3.5",    "...",  "\u2026", "\xF0\x9F\x98\x80",
                                  "A",      "\uFEFB"};
  for (Table table : {Table::cues, Table::events, Table::roles}) {
    for (uint32_t r = 0; r < lexicon().rows(table); r += 7) {
      const std::string_view example = lexicon().cell(table, r, "example");
      for (size_t at = 0; at < example.size();) {
        const size_t end = std::min(example.find(' ', at), example.size());
        out.emplace_back(example.substr(at, end - at));
        at = end + 1;
      }
    }
  }
  return out;
}

TEST(Conformance, any_bytes_give_a_valid_document) {
  EXPECT_TRUE(rc::check([](const std::string& bytes) {
    const Document doc = engine().read({.id = "x", .outlet = {}, .published = "2018-08-09", .url = {}, .text = bytes});
    RC_ASSERT(check_document(doc) == "");
    RC_ASSERT(boost::json::parse(json_of(doc)).is_object());
  }));
}

TEST(Conformance, any_sequence_of_words_gives_a_valid_document) {
  const std::vector<std::string> words = pieces();
  EXPECT_TRUE(rc::check([&](const std::vector<uint16_t>& picks, bool spaced) {
    Report report{.id = "x", .outlet = {}, .published = "2018-08-09", .url = {}, .text = {}};
    for (uint16_t pick : picks) report.text += words[pick % words.size()] + (spaced ? " " : "");
    const Document doc = engine().read(report);
    RC_ASSERT(check_document(doc) == "");
    RC_ASSERT(boost::json::parse(json_of(doc)).is_object());
  }));
}

TEST(Conformance, hard_texts_are_read) {
  const std::string words = "قال الوزير \"إن القوات هاجمت المدينة";
  std::vector<std::string> texts = {
      "", "\n\n\n", std::string(1000, '\0'), std::string(3000, '"'), std::string(2000, '('), "\xFF\xFE\x42\x06"};
  std::string long_line;
  for (int i = 0; i < 2000; ++i) long_line += words + " ";
  texts.push_back(long_line);
  for (const std::string& text : texts) EXPECT_EQ(check_document(engine().read({.text = text})), "") << text.substr(0, 40);
}

std::vector<Report> sample() {
  std::vector<Report> reports;
  for (const auto& folder : golden_cases()) reports.push_back(golden_report(folder));
  for (Table table : {Table::events, Table::cues}) {
    for (uint32_t r = 0; r < lexicon().rows(table); r += 5) {
      Report report;
      report.published = "2018-08-09";
      report.text = lexicon().cell(table, r, "example");
      reports.push_back(report);
    }
  }
  return reports;
}

TEST(Conformance, two_engines_say_the_same) {
  const Result<Lexicon> image = Lexicon::load(ISNAD_LEXICON_IMAGE);
  ASSERT_TRUE(image) << image.error().text();
  const Result<Engine> other = Engine::build(*image, {.off = {}, .trace = true, .verify = true});
  ASSERT_TRUE(other) << other.error().text();
  for (const Report& report : sample()) EXPECT_EQ(json_of(engine().read(report)), json_of(other->read(report)));
}

TEST(Conformance, a_stage_can_be_switched_off) {
  for (std::string_view stage : Engine::stages()) {
    const Result<Engine> without = Engine::build(lexicon(), {.off = {std::string(stage)}, .trace = false, .verify = true});
    ASSERT_TRUE(without) << without.error().text();
    std::vector<StageTime> times;
    const Document doc = without->read({.text = "قال الوزير إن القوات هاجمت المدينة."}, times);
    EXPECT_EQ(times.size(), Engine::stages().size());
    EXPECT_EQ(broken(doc), "") << stage;
    if (stage != "text") {
      EXPECT_EQ(check_document(doc), "") << stage;
    }
  }
  const Result<Engine> unknown = Engine::build(lexicon(), {.off = {"qoute"}, .trace = false, .verify = false});
  ASSERT_FALSE(unknown);
  EXPECT_EQ(unknown.error().code, ErrorCode::usage);
}

// Every thread reads every report, each from another start, on the one engine that all share.
TEST(Threads, eight_threads_say_what_one_says) {
  std::vector<Report> reports = sample();
  if (reports.size() > 300) reports.resize(300);
  std::vector<std::string> alone;
  for (const Report& report : reports) alone.push_back(json_of(engine().read(report)));
  std::atomic<size_t> different = 0;
  std::vector<std::thread> threads;
  for (size_t t = 0; t < 8; ++t) {
    threads.emplace_back([&, t] {
      for (size_t i = 0; i < reports.size(); ++i) {
        const size_t at = (i + t * 37) % reports.size();
        if (json_of(engine().read(reports[at])) != alone[at]) ++different;
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  EXPECT_EQ(different, 0U);
}

}  // namespace
}  // namespace isnad::test
