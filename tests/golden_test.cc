// tests/golden/<stage>/<case>/: report.txt (and report.json: {"published", "outlet"}) is read, the layer of <stage> is printed in the
// compact form (src/export/compact.h) and held against expected.txt. note.md says what the case is about. ISNAD_UPDATE_GOLDEN=1 rewrites
// expected.txt with what the engine says; read the diff before you keep it.
#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>

#include "export/compact.h"
#include "support.h"

namespace isnad::test {
namespace {

namespace fs = std::filesystem;

class Golden : public testing::TestWithParam<fs::path> {};

TEST_P(Golden, says_what_is_expected) {
  const fs::path folder = GetParam();
  const std::string stage = folder.parent_path().filename().string();
  ASSERT_TRUE(fs::exists(folder / "report.txt")) << folder;
  EXPECT_FALSE(read_file(folder / "note.md").empty()) << folder << ": note.md says what the case is about";
  const Document doc = engine().read(golden_report(folder));
  EXPECT_EQ(broken(doc), "") << folder;
  const std::string said = to_compact(doc, lexicon(), stage);
  if (std::getenv("ISNAD_UPDATE_GOLDEN") != nullptr) {
    std::ofstream(folder / "expected.txt", std::ios::binary) << said;
    return;
  }
  EXPECT_EQ(said, read_file(folder / "expected.txt")) << folder << "\n"
                                                      << read_file(folder / "report.txt") << "\n"
                                                      << read_file(folder / "note.md");
}

std::string name_of(const testing::TestParamInfo<fs::path>& info) {
  std::string name = info.param.parent_path().filename().string() + "_" + info.param.filename().string();
  for (char& c : name)
    if (std::isalnum(static_cast<unsigned char>(c)) == 0) c = '_';
  return name;
}

INSTANTIATE_TEST_SUITE_P(Cases, Golden, testing::ValuesIn(golden_cases()), name_of);
GTEST_ALLOW_UNINSTANTIATED_PARAMETERIZED_TEST(Golden);

}  // namespace
}  // namespace isnad::test
