#include "cli/gaps.h"

#include <algorithm>
#include <optional>

#include "base/letters.h"
#include "base/match.h"

namespace isnad::cli {
namespace {

constexpr uint32_t kWordsBefore = 5, kWordsOfExample = 12;
constexpr uint32_t kLongestName = 4;
constexpr uint32_t kShortestQuotation = 4;  // fewer words in quotation marks are a name

bool is_participle(const Reading& reading) {
  return reading.form == VerbForm::active_participle || reading.form == VerbForm::passive_participle;
}

bool is_one_of(Fn function, std::initializer_list<Fn> functions) {
  return std::find(functions.begin(), functions.end(), function) != functions.end();
}

}  // namespace

std::string_view gap_kind_name(GapKind kind) {
  constexpr std::array<std::string_view, kGapKinds> kNames = {"verb", "person", "body", "cue", "name"};
  return kNames[static_cast<size_t>(kind)];
}

/// Looks through one report.
class GapsOfReport {
 public:
  GapsOfReport(const GapFinder& finder, const Document& doc)
      : finder_(finder), doc_(doc), functions_(function_words_of(finder.functions_, doc)) {
    const auto size = static_cast<uint32_t>(doc.tokens.size());
    matches_.fill(finder.lexicon_, doc, {0, size});
    inside_.assign(size, false);
    begins_.assign(size, kNone);
    ends_.assign(size + 1, kNone);
    for (uint32_t m = 0; m < doc.mentions.size(); ++m) mark(m);
    told_.assign(size, false);
    for (const Event& event : doc.events) mark_told(event.trigger);
    for (const Statement& statement : doc.statements) mark_told(statement.cue);
  }

  GapsOfKinds find() {
    for (uint32_t i = 0; i < doc_.tokens.size(); ++i) {
      if (doc_.tokens[i].kind != TokenKind::word || doc_.tokens[i].readings == 0) continue;
      if (is_cue(i)) add(GapKind::cue, {i, i + 1}, true);
      else if (is_verb(i)) add(GapKind::verb, {i, i + 1}, true);
      if (is_body(i)) add(GapKind::body, {i, i + 1}, false);
    }
    for (const Mention& mention : doc_.mentions) titled(mention);
    names();
    return std::move(gaps_);
  }

 private:
  void mark(uint32_t m) {
    const Mention& mention = doc_.mentions[m];
    if (mention.tokens.size() == 0) return;
    for (uint32_t i = mention.tokens.begin; i < mention.tokens.end; ++i) inside_[i] = inside_[i] || !mention.adjective;
    if (mention.adjective) return;
    begins_[mention.tokens.begin] = m;
    ends_[mention.tokens.end] = m;
  }

  void mark_told(Span span) {
    for (uint32_t i = 0; i < doc_.tokens.size(); ++i) {
      if (!span.empty() && doc_.tokens[i].span.overlaps(span)) told_[i] = true;
    }
  }

  const Reading& reading(uint32_t i) const { return doc_.reading(doc_.tokens[i]); }
  bool is_word(uint32_t i) const { return i < doc_.tokens.size() && doc_.tokens[i].kind == TokenKind::word && doc_.tokens[i].readings > 0; }
  bool same_sentence(uint32_t a, uint32_t b) const { return b < doc_.tokens.size() && doc_.tokens[a].sentence == doc_.tokens[b].sentence; }

  /// The lexicon has an event or a cue for the word, whether or not it fits here.
  bool is_known_word(uint32_t i) const {
    const Token& token = doc_.tokens[i];
    for (uint32_t r = 0; r < token.readings; ++r) {
      const Reading& reading = doc_.readings[token.first_reading + r];
      if (!finder_.lexicon_.by_lemma(reading.lemma).empty()) return true;
    }
    for (const Match& match : matches_.at(i)) {
      if (match.hit.table == Table::events) return true;
    }
    for (const Peel& cut : peel(doc_.key_of(token))) {
      if (finder_.cue_words_.contains(cut.hash)) return true;
    }
    return told_[i];
  }

  bool is_open_verb(uint32_t i) const {
    return reading(i).upos == Upos::verb && reading(i).person == 3 && !reading(i).guess && functions_[i] == Fn::none && !inside_[i] &&
           !is_known_word(i);
  }

