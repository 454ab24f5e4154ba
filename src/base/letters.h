// The letters and marks that the code has to know, named once. Everything else about the language is a row in lexicon/.
#pragma once

namespace isnad::letter {

inline constexpr char16_t hamza = u'\u0621', alef_madda = u'\u0622', alef_hamza = u'\u0623', waw_hamza = u'\u0624',
                          alef_hamza_below = u'\u0625', yeh_hamza = u'\u0626', alef = u'\u0627', beh = u'\u0628', teh_marbuta = u'\u0629',
                          teh = u'\u062A', theh = u'\u062B', jeem = u'\u062C', hah = u'\u062D', khah = u'\u062E', dal = u'\u062F',
                          thal = u'\u0630', reh = u'\u0631', zain = u'\u0632', seen = u'\u0633', sheen = u'\u0634', sad = u'\u0635',
                          dad = u'\u0636', tah = u'\u0637', zah = u'\u0638', ain = u'\u0639', ghain = u'\u063A', feh = u'\u0641',
                          qaf = u'\u0642', kaf = u'\u0643', lam = u'\u0644', meem = u'\u0645', noon = u'\u0646', heh = u'\u0647',
                          waw = u'\u0648', alef_maksura = u'\u0649', yeh = u'\u064A', alef_wasla = u'\u0671';

inline constexpr char16_t tatweel = u'\u0640', damma = u'\u064F', shadda = u'\u0651', superscript_alef = u'\u0670';

// Letters of neighbouring alphabets that are typed for Arabic ones.
inline constexpr char16_t peh = u'\u067E', tcheh = u'\u0686', jeh = u'\u0698', veh = u'\u06A4', keheh = u'\u06A9', swash_kaf = u'\u06AA',
                          gaf = u'\u06AF', heh_doachashmee = u'\u06BE', heh_goal = u'\u06C1', heh_goal_hamza = u'\u06C2',
                          teh_marbuta_goal = u'\u06C3', heh_yeh = u'\u06C0', farsi_yeh = u'\u06CC', yeh_small_v = u'\u06CE',
                          e_yeh = u'\u06D0', yeh_barree = u'\u06D2', ae = u'\u06D5';

inline constexpr char16_t comma = u'\u060C', semicolon = u'\u061B', question = u'\u061F', percent = u'\u066A', decimal = u'\u066B',
                          thousands = u'\u066C', full_stop = u'\u06D4', replacement = u'\uFFFD', ellipsis = u'\u2026';

/// A letter of the Arabic block (hamza to yeh and the extended letters), not a mark, digit or sign.
constexpr bool is_arabic(char16_t c) {
  return (c >= hamza && c <= u'\u063A') || (c >= feh && c <= yeh) || (c >= alef_wasla && c <= u'\u06D3') || c == ae ||
         (c >= u'\u0750' && c <= u'\u077F');
}

}  // namespace isnad::letter
