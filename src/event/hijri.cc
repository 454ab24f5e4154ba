#include "event/hijri.h"

#include <unicode/calendar.h>
#include <unicode/locid.h>
#include <unicode/timezone.h>

#include <cmath>
#include <memory>

namespace isnad::event {
namespace {

constexpr double kDay = 86400000;  // milliseconds

// Made once a thread: opening a calendar costs more than the rest of a report. Null where ICU's data lack it.
icu::Calendar* umalqura() {
  static thread_local const std::unique_ptr<icu::Calendar> calendar = [] {
    UErrorCode status = U_ZERO_ERROR;
    std::unique_ptr<icu::Calendar> made(
        icu::Calendar::createInstance(icu::TimeZone::getGMT()->clone(), icu::Locale("ar@calendar=islamic-umalqura"), status));
    if (U_FAILURE(status)) made.reset();
    if (made) made->setLenient(false);
    return made;
  }();
  return calendar.get();
}

bool in_bounds(int year) { return year >= kFirstHijriYear && year <= kLastHijriYear; }

}  // namespace

std::optional<int64_t> days_of_hijri(HijriDate date) {
  icu::Calendar* calendar = umalqura();
  if (!calendar || !in_bounds(date.year)) return std::nullopt;
  calendar->clear();
  calendar->set(date.year, date.month - 1, date.day);
  UErrorCode status = U_ZERO_ERROR;
  const UDate time = calendar->getTime(status);
  if (U_FAILURE(status)) return std::nullopt;
  return static_cast<int64_t>(std::floor(time / kDay));
}

std::optional<HijriDate> hijri_of_days(int64_t days) {
  icu::Calendar* calendar = umalqura();
  if (!calendar) return std::nullopt;
  UErrorCode status = U_ZERO_ERROR;
  calendar->setTime(static_cast<double>(days) * kDay, status);
  const HijriDate date = {calendar->get(UCAL_YEAR, status), calendar->get(UCAL_MONTH, status) + 1, calendar->get(UCAL_DATE, status)};
  if (U_FAILURE(status) || !in_bounds(date.year)) return std::nullopt;
  return date;
}

}  // namespace isnad::event
