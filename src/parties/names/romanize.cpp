#include "parties/names/romanize.h"

#include <unicode/translit.h>
#include <unicode/unistr.h>

#include <array>
#include <memory>
#include <span>

namespace licit::names {
namespace {

struct Letter {
  char32_t from;
  const char* to;
};

const char* look_up(std::span<const Letter> table, char32_t c) {
  for (const Letter& one : table)
    if (one.from == c) return one.to;
  return nullptr;
}

void append_plain(std::string& out, char32_t c) {
  if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) out += static_cast<char>(c);
}

constexpr Letter greek[] = {
    {U'α', "a"}, {U'ά', "a"}, {U'β', "v"},  {U'γ', "g"},  {U'δ', "d"},  {U'ε', "e"},
    {U'έ', "e"}, {U'ζ', "z"}, {U'η', "i"},  {U'ή', "i"},  {U'θ', "th"}, {U'ι', "i"},
    {U'ί', "i"}, {U'ϊ', "i"}, {U'ΐ', "i"},  {U'κ', "k"},  {U'λ', "l"},  {U'μ', "m"},
    {U'ν', "n"}, {U'ξ', "x"}, {U'ο', "o"},  {U'ό', "o"},  {U'π', "p"},  {U'ρ', "r"},
    {U'σ', "s"}, {U'ς', "s"}, {U'τ', "t"},  {U'υ', "y"},  {U'ύ', "y"},  {U'ϋ', "y"},
    {U'ΰ', "y"}, {U'φ', "f"}, {U'χ', "ch"}, {U'ψ', "ps"}, {U'ω', "o"},  {U'ώ', "o"}};

constexpr Letter cyrillic[] = {
    {U'а', "a"},  {U'б', "b"},  {U'в', "v"},    {U'г', "g"},  {U'д', "d"},  {U'е', "e"},
    {U'ё', "e"},  {U'ж', "zh"}, {U'з', "z"},    {U'и', "i"},  {U'й', "y"},  {U'к', "k"},
    {U'л', "l"},  {U'м', "m"},  {U'н', "n"},    {U'о', "o"},  {U'п', "p"},  {U'р', "r"},
    {U'с', "s"},  {U'т', "t"},  {U'у', "u"},    {U'ф', "f"},  {U'х', "kh"}, {U'ц', "ts"},
    {U'ч', "ch"}, {U'ш', "sh"}, {U'щ', "shch"}, {U'ъ', ""},   {U'ы', "y"},  {U'ь', ""},
    {U'э', "e"},  {U'ю', "yu"}, {U'я', "ya"},   {U'ѐ', "e"},  {U'ђ', "dj"}, {U'ѓ', "g"},
    {U'є', "ye"}, {U'ѕ', "dz"}, {U'і', "i"},    {U'ї', "yi"}, {U'ј', "j"},  {U'љ', "lj"},
    {U'њ', "nj"}, {U'ћ', "c"},  {U'ќ', "k"},    {U'ѝ', "i"},  {U'ў', "u"},  {U'џ', "dz"},
    {U'ґ', "g"},  {U'ғ', "g"},  {U'җ', "zh"},   {U'қ', "k"},  {U'ҝ', "g"},  {U'ң', "ng"},
    {U'ү', "u"},  {U'ұ', "u"},  {U'ҳ', "h"},    {U'ҷ', "j"},  {U'ҹ', "j"},  {U'һ', "h"},
    {U'ә', "a"},  {U'ө', "o"},  {U'ӣ', "i"},    {U'ӯ', "u"},  {U'ӏ', ""}};

// Arabic, Persian, Urdu, Pashto, Kurdish. Long vowels are written as the vowel that they are most
// often; a short one is not written at all.
constexpr Letter arabic[] = {
    {U'ا', "a"},  {U'أ', "a"},  {U'إ', "i"},  {U'آ', "a"},  {U'ٱ', "a"},  {U'ب', "b"},  {U'ت', "t"},
    {U'ث', "th"}, {U'ج', "j"},  {U'ح', "h"},  {U'خ', "kh"}, {U'د', "d"},  {U'ذ', "dh"}, {U'ر', "r"},
    {U'ز', "z"},  {U'س', "s"},  {U'ش', "sh"}, {U'ص', "s"},  {U'ض', "d"},  {U'ط', "t"},  {U'ظ', "z"},
    {U'ع', "`"},  {U'غ', "gh"}, {U'ف', "f"},  {U'ق', "q"},  {U'ك', "k"},  {U'ل', "l"},  {U'م', "m"},
    {U'ن', "n"},  {U'ه', "h"},  {U'و', "u"},  {U'ي', "i"},  {U'ى', "a"},  {U'ئ', "i"},  {U'ؤ', "u"},
    {U'ء', ""},   {U'ة', "a"},  {U'پ', "p"},  {U'چ', "ch"}, {U'ژ', "zh"}, {U'گ', "g"},  {U'ک', "k"},
    {U'ی', "i"},  {U'ې', "i"},  {U'ۍ', "i"},  {U'ے', "i"},  {U'ٹ', "t"},  {U'ډ', "d"},  {U'ڈ', "d"},
    {U'ړ', "r"},  {U'ڑ', "r"},  {U'ښ', "sh"}, {U'ږ', "g"},  {U'ځ', "z"},  {U'څ', "ts"}, {U'ټ', "t"},
    {U'ڼ', "n"},  {U'ګ', "g"},  {U'ں', "n"},  {U'ہ', "h"},  {U'ھ', "h"},  {U'ۀ', "a"},  {U'ۃ', "a"},
    {U'ە', "e"},  {U'ۆ', "o"},  {U'ۇ', "u"},  {U'ڤ', "v"},  {U'ێ', "e"}};

constexpr Letter hebrew[] = {
    {U'א', "a"},  {U'ב', "b"},  {U'ג', "g"}, {U'ד', "d"}, {U'ה', "h"},  {U'ו', "u"}, {U'ז', "z"},
    {U'ח', "h"},  {U'ט', "t"},  {U'י', "i"}, {U'כ', "k"}, {U'ך', "k"},  {U'ל', "l"}, {U'מ', "m"},
    {U'ם', "m"},  {U'נ', "n"},  {U'ן', "n"}, {U'ס', "s"}, {U'ע', "`"},  {U'פ', "p"}, {U'ף', "f"},
    {U'צ', "ts"}, {U'ץ', "ts"}, {U'ק', "k"}, {U'ר', "r"}, {U'ש', "sh"}, {U'ת', "t"}};

// The Koreas differ in vowels; eo and eu are written as North Korea and McCune-Reischauer without
// its marks do, and the sound classes meet the South's.
constexpr std::array<const char*, 19> leads{"k",  "kk", "n", "t",  "tt", "r", "m", "p", "pp", "s",
                                            "ss", "",   "j", "jj", "ch", "k", "t", "p", "h"};
constexpr std::array<const char*, 21> medials{"a",  "ae", "ya", "yae", "o",  "e",  "yo",
                                              "ye", "o",  "wa", "wae", "oe", "yo", "u",
                                              "wo", "we", "wi", "yu",  "u",  "ui", "i"};
constexpr std::array<const char*, 28> finals{"",  "k",  "k", "k", "n", "n", "n", "t", "l", "k",
                                             "m", "l",  "l", "l", "l", "l", "m", "p", "p", "t",
                                             "t", "ng", "t", "t", "k", "t", "p", "t"};

const icu::Transliterator* to_latin() {
  thread_local const std::unique_ptr<icu::Transliterator> made = [] {
    UErrorCode status = U_ZERO_ERROR;
    return std::unique_ptr<icu::Transliterator>(icu::Transliterator::createInstance(
        "Any-Latin; Latin-ASCII; Lower", UTRANS_FORWARD, status));
  }();
  return made.get();
}

}  // namespace

