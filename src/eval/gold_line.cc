#include "eval/gold_line.h"

#include <simdjson.h>

#include <cstring>
#include <optional>
#include <unordered_map>

#include "base/utf8.h"
#include "isnad/input.h"

namespace isnad::eval {
namespace {

namespace ondemand = simdjson::ondemand;
using Ids = std::unordered_map<std::string, uint32_t>;

uint32_t column_at(size_t offset) { return static_cast<uint32_t>(offset + 1); }

/// Walks the values of a line. The first fault stays, and everything behind it is passed over.
class Values {
 public:
  Values(std::string_view line, ondemand::document& document) : line_(line), document_(document) {}

  const std::optional<Error>& fault() const { return fault_; }

  void refuse(std::string message, size_t offset) {
    if (!fault_) fault_ = Error{ErrorCode::input, std::move(message), {}, 0, column_at(offset)};
  }

  /// What the parser does not take, at the place where it stands; at `offset` where it does not know.
  void refuse(simdjson::error_code code, size_t offset) {
    const char* where = nullptr;
    const char* const begin = line_.data();
    if (!document_.current_location().get(where) && where >= begin && where <= begin + line_.size())
      offset = static_cast<size_t>(where - begin);
    refuse(std::string("not a JSON object: ") + simdjson::error_message(code), offset);
  }

  size_t offset_of(ondemand::value& value) const { return static_cast<size_t>(value.raw_json_token().data() - line_.data()); }

  /// Calls take(key, value) for each member.
  template <class Take>
  void members(ondemand::value& value, Take&& take) {
    const size_t offset = offset_of(value);
    ondemand::object object;
    if (value.get_object().get(object)) return refuse("an object is needed here", offset);
    members_of(object, take, offset);
  }

  template <class Take>
  void members_of(ondemand::object& object, Take& take, size_t offset) {
    for (auto item : object) {
      ondemand::field field;
      if (const auto code = std::move(item).get(field)) return refuse(code, offset);
      const char* raw = field.key().raw();
      const std::string_view key(raw, std::strcspn(raw, "\"\\"));
      take(key, field.value());
      if (fault_) return;
    }
  }

  template <class Take>
  void items(ondemand::value& value, Take&& take) {
    const size_t offset = offset_of(value);
    ondemand::array array;
    if (value.get_array().get(array)) return refuse("a list is needed here", offset);
    for (auto item : array) {
      ondemand::value element;
      if (const auto code = std::move(item).get(element)) return refuse(code, offset);
      take(element);
      if (fault_) return;
    }
  }

  /// A string; null is empty.
  void text(ondemand::value& value, std::string& out) {
    const size_t offset = offset_of(value);
    std::string_view words;
    if (is_null(value)) return;
    if (value.get_string().get(words)) return refuse("a string is needed here", offset);
    out = words;
  }

  /// A whole number from 0 on; null leaves `out` as it is.
  template <class Number>
  void number(ondemand::value& value, Number& out) {
    const size_t offset = offset_of(value);
    uint64_t told = 0;
    if (is_null(value)) return;
    if (value.get_uint64().get(told) || told >= kNone) return refuse("a whole number is needed here", offset);
    out = static_cast<Number>(told);
  }

  void span(ondemand::value& value, Span& out) {
    if (is_null(value)) return;
    const size_t offset = offset_of(value);
    uint32_t ends[2] = {0, 0};
    size_t count = 0;
    items(value, [&](ondemand::value& item) {
      uint32_t unread = 0;
      number(item, count < 2 ? ends[count] : unread);
      ++count;
    });
    if (count != 2 || ends[0] > ends[1]) return refuse("a span is [start, end]", offset);
    out = {ends[0], ends[1]};
  }

  void spans(ondemand::value& value, std::vector<Span>& out) {
    items(value, [&](ondemand::value& item) { span(item, out.emplace_back()); });
  }

