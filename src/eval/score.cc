// One report's coding held against the gold; the sums of all.
#include "eval/fit.h"

namespace isnad::eval {
namespace {

/// The sentence of most of `span`; kNone when it touches none.
uint32_t sentence_of(const std::vector<Span>& sentences, Span span) {
  uint32_t best = kNone, most = 0;
  for (uint32_t i = 0; i < sentences.size(); ++i) {
    if (const uint32_t common = shared(sentences[i], span); common > most) {
      best = i;
      most = common;
    }
  }
  return best;
}

void count(Share& share, bool right) {
  ++share.of;
  share.right += right ? 1 : 0;
}

bool contains(const std::string& whole, const std::string& part) { return whole.find(part) != std::string::npos; }

std::vector<bool> paired(const std::vector<Pair>& pairs, size_t size, bool coded) {
  std::vector<bool> out(size);
  for (const auto& [g, c] : pairs) out[coded ? c : g] = true;
  return out;
}

/// "[3] " before a line; a trigger outside of every sentence has none.
std::string place_of(uint32_t sentence) { return "  [" + (sentence == kNone ? std::string("None") : std::to_string(sentence)) + "] "; }

class ReportScore {
 public:
  ReportScore(const GoldReport& gold, const Coding& coded, Figures& figures, std::vector<std::string>* misses)
      : text_(gold.report.text), sentences_(gold.sentences), gold_(gold.coding), coded_(coded), figures_(figures), misses_(misses) {}

  void events() {
    for (const CodedEvent& event : coded_.events) where_.push_back(sentence_of(sentences_, event.trigger));
    std::vector<size_t> order(coded_.events.size());
    for (size_t i = 0; i < order.size(); ++i) order[i] = i;
    const std::vector<Pair> pairs = pair_up(gold_.events, order, [this](const CodedEvent& g, size_t c) { return event_fit(g, c); });
    totals(pairs.size());
    for (const auto& [g, c] : pairs) matched(gold_.events[g], coded_.events[c]);
    tell_events(pairs);
  }

  void statements() {
    const std::vector<Pair> pairs = pair_up(gold_.statements, coded_.statements, statement_fit);
    add(figures_.statement, pairs.size(), coded_.statements.size(), gold_.statements.size());
    add(figures_.speaker, 0, coded_.statements.size(), gold_.statements.size());
    for (const auto& [g, c] : pairs) matched(gold_.statements[g], coded_.statements[c]);
    const std::vector<bool> found = paired(pairs, gold_.statements.size(), false), true_ = paired(pairs, coded_.statements.size(), true);
    for (size_t i = 0; i < found.size(); ++i) {
      const CodedStatement& missed = gold_.statements[i];
      if (!found[i])
        tell([&] { return place_of(missed.sentence) + "MISSED statement «" + missed.cue_words + "» " + gold_label(missed.speaker); });
    }
    for (size_t i = 0; i < true_.size(); ++i) {
      const CodedStatement& wrong = coded_.statements[i];
      if (!true_[i]) tell([&] { return "  FALSE  statement «" + words_at(text_, wrong.cue, 40) + "» " + coded_label(wrong.speaker); });
    }
  }

  void mentions() {
    std::vector<std::pair<uint32_t, uint32_t>> found;  // gold party, coded party
    for (uint32_t g = 0; g < gold_.parties.size(); ++g) {
      for (Span mention : gold_.parties[g].mentions) {
        const uint32_t best = closest(mention);
        const Party* party = party_at(coded_, best);
        count(figures_.mention, party != nullptr && (party->country.empty() ? "UNK" : party->country) == gold_.parties[g].country);
        if (party != nullptr) found.emplace_back(g, best);
      }
    }
    for (const auto& [g, c] : found) {
      double both = 0, of_coded = 0, of_gold = 0;
      for (const auto& [other_g, other_c] : found) {
        both += other_g == g && other_c == c ? 1 : 0;
        of_coded += other_c == c ? 1 : 0;
        of_gold += other_g == g ? 1 : 0;
      }
      figures_.b3.precision += both / of_coded;
      figures_.b3.recall += both / of_gold;
      ++figures_.b3.mentions;
    }
  }

