// Contexts of own sentences, read by the whole engine.
#include <gtest/gtest.h>

#include "support.h"

namespace isnad::test {
namespace {

using Contexts = std::vector<std::string>;

Contexts contexts_of(const std::string& text, size_t event = 0) {
  Report report;
  report.text = text;
  const Document doc = engine().read(report);
  return event < doc.events.size() ? doc.events[event].context : Contexts{"no event"};
}

TEST(Contexts, stand_in_the_order_of_the_ontology) {
  EXPECT_EQ(contexts_of("قصف الجيش مواقع تنظيم داعش."), (Contexts{"military", "terrorism"}));
  EXPECT_EQ(contexts_of("قصف تنظيم داعش مواقع الجيش."), (Contexts{"military", "terrorism"}));
}

TEST(Contexts, of_a_sentence_stay_in_it) {
  const std::string text = "انتقد الوزير الفساد. وصل الوفد إلى بيروت.";
  EXPECT_EQ(contexts_of(text, 0), Contexts{"corruption"});
  EXPECT_EQ(contexts_of(text, 1), Contexts{});
}

TEST(Contexts, of_the_headline_hold_for_the_report) {
  EXPECT_EQ(contexts_of("الفساد في لبنان\nوصل الوفد إلى بيروت أمس لإجراء محادثات."), (Contexts{"diplomatic", "corruption"}));
}

TEST(Contexts, two_different_weak_words_tell_what_one_does_not) {
  EXPECT_EQ(contexts_of("انتقد الوزير الشركات."), Contexts{});
  EXPECT_EQ(contexts_of("انتقد الوزير الشركات والشركات."), Contexts{});
  EXPECT_EQ(contexts_of("انتقد الوزير الشركات والأسواق."), Contexts{"economic"});
}

TEST(Contexts, a_phrase_wins_over_its_words) { EXPECT_EQ(contexts_of("انتقد الوزير جرائم الحرب في سوريا."), Contexts{"human_rights"}); }

TEST(Contexts, articles_and_pronouns_do_not_hide_a_word) {
  EXPECT_EQ(contexts_of("انتقد الوزير الأسلحة الكيماوية."), Contexts{"cbrn"});
  EXPECT_EQ(contexts_of("انتقد الوزير جيشها."), Contexts{"military"});
}

}  // namespace
}  // namespace isnad::test
