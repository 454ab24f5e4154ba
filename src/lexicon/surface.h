// The surface forms of a row: what the name trie is made of.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "isnad/lexicon.h"
#include "lexicon/rows.h"

namespace isnad::lexicon {

using FormSink = std::function<void(std::u16string_view form, Form kind)>;

/// Calls `sink` with each surface form of the row, folded, in a fixed order; a form may come twice.
void surface_forms(Table table, const SourceRow& row, const FormSink& sink);

/// The token keys of a folded form: its words without spaces, hyphens, quotation marks and other signs.
std::vector<uint64_t> token_keys(std::u16string_view form);

}  // namespace isnad::lexicon
