// The library in ten lines: who did what to whom, from a text. Usage: example LEXICON_IMAGE TEXT
#include <isnad/engine.h>

#include <iostream>
#include <utility>

int main(int argc, char** argv) {
  if (argc < 3) return 2;
  auto lexicon = isnad::Lexicon::load(argv[1]);
  if (!lexicon) return std::cerr << lexicon.error().text() << '\n', lexicon.error().exit_code();
  auto engine = isnad::Engine::build(std::move(*lexicon));
  if (!engine) return std::cerr << engine.error().text() << '\n', engine.error().exit_code();

  isnad::Report report;
  report.text = argv[2];
  const isnad::Document doc = engine->read(std::move(report));  // never fails on text
  for (const isnad::Event& event : doc.events) {
    for (uint32_t actor : event.actor) std::cout << doc.entities[actor].name << ' ';
    std::cout << event.event << ' ' << doc.slice(event.trigger);
    for (uint32_t recipient : event.recipient) std::cout << ' ' << doc.entities[recipient].name;
    std::cout << '\n';
  }
}
