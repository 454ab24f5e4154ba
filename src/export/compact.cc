#include "export/compact.h"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include "base/morphology.h"
#include "export/names.h"

namespace isnad {
namespace {

constexpr std::string_view kOpen = "\u00AB", kClose = "\u00BB";

class CompactWriter {
 public:
  CompactWriter(const Document& doc, const Lexicon& lexicon) : doc_(doc), lexicon_(lexicon) {}

  std::string take() { return std::move(out_); }

  void text() {
    for (const Diagnostic& d : doc_.diagnostics) line(d.code + (d.span.empty() ? "" : " " + marked(d.span)));
  }

  void tokens() {
    for (const Sentence& sentence : doc_.sentences) {
      std::string words = sentence.headline ? "headline " : "";
      for (uint32_t t = sentence.tokens.begin; t < sentence.tokens.end; ++t)
        words.append(t == sentence.tokens.begin ? "" : " | ").append(token(doc_.tokens[t]));
      line(words);
    }
  }

  void readings() {
    for (const Token& t : doc_.tokens)
      if (t.readings != 0) line(std::string(doc_.slice(t.span)) + ": " + reading(t));
  }

  void chunks() {
    constexpr std::array<std::string_view, 4> kKinds = {"noun", "prepositional", "verb", "border"};
    for (const Chunk& chunk : doc_.chunks) {
      line(std::string(kKinds[static_cast<size_t>(chunk.kind)]) + ": " + marked(doc_.span_of(chunk.tokens)) +
           " head=" + marked(doc_.tokens[chunk.head].span));
    }
  }

  void entities() {
    for (const Entity& e : doc_.entities) {
      std::string text = quoted(e.name) + " " + std::string(kind_name(e.kind)) + " " + e.country + " ";
      for (const std::string& sector : e.sector) text.append(sector).append(&sector == &e.sector.back() ? "" : ",");
      if (e.sector.empty()) text += "-";
      if (!e.row.none()) text += " key=" + lexicon_.row_name(e.row);
      text += ":";
      std::vector<std::string> forms;
      for (uint32_t m : e.mentions) {
        std::string form = marked(doc_.mentions[m].span);
        if (std::find(forms.begin(), forms.end(), form) == forms.end()) forms.push_back(std::move(form));
      }
      for (const std::string& form : forms) text += (&form == &forms.front() ? " " : " | ") + form;
      line(text);
    }
  }

  void statements() {
    for (const Statement& s : doc_.statements) {
      std::string text = party(s.speaker);
      for (uint32_t via : s.via) text += " via " + party(via);
      text += " cue=" + marked(s.cue) + " content=" + quoted(ends_of(doc_.slice(s.content)));
      if (s.quoted) text += " quoted";
      if (s.inside != kNone) text += " inside=" + party(doc_.statements[s.inside].speaker);
      line(text);
    }
  }

  void contexts() {
    for (const Event& e : doc_.events) {
      std::string text = e.event + " trigger=" + marked(e.trigger) + " context=";
      for (const std::string& context : e.context) text.append(&context == &e.context.front() ? "" : ",").append(context);
      line(e.context.empty() ? text + "-" : text);
    }
  }

  void events() {
    for (const Event& e : doc_.events) {
      std::string text = e.event + (e.mode.empty() ? "" : "/" + e.mode);
      text += parties(" actor=", e.actor) + parties(" recipient=", e.recipient) + " status=" + std::string(status_name(e.status));
      if (!e.date.empty()) text += " date=" + e.date;
      if (e.has_place) text += " place=" + quoted(e.place.name);
      if (e.dead >= 0) text += " dead=" + std::to_string(e.dead);
      if (e.injured >= 0) text += " injured=" + std::to_string(e.injured);
      if (e.statement != kNone) text += " statement=" + party(doc_.statements[e.statement].speaker);
      if (e.same_as != kNone) text += " same_as=" + std::to_string(e.same_as);
      line(text + " trigger=" + marked(e.trigger));
    }
    for (const Tie& tie : doc_.ties) {
      line("tie " + tie.type + " from=" + party(tie.from) + " to=" + party(tie.to) +
           (tie.title.empty() ? "" : " title=" + quoted(tie.title)));
    }
  }

 private:
  void line(std::string_view text) { out_.append(text).append("\n"); }

