// Contexts: what an event is about beside its type, told by the words of ar/topics.tsv in its sentence and in the headline.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "clause/scene.h"
#include "isnad/lexicon.h"

namespace isnad::event {

using clause::Scene;

struct ContextRules {
  static ContextRules from(const Lexicon& lexicon);
  std::vector<std::string> names;  ///< in the order of ontology/contexts.tsv, which is the order of the record
  std::vector<uint32_t> of_topic;  ///< row of topics -> index of `names`
};

/// Gives each event of `doc`, which is the document of `scene`, the contexts whose words stand in its sentence or in the headline: one
/// strong word of a context, or two different weak ones in one sentence.
void give_contexts(const Scene& scene, const ContextRules& rules, Document& doc);

}  // namespace isnad::event
