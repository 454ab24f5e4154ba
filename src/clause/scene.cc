#include "clause/scene.h"

#include <algorithm>

namespace isnad::clause {

Scene::Scene(const Lexicon& lex, const FunctionWords& functions, const Document& document)
    : doc(document),
      lexicon(lex),
      fn(function_words_of(functions, document)),
      mention_of_(document.tokens.size(), kNone),
      over_(document.tokens.size(), kNone),
      peels_(document.tokens.size()) {
  matches.fill(lexicon, doc, {0, static_cast<uint32_t>(doc.tokens.size())});
  first_statement_.assign(doc.sentences.size() + 1, static_cast<uint32_t>(doc.statements.size()));
  for (uint32_t s = static_cast<uint32_t>(doc.statements.size()); s-- > 0;)
    first_statement_[doc.tokens[doc.statements[s].cue_token].sentence] = s;
  for (size_t s = doc.sentences.size(); s-- > 0;) first_statement_[s] = std::min(first_statement_[s], first_statement_[s + 1]);
  for (uint32_t m = 0; m < doc.mentions.size(); ++m) {
    const Mention& mention = doc.mentions[m];
    uint32_t& slot = mention_of_[mention.tokens.begin];
    if (slot == kNone || doc.mentions[slot].tokens.size() < mention.tokens.size()) slot = m;
    for (uint32_t t = mention.tokens.begin; t < mention.tokens.end; ++t)
      if (over_[t] == kNone || doc.mentions[over_[t]].tokens.size() < mention.tokens.size()) over_[t] = m;
  }
}

const Peels& Scene::peels(uint32_t t) const {
  Peels& known = peels_[t];
  if (known.count == 0) known = peel(doc.key_of(doc.tokens[t]));
  return known;
}

bool Scene::has_word(uint32_t t, uint64_t word) const {
  const Token& token = doc.tokens[t];
  if (token.kind != TokenKind::word) return false;
  for (uint16_t r = 0; r < token.readings; ++r) {
    const Reading& reading = doc.readings[token.first_reading + r];
    if (reading.stem == word || reading.lemma == word) return true;
  }
  for (const Peel& p : peels(t))
    if (p.hash == word) return true;
  return false;
}

bool Scene::reads(uint32_t t, uint64_t word) const {
  if (!is_word(t)) return false;
  for (const Peel& p : peels(t))
    if (p.hash == word) return true;
  return false;
}

bool Scene::accusative(const Mention& m) const {
  // Counted, it has the alef of the counted noun, whatever the phrase is.
  if (doc.tokens[m.tokens.begin].kind == TokenKind::number || fn[m.tokens.begin] == Fn::number_of || word_at(m.tokens.begin, "number"))
    return false;
  if (m.row.table != static_cast<uint8_t>(Table::roles) && !m.row.none()) return false;  // a name only looks like it
  const Token& head = doc.tokens[m.head];
  const std::u16string_view key = doc.key_of(head);
  if (head.kind != TokenKind::word || key.size() < 4 || key.back() != u'\u0627') return false;
  const uint64_t bare = hash_key(key.substr(0, key.size() - 1));
  for (uint16_t r = 0; r < head.readings; ++r)
    if (doc.readings[head.first_reading + r].lemma == bare) return true;
  return false;
}

// A one-letter preposition that quotation marks part from its name.
uint16_t Scene::apart(uint32_t token) const {
  if (token < 2 || doc.tokens[token - 1].kind != TokenKind::quote_open || !is_word(token - 2)) return 0;
  const std::u16string_view key = doc.key_of(doc.tokens[token - 2]);
  if (key.size() > 2) return 0;
  return key.back() == u'\u0644' ? clitic::la : key.back() == u'\u0628' ? clitic::ba : uint16_t{0};
}

uint16_t Scene::clitics_before(const Mention& m) const {
  const Token& first = doc.tokens[m.tokens.begin];
  const uint32_t cut = first.span.begin;
  if (m.span.begin <= cut) return apart(m.tokens.begin);
  const Reading& r = doc.reading(first);
  if (r.pre > 0) return r.clitics;
  // The mention was cut against the chosen reading: read the letters themselves.
  for (const Peel& p : peel(doc.key_of(first)))
    if (p.units > 0 && doc.at[first.begin + p.units] == m.span.begin) return p.clitics;
  return 0;
}

bool Scene::counts(uint32_t t) const {
  return doc.tokens[t].kind == TokenKind::number || fn[t] == Fn::number_of || fn[t] == Fn::some || fn[t] == Fn::one_of ||
         word_at(t, "number");
}

// "a number of", "an unknown number of": the count before the word "of" at `from`; kNone where none stands.
uint32_t Scene::count_before(uint32_t from) const {
  constexpr uint32_t kAttributes = 2;
  for (uint32_t t = from; t-- > 0 && t + kAttributes + 1 >= from;) {
    if (counts(t) || fn[t] == Fn::all) return t;
    const bool attribute = is_word(t) && (reading(t).clitics & clitic::article) == 0 && !is_verb(t) && reading(t).upos != Upos::adp;
    if (!attribute) break;
  }
  return kNone;
}

bool Scene::governed(const Mention& m) const {
  if ((clitics_before(m) & (clitic::ba | clitic::la | clitic::ka)) != 0) return true;
  if (m.tokens.begin == 0) return false;
  const Token& before_first = doc.tokens[m.tokens.begin - 1];
  if (before_first.kind == TokenKind::punct && doc.key[before_first.begin] == u'(' &&
      doc.sentences[before_first.sentence].tokens.begin + 2 >= m.tokens.begin)
    return true;
  // The name of an outlet behind its kind: "to the agency X".
  if (const Mention* kind = mention_over(m.tokens.begin - 1); kind && kind->tokens.end == m.tokens.begin && !kind->adjective &&
                                                              doc.entities[kind->entity].kind == EntityKind::outlet &&
                                                              doc.entities[m.entity].kind == EntityKind::outlet)
    return governed(*kind);
  // In a construct chain the preposition stands before the chain.
  uint32_t at = m.tokens.begin;
  for (int chain = 0; chain < 2 && at > 1; ++chain) {
    const uint32_t before = at - 1;
    if (!is_word(before) || over_[before] != kNone || fn[before] != Fn::none || doc.tokens[before].sentence != doc.tokens[at].sentence)
      break;
    if (word_at(before, "adverbial")) return false;
    const Reading& noun = reading(before);
    if (noun.upos != Upos::noun || (noun.clitics & clitic::article) != 0 || noun.suf > 0) break;
    if ((noun.clitics & (clitic::ba | clitic::la)) != 0) return true;
    at = before;
  }
  // "eight of them", "one of them": what counts for the phrase is what stands before the count.
  if (const uint32_t count = fn[at - 1] == Fn::from ? count_before(at - 1) : kNone; count != kNone) {
    at = count;
    if (is_word(at) && (reading(at).clitics & (clitic::ba | clitic::la | clitic::ka)) != 0) return true;
    if (at == 0) return false;
  }
  // "which X controls": a preposition with a pronoun has what it governs.
  if (is_word(at - 1) && reading(at - 1).upos == Upos::adp && (reading(at - 1).clitics & clitic::pronoun) != 0) return false;
  if (fn[at - 1] == Fn::toward && counts(at)) return false;  // "about a thousand …"
  return is_preposition(fn[at - 1]);
}

bool Scene::word_at(uint32_t t, std::string_view cls, std::string_view* value, uint32_t* length) const {
  const Match* best = nullptr;
  for (const Match& m : matches.at(t))
    if (m.hit.table == Table::words && lexicon.cell(Table::words, m.hit.row, "class") == cls &&
        (!best || m.tokens.size() > best->tokens.size()))
      best = &m;
  if (!best) return false;
  if (value) *value = lexicon.cell(Table::words, best->hit.row, "value");
  if (length) *length = best->tokens.size();
  return true;
}

std::pair<uint32_t, uint32_t> Scene::statements_near(uint32_t sentence) const {
  constexpr uint32_t kSentencesBack = 40;  // a quotation runs over no more
  return {first_statement_[sentence > kSentencesBack ? sentence - kSentencesBack : 0], first_statement_[sentence + 1]};
}

uint32_t Scene::statement_of(uint32_t t) const {
  const Span span = doc.tokens[t].span;
  const auto [first, last] = statements_near(doc.tokens[t].sentence);
  uint32_t best = kNone;
  for (uint32_t s = first; s < last; ++s) {
    const Statement& statement = doc.statements[s];
    if (!statement.content.covers(span) && !(statement.content.overlaps(span) && statement.content.begin < span.end)) continue;
    if (statement.cue.overlaps(span)) continue;
    if (best == kNone ||
        statement.content.end - statement.content.begin < doc.statements[best].content.end - doc.statements[best].content.begin)
      best = s;
  }
  return best;
}

TokenRange Scene::limits(uint32_t t) const {
  const TokenRange sentence = doc.sentences[doc.tokens[t].sentence].tokens;
  const uint32_t statement = statement_of(t);
  if (statement == kNone) return sentence;
  const Span content = doc.statements[statement].content;
  TokenRange limits = sentence;
  while (limits.begin < limits.end && doc.tokens[limits.begin].span.end <= content.begin) ++limits.begin;
  while (limits.end > limits.begin && doc.tokens[limits.end - 1].span.begin >= content.end) --limits.end;
  return limits.contains(t) ? limits : sentence;
}

int Scene::count_words(std::string_view cls) const {
  int count = 0;
  for (uint32_t t = 0; t < doc.tokens.size(); ++t) count += word_at(t, cls);
  return count;
}

bool Scene::opens_clause(uint32_t t) const {
  switch (fn[t]) {
    case Fn::that:
    case Fn::indeed:
    case Fn::where:
    case Fn::while_:
    case Fn::but:
    case Fn::whether: return true;
    default: break;
  }
  if (doc.tokens[t].kind == TokenKind::punct) {
    const char16_t mark = doc.key[doc.tokens[t].begin];
    return mark == u':' || mark == u'\u061B' || mark == u';';
  }
  return is_verb(t) && (reading(t).clitics & (clitic::wa | clitic::fa)) != 0;
}

TokenRange Scene::clause(uint32_t t, TokenRange limits) const {
  TokenRange out{t, t + 1};
  while (out.begin > limits.begin && !opens_clause(out.begin) && fn[out.begin - 1] != Fn::that && fn[out.begin - 1] != Fn::indeed) {
    const Token& before = doc.tokens[out.begin - 1];
    if (before.kind == TokenKind::punct && opens_clause(out.begin - 1)) break;
    --out.begin;
  }
  while (out.end < limits.end && !opens_clause(out.end)) ++out.end;
  return out;
}

}  // namespace isnad::clause
