#include "event/means.h"

#include <algorithm>
#include <array>

namespace isnad::event {
namespace {

// From vague to exact; a mode that is not here (abduct, torture, …) tells more than any instrument.
constexpr std::array<std::string_view, 8> kExactness = {"",           "primitive", "firearms", "heavy-weapons",
                                                        "explosives", "aerial",    "drone",    "suicide-attack"};

size_t exactness(std::string_view mode) {
  return static_cast<size_t>(std::find(kExactness.begin(), kExactness.end(), mode) - kExactness.begin());
}

}  // namespace

void refine_means(const Scene& scene, const Trigger& trigger, Event& event) {
  if (event.event != "ASSAULT") return;
  size_t best = exactness(event.mode);
  if (best == kExactness.size()) return;
  for (uint32_t t = trigger.clause.begin; t < trigger.clause.end; ++t) {
    std::string_view mode;
    if (!scene.word_at(t, "instrument", &mode)) continue;
    const size_t found = exactness(mode);
    // A blast is no shelling and a shell no blast: only what flies or blows itself up tells more than the trigger.
    if (found < kExactness.size() && found > best && (best == 0 || found >= exactness("aerial"))) best = found;
  }
  event.mode = kExactness[best];
}

}  // namespace isnad::event
