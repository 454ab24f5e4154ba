// Where an event took place.
#pragma once

#include "event/scene.h"
#include "event/slots.h"
#include "isnad/document.h"

namespace isnad::event {

/// The most exact place named behind a preposition of place, nearest to the trigger; has_place false where none is.
bool read_place(const Scene& scene, const Trigger& trigger, Place& out);

}  // namespace isnad::event
