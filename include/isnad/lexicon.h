// Lexicon: the words that isnad knows, compiled into one memory-mapped image.
//
//   auto lexicon = isnad::Lexicon::load("/usr/local/share/isnad/lexicon.isnad");
//   lexicon->hash();                       // "8f3a…": every record names it
//   isnad::Walk w = lexicon->begin();      // the name trie, token by token
//   w = lexicon->step(w, isnad::hash_key(isnad::fold_key(first_word)));
//   w = lexicon->step(w, isnad::hash_key(isnad::fold_key(second_word)));
//   for (isnad::Hit h : lexicon->hits(w)) …   // h.table == Table::bodies, h.row …
//
// A Lexicon is immutable and shared by reference: copies are cheap, const calls are thread-safe. Views (string_view, span) live as long as
// any copy. Errors: a missing, truncated or foreign image, and a faulty TSV row, come back as Error with file:line:column.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "isnad/document.h"
#include "isnad/result.h"

namespace isnad {

/// The tables of lexicon/README.md. RowId::table holds one of these.
enum class Table : uint8_t {
  states,
  bodies,
  people,
  outlets,
  places,
  roles,
  titles,
  cues,
  events,
  words,
  sectors,
  modes,
  contexts,
  types,
  countries,
  cameo,
  ties,
  topics,
  count
};
std::string_view table_name(Table table);  ///< "states"

/// 64-bit hash of a folded key; what Reading::stem, Reading::lemma and the trie are made of.
uint64_t hash_key(std::u16string_view key);
/// Folds as the text stage does: UTF-8 in, match key out (NFKC, no diacritics or tatweel, alef/ya/ta marbuta folded).
std::u16string fold_key(std::string_view utf8);

/// Which cell of the row a trie entry came from, so that a stage can tell a capital from a country name.
enum class Form : uint8_t { name, variant, adjective, people, capital, metonym, singular, plural, feminine, other };

struct Hit {
  Table table = Table::count;
  Form form = Form::name;
  uint32_t row = 0;
};

/// A position in the name trie; `node` 0 = dead.
struct Walk {
  uint32_t node = 1;
  explicit operator bool() const { return node != 0; }
};

class Lexicon {
 public:
  /// Maps a compiled image. REQUIRES: written by this version (the header says so; else an Error tells to rebuild).
  static Result<Lexicon> load(const std::string& image_path);
  /// The image's own rows with the rows of each directory added; a row with the same id replaces. The directories
  /// have the layout of lexicon/.
  static Result<Lexicon> load_with(const std::string& image_path, const std::vector<std::string>& overlay_dirs);
  /// Compiles directories of TSV (later ones override) and a compiled morphology (may be empty) to an image in memory.
  static Result<std::vector<char>> compile(const std::vector<std::string>& dirs, const std::string& morphology_path);
  static Result<Lexicon> from_bytes(std::vector<char> image);

  std::string_view hash() const;  ///< 16 hex digits of the XXH3 of the image

  uint32_t rows(Table table) const;
  std::string_view cell(Table table, uint32_t row, std::string_view column) const;  ///< empty when the column is unknown or empty
  std::string row_name(RowId id) const;                                             ///< "events:acc_itham"; "" when none
  std::string row_place(RowId id) const;                                            ///< "lexicon/ar/events.tsv:412"
  /// A string of the image; with kMorphString set, the one at that byte of morphology(): a 16-bit length (little-endian), then UTF-8. 0 and
  /// what does not exist give "".
  std::string_view string(uint32_t string_id) const;
  static constexpr uint32_t kMorphString = 0x80000000;

  /// The name trie over token keys (hash_key of the folded token, without proclitics). Holds every surface form of states (names, variants,
  /// adjectives in all inflections, people, capital, metonyms), bodies, people, outlets, places, roles (all forms), titles, words, and the
  /// noun and participle triggers of events and ties, and the words of topics. The article stays where the row writes it; roles and
  /// triggers are entered without it.
  Walk begin() const { return Walk{}; }
  Walk step(Walk walk, uint64_t token) const;
  std::span<const Hit> hits(Walk walk) const;

  /// Cues and events by the lemma of a verb.
  std::span<const Hit> by_lemma(uint64_t lemma) const;

  /// The compiled morphology: opaque bytes that src/morph reads. Empty when compiled without.
  std::span<const char> morphology() const;

  struct Data;

 private:
  explicit Lexicon(std::shared_ptr<const Data> data) : data_(std::move(data)) {}
  std::shared_ptr<const Data> data_;
};

/// All faults of a lexicon directory, in file order; empty = sound. `with_base` directories are taken as known (for overlays).
std::vector<Error> check_lexicon(const std::vector<std::string>& dirs);

}  // namespace isnad
