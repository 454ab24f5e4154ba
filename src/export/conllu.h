// CoNLL-U: one line per segment, for measuring segmentation and parts of speech against treebanks.
#pragma once

#include <string>

#include "isnad/document.h"
#include "isnad/lexicon.h"

namespace isnad {

/// `# newdoc_id = ID`, then each sentence with `# sent_id = ID-N` (N from 1) and `# text = …`; clitics are segments, the article is not.
std::string to_conllu(const Document& doc, const Lexicon& lexicon);

}  // namespace isnad
