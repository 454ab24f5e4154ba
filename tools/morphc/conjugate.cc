#include "conjugate.h"

#include "base/letters.h"

namespace isnad::morphc {
namespace {

using namespace letter;
using Text = std::u16string;
using View = std::u16string_view;

bool starts(View word, std::initializer_list<char16_t> letters) {
  if (word.size() < letters.size()) return false;
  size_t i = 0;
  for (const char16_t c : letters)
    if (word[i++] != c) return false;
  return true;
}

Text join(std::initializer_list<View> parts) {
  Text out;
  for (const View part : parts) out += part;
  return out;
}

Text with(View word, size_t at, char16_t c) {
  Text out(word);
  out[at] = c;
  return out;
}

// How usual a form is in news, where 4 is the measure: the dual, the second person, "I" and the passive are seldom.
uint8_t usualness(const StemFeatures& f, bool jussive) {
  int w = 4;
  if (f.passive) --w;
  if (f.number == Number::dual) w -= 2;
  if (f.person == 2) --w;
  if (f.person == 1 && f.number == Number::sing) w -= f.tense == Tense::pres ? 2 : 1;
  if (jussive) --w;
  return static_cast<uint8_t>(w < 0 ? 0 : w);
}

bool is_hamza(char16_t c) { return c == hamza || c == alef_hamza || c == yeh_hamza || c == waw_hamza; }

// The pattern of a lemma, as far as its letters tell.
struct Shape {
  bool tenth = false;   // ista-
  bool wasl = false;    // begins with alef: forms VII to X
  bool fourth = false;  // begins with alef-hamza before two or three radicals
  bool fifth = false;   // begins with teh: V, VI
  bool third = false;   // long alef after the first radical
  bool hollow = false;
  bool defective = false;  // ends in alef, alef maksura or yeh
  bool ends_hamza = false;
  bool simple = false;  // I or II, three letters or a doubled two
};

Shape shape_of(View w) {
  Shape s;
  const size_t n = w.size();
  const char16_t last = w.back();
  s.wasl = w[0] == alef && n >= 4;
  s.tenth = starts(w, {alef, seen, teh}) && n >= 5;
  s.fourth = w[0] == alef_hamza && n >= 4;
  s.fifth = w[0] == teh && n >= 4 && !(n == 4 && w[1] == alef);
  s.third = n >= 4 && !s.wasl && !s.fourth && (w[1] == alef || (s.fifth && w[2] == alef && n >= 5));
  s.defective = n >= 3 && (last == alef || last == alef_maksura || last == yeh);
  s.ends_hamza = is_hamza(last);
  s.hollow = n >= 3 && w[n - 2] == alef && !s.third && !s.defective;
  s.simple = n <= 3 && w[0] != alef_madda;
  return s;
}

// Past forms ------------------------------------------------------------------------------------------------------------------------

class Past {
 public:
  Past(std::vector<Inflected>& out, bool passive) : out_(out), passive_(passive) {}

  void add(Text form, uint8_t person, Gender gender, Number number, bool only_pronoun = false) {
    Inflected f{std::move(form), {}};
    f.features.upos = Upos::verb;
    f.features.tense = Tense::past;
    f.features.form = VerbForm::finite;
    f.features.person = person;
    f.features.gender = gender;
    f.features.number = number;
    f.features.passive = passive_;
    f.features.pronoun = !passive_;
    f.features.only_pronoun = only_pronoun;
    f.features.weight = usualness(f.features, false);
    out_.push_back(std::move(f));
  }

  // `vowel` before endings that begin with a vowel, `consonant` before the others.
  void endings(View vowel, View consonant, bool same_third_feminine) {
    add(Text(vowel), 3, Gender::masc, Number::sing);
    if (same_third_feminine) add(join({vowel, u"\u062A"}), 3, Gender::fem, Number::sing);
    add(join({vowel, u"\u0627"}), 3, Gender::masc, Number::dual);
    add(join({vowel, u"\u062A\u0627"}), 3, Gender::fem, Number::dual);
    plural(vowel);
    consonant_endings(consonant, vowel == consonant);
  }

