#include "event/places.h"

#include <algorithm>
#include <cstdlib>
#include <string>

namespace isnad::event {
namespace {

constexpr int kFar = 26;     // dearer than this no name is the place of the event
constexpr int kOutside = 8;  // beyond the words of the statement that tells of it
constexpr int kOtherClause = 4;
constexpr int kVague = 8;  // a state, where a town may be told
constexpr int kBare = 10;  // a town without a preposition
constexpr uint32_t kNameTokens = 3;

struct Candidate {
  Span span;
  uint32_t token = 0;
  const Mention* mention = nullptr;  ///< null: behind a word for a kind of place
  int cost = kFar;
};

bool is_table(RowId row, Table table) { return row.table == static_cast<uint8_t>(table); }

class PlaceReader {
 public:
  PlaceReader(const Scene& scene, const Trigger& trigger, Event& event) : scene_(scene), trigger_(trigger), event_(event) {}

  void read() {
    const TokenRange sentence = scene_.doc.sentences[scene_.doc.tokens[trigger_.tokens.begin].sentence].tokens;
    for (uint32_t t = sentence.begin; t < sentence.end; ++t) {
      if (const Mention* m = scene_.mention_at(t)) {
        if (m->place_like && !m->adjective) offer({m->span, t, m, relation_cost(*m)});
      } else if (scene_.is_word(t) && !scene_.mention_over(t) && scene_.word_at(t, "place-kind")) {
        offer_kind(t, sentence);
      }
    }
    if (best_.cost < kFar) set();
  }

 private:
  void offer(Candidate candidate) {
    if (candidate.cost >= kFar) return;
    const uint32_t at = trigger_.tokens.begin, t = candidate.token;
    candidate.cost += static_cast<int>(t > at ? t - at : (at - t) * 3 / 2);
    if (!trigger_.limits.contains(t)) candidate.cost += kOutside;
    else if (!trigger_.clause.contains(t)) candidate.cost += kOtherClause;
    if (candidate.mention && !exact(*candidate.mention)) candidate.cost += kVague;
    if (candidate.cost < best_.cost) best_ = candidate;
  }

  static bool exact(const Mention& m) { return is_table(m.row, Table::places) || m.capital; }

  bool takes_part(const Mention& m) const {
    const auto in = [&](const std::vector<uint32_t>& list) { return std::find(list.begin(), list.end(), m.entity) != list.end(); };
    return in(event_.actor) || in(event_.recipient);
  }

  // The preposition that stands before the mention, words of its own phrase passed over ("in the city of X").
  Fn preposition(const Mention& m, uint16_t& clitic) const {
    clitic = scene_.clitics_before(m) & (clitic::ba | clitic::la);
    for (uint32_t back = 1; clitic == 0 && back <= 3 && m.tokens.begin >= back; ++back) {
      const uint32_t t = m.tokens.begin - back;
      if (scene_.fn[t] != Fn::none) return scene_.fn[t];
      if (!scene_.is_word(t)) break;
      const Reading& r = scene_.reading(t);
      if (r.upos != Upos::noun && r.upos != Upos::adj) break;
      clitic = r.clitics & (clitic::ba | clitic::la);
      if (clitic != 0 && !scene_.word_at(t, "place-kind")) return Fn::about;  // "with the efforts of X" is nowhere
    }
    return Fn::none;
  }

  int relation_cost(const Mention& m) const {
    uint16_t clitic = 0;
    const Fn fn = preposition(m, clitic);
    if (fn == Fn::in || fn == Fn::near || (clitic & clitic::ba) != 0) return 0;
    const bool visit = event_.event == "CONSULT" && event_.mode == "visit";
    const bool goes = visit || event_.event == "MOBILIZE" || event_.event == "RETREAT";
    if (goes && m.tokens.begin > trigger_.tokens.begin &&
        (fn == Fn::to || fn == Fn::from || (clitic & clitic::la) != 0 || (visit && fn == Fn::none)))
      return 1;
    if (fn == Fn::to && event_.event == "CONSULT") return 3;
    const bool behind = m.tokens.begin == trigger_.tokens.end;
    if (event_.event == "ASSAULT" && exact(m) && (fn == Fn::on || fn == Fn::toward || behind)) return 1;
    if (fn != Fn::none || clitic != 0 || takes_part(m) || !exact(m)) return kFar;
    return event_.quad == 4 || event_.event == "CONSULT" || event_.event == "RETREAT" ? kBare : kFar;
  }

  // "the village of X", X being in no table.
  void offer_kind(uint32_t t, TokenRange sentence) {
    const Reading& kind = scene_.reading(t);
    const bool in = (kind.clitics & clitic::ba) != 0 ||
                    (t > sentence.begin && (scene_.fn[t - 1] == Fn::in || scene_.fn[t - 1] == Fn::near || scene_.fn[t - 1] == Fn::on));
    uint32_t end = t + 1;
    while (end < sentence.end && end <= t + kNameTokens && scene_.is_word(end) && !scene_.mention_at(end) && scene_.fn[end] == Fn::none) {
      const Reading& r = scene_.reading(end);
      const bool name = r.upos == Upos::propn || r.guess || (end == t + 1 && r.upos == Upos::noun && (r.clitics & clitic::article) != 0);
      if (!name || (r.clitics & (clitic::ba | clitic::la | clitic::wa | clitic::fa)) != 0) break;
      ++end;
    }
    if (end == t + 1 || (kind.clitics & clitic::article) != 0) return;
    Span span = scene_.doc.span_of({t, end});
    span.begin = scene_.doc.at[scene_.doc.tokens[t].begin + kind.pre];
    offer({span, t, nullptr, in ? 2 : kBare});
  }

  void set() {
    Place& out = event_.place;
    event_.has_place = true;
    out.span = best_.span;
    out.name = scene_.doc.slice(best_.span);
    if (!best_.mention) return;
    const Table table = static_cast<Table>(best_.mention->row.table);
    out.country = scene_.lexicon.cell(table, best_.mention->row.row, "country");
    const std::string_view lat = scene_.lexicon.cell(table, best_.mention->row.row, "lat"),
                           lon = scene_.lexicon.cell(table, best_.mention->row.row, "lon");
    out.located = table == Table::places && !lat.empty() && !lon.empty();
    if (!out.located) return;
    out.latitude = std::strtod(std::string(lat).c_str(), nullptr);
    out.longitude = std::strtod(std::string(lon).c_str(), nullptr);
  }

  const Scene& scene_;
  const Trigger& trigger_;
  Event& event_;
  Candidate best_;
};

}  // namespace

void read_place(const Scene& scene, const Trigger& trigger, Event& event) { PlaceReader(scene, trigger, event).read(); }

}  // namespace isnad::event
