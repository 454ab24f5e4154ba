#include "event/dates.h"

#include <chrono>
#include <cstdio>
#include <cstdlib>

#include "base/letters.h"
#include "event/hijri.h"

namespace isnad::event {
namespace {

using std::chrono::day;
using std::chrono::month;
using std::chrono::sys_days;
using std::chrono::year;
using std::chrono::year_month_day;

int number_of(std::string_view text) { return std::atoi(std::string(text).c_str()); }

std::string month_iso(int y, int m) {
  char buffer[16];
  std::snprintf(buffer, sizeof buffer, "%04d-%02d", y, m);
  return buffer;
}

bool is_year(const Token& token) { return token.kind == TokenKind::number && token.number >= 1900 && token.number <= 2100; }

bool is_hijri_year(const Token& token) {
  return token.kind == TokenKind::number && token.number >= kFirstHijriYear && token.number <= kLastHijriYear;
}

class DateReader {
 public:
  DateReader(const Scene& scene, TokenRange sentence, std::string_view published)
      : scene_(scene), sentence_(sentence), known_(published.size() == 10), today_(known_ ? days_of(published) : 0) {
    if (known_) {
      year_ = number_of(published.substr(0, 4));
      month_ = number_of(published.substr(5, 2));
    }
  }

  std::vector<DateMention> read() {
    for (uint32_t t = sentence_.begin; t < sentence_.end;) {
      hijri_ = false;
      const uint32_t end = read_at(t);
      if (end > t) join(end);
      t = end > t ? end : t + 1;
    }
    return std::move(out_);
  }

 private:
  uint32_t add(uint32_t from, uint32_t to, std::string iso) {
    out_.push_back({{from, to}, std::move(iso)});
    return to;
  }

  // "15 Shaban 1439, which is 1 May 2018", "Monday, which is 1 May": one date. Of two calendars the Gregorian one counts.
  void join(uint32_t end) {
    const bool hijri = hijri_, hijri_before = hijri_before_;
    hijri_before_ = hijri;
    if (out_.size() < 2 || out_.back().tokens.end != end) return;
    DateMention& first = out_[out_.size() - 2];
    bool same = false, marks = true;
    for (uint32_t t = first.tokens.end; t < out_.back().tokens.begin; ++t) {
      const bool word = scene_.word_at(t, "same-date");
      same = same || word;
      marks = marks && (word || scene_.doc.tokens[t].kind != TokenKind::word);
    }
    const bool two_days = first.iso.size() == 10 && out_.back().iso.size() == 10;
    if (!marks || (!same && (hijri == hijri_before || !two_days))) return;
    if (!hijri) first.iso = out_.back().iso;
    if (!hijri) first.coming = out_.back().coming;
    first.tokens.end = end;
    out_.pop_back();
    hijri_before_ = hijri && hijri_before;
  }

  uint32_t read_at(uint32_t t) {
    std::string_view value;
    uint32_t length = 1;
    const Token& token = scene_.doc.tokens[t];
    if (token.kind == TokenKind::number && token.number >= 1 && token.number <= 31 && t + 1 < sentence_.end &&
        scene_.word_at(t + 1, "month", &value, &length))
      return read_month(t, t + 1, value, length, static_cast<int>(token.number));
    if (token.kind == TokenKind::number) return read_number(t);
    if (token.kind != TokenKind::word) return t;
    if (scene_.word_at(t, "ordinal", &value, &length) && t + length + 1 < sentence_.end && scene_.fn[t + length] == Fn::from) {
      std::string_view name;
      const uint32_t at = t + length + 1;
      if (scene_.word_at(at, "month", &name, &length)) return read_month(t, at, name, length, number_of(value));
    }
    if (known_ && scene_.word_at(t, "relative-day", &value, &length)) return add(t, t + length, iso_of(today_ + number_of(value)));
    if (known_ && scene_.word_at(t, "weekday", &value, &length)) return read_weekday(t, length, number_of(value));
    if (scene_.word_at(t, "month", &value, &length)) return read_month(t, t, value, length, 0);
    if (scene_.word_at(t, "period", &value, &length)) return read_period(t, value);
    return t;
  }

  // "from 7 to 13 March": the first day; "in 2011", "since 1974", "1997 - …" at the head of a sentence: the year.
  uint32_t read_number(uint32_t t) {
    const Token& token = scene_.doc.tokens[t];
    std::string_view value;
    uint32_t length = 1;
    if (token.number >= 1 && token.number <= 31 && t + 3 < sentence_.end && scene_.doc.tokens[t + 2].kind == TokenKind::number &&
        (scene_.fn[t + 1] == Fn::to || scene_.fn[t + 1] == Fn::until || scene_.doc.tokens[t + 1].kind == TokenKind::punct) &&
        scene_.word_at(t + 3, "month", &value, &length))
      return read_month(t, t + 3, value, length, static_cast<int>(token.number));
    if (!is_year(token)) return t;
    const bool heads = t == sentence_.begin && t + 1 < sentence_.end && scene_.doc.tokens[t + 1].kind == TokenKind::punct;
    const bool behind = t > sentence_.begin && (scene_.fn[t - 1] == Fn::in || scene_.fn[t - 1] == Fn::since);
    return heads || behind ? add(t, t + 1, std::to_string(token.number)) : t;
  }

