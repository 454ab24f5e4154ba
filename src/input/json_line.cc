#include "input/json_line.h"

#include <simdjson.h>

#include <algorithm>
#include <cstring>

#include "base/utf8.h"
#include "isnad/input.h"

namespace isnad {
namespace {

using simdjson::ondemand::json_type;

constexpr uint32_t kReplacementCode = 0xFFFD;
constexpr std::string_view kJsonSpace = " \t\r\n";

Error bad(std::string message, size_t offset) {
  return Error{ErrorCode::input, std::move(message), {}, 0, static_cast<uint32_t>(offset + 1)};
}

int hex_digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

/// The value of the four digits of the \u escape at `at` (its backslash); -1 when there is none.
int32_t escaped_unit(std::string_view text, size_t at) {
  if (at + 6 > text.size() || text[at] != '\\' || text[at + 1] != 'u') return -1;
  int32_t unit = 0;
  for (size_t i = at + 2; i < at + 6; ++i) {
    const int digit = hex_digit(text[i]);
    if (digit < 0) return -1;
    unit = unit * 16 + digit;
  }
  return unit;
}

/// Appends the code point of the \u escape at `at`; returns the bytes read.
size_t append_escaped_unit(std::string_view text, size_t at, std::string& out) {
  const int32_t unit = escaped_unit(text, at);
  if (unit < 0) {
    append_utf8(kReplacementCode, out);
    return 2;
  }
  if (unit >= 0xD800 && unit < 0xDC00) {
    const int32_t low = escaped_unit(text, at + 6);
    if (low >= 0xDC00 && low < 0xE000) {
      append_utf8(0x10000 + (static_cast<uint32_t>(unit - 0xD800) << 10) + static_cast<uint32_t>(low - 0xDC00), out);
      return 12;
    }
  }
  append_utf8(unit >= 0xD800 && unit < 0xE000 ? kReplacementCode : static_cast<uint32_t>(unit), out);
  return 6;
}

char simple_escape(char c) {
  switch (c) {
    case 'n': return '\n';
    case 't': return '\t';
    case 'r': return '\r';
    case 'b': return '\b';
    case 'f': return '\f';
    default: return c;  // " \ / stand for themselves
  }
}

std::string_view trimmed(std::string_view text, std::string_view spaces = kJsonSpace) {
  const size_t first = text.find_first_not_of(spaces);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(spaces) - first + 1);
}

size_t first_invalid_byte(std::string_view text) {
  for (size_t i = 0; i < text.size();) {
    const CodePoint point = code_point_at(text, i);
    if (!point.valid) return i;
    i += point.size;
  }
  return 0;
}

/// The title becomes the first line, unless the text already begins with it.
void put_title(std::string title, std::string& text) {
  std::replace_if(title.begin(), title.end(), [](char c) { return c == '\n' || c == '\r'; }, ' ');
  const std::string_view headline = trimmed(title);
  const size_t start = std::min(text.find_first_not_of(kJsonSpace), text.size());
  if (headline.empty() || std::string_view(text).substr(start).starts_with(headline)) return;
  text.insert(0, text.empty() ? std::string(headline) : std::string(headline) + '\n');
}

/// What a line tells; `text` may be missing.
struct Fields {
  Report report;
  std::string title;
  bool has_text = false;

  std::string* named(std::string_view key) {
    if (key == "id") return &report.id;
    if (key == "text") return &report.text;
    if (key == "title") return &title;
    if (key == "outlet") return &report.outlet;
    if (key == "published") return &report.published;
    if (key == "url") return &report.url;
    return nullptr;
  }
};

}  // namespace

std::string unescaped_json(std::string_view literal) {
  std::string out;
  size_t at = literal.empty() ? 0 : 1;
  for (;;) {
    const size_t stop = literal.find_first_of("\"\\", at);
    out.append(literal, at, std::min(stop, literal.size()) - std::min(at, literal.size()));
    if (stop == std::string_view::npos || literal[stop] == '"' || stop + 1 >= literal.size()) return out;
    if (literal[stop + 1] == 'u') {
      at = stop + append_escaped_unit(literal, stop, out);
    } else {
      out += simple_escape(literal[stop + 1]);
      at = stop + 2;
    }
  }
}

