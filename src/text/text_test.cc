#include <gtest/gtest.h>

#include <random>
#include <string>

#include "base/fold.h"
#include "base/utf8.h"
#include "isnad/document.h"
#include "isnad/lexicon.h"
#include "text/decode.h"
#include "text/normalise.h"

namespace isnad {
namespace {

Document normalised(std::string text) {
  Document doc;
  doc.report.text = std::move(text);
  normalise(doc);
  return doc;
}

struct Case {
  std::string name, text, key, plain;
};

class Normalise : public testing::TestWithParam<Case> {};

TEST_P(Normalise, KeyAndPlain) {
  const Document doc = normalised(GetParam().text);
  EXPECT_EQ(utf8_of(doc.key), GetParam().key);
  EXPECT_EQ(utf8_of(doc.plain), GetParam().plain);
  ASSERT_EQ(doc.at.size(), doc.key.size() + 1);
  EXPECT_EQ(doc.at.back(), doc.report.text.size());
}

INSTANTIATE_TEST_SUITE_P(
    Table, Normalise,
    testing::Values(Case{"alef", "أإآٱا", "ااااا", "أإآٱا"}, Case{"ends", "مدرسة على", "مدرسه علي", "مدرسة على"},
                    Case{"diacritics", "تمردًا", "تمردا", "تمردا"}, Case{"tatweel", "محـــمد ـ", "محمد -", "محمد ـ"},
                    Case{"persian", "ایران کرد گ چ پ", "ايران كرد ك ج ب", "ایران کرد گ چ پ"},
                    Case{"digits", "١٤ ۱۴ 14", "14 14 14", "١٤ ۱۴ 14"}, Case{"bidi", "\u200Fقال\u200E\u202B", "قال", "قال"},
                    Case{"presentation", "ﻻ ﷲ", "لا الله", "لا الله"}, Case{"combining_hamza", "ا\u0654مر", "امر", "أمر"},
                    Case{"spaces", "أ\u00A0ب\r\nج\t", "ا ب \nج ", "أ ب \nج "}, Case{"plane_one", "أ😀ب", "ا\uFFFDب", "أ\uFFFDب"},
                    Case{"control", std::string("a\0b\x01", 4), "a b ", "a b "}, Case{"latin", "NATO É", "nato é", "NATO É"}),
    [](const auto& info) { return info.param.name; });

TEST(NormaliseMap, TheDocumentedExample) {
  const Document doc = normalised("تمردًا");
  EXPECT_EQ(doc.at, (std::vector<uint32_t>{0, 2, 4, 6, 10, 12}));
}

TEST(NormaliseMap, AUnitOfALigaturePointsToTheLigature) {
  const Document doc = normalised("ب ﻻ ت");
  EXPECT_EQ(utf8_of(doc.key), "ب لا ت");
  EXPECT_EQ(doc.at[2], 3u);
  EXPECT_EQ(doc.at[4], 6u);
}

TEST(FoldKey, SameAsTheTextStage) {
  for (const std::string text : {"المسؤولون", "مدرسة", "إلى", "ایران", "ﻻ", "محـمد", "١٤", "É"})
    EXPECT_EQ(fold_key(text), normalised(text).key) << text;
}

TEST(Decode, TellsTheEncoding) {
  EXPECT_EQ(decode("قال").how, "");
  EXPECT_EQ(decode("\xFF\xFE\x42\x06").text, "ق");
  EXPECT_EQ(decode("\xFE\xFF\x06\x42").how, "decoded-utf-16be");
  const Decoded windows = decode("\xDE\xC7\xE1 \xC7\xE1\xD1\xC6\xED\xD3");
  EXPECT_EQ(windows.how, "decoded-windows-1256");
  EXPECT_EQ(windows.text, "قال الرئيس");
  const Decoded iso = decode("\xE2\xC7\xE4 \xC7\xE4\xD1\xC6\xEA\xD3");
  EXPECT_EQ(iso.how, "decoded-iso-8859-6");
  EXPECT_EQ(iso.text, "قال الرئيس");
}

TEST(Decode, OneBadByteStaysUtf8) {
  const Decoded decoded = decode("قال الرئيس إن الحكومة\xFF ستجتمع");
  EXPECT_EQ(decoded.how, "invalid-utf-8");
  EXPECT_EQ(decoded.faults, 1u);
  EXPECT_EQ(decoded.text, "قال الرئيس إن الحكومة\uFFFD ستجتمع");
}

TEST(Utf8, RejectsWhatIsNotWellFormed) {
  for (const std::string bad : {"\xC0\x80", "\xED\xA0\x80", "\xF4\x90\x80\x80", "\xE0\x80\x80", "\x80", "\xD8"})
    EXPECT_FALSE(is_valid_utf8(bad));
  for (const std::string good : {"", "a", "ق", "\uFFFD", "😀"}) EXPECT_TRUE(is_valid_utf8(good));
}

// Any bytes: valid UTF-8 out, offsets rising and on code points.
TEST(TextProperty, AnyBytes) {
  std::mt19937 random(7);
  const std::string pieces[] = {"ق",    "ً",     "ـ",       "ﷺ",      "\u0654", "😀", " ",           "\n",
                                "\xFF", "\xD9", "e\u0301", "\uFEFF", "ا",      "1",  "\u1112\u1161"};
  for (int round = 0; round < 3000; ++round) {
    std::string bytes;
    for (int i = static_cast<int>(random() % 40); i-- > 0;) {
      if (random() % 3 == 0) bytes.push_back(static_cast<char>(random()));
      else bytes += pieces[random() % std::size(pieces)];
    }
    const Decoded decoded = decode(bytes);
    const Document doc = normalised(decoded.how.empty() ? bytes : decoded.text);
    const std::string& text = doc.report.text;
    ASSERT_TRUE(is_valid_utf8(text));
    ASSERT_EQ(doc.plain.size(), doc.key.size());
    for (size_t i = 0; i < doc.at.size(); ++i) {
      ASSERT_LE(doc.at[i], text.size());
      ASSERT_TRUE(i == 0 || doc.at[i - 1] <= doc.at[i]);
      ASSERT_TRUE(doc.at[i] == text.size() || (static_cast<uint8_t>(text[doc.at[i]]) & 0xC0) != 0x80);
    }
  }
}

}  // namespace
}  // namespace isnad
