// isnad version: what runs here, so that a record can be made again.
#include <unicode/uversion.h>

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <cstdio>
#include <memory>
#include <string>

#include "cli/common.h"
#include "isnad/engine.h"

namespace isnad::cli {
namespace {

int run(const LexiconOptions& options) {
  std::printf("isnad    %.*s\n", static_cast<int>(version().size()), version().data());
  std::printf("icu      %s\n", U_ICU_VERSION);
  const Result<Lexicon> lexicon = options.load();
  if (!lexicon) return complain(lexicon.error());
  std::printf("lexicon  %.*s\n", static_cast<int>(lexicon->hash().size()), lexicon->hash().data());
  for (int i = 0; i < static_cast<int>(Table::count); ++i) {
    const auto table = static_cast<Table>(i);
    std::printf("rows     %-9s %u\n", std::string(table_name(table)).c_str(), lexicon->rows(table));
  }
  std::printf("rows     %-9s %zu bytes\n", "morphology", lexicon->morphology().size());
  return 0;
}

}  // namespace

void add_version(CLI::App& app, int& exit_code) {
  auto options = std::make_shared<LexiconOptions>();
  CLI::App* command = app.add_subcommand("version", "Engine, lexicon (hash and rows) and ICU");
  options->add_to(*command);
  command->footer("Example:\n  isnad version --lexicon my-rows");
  command->callback([options, &exit_code] { exit_code = run(*options); });
}

}  // namespace isnad::cli