  void ties() {
    const std::vector<Pair> pairs = pair_up(gold_.ties, coded_.ties, [this](const CodedTie& g, const CodedTie& c) {
      const bool same = g.type == c.type && same_words(party_at(gold_, g.from), party_at(coded_, c.from)) &&
                        (g.to == kNone || same_words(party_at(gold_, g.to), party_at(coded_, c.to)));
      return same ? std::optional<double>(1) : std::nullopt;
    });
    add(figures_.tie, pairs.size(), coded_.ties.size(), gold_.ties.size());
  }

 private:
  static void add(Counts& counts, size_t right, size_t coded, size_t gold) {
    counts.right += right;
    counts.coded += coded;
    counts.gold += gold;
  }

  std::optional<double> event_fit(const CodedEvent& g, size_t index) const {
    const CodedEvent& c = coded_.events[index];
    if (g.event != c.event || g.sentence != where_[index]) return std::nullopt;
    const int who = parties_right(g.actor, c.actor) + parties_right(g.recipient, c.recipient);
    return (shared(g.trigger, c.trigger) > 0 ? 10 : 0) + who;
  }

  int parties_right(const std::vector<uint32_t>& gold, const std::vector<uint32_t>& coded) const {
    const std::vector<const Party*> candidates = parties_at(coded_, coded);
    int right = 0;
    for (const Party* g : parties_at(gold_, gold))
      right += std::any_of(candidates.begin(), candidates.end(), [g](const Party* c) { return same_code(g, c); }) ? 1 : 0;
    return right;
  }

  /// What is counted whether it was matched or not.
  void totals(size_t detected) {
    add(figures_.detect, detected, coded_.events.size(), gold_.events.size());
    for (const CodedEvent& event : gold_.events) {
      ++figures_.by_type[event.event].gold;
      figures_.dyad.gold += dyads_of(gold_, event).size();
    }
    for (const CodedEvent& event : coded_.events) {
      ++figures_.by_type[event.event].coded;
      figures_.dyad.coded += dyads_of(coded_, event).size();
    }
  }

  void matched(const CodedEvent& g, const CodedEvent& c) {
    ++figures_.by_type[g.event].right;
    const std::vector<Dyad> gold = dyads_of(gold_, g), coded = dyads_of(coded_, c);
    const size_t right = pair_up(gold, coded, [](const Dyad& a, const Dyad& b) {
                           const bool same = same_code(a.actor, b.actor) && same_code(a.recipient, b.recipient);
                           return same ? std::optional<double>(1) : std::nullopt;
                         }).size();
    figures_.dyad.right += right;
    details(g, c);
    if (right < gold.size() || right < coded.size()) {
      tell([&] {
        return place_of(g.sentence) + g.event + " «" + g.trigger_words + "» parties: gold " + dyad_words(gold) + "  coded " +
               dyad_words(coded);
      });
    }
  }

  void details(const CodedEvent& g, const CodedEvent& c) {
    if (!g.mode.empty()) count(figures_.mode, g.mode == c.mode);
    count(figures_.status, g.status == c.status);
    if (!g.date.empty()) count(figures_.date, g.date == c.date);
    if (!g.place.empty()) count(figures_.place, !c.place.empty() && (contains(g.place, c.place) || contains(c.place, g.place)));
    if (g.dead >= 0) count(figures_.toll, g.dead == c.dead);
    if (g.injured >= 0) count(figures_.toll, g.injured == c.injured);
    const CodedStatement* said = g.statement < gold_.statements.size() ? &gold_.statements[g.statement] : nullptr;
    const CodedStatement* heard = c.statement < coded_.statements.size() ? &coded_.statements[c.statement] : nullptr;
    const bool same = said != nullptr && heard != nullptr ? same_speaker(*said, *heard) : said == heard;
    count(figures_.attribution, same);
  }

