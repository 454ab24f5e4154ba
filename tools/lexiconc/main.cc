// isnad-lexiconc OUT [--morphology FILE] DIR...: compiles lexicon directories to an image; prints every fault and fails.
#include <filesystem>
#include <fstream>
#include <iostream>
#include <string>
#include <vector>

#include <algorithm>
#include <iterator>
#include "isnad/lexicon.h"
#include "lexicon/compile.h"
#include "lexicon/rows.h"

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
  std::vector<std::string> words{argv + 1, argv + argc};
  const bool lenient = std::erase(words, "--lenient") > 0;
  if (!parse(words, arguments)) {
    std::cerr << "usage: isnad-lexiconc OUT [--morphology FILE] DIR...\n";
    return 2;
  }
  const std::vector<isnad::Error> faults = isnad::check_lexicon(arguments.dirs);
  for (const isnad::Error& fault : faults) std::cerr << fault.text() << '\n';
  if (!faults.empty() && !lenient) return faults.front().exit_code();
  if (lenient) {  // for the first hour only
    isnad::lexicon::Rows rows;
    isnad::lexicon::Faults again;
    for (const std::string& dir : arguments.dirs) isnad::lexicon::read_directory(dir, rows, again);
    for (auto& table : rows)
      std::erase_if(table, [&](const isnad::lexicon::SourceRow& row) {
        return std::any_of(faults.begin(), faults.end(), [&](const isnad::Error& f) { return f.file == row.file && f.line == row.line; });
      });
    std::vector<char> morphology;
    std::ifstream in(arguments.morphology, std::ios::binary);
    if (in) morphology.assign(std::istreambuf_iterator<char>(in), {});
    return write(arguments.out, isnad::lexicon::compile_image(rows, morphology)) ? 0 : 5;
  }
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
