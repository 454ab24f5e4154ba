#include "export/json_pieces.h"

#include "isnad/engine.h"

namespace isnad {

void JsonPieces::provenance() {
  text_or_null(",\"outlet\":", doc_.report.outlet);
  text_or_null(",\"published\":", doc_.report.published);
  text_or_null(",\"url\":", doc_.report.url);
  out_ += ",\"language\":\"ar\",\"coder\":\"isnad ";
  out_ += version();
  text("\",\"lexicon\":", lexicon_.hash());
}

void JsonPieces::text(std::string_view key, std::string_view value) {
  out_ += key;
  append_json_string(out_, value);
}

void JsonPieces::text_or_null(std::string_view key, std::string_view value) {
  out_ += key;
  append_json_string_or_null(out_, value);
}

void JsonPieces::texts(std::string_view key, const std::vector<std::string>& values) {
  list(key, values, [this](const std::string& value, uint32_t) { append_json_string(out_, value); });
}

void JsonPieces::number(std::string_view key, int64_t value) {
  out_ += key;
  append_json_number(out_, value);
}

void JsonPieces::number(std::string_view key, double value) {
  out_ += key;
  append_json_number(out_, value);
}

void JsonPieces::count(std::string_view key, int64_t value) {
  if (value < 0) {
    out_ += key;
    out_ += "null";
  } else {
    number(key, value);
  }
}

void JsonPieces::coordinates(const Place& place) {
  if (place.located) {
    number(",\"lat\":", place.latitude);
    number(",\"lon\":", place.longitude);
  } else {
    out_ += ",\"lat\":null,\"lon\":null";
  }
}

void JsonPieces::span(std::string_view key, Span bytes) {
  const Span points = points_.of(bytes);
  out_ += key;
  out_ += '[';
  append_json_number(out_, int64_t{points.begin});
  out_ += ',';
  append_json_number(out_, int64_t{points.end});
  out_ += ']';
}

}  // namespace isnad