  /// The party `m` may be a subject beside a verb: nothing is written on to it, no preposition stands before it.
  bool may_be_subject(uint32_t m) const {
    const Mention& mention = doc_.mentions[m];
    const uint32_t first = mention.tokens.begin;
    if (mention.span.begin != doc_.tokens[first].span.begin) return false;
    return first == 0 || !same_sentence(first - 1, first) || !is_word(first - 1) || reading(first - 1).upos != Upos::adp;
  }

  bool is_verb(uint32_t i) const {
    if (!is_open_verb(i)) return false;
    if (same_sentence(i, i + 1) && begins_[i + 1] != kNone && may_be_subject(begins_[i + 1])) return true;
    const bool joined = (reading(i).clitics & (clitic::wa | clitic::fa)) != 0;
    return !joined && i > 0 && same_sentence(i - 1, i) && ends_[i] != kNone && may_be_subject(ends_[i]);
  }

  /// Behind quotation marks or a colon stand enough words for something that is said.
  bool is_quotation(uint32_t i) const {
    const bool colon = doc_.key_of(doc_.tokens[i]) == u":";
    if (!colon && doc_.tokens[i].kind != TokenKind::quote_open) return false;
    uint32_t words = 0;
    for (uint32_t k = i + 1; same_sentence(i, k) && doc_.tokens[k].kind != TokenKind::quote_close; ++k) words += is_word(k) ? 1 : 0;
    return words >= kShortestQuotation;
  }

  /// What is said begins at `i`: "that" before anything but a verb (before a verb it says what may or shall be), or a quotation.
  bool opens_speech(uint32_t i) const {
    if (is_quotation(i)) return true;
    if (!is_one_of(functions_[i], {Fn::that, Fn::indeed}) || !same_sentence(i, i + 1) || !is_word(i + 1)) return false;
    return reading(i + 1).upos != Upos::verb && reading(i + 1).upos != Upos::aux && reading(i + 1).upos != Upos::part;
  }

  /// A verb or participle before what is said, a preposition or one party between them.
  bool is_cue(uint32_t i) const {
    const bool verb = is_open_verb(i);
    if (!verb && (!is_participle(reading(i)) || functions_[i] != Fn::none || inside_[i] || is_known_word(i))) return false;
    uint32_t next = i + 1;
    if (verb && next < begins_.size() && begins_[next] != kNone) next = doc_.mentions[begins_[next]].tokens.end;
    if (same_sentence(i, next) && is_word(next) && reading(next).upos == Upos::adp && !opens_speech(next)) ++next;
    return same_sentence(i, next) && opens_speech(next);
  }

  const Match* hit(uint32_t i, Table table) const {
    for (const Match& match : matches_.at(i)) {
      if (match.hit.table == table) return &match;
    }
    return nullptr;
  }

  bool is_nationality(uint32_t i) const {
    const Match* match = hit(i, Table::states);
    return match != nullptr && match->hit.form == Form::adjective && match->tokens.size() == 1;
  }

  /// The word at `k` is a verb of the sentence of `i` that agrees with the adjective `adjective`: what it describes may be its subject.
  bool is_verb_of(uint32_t i, uint32_t k, uint32_t adjective) const {
    if (k >= doc_.tokens.size() || !same_sentence(i, k) || !is_word(k) || reading(k).upos != Upos::verb) return false;
    return reading(k).person == 3 && (reading(k).gender == reading(adjective).gender || reading(adjective).gender == Gender::none);
  }

  /// A noun that no table knows before a nationality adjective that agrees with it, where a subject stands: beside a verb.
  bool is_body(uint32_t i) const {
    if (!same_sentence(i, i + 1) || inside_[i] || inside_[i + 1] || reading(i).upos != Upos::noun || is_known_word(i)) return false;
    if (!matches_.at(i).empty() || !is_nationality(i + 1)) return false;
    const auto article = [this](uint32_t k) { return (reading(k).clitics & clitic::article) != 0; };
    constexpr uint16_t kPrepositions = clitic::ba | clitic::la | clitic::ka, kConjunctions = clitic::wa | clitic::fa;
    if (article(i) != article(i + 1) || (reading(i).clitics & kPrepositions) != 0) return false;
    if (i > 0 && is_verb_of(i, i - 1, i + 1)) return true;
    const bool governed = i > 0 && same_sentence(i, i - 1) && is_word(i - 1) && reading(i - 1).upos != Upos::cconj;
    return !governed && is_verb_of(i, i + 2, i + 1) && (reading(i + 2).clitics & kConjunctions) == 0;
  }