  // One line, whatever stands in the text.
  static std::string quoted(std::string_view text) {
    std::string out(kOpen);
    out.append(text).append(kClose);
    std::replace_if(out.begin(), out.end(), [](char c) { return c == '\n' || c == '\r' || c == '\t'; }, ' ');
    return out;
  }
  std::string marked(Span span) const { return quoted(doc_.slice(span)); }
  std::string party(uint32_t entity) const { return entity == kNone ? "-" : quoted(doc_.entities[entity].name); }

  std::string parties(std::string_view label, const std::vector<uint32_t>& entities) const {
    std::string text(label);
    for (uint32_t e : entities) text.append(e == entities.front() ? "" : ",").append(party(e));
    return entities.empty() ? text + "-" : text;
  }

  // "first two … last two"; short contents whole.
  static std::string ends_of(std::string_view content) {
    std::vector<std::string_view> words;
    constexpr std::string_view kSpaces = " \n\r\t";
    for (size_t at = content.find_first_not_of(kSpaces); at != std::string_view::npos;) {
      const size_t end = std::min(content.find_first_of(kSpaces, at), content.size());
      words.push_back(content.substr(at, end - at));
      at = content.find_first_not_of(kSpaces, end);
    }
    std::string text;
    for (size_t w = 0; w < words.size(); ++w) {
      const bool skipped = words.size() > 4 && w >= 2 && w + 2 < words.size();
      if (!skipped) text.append(text.empty() ? "" : " ").append(words[w]);
      else if (w == 2) text.append(" \u2026");
    }
    return text;
  }

  std::string token(const Token& t) const {
    std::string text(doc_.slice(t.span));
    switch (t.kind) {
      case TokenKind::punct:
      case TokenKind::symbol: return "[" + text + "]";
      case TokenKind::quote_open:
      case TokenKind::quote_close: return "<" + text + ">";
      case TokenKind::number: return t.number < 0 ? text : text + "=" + std::to_string(t.number);
      case TokenKind::word: break;
    }
    return text;
  }

  std::string reading(const Token& t) const {
    const Reading& r = doc_.reading(t);
    constexpr std::array<std::pair<uint16_t, std::string_view>, 9> kClitics = {{{clitic::wa, "wa+"},
                                                                                {clitic::fa, "fa+"},
                                                                                {clitic::a, "a+"},
                                                                                {clitic::ba, "ba+"},
                                                                                {clitic::ka, "ka+"},
                                                                                {clitic::la, "la+"},
                                                                                {clitic::sa, "sa+"},
                                                                                {clitic::article, "al+"},
                                                                                {clitic::pronoun, "+pronoun"}}};
    std::string text;
    for (const auto& [bit, name] : kClitics)
      if ((r.clitics & bit) != 0) text += name;
    text.append(text.empty() ? "" : " ").append(upos_name(r.upos));
    const std::string_view lemma = lexicon_.string(r.lemma_text);
    if (!lemma.empty()) text.append(" lemma=").append(lemma);
    return text + features(r);
  }

  static std::string features(const Reading& r) {
    constexpr std::array<std::string_view, 3> kGender = {"", " masc", " fem"};
    constexpr std::array<std::string_view, 4> kNumber = {"", " sing", " dual", " plur"}, kTense = {"", " past", " pres", " imperative"};
    constexpr std::array<std::string_view, 5> kForm = {"", "", " masdar", " active-participle", " passive-participle"};
    std::string text(kGender[static_cast<size_t>(r.gender)]);
    text.append(kNumber[static_cast<size_t>(r.number)])
        .append(kTense[static_cast<size_t>(r.tense)])
        .append(kForm[static_cast<size_t>(r.form)]);
    if (r.person != 0) text += " " + std::to_string(r.person);
    if (r.passive) text += " passive";
    if (r.nisba) text += " nisba";
    if (r.guess) text += " guess";
    return text;
  }

  const Document& doc_;
  const Lexicon& lexicon_;
  std::string out_;
};

}  // namespace

std::string to_compact(const Document& doc, const Lexicon& lexicon, std::string_view stage) {
  CompactWriter writer(doc, lexicon);
  const bool whole = stage.empty() || stage == "whole";
  if (stage == "text") writer.text();
  if (stage == "token") writer.tokens();
  if (stage == "morph") writer.readings();
  if (stage == "chunk") writer.chunks();
  if (stage == "mention" || whole) writer.entities();
  if (stage == "quote" || whole) writer.statements();
  if (stage == "event" || whole) writer.events();
  if (stage == "context") writer.contexts();
  return writer.take();
}

}  // namespace isnad
