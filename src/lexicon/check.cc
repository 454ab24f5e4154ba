// What a cell must look like, column by column.
#include <algorithm>
#include <charconv>
#include <cmath>
#include <set>
#include <string_view>

#include "lexicon/rows.h"

namespace isnad::lexicon {
namespace {

using Codes = std::set<std::string, std::less<>>;

std::vector<std::string_view> parts_of(std::string_view cell, char separator) {
  std::vector<std::string_view> parts;
  for (;;) {
    const size_t cut = cell.find(separator);
    parts.push_back(cell.substr(0, cut));
    if (cut == std::string_view::npos) return parts;
    cell.remove_prefix(cut + 1);
  }
}

bool only(std::string_view text, std::string_view letters) {
  return !text.empty() && text.find_first_not_of(letters) == std::string_view::npos;
}
constexpr std::string_view kDigits = "0123456789";

std::string quoted(std::string_view text) { return "\"" + std::string(text) + "\""; }

bool number(std::string_view text, double& value) {
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  return error == std::errc() && end == text.data() + text.size() && std::isfinite(value);
}

int digits(std::string_view text) { return only(text, kDigits) ? std::atoi(std::string(text).c_str()) : -1; }

// A year, a month or a day of the calendar.
bool iso_date(std::string_view text) {
  const std::vector<std::string_view> parts = parts_of(text, '-');
  if (parts.size() > 3 || parts[0].size() != 4 || digits(parts[0]) < 1) return false;
  if (parts.size() > 1 && (parts[1].size() != 2 || digits(parts[1]) < 1 || digits(parts[1]) > 12)) return false;
  if (parts.size() < 3) return true;
  const int year = digits(parts[0]), month = digits(parts[1]);
  const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  const int last = month == 2 ? (leap ? 29 : 28) : month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
  return parts[2].size() == 2 && digits(parts[2]) >= 1 && digits(parts[2]) <= last;
}

class Checker {
 public:
  Checker(const Rows& rows, Faults& faults) : faults_(faults) {
    const auto fill = [&](Codes& codes, Table table) {
      for (const SourceRow& row : of(rows, table)) codes.insert(row.cells[0]);
    };
    fill(countries_, Table::countries);
    fill(sectors_, Table::sectors);
    fill(types_, Table::types);
    fill(cameo_, Table::cameo);
    fill(contexts_, Table::contexts);
    fill(bodies_, Table::bodies);
    if (!bodies_.empty()) fill(bodies_, Table::states);
    for (const SourceRow& row : of(rows, Table::modes)) modes_.insert(row.cells[0] + "/" + row.cells[1]);
  }

  void check(const TableSchema& schema, const SourceRow& row) {
    for (size_t c = 0; c < schema.columns.size(); ++c) {
      const std::string_view cell = row.cells[c];
      std::string message = cell.empty() ? (schema.columns[c].required ? "is empty" : "") : spaces(cell);
      if (message.empty() && !cell.empty()) message = value(schema.columns[c], cell, row);
      if (message.empty()) continue;
      faults_.push_back(
          Error{ErrorCode::lexicon, std::string(schema.columns[c].name) + " " + message, row.file, row.line, static_cast<uint32_t>(c + 1)});
    }
  }

 private:
  static std::string spaces(std::string_view cell) {
    const bool ends = cell.front() == ' ' || cell.back() == ' ';
    const bool inside =
        cell.find("  ") != std::string_view::npos || cell.find(" |") != std::string_view::npos || cell.find("| ") != std::string_view::npos;
    return ends || inside ? "has a stray space: " + quoted(cell) : "";
  }

  static std::string missing(const Codes& codes, std::string_view code, std::string_view what) {
    if (codes.empty() || codes.contains(code)) return {};
    return "has the unknown " + std::string(what) + " " + quoted(code);
  }

  static std::string forms(std::string_view cell) {
    for (std::string_view form : parts_of(cell, '|'))
      if (form.empty()) return "has an empty value between two |";
    return {};
  }

  static std::string choice(const Column& column, std::string_view cell) {
    std::string listed;
    for (std::string_view one : parts_of(column.choices, ' ')) {
      if (one == cell) return {};
      listed.append(listed.empty() ? "" : ", ").append(one);
    }
    return "is " + quoted(cell) + ": use one of " + listed;
  }

