// Readings and kinds in words, for `isnad explain`.
#pragma once

#include <string>
#include <string_view>

#include "isnad/document.h"
#include "isnad/lexicon.h"

namespace isnad::cli {

/// "verb LEMMA past 3 masc sing +wa": what a reading says, its lemma as the lexicon writes it.
std::string features_of(const Reading& reading, const Lexicon& lexicon);
std::string_view token_kind_name(TokenKind kind);
std::string_view chunk_kind_name(ChunkKind kind);
std::string_view status_words(Status status);

}  // namespace isnad::cli
