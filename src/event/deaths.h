// Deaths and injuries: which attack they belong to, and how many there were.
#pragma once

#include <cstdint>
#include <vector>

#include "clause/clauses.h"
#include "clause/scene.h"
#include "event/rules.h"

namespace isnad::event {

using clause::Found;
using clause::Scene;

/// A count of dead or injured, and where it stands.
struct Toll {
  uint32_t token = 0;
  bool injured = false;
  int64_t count = -1;
  uint32_t victims = kNone;  ///< entity of those counted
};

std::vector<Toll> read_tolls(const Scene& scene, TokenRange sentence);

/// How many the victims are together: each counted in digits or words, else by its number; -1 where one of them is not told.
int64_t count_victims(const Scene& scene, const Found& victims);

/// Joins what is one attack among `events` from `first` on (those of one sentence): the deaths in it, and the verb of a relative clause
/// that goes on telling of it ("the raid that hit …"). The attack's own word carries the event (GUIDE: "deaths in an attack are one
/// event").
void join_deaths(const Scene& scene, const Rules& rules, std::vector<Event>& events, size_t first);

/// Gives each count to the nearest ASSAULT among `events` from `first` on.
void give_tolls(const std::vector<Toll>& tolls, std::vector<Event>& events, size_t first);

}  // namespace isnad::event
