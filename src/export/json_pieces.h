// The pieces that records of JSON are written from: what the json and plover exporters share.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "export/json_text.h"
#include "export/offsets.h"
#include "isnad/document.h"
#include "isnad/lexicon.h"

namespace isnad {

/// Each piece writes `key` (with its comma and colon) and a value. A writer of one Document derives from it; refers to all it is given.
class JsonPieces {
 public:
  JsonPieces(const Document& doc, const Lexicon& lexicon, std::string& out)
      : doc_(doc), lexicon_(lexicon), points_(doc.report.text), out_(out) {}

 protected:
  /// Where the report came from and what coded it: outlet, published, url, language, coder, lexicon.
  void provenance();

  void text(std::string_view key, std::string_view value);
  void text_or_null(std::string_view key, std::string_view value);
  void texts(std::string_view key, const std::vector<std::string>& values);
  void number(std::string_view key, int64_t value);
  void number(std::string_view key, double value);
  void count(std::string_view key, int64_t value);  ///< null below zero: not told
  void coordinates(const Place& place);             ///< lat and lon, both null when not located
  void span(std::string_view key, Span bytes);      ///< [begin, end) in code points

  template <class Item, class Write>
  void list(std::string_view key, const std::vector<Item>& items, Write write_item) {
    out_ += key;
    out_ += '[';
    for (uint32_t i = 0; i < items.size(); ++i) {
      if (i > 0) out_ += ',';
      write_item(items[i], i);
    }
    out_ += ']';
  }

  const Document& doc_;
  const Lexicon& lexicon_;
  const CodePoints points_;
  std::string& out_;
};

}  // namespace isnad
