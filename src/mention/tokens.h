// What the readers of noun phrases ask of a token again and again.
#pragma once

#include "base/match.h"
#include "isnad/document.h"

namespace isnad::mention {

inline const Reading& chosen(const Document& doc, uint32_t t) { return doc.reading(doc.tokens[t]); }

inline bool is_word(const Document& doc, uint32_t t) { return doc.tokens[t].kind == TokenKind::word; }

/// The article cut by `p`, or the one of the chosen reading.
inline bool has_article(const Document& doc, uint32_t t, const Peel& p) {
  return p.article || (chosen(doc, t).clitics & clitic::article) != 0;
}

}  // namespace isnad::mention