struct JsonLineParser::State {
  simdjson::ondemand::parser parser;

  /// Reads the members of the object into `fields`.
  Result<void> read(std::string_view line, Fields& fields) {
    simdjson::ondemand::document document;
    const simdjson::padded_string_view padded(line.data(), line.size(), line.size() + kPadding);
    if (const auto code = parser.iterate(padded).get(document)) return broken(code, line, nullptr);
    simdjson::ondemand::object object;
    if (const auto code = document.get_object().get(object)) return broken(code, line, &document);
    for (auto item : object) {
      simdjson::ondemand::field field;
      if (const auto code = std::move(item).get(field)) return broken(code, line, &document);
      std::string* target = fields.named(key_of(field));
      if (target == nullptr) continue;
      if (const Result<void> taken = take(field.value(), line, target == &fields.report.id, *target); !taken) return taken;
      fields.has_text = fields.has_text || target == &fields.report.text;
    }
    const char* rest = nullptr;
    if (document.current_location().get(rest) == simdjson::SUCCESS) {
      return tl::unexpected<Error>(bad("something stands behind the JSON object", static_cast<size_t>(rest - line.data())));
    }
    return {};
  }

  /// The key as it is written: none of ours needs an escape.
  static std::string_view key_of(simdjson::ondemand::field& field) {
    const char* key = field.key().raw();
    return std::string_view(key, std::strcspn(key, "\"\\"));
  }

  /// Takes a string; null is empty; a number is taken where `number_too` (some ids are numbers).
  static Result<void> take(simdjson::ondemand::value& value, std::string_view line, bool number_too, std::string& target) {
    json_type type{};
    const std::string_view token = value.raw_json_token();
    const auto offset = static_cast<size_t>(token.data() - line.data());
    if (value.type().get(type)) return tl::unexpected<Error>(bad("not a JSON value", offset));
    target.clear();
    if (type == json_type::string) {
      target = unescaped_json(token);
    } else if (type == json_type::number && number_too) {
      target = trimmed(token);
    } else if (type != json_type::null) {
      return tl::unexpected<Error>(bad("a string is needed here", offset));
    }
    return {};
  }

  static Result<void> broken(simdjson::error_code code, std::string_view line, simdjson::ondemand::document* document) {
    size_t offset = 0;
    if (code == simdjson::UTF8_ERROR) {
      offset = first_invalid_byte(line);
      return tl::unexpected<Error>(bad("JSON Lines must be UTF-8", offset));
    }
    const char* where = nullptr;
    if (document != nullptr && !document->current_location().get(where) && where >= line.data() && where <= line.data() + line.size()) {
      offset = static_cast<size_t>(where - line.data());
    }
    return tl::unexpected<Error>(bad(std::string("not a JSON object: ") + simdjson::error_message(code), offset));
  }
};

const size_t JsonLineParser::kPadding = simdjson::SIMDJSON_PADDING;

JsonLineParser::JsonLineParser() : state_(std::make_unique<State>()) {}
JsonLineParser::~JsonLineParser() = default;

Result<Report> JsonLineParser::parse(std::string_view line, const Report& defaults) {
  Fields fields;
  if (const Result<void> read = state_->read(line, fields); !read) return tl::unexpected<Error>(read.error());
  if (!fields.has_text && fields.title.empty()) return tl::unexpected<Error>(bad("the object has no \"text\"", 0));
  Report& report = fields.report;
  put_title(std::move(fields.title), report.text);
  report.published = iso_day(report.published);  // real collections hold days that are none: such a report loses its date, not its place
  if (report.id.empty()) report.id = defaults.id;
  if (report.outlet.empty()) report.outlet = defaults.outlet;
  if (report.published.empty()) report.published = defaults.published;
  if (report.url.empty()) report.url = defaults.url;
  return std::move(report);
}

}  // namespace isnad