  void plural(View stem) {
    add(join({stem, u"\u0648\u0627"}), 3, Gender::masc, Number::plur);
    add(join({stem, u"\u0648"}), 3, Gender::masc, Number::plur, true);
  }

  // First and second person; the first singular is left out where it is written like "she".
  void consonant_endings(View stem, bool like_third_feminine) {
    const View before_noon = stem.back() == noon ? stem.substr(0, stem.size() - 1) : stem;  // two of a letter are written once
    const View before_teh = stem.back() == teh ? stem.substr(0, stem.size() - 1) : stem;
    if (!like_third_feminine) add(join({before_teh, u"\u062A"}), 1, Gender::none, Number::sing);
    add(join({before_noon, u"\u0646\u0627"}), 1, Gender::none, Number::plur);
    add(join({before_noon, u"\u0646"}), 3, Gender::fem, Number::plur);
    add(join({before_teh, u"\u062A\u0645"}), 2, Gender::masc, Number::plur);
    add(join({before_teh, u"\u062A\u0645\u0648"}), 2, Gender::masc, Number::plur, true);
  }

 private:
  std::vector<Inflected>& out_;
  bool passive_;
};

void past_defective(View w, Past& past) {
  const View base = w.substr(0, w.size() - 1);
  if (w.back() == yeh) {  // like nasiya
    past.add(Text(w), 3, Gender::masc, Number::sing);
    past.add(join({w, u"\u062A"}), 3, Gender::fem, Number::sing);
    past.add(join({w, u"\u0627"}), 3, Gender::masc, Number::dual);
    past.plural(base);
    past.consonant_endings(w, true);
    return;
  }
  const Text weak = join({base, w.back() == alef && w.size() == 3 ? u"\u0648" : u"\u064A"});
  past.add(Text(w), 3, Gender::masc, Number::sing);
  past.add(join({base, u"\u0627"}), 3, Gender::masc, Number::sing, true);
  past.add(join({base, u"\u062A"}), 3, Gender::fem, Number::sing);
  past.add(join({base, u"\u062A\u0627"}), 3, Gender::fem, Number::dual);
  past.add(join({weak, u"\u0627"}), 3, Gender::masc, Number::dual);
  past.plural(base);
  past.consonant_endings(weak, false);
}

void past_final_hamza(View w, Past& past) {
  const View base = w.substr(0, w.size() - 1);
  past.endings(w, w, true);
  if (w.back() != yeh_hamza) past.plural(join({base, u"\u0624"}));
}

// Stem before consonants of a hollow verb: qul-, adan-, ji'-.
Text hollow_short(View w, bool simple) {
  Text out = join({w.substr(0, w.size() - 2), w.substr(w.size() - 1)});
  if (out.back() == hamza) out.back() = simple ? yeh_hamza : alef_hamza;
  return out;
}

void past_active(const Verb& verb, const Shape& s, std::vector<Inflected>& out) {
  const View w = verb.lemma;
  Past past(out, false);
  if (s.defective) return past_defective(w, past);
  if (s.hollow) {
    past.endings(w, hollow_short(w, s.simple), true);
    if (s.ends_hamza) past.plural(join({w.substr(0, w.size() - 1), u"\u0624"}));
    return;
  }
  if (verb.doubled) return past.endings(w, join({w, w.substr(w.size() - 1)}), true);
  if (s.ends_hamza) return past_final_hamza(w, past);
  past.endings(w, w, true);
}

void past_passive(const Verb& verb, const Shape& s, std::vector<Inflected>& out) {
  Text w = verb.lemma;
  const size_t n = w.size();
  bool changed = false;
  if (w[0] == alef_madda) w = join({u"\u0623\u0648", View(w).substr(1)}), changed = true;
  if (s.third && !changed) {
    const size_t at = s.fifth && w[1] != alef ? 2 : 1;
    if (w[at] == alef) w[at] = waw, changed = true;
  }
  if (s.hollow) w[n - 2] = yeh, changed = true;
  if (s.defective && w.back() != yeh) w.back() = yeh, changed = true;
  if (s.ends_hamza && !s.hollow && w.back() != yeh_hamza) w.back() = yeh_hamza, changed = true;
  if (s.simple && n == 3 && w[1] == alef_hamza) w[1] = yeh_hamza, changed = true;
  if (!changed) return;
  Past past(out, true);
  if (s.defective) return past_defective(w, past);
  past.endings(w, w, true);
}

// Present forms ---------------------------------------------------------------------------------------------------------------------

class Present {
 public:
  Present(std::vector<Inflected>& out, bool passive) : out_(out), passive_(passive) {}

