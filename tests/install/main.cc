// Reads one report with the installed library and prints its events; fails when there is none.
#include <isnad/engine.h>

#include <iostream>

int main() {
  isnad::Result<isnad::Lexicon> lexicon = isnad::Lexicon::load(LEXICON);
  if (!lexicon) {
    std::cerr << lexicon.error().text() << '\n';
    return 1;
  }
  const isnad::Result<isnad::Engine> engine = isnad::Engine::build(std::move(*lexicon));
  if (!engine) {
    std::cerr << engine.error().text() << '\n';
    return 1;
  }
  isnad::Report report;
  report.published = "2018-08-09";
  report.text = "شنت القوات الروسية هجوما على المعارضة السورية في إدلب أمس.";
  const isnad::Document doc = engine->read(report);
  for (const isnad::Event& e : doc.events) std::cout << e.event << ' ' << doc.slice(e.trigger) << ' ' << doc.report.text << '\n';
  return doc.events.empty() ? 1 : 0;
}
