// The Hijri calendar as news uses it: Umm al-Qura, the civil calendar of Saudi Arabia, by ICU's tables.
#pragma once

#include <cstdint>
#include <optional>

namespace isnad::event {

struct HijriDate {
  int year = 0;
  int month = 1;  ///< 1 = Muharram … 12 = Dhu al-Hijja
  int day = 1;
};

/// Years that are read as Hijri ones: those of ICU's table that no Gregorian year of news can be.
inline constexpr int kFirstHijriYear = 1300, kLastHijriYear = 1500;

/// Days since 1970-01-01; nothing for a date that does not exist (a month has 29 or 30 days) or lies outside the years above.
std::optional<int64_t> days_of_hijri(HijriDate date);
/// The Hijri date of a day; nothing outside the years above.
std::optional<HijriDate> hijri_of_days(int64_t days);

}  // namespace isnad::event
