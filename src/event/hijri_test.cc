// Hijri dates: the calendar itself, and dates of own sentences read by the whole engine.
#include "event/hijri.h"

#include <gtest/gtest.h>

#include "event/dates.h"
#include "support.h"

namespace isnad::test {
namespace {

using event::days_of_hijri;
using event::hijri_of_days;

struct Known {
  event::HijriDate hijri;
  const char* iso;
};

// First days of Ramadan and the year, feasts, as known from where the calendar and the sighting of the moon agreed. They need not: Arafat
// of 1436 was kept on 2015-09-23, the calendar has 2015-09-22.
const std::vector<Known> kKnown = {{{1445, 9, 1}, "2024-03-11"},   {{1445, 10, 1}, "2024-04-10"}, {{1445, 12, 10}, "2024-06-16"},
                                   {{1446, 1, 1}, "2024-07-07"},   {{1444, 9, 1}, "2023-03-23"},  {{1444, 10, 1}, "2023-04-21"},
                                   {{1444, 12, 10}, "2023-06-28"}, {{1445, 1, 1}, "2023-07-19"},  {{1445, 3, 12}, "2023-09-27"},
                                   {{1445, 7, 27}, "2024-02-08"},  {{1443, 9, 1}, "2022-04-02"},  {{1441, 9, 1}, "2020-04-24"},
                                   {{1441, 12, 10}, "2020-07-31"}, {{1439, 8, 15}, "2018-05-01"}, {{1439, 10, 1}, "2018-06-15"},
                                   {{1439, 12, 10}, "2018-08-21"}, {{1440, 1, 1}, "2018-09-11"}};

TEST(Hijri, known_days) {
  for (const Known& known : kKnown) {
    const auto days = days_of_hijri(known.hijri);
    ASSERT_TRUE(days) << known.iso;
    EXPECT_EQ(event::iso_of(*days), known.iso);
    const auto back = hijri_of_days(event::days_of(known.iso));
    ASSERT_TRUE(back) << known.iso;
    EXPECT_EQ(back->year, known.hijri.year);
    EXPECT_EQ(back->month, known.hijri.month);
    EXPECT_EQ(back->day, known.hijri.day);
  }
}

TEST(Hijri, what_does_not_exist_is_none) {
  EXPECT_FALSE(days_of_hijri({1299, 12, 29}));
  EXPECT_FALSE(days_of_hijri({1501, 1, 1}));
  EXPECT_FALSE(days_of_hijri({1445, 9, 31}));
  EXPECT_FALSE(days_of_hijri({1445, 9, 0}));
  EXPECT_FALSE(days_of_hijri({1445, 13, 1}));
  EXPECT_TRUE(days_of_hijri({1300, 1, 1}));
  EXPECT_TRUE(days_of_hijri({1500, 12, 1}));
}

std::string date_in(const std::string& text) {
  Report report;
  report.published = "2018-08-09";  // 27 Dhu al-Qada 1439
  report.text = text;
  const Document doc = engine().read(report);
  return doc.events.empty() ? "no event" : doc.events.front().date;
}

TEST(Hijri, a_day_with_and_without_its_mark) {
  EXPECT_EQ(date_in("هاجم مسلحون قاعدة الجيش في 15 رمضان 1437 هـ."), "2016-06-20");
  EXPECT_EQ(date_in("هاجم مسلحون قاعدة الجيش في 15 رمضان 1437هـ."), "2016-06-20");
  EXPECT_EQ(date_in("هاجم مسلحون قاعدة الجيش في 15 رمضان 1437."), "2016-06-20");
  EXPECT_EQ(date_in("هاجم مسلحون قاعدة الجيش في ١٥ رمضان ١٤٣٧ هـ."), "2016-06-20");
}

TEST(Hijri, a_day_by_its_ordinal) { EXPECT_EQ(date_in("هاجم مسلحون قاعدة الجيش في الأول من شوال 1439."), "2018-06-15"); }

TEST(Hijri, two_calendars_are_one_date) {
  for (const char* both : {"15 شعبان 1439 هـ الموافق 1 مايو 2018م", "15 شعبان 1439هـ الموافق 1 مايو 2018 م",
                           "1 مايو 2018 الموافق 15 شعبان 1439 هـ", "15 شعبان 1439 هـ (1 مايو 2018)"})
    EXPECT_EQ(date_in(std::string("هاجم مسلحون قاعدة الجيش في ") + both + "."), "2018-05-01") << both;
}

TEST(Hijri, a_month_is_the_one_that_holds_its_middle) {
  EXPECT_EQ(date_in("هاجم مسلحون قاعدة الجيش في رمضان الماضي."), "2018-05");
  EXPECT_EQ(date_in("هاجم مسلحون قاعدة الجيش في شهر رمضان 1438."), "2017-06");
  EXPECT_EQ(date_in("هاجم مسلحون قاعدة الجيش في ذي القعدة الجاري."), "2018-07");
}

TEST(Hijri, a_day_without_a_year_is_the_last_before_the_report) {
  EXPECT_EQ(date_in("هاجم مسلحون قاعدة الجيش في 3 شوال."), "2018-06-17");
  EXPECT_EQ(date_in("هاجم مسلحون قاعدة الجيش في 10 ذي الحجة."), "2017-09-01");
}

TEST(Hijri, a_year_alone_needs_its_mark) {
  EXPECT_EQ(date_in("هاجم مسلحون قاعدة الجيش عام 1437 هـ."), "2016");
  EXPECT_EQ(date_in("هاجم مسلحون قاعدة الجيش عام 1437."), "");
}

TEST(Hijri, a_name_is_no_month) { EXPECT_EQ(date_in("هاجم مسلحون قاعدة الجيش بحضور رمضان شلح."), ""); }

}  // namespace
}  // namespace isnad::test
