#include "base/match.h"

namespace isnad {
namespace {

constexpr char16_t kAlef = u'\u0627', kLam = u'\u0644', kWaw = u'\u0648', kFeh = u'\u0641', kBeh = u'\u0628', kKaf = u'\u0643';
constexpr size_t kMaxEntryTokens = 12;

uint16_t conjunction(char16_t c) { return c == kWaw ? clitic::wa : c == kFeh ? clitic::fa : 0; }
uint16_t preposition(char16_t c) { return c == kBeh ? clitic::ba : c == kKaf ? clitic::ka : c == kLam ? clitic::la : 0; }

void add(Peels& out, uint64_t hash, size_t units, uint16_t clitics, bool article) {
  if (out.count < kMaxPeels) out.items[out.count++] = {hash, static_cast<uint8_t>(units), clitics, article};
}

// The word from `units` on as it stands, and without its article.
void add_rest(Peels& out, std::u16string_view key, size_t units, uint16_t clitics) {
  std::u16string_view rest = key.substr(units);
  if (rest.size() < 2) return;
  add(out, hash_key(rest), units, clitics, false);
  if (rest.size() > 3 && rest[0] == kAlef && rest[1] == kLam) add(out, hash_key(rest.substr(2)), units, clitics, true);
  // The lam preposition swallows the alef of the article.
  if ((clitics & clitic::la) != 0 && rest[0] == kLam && rest.size() > 2) {
    std::u16string whole(1, kAlef);
    whole += rest;
    add(out, hash_key(whole), units, clitics, false);
    add(out, hash_key(rest.substr(1)), units, clitics, true);
  }
}

bool inside_name(const Token& t) { return t.kind == TokenKind::quote_open || t.kind == TokenKind::quote_close; }

void walk(const Lexicon& lexicon, const Document& doc, Walk from, TokenRange so_far, const Peel& first, std::vector<Match>& out) {
  const uint32_t limit = doc.sentences[doc.tokens[so_far.begin].sentence].tokens.end;
  Walk at = from;
  uint32_t next = so_far.end;
  for (size_t depth = 0; at && depth < kMaxEntryTokens; ++depth) {
    for (const Hit& hit : lexicon.hits(at)) out.push_back({hit, {so_far.begin, next}, first});
    if (next < limit && inside_name(doc.tokens[next])) ++next;
    if (next >= limit || doc.tokens[next].kind == TokenKind::punct) return;
    at = lexicon.step(at, hash_key(doc.key_of(doc.tokens[next])));
    ++next;
  }
}

}  // namespace

Peels peel(std::u16string_view key) {
  Peels out;
  add_rest(out, key, 0, 0);
  if (key.size() < 3) return out;
  const uint16_t conj = conjunction(key[0]);
  if (conj != 0) {
    add_rest(out, key, 1, conj);
    if (key.size() > 3 && preposition(key[1]) != 0) add_rest(out, key, 2, conj | preposition(key[1]));
  }
  if (preposition(key[0]) != 0) add_rest(out, key, 1, preposition(key[0]));
  return out;
}

void match_at(const Lexicon& lexicon, const Document& doc, uint32_t at, std::vector<Match>& out) {
  const Token& token = doc.tokens[at];
  if (token.kind != TokenKind::word && token.kind != TokenKind::number) return;
  // With a possessive pronoun behind it the word is found by its stem.
  const Reading& best = doc.reading(token);
  if (best.suf > 0 && best.upos != Upos::verb) {
    const Peel cut{best.stem, best.pre, best.clitics, false};
    for (const Hit& hit : lexicon.hits(lexicon.step(lexicon.begin(), best.stem)))
      if (hit.table == Table::roles) out.push_back({hit, {at, at + 1}, cut});
  }
  for (const Peel& p : peel(doc.key_of(token))) {
    if (Walk w = lexicon.step(lexicon.begin(), p.hash)) walk(lexicon, doc, w, {at, at + 1}, p, out);
  }
}

void Matches::fill(const Lexicon& lexicon, const Document& doc, TokenRange range) {
  base_ = range.begin;
  first_.clear();
  all_.clear();
  for (uint32_t t = range.begin; t < range.end; ++t) {
    first_.push_back(static_cast<uint32_t>(all_.size()));
    match_at(lexicon, doc, t, all_);
  }
  first_.push_back(static_cast<uint32_t>(all_.size()));
}

std::span<const Match> Matches::at(uint32_t token) const {
  if (token < base_ || token + 1 - base_ >= first_.size()) return {};
  const uint32_t from = first_[token - base_], to = first_[token + 1 - base_];
  return {all_.data() + from, to - from};
}

Span span_without(const Document& doc, TokenRange range, const Peel& first) {
  Span span = doc.span_of(range);
  span.begin = doc.at[doc.tokens[range.begin].begin + first.units];
  return span;
}

std::vector<std::string_view> split_cell(std::string_view cell, char separator) {
  std::vector<std::string_view> parts;
  while (!cell.empty()) {
    const size_t cut = cell.find(separator);
    std::string_view part = cell.substr(0, cut);
    if (!part.empty()) parts.push_back(part);
    if (cut == std::string_view::npos) break;
    cell.remove_prefix(cut + 1);
  }
  return parts;
}

std::vector<uint64_t> hash_words(std::string_view form) {
  std::vector<uint64_t> hashes;
  for (std::string_view word : split_cell(form, ' ')) hashes.push_back(hash_key(fold_key(word)));
  return hashes;
}

}  // namespace isnad