  void add(Text form, uint8_t person, Gender gender, Number number, bool only_pronoun = false, bool jussive = false) {
    Inflected f{std::move(form), {}};
    f.features.upos = Upos::verb;
    f.features.tense = Tense::pres;
    f.features.form = VerbForm::finite;
    f.features.person = person;
    f.features.gender = gender;
    f.features.number = number;
    f.features.passive = passive_;
    f.features.pronoun = !passive_;
    f.features.only_pronoun = only_pronoun;
    f.features.weight = usualness(f.features, jussive);
    out_.push_back(std::move(f));
  }

  // The forms without an ending, with each of the four prefixes.
  void bare(View body, bool only_pronoun = false, bool jussive = false) {
    add(join({u"\u064A", body}), 3, Gender::masc, Number::sing, only_pronoun, jussive);
    add(join({u"\u062A", body}), 3, Gender::fem, Number::sing, only_pronoun, jussive);
    add(join({u"\u0646", body}), 1, Gender::none, Number::plur, only_pronoun, jussive);
    add(body[0] == alef_hamza ? join({u"\u0622", body.substr(1)}) : join({u"\u0623", body}), 1, Gender::none, Number::sing, only_pronoun,
        jussive);
  }

  // Dual and plural; `plural` is the body before the plural waw, `dual` before the dual alef, `feminine` before the plural noon.
  void with_endings(View dual, View plural, View feminine) {
    for (const View noon : {View(u"\u0646"), View()}) {
      add(join({u"\u064A", dual, u"\u0627", noon}), 3, Gender::masc, Number::dual);
      add(join({u"\u062A", dual, u"\u0627", noon}), 3, Gender::fem, Number::dual);
    }
    add(join({u"\u064A", plural, u"\u0648\u0646"}), 3, Gender::masc, Number::plur);
    add(join({u"\u062A", plural, u"\u0648\u0646"}), 2, Gender::masc, Number::plur);
    add(join({u"\u064A", plural, u"\u0648\u0627"}), 3, Gender::masc, Number::plur);
    add(join({u"\u062A", plural, u"\u0648\u0627"}), 2, Gender::masc, Number::plur);
    add(join({u"\u064A", plural, u"\u0648"}), 3, Gender::masc, Number::plur, true);
    add(join({u"\u062A", plural, u"\u0648"}), 2, Gender::masc, Number::plur, true);
    add(join({u"\u064A", feminine, u"\u0646"}), 3, Gender::fem, Number::plur);
    add(join({u"\u062A", plural, u"\u064A\u0646"}), 2, Gender::fem, Number::sing);
  }

