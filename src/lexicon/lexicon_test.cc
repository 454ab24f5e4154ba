#include "isnad/lexicon.h"

#include <gtest/gtest.h>
#include <unistd.h>
#include <xxhash.h>

#include <algorithm>
#include <cstddef>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <random>
#include <sstream>

#include "lexicon/compile.h"
#include "lexicon/image.h"
#include "lexicon/rows.h"

namespace isnad {
namespace {

namespace fs = std::filesystem;
using lexicon::Faults;
using lexicon::Rows;

class LexiconFiles : public testing::Test {
 protected:
  void SetUp() override { fs::remove_all(root_); }
  void TearDown() override { fs::remove_all(root_); }

  // Writes a TSV below a directory of that name and gives the directory.
  std::string write(const std::string& dir, const std::string& path, const std::string& text) {
    const fs::path file = root_ / dir / path;
    fs::create_directories(file.parent_path());
    std::ofstream(file, std::ios::binary) << text;
    return (root_ / dir).string();
  }

  std::string ontology() {
    write("lexicon", "ontology/countries.tsv", "country\tmeaning\nDZA\tAlgeria\nKOR\tKorea\n");
    write("lexicon", "ontology/sectors.tsv", "sector\tmeaning\nGOV\tgovernment\n");
    write("lexicon", "ontology/events.tsv", "event\tquad\tcameo\tscale\tmeaning\nASSAULT\t4\t\t-9.3\tviolence\n");
    return write("lexicon", "ontology/modes.tsv", "event\tmode\tcameo\tscale\nASSAULT\taerial\t\t-10\n");
  }

  std::string faults_of(const std::string& dir) const {
    std::string text;
    for (const Error& fault : check_lexicon({dir})) {
      std::string line = fault.text();
      if (line.starts_with(root_.string())) line = line.substr(root_.string().size() + 1);
      text += line + "\n";
    }
    return text;
  }

  std::string image_of(const std::string& dir) {
    const Result<std::vector<char>> image = Lexicon::compile({dir}, "");
    EXPECT_TRUE(image) << image.error().text();
    const std::string path = (root_ / "image").string();
    std::ofstream(path, std::ios::binary).write(image->data(), static_cast<std::streamsize>(image->size()));
    return path;
  }

