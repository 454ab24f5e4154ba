#include <gtest/gtest.h>

#include <random>
#include <string>

#include "base/morphology.h"
#include "base/utf8.h"
#include "export/conllu.h"
#include "stage.h"
#include "support.h"

namespace isnad {
namespace {

Document read(std::string text) {
  static const auto stages = [] {
    std::vector<std::unique_ptr<Stage>> out;
    for (const StageMaker make : {&make_text_stage, &make_token_stage, &make_morph_stage, &make_chunk_stage})
      out.push_back(*make(test::lexicon(), {}));
    return out;
  }();
  Document doc;
  doc.report.id = "t";
  doc.report.text = std::move(text);
  for (const auto& stage : stages) {
    stage->run(doc);
    EXPECT_EQ(stage->verify(doc), "") << doc.report.text;
  }
  return doc;
}

// FORM/UPOS of each segment.
std::string segments(const std::string& text) {
  const std::string conllu = to_conllu(read(text), test::lexicon());
  std::string out;
  for (size_t at = 0; at < conllu.size();) {
    const size_t end = conllu.find('\n', at);
    const std::string line = conllu.substr(at, end - at);
    at = end + 1;
    if (line.empty() || line[0] == '#') continue;
    std::vector<std::string> cells;
    for (size_t from = 0, cut = 0; cut != std::string::npos; from = cut + 1) {
      cut = line.find('\t', from);
      cells.push_back(line.substr(from, cut == std::string::npos ? cut : cut - from));
    }
    if (cells[0].find('-') != std::string::npos) continue;
    out += (out.empty() ? "" : " ") + cells[1] + "/" + cells[3];
  }
  return out;
}

struct Case {
  std::string name, text, expected;
};
void PrintTo(const Case& c, std::ostream* out) { *out << c.text; }

class Segments : public testing::TestWithParam<Case> {};
TEST_P(Segments, AndParts) { EXPECT_EQ(segments(GetParam().text), GetParam().expected); }

INSTANTIATE_TEST_SUITE_P(Table, Segments,
                         testing::Values(Case{"waw_of_the_word", "وصل وزير الدفاع", "وصل/VERB وزير/NOUN الدفاع/NOUN"},
                                         Case{"conjunction", "زار الرئيس والوزير المدينة",
                                              "زار/VERB الرئيس/NOUN و/CCONJ الوزير/NOUN المدينة/NOUN"},
                                         Case{"lam_article", "قدم دعما للقوات", "قدم/VERB دعما/NOUN ل/ADP لقوات/NOUN"},
                                         Case{"pronoun_on_particle", "قال إنه سيعود", "قال/VERB إن/PART ه/PRON س/PART يعود/VERB"},
                                         Case{"ta_marbuta_restored", "نشرت خطتها الجديدة", "نشرت/VERB خطت/NOUN ها/PRON الجديدة/ADJ"},
                                         Case{"nisba", "زار الوفد الفرنسي المدينة", "زار/VERB الوفد/NOUN الفرنسي/ADJ المدينة/NOUN"},
                                         Case{"after_lam", "لم يحضر الوزير", "لم/PART يحضر/VERB الوزير/NOUN"},
                                         Case{"preposition", "جلس في بيت قديم", "جلس/VERB في/ADP بيت/NOUN قديم/ADJ"}),
                         [](const auto& info) { return info.param.name; });

// Every inflected form of a trigger leads to its lemma.
TEST(Verbs, WeakFormsAreKnown) {
  const std::pair<std::string, std::string> cases[] = {
      {"قال", "قال"},    {"قالت", "قال"},      {"قلنا", "قال"},    {"يقولون", "قال"}, {"قيل", "قال"},         {"يقال", "قال"},
      {"يقل", "قال"},    {"دعوا", "دعا"},      {"يدعون", "دعا"},   {"دعت", "دعا"},    {"دعي", "دعا"},         {"يدعى", "دعا"},
      {"تدع", "دعا"},    {"استدعي", "استدعى"}, {"أجرى", "أجرى"},   {"أجروا", "أجرى"}, {"يجري", "أجرى"},       {"أجريت", "أجرى"},
      {"أدين", "أدان"},  {"يدان", "أدان"},     {"أدنا", "أدان"},   {"بدأوا", "بدأ"},  {"بدؤوا", "بدأ"},       {"يبدؤون", "بدأ"},
      {"أنشئ", "أنشأ"},  {"ينشأ", "أنشأ"},     {"جاءت", "جاء"},    {"جئنا", "جاء"},   {"يصلون", "وصل"},       {"نصل", "وصل"},
      {"احتلت", "احتل"}, {"احتللنا", "احتل"},  {"شنت", "شن"},      {"يشنون", "شن"},   {"استقالوا", "استقال"}, {"يستقيل", "استقال"},
      {"قوتل", "قاتل"},  {"اغتيل", "اغتال"},   {"يغتال", "اغتال"}, {"يؤكد", "أكد"},   {"أكدنا", "أكد"},       {"يأخذ", "أخذ"},
      {"رأت", "رأى"},    {"يرون", "رأى"},      {"نسيت", "نسي"},    {"لقوا", "لقي"},   {"يلقى", "لقي"},        {"تفاوضوا", "تفاوض"},
      {"أطلقتا", "أطلق"}};
  const Morphology morphology(test::lexicon().morphology());
  for (const auto& [form, lemma] : cases) {
    std::vector<Stem> stems;
    morphology.find(hash_key(fold_key(form)), stems);
    bool found = false;
    for (const Stem& s : stems) found = found || (s.features.form == VerbForm::finite && test::lexicon().string(s.lemma_text) == lemma);
    EXPECT_TRUE(found) << form << " of " << lemma;
  }
}

// The chosen reading of the word at `token`, in short.
const Reading& chosen(const Document& doc, size_t token) { return doc.reading(doc.tokens.at(token)); }

TEST(Readings, FeaturesOfTheContract) {
  const Document doc = read("اتهم الجيش المتمردين بقصف المدينة للقوات في خطته");
  EXPECT_EQ(chosen(doc, 0).lemma, hash_key(fold_key("اتهم")));
  EXPECT_EQ(chosen(doc, 0).tense, Tense::past);
  EXPECT_EQ(chosen(doc, 2).number, Number::plur);
  EXPECT_EQ(chosen(doc, 3).stem, hash_key(fold_key("قصف")));
  EXPECT_EQ(chosen(doc, 3).pre, 1);
  EXPECT_EQ(chosen(doc, 5).pre, 1);
  EXPECT_EQ(chosen(doc, 5).stem, hash_key(fold_key("قوات")));
  EXPECT_NE(chosen(doc, 5).clitics & clitic::article, 0);
  EXPECT_EQ(chosen(doc, 7).stem, hash_key(fold_key("خطة")));
  EXPECT_EQ(chosen(doc, 7).suf, 1);
}

TEST(Readings, Passive) {
  EXPECT_TRUE(chosen(read("اعتقل الصحفي من قبل الشرطة"), 0).passive);
  EXPECT_TRUE(chosen(read("قُتل الصحفي أمس"), 0).passive);
  EXPECT_TRUE(chosen(read("اغتيل الصحفي أمس"), 0).passive);
  EXPECT_FALSE(chosen(read("اعتقلت الشرطة الصحفي"), 0).passive);
}

TEST(Chunks, HeadsAndBorders) {
  const Document doc = read("قال وزير الخارجية الفرنسي في باريس إن بلاده لم ترسل قوات");
  std::string out;
  for (const Chunk& c : doc.chunks) {
    out += (out.empty() ? "" : "|") + std::string(1, "npvb"[static_cast<size_t>(c.kind)]) + std::string(doc.slice(doc.span_of(c.tokens))) +
           "/" + std::string(doc.slice(doc.tokens[c.head].span));
  }
  EXPECT_NE(out.find("vقال/قال|nوزير الخارجية الفرنسي/وزير|pفي باريس/باريس"), std::string::npos) << out;
  EXPECT_NE(out.find("vلم ترسل/ترسل|nقوات/قوات"), std::string::npos) << out;
}

TEST(MorphProperty, AnyBytesKeepThePromises) {
  std::mt19937 random(11);
  const std::string pieces[] = {"وال", "لل", "ه",  "ها", "قال", "\"", "«",  ".",    "..", " ",
                                " ",   "\n", "12", "ّ",   "abc", "-",  "😀", "\xD9", "ة",  "ـ"};
  for (int round = 0; round < 2000; ++round) {
    std::string bytes;
    for (int i = static_cast<int>(random() % 60); i-- > 0;) {
      if (random() % 6 == 0) bytes.push_back(static_cast<char>(random()));
      else bytes += pieces[random() % std::size(pieces)];
    }
    const Document doc = read(bytes);
    EXPECT_TRUE(is_valid_utf8(to_conllu(doc, test::lexicon())));
  }
}

TEST(MorphProperty, SameTextSameReadings) {
  const std::string text = "أعلن المتحدث باسم الجيش أن القوات سيطرت على البلدة بعد معارك عنيفة.";
  EXPECT_EQ(to_conllu(read(text), test::lexicon()), to_conllu(read(text), test::lexicon()));
}

TEST(StemFeatures, PackAndUnpack) {
  StemFeatures f;
  f.upos = Upos::intj;
  f.gender = Gender::fem;
  f.number = Number::plur;
  f.person = 3;
  f.tense = Tense::imperative;
  f.form = VerbForm::passive_participle;
  f.only_pronoun = f.accusative = true;
  f.leads = Leads::relative;
  f.spelling = 7;
  f.weight = 6;
  EXPECT_EQ(pack(unpack(pack(f))), pack(f));
  EXPECT_EQ(unpack(pack(f)).upos, Upos::intj);
  EXPECT_EQ(unpack(pack(f)).spelling, 7);
}

}  // namespace
}  // namespace isnad
