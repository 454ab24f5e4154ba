// A forged image is refused or safe to use. The input is a list of patches (offset, byte) on a small sound image, so that the checks behind
// the header are reached; the last byte may cut the image.
#include <xxhash.h>

#include <cstddef>
#include <cstring>

#include "lexicon/compile.h"
#include "lexicon/image.h"
#include "support.h"

namespace {

using namespace isnad;

std::vector<char> sound_image() {
  lexicon::Rows rows;
  lexicon::Faults faults;
  const auto table = [&](Table t, const std::string& text) {
    lexicon::read_tsv(text, lexicon::schema_of(t), "f", "p", lexicon::of(rows, t), faults);
  };
  table(Table::states, "id\tcountry\twikidata\tname\tvariants\tadjectives\tpeople\tcapital\tmetonyms\naaa\tAAA\t\ta b\tc\td\t\te\tf g h\n");
  table(Table::roles, "id\tclass\tsector\tsingular\tplurals\tfeminine\tcomplement\texample\nx\tpeople\t\tk\tl\tm\t\tn\n");
  table(Table::cues, "id\tkind\tlemma\tforms\twith\tstrength\texample\ny\tverb\to\t\tp\t3\tq\n");
  fuzz::promise(faults.empty());
  return lexicon::compile_image(rows, {});
}

void use(const Lexicon& lexicon) {
  for (size_t t = 0; t < lexicon::kTables; ++t) {
    const Table table = static_cast<Table>(t);
    for (uint32_t r = 0; r < lexicon.rows(table); ++r) {
      lexicon.row_name({static_cast<uint8_t>(t), r});
      lexicon.row_place({static_cast<uint8_t>(t), r});
      for (const lexicon::Column& column : lexicon::schema_of(table).columns) lexicon.cell(table, r, column.name);
    }
  }
  for (std::u16string_view word : {u"a", u"b", u"f", u"g", u"nothing"}) {
    const Walk walk = lexicon.step(lexicon.begin(), hash_key(word));
    for (const Hit& hit : lexicon.hits(walk)) fuzz::promise(hit.row < lexicon.rows(hit.table));
    lexicon.step(walk, hash_key(u"b"));
    lexicon.by_lemma(hash_key(word));
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  static const std::vector<char> sound = sound_image();
  std::vector<char> image = sound;
  for (size_t i = 0; i + 3 <= size; i += 3) image[(data[i] | data[i + 1] << 8) % image.size()] = static_cast<char>(data[i + 2]);
  if (size % 3 == 1) image.resize(image.size() - std::min<size_t>(data[size - 1] * 64, image.size()));
  if (image.size() > lexicon::kChecked) {
    const uint64_t checksum = XXH3_64bits(image.data() + lexicon::kChecked, image.size() - lexicon::kChecked);
    std::memcpy(image.data() + offsetof(lexicon::Header, checksum), &checksum, sizeof checksum);
  }
  const Result<Lexicon> lexicon = Lexicon::from_bytes(image);
  if (!lexicon) {
    fuzz::promise(!lexicon.error().message.empty());
    return 0;
  }
  use(*lexicon);
  if (const Result<Engine> engine = Engine::build(*lexicon)) (void)engine->read({.text = "a b c d e f g h k l m o p q"});
  return 0;
}