 private:
  std::vector<Inflected>& out_;
  bool passive_;
};

bool hollow_body(View body, const Shape& s) {
  if (!s.hollow || body.size() < 2) return false;
  const char16_t v = body[body.size() - 2];
  return v == waw || v == yeh || v == alef;
}

void present_of(View body, const Verb& verb, const Shape& s, bool passive, std::vector<Inflected>& out) {
  Present present(out, passive);
  const size_t n = body.size();
  if (n == 0) return;
  const char16_t last = body.back();
  const View base = body.substr(0, n - 1);
  present.bare(body);
  if (s.defective && (last == yeh || last == waw || last == alef_maksura)) {
    if (!base.empty()) present.bare(base, false, true);
    if (last == alef_maksura) present.bare(join({base, u"\u0627"}), true);
    const Text weak = join({base, last == waw ? u"\u0648" : u"\u064A"});
    return present.with_endings(weak, base, weak);
  }
  if (hollow_body(body, s)) {
    Text jussive = join({body.substr(0, n - 2), body.substr(n - 1)});
    if (jussive.back() == hamza) jussive.back() = body[n - 2] == yeh ? yeh_hamza : alef_hamza;
    present.bare(jussive, false, true);
    present.with_endings(body, body, jussive);
    if (last == hamza) present.with_endings(body, join({base, body[n - 2] == yeh ? u"\u0626" : u"\u0624"}), jussive);
    return;
  }
  present.with_endings(body, body, verb.doubled ? join({body, body.substr(n - 1)}) : Text(body));
  if (s.ends_hamza && last == alef_hamza) {
    present.with_endings(body, join({base, u"\u0624"}), body);
    present.bare(join({base, u"\u0624"}), true);
  }
}

Text passive_body(View body, const Verb& verb, const Shape& s) {
  Text out(body);
  const size_t n = out.size();
  const View w = verb.lemma;
  if (s.simple && w[0] == waw && w.size() == 3 && body[0] != waw) out = join({u"\u0648", out});
  if (s.simple && out[0] == alef_hamza) out[0] = waw_hamza;
  if (hollow_body(body, s)) out[n - 2] = alef;
  if (s.defective && (out.back() == yeh || out.back() == waw)) out.back() = alef_maksura;
  if (s.ends_hamza && !s.hollow && out.back() == yeh_hamza) out.back() = alef_hamza;
  return out == body ? Text() : out;
}

void imperative_of(View body, const Verb& verb, const Shape& s, std::vector<Inflected>& out) {
  Text stem(body);
  if (s.defective) stem.pop_back();
  Text singular = stem;
  if (hollow_body(body, s)) singular = join({body.substr(0, body.size() - 2), body.substr(body.size() - 1)});
  Text prefix;
  if (s.wasl) prefix = u"\u0627";
  else if (s.fourth || (verb.lemma[0] == alef_hamza && verb.doubled)) prefix = u"\u0623";
  else if (s.simple && verb.lemma.size() == 3 && !s.hollow && verb.lemma[0] != waw && body[0] != waw_hamza) prefix = u"\u0627";
  auto add = [&](Text form, Gender gender, Number number, bool only_pronoun = false) {
    Inflected f{std::move(form), {}};
    f.features.upos = Upos::verb;
    f.features.tense = Tense::imperative;
    f.features.form = VerbForm::finite;
    f.features.person = 2;
    f.features.gender = gender;
    f.features.number = number;
    f.features.pronoun = true;
    f.features.only_pronoun = only_pronoun;
    f.features.weight = 1;
    if (f.form.size() > 1) out.push_back(std::move(f));
  };
  add(prefix + singular, Gender::masc, Number::sing);
  add(prefix + stem + u"\u0648\u0627", Gender::masc, Number::plur);
  add(prefix + stem + u"\u0648", Gender::masc, Number::plur, true);
}

// Verbal nouns and participles ---------------------------------------------------------------------------------------------------------

Text insert_alef(View w) { return join({w.substr(0, w.size() - 1), u"\u0627", w.substr(w.size() - 1)}); }

void masdars(const Verb& verb, const Shape& s, std::vector<Derived>& out) {
  const View w = verb.lemma;
  const size_t n = w.size();
  const View base = w.substr(0, n - 1);
  auto add = [&](Text form) { out.push_back({std::move(form), VerbForm::masdar}); };
  if (s.wasl) {
    if (s.defective) add(join({base, u"\u0627\u0621"}));
    else if (s.hollow && s.tenth) add(join({w, u"\u0629"}));
    else if (s.hollow) add(join({w.substr(0, n - 2), u"\u064A", w.substr(n - 2)}));
    else if (verb.doubled) add(insert_alef(join({w, w.substr(n - 1)})));
    else if (s.ends_hamza) add(join({base, u"\u0627\u0621"}));
    else add(insert_alef(w));
  } else if (s.fourth || (w[0] == alef_hamza && verb.doubled)) {
    const View rest = w.substr(1);
    const Text head = join({u"\u0625", rest[0] == waw ? join({u"\u064A", rest.substr(1)}) : Text(rest)});
    if (s.defective || s.ends_hamza)
      add(s.hollow ? join({u"\u0625", rest, u"\u0629"}) : join({View(head).substr(0, head.size() - 1), u"\u0627\u0621"}));
    else if (s.hollow) add(join({head, u"\u0629"}));
    else if (verb.doubled) add(insert_alef(join({head, w.substr(n - 1)})));
    else add(insert_alef(head));
  } else if (s.fifth) {
    add(s.defective ? join({base, u"\u064A"}) : s.ends_hamza ? join({base, u"\u0624"}) : Text(w));
  } else if (s.third) {
    add(s.defective ? join({u"\u0645", base, u"\u0627\u0629"}) : join({u"\u0645", w, u"\u0629"}));
    if (!s.defective) add(join({w.substr(0, 1), w.substr(2, n - 3), u"\u0627", w.substr(n - 1)}));
  } else if (n == 3) {
    const Text first = w[0] == alef_hamza ? Text(u"\u0623") : Text(w.substr(0, 1));
    if (s.defective) add(join({u"\u062A", first, w.substr(1, 1), u"\u064A\u0629"}));
    else if (s.ends_hamza) add(join({u"\u062A", first, w.substr(1, 1), u"\u0626\u0629"}));
    else add(join({u"\u062A", first, w.substr(1, 1), u"\u064A", w.substr(2)}));
  }
}

void simple_participles(const Verb& verb, const Shape& s, std::vector<Derived>& out) {
  const View w = verb.lemma;
  auto add = [&](Text form, VerbForm kind) { out.push_back({std::move(form), kind}); };
  if (w.size() == 2) {
    add(join({w.substr(0, 1), u"\u0627", w.substr(1)}), VerbForm::active_participle);
    add(join({u"\u0645", w, u"\u0648", w.substr(1)}), VerbForm::passive_participle);
    return;
  }
  const Text head = w[0] == alef_hamza ? Text(u"\u0622") : join({w.substr(0, 1), u"\u0627"});
  const View c2 = w.substr(1, 1), c3 = w.substr(2);
  if (s.hollow) add(join({head, u"\u0626", c3}), VerbForm::active_participle);
  else if (s.defective) add(join({head, c2, u"\u064A"}), VerbForm::active_participle);
  else add(join({head, c2, s.ends_hamza ? View(u"\u0626") : c3}), VerbForm::active_participle);
  if (s.hollow) return;
  if (s.defective) add(join({u"\u0645", w.substr(0, 2), w.back() == alef ? u"\u0648" : u"\u064A"}), VerbForm::passive_participle);
  else add(join({u"\u0645", w.substr(0, 2), u"\u0648", s.ends_hamza ? View(u"\u0621") : c3}), VerbForm::passive_participle);
}

// The i before the last radical, as form IV and the like have it, on weak and hamzated endings.
Text with_kasra(View body, const Shape& s) {
  Text out(body);
  if (s.defective) out.back() = yeh;
  else if (s.ends_hamza && !s.hollow) out.back() = yeh_hamza;
  return out;
}

// Forms I and II of three letters, and IV of a doubled root: all that their letters allow.
template <class Add>
void simple_presents(View w, const Shape& s, Add add) {
  const View rest = w.substr(1);
  const Text second = w[0] == alef_hamza ? join({u"\u0624", rest}) : Text(w);
  if (s.hollow) {
    for (const char16_t v : {waw, yeh, alef}) add(with(w, 1, v));
    return;
  }
  if (s.defective) {
    const Text first = w[0] == waw ? Text(rest) : Text(w);
    for (const char16_t v : {waw, yeh, alef_maksura}) add(with(first, first.size() - 1, v));
    add(with(second, 2, yeh));
    return;
  }
  if (w[0] == waw) add(Text(rest));
  Text first(w);
  if (s.ends_hamza) first.back() = alef_hamza;
  if (first[1] == yeh_hamza) first[1] = alef_hamza;
  add(first);
  if (second != first) add(with_kasra(second, s));
  else if (s.ends_hamza) add(with_kasra(w, s));
  if (w[0] == alef_hamza) add(Text(rest));
}

Text unhollow(View body) { return with(body, body.size() - 2, alef); }

}  // namespace

bool may_be_doubled(View w) {
  if (w.empty() || is_hamza(w.back()) || w.back() == alef || w.back() == alef_maksura || w.back() == yeh) return false;
  if (w.size() == 2) return true;
  if (w[0] == alef_hamza && w.size() == 3) return true;
  if (w[0] == alef && w.size() == 4) return w[2] != alef;
  return starts(w, {alef, seen, teh}) && w.size() == 5 && w[3] != alef;
}

std::vector<Text> candidate_presents(View w) {
  std::vector<Text> out;
  if (w.size() < 2) return out;
  const Shape s = shape_of(w);
  const View rest = w.substr(1), base = w.substr(0, w.size() - 1);
  auto add = [&](View body) { out.push_back(join({u"\u064A", body})); };
  if (s.wasl) {
    Text body = with_kasra(rest, s);
    if (s.tenth && s.hollow && w.size() >= 6) body[body.size() - 2] = yeh;
    if (body[0] == yeh_hamza) body[0] = alef_hamza;
    for (size_t i = 1; i + 1 < body.size(); ++i)
      if (body[i] == alef_hamza && i + 2 == body.size()) body[i] = yeh_hamza;
    add(body);
    if (s.tenth && s.hollow && w.size() == 5) add(Text(rest));
  } else if (s.fourth) {
    Text body = with_kasra(rest, s);
    if (s.hollow) body[body.size() - 2] = yeh;
    if (body[0] == yeh && body.size() == 3) body[0] = waw;
    add(body);
    if (w.size() == 4 && w[1] != alef) add(join({u"\u0624", with_kasra(rest, s)}));  // a quadriliteral with hamza
  } else if (w[0] == alef_madda) {
    add(join({u"\u0624", with_kasra(rest, s)}));
    add(join({u"\u0624\u0627", with_kasra(rest, s)}));
  } else if (s.fifth) {
    add(s.defective ? join({base, u"\u0649"}) : Text(w));
  } else if (s.third || w.size() > 3) {
    add(with_kasra(w, s));
  } else if (w.size() == 2) {
    add(Text(w));
  } else {
    simple_presents(w, s, add);
  }
  return out;
}

void conjugate(const Verb& verb, std::vector<Inflected>& out) {
  if (verb.lemma.size() < 2) return;
  const Shape s = shape_of(verb.lemma);
  past_active(verb, s, out);
  past_passive(verb, s, out);
  for (const Text& present : verb.presents) {
    if (present.size() < 2) continue;
    const View body = View(present).substr(1);
    present_of(body, verb, s, false, out);
    const Text passive = passive_body(body, verb, s);
    if (!passive.empty()) present_of(passive, verb, s, true, out);
    imperative_of(body, verb, s, out);
  }
}

std::vector<Derived> derive(const Verb& verb) {
  std::vector<Derived> out;
  if (verb.lemma.size() < 2) return out;
  const Shape s = shape_of(verb.lemma);
  masdars(verb, s, out);
  for (const Text& present : verb.presents) {
    if (present.size() < 3) continue;
    const View body = View(present).substr(1);
    Text active = join({u"\u0645", body});
    if (active.back() == alef_maksura) active.back() = yeh;
    out.push_back({active, VerbForm::active_participle});
    if (hollow_body(body, s)) out.push_back({join({u"\u0645", unhollow(body)}), VerbForm::passive_participle});
    else if (s.defective) out.push_back({join({u"\u0645", body.substr(0, body.size() - 1), u"\u0649"}), VerbForm::passive_participle});
    else if (!s.simple) out.push_back({active, VerbForm::passive_participle});
  }
  if (s.simple) simple_participles(verb, s, out);
  return out;
}

}  // namespace isnad::morphc
