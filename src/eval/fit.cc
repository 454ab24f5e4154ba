#include "eval/fit.h"

#include <string_view>

namespace isnad::eval {
namespace {

constexpr std::string_view kUnknown = "UNK";
constexpr uint32_t kLabelPoints = 40;

std::string_view country_of(const Party& party) { return party.country.empty() ? kUnknown : std::string_view(party.country); }

bool meet(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  return std::any_of(a.begin(), a.end(), [&](const std::string& item) { return std::find(b.begin(), b.end(), item) != b.end(); });
}

std::string joined(const std::vector<std::string>& items) {
  std::string out;
  for (const std::string& item : items) out.append(out.empty() ? "" : "|").append(item);
  return out.empty() ? "-" : out;
}

}  // namespace

std::vector<const Party*> parties_at(const Coding& coding, const std::vector<uint32_t>& indices) {
  std::vector<const Party*> parties;
  for (uint32_t index : indices) parties.push_back(party_at(coding, index));
  if (parties.empty()) parties.push_back(nullptr);
  return parties;
}

bool same_code(const Party* gold, const Party* coded) {
  if (gold == nullptr || coded == nullptr) return gold == coded;
  if (country_of(*gold) != country_of(*coded)) return false;
  if (gold->sector.empty() || (coded->sector.empty() && country_of(*gold) == kUnknown)) return true;
  return meet(gold->sector, coded->sector);
}

bool same_words(const Party* gold, const Party* coded) {
  if (gold == nullptr || coded == nullptr) return false;
  for (Span a : gold->mentions) {
    for (Span b : coded->mentions) {
      if (shared(a, b) > 0) return true;
    }
  }
  return false;
}

std::string words_at(const std::string& text, Span span, uint32_t most) {
  const uint32_t end = span.end - std::min(span.begin, span.end) > most ? span.begin + most : span.end;
  uint32_t point = 0;
  std::string out;
  for (size_t i = 0; i < text.size(); ++i) {
    if (i > 0 && (static_cast<unsigned char>(text[i]) & 0xC0) != 0x80) ++point;
    if (point >= end) break;
    if (point >= span.begin) out += text[i];
  }
  return out;
}

std::string label(const std::string& text, const Party* party) {
  if (party == nullptr) return "---";
  const Span first = party->mentions.empty() ? Span{} : party->mentions.front();
  return std::string(country_of(*party)) + '/' + joined(party->sector) + " «" + words_at(text, first, kLabelPoints) + "»";
}

std::vector<Dyad> dyads_of(const Coding& coding, const CodedEvent& event) {
  std::vector<Dyad> dyads;
  for (const Party* actor : parties_at(coding, event.actor)) {
    for (const Party* recipient : parties_at(coding, event.recipient)) dyads.push_back({actor, recipient});
  }
  return dyads;
}

}  // namespace isnad::eval
