// Dates told in a sentence, resolved against the day of publication.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "clause/scene.h"

namespace isnad::event {

using clause::Scene;

struct DateMention {
  TokenRange tokens;
  std::string iso;     ///< day, month or year; granularity as told
  std::string coming;  ///< of a weekday alone: the next such day, for what is yet to be; else empty
};

/// All dates of a sentence in order. `published` ISO or empty (then only absolute dates are read).
std::vector<DateMention> read_dates(const Scene& scene, TokenRange sentence, std::string_view published);

/// Days since 1970-01-01 of an ISO day, and back.
int64_t days_of(std::string_view iso_day);
std::string iso_of(int64_t days);

}  // namespace isnad::event