  std::string sectors(std::string_view cell) const {
    for (std::string_view code : parts_of(cell, '|'))
      if (std::string message = missing(sectors_, code, "sector code"); !message.empty()) return message;
    return {};
  }

  std::string offices(std::string_view cell) const {
    for (std::string_view office : parts_of(cell, ';')) {
      const std::vector<std::string_view> parts = parts_of(office, ',');
      if (parts.size() != 5) return "has the office " + quoted(office) + ": write SECTOR,title,of,from,to";
      if (std::string message = missing(sectors_, parts[0], "sector code"); !message.empty()) return message;
      for (size_t p : {3U, 4U})
        if (!parts[p].empty() && !iso_date(parts[p])) return "has the date " + quoted(parts[p]) + ": write 2018, 2018-08 or 2018-08-09";
      if (!parts[2].empty() && !countries_.contains(parts[2])) {
        if (std::string message = missing(bodies_, parts[2], "state or body"); !message.empty()) return message;
      }
    }
    return {};
  }

  static std::string slots(std::string_view cell) {
    for (std::string_view alternative : parts_of(cell, '|')) {
      for (std::string_view slot : parts_of(alternative, '+')) {
        if (slot.empty()) return "has an empty slot";
        const bool latin = static_cast<unsigned char>(slot[0]) < 0x80;
        if (latin && slot != "subj" && slot != "obj" && slot != "obj2" && slot != "gen" && slot != "withgen" && slot != "-")
          return "has the slot " + quoted(slot) + ": use subj, obj, obj2, gen, withgen, - or a preposition";
      }
    }
    return {};
  }

  static std::string ends(std::string_view cell) {
    for (std::string_view end : parts_of(cell, '|')) {
      if (end.empty()) return "has an empty value between two |";
      const bool latin = static_cast<unsigned char>(end[0]) < 0x80;
      if (latin && end != "self" && end != "before" && end != "both" && end != "subj" && end != "obj" && end != "gen")
        return "has the end " + quoted(end) + ": use self, before, both, subj, obj, gen or a preposition";
    }
    return {};
  }

  static std::string within(std::string_view cell, double limit) {
    double degrees = 0;
    if (!number(cell, degrees)) return "is " + quoted(cell) + ": write decimal degrees";
    return std::abs(degrees) > limit ? "is " + quoted(cell) + ": outside the globe" : "";
  }

  std::string mode(std::string_view cell, const SourceRow& row) const {
    return missing(modes_, row.cells[1] + "/" + std::string(cell), "mode");
  }

  std::string value(const Column& column, std::string_view cell, const SourceRow& row) const {
    double ignored = 0;
    switch (column.cell) {
      case Cell::text: return {};
      case Cell::id:
        return only(cell, "abcdefghijklmnopqrstuvwxyz0123456789_") ? "" : "is " + quoted(cell) + ": small letters, digits and _ only";
      case Cell::word:
        return only(cell, "abcdefghijklmnopqrstuvwxyz0123456789-_") ? "" : "is " + quoted(cell) + ": small letters, digits, - and _ only";
      case Cell::forms: return forms(cell);
      case Cell::choice: return choice(column, cell);
      case Cell::country: return missing(countries_, cell, "country code");
      case Cell::sectors: return sectors(cell);
      case Cell::wikidata: return cell[0] == 'Q' && only(cell.substr(1), kDigits) ? "" : "is " + quoted(cell) + ": Q and digits";
      case Cell::offices: return offices(cell);
      case Cell::latitude: return within(cell, 90);
      case Cell::longitude: return within(cell, 180);
      case Cell::number: return number(cell, ignored) ? "" : "is " + quoted(cell) + ": write a number";
      case Cell::event: return missing(types_, cell, "event type");
      case Cell::mode: return mode(cell, row);
      case Cell::context: return missing(contexts_, cell, "context");
      case Cell::cameo: return missing(cameo_, cell, "CAMEO code");
      case Cell::ends: return ends(cell);
      case Cell::slots: return slots(cell);
    }
    return {};
  }

  Faults& faults_;
  Codes countries_, sectors_, types_, cameo_, contexts_, bodies_, modes_;
};

}  // namespace

void check_rows(const Rows& rows, Faults& faults) {
  Checker checker(rows, faults);
  for (size_t t = 0; t < kTables; ++t)
    for (const SourceRow& row : rows[t]) checker.check(schema_of(static_cast<Table>(t)), row);
}

}  // namespace isnad::lexicon
