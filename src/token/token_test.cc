#include <gtest/gtest.h>

#include <string>

#include "base/utf8.h"
#include "isnad/document.h"
#include "text/normalise.h"
#include "token/sentences.h"
#include "token/words.h"

namespace isnad {
namespace {

Document cut(std::string text) {
  Document doc;
  doc.report.text = std::move(text);
  normalise(doc);
  std::vector<uint8_t> newline_before;
  cut_words(doc, newline_before);
  const Abbreviations abbreviations = {hash_key(fold_key("كلم"))};
  cut_sentences(doc, newline_before, abbreviations);
  return doc;
}

// w word, n number, p punctuation, < opening and > closing quotation mark, s symbol.
std::string tokens_of(const Document& doc) {
  std::string out;
  for (const Token& t : doc.tokens) {
    if (!out.empty()) out += ' ';
    out += "wnp<>s"[static_cast<size_t>(t.kind)];
    out += std::string(doc.slice(t.span));
  }
  return out;
}

std::string sentences_of(const Document& doc) {
  std::string out;
  for (const Sentence& s : doc.sentences)
    out += (out.empty() ? "" : "|") + std::string(s.headline ? "#" : "") + std::string(doc.slice(s.span));
  return out;
}

struct Case {
  std::string name, text, expected;
};
void PrintTo(const Case& c, std::ostream* out) { *out << c.text; }

class Words : public testing::TestWithParam<Case> {};
TEST_P(Words, Cut) { EXPECT_EQ(tokens_of(cut(GetParam().text)), GetParam().expected); }

INSTANTIATE_TEST_SUITE_P(
    Table, Words,
    testing::Values(Case{"plain", "قال الوزير.", "wقال wالوزير p."}, Case{"joined_number", "و14 قتيلا", "wو n14 wقتيلا"},
                    Case{"decimal", "10,5 % و1.500", "n10,5 s% wو n1.500"}, Case{"date", "12/3/2018", "n12 p/ n3 p/ n2018"},
                    Case{"hyphen", "الروسي-التركي", "wالروسي p- wالتركي"}, Case{"address", "www.example.com نشر", "wwww.example.com wنشر"},
                    Case{"url", "(https://a.org/x?y=1).", "p( whttps://a.org/x?y=1 p) p."}, Case{"guillemets", "«نعم»", "<« wنعم >»"},
                    Case{"straight", "\"نعم\" و \"لا\"", "<\" wنعم >\" wو <\" wلا >\""},
                    Case{"straight_restart", "\"نعم\nو \"لا\"", "<\" wنعم wو <\" wلا >\""},
                    Case{"curly_swapped", "قال ”نعم“ ثم", "wقال <” wنعم >“ wثم"}, Case{"doubled_apostrophe", "''نعم''", "<'' wنعم >''"},
                    Case{"single", "قال 'نعم' ثم", "wقال <' wنعم >' wثم"}, Case{"latin", "O'Neil F16", "wO'Neil wF16"},
                    Case{"ellipsis", "نعم... لا", "wنعم p... wلا"}),
    [](const auto& info) { return info.param.name; });

class Sentences : public testing::TestWithParam<Case> {};
TEST_P(Sentences, Cut) { EXPECT_EQ(sentences_of(cut(GetParam().text)), GetParam().expected); }

INSTANTIATE_TEST_SUITE_P(Table, Sentences,
                         testing::Values(Case{"stops", "قال نعم. ثم ذهب؟ لا!", "قال نعم.|ثم ذهب؟|لا!"},
                                         Case{"spaces", "قال نعم.    وذهب.", "قال نعم.|وذهب."},
                                         Case{"headline", "عنوان\nقال نعم.", "#عنوان|قال نعم."}, Case{"one_line", "عنوان", "عنوان"},
                                         Case{"initial", "زار د. سعيد المدينة.", "زار د. سعيد المدينة."},
                                         Case{"abbreviation", "على بعد 5 كلم. من هنا.", "على بعد 5 كلم. من هنا."},
                                         Case{"calendar", "وقع في 1 مايو 2018م. ثم عاد.", "وقع في 1 مايو 2018م.|ثم عاد."},
                                         Case{"decimal", "بلغ 3.5 مليون.", "بلغ 3.5 مليون."},
                                         Case{"in_quotation", "قال «نعم. لن نذهب». ثم عاد.", "قال «نعم.|لن نذهب».|ثم عاد."},
                                         Case{"two_dots_in_quotation", "قال «نعم.. لن نذهب».", "قال «نعم.. لن نذهب»."},
                                         Case{"two_dots", "قال نعم.. ثم عاد.", "قال نعم..|ثم عاد."},
                                         Case{"quote_closes", "قال: \"نعم.\" ثم عاد.", "قال: \"نعم.\"|ثم عاد."},
                                         Case{"forgotten_blank", "وصل الوفد.وقال الوزير.", "وصل الوفد.|وقال الوزير."},
                                         Case{"list", "1. الأول\n2. الثاني", "#1. الأول|2. الثاني"}, Case{"empty", " \n \n", ""}),
                         [](const auto& info) { return info.param.name; });

TEST(Numbers, Values) {
  const std::pair<std::string, int64_t> cases[] = {{"14", 14},   {"١٤", 14},    {"1.500", 1500},   {"1,234,567", 1234567},
                                                   {"10,5", -1}, {"0.500", -1}, {"12.3.2018", -1}, {"1234567890123456789", -1}};
  for (const auto& [text, value] : cases) EXPECT_EQ(cut(text).tokens.at(0).number, value) << text;
}

}  // namespace
}  // namespace isnad
