// The contract of a stage: what src/pipeline/engine.cc knows of it, and nothing else does.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "isnad/document.h"
#include "isnad/engine.h"
#include "isnad/lexicon.h"

namespace isnad {

/// Built once from the Lexicon, then used by many threads through const calls. Scratch memory is thread_local inside the stage.
class Stage {
 public:
  virtual ~Stage() = default;
  /// Adds this stage's layer to `doc`. Never throws on text.
  virtual void run(Document& doc) const = 0;
  /// Empty when the layer keeps its promises (spans inside the text and on code points, indices in range, …); else what is broken.
  virtual std::string verify(const Document& doc) const = 0;
};

using StageMaker = Result<std::unique_ptr<Stage>> (*)(const Lexicon&, const EngineOptions&);

Result<std::unique_ptr<Stage>> make_text_stage(const Lexicon&, const EngineOptions&);
Result<std::unique_ptr<Stage>> make_token_stage(const Lexicon&, const EngineOptions&);
Result<std::unique_ptr<Stage>> make_morph_stage(const Lexicon&, const EngineOptions&);
Result<std::unique_ptr<Stage>> make_chunk_stage(const Lexicon&, const EngineOptions&);
Result<std::unique_ptr<Stage>> make_mention_stage(const Lexicon&, const EngineOptions&);
Result<std::unique_ptr<Stage>> make_quote_stage(const Lexicon&, const EngineOptions&);
Result<std::unique_ptr<Stage>> make_event_stage(const Lexicon&, const EngineOptions&);

}  // namespace isnad