  fs::path root_ = fs::temp_directory_path() / ("isnad_lexicon_test." + std::to_string(::getpid()));
};

constexpr const char* kStatesHeader = "id\tcountry\twikidata\tname\tvariants\tadjectives\tpeople\tcapital\tmetonyms\n";
constexpr const char* kPlacesHeader = "id\tkind\tcountry\tname\tvariants\tlat\tlon\n";
constexpr const char* kPeopleHeader = "id\tcountry\tsector\tname\tvariants\toffices\twikidata\n";
constexpr const char* kEventsHeader = "id\tevent\tmode\tcameo\tkind\ttrigger\twith\tnot\tactor\trecipient\texample\n";

struct FaultCase {
  const char* name;
  const char* path;
  std::string text;
  const char* expected;
};

class LexiconFaults : public LexiconFiles, public testing::WithParamInterface<FaultCase> {};

TEST_P(LexiconFaults, are_told_with_their_place) {
  const std::string dir = ontology();
  write("lexicon", GetParam().path, GetParam().text);
  EXPECT_EQ(faults_of(dir), GetParam().expected);
}

const FaultCase kFaults[] = {
    {"missing_cell", "entities/states.tsv", std::string(kStatesHeader) + "dza\tDZA\tQ262\tالجزائر\n",
     "lexicon/entities/states.tsv:2:5: 4 cells where the header has 9 columns: an empty cell still needs its tab\n"},
    {"extra_cell", "ontology/contexts.tsv", "context\tmeaning\nmilitary\tforces\t\n",
     "lexicon/ontology/contexts.tsv:2:3: 3 cells where the header has 2 columns: a tab too many\n"},
    {"unknown_column", "ontology/contexts.tsv", "context\tmeanign\n",
     "lexicon/ontology/contexts.tsv:1:2: unknown column \"meanign\": lexicon/README.md lists the columns of ontology/contexts.tsv\n"},
    {"missing_column", "ontology/contexts.tsv", "context\n", "lexicon/ontology/contexts.tsv:1: the column \"meaning\" is missing\n"},
    {"double_column", "ontology/contexts.tsv", "context\tcontext\n",
     "lexicon/ontology/contexts.tsv:1:2: the column \"context\" stands twice\n"},
    {"no_header", "ontology/contexts.tsv", "# nothing\n",
     "lexicon/ontology/contexts.tsv:2: no header line: the first line names the columns\n"},
    {"choice", "entities/places.tsv", std::string(kPlacesHeader) + "oran\tcitty\tDZA\tوهران\t\t35.7\t-0.6\n",
     "lexicon/entities/places.tsv:2:2: kind is \"citty\": use one of city, town, village, camp, region, province, district, island, sea, "
     "river, mountain, crossing, base, "
     "airport, site, country-part\n"},
    {"empty", "entities/places.tsv", std::string(kPlacesHeader) + "oran\tcity\tDZA\t\t\t\t\n",
     "lexicon/entities/places.tsv:2:4: name is empty\n"},
    {"latitude", "entities/places.tsv", std::string(kPlacesHeader) + "oran\tcity\tDZA\tوهران\t\t95.7\t-0.6\n",
     "lexicon/entities/places.tsv:2:6: lat is \"95.7\": outside the globe\n"},
    {"longitude", "entities/places.tsv", std::string(kPlacesHeader) + "oran\tcity\tDZA\tوهران\t\t35.7\t0,6\n",
     "lexicon/entities/places.tsv:2:7: lon is \"0,6\": write decimal degrees\n"},
    {"country", "entities/places.tsv", std::string(kPlacesHeader) + "oran\tcity\tALG\tوهران\t\t\t\n",
     "lexicon/entities/places.tsv:2:3: country has the unknown country code \"ALG\"\n"},
    {"date", "entities/people.tsv", std::string(kPeopleHeader) + "x\tDZA\tGOV\tفلان\t\tGOV,وزير,DZA,2018-02-30,\t\n",
     "lexicon/entities/people.tsv:2:6: offices has the date \"2018-02-30\": write 2018, 2018-08 or 2018-08-09\n"},
    {"office", "entities/people.tsv", std::string(kPeopleHeader) + "x\tDZA\tGOV\tفلان\t\tGOV,وزير\t\n",
     "lexicon/entities/people.tsv:2:6: offices has the office \"GOV,وزير\": write SECTOR,title,of,from,to\n"},
    {"sector", "entities/people.tsv", std::string(kPeopleHeader) + "x\tDZA\tGOV|GVO\tفلان\t\t\t\n",
     "lexicon/entities/people.tsv:2:3: sector has the unknown sector code \"GVO\"\n"},
    {"wikidata", "entities/people.tsv", std::string(kPeopleHeader) + "x\tDZA\tGOV\tفلان\t\t\t262\n",
     "lexicon/entities/people.tsv:2:7: wikidata is \"262\": Q and digits\n"},
    {"duplicate", "entities/people.tsv", std::string(kPeopleHeader) + "x\tDZA\t\tفلان\t\t\t\nx\tDZA\t\tعلان\t\t\t\n",
     "lexicon/entities/people.tsv:3:1: \"x\" stands in line 2 already: ids are unique in a file\n"},
    {"id", "entities/people.tsv", std::string(kPeopleHeader) + "X-1\tDZA\t\tفلان\t\t\t\n",
     "lexicon/entities/people.tsv:2:1: id is \"X-1\": small letters, digits and _ only\n"},
    {"mode", "ar/events.tsv", std::string(kEventsHeader) + "x\tASSAULT\taeriel\t\tverb\tقصف\t\t\tsubj\tobj\tقصف الجيش المدينة\n",
     "lexicon/ar/events.tsv:2:3: mode has the unknown mode \"ASSAULT/aeriel\"\n"},
    {"event", "ar/events.tsv", std::string(kEventsHeader) + "x\tFIGHT\t\t\tverb\tقصف\t\t\tsubj\tobj\tقصف الجيش المدينة\n",
     "lexicon/ar/events.tsv:2:2: event has the unknown event type \"FIGHT\"\n"},
    {"slot", "ar/events.tsv", std::string(kEventsHeader) + "x\tASSAULT\t\t\tverb\tقصف\t\t\tsubject\tobj|على\tقصف الجيش المدينة\n",
     "lexicon/ar/events.tsv:2:9: actor has the slot \"subject\": use subj, obj, obj2, gen, withgen, - or a preposition\n"},
    {"list", "ar/events.tsv", std::string(kEventsHeader) + "x\tASSAULT\t\t\tnoun\tقصف||غارة\t\t\tsubj\tobj\tقصف الجيش المدينة\n",
     "lexicon/ar/events.tsv:2:6: trigger has an empty value between two |\n"},
    {"space", "ontology/contexts.tsv", "context\tmeaning\nmilitary\tforces \n",
     "lexicon/ontology/contexts.tsv:2:2: meaning has a stray space: \"forces \"\n"},
    {"utf8", "ontology/contexts.tsv",
     "context\tmeaning\nmilitary\tfor\xFF"
     "ces\n",
     "lexicon/ontology/contexts.tsv:2:2: the line is not UTF-8: save the file as UTF-8\n"},
    {"carriage_return", "ontology/contexts.tsv", "context\tmeaning\nmilitary\tforces\r\n",
     "lexicon/ontology/contexts.tsv:2: the line ends with a carriage return: save the file with Unix line ends\n"},
    {"stranger", "ar/event.tsv", "id\n", "lexicon/ar/event.tsv: no such table: lexicon/README.md lists the files\n"},
};

INSTANTIATE_TEST_SUITE_P(Cells, LexiconFaults, testing::ValuesIn(kFaults), [](const auto& info) { return std::string(info.param.name); });

TEST_F(LexiconFiles, a_missing_or_empty_directory_is_an_error) {
  ASSERT_EQ(check_lexicon({(root_ / "nowhere").string()}).size(), 1U);
  EXPECT_EQ(check_lexicon({(root_ / "nowhere").string()})[0].code, ErrorCode::input);
  fs::create_directories(root_ / "empty");
  EXPECT_EQ(check_lexicon({(root_ / "empty").string()}).size(), 1U);
  EXPECT_FALSE(Lexicon::compile({(root_ / "empty").string()}, ""));
}

// The hits of a form, as "states:dza/adjective" words.
std::string hits_of(const Lexicon& lexicon, std::string_view form) {
  constexpr const char* kForms[] = {"name",    "variant",  "adjective", "people",   "capital",
                                    "metonym", "singular", "plural",    "feminine", "other"};
  Walk walk = lexicon.begin();
  std::istringstream words{std::string(form)};
  for (std::string word; words >> word;) walk = lexicon.step(walk, hash_key(fold_key(word)));
  std::string text;
  for (const Hit& hit : lexicon.hits(walk)) {
    text.append(text.empty() ? "" : " ")
        .append(lexicon.row_name({static_cast<uint8_t>(hit.table), hit.row}))
        .append("/")
        .append(kForms[static_cast<size_t>(hit.form)]);
  }
  return text;
}

TEST_F(LexiconFiles, the_trie_holds_every_form) {
  std::string dir = ontology();
  write("lexicon", "entities/states.tsv",
        std::string(kStatesHeader) +
            "dza\tDZA\tQ262\tالجزائر\tالجمهورية الجزائرية\tجزائري\t\tالجزائر العاصمة|الجزائر\tقصر المرادية\n"
            "kor\tKOR\t\tكوريا الجنوبية\t\tكوري جنوبي\tكوريون\tسول\t\n");
  write("lexicon", "ar/roles.tsv",
        "id\tclass\tsector\tsingular\tplurals\tfeminine\tcomplement\texample\nofficial\tpeople\tGOV\tمسؤول\tمسؤولون|مسؤولين\tمسؤولة\t\tقال "
        "مسؤول\n");
  write("lexicon", "ar/events.tsv",
        std::string(kEventsHeader) + "strike\tASSAULT\taerial\t\tnoun\tغارة|غارات\t\t\tgen\tعلى\tغارة\n" +
            "attacker\tASSAULT\t\t\tparticiple\tمهاجم\t\t\t-\t-\tمهاجم\n" + "bomb\tASSAULT\t\t\tverb\tقصف\t\t\tsubj\tobj\tقصف\n");
  const Result<Lexicon> lexicon = Lexicon::load(image_of(dir));
  ASSERT_TRUE(lexicon) << lexicon.error().text();
  const std::pair<const char*, const char*> kCases[] = {{"الجزائر", "states:dza/name"},
                                                        {"الجزائر العاصمة", "states:dza/capital"},
                                                        {"قصر المرادية", "states:dza/metonym"},
                                                        {"جزائري", "states:dza/adjective"},
                                                        {"الجزائرية", "states:dza/adjective"},
                                                        {"الجزائريين", "states:dza/adjective"},
                                                        {"جزائريتان", "states:dza/adjective"},
                                                        {"الكورية الجنوبية", "states:kor/adjective"},
                                                        {"كوريون جنوبيون", "states:kor/adjective"},
                                                        {"الكوريون", "states:kor/people"},
                                                        {"مسؤول", "roles:official/singular"},
                                                        {"مسئول", "roles:official/singular"},
                                                        {"مسئولين", "roles:official/plural"},
                                                        {"مسؤولة", "roles:official/feminine"},
                                                        {"غارات", "events:strike/plural"},
                                                        {"مهاجمين", "events:attacker/plural"},
                                                        {"مهاجمة", "events:attacker/feminine"},
                                                        {"قصف", ""},
                                                        {"الجزائر سول", ""}};
  for (const auto& [form, expected] : kCases) EXPECT_EQ(hits_of(*lexicon, form), expected) << form;
  ASSERT_EQ(lexicon->by_lemma(hash_key(fold_key("قصف"))).size(), 1U);
  EXPECT_EQ(lexicon->row_name({static_cast<uint8_t>(Table::events), lexicon->by_lemma(hash_key(fold_key("قصف")))[0].row}), "events:bomb");
  EXPECT_TRUE(lexicon->by_lemma(12345).empty());
  EXPECT_EQ(lexicon->cell(Table::states, 0, "wikidata"), "Q262");
  EXPECT_EQ(lexicon->cell(Table::states, 9, "wikidata"), "");
  EXPECT_EQ(lexicon->cell(Table::states, 0, "nothing"), "");
  EXPECT_EQ(lexicon->row_place({static_cast<uint8_t>(Table::events), 2}), "lexicon/ar/events.tsv:4");
  EXPECT_EQ(lexicon->row_name({}), "");
  EXPECT_EQ(lexicon->row_name({static_cast<uint8_t>(Table::modes), 0}), "modes:ASSAULT/aerial");
  EXPECT_EQ(lexicon->hash().size(), 16U);
}

TEST_F(LexiconFiles, an_overlay_adds_and_replaces) {
  std::string dir = ontology();
  write("lexicon", "entities/states.tsv", std::string(kStatesHeader) + "dza\tDZA\t\tالجزائر\t\tجزائري\t\t\t\n");
  const std::string image = image_of(dir);
  const std::string mine = write("mine", "entities/states.tsv",
                                 std::string(kStatesHeader) + "dza\tDZA\tQ262\tالجزائر\tالبهجة\t\t\t\t\nkor\tKOR\t\tكوريا\t\t\t\t\t\n");
  const Result<Lexicon> both = Lexicon::load_with(image, {mine});
  ASSERT_TRUE(both) << both.error().text();
  EXPECT_EQ(both->rows(Table::states), 2U);
  EXPECT_EQ(both->cell(Table::states, 0, "wikidata"), "Q262");
  EXPECT_EQ(hits_of(*both, "البهجة"), "states:dza/variant");
  EXPECT_EQ(hits_of(*both, "جزائري"), "");
  EXPECT_EQ(both->row_place({static_cast<uint8_t>(Table::states), 1}), "mine/entities/states.tsv:3");
  EXPECT_NE(both->hash(), Lexicon::load(image)->hash());

  const std::string bad = write("bad", "entities/states.tsv", std::string(kStatesHeader) + "xxx\tXXX\t\tاسم\t\t\t\t\t\n");
  const Result<Lexicon> faulty = Lexicon::load_with(image, {bad});
  ASSERT_FALSE(faulty);
  EXPECT_EQ(faulty.error().line, 2U);
  EXPECT_EQ(faulty.error().column, 2U);
  EXPECT_EQ(faulty.error().exit_code(), 4);
}

std::vector<char> small_image() {
  Rows rows;
  Faults faults;
  lexicon::read_tsv(std::string(kStatesHeader) + "dza\tDZA\t\tالجزائر\tالجمهورية الجزائرية\tجزائري\t\tالجزائر العاصمة\t\n",
                    lexicon::schema_of(Table::states), "f", "p", lexicon::of(rows, Table::states), faults);
  lexicon::read_tsv(std::string(kEventsHeader) + "bomb\tASSAULT\t\t\tverb\tقصف\t\t\tsubj\tobj\tقصف\n", lexicon::schema_of(Table::events),
                    "f", "p", lexicon::of(rows, Table::events), faults);
  EXPECT_TRUE(faults.empty());
  const char morphology[] = "\0\0\3\0abc";
  return lexicon::compile_image(rows, {morphology, sizeof morphology - 1});
}

void touch_everything(const Lexicon& lexicon) {
  for (size_t t = 0; t < lexicon::kTables; ++t) {
    const Table table = static_cast<Table>(t);
    for (uint32_t r = 0; r < lexicon.rows(table); ++r) {
      lexicon.row_name({static_cast<uint8_t>(t), r});
      lexicon.row_place({static_cast<uint8_t>(t), r});
      for (const lexicon::Column& column : lexicon::schema_of(table).columns) lexicon.cell(table, r, column.name);
    }
  }
  for (uint32_t node = 0; node < 64; ++node) {
    lexicon.hits({node});
    lexicon.step({node}, hash_key(u"x"));
  }
  lexicon.by_lemma(hash_key(u"x"));
  for (uint32_t id : {0U, 1U, 1000U, Lexicon::kMorphString, Lexicon::kMorphString | 3U, 0xFFFFFFFFU}) lexicon.string(id);
}

TEST(LexiconImage, keeps_morphology_and_its_strings) {
  const Result<Lexicon> lexicon = Lexicon::from_bytes(small_image());
  ASSERT_TRUE(lexicon) << lexicon.error().text();
  EXPECT_EQ(lexicon->morphology().size(), 7U);
  EXPECT_EQ(lexicon->string(Lexicon::kMorphString | 2), "abc");
  EXPECT_EQ(lexicon->string(Lexicon::kMorphString | 3), "");
  EXPECT_EQ(lexicon->string(0), "");
}

TEST(LexiconImage, is_the_same_each_time) { EXPECT_EQ(small_image(), small_image()); }

TEST(LexiconImage, cut_anywhere_is_an_error) {
  const std::vector<char> image = small_image();
  for (size_t size = 0; size < image.size(); ++size) {
    const Result<Lexicon> lexicon = Lexicon::from_bytes({image.begin(), image.begin() + static_cast<std::ptrdiff_t>(size)});
    ASSERT_FALSE(lexicon) << size;
    EXPECT_EQ(lexicon.error().code, ErrorCode::lexicon);
  }
}

TEST(LexiconImage, a_flipped_byte_is_an_error) {
  std::vector<char> image = small_image();
  for (size_t at = 0; at < image.size(); ++at) {
    image[at] = static_cast<char>(image[at] ^ 0x41);
    EXPECT_FALSE(Lexicon::from_bytes(image)) << at;
    image[at] = static_cast<char>(image[at] ^ 0x41);
  }
}

// An image forged with the right checksum: either refused or safe to use.
TEST(LexiconImage, a_forged_byte_never_leads_outside) {
  const std::vector<char> image = small_image();
  std::mt19937 random(7);
  for (int round = 0; round < 20000; ++round) {
    std::vector<char> forged = image;
    for (uint32_t flips = 1 + random() % 3; flips > 0; --flips) forged[random() % forged.size()] = static_cast<char>(random());
    const uint64_t checksum = XXH3_64bits(forged.data() + lexicon::kChecked, forged.size() - lexicon::kChecked);
    std::memcpy(forged.data() + offsetof(lexicon::Header, checksum), &checksum, sizeof checksum);
    const Result<Lexicon> lexicon = Lexicon::from_bytes(forged);
    if (lexicon) touch_everything(*lexicon);
  }
}

TEST(LexiconImage, other_files_are_told_apart) {
  EXPECT_EQ(Lexicon::load("/nowhere/lexicon.isnad").error().code, ErrorCode::input);
  EXPECT_EQ(Lexicon::load("/").error().code, ErrorCode::lexicon);
  EXPECT_EQ(Lexicon::load("/dev/null").error().code, ErrorCode::lexicon);
  EXPECT_EQ(Lexicon::from_bytes(std::vector<char>(5000, 'x')).error().text(), "the file is not a compiled lexicon");
  std::vector<char> later = small_image();
  later[8] = 99;
  EXPECT_EQ(Lexicon::from_bytes(later).error().text(), "the file was compiled by another version of isnad: compile it again");
}

}  // namespace
}  // namespace isnad
