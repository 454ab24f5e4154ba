// The project's own morphology rows: closed.tsv, verbs.tsv, nouns.tsv, adjectives.tsv, names_morph.tsv, and the verbs
// of events.tsv and cues.tsv.
#pragma once

#include <string>

#include "ayaspell.h"
#include "isnad/result.h"
#include "stems.h"

namespace isnad::morphc {

/// Adds every row under `dir` (lexicon/ar). A faulty row is an Error with its place.
Result<bool> add_rows(const std::string& dir, const Ayaspell& ayaspell, Stems& stems);

}  // namespace isnad::morphc