  /// An id that the line explains elsewhere; null leaves kNone.
  void reference(ondemand::value& value, const Ids& ids, uint32_t& out) {
    const size_t offset = offset_of(value);
    std::string id;
    text(value, id);
    if (fault_ || id.empty()) return;
    const auto found = ids.find(id);
    if (found == ids.end()) return refuse("nothing in the line has the id \"" + id + "\"", offset);
    out = found->second;
  }

  void references(ondemand::value& value, const Ids& ids, std::vector<uint32_t>& out) {
    items(value, [&](ondemand::value& item) { reference(item, ids, out.emplace_back(kNone)); });
  }

 private:
  static bool is_null(ondemand::value& value) { return value.raw_json_token().starts_with("null"); }

  const std::string_view line_;
  ondemand::document& document_;
  std::optional<Error> fault_;
};

/// The members that a report cannot do without.
enum Member : unsigned { kId = 1, kText = 2, kSentences = 4, kEntities = 8, kStatements = 16, kEvents = 32 };
constexpr std::pair<Member, const char*> kNeeded[] = {
    {kId, "id"}, {kText, "text"}, {kSentences, "sentences"}, {kEntities, "entities"}, {kStatements, "statements"}, {kEvents, "events"}};

/// The line's two passes: first the ids, then what points to them.
class LineReader {
 public:
  LineReader(std::string_view line, ondemand::document& document, GoldReport& gold) : values_(line, document), gold_(gold) {}

  void ids(std::string_view key, ondemand::value value) {
    for (const auto& [member, name] : kNeeded) seen_ |= key == name ? member : 0U;
    if (key == "entities") {
      values_.members(value, [&](std::string_view id, ondemand::value entity) {
        parties_.emplace(id, static_cast<uint32_t>(gold_.coding.parties.size()));
        party(entity);
      });
    } else if (key == "statements") {
      values_.items(value, [&](ondemand::value& statement) { statement_id(statement); });
    }
  }

  void rest(std::string_view key, ondemand::value value) {
    Report& report = gold_.report;
    if (key == "id") values_.text(value, report.id);
    if (key == "text") values_.text(value, report.text);
    if (key == "outlet") values_.text(value, report.outlet);
    if (key == "published") values_.text(value, report.published);
    if (key == "sentences") values_.spans(value, gold_.sentences);
    if (key == "statements") values_.items(value, [&](ondemand::value& item) { statement(item); });
    if (key == "events") values_.items(value, [&](ondemand::value& item) { event(item); });
    if (key == "ties") values_.items(value, [&](ondemand::value& item) { tie(item); });
  }

  /// After both passes: what is missing.
  void finish() {
    for (const auto& [member, name] : kNeeded) {
      if ((seen_ & member) == 0) values_.refuse("the object has no \"" + std::string(name) + "\"", 0);
    }
    gold_.report.published = iso_day(gold_.report.published);
  }

  Values& values() { return values_; }

 private:
  void party(ondemand::value& value) {
    Party& party = gold_.coding.parties.emplace_back();
    values_.members(value, [&](std::string_view key, ondemand::value member) {
      if (key == "country") values_.text(member, party.country);
      if (key == "sector") values_.items(member, [&](ondemand::value& item) { values_.text(item, party.sector.emplace_back()); });
      if (key == "mentions") values_.spans(member, party.mentions);
    });
  }

  void statement_id(ondemand::value& value) {
    const size_t offset = values_.offset_of(value);
    std::string id;
    values_.members(value, [&](std::string_view key, ondemand::value member) {
      if (key == "id") values_.text(member, id);
    });
    if (id.empty()) values_.refuse("the statement has no \"id\"", offset);
    statements_.emplace(std::move(id), static_cast<uint32_t>(statements_.size()));
  }

  void statement(ondemand::value& value) {
    CodedStatement& said = gold_.coding.statements.emplace_back();
    values_.members(value, [&](std::string_view key, ondemand::value member) {
      if (key == "sentence") values_.number(member, said.sentence);
      if (key == "speaker") values_.reference(member, parties_, said.speaker);
      if (key == "via") values_.references(member, parties_, said.via);
      if (key == "cue") values_.text(member, said.cue_words);
      if (key == "cue_span") values_.span(member, said.cue);
      if (key == "content") values_.span(member, said.content);
    });
  }

