// Finds the words that carry an event.
#pragma once

#include <vector>

#include "clause/scene.h"
#include "event/rules.h"
#include "event/slots.h"

namespace isnad::event {

using clause::Scene;

/// All triggers of a sentence in order; one per word; words that another trigger needs (`with`) carry none of their own.
std::vector<Trigger> find_triggers(const Scene& scene, const Rules& rules, const Sentence& sentence);

}  // namespace isnad::event
