// By what means an act of force was done, where other words of the clause tell it more exactly than the trigger does.
#pragma once

#include "clause/scene.h"
#include "event/slots.h"
#include "isnad/document.h"

namespace isnad::event {

/// Sets the mode of an ASSAULT from the instruments named in its clause (words of class `instrument`; the value is the mode). A more exact
/// mode replaces a vaguer one (shelling by aircraft is aerial, a bombing by a suicide bomber is one), never the other way.
void refine_means(const Scene& scene, const Trigger& trigger, Event& event);

}  // namespace isnad::event