void append_cyrillic(std::string& out, std::u32string_view word) {
  for (const char32_t c : word) {
    const char* to = look_up(cyrillic, c);
    if (to != nullptr)
      out += to;
    else
      append_plain(out, c);
  }
}

void append_greek(std::string& out, std::u32string_view word) {
  for (std::size_t i = 0; i < word.size(); ++i) {
    const char32_t c = word[i];
    const char32_t next = i + 1 < word.size() ? word[i + 1] : U'\0';
    // Digraphs that are one sound.
    if (c == U'ο' && (next == U'υ' || next == U'ύ')) {
      out += "ou";
      ++i;
      continue;
    }
    if (c == U'μ' && next == U'π') {
      out += i == 0 ? "b" : "mp";
      ++i;
      continue;
    }
    if (c == U'ν' && next == U'τ') {
      out += i == 0 ? "d" : "nt";
      ++i;
      continue;
    }
    if (c == U'γ' && (next == U'γ' || next == U'κ')) {
      out += i == 0 ? "g" : "ng";
      ++i;
      continue;
    }
    if ((c == U'α' || c == U'ε') && (next == U'υ' || next == U'ύ')) {
      out += c == U'α' ? "av" : "ev";
      ++i;
      continue;
    }
    const char* to = look_up(greek, c);
    if (to != nullptr)
      out += to;
    else
      append_plain(out, c);
  }
}

