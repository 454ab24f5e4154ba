// What a sentence tells of its events beside the parties: the place and the toll.
#pragma once

#include <cstdint>
#include <vector>

#include "event/scene.h"
#include "event/slots.h"
#include "isnad/document.h"

namespace isnad::event {

/// The most exact place named behind a preposition of place, nearest to the trigger; has_place false where none is.
bool read_place(const Scene& scene, const Trigger& trigger, Place& out);

/// A count of dead or injured, and where it stands.
struct Toll {
  uint32_t token = 0;
  bool injured = false;
  int64_t count = -1;
};

std::vector<Toll> read_tolls(const Scene& scene, TokenRange sentence);

}  // namespace isnad::event