  void event(ondemand::value& value) {
    const size_t offset = values_.offset_of(value);
    CodedEvent& event = gold_.coding.events.emplace_back();
    values_.members(value, [&](std::string_view key, ondemand::value member) {
      if (key == "event") values_.text(member, event.event);
      if (key == "mode") values_.text(member, event.mode);
      if (key == "sentence") values_.number(member, event.sentence);
      if (key == "trigger") values_.text(member, event.trigger_words);
      if (key == "trigger_span") values_.span(member, event.trigger);
      if (key == "actor") values_.references(member, parties_, event.actor);
      if (key == "recipient") values_.references(member, parties_, event.recipient);
      if (key == "status") values_.text(member, event.status);
      if (key == "date") values_.text(member, event.date);
      if (key == "place") values_.text(member, event.place);
      if (key == "dead") values_.number(member, event.dead);
      if (key == "injured") values_.number(member, event.injured);
      if (key == "statement") values_.reference(member, statements_, event.statement);
    });
    if (event.event.empty()) values_.refuse("the event has no \"event\"", offset);
    if (event.sentence == kNone) values_.refuse("the event has no \"sentence\"", offset);
  }

  void tie(ondemand::value& value) {
    CodedTie& tie = gold_.coding.ties.emplace_back();
    values_.members(value, [&](std::string_view key, ondemand::value member) {
      if (key == "type") values_.text(member, tie.type);
      if (key == "from") values_.reference(member, parties_, tie.from);
      if (key == "to") values_.reference(member, parties_, tie.to);
    });
  }

  Values values_;
  GoldReport& gold_;
  Ids parties_, statements_;
  unsigned seen_ = 0;
};

/// One pass over the members of the object.
template <class Take>
void pass(ondemand::document& document, std::string_view line, Values& values, Take take) {
  ondemand::object object;
  if (const auto code = document.get_object().get(object)) return values.refuse(code, 0);
  values.members_of(object, take, 0);
  const char* rest = nullptr;
  if (!values.fault() && document.current_location().get(rest) == simdjson::SUCCESS)
    values.refuse("something stands behind the JSON object", static_cast<size_t>(rest - line.data()));
}

size_t first_invalid_byte(std::string_view text) {
  for (size_t i = 0; i < text.size();) {
    const CodePoint point = code_point_at(text, i);
    if (!point.valid) return i;
    i += point.size;
  }
  return 0;
}

}  // namespace

struct GoldLineParser::State {
  ondemand::parser parser;
};

const size_t GoldLineParser::kPadding = simdjson::SIMDJSON_PADDING;

GoldLineParser::GoldLineParser() : state_(std::make_unique<State>()) {}
GoldLineParser::~GoldLineParser() = default;

Result<GoldReport> GoldLineParser::parse(std::string_view line) {
  ondemand::document document;
  const simdjson::padded_string_view padded(line.data(), line.size(), line.size() + kPadding);
  if (const auto code = state_->parser.iterate(padded).get(document)) {
    const size_t offset = code == simdjson::UTF8_ERROR ? first_invalid_byte(line) : 0;
    return fail(ErrorCode::input, std::string("not a JSON object: ") + simdjson::error_message(code), {}, 0, column_at(offset));
  }
  GoldReport gold;
  LineReader reader(line, document, gold);
  Values& values = reader.values();
  pass(document, line, values, [&](std::string_view key, ondemand::value value) { reader.ids(key, value); });
  if (!values.fault()) {  // a document with a fault cannot be rewound
    document.rewind();
    pass(document, line, values, [&](std::string_view key, ondemand::value value) { reader.rest(key, value); });
  }
  if (!values.fault()) reader.finish();
  if (values.fault()) return tl::unexpected<Error>(*values.fault());
  return gold;
}

}  // namespace isnad::eval
