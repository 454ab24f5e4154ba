// What every test of the whole needs: one engine over the built lexicon, and files.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "isnad/engine.h"
#include "isnad/lexicon.h"

namespace isnad::test {

inline const std::filesystem::path kSource = ISNAD_SOURCE_DIR;

const Lexicon& lexicon();                                  ///< the image that the build made
const Engine& engine();                                    ///< over it, with verifiers; built at the first call
std::string read_file(const std::filesystem::path& path);  ///< "" when there is none
/// The report of a golden case: report.txt, and what report.json says of its outlet and date.
Report golden_report(const std::filesystem::path& folder);
/// tests/golden/<stage>/<case>, sorted.
std::vector<std::filesystem::path> golden_cases();
/// The public record, as `isnad read --to json` writes it.
std::string json_of(const Document& doc);
/// The codes of broken promises among the diagnostics; empty = none.
std::string broken(const Document& doc);

}  // namespace isnad::test
