// Ties of own sentences, read by the whole engine.
#include <gtest/gtest.h>

#include "support.h"

namespace isnad::test {
namespace {

// "TYPE from > to", one a line; "-" for an end that is not named.
std::string ties_of(const std::string& text) {
  Report report;
  report.published = "2024-03-15";
  report.text = text;
  const Document doc = engine().read(report);
  EXPECT_EQ(broken(doc), "");
  const auto name = [&](uint32_t e) { return e == kNone ? std::string("-") : doc.entities[e].name; };
  std::string out;
  for (const Tie& tie : doc.ties) {
    EXPECT_FALSE(tie.evidence.empty());
    EXPECT_LE(tie.evidence.end, doc.report.text.size());
    out += tie.type + " " + name(tie.from) + " > " + name(tie.to) + "\n";
  }
  return out;
}

TEST(Ties, a_backer_backs_the_backed) {
  EXPECT_EQ(ties_of("تقدمت الميليشيات المدعومة من إيران نحو المدينة."), "backs إيران > الميليشيات المدعومة\n");
  EXPECT_EQ(ties_of("هاجمت القوات الموالية للحكومة السورية البلدة."), "backs القوات الموالية للحكومة السورية > لحكومة السورية\n");
}

TEST(Ties, two_states_back_together_and_another_party_opens_the_next_clause) {
  EXPECT_EQ(ties_of("تقدمت الفصائل المدعومة من تركيا وقطر نحو المدينة."), "backs تركيا > الفصائل المدعومة\nbacks قطر > الفصائل المدعومة\n");
  EXPECT_EQ(ties_of("قاتلت الفصائل المدعومة من تركيا والجيش السوري أمس."), "backs تركيا > الفصائل المدعومة\n");
}

TEST(Ties, adverbs_may_stand_between_word_and_preposition) {
  EXPECT_EQ(ties_of("تقدمت الفصائل المدعومة عسكريا من تركيا نحو المدينة."), "backs تركيا > الفصائل المدعومة\n");
}

TEST(Ties, a_relative_clause_is_said_of_the_body_at_the_end_of_its_phrase) {
  EXPECT_EQ(ties_of("انسحب المسلحون من قاعدة الجيش الوطني الليبي الذي يقوده خليفة حفتر."), "leads خليفة حفتر > الجيش الوطني الليبي\n");
}

TEST(Ties, what_belongs_to_a_person_is_led_by_him) {
  EXPECT_EQ(ties_of("انسحبت القوات التابعة لخليفة حفتر من المدينة."), "leads خليفة حفتر > القوات التابعة\n");
}

TEST(Ties, a_pronoun_means_the_subject) {
  EXPECT_EQ(ties_of("نشر تنظيم داعش تسجيلا عبر وكالة أعماق التابعة له."), "part_of وكالة أعماق > تنظيم داعش\n");
}

TEST(Ties, a_relative_clause_may_place_it) {
  EXPECT_EQ(ties_of("فر السكان من البلدة التي يسيطر عليها تنظيم داعش."), "controls تنظيم داعش > -\n");
}

TEST(Ties, a_place_without_a_name_is_left_open) {
  EXPECT_EQ(ties_of("انسحب السكان لأن تنظيم داعش يسيطر على البلدة."), "controls تنظيم داعش > -\n");
}

TEST(Ties, what_is_denied_or_only_possible_is_none) {
  EXPECT_EQ(ties_of("لا تدعم تركيا الفصائل المسلحة في ليبيا."), "");
  EXPECT_EQ(ties_of("قد تدعم تركيا الفصائل المسلحة في ليبيا."), "");
  EXPECT_EQ(ties_of("لن تدعم تركيا الفصائل المسلحة في ليبيا."), "");
}

TEST(Ties, a_district_is_no_party) { EXPECT_EQ(ties_of("وصلت القافلة إلى مدينة درنة التابعة لمحافظة برقة."), ""); }

TEST(Ties, each_stands_once) {
  EXPECT_EQ(ties_of("تقدمت الميليشيات المدعومة من إيران. وقصفت الطائرات الميليشيات المدعومة من إيران."),
            "backs إيران > الميليشيات المدعومة\n");
}

TEST(Ties, a_nationality_alone_is_none) { EXPECT_EQ(ties_of("قصفت الميليشيات الإيرانية القاعدة."), ""); }

}  // namespace
}  // namespace isnad::test
