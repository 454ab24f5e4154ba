// isnad: the program. Each command is a file beside this one.
#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <cstdio>
#include <exception>
#include <new>
#include <string>

#include "cli/common.h"
#include "isnad/engine.h"

namespace isnad::cli {
namespace {

int run(int argc, char** argv) {
  CLI::App app("isnad reads Arabic political news and writes who did what to whom, and who says so.", "isnad");
  app.footer(
      "Examples:\n"
      "  isnad read report.txt --published 2018-08-09 --to text\n"
      "  isnad read news.jsonl.gz > coded.jsonl\n"
      "  isnad explain report.txt --sentence 0\n"
      "Exit codes: 0 done, 2 usage, 3 some input unreadable, 4 lexicon, 5 output, 70 a fault of isnad itself, 130 Ctrl-C.\n"
      "`isnad COMMAND --help` tells more; so does man isnad.");
  app.set_version_flag("--version", "isnad " + std::string(version()));
  app.require_subcommand(1);
  int exit_code = 0;
  add_read(app, exit_code);
  add_explain(app, exit_code);
  add_eval(app, exit_code);
  add_lexicon(app, exit_code);
  add_version(app, exit_code);
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return app.exit(error) == 0 ? 0 : kExitUsage;
  }
  return exit_code;
}

}  // namespace
}  // namespace isnad::cli

int main(int argc, char** argv) {
  try {
    return isnad::cli::run(argc, argv);
  } catch (const std::bad_alloc&) {
    std::fputs("isnad: out of memory\n", stderr);
  } catch (const std::exception& error) {
    std::fprintf(stderr, "isnad: a fault of isnad itself, please report it: %s\n", error.what());
  }
  return isnad::cli::kExitInternal;
}
