// A person named in full once is later named by one word: finds those words.
#pragma once

#include <string_view>
#include <vector>

#include "isnad/document.h"
#include "mention/phrase.h"

namespace isnad::mention {

/// Spellings of one foreign or dialect name: the same first letter, and a third of the letters at most differ. Keys, without article.
bool same_name(std::u16string_view a, std::u16string_view b);

/// Adds a draft for each uncovered word that is a family name of a person among `drafts`, and puts all in text order.
void add_surnames(const Document& doc, std::vector<Draft>& drafts);

}  // namespace isnad::mention
