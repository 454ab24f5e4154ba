#include "event/contexts.h"

#include <algorithm>

#include "base/match.h"

namespace isnad::event {
namespace {

constexpr int kWeakWords = 2;  // different weak words that tell as much as a strong one

/// Where a context stands in a sentence: by `strong` words or by `weak` ones.
struct Signs {
  bool strong = false;
  std::vector<uint64_t> weak;  ///< hashes of the words, each once
  bool told() const { return strong || weak.size() >= kWeakWords; }
};

// What the morphology reads as one word is not cut for a topic: "naval" is not "with freedom".
bool cut_as_read(const Scene& scene, const Match& match) {
  const Reading& reading = scene.reading(match.tokens.begin);
  return match.first.units == 0 || reading.pre == match.first.units || reading.guess;
}

bool is_topic(const Scene& scene, const Match& match) {
  if (match.hit.table != Table::topics || !cut_as_read(scene, match)) return false;
  const uint32_t t = match.tokens.begin;
  // A verb tells of no topic; behind a preposition none stands, whatever it was read as.
  return match.tokens.size() > 1 || !scene.is_verb(t) || (t > 0 && scene.is_word(t - 1) && scene.reading(t - 1).upos == Upos::adp);
}

std::vector<bool> contexts_of(const Scene& scene, const ContextRules& rules, TokenRange sentence) {
  std::vector<Signs> signs(rules.names.size());
  const auto add = [&](const Hit& hit, uint64_t word) {
    Signs& s = signs[rules.of_topic[hit.row]];
    if (hit.form == Form::name) s.strong = true;
    else if (std::find(s.weak.begin(), s.weak.end(), word) == s.weak.end()) s.weak.push_back(word);
  };
  for (uint32_t t = sentence.begin; t < sentence.end;) {
    uint32_t longest = 0;
    for (const Match& m : scene.matches.at(t))
      if (is_topic(scene, m)) longest = std::max(longest, m.tokens.size());
    for (const Match& m : scene.matches.at(t))
      if (m.tokens.size() == longest && is_topic(scene, m)) add(m.hit, m.first.hash);
    // With a pronoun behind it a noun is found by its stem: "its army".
    if (longest == 0 && scene.is_word(t) && scene.reading(t).suf > 0 && !scene.is_verb(t))
      for (const Hit& hit : scene.lexicon.hits(scene.lexicon.step(scene.lexicon.begin(), scene.reading(t).stem)))
        if (hit.table == Table::topics) add(hit, scene.reading(t).stem);
    t += std::max<uint32_t>(1, longest);
  }
  std::vector<bool> told(signs.size());
  std::transform(signs.begin(), signs.end(), told.begin(), [](const Signs& s) { return s.told(); });
  return told;
}

}  // namespace

ContextRules ContextRules::from(const Lexicon& lexicon) {
  ContextRules rules;
  for (uint32_t r = 0; r < lexicon.rows(Table::contexts); ++r) rules.names.emplace_back(lexicon.cell(Table::contexts, r, "context"));
  for (uint32_t r = 0; r < lexicon.rows(Table::topics); ++r) {
    const std::string name(lexicon.cell(Table::topics, r, "context"));
    auto known = std::find(rules.names.begin(), rules.names.end(), name);
    if (known == rules.names.end()) known = rules.names.insert(known, name);
    rules.of_topic.push_back(static_cast<uint32_t>(known - rules.names.begin()));
  }
  return rules;
}

void give_contexts(const Scene& scene, const ContextRules& rules, Document& doc) {
  if (doc.events.empty()) return;
  std::vector<bool> headline(rules.names.size());
  if (doc.sentences.front().headline) headline = contexts_of(scene, rules, doc.sentences.front().tokens);
  std::vector<bool> told;
  uint32_t of_sentence = kNone;
  for (Event& event : doc.events) {
    if (event.sentence != of_sentence) told = contexts_of(scene, rules, doc.sentences[event.sentence].tokens);
    of_sentence = event.sentence;
    for (size_t c = 0; c < told.size(); ++c)
      if (told[c] || headline[c]) event.context.push_back(rules.names[c]);
  }
}

}  // namespace isnad::event
