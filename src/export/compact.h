// The compact text form: one record a line, for tests and for reading a diff. Golden cases are written in it.
#pragma once

#include <string>
#include <string_view>

#include "isnad/document.h"
#include "isnad/lexicon.h"

namespace isnad {

/// The layer of one stage:
///   text     CODE «text»                                        (diagnostics)
///   token    headline word | word | [:] | <«> | 14=14 | <»>     (a sentence a line)
///   morph    word: wa+al+ NOUN lemma=… masc sing             (a token a line)
///   chunk    noun: «…» head=«…»
///   mention  «name» kind COUNTRY SECTOR,SECTOR key=…: «form» | «form»
///   quote    «speaker» via «…» cue=«…» content=«… … … …» quoted inside=…
///   event    TYPE/mode actor=«…» recipient=«…» status=… date=… place=… dead=… injured=… statement=«speaker» trigger=«…», then the ties
///   whole    mention, quote and event (also: "")
/// The same Document gives the same bytes.
std::string to_compact(const Document& doc, const Lexicon& lexicon, std::string_view stage);

}  // namespace isnad
