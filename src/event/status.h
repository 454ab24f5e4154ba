// Whether an event happened: told from particles, tense, modal words and dates around its trigger.
#pragma once

#include <string_view>

#include "clause/scene.h"
#include "event/slots.h"
#include "isnad/document.h"

namespace isnad::event {

using clause::Scene;

/// `date` is the event's ISO date or empty; `published` the report's.
Status status_of(const Scene& scene, const Trigger& trigger, std::string_view date, std::string_view published);

}  // namespace isnad::event
