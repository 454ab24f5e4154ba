// The tables of lexicon/README.md in one place: every column, whether a cell may be empty, and what it must look like.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

#include "isnad/lexicon.h"

namespace isnad::lexicon {

/// What a cell must look like. Lists are separated by `|`.
enum class Cell : uint8_t {
  text,       ///< one value, anything
  id,         ///< [a-z0-9_]+
  word,       ///< [a-z0-9_-]+
  forms,      ///< list of surface forms
  choice,     ///< one of Column::choices
  country,    ///< a code of ontology/countries.tsv
  sectors,    ///< list of codes of ontology/sectors.tsv
  wikidata,   ///< Q and digits
  offices,    ///< SECTOR,title,of,from,to joined by ;
  latitude,   ///< -90 .. 90
  longitude,  ///< -180 .. 180
  number,     ///< a decimal number
  event,      ///< a type of ontology/events.tsv
  mode,       ///< a mode of ontology/modes.tsv for the row's event
  context,    ///< a context of ontology/contexts.tsv
  cameo,      ///< a code of ontology/cameo.tsv
  ends,       ///< self before both subj obj gen or prepositions; alternatives by |
  slots,      ///< subj obj obj2 gen withgen - or prepositions; alternatives by |, joined by +
};

struct Column {
  std::string_view name;
  Cell cell = Cell::text;
  bool required = false;
  std::string_view choices;  ///< separated by spaces
};

struct TableSchema {
  std::string_view name;  ///< "events"; what row names begin with
  std::string_view path;  ///< below the lexicon directory
  std::span<const Column> columns;
  size_t key_columns = 1;  ///< how many of the first columns make a row unique; a later directory's row with the same key replaces
};

/// Files of a lexicon directory that tools/morphc reads and checks; the image holds what it makes of them.
extern const std::span<const std::string_view> kMorphologyFiles;

inline constexpr size_t kTables = static_cast<size_t>(Table::count);

const TableSchema& schema_of(Table table);
/// Index of the column, or npos.
size_t column_of(const TableSchema& schema, std::string_view name);
inline constexpr size_t npos = static_cast<size_t>(-1);

}  // namespace isnad::lexicon
