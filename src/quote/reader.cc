#include "quote/reader.h"

#include <algorithm>

namespace isnad::quote {
namespace {

constexpr uint32_t kWindow = 48;        // tokens between a cue and its content
constexpr uint32_t kDirectWindow = 24;  // tokens between a weak cue and its quotation
constexpr uint32_t kLongQuote = 400;    // tokens of a quotation that runs over sentences
constexpr size_t kLookBack = 60;        // statements or mentions back to an omitted speaker
constexpr ptrdiff_t kForms = 6;         // mentions of a speaker that are held against the verb
constexpr uint32_t kNear = 40;          // statements that one statement may hold
constexpr char16_t kColon = u':';

}  // namespace

Reader::Reader(const Lexicon& lexicon, const Cues& cues, const FunctionWords& functions, Document& doc)
    : cues_(cues), doc_(doc), scene_(lexicon, functions, doc), functions_(scene_.fn) {}

bool Reader::is_colon(uint32_t t) const {
  const Token& token = doc_.tokens[t];
  return token.kind == TokenKind::punct && doc_.key[token.begin] == kColon;
}

void Reader::read() {
  for (const Sentence& sentence : doc_.sentences) read_sentence(sentence);
  nest();
}

void Reader::read_sentence(const Sentence& sentence) {
  found_ = cues_.find(doc_, sentence.tokens);
  const size_t before = doc_.statements.size();
  for (size_t c = 0; c < found_.size(); ++c) {
    const Cue& cue = found_[c];
    if (cue.tokens.begin < skip_until_ || is_background(cue)) continue;
    if (cues_.row(cue.row).kind == CueKind::preposition) read_preposition(sentence, cue);
    else read_verb(sentence, cue, c + 1);
  }
  if (doc_.statements.size() == before) read_headline_colon(sentence);
}

// "it is told that …": the report itself speaks.
bool Reader::is_background(const Cue& cue) const {
  uint32_t length = 0;
  return scene_.word_at(cue.tokens.begin, "background", nullptr, &length) && length > 1;
}

// "it was said": nobody is told to have said it.
bool Reader::is_impersonal(const Cue& cue) const { return scene_.is_verb(cue.tokens.begin) && scene_.reading(cue.tokens.begin).passive; }

// "in a statement of X", "in a statement by the army": whose the words are.
uint32_t Reader::owner(const Cue& cue, uint32_t limit) const {
  for (uint32_t t = cue.tokens.end; t < limit; ++t) {
    const Mention* m = scene_.mention_at(t);
    if (m && !m->adjective) return doc_.entities[m->entity].kind == EntityKind::outlet ? kNone : m->entity;
    if (scene_.is_verb(t)) break;
  }
  return kNone;
}

// "X: …", the colon is the cue.
void Reader::read_headline_colon(const Sentence& sentence) {
  const uint32_t last = std::min(sentence.tokens.end, sentence.tokens.begin + 10);
  for (uint32_t t = sentence.tokens.begin + 1; t < last && t + 1 < sentence.tokens.end; ++t) {
    if (!is_colon(t)) continue;
    const uint32_t speaker = subject_after(sentence.tokens.begin, t);
    const Mention* first = scene_.mention_at(sentence.tokens.begin);
    if (speaker == kNone || !first || first->tokens.end + 2 < t) return;
    Statement statement;
    statement.speaker = speaker;
    statement.cue = doc_.tokens[t].span;
    statement.cue_token = t;
    statement.quoted = doc_.tokens[t + 1].kind == TokenKind::quote_open;
    add(std::move(statement), t + 1, sentence.tokens.end);
    return;
  }
}

// A quotation of a word or two is a name or an irony, not speech.
bool Reader::short_quote(uint32_t open, uint32_t end) const {
  uint32_t words = 0;
  for (uint32_t t = open + 1; t < end && doc_.tokens[t].kind != TokenKind::quote_close; ++t) ++words;
  return words <= 2;
}

Reader::Opening Reader::open(const Sentence& sentence, const Cue& cue) const {
  const CueRow& row = cues_.row(cue.row);
  const uint32_t end = std::min(sentence.tokens.end, cue.tokens.end + (row.direct ? kDirectWindow : kWindow));
  for (uint32_t t = cue.tokens.end; t < end; ++t) {
    const Token& token = doc_.tokens[t];
    if (token.kind == TokenKind::quote_open && t + 1 < doc_.tokens.size() && !short_quote(t, sentence.tokens.end)) return {t + 1, t, true};
    if (is_colon(t) && t + 1 < sentence.tokens.end) {
      const bool quoted = doc_.tokens[t + 1].kind == TokenKind::quote_open;
      return {t + 1 + (quoted && t + 2 < doc_.tokens.size() ? 1 : 0), t, quoted};
    }
    const Fn fn = functions_[t];
    if (!row.direct && (fn == Fn::that || fn == Fn::indeed) && t + 1 < sentence.tokens.end) {
      const bool attached = doc_.reading(token).suf > 0;
      uint32_t content = attached ? t : t + 1;
      const bool quoted = !attached && doc_.tokens[content].kind == TokenKind::quote_open;
      if (quoted && content + 1 < doc_.tokens.size()) ++content;
      return {content, t, quoted};
    }
    if (!row.direct && t > cue.tokens.end + 2 && doc_.tokens[t].kind == TokenKind::word && doc_.reading(token).upos == Upos::verb &&
        !row.that && row.prepositions.empty())
      break;
  }
  return row.direct ? Opening{} : open_bare(sentence, cue);
}

// Without a marker: behind the preposition that the cue takes, or a noun phrase at once.
Reader::Opening Reader::open_bare(const Sentence& sentence, const Cue& cue) const {
  const CueRow& row = cues_.row(cue.row);
  const uint32_t end = std::min(sentence.tokens.end, cue.tokens.end + kDirectWindow);
  for (uint32_t t = cue.tokens.end; t + 1 < end; ++t)
    for (Fn preposition : row.prepositions)
      if (functions_[t] == preposition) return {t + 1, t, false};
  if (row.joined_preposition)
    for (uint32_t t = cue.tokens.end; t < end; ++t) {
      const Mention* over = scene_.mention_over(t);
      if (over && over->tokens.begin < t) continue;  // "spokesman in the name of": still the speaker
      if (scene_.is_word(t) && (scene_.reading(t).clitics & clitic::ba) != 0) return {t, t, false};
    }
  if (!row.bare) return {};
  uint32_t t = cue.tokens.end;
  if (t < end)
    if (const Mention* subject = scene_.mention_at(t); subject && !scene_.governed(*subject)) t = subject->tokens.end;
  while (t < end && doc_.tokens[t].kind != TokenKind::word) ++t;
  if (t >= end) return {};
  return {t, t, false};
}

uint32_t Reader::closing(uint32_t open) const {
  const uint32_t last = static_cast<uint32_t>(std::min<size_t>(doc_.tokens.size(), size_t{open} + kLongQuote));
  int depth = 0;
  for (uint32_t t = open; t < last; ++t) {
    if (doc_.tokens[t].kind == TokenKind::quote_open) ++depth;
    if (doc_.tokens[t].kind == TokenKind::quote_close && depth-- == 0) return t;
  }
  return kNone;
}

// One past the last token of what is said.
uint32_t Reader::content_end(const Sentence& sentence, const Opening& opening, size_t next) const {
  if (opening.quoted) {
    const uint32_t close = closing(opening.content);
    if (close != kNone && close > opening.content) return close;
  }
  uint32_t end = sentence.tokens.end;
  for (size_t c = next; c < found_.size(); ++c) {
    const Cue& other = found_[c];
    if (other.tokens.begin <= opening.content) continue;
    const CueKind kind = cues_.row(other.row).kind;
    const bool sibling = kind == CueKind::participle || ((kind == CueKind::verb || kind == CueKind::relay) && other.joined);
    if (sibling && cues_.row(other.row).strength >= 2) {
      end = other.tokens.begin;
      break;
    }
  }
  while (end > opening.content + 1 && doc_.tokens[end - 1].kind == TokenKind::punct) --end;
  return end;
}

uint32_t Reader::subject_after(uint32_t from, uint32_t to) const {
  for (uint32_t t = from; t < to; ++t) {
    const Mention* m = scene_.mention_at(t);
    if (!m) continue;
    if (!scene_.governed(*m) && !m->adjective && !is_source(t)) return m->entity;
    t = m->tokens.end - 1;
  }
  return kNone;
}

// Behind "according to".
bool Reader::is_source(uint32_t token) const {
  return std::any_of(found_.begin(), found_.end(),
                     [&](const Cue& cue) { return cue.tokens.end == token && cues_.row(cue.row).kind == CueKind::preposition; });
}

uint32_t Reader::subject_before(const Sentence& sentence, uint32_t at) const {
  for (uint32_t t = at; t-- > sentence.tokens.begin;) {
    if (doc_.tokens[t].kind == TokenKind::word && doc_.reading(doc_.tokens[t]).upos == Upos::verb && t + 1 < at) return kNone;
    const Mention* m = scene_.mention_at(t);
    if (m && m->tokens.end <= at && !scene_.governed(*m) && !m->adjective) return m->entity;
  }
  return kNone;
}

bool Reader::agrees(uint32_t verb, uint32_t entity) const {
  if (!scene_.is_verb(verb)) return true;
  const std::vector<uint32_t>& mentions = doc_.entities[entity].mentions;
  return std::any_of(mentions.begin(), mentions.begin() + std::min<ptrdiff_t>(kForms, static_cast<ptrdiff_t>(mentions.size())),
                     [&](uint32_t m) { return clauses_.agrees_before(verb, doc_.mentions[m]); });
}

// With an omitted subject: who spoke last and agrees with the verb.
uint32_t Reader::last_speaker(const Sentence& sentence, uint32_t verb) const {
  for (size_t s = doc_.statements.size(), last = s > kLookBack ? s - kLookBack : 0; s-- > last;) {
    const uint32_t speaker = doc_.statements[s].speaker;
    if (speaker == kNone || doc_.statements[s].inside != kNone || !agrees(verb, speaker)) continue;
    return speaker;
  }
  const auto here = std::lower_bound(doc_.mentions.begin(), doc_.mentions.end(), sentence.tokens.begin,
                                     [](const Mention& m, uint32_t token) { return m.tokens.begin < token; });
  for (size_t m = static_cast<size_t>(here - doc_.mentions.begin()), last = m > kLookBack ? m - kLookBack : 0; m-- > last;) {
    const Mention& mention = doc_.mentions[m];
    if (doc_.entities[mention.entity].kind == EntityKind::person && agrees(verb, mention.entity)) return mention.entity;
  }
  return kNone;
}

uint32_t Reader::sentence_subject(const Sentence& sentence, uint32_t before) {
  for (size_t s = doc_.statements.size(), last = s > kLookBack ? s - kLookBack : 0; s-- > last;) {
    const Statement& statement = doc_.statements[s];
    if (statement.cue.begin < sentence.span.begin) break;
    if (statement.speaker != kNone && statement.cue_token < before) return statement.speaker;
  }
  // Else the subject of the verb that the participle goes with: not that of a relative clause.
  for (uint32_t t = before; t-- > sentence.tokens.begin;) {
    if (!scene_.is_verb(t) || (t > sentence.tokens.begin && scene_.fn[t - 1] == Fn::who)) continue;
    const clause::Frame& frame = clauses_.frame(t);
    if (!frame.subject.empty() && !frame.noun_subject) return frame.subject.front()->entity;
  }
  return subject_after(sentence.tokens.begin, before);
}

uint32_t Reader::speaker_of(const Sentence& sentence, const Cue& cue, uint32_t limit) {
  const CueKind kind = cues_.row(cue.row).kind;
  const uint32_t at = cue.tokens.begin;
  if (kind == CueKind::participle) {
    const uint32_t subject = sentence_subject(sentence, at);
    return subject != kNone ? subject : last_speaker(sentence, at);
  }
  if (scene_.is_verb(at)) {
    const clause::Frame& frame = clauses_.frame(at);
    if (!frame.subject.empty() && !frame.inherited) return frame.subject.front()->entity;
  }
  if (const uint32_t subject = subject_after(cue.tokens.end, limit); subject != kNone) return subject;
  if (!cue.joined || kind == CueKind::noun)
    if (const uint32_t subject = subject_before(sentence, at); subject != kNone) return subject;
  if (is_impersonal(cue)) return kNone;
  if (kind == CueKind::noun)
    if (const uint32_t whose = owner(cue, limit); whose != kNone) return whose;
  return last_speaker(sentence, at);
}

// Outlets named on the way carried the statement.
void Reader::add_relays(Statement& statement, uint32_t from, uint32_t to) const {
  for (uint32_t t = from; t < to; ++t) {
    const Mention* m = scene_.mention_at(t);
    const bool dateline = t > 0 && doc_.tokens[t - 1].kind == TokenKind::punct && doc_.key[doc_.tokens[t - 1].begin] == u'(';
    if (!m || dateline || m->entity == statement.speaker || doc_.entities[m->entity].kind != EntityKind::outlet) continue;
    if (std::find(statement.via.begin(), statement.via.end(), m->entity) == statement.via.end()) statement.via.push_back(m->entity);
  }
}

// "said X, quoting Y", "the agency reported from Y": Y is the speaker, and the subject has carried it.
void Reader::name_speaker(const Sentence& sentence, const Cue& cue, uint32_t limit, Statement& statement) {
  uint32_t about = kNone;
  bool quoting = cues_.row(cue.row).kind == CueKind::relay;
  for (uint32_t t = cue.tokens.end; t < limit; ++t) {
    uint32_t length = 0;
    if (scene_.word_at(t, "relay-phrase", nullptr, &length)) {
      about = t + length - 1;
      quoting = true;
      break;
    }
    if (scene_.fn[t] == Fn::about && scene_.reading(t).suf == 0 && (scene_.reading(t).clitics & clitic::pronoun) == 0) about = t;
  }
  const uint32_t carrier = speaker_of(sentence, cue, about == kNone ? limit : about);
  statement.speaker = carrier;
  if (about == kNone || carrier == kNone || (!quoting && doc_.entities[carrier].kind != EntityKind::outlet)) return;
  for (uint32_t t = about; t < limit; ++t) {
    const Mention* m = scene_.mention_at(t);
    if (!m) continue;
    const bool person =
        quoting || doc_.entities[m->entity].kind == EntityKind::person || doc_.entities[m->entity].kind == EntityKind::group;
    if (person && m->entity != carrier) {
      statement.speaker = m->entity;
      statement.via.push_back(carrier);
    }
    return;
  }
}

// "as the agency quoted him": who carried what the sentence has told already.
bool Reader::adds_relay(const Sentence& sentence, const Cue& cue) {
  if (cues_.row(cue.row).kind != CueKind::relay || doc_.statements.empty()) return false;
  Statement& last = doc_.statements.back();
  if (last.cue.begin < sentence.span.begin || last.cue_token >= cue.tokens.begin) return false;
  const uint32_t next = cue.tokens.end;
  if (next >= sentence.tokens.end || scene_.reading(next).upos != Upos::adp || (scene_.reading(next).clitics & clitic::pronoun) == 0)
    return false;
  const uint32_t carrier = subject_after(next, sentence.tokens.end);
  if (carrier == kNone || carrier == last.speaker) return false;
  if (std::find(last.via.begin(), last.via.end(), carrier) == last.via.end()) last.via.push_back(carrier);
  return true;
}

// "he added": told to the same outlet as what he said before.
void Reader::keep_relays(const Sentence& sentence, const Cue& cue, Statement& statement) {
  if (!statement.via.empty() || !cue.joined || doc_.statements.empty()) return;
  const Statement& last = doc_.statements.back();
  const bool omitted =
      scene_.is_verb(cue.tokens.begin) && (clauses_.frame(cue.tokens.begin).subject.empty() || clauses_.frame(cue.tokens.begin).inherited);
  if (omitted && last.speaker == statement.speaker && last.cue.end <= sentence.span.end) statement.via = last.via;
}

void Reader::read_verb(const Sentence& sentence, const Cue& cue, size_t next) {
  const CueRow& row = cues_.row(cue.row);
  if (adds_relay(sentence, cue)) return;
  if (row.kind == CueKind::verb && row.strength >= 2 && read_behind_quote(sentence, cue)) return;
  const Opening opening = open(sentence, cue);
  if (opening.content == kNone || opening.content >= doc_.tokens.size()) return;
  if (row.direct && !opening.quoted && !is_colon(opening.marker)) return;
  if (row.kind == CueKind::noun && opening.marker > cue.tokens.end + 8) return;
  Statement statement;
  statement.rule = {static_cast<uint8_t>(Table::cues), cue.row};
  statement.cue = Span{doc_.at[doc_.tokens[cue.tokens.begin].begin + cue.cut], doc_.tokens[cue.tokens.end - 1].span.end};
  statement.cue_token = cue.tokens.begin;
  statement.quoted = opening.quoted;
  const uint32_t limit = opening.marker;
  name_speaker(sentence, cue, limit, statement);
  if (statement.speaker == kNone && is_impersonal(cue)) return;
  if (row.kind != CueKind::participle) add_relays(statement, sentence.tokens.begin, limit);
  keep_relays(sentence, cue, statement);
  const uint32_t end = content_end(sentence, opening, next);
  skip_until_ = opening.content;
  add(std::move(statement), opening.content, end);
}

// "…", said X: the quotation has closed right before the cue, and nothing opens behind it.
bool Reader::read_behind_quote(const Sentence& sentence, const Cue& cue) {
  uint32_t close = cue.tokens.begin;
  while (close > 0 && doc_.tokens[close - 1].kind == TokenKind::punct) --close;
  if (close == 0 || doc_.tokens[--close].kind != TokenKind::quote_close) return false;
  for (uint32_t t = cue.tokens.end; t < sentence.tokens.end; ++t)
    if (doc_.tokens[t].kind == TokenKind::quote_open || is_colon(t) || functions_[t] == Fn::that || functions_[t] == Fn::indeed)
      return false;
  uint32_t open = close;
  while (open > 0 && close - open < kLongQuote && doc_.tokens[open].kind != TokenKind::quote_open) --open;
  if (doc_.tokens[open].kind != TokenKind::quote_open || close - open < 4) return false;
  Statement statement;
  statement.rule = {static_cast<uint8_t>(Table::cues), cue.row};
  statement.cue = Span{doc_.at[doc_.tokens[cue.tokens.begin].begin + cue.cut], doc_.tokens[cue.tokens.end - 1].span.end};
  statement.cue_token = cue.tokens.begin;
  statement.quoted = true;
  statement.speaker = speaker_of(sentence, cue, sentence.tokens.end);
  add(std::move(statement), open + 1, close);
  return true;
}

// "according to X": the content stands before it, or behind it where it opens the sentence.
void Reader::read_preposition(const Sentence& sentence, const Cue& cue) {
  const uint32_t limit = std::min(sentence.tokens.end, cue.tokens.end + 7);
  uint32_t speaker = kNone, after = cue.tokens.end;
  for (uint32_t t = cue.tokens.begin + (cue.tokens.size() > 1 ? 1 : 0); t < limit && speaker == kNone; ++t) {
    const Mention* m = scene_.mention_at(t);
    if (!m || m->adjective) continue;
    speaker = m->entity;
    after = m->tokens.end;
  }
  if (speaker == kNone) return;
  Statement statement;
  statement.rule = {static_cast<uint8_t>(Table::cues), cue.row};
  statement.speaker = speaker;
  statement.cue = Span{doc_.at[doc_.tokens[cue.tokens.begin].begin + cue.cut], doc_.tokens[cue.tokens.begin].span.end};
  statement.cue_token = cue.tokens.begin;
  uint32_t first = sentence.tokens.begin, last = cue.tokens.begin;
  if (cue.tokens.begin <= sentence.tokens.begin + 1) {
    first = after;
    last = sentence.tokens.end;
  }
  while (first < last && doc_.tokens[first].kind != TokenKind::word) ++first;
  while (last > first && doc_.tokens[last - 1].kind == TokenKind::punct) --last;
  if (first >= last) return;
  add(std::move(statement), first, last);
}

void Reader::add(Statement statement, uint32_t first, uint32_t last) {
  if (last <= first) return;
  const Token& token = doc_.tokens[first];
  const Reading& r = doc_.reading(token);
  statement.content = {doc_.at[token.begin], doc_.tokens[last - 1].span.end};
  if (token.kind == TokenKind::word && r.pre > 0 && (r.clitics & clitic::ba) != 0) statement.content.begin = doc_.at[token.begin + r.pre];
  if (statement.content.empty()) return;
  doc_.statements.push_back(std::move(statement));
}

// A statement whose cue stands in the words of another is inside it: the smallest such.
void Reader::nest() {
  for (uint32_t s = 0; s < doc_.statements.size(); ++s) {
    Statement& inner = doc_.statements[s];
    const uint32_t from = s > kNear ? s - kNear : 0;
    const uint32_t to = std::min(static_cast<uint32_t>(doc_.statements.size()), s + kNear);
    for (uint32_t o = from; o < to; ++o) {
      if (o == s || !doc_.statements[o].content.covers(inner.cue)) continue;
      if (inner.content.covers(doc_.statements[o].cue) && doc_.statements[o].cue.begin > inner.cue.begin) continue;
      const bool smaller = inner.inside == kNone || doc_.statements[inner.inside].content.covers(doc_.statements[o].content);
      if (smaller) inner.inside = o;
    }
  }
}

}  // namespace isnad::quote
