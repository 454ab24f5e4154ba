#include "text/normalise.h"

#include <unicode/bytestream.h>
#include <unicode/edits.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>

#include "base/fold.h"
#include "base/letters.h"
#include "base/utf8.h"

namespace isnad {
namespace {

class Normaliser {
 public:
  explicit Normaliser(Document& doc) : doc_(doc), text_(doc.report.text) {
    size_t units = 0;  // as many as code points, unless NFKC makes more
    for (const char c : text_) units += (c & '\xC0') != '\x80' ? 1 : 0;
    doc_.key.resize(units);
    doc_.plain.resize(units);
    doc_.at.resize(units + 1);
  }

  void run() {
    size_t i = 0;
    while (i < text_.size()) {
      i = plain_run(i);
      if (i < text_.size()) i = step(i);
    }
    doc_.key.resize(n_);
    doc_.plain.resize(n_);
    doc_.at.resize(n_ + 1);
    doc_.at[n_] = static_cast<uint32_t>(text_.size());
  }

 private:
  // OPTIMIZATION: the letters, blanks and signs of one or two bytes that stand as they are; stops before anything else.
  size_t plain_run(size_t i) {
    const size_t size = text_.size(), room = doc_.key.size();
    const char* bytes = text_.data();
    char16_t *key = doc_.key.data(), *plain = doc_.plain.data();
    uint32_t* at = doc_.at.data();
    size_t n = n_;
    while (i < size && n < room) {
      const auto b = static_cast<uint8_t>(bytes[i]);
      if (b >= 0xE0) break;
      const bool two = b >= 0x80;
      const char16_t c = two ? static_cast<char16_t>((b & 0x1F) << 6 | (static_cast<uint8_t>(bytes[i + 1]) & 0x3F)) : b;
      const UnitRule& rule = rules_[c];
      if (rule.kind != UnitClass::keep) break;
      if (b <= ' ') {
        in_run_ = false;
      } else if (!in_run_) {
        run_start_ = i;
        run_units_ = n;
        in_run_ = true;
      }
      key[n] = rule.key;
      plain[n] = rule.plain;
      at[n++] = static_cast<uint32_t>(i);
      i += two ? 2 : 1;
    }
    n_ = n;
    return i;
  }

  // One code point of the original; returns where the next one starts.
  size_t step(size_t i) {
    const auto b = static_cast<uint8_t>(text_[i]);
    char16_t c = b;
    size_t size = 1;
    if (b >= 0x80) {
      if (b < 0xE0) {
        c = static_cast<char16_t>((b & 0x1F) << 6 | (static_cast<uint8_t>(text_[i + 1]) & 0x3F));
        size = 2;
      } else {
        const CodePoint cp = code_point_at(text_, i);
        c = cp.code > 0xFFFF ? letter::replacement : static_cast<char16_t>(cp.code);
        size = cp.size;
      }
    }
    if (b > ' ') {
      if (!in_run_) {
        run_start_ = i;
        run_units_ = n_;
        in_run_ = true;
      }
    } else {
      in_run_ = false;
    }
    const UnitRule& rule = rules_[c];
    if (rule.kind == UnitClass::keep) {
      put(rule, i);
    } else if (rule.kind == UnitClass::normalise) {
      return compose_run();
    } else if (rule.kind == UnitClass::tatweel && !after_letter()) {
      put(rule, i);
    }
    return i + size;
  }

  bool after_letter() const { return n_ > 0 && letter::is_arabic(doc_.key[n_ - 1]); }

  void put(const UnitRule& rule, size_t at) {
    if (n_ == doc_.key.size()) grow();
    doc_.key[n_] = rule.key;
    doc_.plain[n_] = rule.plain;
    doc_.at[n_] = static_cast<uint32_t>(at);
    ++n_;
  }

  void grow() {
    const size_t size = doc_.key.size() * 2 + 64;
    doc_.key.resize(size);
    doc_.plain.resize(size);
    doc_.at.resize(size + 1);
  }

  // Redoes the run of bytes around a code point that NFKC changes, from its start to the next ASCII space, keeping ICU's map.
  size_t compose_run() {
    n_ = run_units_;
    size_t end = run_start_;
    while (end < text_.size() && static_cast<uint8_t>(text_[end]) > ' ') ++end;
    const std::string_view run = std::string_view(text_).substr(run_start_, end - run_start_);
    UErrorCode status = U_ZERO_ERROR;
    std::string normal;
    icu::Edits edits;
    icu::StringByteSink<std::string> sink(&normal);
    const icu::Normalizer2* nfkc = icu::Normalizer2::getNFKCInstance(status);
    if (U_SUCCESS(status)) {
      nfkc->normalizeUTF8(0, icu::StringPiece(run.data(), static_cast<int32_t>(run.size())), sink, &edits, status);
    }
    if (U_SUCCESS(status)) put_composed(normal, edits);
    in_run_ = false;
    return end;
  }

  void put_composed(std::string_view normal, const icu::Edits& edits) {
    icu::Edits::Iterator map = edits.getFineIterator();
    UErrorCode status = U_ZERO_ERROR;
    for (size_t j = 0; j < normal.size();) {
      const CodePoint cp = code_point_at(normal, j);
      const char16_t c = cp.code > 0xFFFF ? letter::replacement : static_cast<char16_t>(cp.code);
      UnitRule rule = unit_rule(c);
      if (rule.kind == UnitClass::normalise)
        rule = u_getCombiningClass(c) != 0 ? UnitRule{0, 0, UnitClass::drop} : UnitRule{c, c, UnitClass::keep};
      const bool keep = rule.kind == UnitClass::keep || (rule.kind == UnitClass::tatweel && !after_letter());
      if (keep) put(rule, run_start_ + static_cast<size_t>(map.sourceIndexFromDestinationIndex(static_cast<int32_t>(j), status)));
      j += cp.size;
    }
  }

  Document& doc_;
  const std::string& text_;
  const UnitRule* rules_ = &unit_rule(0);  // one row per unit
  size_t n_ = 0;                           // units written
  size_t run_start_ = 0;                   // byte where the current run of non-space bytes starts
  size_t run_units_ = 0;                   // n_ at that place
  bool in_run_ = false;
};

}  // namespace

void normalise(Document& doc) { Normaliser(doc).run(); }

}  // namespace isnad
