// JSON text, appended piece by piece: what the json and plover exporters share.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace isnad {

/// Appends `text` as a JSON string with its quotation marks. Bytes that are not UTF-8 become U+FFFD, so that the output always is.
void append_json_string(std::string& out, std::string_view text);

/// The same, or null when empty.
void append_json_string_or_null(std::string& out, std::string_view text);

void append_json_number(std::string& out, int64_t value);

/// The shortest form that reads back the same; null when not finite.
void append_json_number(std::string& out, double value);

}  // namespace isnad
