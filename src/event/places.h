// Where an event took place: the most exact name that the sentence gives for it.
#pragma once

#include "clause/scene.h"
#include "event/slots.h"
#include "isnad/document.h"

namespace isnad::event {

using clause::Scene;

/// Fills `event.place` from the names in the trigger's sentence: behind "in" and "near", where the type goes to, from or against a place
/// (visits, withdrawals, attacks), behind a word for a kind of place even if no table holds the name ("the village of X"), else a town that
/// takes no part. The nearest in the clause wins, a town before its state. `has_place` stays false where none fits.
void read_place(const Scene& scene, const Trigger& trigger, Event& event);

}  // namespace isnad::event
