#include "lexicon/schema.h"

#include <array>

namespace isnad::lexicon {
namespace {

constexpr bool kRequired = true;
constexpr bool kMayBeEmpty = false;

constexpr Column kId = {"id", Cell::id, kRequired};
constexpr Column kCountry = {"country", Cell::country, kRequired};
constexpr Column kWikidata = {"wikidata", Cell::wikidata};
constexpr Column kName = {"name", Cell::forms, kRequired};
constexpr Column kVariants = {"variants", Cell::forms};
constexpr Column kSector = {"sector", Cell::sectors};
constexpr Column kExample = {"example", Cell::text, kRequired};
constexpr Column kMeaning = {"meaning", Cell::text, kRequired};

constexpr std::array kStates = {kId,
                                kCountry,
                                kWikidata,
                                kName,
                                kVariants,
                                Column{"adjectives", Cell::forms},
                                Column{"people", Cell::forms},
                                Column{"capital", Cell::forms},
                                Column{"metonyms", Cell::forms}};
constexpr std::array kBodies = {
    kId, Column{"kind", Cell::choice, kRequired, "organization group"}, kCountry, kSector, kName, kVariants, kWikidata};
constexpr std::array kPeople = {kId, kCountry, kSector, kName, kVariants, Column{"offices", Cell::offices}, kWikidata};
constexpr std::array kOutlets = {kId,   kCountry,  Column{"kind", Cell::choice, kRequired, "agency newspaper channel radio site magazine"},
                                 kName, kVariants, kWikidata};
constexpr std::array kPlaces = {
    kId,
    Column{"kind", Cell::choice, kRequired,
           "city town village camp region province district island sea river mountain crossing base airport site country-part"},
    Column{"country", Cell::country, kMayBeEmpty},
    kName,
    kVariants,
    Column{"lat", Cell::latitude},
    Column{"lon", Cell::longitude}};
constexpr std::array kRoles = {kId,
                               Column{"class", Cell::choice, kRequired, "office people body"},
                               kSector,
                               Column{"singular", Cell::forms, kRequired},
                               Column{"plurals", Cell::forms},
                               Column{"feminine", Cell::forms},
                               Column{"complement", Cell::forms},
                               kExample};
constexpr std::array kTitles = {kId, Column{"forms", Cell::forms, kRequired}, kSector, kExample};
constexpr std::array kCues = {kId,
                              Column{"kind", Cell::choice, kRequired, "verb participle noun preposition relay"},
                              Column{"lemma", Cell::text, kRequired},
                              Column{"forms", Cell::forms},
                              Column{"with", Cell::forms},
                              Column{"strength", Cell::choice, kRequired, "1 2 3"},
                              kExample};
constexpr std::array kEvents = {kId,
                                Column{"event", Cell::event, kRequired},
                                Column{"mode", Cell::mode},
                                Column{"cameo", Cell::cameo},
                                Column{"kind", Cell::choice, kRequired, "verb noun participle"},
                                Column{"trigger", Cell::forms, kRequired},
                                Column{"with", Cell::forms},
                                Column{"not", Cell::forms},
                                Column{"actor", Cell::slots, kRequired},
                                Column{"recipient", Cell::slots, kRequired},
                                kExample};
constexpr std::array kWords = {Column{"class", Cell::word, kRequired}, Column{"form", Cell::text, kRequired}, Column{"value", Cell::text},
                               Column{"note", Cell::text}};
constexpr std::array kSectors = {Column{"sector", Cell::text, kRequired}, kMeaning};
constexpr std::array kModes = {Column{"event", Cell::event, kRequired}, Column{"mode", Cell::word}, Column{"cameo", Cell::cameo},
                               Column{"scale", Cell::number, kRequired}};
constexpr std::array kContexts = {Column{"context", Cell::word, kRequired}, kMeaning};
constexpr std::array kTypes = {Column{"event", Cell::text, kRequired}, Column{"quad", Cell::choice, kRequired, "1 2 3 4"},
                               Column{"cameo", Cell::cameo}, Column{"scale", Cell::number, kRequired}, kMeaning};
constexpr std::array kCountries = {Column{"country", Cell::text, kRequired}, kMeaning};
constexpr std::array kCameo = {Column{"code", Cell::text, kRequired}, Column{"scale", Cell::number, kRequired}, kMeaning};

constexpr std::array kTies = {kId,
                              Column{"tie", Cell::choice, kRequired, "leads part_of backs arms opposes controls"},
                              Column{"kind", Cell::choice, kRequired, "title participle noun verb present"},
                              Column{"forms", Cell::forms, kRequired},
                              Column{"with", Cell::forms},
                              Column{"from", Cell::ends, kRequired},
                              Column{"to", Cell::ends, kRequired},
                              kExample};

constexpr std::array kTopics = {kId, Column{"context", Cell::context, kRequired}, Column{"words", Cell::forms, kRequired},
                                Column{"weak", Cell::forms}, kExample};

// In the order of enum Table.
constexpr std::array<TableSchema, kTables> kSchemas = {{
    {"states", "entities/states.tsv", kStates},
    {"bodies", "entities/bodies.tsv", kBodies},
    {"people", "entities/people.tsv", kPeople},
    {"outlets", "entities/outlets.tsv", kOutlets},
    {"places", "entities/places.tsv", kPlaces},
    {"roles", "ar/roles.tsv", kRoles},
    {"titles", "ar/titles.tsv", kTitles},
    {"cues", "ar/cues.tsv", kCues},
    {"events", "ar/events.tsv", kEvents},
    {"words", "ar/words.tsv", kWords, 3},
    {"sectors", "ontology/sectors.tsv", kSectors},
    {"modes", "ontology/modes.tsv", kModes, 2},
    {"contexts", "ontology/contexts.tsv", kContexts},
    {"types", "ontology/events.tsv", kTypes},
    {"countries", "ontology/countries.tsv", kCountries},
    {"cameo", "ontology/cameo.tsv", kCameo},
    {"ties", "ar/ties.tsv", kTies},
    {"topics", "ar/topics.tsv", kTopics},
}};

constexpr std::array<std::string_view, 5> kMorphology = {"ar/adjectives.tsv", "ar/closed.tsv", "ar/names_morph.tsv", "ar/nouns.tsv",
                                                         "ar/verbs.tsv"};

}  // namespace

const std::span<const std::string_view> kMorphologyFiles = kMorphology;

const TableSchema& schema_of(Table table) { return kSchemas[static_cast<size_t>(table)]; }

size_t column_of(const TableSchema& schema, std::string_view name) {
  for (size_t c = 0; c < schema.columns.size(); ++c)
    if (schema.columns[c].name == name) return c;
  return npos;
}

}  // namespace isnad::lexicon
