// What the fuzz targets share.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "isnad/engine.h"
#include "isnad/exporter.h"

namespace isnad::fuzz {

/// Ends the run with a finding when a promise is broken.
inline void promise(bool kept) {
  if (!kept) __builtin_trap();
}

inline std::string_view text_of(const uint8_t* data, size_t size) { return {reinterpret_cast<const char*>(data), size}; }

inline const Lexicon& lexicon() {
  static const Lexicon lexicon = Lexicon::load(ISNAD_LEXICON_IMAGE).value();
  return lexicon;
}

inline const Engine& engine() {
  static const Engine engine = Engine::build(lexicon(), {.off = {}, .trace = true, .verify = true}).value();
  return engine;
}

}  // namespace isnad::fuzz
