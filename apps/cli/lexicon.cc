// isnad lexicon check|show (gaps: lexicon_gaps.cc): the rows themselves.
#include "isnad/lexicon.h"

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <memory>
#include <optional>
#include <sstream>

#include "base/letters.h"
#include "cli/common.h"
#include "lexicon/schema.h"

namespace isnad::cli {
namespace {

struct ShowOptions {
  std::string what;
  LexiconOptions lexicon;
};

int check(const std::vector<std::string>& directories) {
  size_t faults = 0;
  for (const std::string& directory : directories) {
    std::error_code unknown;
    if (!std::filesystem::is_directory(directory, unknown)) return complain({ErrorCode::input, "no such directory", directory, 0, 0});
  }
  for (const Error& fault : check_lexicon(directories)) {
    std::printf("%s\n", fault.text().c_str());
    ++faults;
  }
  if (faults > 0) std::fprintf(stderr, "isnad: %zu %s\n", faults, faults == 1 ? "fault" : "faults");
  return faults > 0 ? kExitLexicon : 0;
}

/// The row as "column: cell" lines, empty cells left out.
void print_row(const Lexicon& lexicon, Table table, uint32_t row) {
  const RowId id{static_cast<uint8_t>(table), row};
  std::printf("%s  (%s)\n", lexicon.row_name(id).c_str(), lexicon.row_place(id).c_str());
  for (const lexicon::Column& column : lexicon::schema_of(table).columns) {
    const std::string_view cell = lexicon.cell(table, row, column.name);
    if (cell.empty()) continue;
    std::printf("  %-10.*s %.*s\n", static_cast<int>(column.name.size()), column.name.data(), static_cast<int>(cell.size()), cell.data());
  }
}

/// The row named like "events:acc_ittahama"; nullopt when there is none.
std::optional<RowId> row_named(const Lexicon& lexicon, const std::string& name) {
  for (int i = 0; i < static_cast<int>(Table::count); ++i) {
    const auto table = static_cast<Table>(i);
    if (!name.starts_with(std::string(table_name(table)) + ':')) continue;
    for (uint32_t row = 0; row < lexicon.rows(table); ++row) {
      const RowId id{static_cast<uint8_t>(table), row};
      if (lexicon.row_name(id) == name) return id;
    }
  }
  return std::nullopt;
}

void add(std::vector<RowId>& rows, std::span<const Hit> hits) {
  for (const Hit& hit : hits) {
    const RowId id{static_cast<uint8_t>(hit.table), hit.row};
    if (std::find(rows.begin(), rows.end(), id) == rows.end()) rows.push_back(id);
  }
}

/// Rows whose entry is exactly these words: names and nouns from the trie, verbs by their lemma.
std::vector<RowId> rows_of_words(const Lexicon& lexicon, const std::vector<std::u16string>& words) {
  std::vector<RowId> rows;
  Walk walk = lexicon.begin();
  for (const std::u16string& word : words) {
    if (walk) walk = lexicon.step(walk, hash_key(word));
  }
  if (walk) add(rows, lexicon.hits(walk));
  if (words.size() == 1) add(rows, lexicon.by_lemma(hash_key(words.front())));
  return rows;
}

std::vector<std::u16string> folded_words(const std::string& text) {
  std::vector<std::u16string> words;
  std::istringstream stream(text);
  for (std::string word; stream >> word;) words.push_back(fold_key(word));
  return words;
}

/// As asked, then without the article of the first word: roles and triggers are entered without it.
std::vector<RowId> rows_of(const Lexicon& lexicon, const std::string& text) {
  std::vector<std::u16string> words = folded_words(text);
  if (words.empty()) return {};
  std::vector<RowId> rows = rows_of_words(lexicon, words);
  constexpr char16_t kArticle[] = {letter::alef, letter::lam, 0};
  if (words.front().starts_with(kArticle) && words.front().size() > 3) {
    words.front().erase(0, 2);
    for (RowId row : rows_of_words(lexicon, words)) {
      if (std::find(rows.begin(), rows.end(), row) == rows.end()) rows.push_back(row);
    }
  }
  return rows;
}

int show(const ShowOptions& options) {
  const Result<Lexicon> lexicon = options.lexicon.load();
  if (!lexicon) return complain(lexicon.error());
  std::vector<RowId> rows;
  if (const std::optional<RowId> named = row_named(*lexicon, options.what)) {
    rows.push_back(*named);
  } else {
    rows = rows_of(*lexicon, options.what);
  }
  if (rows.empty()) return complain({ErrorCode::usage, "no row is named or reads \"" + options.what + "\"", {}, 0, 0});
  for (RowId row : rows) print_row(*lexicon, static_cast<Table>(row.table), row.row);
  return 0;
}

}  // namespace

void add_lexicon(CLI::App& app, int& exit_code) {
  CLI::App* group = app.add_subcommand("lexicon", "Look into lexicon rows");
  group->require_subcommand(1);
  group->footer("Examples:\n  isnad lexicon check my-rows\n  isnad lexicon show events:acc_ittahama\n  isnad lexicon gaps news.jsonl.gz");

  auto directories = std::make_shared<std::vector<std::string>>();
  CLI::App* check_command = group->add_subcommand("check", "Print every fault as file:line:column; exit code 4 if there is one");
  check_command->add_option("DIRS", *directories, "Directories with the layout of lexicon/; later ones override")
      ->option_text("DIR...")
      ->required();
  check_command->footer("Examples:\n  isnad lexicon check lexicon\n  isnad lexicon check lexicon my-rows");
  check_command->callback([directories, &exit_code] { exit_code = check(*directories); });

  auto options = std::make_shared<ShowOptions>();
  CLI::App* show_command = group->add_subcommand("show", "Show a row by its name, or every row that reads a word or name");
  show_command->add_option("KEY|WORD", options->what, "Such as events:acc_ittahama, or one or more words in quotation marks")
      ->option_text(" ")
      ->required();
  options->lexicon.add_to(*show_command);
  show_command->footer("Examples:\n  isnad lexicon show events:acc_ittahama\n  isnad lexicon show WORD --lexicon my-rows");
  show_command->callback([options, &exit_code] { exit_code = show(*options); });
  add_lexicon_gaps(*group, exit_code);
}

}  // namespace isnad::cli
