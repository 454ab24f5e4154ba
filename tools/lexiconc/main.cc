// isnad-lexiconc OUT [--morphology FILE] DIR...: compiles lexicon directories to an image; prints every fault and fails.
#include <filesystem>
#include <fstream>
#include <iostream>
#include <string>
#include <vector>

#include "isnad/lexicon.h"

namespace {

struct Arguments {
  std::string out, morphology;
  std::vector<std::string> dirs;
};

bool parse(const std::vector<std::string>& words, Arguments& arguments) {
  for (size_t i = 0; i < words.size(); ++i) {
    if (words[i] == "--morphology" && i + 1 < words.size()) arguments.morphology = words[++i];
    else if (arguments.out.empty()) arguments.out = words[i];
    else arguments.dirs.push_back(words[i]);
  }
  return !arguments.dirs.empty();
}

// Written beside and renamed: a reader never sees half an image.
bool write(const std::string& path, const std::vector<char>& image) {
  const std::string beside = path + ".new";
  std::ofstream file(beside, std::ios::binary);
  file.write(image.data(), static_cast<std::streamsize>(image.size()));
  file.close();
  std::error_code error;
  if (file) std::filesystem::rename(beside, path, error);
  return file && !error;
}

}  // namespace

int main(int argc, char** argv) {
  Arguments arguments;
  if (!parse({argv + 1, argv + argc}, arguments)) {
    std::cerr << "usage: isnad-lexiconc OUT [--morphology FILE] DIR...\n";
    return 2;
  }
  const std::vector<isnad::Error> faults = isnad::check_lexicon(arguments.dirs);
  for (const isnad::Error& fault : faults) std::cerr << fault.text() << '\n';
  if (!faults.empty()) return faults.front().exit_code();
  const isnad::Result<std::vector<char>> image = isnad::Lexicon::compile(arguments.dirs, arguments.morphology);
  if (!image) {
    std::cerr << image.error().text() << '\n';
    return image.error().exit_code();
  }
  if (!write(arguments.out, *image)) {
    std::cerr << arguments.out << ": cannot be written\n";
    return 5;
  }
  return 0;
}
