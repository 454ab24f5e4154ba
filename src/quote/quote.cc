// Stage `quote`: statements, their speakers and the chain that carried them.
#include "quote/reader.h"
#include "stage.h"

namespace isnad {
namespace {

class QuoteStage final : public Stage {
 public:
  explicit QuoteStage(const Lexicon& lexicon)
      : lexicon_(lexicon), functions_(FunctionWords::from(lexicon)), cues_(quote::Cues::from(lexicon, functions_)) {}

  void run(Document& doc) const override { quote::Reader(lexicon_, cues_, functions_, doc).read(); }

  std::string verify(const Document& doc) const override {
    for (const Statement& s : doc.statements) {
      if (s.speaker != kNone && s.speaker >= doc.entities.size()) return "statement of no entity";
      if (s.inside != kNone && s.inside >= doc.statements.size()) return "statement inside nothing";
      if (s.content.end > doc.report.text.size() || s.cue.end > doc.report.text.size()) return "statement outside the text";
      if (s.content.empty() || s.cue.empty()) return "statement without words";
    }
    return {};
  }

 private:
  Lexicon lexicon_;
  FunctionWords functions_;
  quote::Cues cues_;
};

}  // namespace

Result<std::unique_ptr<Stage>> make_quote_stage(const Lexicon& lexicon, const EngineOptions&) {
  return std::make_unique<QuoteStage>(lexicon);
}

}  // namespace isnad
