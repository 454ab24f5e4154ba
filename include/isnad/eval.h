// Eval: coded reports held against reports that people coded by hand. `isnad eval` uses nothing else.
//
//   isnad::eval::GoldFile gold = isnad::eval::read_gold("gold.jsonl");
//   for (const isnad::Error& fault : gold.faults) std::cerr << fault.text() << '\n';
//   isnad::eval::Score score;
//   for (const auto& report : gold.reports) score.add(report, isnad::eval::coding_of(engine->read(report.report)));
//   std::cout << isnad::eval::figures_table(score.figures());
//
// A gold file has one JSON object a line: {"id", "outlet", "published", "text", "sentences": [[s, e] ..],
//   "entities": {"E1": {"country", "sector": [..], "mentions": [[s, e] ..]}},
//   "statements": [{"id", "sentence", "speaker", "via": [..], "cue", "cue_span", "content": [s, e]}],
//   "events": [{"event", "mode", "sentence", "trigger", "trigger_span", "actor": [..], "recipient": [..], "status", "date", "place",
//   "dead",
//               "injured", "statement"}],
//   "ties": [{"type", "from", "to"}]}
// Other keys are skipped. Every span is half-open and counts code points of "text".
//
// Figures (precision, recall and F1 over all reports; shares of what was matched):
//   detect      an event of the right type in the right sentence
//   dyad        the same, with the right actor and recipient (country, and a sector that the gold accepts); an event with several actors or
//               recipients is one dyad for each pair
//   statement   its cue or its content overlaps the gold one's;  speaker: the same, and the right speaker
//   tie         type and both ends
//   mode status date place toll attribution    of the detected events: share with the right value
//   via         of the matched statements with a relay in the gold: share with the right relays
//   mention     share of the gold mentions that are found with the right country;  b3: B-cubed F1 of the clusters over those found in both
//
// Thread-safety: value types; Score::add is not to be called from two threads at once. Add reports in one order: the sums are floating.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "isnad/document.h"
#include "isnad/result.h"

namespace isnad::eval {

/// A party as it is held against another: its code, and where it is named.
struct Party {
  std::string country;  ///< empty = unknown
  std::vector<std::string> sector;
  std::vector<Span> mentions;
};

struct CodedStatement {
  uint32_t speaker = kNone;  ///< party
  std::vector<uint32_t> via;
  Span cue;
  Span content;
  std::string cue_words;  ///< gold only, for the list of misses
  uint32_t sentence = kNone;
};

struct CodedEvent {
  std::string event;
  std::string mode;  ///< empty = none, as for all texts here
  std::vector<uint32_t> actor;
  std::vector<uint32_t> recipient;
  Span trigger;
  std::string trigger_words;  ///< gold only
  uint32_t sentence = kNone;  ///< gold only: of coded events the trigger decides
  std::string status;
  std::string date;
  std::string place;
  int64_t dead = -1;  ///< -1 = not told
  int64_t injured = -1;
  uint32_t statement = kNone;
};

struct CodedTie {
  std::string type;
  uint32_t from = kNone;
  uint32_t to = kNone;  ///< gold: kNone fits every end
};

/// What somebody, coder or engine, found in one report.
struct Coding {
  std::vector<Party> parties;
  std::vector<CodedStatement> statements;
  std::vector<CodedEvent> events;
  std::vector<CodedTie> ties;
};

struct GoldReport {
  Report report;  ///< ready for Engine::read
  std::vector<Span> sentences;
  Coding coding;
};

struct GoldFile {
  std::vector<GoldReport> reports;
  std::vector<Error> faults;  ///< lines that are not of the form, or a file that cannot be read, with file:line:column (bytes)
};

/// Reads all of `path`, also as gzip; "-" is standard input.
GoldFile read_gold(const std::string& path);

/// The coding that a Document holds, in code points.
Coding coding_of(const Document& doc);

/// Of what was coded and what the gold has, how much is right.
struct Counts {
  uint64_t right = 0;
  uint64_t coded = 0;
  uint64_t gold = 0;
  double precision() const;
  double recall() const;
  double f1() const;
};

struct Share {
  uint64_t right = 0;
  uint64_t of = 0;  ///< 0 = nothing to tell
  double value() const { return of == 0 ? 0.0 : static_cast<double>(right) / static_cast<double>(of); }
};

/// Sums over the mentions that are found in both.
struct BCubed {
  double precision = 0;
  double recall = 0;
  uint64_t mentions = 0;
  double f1() const;
};

struct Figures {
  uint64_t reports = 0;
  Counts detect, dyad, statement, speaker, tie;
  Share mode, status, date, place, toll, attribution, via, mention;
  BCubed b3;
  std::map<std::string, Counts> by_type;
};

class Score {
 public:
  /// Adds one report. `misses`, when given, gets a line for everything that is missed, false or has the wrong parties or speaker.
  void add(const GoldReport& gold, const Coding& coded, std::vector<std::string>* misses = nullptr);
  const Figures& figures() const { return figures_; }

 private:
  Figures figures_;
};

/// For people: figures to three digits, with counts. Ends with a newline.
std::string figures_table(const Figures& figures);
/// One JSON object without a newline, figures to four digits.
std::string figures_json(const Figures& figures);

}  // namespace isnad::eval