  /// A given name that words.tsv lists: a part of names, no name that is missing.
  bool is_given_name(uint32_t i) const {
    const Match* match = hit(i, Table::words);
    const std::string_view cls = match == nullptr ? std::string_view() : finder_.lexicon_.cell(Table::words, match->hit.row, "class");
    return cls.starts_with("given-name");
  }

  /// A word that may be a part of a name: a given one, or one that no table has.
  bool is_name_word(uint32_t i) const {
    if (!is_word(i) || functions_[i] != Fn::none || doc_.key_of(doc_.tokens[i]).size() < 3) return false;
    if (is_given_name(i)) return true;
    const char16_t first = doc_.key_of(doc_.tokens[i]).front();
    const Reading& chosen = reading(i);
    return (letter::is_arabic(first) || (first >= u'A' && first <= u'Z')) && (chosen.guess || chosen.upos == Upos::propn) &&
           chosen.upos != Upos::verb && chosen.upos != Upos::num && matches_.at(i).empty();
  }

  /// A word that can be nothing but a name: the morphology knows it as one alone, or not at all.
  bool is_only_name(uint32_t i) const {
    const Token& token = doc_.tokens[i];
    bool only = !is_given_name(i);
    for (uint32_t r = 0; r < token.readings; ++r) {
      const Reading& reading = doc_.readings[token.first_reading + r];
      only = only && (reading.guess || reading.upos == Upos::propn);
    }
    return only;
  }

  TokenRange name_at(uint32_t i, uint32_t end) const {
    uint32_t last = i;
    bool sure = false;
    while (last < end && last < i + kLongestName && same_sentence(i, last) && is_name_word(last)) sure = is_only_name(last++) || sure;
    return sure ? TokenRange{i, last} : TokenRange{i, i};
  }

  /// The table rows that tell the role in `mention` end before this token; its begin when there is none.
  uint32_t behind_title(const Mention& mention) const {
    constexpr Table kRoleTables[] = {Table::roles, Table::titles};
    constexpr Table kComplements[] = {Table::states, Table::bodies, Table::places, Table::outlets};
    uint32_t behind = mention.tokens.begin;
    for (uint32_t i = mention.tokens.begin; i < mention.tokens.end; ++i) {
      for (const Match& match : matches_.at(i)) {
        const bool role = std::find(std::begin(kRoleTables), std::end(kRoleTables), match.hit.table) != std::end(kRoleTables);
        const bool complement = std::find(std::begin(kComplements), std::end(kComplements), match.hit.table) != std::end(kComplements);
        if (role || (complement && i <= behind && behind > mention.tokens.begin)) behind = std::max(behind, match.tokens.end);
      }
    }
    return behind;
  }

  /// A person that no row knows, by the name behind role and title.
  void titled(const Mention& mention) {
    if (mention.entity >= doc_.entities.size() || mention.adjective || mention.tokens.size() == 0) return;
    const Entity& entity = doc_.entities[mention.entity];
    if (entity.kind != EntityKind::person || entity.row.table == static_cast<uint8_t>(Table::people)) return;
    const uint32_t begin = behind_title(mention);
    if (begin == mention.tokens.begin) return;
    TokenRange name = name_within(begin, mention.tokens.end);
    const uint32_t end = mention.tokens.end;
    const bool open = (name.size() == 0 ? begin : name.end) == end && end < doc_.tokens.size() && !inside_[end];
    if (open && same_sentence(end - 1, end)) {  // the mention ends where a word that nobody knows begins
      name.end = name_at(end, static_cast<uint32_t>(doc_.tokens.size())).end;
      for (uint32_t i = end; i < name.end; ++i) inside_[i] = true;
    }
    const bool whole = name.size() > 1 || (name.size() == 1 && !is_given_name(name.begin));  // a given name alone names nobody
    if (whole) add(GapKind::person, name, false);
  }

