// The stage `text`: bytes of any encoding in, valid UTF-8 and its normalised views out.
#include "base/utf8.h"
#include "stage.h"
#include "text/decode.h"
#include "text/normalise.h"

namespace isnad {
namespace {

// Spans are 32-bit; nothing near this size is a news report.
constexpr size_t kMaxBytes = size_t{1} << 30;

class TextStage : public Stage {
 public:
  void run(Document& doc) const override {
    std::string& text = doc.report.text;
    if (text.size() > kMaxBytes) {
      text.resize(kMaxBytes);
      doc.diagnostics.push_back({"text-cut", {static_cast<uint32_t>(kMaxBytes), static_cast<uint32_t>(kMaxBytes)}});
    }
    Decoded decoded = decode(text);
    if (!decoded.how.empty()) {
      text = std::move(decoded.text);
      doc.diagnostics.push_back({decoded.how, {0, static_cast<uint32_t>(text.size())}});
      report_faults(doc, decoded.faults);
    }
    normalise(doc);
  }

  std::string verify(const Document& doc) const override {
    const std::string& text = doc.report.text;
    if (!is_valid_utf8(text)) return "report.text is not UTF-8";
    if (doc.plain.size() != doc.key.size() || doc.at.size() != doc.key.size() + 1) return "key, plain and at differ in length";
    for (size_t i = 0; i < doc.at.size(); ++i) {
      if (doc.at[i] > text.size()) return "an offset lies outside the text";
      if (i > 0 && doc.at[i] < doc.at[i - 1]) return "the offsets do not rise";
      if (doc.at[i] < text.size() && (static_cast<uint8_t>(text[doc.at[i]]) & 0xC0) == 0x80) return "an offset lies inside a code point";
    }
    return doc.at.back() == text.size() ? "" : "the last offset is not the end of the text";
  }

 private:
  // The places of the first few undecodable sequences.
  static void report_faults(Document& doc, size_t faults) {
    constexpr size_t kMaxReported = 8;
    size_t at = 0;
    for (size_t n = 0; n < faults && n < kMaxReported; ++n) {
      at = doc.report.text.find("\xEF\xBF\xBD", at);
      if (at == std::string::npos) return;
      doc.diagnostics.push_back({"undecodable", {static_cast<uint32_t>(at), static_cast<uint32_t>(at + 3)}});
      at += 3;
    }
  }
};

}  // namespace

Result<std::unique_ptr<Stage>> make_text_stage(const Lexicon&, const EngineOptions&) {
  return std::unique_ptr<Stage>(std::make_unique<TextStage>());
}

}  // namespace isnad