void append_arabic(std::string& out, std::u32string_view word) {
  // What is written as one word and romanised as two or three.
  if (word.size() >= 6 && (word.starts_with(U"ابوال") || word.starts_with(U"أبوال"))) {
    out += "abu al ";
    word.remove_prefix(5);
  } else if (word == U"عبدالله" || word == U"عبداللہ") {
    out += "abd allah";
    return;
  } else if (word == U"الله" || word == U"اللہ" || word == U"اله") {
    out += "allah";
    return;
  } else if (word.size() >= 7 && word.starts_with(U"عبدال")) {
    out += "abd ";
    word.remove_prefix(5);
  } else if (word.size() >= 5 && word.starts_with(U"ال")) {
    out += "al ";
    word.remove_prefix(2);
  } else if (word.size() >= 7 && word.ends_with(U"الله")) {
    append_arabic(out, word.substr(0, word.size() - 4));
    out += " allah";
    return;
  } else if (word.size() >= 7 && word.ends_with(U"الدين")) {
    append_arabic(out, word.substr(0, word.size() - 5));
    out += " din";
    return;
  }
  for (std::size_t i = 0; i < word.size(); ++i) {
    const char32_t c = word[i];
    if (c >= 0x64B && c <= 0x65F) continue;  // vowel marks: as rare as they are unreliable
    if (c >= 0x660 && c <= 0x669) {
      out += static_cast<char>('0' + (c - 0x660));
      continue;
    }
    if (c >= 0x6F0 && c <= 0x6F9) {
      out += static_cast<char>('0' + (c - 0x6F0));
      continue;
    }
    if (i == 0 && c == U'و') {
      out += "w";
      continue;
    }
    if (i == 0 && (c == U'ي' || c == U'ی')) {
      out += "y";
      continue;
    }
    // The alif of a beginning "ي" or "و" carries only their vowel.
    if (i == 0 && c == U'ا' && word.size() > 1 &&
        (word[1] == U'ي' || word[1] == U'ی' || word[1] == U'و'))
      continue;
    const char* to = look_up(arabic, c);
    if (to == nullptr) {
      append_plain(out, c);
      continue;
    }
    if (i > 1 && i + 1 == word.size() && (c == U'ه' || c == U'ہ')) {  // -ah, -eh
      out += "a";
      continue;
    }
    // A vowel that is not written parts s from h, lest they read as sh.
    if (*to == 's' && out == "h") out += 'a';  // "hs" reads as Wade-Giles
    if (*to == 'h' && !out.empty() &&
        std::string_view("sktdgzcp").find(out.back()) != std::string_view::npos)
      out += "a";
    if (*to == '`') {  // ain: a vowel where it begins, none that can be told elsewhere
      if (i == 0) out += "a";
      continue;
    }
    out += to;
  }
}

void append_hebrew(std::string& out, std::u32string_view word) {
  for (std::size_t i = 0; i < word.size(); ++i) {
    const char32_t c = word[i];
    const char* to = look_up(hebrew, c);
    if (to == nullptr) {
      append_plain(out, c);
      continue;
    }
    if (*to == '`') {
      if (i == 0) out += "a";
      continue;
    }
    if (i == 0 && c == U'י') {
      out += "y";
      continue;
    }
    if (i + 1 == word.size() && c == U'ה') {
      out += "a";
      continue;
    }
    out += to;
  }
}

void append_hangul(std::string& out, std::u32string_view word) {
  bool first = true;
  for (const char32_t c : word) {
    if (c < 0xAC00 || c > 0xD7A3) {
      append_plain(out, c);
      continue;
    }
    if (!first) out += ' ';
    first = false;
    const auto index = static_cast<std::size_t>(c - 0xAC00);
    out += leads[index / 588];
    out += medials[index % 588 / 28];
    out += finals[index % 28];
  }
}

void append_by_icu(std::string& out, std::u32string_view word) {
  const icu::Transliterator* latin = to_latin();
  if (latin == nullptr) return;
  icu::UnicodeString text;
  for (const char32_t c : word) text.append(static_cast<UChar32>(c));
  latin->transliterate(text);
  for (std::int32_t i = 0; i < text.length(); ++i) append_plain(out, text.charAt(i));
}

std::string romanized(std::u32string_view word, Script script, bool& vowels_missing) {
  std::string out;
  vowels_missing = script == Script::Arabic || script == Script::Hebrew;
  switch (script) {
    case Script::Cyrillic:
      append_cyrillic(out, word);
      break;
    case Script::Greek:
      append_greek(out, word);
      break;
    case Script::Arabic:
      append_arabic(out, word);
      break;
    case Script::Hebrew:
      append_hebrew(out, word);
      break;
    case Script::Hangul:
      append_hangul(out, word);
      break;
    case Script::Latin: {
      bool odd = false;
      for (const char32_t c : word) {
        odd = odd || c >= 0x80;
        append_plain(out, c);
      }
      if (odd) {
        out.clear();
        append_by_icu(out, word);
      }
      break;
    }
    default:
      append_by_icu(out, word);
      break;
  }
  return out;
}

}  // namespace licit::names