  /// The name in the rest of a mention: from its first name word to the first word that is no part of a name. In a mention its words may
  /// also mean something; elsewhere (name_at) they may not.
  TokenRange name_within(uint32_t begin, uint32_t end) const {
    while (begin < end && !is_name_word(begin)) ++begin;
    uint32_t last = begin;
    while (last < end && last < begin + kLongestName && is_word(last) && reading(last).upos != Upos::adp && functions_[last] == Fn::none)
      ++last;
    return {begin, last};
  }

  /// Names that stand in no mention.
  void names() {
    const auto size = static_cast<uint32_t>(doc_.tokens.size());
    for (uint32_t i = 0; i < size;) {
      uint32_t end = i;
      while (end < size && !inside_[end] && !told_[end]) ++end;
      const TokenRange name = name_at(i, end);
      if (name.size() > 0) add(GapKind::name, name, false);
      i = std::max(name.end, i + 1);
    }
  }

  /// The words of the range, the first without what is written on to it. Of a word that nobody knows that is sure before the article only.
  std::string words_of(TokenRange range) const {
    const Token& first = doc_.tokens[range.begin];
    const Token& last = doc_.tokens[range.end - 1];
    const Reading& opening = reading(range.begin);
    const Reading& closing = reading(range.end - 1);
    const bool cut = !opening.guess || (opening.clitics & clitic::article) != 0;
    const uint32_t begin = std::min(first.begin + (cut ? opening.pre : 0U), first.end);
    const uint32_t end = std::max(last.end - (closing.guess ? 0U : closing.suf), last.begin);
    return line_of({doc_.at[begin], doc_.at[std::max(begin, end)]});
  }

  /// On one line: tabs, other controls and runs of spaces become one space.
  std::string line_of(Span span) const {
    std::string line;
    for (const char c : doc_.slice(span)) {
      const bool space = static_cast<unsigned char>(c) <= 0x20 || c == 0x7F;
      if (!space) line += c;
      else if (!line.empty() && line.back() != ' ') line += ' ';
    }
    return line;
  }

  std::string example_of(uint32_t i) const {
    const TokenRange sentence = doc_.sentences[doc_.tokens[i].sentence].tokens;
    const auto counts = [this](uint32_t k) { return doc_.tokens[k].kind == TokenKind::word || doc_.tokens[k].kind == TokenKind::number; };
    uint32_t begin = i, end = i, words = 0;
    while (begin > sentence.begin && words < kWordsBefore) words += counts(--begin) ? 1 : 0;
    while (end < sentence.end && words + (counts(end) ? 1 : 0) <= kWordsOfExample) words += counts(end++) ? 1 : 0;
    return line_of(doc_.span_of({begin, end}));
  }

  void add(GapKind kind, TokenRange range, bool by_lemma) {
    std::string word(by_lemma ? finder_.lexicon_.string(reading(range.begin).lemma_text) : std::string_view());
    if (word.empty()) word = words_of(range);
    Gap& gap = gaps_[static_cast<size_t>(kind)][fold_key(word)];
    gap.reports = 1;
    if (++gap.count > 1) return;
    gap.word = std::move(word);
    gap.example = example_of(range.begin);
    gap.report = doc_.report.id;
  }

  const GapFinder& finder_;
  const Document& doc_;
  const std::vector<Fn> functions_;
  Matches matches_;
  std::vector<bool> inside_;      ///< of a mention, nationality adjectives not counted
  std::vector<uint32_t> begins_;  ///< the mention that begins at a token
  std::vector<uint32_t> ends_;    ///< the mention that ends before a token
  std::vector<bool> told_;        ///< of a trigger or a cue
  GapsOfKinds gaps_;
};

GapFinder::GapFinder(const Lexicon& lexicon) : lexicon_(lexicon), functions_(FunctionWords::from(lexicon)) {
  for (uint32_t row = 0; row < lexicon.rows(Table::cues); ++row) {
    for (const char* column : {"lemma", "forms"}) {
      for (std::string_view form : split_cell(lexicon.cell(Table::cues, row, column))) {
        const std::vector<uint64_t> words = hash_words(form);
        if (!words.empty()) cue_words_.insert(words.front());
      }
    }
  }
}

GapsOfKinds GapFinder::find(const Document& doc) const { return GapsOfReport(*this, doc).find(); }

}  // namespace isnad::cli
