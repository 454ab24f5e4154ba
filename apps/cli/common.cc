#include "cli/common.h"

#include <unistd.h>

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <system_error>

namespace isnad::cli {
namespace {

constexpr const char* kImage = "lexicon.isnad";

std::atomic<bool> stop_requested{false};
std::atomic<int> stop_signal{0};
static_assert(std::atomic<bool>::is_always_lock_free && std::atomic<int>::is_always_lock_free, "signal handlers need it");

extern "C" void request_stop(int signal) {
  stop_signal = signal;
  stop_requested = true;
}

/// Places beside the program, then the installed one.
std::vector<std::filesystem::path> image_places() {
  std::vector<std::filesystem::path> places;
  std::error_code unknown;
  const std::filesystem::path program = std::filesystem::read_symlink("/proc/self/exe", unknown);
  if (!unknown) {
    const std::filesystem::path folder = program.parent_path();
    places.push_back(folder.parent_path() / "share" / "isnad" / kImage);
    places.push_back(folder / "share" / "isnad" / kImage);
  }
#ifdef ISNAD_DATA_DIR
  places.push_back(std::filesystem::path(ISNAD_DATA_DIR) / kImage);
#endif
  return places;
}

Result<std::string> find_image(const std::string& named) {
  if (!named.empty()) return named;
  if (const char* variable = std::getenv("ISNAD_LEXICON"); variable != nullptr && *variable != '\0') return std::string(variable);
  std::string tried;
  for (const std::filesystem::path& place : image_places()) {
    std::error_code unknown;
    if (std::filesystem::exists(place, unknown)) return place.string();
    tried += "\n  " + place.string();
  }
  return fail(ErrorCode::lexicon, "no compiled lexicon: name one with --lexicon-image FILE or ISNAD_LEXICON; looked at" + tried);
}

}  // namespace

int complain(const Error& error) {
  std::fprintf(stderr, "isnad: %s\n", error.text().c_str());
  return error.exit_code();
}

void LexiconOptions::add_to(CLI::App& command) {
  command.add_option("--lexicon", overlays, "Directory of TSV rows that are added or override (repeatable)")
      ->option_text("DIR")
      ->allow_extra_args(false);
  command.add_option("--lexicon-image", image, "The compiled lexicon (else ISNAD_LEXICON, beside the program, the installed one)")
      ->option_text("FILE");
}

Result<Lexicon> LexiconOptions::load() const {
  const Result<std::string> path = find_image(image);
  if (!path) return tl::unexpected<Error>(path.error());
  for (const std::string& directory : overlays) {
    std::error_code unknown;
    if (!std::filesystem::is_directory(directory, unknown)) return fail(ErrorCode::lexicon, "no such directory", directory);
  }
  Result<Lexicon> lexicon = overlays.empty() ? Lexicon::load(*path) : Lexicon::load_with(*path, overlays);
  // A lexicon that is missing is no missing report: scripts tell the two apart by the exit code.
  if (!lexicon && lexicon.error().code == ErrorCode::input) lexicon.error().code = ErrorCode::lexicon;
  return lexicon;
}

const std::atomic<bool>& stop_flag() { return stop_requested; }

int stop_exit_code() { return stop_requested ? 128 + stop_signal : 0; }

void watch_signals() {
  struct sigaction action{};
  action.sa_handler = request_stop;
  action.sa_flags = SA_RESETHAND;  // no SA_RESTART: a read that waits comes back
  sigemptyset(&action.sa_mask);
  sigaction(SIGINT, &action, nullptr);
  sigaction(SIGTERM, &action, nullptr);
  std::signal(SIGPIPE, SIG_IGN);
}

bool wants_colour(int descriptor) {
  const char* no_colour = std::getenv("NO_COLOR");
  const char* terminal = std::getenv("TERM");
  if (no_colour != nullptr && *no_colour != '\0') return false;
  return isatty(descriptor) != 0 && terminal != nullptr && std::string_view(terminal) != "dumb";
}

}  // namespace isnad::cli
