#include "morph/context.h"

#include <array>
#include <limits>

namespace isnad {
namespace {

// What a reading is to its neighbours.
enum Class : uint8_t {
  kStart,
  kConj,
  kAdp,
  kSub,
  kClause,
  kLead,
  kNounDef,
  kNounInd,
  kAdjDef,
  kAdjInd,
  kName,
  kPast,
  kPres,
  kRel,
  kDem,
  kPron,
  kDet,
  kAdv,
  kNum,
  kPunct,
  kAdpPron,
  kAux,
  kPart,
  kOther,
  kClasses
};

Class class_of(const Analysis& a) {
  const Reading& r = a.reading;
  const bool definite = (r.clitics & (clitic::article | clitic::pronoun)) != 0;
  switch (r.upos) {
    case Upos::noun: return definite ? kNounDef : kNounInd;
    case Upos::adj: return (r.clitics & clitic::article) != 0 ? kAdjDef : kAdjInd;
    case Upos::propn: return kName;
    case Upos::verb: return r.tense == Tense::past ? kPast : kPres;
    case Upos::aux: return kAux;
    case Upos::adp:
      if ((r.clitics & clitic::pronoun) != 0) return kAdpPron;
      return a.leads == Leads::verb ? kSub : a.leads == Leads::clause ? kClause : kAdp;
    case Upos::sconj: return (r.clitics & clitic::pronoun) != 0 ? kPron : a.leads == Leads::clause ? kClause : kSub;
    case Upos::part:
      if ((r.clitics & clitic::pronoun) != 0) return kPron;
      return a.leads == Leads::verb ? kLead : a.leads == Leads::clause ? kClause : kPart;
    case Upos::cconj: return kConj;
    case Upos::pron: return a.leads == Leads::relative ? kRel : r.person != 0 ? kPron : kDem;
    case Upos::det: return kDet;
    case Upos::adv: return kAdv;
    case Upos::num: return kNum;
    case Upos::punct: return kPunct;
    default: return kOther;
  }
}

using Row = std::array<int8_t, kClasses>;

// Bonus in tenths for `column` after `row`.
// clang-format off
constexpr std::array<Row, kClasses> kAfter = {{
  //            St Cj Ad Su Cl Le ND NI AD AI Na Pa Pr Re De Pn Dt Av Nu Pu AP Ax Pt Ot
  /* start  */ {{0, 0, 5, 0, 5, 5,10, 5,-20,-10,10,22,15,-5, 5, 5, 0, 5, 0, 0, 0,20, 5, 0}},
  /* conj   */ {{0,-20,5, 0, 5, 8, 8, 8, 3, 0, 8,15,10, 0, 3, 3, 0, 3, 3, 0, 0,12, 5, 0}},
  /* adp    */ {{0,-20,-10,8,-5,-20,20,20,-5,-4,22,-60,-50,8,12,0,12,-5,12,0,-15,-40,0, 5}},
  /* sub    */ {{0,-20,0,-10, 0, 5, 5, 0,-15,-10, 5,18,26,-10, 0, 0, 0, 0, 0, 0, 5,25, 5, 0}},
  /* clause */ {{0,-20,5,-5,-20, 0,20, 8,-5,-5,15,-15,-10,3,12,5,10, 3, 3, 0, 5,-5, 3, 0}},
  /* lead   */ {{0,-20,-20,-10,-20,-20,-25,-25,-30,-30,-15,35,40,-20,-10,-15,-20,-15,-10,0,-15,35,-10,0}},
  /* n def  */ {{0, 0, 5, 5, 0, 5,-6,-16,25,-12, 3, 3, 5,12, 3, 0, 0, 5, 3, 0, 3, 8, 3, 0}},
  /* n ind  */ {{0, 0, 4, 3,-5,-5,18, 8, 0,18,12,-20,-6,-10,0,-5, 3, 0, 3, 0, 3,-5, 0, 0}},
  /* a def  */ {{0, 0, 5, 5, 0, 5,-2,-12,18,-15, 8, 3, 5,12, 3, 0, 0, 5, 3, 0, 3, 8, 3, 0}},
  /* a ind  */ {{0, 0, 6, 5, 0, 0, 5, 6,-5,12, 3,-9,-4,-5, 0,-5, 0, 3, 0, 0, 3,-5, 0, 0}},
  /* name   */ {{0, 0, 5, 5, 0, 5, 2,-8,10,-14,15, 5, 5,10, 0, 0, 0, 3, 3, 0, 3, 8, 3, 0}},
  /* past   */ {{0,-5, 6, 8,-5,-10,18,10,-10,-8,15,-40,-12,0,10,-5,10, 5,10,0, 8,-15,0, 0}},
  /* pres   */ {{0,-5, 6, 8,-5,-10,18,10,-10,-6,12,-35,-20,0,10,-5,10, 5, 8,0, 8,-15,0, 0}},
  /* rel    */ {{0,-10,8,-10,-10,10,-8,-12,-20,-5,-5,25,28,-20,-10,8,-5,0,-5,0, 8,28,10, 0}},
  /* dem    */ {{0, 0, 5, 5, 0, 5,22, 0,-8, 0, 0, 3, 3,12,-15,3, 0, 3, 3, 0, 0, 8, 5, 0}},
  /* pron   */ {{0, 0, 5, 5, 0, 8, 5, 5, 0, 5, 5, 8,12, 5, 0,-5, 0, 3, 3, 0, 3,10, 5, 0}},
  /* det    */ {{0,-15,0,-5,-15,-15,20,20,-5,-6,8,-25,-20,8,10,0,-5,-5,10,0,-5,-15,0, 0}},
  /* adv    */ {{0, 0, 5, 5, 3, 5, 5, 5,-2, 0,12, 5, 5, 0, 3, 3, 3, 0,12, 0, 3, 5, 3, 0}},
  /* num    */ {{0, 0, 5, 0, 0, 0, 8,18,-3,-3,5,-8,-8, 0, 0,-5,-5, 0,10, 0, 0, 0, 0, 0}},
  /* punct  */ {{0, 0, 5, 3, 5, 5, 8, 6,-12,-5,10,14,10, 3, 3, 3, 0, 5, 3, 0, 0,10, 5, 0}},
  /* adp pr */ {{0, 0, 5, 8, 0, 3,10, 8,-8,-4, 8, 0, 3, 5, 3, 0, 3, 3, 3, 0, 0, 3, 3, 0}},
  /* aux    */ {{0,-5, 6, 0,-5, 5,15, 6,-10,12,12,10,22, 0,10,-3, 5, 5, 3, 0, 8,-10,5, 0}},
  /* part   */ {{0,-5, 5, 5, 0, 3,10,10,-5, 5, 8, 3,12, 3, 5, 5, 5, 3, 5, 0, 3, 8, 0, 0}},
  /* other  */ {{0, 0, 3, 3, 0, 0, 0, 0, 3, 0, 3, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0}},
}};
// clang-format on

constexpr int kAccusativeHead = -12;
constexpr int kAgree = 8, kDisagree = -22, kCoordinate = 8, kConstructAlone = -30, kIndefiniteObject = 6;

bool adjective_agrees(const Reading& noun, const Reading& adjective) {
  if (adjective.gender == Gender::none) return true;  // a comparative
  if (noun.number == Number::plur && adjective.number != Number::plur) return adjective.gender == Gender::fem;
  if (noun.number == Number::dual || adjective.number == Number::dual) return noun.number == adjective.number;
  if (noun.number == Number::sing && adjective.number == Number::plur) return false;
  return noun.gender == Gender::none || adjective.gender == Gender::none || noun.gender == adjective.gender;
}

// How well `b` stands after `a`.
int step(const Analysis& a, Class ca, const Analysis& b, Class cb) {
  const uint16_t c = b.reading.clitics;
  const bool conjunction = (c & (clitic::wa | clitic::fa)) != 0;
  Class before = ca;
  int score = 0;
  if ((c & clitic::sa) != 0) {
    before = conjunction ? kConj : ca == kNounInd ? kNounDef : ca;
    score += 10;
  } else if ((c & clitic::la) != 0 && cb == kPres) {
    before = kSub;
  } else if ((c & (clitic::ba | clitic::ka | clitic::la)) != 0) {
    before = kAdp;
    if (!conjunction) score += kAfter[ca][kAdp];
  } else if (conjunction) {
    before = kConj;
    if (ca == cb) score += kCoordinate;
  }
  score += kAfter[before][cb];
  if (a.construct && (before != ca || (cb != kNounDef && cb != kNounInd && cb != kName && cb != kDem && cb != kNum && cb != kRel)))
    score += kConstructAlone;
  if (before == ca && (cb == kAdjDef || cb == kAdjInd) && (ca == kAdjDef || ca == kAdjInd)) {
    const bool either = a.reading.gender == Gender::none || b.reading.gender == Gender::none;
    if (!either && (a.reading.gender != b.reading.gender || (a.reading.number == Number::sing) != (b.reading.number == Number::sing)))
      score += kDisagree;
  } else if (before == ca && (cb == kAdjDef || cb == kAdjInd) && (ca == kNounDef || ca == kNounInd)) {
    score += adjective_agrees(a.reading, b.reading) ? kAgree : kDisagree;
    if (ca == kNounInd && cb == kAdjDef) score += kDisagree;
  }
  if (a.accusative && before == ca && ca == kNounInd) {  // with its alef it is no head of a construct
    if (cb == kNounDef) score += kDisagree;
    if (cb == kNounInd && !b.accusative) score += kAccusativeHead;
    if (cb == kPast) score -= kAfter[kNounInd][kPast];
  }
  if (b.accusative && (ca == kPast || ca == kPres || ca == kAux || ca == kNounDef || ca == kAdjDef || ca == kNum))
    score += kIndefiniteObject;
  return score;
}

constexpr Analysis kBoundary{};
constexpr size_t kClauseReach = 12;

Class chosen_class(const Column& column) { return class_of(column.analyses[column.chosen]); }

// Has the clause of token `at` a main verb before it? Verbs of relative clauses do not count.
bool has_verb_before(const std::vector<Column>& sentence, size_t at) {
  for (size_t t = at; t-- > 0 && t + kClauseReach >= at;) {
    const Class c = chosen_class(sentence[t]);
    if (c == kPunct || c == kSub || c == kClause || c == kConj || c == kRel) return false;
    if (c != kPast && c != kPres) continue;
    if (t == 0 || chosen_class(sentence[t - 1]) != kRel) return true;
    --t;
  }
  return false;
}

// "announced the army the withdrawal of …": a past verb cannot follow the verb and subject of its own clause without a conjunction; written
// without vowels the verbal noun looks the same.
void read_verbal_nouns(std::vector<Column>& sentence) {
  for (size_t t = 1; t < sentence.size(); ++t) {
    Column& column = sentence[t];
    const Analysis& verb = column.analyses[column.chosen];
    if (class_of(verb) != kPast || verb.reading.clitics != 0 || verb.reading.suf > 0) continue;
    const Class before = chosen_class(sentence[t - 1]);
    if (before != kNounDef && before != kAdjDef && before != kName) continue;
    for (size_t i = 0; i < column.analyses.size(); ++i) {
      const Reading& other = column.analyses[i].reading;
      if (other.upos != Upos::noun || other.form != VerbForm::masdar || other.clitics != 0 || other.suf > 0) continue;
      if (has_verb_before(sentence, t)) column.chosen = static_cast<uint16_t>(i);
      break;
    }
  }
}

}  // namespace

void choose(std::vector<Column>& sentence) {
  struct Cell {
    int score;
    uint16_t from;
    Class cls;
  };
  static thread_local std::vector<Cell> cells;
  static thread_local std::vector<size_t> first;
  cells.clear();
  first.clear();
  for (size_t t = 0; t < sentence.size(); ++t) {
    const Column& column = sentence[t];
    first.push_back(cells.size());
    for (const Analysis& b : column.analyses) {
      const Class cb = class_of(b);
      Cell cell{std::numeric_limits<int>::min(), 0, cb};
      if (t == 0) {
        cell.score = step(kBoundary, kStart, b, cb);
      } else {
        const auto previous = sentence[t - 1].analyses;
        for (size_t i = 0; i < previous.size(); ++i) {
          const Cell& from = cells[first[t - 1] + i];
          const int score = from.score + step(previous[i], from.cls, b, cb);
          if (score > cell.score) cell = {score, static_cast<uint16_t>(i), cb};
        }
      }
      cell.score += b.score;
      cells.push_back(cell);
    }
  }
  if (sentence.empty()) return;
  size_t best = 0;
  const size_t last = sentence.size() - 1;
  for (size_t i = 1; i < sentence[last].analyses.size(); ++i)
    if (cells[first[last] + i].score > cells[first[last] + best].score) best = i;
  for (size_t t = sentence.size(); t-- > 0;) {
    sentence[t].chosen = static_cast<uint16_t>(best);
    best = cells[first[t] + best].from;
  }
  read_verbal_nouns(sentence);
}

}  // namespace isnad