  // "17 March 2017", "March", "December / Kanun": the second tradition's name of the same month is skipped.
  uint32_t read_month(uint32_t first, uint32_t at, std::string_view value, uint32_t length, int day_number) {
    if (value.empty()) return first;
    if (value[0] == 'h') return read_hijri(first, at, number_of(value.substr(1)), length, day_number);
    const int m = number_of(value);
    uint32_t end = at + length;
    std::string_view other;
    uint32_t other_length = 1;
    if (end + 1 < sentence_.end && scene_.doc.tokens[end].kind != TokenKind::word &&
        scene_.word_at(end + 1, "month", &other, &other_length) && number_of(other) == m)
      end += 1 + other_length;
    while (end < sentence_.end && scene_.doc.tokens[end].kind == TokenKind::punct && end + 1 < sentence_.end &&
           is_year(scene_.doc.tokens[end + 1]))
      ++end;
    int y = 0;
    if (end < sentence_.end && is_year(scene_.doc.tokens[end])) y = static_cast<int>(scene_.doc.tokens[end++].number);
    else if (end + 1 < sentence_.end && scene_.word_at(end, "period") && is_year(scene_.doc.tokens[end + 1])) {
      y = static_cast<int>(scene_.doc.tokens[end + 1].number);
      end += 2;
    } else if (known_) {
      const bool next = end < sentence_.end && scene_.word_at(end, "future");
      y = next ? (m >= month_ ? year_ : year_ + 1) : (m <= month_ ? year_ : year_ - 1);
    } else {
      return first;
    }
    std::string iso = month_iso(y, m);
    if (day_number > 0) {
      char buffer[16];
      std::snprintf(buffer, sizeof buffer, "-%02d", day_number);
      iso += buffer;
    }
    return add(first, over_mark(end, letter::meem), std::move(iso));
  }

  // "15 Ramadan 1445", "Ramadan of the year 1445", "last Ramadan". A month alone is the Gregorian one that holds its middle.
  uint32_t read_hijri(uint32_t first, uint32_t at, int month, uint32_t length, int day) {
    constexpr int kMiddle = 15;
    uint32_t end = at + length;
    HijriDate date = {0, month, day > 0 ? day : kMiddle};
    const uint32_t year = hijri_year_at(end);
    if (year != kNone) {
      date.year = static_cast<int>(scene_.doc.tokens[year].number);
      end = over_mark(year + 1, letter::heh);
    } else {
      // The months' names are men's names too.
      if (day == 0 && scene_.mention_over(at)) return first;
      date.year = year_in_view(month, end, day > 0 || length > 1);
    }
    const std::optional<int64_t> days = days_of_hijri(date);
    if (!days) return first;
    hijri_ = true;
    return add(first, end, day > 0 ? iso_of(*days) : iso_of(*days).substr(0, 7));
  }

  // A Hijri year at `t`, behind a comma or the word for year; kNone where none stands.
  uint32_t hijri_year_at(uint32_t t) const {
    for (uint32_t steps = 0; t < sentence_.end && steps < 2; ++t, ++steps) {
      if (is_hijri_year(scene_.doc.tokens[t])) return t;
      if (scene_.doc.tokens[t].kind != TokenKind::punct && !scene_.word_at(t, "period")) break;
    }
    return kNone;
  }

  // Which year's month is meant on the day of publication; moves `end` over the word that tells. 0 = none: without such a word only what
  // is clearly a date counts.
  int year_in_view(int month, uint32_t& end, bool clear) const {
    const std::optional<HijriDate> today = known_ ? hijri_of_days(today_) : std::nullopt;
    if (!today) return 0;
    const bool told = end < sentence_.end;
    if (told && scene_.word_at(end, "past-time")) return ++end, month < today->month ? today->year : today->year - 1;
    if (told && scene_.word_at(end, "future")) return ++end, month > today->month ? today->year : today->year + 1;
    if (told && scene_.word_at(end, "this-time")) return ++end, today->year;
    return !clear ? 0 : month <= today->month ? today->year : today->year - 1;
  }

  // Behind the mark of the calendar: one letter, with or without a point.
  uint32_t over_mark(uint32_t t, char16_t mark) const {
    if (t >= sentence_.end || scene_.doc.key_of(scene_.doc.tokens[t]) != std::u16string_view(&mark, 1)) return t;
    return t + 1;
  }

