// Figures as a table and as JSON.
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <span>
#include <string_view>
#include <utility>

#include "export/json_text.h"
#include "isnad/eval.h"

namespace isnad::eval {
namespace {

template <class Value>
using Named = std::pair<std::string_view, const Value*>;

template <class... Arguments>
void append(std::string& out, const char* format, Arguments... arguments) {
  char line[160];
  const int size = std::snprintf(line, sizeof line, format, arguments...);
  out.append(line, static_cast<size_t>(std::clamp(size, 0, static_cast<int>(sizeof line) - 1)));
}

/// To four digits, which is what both forms print from: the table shows a rounding of what the JSON tells.
double rounded(double value) {
  char digits[32];
  std::snprintf(digits, sizeof digits, "%.4f", value);
  return std::strtod(digits, nullptr);
}

void counts_row(std::string& out, std::string_view name, const Counts& c) {
  append(out, "%-12.*s %9.3f %9.3f %9.3f %9llu %9llu %9llu\n", static_cast<int>(name.size()), name.data(), rounded(c.precision()),
         rounded(c.recall()), rounded(c.f1()), static_cast<unsigned long long>(c.right), static_cast<unsigned long long>(c.coded),
         static_cast<unsigned long long>(c.gold));
}

void share_row(std::string& out, std::string_view name, const Share& share) {
  append(out, "%-12.*s ", static_cast<int>(name.size()), name.data());
  if (share.of == 0) append(out, "%9s", "-");
  else append(out, "%9.3f", rounded(share.value()));
  append(out, " %9llu %9llu\n", static_cast<unsigned long long>(share.right), static_cast<unsigned long long>(share.of));
}

/// 0.6 as "0.6", 1 as "1.0": at most four digits, at least one.
void append_figure(std::string& out, double value) {
  append(out, "%.4f", value);
  while (out.ends_with('0') && !out.ends_with(".0")) out.pop_back();
}

void append_counts(std::string& out, const Counts& c) {
  out += "{\"p\": ";
  append_figure(out, c.precision());
  out += ", \"r\": ";
  append_figure(out, c.recall());
  out += ", \"f1\": ";
  append_figure(out, c.f1());
  append(out, ", \"tp\": %llu, \"pred\": %llu, \"gold\": %llu}", static_cast<unsigned long long>(c.right),
         static_cast<unsigned long long>(c.coded), static_cast<unsigned long long>(c.gold));
}

void append_share(std::string& out, std::string_view value_name, const Share& share) {
  out.append("{\"").append(value_name).append("\": ");
  if (share.of == 0) out += "null";
  else append_figure(out, share.value());
  append(out, ", \"of\": %llu}", static_cast<unsigned long long>(share.of));
}

void append_key(std::string& out, std::string_view key) { out.append(", \"").append(key).append("\": "); }

}  // namespace

std::string figures_table(const Figures& f) {
  const Named<Counts> counts[] = {
      {"detect", &f.detect}, {"dyad", &f.dyad}, {"statement", &f.statement}, {"speaker", &f.speaker}, {"tie", &f.tie}};
  const Named<Share> shares[] = {{"mode", &f.mode}, {"status", &f.status},           {"date", &f.date}, {"place", &f.place},
                                 {"toll", &f.toll}, {"attribution", &f.attribution}, {"via", &f.via},   {"mention", &f.mention}};
  std::string out = std::to_string(f.reports) + (f.reports == 1 ? " report\n" : " reports\n");
  append(out, "\n%-12s %9s %9s %9s %9s %9s %9s\n", "", "precision", "recall", "F1", "right", "coded", "gold");
  for (const auto& [name, value] : counts) counts_row(out, name, *value);
  append(out, "%-12s %9s %9s %9.3f\n", "b3", "", "", rounded(f.b3.f1()));
  append(out, "\n%-12s %9s %9s %9s\n", "", "share", "right", "of");
  for (const auto& [name, value] : shares) share_row(out, name, *value);
  append(out, "\n%-12s %9s %9s %9s %9s %9s %9s\n", "by type", "precision", "recall", "F1", "right", "coded", "gold");
  for (const auto& [name, value] : f.by_type) counts_row(out, name, value);
  return out;
}

std::string figures_json(const Figures& f) {
  std::string out = "{\"reports\": " + std::to_string(f.reports);
  const auto counts = [&out](std::string_view name, const Counts& value) {
    append_key(out, name);
    append_counts(out, value);
  };
  const auto share = [&out](std::string_view name, std::string_view kind, const Share& value) {
    append_key(out, name);
    append_share(out, kind, value);
  };
  const Named<Share> of_events[] = {{"mode", &f.mode},   {"status", &f.status}, {"date", &f.date},
                                    {"place", &f.place}, {"toll", &f.toll},     {"attribution", &f.attribution}};
  counts("detect", f.detect);
  counts("dyad", f.dyad);
  for (const auto& [name, value] : of_events) share(name, "accuracy", *value);
  counts("statement", f.statement);
  counts("speaker", f.speaker);
  share("via", "accuracy", f.via);
  share("mention", "recall", f.mention);
  append_key(out, "b3");
  out += "{\"f1\": ";
  append_figure(out, f.b3.f1());
  out += '}';
  counts("tie", f.tie);
  append_key(out, "by_type");
  out += '{';
  for (const auto& [type, value] : f.by_type) {
    if (!out.ends_with('{')) out += ", ";
    append_json_string(out, type);
    out += ": ";
    append_counts(out, value);
  }
  return out += "}}";
}

}  // namespace isnad::eval
