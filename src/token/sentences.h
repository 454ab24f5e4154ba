// Where sentences end.
#pragma once

#include <unordered_set>
#include <vector>

#include "isnad/document.h"
#include "isnad/lexicon.h"

namespace isnad {

/// The words after which a full stop does not end a sentence: rows of ar/words.tsv of class `abbreviation`, by hash_key
/// of the word without its stop.
using Abbreviations = std::unordered_set<uint64_t>;
Abbreviations abbreviations_of(const Lexicon& lexicon);

/// Fills doc.sentences and Token::sentence from doc.tokens.
void cut_sentences(Document& doc, const std::vector<uint8_t>& newline_before, const Abbreviations& abbreviations);

}  // namespace isnad
