#include "quote/cues.h"

#include <algorithm>
#include <tuple>

namespace isnad::quote {
namespace {

CueKind kind_of(std::string_view kind) {
  if (kind == "participle") return CueKind::participle;
  if (kind == "noun") return CueKind::noun;
  if (kind == "preposition") return CueKind::preposition;
  if (kind == "relay") return CueKind::relay;
  return CueKind::verb;
}

void read_markers(std::string_view cell, const FunctionWords& functions, CueRow& row) {
  for (std::string_view marker : split_cell(cell)) {
    if (marker == "direct") row.direct = true;
    else if (marker == "bare") row.bare = true;
    else if (marker != ":") {
      if (fold_key(marker).size() == 1) {
        row.joined_preposition = true;
        continue;
      }
      const std::vector<uint64_t> words = hash_words(marker);
      if (words.empty()) continue;
      const Fn first = functions.of(words.front());
      // "bi-that" and a bare unknown word count as "that": the marker's last word decides.
      const Fn last = functions.of(words.back());
      if (last == Fn::that || last == Fn::indeed || first == Fn::none) row.that = true;
      if (first != Fn::none && first != Fn::that && first != Fn::indeed) row.prepositions.push_back(first);
    }
  }
}

}  // namespace

Cues Cues::from(const Lexicon& lexicon, const FunctionWords& functions) {
  Cues cues(lexicon);
  for (uint32_t r = 0; r < lexicon.rows(Table::cues); ++r) {
    CueRow row;
    row.kind = kind_of(lexicon.cell(Table::cues, r, "kind"));
    const std::string_view strength = lexicon.cell(Table::cues, r, "strength");
    row.strength = strength.empty() ? 2 : strength[0] - '0';
    read_markers(lexicon.cell(Table::cues, r, "with"), functions, row);
    cues.rows_.push_back(row);
    const bool verbal = row.kind == CueKind::verb || row.kind == CueKind::relay;
    if (!verbal) cues.add_form(lexicon.cell(Table::cues, r, "lemma"), r);
    for (std::string_view form : split_cell(lexicon.cell(Table::cues, r, "forms"))) cues.add_form(form, r);
  }
  return cues;
}

void Cues::add_form(std::string_view form, uint32_t row) {
  std::vector<uint64_t> words = hash_words(form);
  if (words.empty()) return;
  const uint64_t first = words.front();
  words.erase(words.begin());
  forms_[first].push_back({row, std::move(words)});
}

bool Cues::verb_cue(const Document& doc, uint32_t at, Cue& out) const {
  const Token& token = doc.tokens[at];
  const Reading& best = doc.reading(token);
  if (best.upos != Upos::verb) return false;
  bool found = false;
  for (const Hit& hit : lexicon_.by_lemma(best.lemma)) {
    if (hit.table != Table::cues) continue;
    if (found && rows_[hit.row].strength <= rows_[out.row].strength) continue;
    found = true;
    out.row = hit.row;
  }
  if (!found) return false;
  out.tokens = {at, at + 1};
  out.cut = best.pre;
  out.joined = (best.clitics & (clitic::wa | clitic::fa)) != 0;
  return true;
}

bool Cues::form_cue(const Document& doc, uint32_t at, uint32_t end, Cue& out) const {
  bool found = false;
  for (const Peel& p : peel(doc.key_of(doc.tokens[at]))) {
    auto it = forms_.find(p.hash);
    if (it == forms_.end()) continue;
    for (const Form& form : it->second) {
      uint32_t t = at + 1;
      bool fits = true;
      for (size_t w = 0; w < form.rest.size() && fits; ++w, ++t) {
        // The last word may be a bare preposition that is written with what follows.
        fits = t < end && (hash_key(doc.key_of(doc.tokens[t])) == form.rest[w] ||
                           (w + 1 == form.rest.size() && hash_key(doc.key_of(doc.tokens[t]).substr(0, 1)) == form.rest[w]));
        if (fits && doc.key_of(doc.tokens[t]).size() > 1 && hash_key(doc.key_of(doc.tokens[t])) != form.rest[w]) --t;
      }
      if (!fits) continue;
      const TokenRange range{at, std::max(t, at + 1)};
      const auto weight = [&](const TokenRange& r, uint32_t row, uint8_t cut) {
        return std::tuple(r.size(), rows_[row].strength, -int(cut));
      };
      if (found && weight(range, form.row, p.units) <= weight(out.tokens, out.row, out.cut)) continue;
      found = true;
      out = {form.row, range, p.units, (p.clitics & (clitic::wa | clitic::fa)) != 0};
    }
  }
  return found;
}

std::vector<Cue> Cues::find(const Document& doc, TokenRange sentence) const {
  std::vector<Cue> out;
  for (uint32_t t = sentence.begin; t < sentence.end; ++t) {
    if (doc.tokens[t].kind != TokenKind::word) continue;
    Cue cue;
    if (form_cue(doc, t, sentence.end, cue) || verb_cue(doc, t, cue)) {
      out.push_back(cue);
      t = std::max(t, cue.tokens.end - 1);
    }
  }
  return out;
}

}  // namespace isnad::quote
