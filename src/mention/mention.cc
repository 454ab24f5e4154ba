// Stage `mention`: named and composed parties, and the entities that they are.
#include <algorithm>

#include "mention/phrase.h"
#include "mention/resolve.h"
#include "mention/rules.h"
#include "mention/surnames.h"
#include "stage.h"

namespace isnad {
namespace {

class MentionStage final : public Stage {
 public:
  explicit MentionStage(const Lexicon& lexicon)
      : lexicon_(lexicon), rules_(mention::Rules::from(lexicon)), functions_(FunctionWords::from(lexicon)) {}

  void run(Document& doc) const override {
    const std::vector<Fn> functions = function_words_of(functions_, doc);
    thread_local Matches matches;
    std::vector<mention::Draft> drafts;
    for (const Sentence& sentence : doc.sentences) {
      matches.fill(lexicon_, doc, sentence.tokens);
      mention::PhraseReader(rules_, doc, matches, functions, drafts).read_sentence(sentence.tokens);
    }
    mention::add_surnames(doc, drafts);
    mention::Resolver(rules_, doc, functions).resolve(drafts, outlet_country(doc.report.outlet));
  }

  std::string verify(const Document& doc) const override {
    for (const Mention& m : doc.mentions) {
      if (m.entity >= doc.entities.size()) return "mention of no entity";
      if (m.span.empty() || m.span.end > doc.report.text.size()) return "mention outside the text";
      if (m.tokens.end > doc.tokens.size() || m.tokens.size() == 0) return "mention without tokens";
    }
    for (const Entity& e : doc.entities)
      if (e.mentions.empty() || e.country.empty()) return "entity without mentions or country";
    return {};
  }

 private:
  std::string_view outlet_country(std::string_view outlet) const {
    Walk walk = lexicon_.begin();
    for (uint64_t word : hash_words(outlet)) walk = lexicon_.step(walk, word);
    for (const Hit& hit : lexicon_.hits(walk))
      if (hit.table == Table::outlets) return rules_.outlets[hit.row].country;
    return {};
  }

  Lexicon lexicon_;
  mention::Rules rules_;
  FunctionWords functions_;
};

}  // namespace

Result<std::unique_ptr<Stage>> make_mention_stage(const Lexicon& lexicon, const EngineOptions&) {
  return std::make_unique<MentionStage>(lexicon);
}

}  // namespace isnad
