// What the commands of `isnad` share: the lexicon options, errors to exit codes, and the stop flag of Ctrl-C.
#pragma once

#include <atomic>
#include <string>
#include <string_view>
#include <vector>

#include "isnad/lexicon.h"
#include "isnad/result.h"

namespace CLI {
class App;
}

namespace isnad::cli {

inline constexpr int kExitUsage = 2;  ///< docs/cli.md lists all of them
inline constexpr int kExitInput = 3;  ///< some input was missing or not readable; the rest was coded
inline constexpr int kExitLexicon = 4;
inline constexpr int kExitInternal = 70;
inline constexpr int kMaxJobs = 1024;

/// Prints "isnad: file:line:column: message" to standard error; returns the exit code of the error.
int complain(const Error& error);

/// Where the lexicon comes from; the same options in every command that needs one.
struct LexiconOptions {
  std::string image;
  std::vector<std::string> overlays;

  void add_to(CLI::App& command);
  /// The image named by --lexicon-image, ISNAD_LEXICON, beside the program, or the installed one; with the rows of every --lexicon.
  Result<Lexicon> load() const;
};

/// Set by SIGINT and SIGTERM; a second signal kills.
const std::atomic<bool>& stop_flag();
/// 130 after SIGINT, 143 after SIGTERM, else 0.
int stop_exit_code();
/// Installs the handlers, and ignores SIGPIPE so that a closed pipe is a write error.
void watch_signals();

/// Whether `descriptor` is a terminal that wants colours (NO_COLOR and TERM=dumb say no).
bool wants_colour(int descriptor);

// One per command file: adds the command to `app`; running it sets `exit_code`.
void add_read(CLI::App& app, int& exit_code);
void add_explain(CLI::App& app, int& exit_code);
void add_eval(CLI::App& app, int& exit_code);
void add_lexicon(CLI::App& app, int& exit_code);
void add_version(CLI::App& app, int& exit_code);

}  // namespace isnad::cli