  // The last such day up to publication; the next with a word of the future.
  uint32_t read_weekday(uint32_t t, uint32_t length, int weekday) {
    const int today = static_cast<int>(((today_ % 7) + 11) % 7);  // 1970-01-01 was a Thursday; 0 = Sunday
    int back = (today - weekday + 7) % 7;
    const uint32_t end = t + length;
    if (end < sentence_.end && scene_.fn[end] == Fn::who) return t;  // "the two who": Monday's name is a number too
    // A weekday next to "today" or "yesterday" is the same date.
    if (!out_.empty() && out_.back().iso.size() == 10 && t - out_.back().tokens.end <= 1 && t >= out_.back().tokens.end) {
      out_.back().tokens.end = end;
      out_.back().iso = iso_of(today_ - back);
      return end;
    }
    std::string_view other;
    uint32_t other_length = 1;
    if (end < sentence_.end && scene_.word_at(end, "relative-day", &other, &other_length))
      return add(t, end + other_length, iso_of(today_ - back));
    if (end < sentence_.end && scene_.word_at(end, "future")) return add(t, end + 1, iso_of(today_ + (back == 0 ? 7 : 7 - back)));
    if (end < sentence_.end && scene_.word_at(end, "past-time") && back == 0) back = 7;
    // "Thursday 5 March" goes on as an absolute date.
    if (end + 1 < sentence_.end && scene_.doc.tokens[end].kind == TokenKind::number && scene_.word_at(end + 1, "month")) return end;
    add(t, end, iso_of(today_ - back));
    out_.back().coming = iso_of(today_ + (back == 0 ? 0 : 7 - back));
    return end;
  }

  // "the year 2011", "last month", "this year", "last week".
  uint32_t read_period(uint32_t t, std::string_view period) {
    if (t + 1 >= sentence_.end) return t;
    if (period == "year" && is_year(scene_.doc.tokens[t + 1])) return add(t, t + 2, std::to_string(scene_.doc.tokens[t + 1].number));
    // A Hijri year alone, only with its mark: the Gregorian one that holds its middle.
    if (period == "year" && is_hijri_year(scene_.doc.tokens[t + 1]) && over_mark(t + 2, letter::heh) > t + 2) {
      const std::optional<int64_t> days = days_of_hijri({static_cast<int>(scene_.doc.tokens[t + 1].number), 7, 1});
      if (!days) return t;
      hijri_ = true;
      return add(t, t + 3, iso_of(*days).substr(0, 4));
    }
    if (!known_ || follows_noun(t)) return t;
    const bool past = scene_.word_at(t + 1, "past-time"), present = scene_.word_at(t + 1, "this-time"),
               future = scene_.word_at(t + 1, "future");
    if (!past && !present && !future) return t;
    const int step = past ? -1 : future ? 1 : 0;
    if (period == "year") return add(t, t + 2, std::to_string(year_ + step));
    if (period == "month") {
      const int months = year_ * 12 + month_ - 1 + step;
      return add(t, t + 2, month_iso(months / 12, months % 12 + 1));
    }
    if (period == "week") return add(t, t + 2, iso_of(today_ + int64_t{7} * step).substr(0, 7));
    return t;
  }

  // Behind a definite noun the word for "year" is the adjective "general".
  bool follows_noun(uint32_t t) const {
    if (t == sentence_.begin || !scene_.is_word(t - 1)) return false;
    const Reading& before = scene_.reading(t - 1);
    return before.upos == Upos::noun && (before.clitics & clitic::article) != 0;
  }

  const Scene& scene_;
  TokenRange sentence_;
  bool known_;
  int64_t today_;
  int year_ = 0, month_ = 0;
  bool hijri_ = false;         ///< the date being read
  bool hijri_before_ = false;  ///< the one read last
  std::vector<DateMention> out_;
};

}  // namespace

int64_t days_of(std::string_view iso) {
  const year_month_day date{year{number_of(iso.substr(0, 4))}, month{static_cast<unsigned>(number_of(iso.substr(5, 2)))},
                            day{static_cast<unsigned>(number_of(iso.substr(8, 2)))}};
  return date.ok() ? sys_days(date).time_since_epoch().count() : 0;
}

std::string iso_of(int64_t days) {
  const year_month_day date{sys_days{std::chrono::days{days}}};
  char buffer[24];
  std::snprintf(buffer, sizeof buffer, "%04d-%02u-%02u", static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
                static_cast<unsigned>(date.day()));
  return buffer;
}

std::vector<DateMention> read_dates(const Scene& scene, TokenRange sentence, std::string_view published) {
  return DateReader(scene, sentence, published).read();
}

}  // namespace isnad::event
