#include "parties/names/text_scan.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/uscript.h>

#include <algorithm>
#include <array>

#include "parties/names/confusables.h"

namespace licit::names {
namespace {

bool ascii_letter(char32_t c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool capital(char32_t c) { return u_isupper(static_cast<UChar32>(c)) != 0; }
bool ascii_digit(char32_t c) { return c >= '0' && c <= '9'; }

bool word_character(char32_t c) {
  if (c < 0x80) return ascii_letter(c) || ascii_digit(c);
  const auto p = static_cast<UChar32>(c);
  return u_isalnum(p) || (U_GET_GC_MASK(p) & U_GC_M_MASK) != 0;
}

bool apostrophe(char32_t c) {
  return c == '\'' || c == '`' || c == 0xB4 || (c >= 0x2BB && c <= 0x2BF) || c == 0x2B9 ||
         (c >= 0x2018 && c <= 0x201B) || c == 0x2032 || c == 0x5F3 || c == 0xB7;
}

bool hyphen(char32_t c) { return c == '-' || (c >= 0x2010 && c <= 0x2015) || c == 0x2212; }

// Controls other than blanks, marks of direction, characters without width.
bool invisible(char32_t c) {
  if (c < 0x20) return c != '\t' && c != '\n' && c != '\r';
  if (c == 0x7F) return true;
  if (c < 0xA0) return c >= 0x80;
  const auto p = static_cast<UChar32>(c);
  return u_charType(p) == U_FORMAT_CHAR ||
         u_hasBinaryProperty(p, UCHAR_DEFAULT_IGNORABLE_CODE_POINT);
}

// The scalar value at `i`, and `i` after it; -1 for bytes that are none.
std::int32_t next_scalar(std::string_view s, std::size_t& i) {
  const auto lead = static_cast<unsigned char>(s[i++]);
  const int more = lead >= 0xF0 ? 3 : lead >= 0xE0 ? 2 : lead >= 0xC2 ? 1 : -1;
  if (more < 0 || lead > 0xF4) return -1;
  std::int32_t c = lead & (more == 1 ? 0x1F : more == 2 ? 0x0F : 0x07);
  for (int k = 0; k < more; ++k) {
    if (i == s.size() || (static_cast<unsigned char>(s[i]) & 0xC0) != 0x80) return -1;
    c = c * 64 + (static_cast<unsigned char>(s[i++]) & 0x3F);
  }
  const bool overlong = (more == 2 && c < 0x800) || (more == 3 && c < 0x10000);
  if (overlong || c > 0x10FFFF || (c >= 0xD800 && c < 0xE000)) return -1;
  return c;
}

// Decodes, drops what is no UTF-8, cuts. ASCII never reaches ICU.
std::u32string decode(std::string_view name, std::uint32_t& flags) {
  std::u32string out;
  out.reserve(std::min(name.size(), longest_name));
  bool plain = true;
  std::size_t i = 0;
  while (i < name.size()) {
    if (out.size() == longest_name) {
      flags |= FlagCut;
      break;
    }
    const auto byte = static_cast<unsigned char>(name[i]);
    if (byte < 0x80) {
      ++i;
      if (invisible(byte)) {
        flags |= FlagControls;
        continue;
      }
      out += byte;
      continue;
    }
    const auto c = static_cast<UChar32>(next_scalar(name, i));
    if (c < 0 || c == 0xFFFD) {
      flags |= FlagInvalidText;
      continue;
    }
    if (c == 0x200C && !out.empty() && script_of(out.back()) == Script::Arabic) {
      out += U' ';  // parts words in Persian
      continue;
    }
    if (invisible(static_cast<char32_t>(c))) {
      flags |= FlagControls;
      continue;
    }
    plain = false;
    out += static_cast<char32_t>(c);
  }
  if (plain) return out;
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* nfkc = icu::Normalizer2::getNFKCInstance(status);
  if (U_FAILURE(status) != 0) return out;
  icu::UnicodeString text;
  for (const char32_t c : out) text.append(static_cast<UChar32>(c));
  const icu::UnicodeString done = nfkc->normalize(text, status);
  if (U_FAILURE(status) != 0) return out;
  out.clear();
  for (std::int32_t at = 0; at < done.length(); at = done.moveIndex32(at, 1))
    out += static_cast<char32_t>(done.char32At(at));
  return out;
}

// The letter without its marks, in small letters; several for some.
void append_folded(std::u32string& out, char32_t c, bool latin) {
  if (c < 0x80) {
    out += c >= 'A' && c <= 'Z' ? c + 32 : c;
    return;
  }
  if (!latin) {
    const auto lower =
        static_cast<char32_t>(u_foldCase(static_cast<UChar32>(c), U_FOLD_CASE_DEFAULT));
    out += lower;
    return;
  }
  const auto folded =
      static_cast<char32_t>(u_foldCase(static_cast<UChar32>(c), U_FOLD_CASE_DEFAULT));
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* nfd = icu::Normalizer2::getNFDInstance(status);
  icu::UnicodeString parts;
  if (U_SUCCESS(status) != 0 && nfd->getDecomposition(static_cast<UChar32>(folded), parts) != 0) {
    for (std::int32_t i = 0; i < parts.length(); ++i) {
      const char32_t part = parts.charAt(i);
      if (u_charType(static_cast<UChar32>(part)) != U_NON_SPACING_MARK)
        append_folded(out, part, true);
    }
    return;
  }
  if (u_charType(static_cast<UChar32>(folded)) == U_NON_SPACING_MARK) return;
  switch (folded) {
    case 0xDF:
      out += U"ss";
      return;  // sharp s
    case 0xE6:
      out += U"ae";
      return;
    case 0xF8:
      out += U"o";
      return;
    case 0xF0:
      out += U"d";
      return;
    case 0xFE:
      out += U"th";
      return;
    case 0x111:
      out += U"d";
      return;
    case 0x127:
      out += U"h";
      return;
    case 0x131:
      out += U"i";
      return;
    case 0x142:
      out += U"l";
      return;
    case 0x14B:
      out += U"ng";
      return;
    case 0x153:
      out += U"oe";
      return;
    case 0x167:
      out += U"t";
      return;
    case 0x259:
      out += U"a";
      return;  // Azerbaijani schwa
    default:
      out += folded;
      return;
  }
}

struct Piece {
  std::u32string raw;
  Script script = Script::Latin;
  char32_t before = ' ';  // what parted it from the word before: blank, '.', '-', or 0 for nothing
  bool dot_after = false;
};

bool is_ideographic(Script s) { return s == Script::Han || s == Script::Kana; }

}  // namespace

Script script_of(char32_t c) {
  if (c < 0x250) return Script::Latin;
  if (c >= 0x400 && c < 0x530) return Script::Cyrillic;
  if ((c >= 0x370 && c < 0x400) || (c >= 0x1F00 && c < 0x2000)) return Script::Greek;
  if ((c >= 0x600 && c < 0x780) || (c >= 0xFB50 && c < 0xFE00) || (c >= 0xFE70 && c < 0xFF00))
    return Script::Arabic;
  if (c >= 0x590 && c < 0x600) return Script::Hebrew;
  if (c >= 0xAC00 && c < 0xD7B0) return Script::Hangul;
  if ((c >= 0x3040 && c < 0x3100) || (c >= 0x31F0 && c < 0x3200)) return Script::Kana;
  if (c == 0x3005 || c == 0x3007 || (c >= 0x3400 && c < 0xA000) || (c >= 0xF900 && c < 0xFB00) ||
      (c >= 0x20000 && c < 0x40000))
    return Script::Han;
  UErrorCode status = U_ZERO_ERROR;
  switch (uscript_getScript(static_cast<UChar32>(c), &status)) {
    case USCRIPT_LATIN:
    case USCRIPT_COMMON:
    case USCRIPT_INHERITED:
      return Script::Latin;
    default:
      return Script::Other;
  }
}

ScannedName scan_name(std::string_view name, PartyType type, bool (*tail)(std::string_view)) {
  ScannedName out;
  const std::u32string text = decode(name, out.flags);

  std::vector<Piece> pieces;
  char32_t gap = ' ';
  bool open = false;
  for (const char32_t c : text) {
    if (word_character(c)) {
      const bool mark = c >= 0x80 && (U_GET_GC_MASK(static_cast<UChar32>(c)) & U_GC_M_MASK) != 0;
      const Script script = mark || ascii_digit(c) ? Script::Latin : script_of(c);
      const bool neutral = mark || ascii_digit(c);
      bool begin = !open;
      if (open && !neutral) {
        // Ideographs next to letters of another script are words of their own. (A long sound mark
        // between Kana is Kana.)
        const Script before = pieces.back().script;
        if (before != script && (is_ideographic(before) || is_ideographic(script) ||
                                 before == Script::Hangul || script == Script::Hangul))
          begin = true;
      } else if (open && neutral && !mark && is_ideographic(pieces.back().script)) {
        begin = true;
      }
      if (begin) {
        if (pieces.size() == most_tokens * 4) {
          out.flags |= FlagCut;
          break;
        }
        pieces.push_back({{}, script, open ? char32_t{0} : gap, false});
        open = true;
      } else if (!neutral && std::none_of(pieces.back().raw.begin(), pieces.back().raw.end(),
                                          [](char32_t r) { return !ascii_digit(r); })) {
        pieces.back().script = script;
      }
      pieces.back().raw += c;
      continue;
    }
    if (apostrophe(c) && open) continue;  // O'Brien is one word
    if (c == '&' || c == 0xFF06) {
      if (pieces.size() == most_tokens * 4) {
        out.flags |= FlagCut;
        break;
      }
      pieces.push_back({U"and", Script::Latin, ' ', false});
      open = false;
      gap = ' ';
      continue;
    }
    if (open) {
      gap = c == '.' ? U'.' : hyphen(c) ? U'-' : U' ';
      if (c == '.') pieces.back().dot_after = true;
    } else if (!(c == ' ' && gap == ' ') && !hyphen(c) && c != '.') {
      gap = gap == '.' && c == ' ' ? U':' : U' ';  // ':' for a dot and a blank
    }
    open = false;
  }

  // Separated initials: A.B.C., A-B-C; with blanks between only where they are no person's.
  std::vector<ScannedWord> words;
  const bool person = type == PartyType::Person;
  const auto single = [](const Piece& p) {
    return p.raw.size() == 1 && !ascii_digit(p.raw[0]) && !is_ideographic(p.script) &&
           p.script != Script::Hangul;
  };
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    const Piece& piece = pieces[i];
    if (piece.raw.empty()) continue;
    std::size_t end = i + 1;
    if (single(piece)) {
      while (end < pieces.size() && single(pieces[end]) && pieces[end].script == piece.script &&
             (pieces[end].before == '.' || pieces[end].before == '-' ||
              (!person && (pieces[end].before == ':' ||
                           (pieces[end].before == ' ' && capital(pieces[end - 1].raw[0]) &&
                            capital(pieces[end].raw[0]))))))
        ++end;
    }
    ScannedWord word;
    word.after_hyphen = piece.before == '-';
    std::u32string raw;
    if (end - i >= 2) {
      for (std::size_t k = i; k < end; ++k) raw += pieces[k].raw;
      word.joined_initials = true;
    } else {
      raw = piece.raw;
      end = i + 1;
    }
    word.script = piece.script;

    // Letters of two scripts in one word: look-alikes of the fewer are read as the others.
    if (!is_ideographic(word.script) && word.script != Script::Hangul) {
      std::array<int, 9> count{};
      for (const char32_t c : raw) {
        if (c >= 0x80 ? !((U_GET_GC_MASK(static_cast<UChar32>(c)) & U_GC_M_MASK) != 0)
                      : ascii_letter(c))
          ++count[static_cast<std::size_t>(script_of(c))];
      }
      const auto most = std::max_element(count.begin(), count.end());
      const int total = count[0] + count[1] + count[2] + count[3] + count[4] + count[8];
      if (*most > 0) word.script = static_cast<Script>(most - count.begin());
      if (*most > 0 && *most < total) {
        out.flags |= FlagMixedScripts;
        // A word of Latin look-alikes only is Latin whatever most of it is.
        if (count[0] > 0 && word.script != Script::Latin && all_look_latin(raw))
          word.script = Script::Latin;
        if (mend_confusables(raw, word.script)) out.flags |= FlagConfusables;
      }
      // A digit within the letters of a person's name stands for a letter.
      if (word.script == Script::Latin && mend_digits(raw, person)) out.flags |= FlagConfusables;
    }

    // "SiemensAG": small letters, then capitals that are a legal form.
    std::size_t cut = raw.size();
    if (word.script == Script::Latin && raw.size() >= 5) {
      std::size_t from = raw.size();
      while (from > 0 && raw[from - 1] >= 'A' && raw[from - 1] <= 'Z') --from;
      if (from >= 3 && from < raw.size() && raw[from - 1] >= 'a' && raw[from - 1] <= 'z') {
        std::string end_of_word;
        for (std::size_t k = from; k < raw.size(); ++k)
          end_of_word += static_cast<char>(raw[k] + 32);
        if (raw.size() - from >= 2 && tail != nullptr && tail(end_of_word)) cut = from;
      }
    }
    const auto emit = [&](std::u32string_view part) {
      ScannedWord w = word;
      for (const char32_t c : part) {
        if (c >= 'A' && c <= 'Z') w.has_upper = true;
        append_folded(w.text, c, w.script == Script::Latin);
      }
      if (!w.text.empty()) words.push_back(std::move(w));
    };
    emit(std::u32string_view(raw).substr(0, cut));
    if (cut < raw.size()) emit(std::u32string_view(raw).substr(cut));
    i = end - 1;
  }
  if (words.size() > most_tokens) {
    words.resize(most_tokens);
    out.flags |= FlagCut;
  }
  out.words = std::move(words);
  return out;
}

}  // namespace licit::names
