#include "event/status.h"

#include <cstdlib>
#include <string>

namespace isnad::event {
namespace {

constexpr uint32_t kBefore = 4;
constexpr uint32_t kAfter = 4;

bool years_ago(std::string_view date, std::string_view published) {
  if (date.size() < 4 || published.size() < 4) return false;
  const std::string then = std::to_string(std::atoi(std::string(date.substr(0, 4)).c_str()) + 1) + std::string(date.substr(4));
  return std::string_view(then).substr(0, date.size()) < published.substr(0, date.size());
}

// "still", "not only": holds a word of negation and affirms. Rows of class negation-weak without a value.
bool affirms(const Scene& scene, uint32_t t) {
  std::string_view value;
  uint32_t length = 0;
  return scene.word_at(t, "negation-weak", &value, &length) && value.empty() && length > 1;
}

}  // namespace

Status status_of(const Scene& scene, const Trigger& trigger, std::string_view date, std::string_view published) {
  if (years_ago(date, published)) return Status::historical;
  const uint32_t at = trigger.tokens.begin;
  const Reading& verb = scene.reading(at);
  if (verb.upos == Upos::verb && (verb.clitics & clitic::sa) != 0) return Status::future;
  Status status = Status::actual;
  for (uint32_t t = at; t-- > trigger.clause.begin && t + kBefore >= at;) {
    if (scene.mention_over(t) != nullptr || scene.doc.tokens[t].kind != TokenKind::word) continue;
    if (affirms(scene, t)) continue;
    switch (scene.fn[t]) {
      case Fn::not_past:
      case Fn::not_future:
      case Fn::not_:
      case Fn::not_is:
      case Fn::without: return Status::negated;
      case Fn::will: return Status::future;
      case Fn::if_:
      case Fn::perhaps: status = Status::hypothetical; break;
      default: break;
    }
    if (scene.word_at(t, "negation")) return Status::negated;
    // Before the imperfect the particle means "may", before the perfect "already".
    const bool may = verb.tense == Tense::pres && scene.word_at(t, "hypothetical-present");
    if (may || scene.word_at(t, "hypothetical")) status = Status::hypothetical;
    if (status == Status::actual && scene.word_at(t, "future")) status = Status::future;
  }
  for (uint32_t t = trigger.tokens.end; status == Status::actual && t < trigger.clause.end && t < trigger.tokens.end + kAfter; ++t) {
    if (!scene.is_word(t) || scene.is_verb(t)) break;
    if (scene.word_at(t, "future")) status = Status::future;
    else if (scene.reading(t).upos == Upos::adj && scene.word_at(t, "hypothetical")) status = Status::hypothetical;
  }
  return status;
}

}  // namespace isnad::event
