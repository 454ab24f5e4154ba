// Rows on their way from TSV to image.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "isnad/result.h"
#include "lexicon/schema.h"

namespace isnad::lexicon {

struct SourceRow {
  std::vector<std::string> cells;  ///< one for each column of the schema, in its order
  std::string place;  ///< "lexicon/ar/events.tsv": the directory's own name, so that an image does not depend on where it was built
  std::string file;   ///< the path as the user gave it; for errors
  uint32_t line = 0;
};

using Rows = std::array<std::vector<SourceRow>, kTables>;
using Faults = std::vector<Error>;

inline std::vector<SourceRow>& of(Rows& rows, Table table) { return rows[static_cast<size_t>(table)]; }
inline const std::vector<SourceRow>& of(const Rows& rows, Table table) { return rows[static_cast<size_t>(table)]; }

/// What makes the row unique in its table.
std::string key_of(const TableSchema& schema, const SourceRow& row);

/// Reads one TSV; rows whose cells cannot be told apart are left out, each with a fault. Appends to `rows` in file order.
void read_tsv(const std::string& text, const TableSchema& schema, const std::string& file, const std::string& place,
              std::vector<SourceRow>& rows, Faults& faults);

/// Adds the rows of a directory to `rows`: a row with a known key replaces the row that has it.
void read_directory(const std::string& dir, Rows& rows, Faults& faults);

/// Holds every cell against its column, and codes against the ontology tables among `rows` (a code is free where its table is empty).
void check_rows(const Rows& rows, Faults& faults);

}  // namespace isnad::lexicon