  void tell_events(const std::vector<Pair>& pairs) {
    const std::vector<bool> found = paired(pairs, gold_.events.size(), false), true_ = paired(pairs, coded_.events.size(), true);
    for (size_t i = 0; i < found.size(); ++i) {
      const CodedEvent& missed = gold_.events[i];
      if (!found[i]) {
        tell([&] {
          return place_of(missed.sentence) + "MISSED " + missed.event + " «" + missed.trigger_words + "» " +
                 dyad_words(dyads_of(gold_, missed));
        });
      }
    }
    for (size_t i = 0; i < true_.size(); ++i) {
      const CodedEvent& wrong = coded_.events[i];
      if (!true_[i]) {
        tell([&] {
          return place_of(where_[i]) + "FALSE  " + wrong.event + " «" + words_at(text_, wrong.trigger) + "» " +
                 dyad_words(dyads_of(coded_, wrong));
        });
      }
    }
  }

  static std::optional<double> statement_fit(const CodedStatement& g, const CodedStatement& c) {
    const double longest = std::max({g.content.end - g.content.begin, c.content.end - c.content.begin, 1U});
    const double content = shared(g.content, c.content) / longest;
    const bool cue = shared(g.cue, c.cue) > 0;
    if (!cue && content < 0.5) return std::nullopt;
    return (cue ? 2 : 0) + content;
  }

  bool same_speaker(const CodedStatement& g, const CodedStatement& c) const {
    return same_words(party_at(gold_, g.speaker), party_at(coded_, c.speaker));
  }

  void matched(const CodedStatement& g, const CodedStatement& c) {
    const bool right = same_speaker(g, c);
    figures_.speaker.right += right ? 1 : 0;
    if (!right) {
      tell([&] {
        return "  statement «" + g.cue_words + "» [" + std::to_string(g.sentence) + "] speaker: gold " + gold_label(g.speaker) +
               "  coded " + coded_label(c.speaker);
      });
    }
    if (g.via.empty()) return;
    const auto relayed = [&](uint32_t gold) {
      return std::any_of(c.via.begin(), c.via.end(), [&](uint32_t v) { return same_words(party_at(gold_, gold), party_at(coded_, v)); });
    };
    count(figures_.via, g.via.size() == c.via.size() && std::all_of(g.via.begin(), g.via.end(), relayed));
  }

  /// The coded party with the mention that shares most with `mention` (intersection over union).
  uint32_t closest(Span mention) const {
    uint32_t best = kNone;
    double most = 0;
    for (uint32_t i = 0; i < coded_.parties.size(); ++i) {
      for (Span other : coded_.parties[i].mentions) {
        const double common = shared(mention, other);
        if (common == 0) continue;
        const double share = common / (std::max(mention.end, other.end) - std::min(mention.begin, other.begin));
        if (share <= most) continue;
        most = share;
        best = i;
      }
    }
    return best;
  }

  std::string gold_label(uint32_t party) const { return label(text_, party_at(gold_, party)); }
  std::string coded_label(uint32_t party) const { return label(text_, party_at(coded_, party)); }

  std::string dyad_words(const std::vector<Dyad>& dyads) const {
    std::string out;
    for (const Dyad& dyad : dyads) {
      if (!out.empty()) out += "; ";
      out += label(text_, dyad.actor) + " → " + label(text_, dyad.recipient);
    }
    return out;
  }

  /// Lines cost time: they are made only when somebody reads them.
  template <class Line>
  void tell(Line&& line) {
    if (misses_ != nullptr) misses_->push_back(line());
  }

  const std::string& text_;
  const std::vector<Span>& sentences_;
  const Coding& gold_;
  const Coding& coded_;
  Figures& figures_;
  std::vector<std::string>* misses_;
  std::vector<uint32_t> where_;  ///< the sentence of each coded event
};

double f1_of(double precision, double recall) { return precision + recall > 0 ? 2 * precision * recall / (precision + recall) : 0.0; }

double ratio(double part, uint64_t whole) { return whole == 0 ? 0.0 : part / static_cast<double>(whole); }

}  // namespace

double Counts::precision() const { return ratio(static_cast<double>(right), coded); }
double Counts::recall() const { return ratio(static_cast<double>(right), gold); }
double Counts::f1() const { return f1_of(precision(), recall()); }
double BCubed::f1() const { return f1_of(ratio(precision, mentions), ratio(recall, mentions)); }

void Score::add(const GoldReport& gold, const Coding& coded, std::vector<std::string>* misses) {
  ReportScore report(gold, coded, figures_, misses);
  ++figures_.reports;
  report.events();
  report.statements();
  report.mentions();
  report.ties();
}

}  // namespace isnad::eval
