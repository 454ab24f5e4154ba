// Any bytes are a table: faults are told with their line, and rows without fault compile to an image that loads.
#include "lexicon/compile.h"
#include "support.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  using namespace isnad;
  if (size == 0) return 0;
  lexicon::Rows rows;
  lexicon::Faults faults;
  const Table table = static_cast<Table>(data[0] % lexicon::kTables);
  lexicon::read_tsv(std::string(fuzz::text_of(data + 1, size - 1)), lexicon::schema_of(table), "f", "p", lexicon::of(rows, table), faults);
  lexicon::check_rows(rows, faults);
  for (const Error& fault : faults) fuzz::promise(fault.code == ErrorCode::lexicon && !fault.message.empty() && fault.line > 0);
  if (!faults.empty()) return 0;
  const Result<Lexicon> lexicon = Lexicon::from_bytes(lexicon::compile_image(rows, {}));
  fuzz::promise(lexicon.has_value() && lexicon->rows(table) == lexicon::of(rows, table).size());
  if (const Result<Engine> engine = Engine::build(*lexicon)) (void)engine->read({.text = std::string(fuzz::text_of(data, size))});
  return 0;
}
