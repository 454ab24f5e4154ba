#include "export/conllu.h"

#include <vector>

#include "base/letters.h"
#include "base/morphology.h"
#include "base/utf8.h"

namespace isnad {
namespace {

struct Segment {
  std::string form, lemma, features;
  Upos upos = Upos::x;
};

void feature(std::string& out, std::string_view name, std::string_view value) {
  if (!out.empty()) out += '|';
  out.append(name).append("=").append(value);
}

// In alphabetical order, as the format wants.
std::string features_of(const Reading& r) {
  std::string out;
  if ((r.clitics & clitic::article) != 0) feature(out, "Definite", "Def");
  if (r.gender != Gender::none) feature(out, "Gender", r.gender == Gender::fem ? "Fem" : "Masc");
  if (r.tense == Tense::imperative) feature(out, "Mood", "Imp");
  if (r.number != Number::none) feature(out, "Number", r.number == Number::sing ? "Sing" : r.number == Number::dual ? "Dual" : "Plur");
  if (r.person != 0) feature(out, "Person", std::string(1, static_cast<char>('0' + r.person)));
  if (r.tense == Tense::past || r.tense == Tense::pres) feature(out, "Tense", r.tense == Tense::past ? "Past" : "Pres");
  if (r.form == VerbForm::masdar) feature(out, "VerbForm", "Vnoun");
  if (r.form == VerbForm::active_participle || r.form == VerbForm::passive_participle) feature(out, "VerbForm", "Part");
  if (r.passive || r.form == VerbForm::passive_participle) feature(out, "Voice", "Pass");
  return out;
}

// The treebank writes PART for a waw that opens a sentence.
Upos proclitic_upos(char16_t c, bool opens) {
  switch (c) {
    case letter::waw: return opens ? Upos::part : Upos::cconj;
    case letter::feh:
    case letter::seen: return Upos::part;
    default: return Upos::adp;
  }
}

std::vector<Segment> segments_of(const Document& doc, const Token& token, const Lexicon& lexicon) {
  const Reading& r = doc.reading(token);
  std::vector<Segment> out;
  auto written = [&](uint32_t begin, uint32_t end) { return std::string(doc.slice({doc.at[begin], doc.at[end]})); };
  const uint32_t stem = token.begin + r.pre, suffix = token.end - r.suf;
  for (uint32_t i = token.begin; i < stem; ++i) {
    Segment s{written(i, i + 1), "", "",
              proclitic_upos(doc.key[i], token.begin == doc.tokens[doc.sentences[token.sentence].tokens.begin].begin)};
    s.lemma = s.form;
    out.push_back(std::move(s));
  }
  if (stem < suffix) {
    std::string lemma(lexicon.string(r.lemma_text));
    Segment s{written(stem, suffix), "", features_of(r), r.upos};
    s.lemma = r.lemma_text == 0 || lemma.empty() ? s.form : lemma;
    out.push_back(std::move(s));
  }
  if (r.suf > 0) {
    Segment s{written(suffix, token.end), "", "", Upos::pron};
    s.lemma = s.form;
    out.push_back(std::move(s));
  }
  return out;
}

void add_line(std::string& out, std::string_view id, const Segment& s, std::string_view misc) {
  const std::string_view upos = upos_name(s.upos);
  out.append(id).append("\t").append(s.form).append("\t").append(s.lemma).append("\t").append(upos).append("\t_\t");
  out.append(s.features.empty() ? "_" : s.features).append("\t_\t_\t_\t").append(misc).append("\n");
}

std::string one_line(std::string_view text) {
  std::string out(text);
  for (char& c : out)
    if (static_cast<unsigned char>(c) < ' ') c = ' ';
  return out;
}

}  // namespace

std::string to_conllu(const Document& doc, const Lexicon& lexicon) {
  std::string out;
  for (size_t n = 0; n < doc.sentences.size(); ++n) {
    const Sentence& sentence = doc.sentences[n];
    if (n == 0) out += "# newdoc_id = " + one_line(doc.report.id) + "\n";
    out +=
        "# sent_id = " + one_line(doc.report.id) + "-" + std::to_string(n + 1) + "\n# text = " + one_line(doc.slice(sentence.span)) + "\n";
    size_t id = 1;
    for (uint32_t t = sentence.tokens.begin; t < sentence.tokens.end; ++t) {
      const Token& token = doc.tokens[t];
      const std::vector<Segment> segments = segments_of(doc, token, lexicon);
      const bool glued = t + 1 < sentence.tokens.end && doc.tokens[t + 1].begin == token.end;
      const std::string_view misc = glued ? "SpaceAfter=No" : "_";
      if (segments.size() > 1) {
        out += std::to_string(id) + "-" + std::to_string(id + segments.size() - 1) + "\t" + one_line(doc.slice(token.span)) +
               "\t_\t_\t_\t_\t_\t_\t_\t";
        out.append(misc).append("\n");
      }
      for (const Segment& s : segments) add_line(out, std::to_string(id++), s, segments.size() > 1 ? std::string_view("_") : misc);
    }
    out += "\n";
  }
  return out;
}

}  // namespace isnad
