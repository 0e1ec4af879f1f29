#include "parties/names/nobody.h"

#include <algorithm>
#include <array>
#include <string>
#include <unordered_set>
#include <vector>

#include "base/text.h"
#include "parties/names/field.h"
#include "parties/names/normal.h"

namespace licit::names {
namespace {

// Folded, in English, French, German, Spanish, Malay, Russian, Chinese and Arabic. The short ones are words of names
// as well ("An Na"): one of four bytes must stand beside them.
constexpr std::string_view stop_words = R"(
unknown unkown unknwon unkonwn inconnu inconnue inconnus unbekannt unbekannte desconocido desconocida tidak diketahui
known not yet disclosed undisclosed provided specified unspecified available unnamed redacted withheld nobody undefined
determined advised confirmed announced decided later to be by tba tbd tbc
various multiple several divers diverse verschiedene varios others other
confidential confidentiel confidentielle vertraulich confidencial anonymous anonyme anonym
customer customers client clients kunde kunden cliente clientes pelanggan buyer buyers acheteur comprador consignee
destinataire end user users enduser endusers endkunde endkunden utilisateur final finale
same as above below see siehe oben unten idem ditto our the walk in of for at
determiner confirmer communiquer communique preciser precise non connu por confirmar definir
nicht bekannt keine kein angabe angaben
party parties third natural person persons individual individuals private privat shareholder shareholders investors
bearer shares none null neizvestno neizvesten neizvestna ukazano ukazan
не указано указан неизвестен неизвестна неизвестно
未知 不详 待定 无 不明 保密 同上 客户 最终用户 待确认 未提供
غير معروف
)";

// These say nothing of who it is, and not that it is nobody: only beside others are they none of a name.
constexpr std::string_view weak_words = R"(
to be by in of for at the our a n na nn nil nan x military private privat company companies test cash sold ship bill
mr mrs ms miss herr frau monsieur madame senor ne
)";

// What stands for nobody by itself, short as it is.
constexpr std::array<std::string_view, 13> marks{"na",  "n a", "nil", "nan", "null", "tba", "tbd",
                                                 "tbc", "nn",  "n n", "无",  "a n",  "none"};

// Of these every word may be one of a name.
constexpr std::array<std::string_view, 4> wholes{"john doe", "jane doe", "max mustermann",
                                                 "data center"};

using Words = std::unordered_set<std::string>;

// As words are folded that are asked for.
Words words_in(std::string_view text) {
  Words out;
  std::string one;
  for (const char c : text) {
    if (c != ' ' && c != '\n') {
      one += c;
      continue;
    }
    if (!one.empty()) out.insert(fold(one));
    one.clear();
  }
  return out;
}

bool crossed_out(const std::string& word) {
  return word.size() >= 2 && word.find_first_not_of('x') == std::string::npos;
}

bool is_strong(const std::string& word) {
  static const Words known = words_in(stop_words);
  return crossed_out(word) || known.contains(word);
}

bool is_weak(const std::string& word) {
  static const Words known = words_in(weak_words);
  return known.contains(word);
}

template <std::size_t N>
bool is_among(const std::array<std::string_view, N>& known, const std::string& text) {
  return std::find(known.begin(), known.end(), text) != known.end();
}

void append_word(std::string& to, const std::string& word) {
  if (!to.empty()) to += ' ';
  to += word;
}

// What a party is, where it is and its number are not who it is.
bool says_who(const std::string& words) {
  const Normalized normal = normalize(words, PartyType::Entity);
  const NormalName& name = normal.ways.front();
  if ((name.flags & FlagOnlyLegalForms) != 0) return false;
  return std::any_of(name.tokens.begin(), name.tokens.end(), [](const NameToken& token) {
    return token.kind == TokenKind::Word || token.kind == TokenKind::Common ||
           token.kind == TokenKind::Initial;
  });
}

bool are_nobody(const std::vector<std::string>& words) {
  std::string stops, rest, all;
  bool said = false;
  for (const std::string& word : words) {
    append_word(all, word);
    const bool strong = is_strong(word);
    said = said || (strong && (word.size() >= 4 || crossed_out(word)));
    append_word(strong || is_weak(word) ? stops : rest, word);
  }
  if (is_among(wholes, all)) return true;
  return (said || is_among(marks, stops)) && (rest.empty() || !says_who(rest));
}

// "U N K N O W N"
bool is_spaced_out(const std::vector<std::string>& words) {
  return words.size() >= 4 && std::all_of(words.begin(), words.end(),
                                          [](const std::string& word) { return word.size() == 1; });
}

}  // namespace

bool names_nobody(std::string_view text) {
  if (is_garbled(text)) return true;
  const std::vector<std::string> words = folded_words(text);
  if (are_nobody(words)) return true;
  if (is_spaced_out(words)) {
    std::string joined;
    for (const std::string& word : words) joined += word;
    return are_nobody({joined});
  }
  // Look-alikes, digits for letters and letters with dots are mended as names are.
  constexpr std::size_t longest = 64;
  const bool odd = std::any_of(text.begin(), text.end(), [](char c) {
    return (c & 0x80) != 0 || c == '.' || (c >= '0' && c <= '9');
  });
  if (!odd || text.size() > longest) return false;
  const Normalized normal = normalize(text, PartyType::Person);
  std::vector<std::string> mended;
  for (const NameToken& token : normal.ways.front().tokens)
    if (token.kind != TokenKind::Particle) mended.push_back(token.form);
  return mended != words && !mended.empty() && are_nobody(mended);
}

bool says_only_where(std::string_view text) {
  const Normalized normal = normalize(text, PartyType::Entity);
  const std::vector<NameToken>& tokens = normal.ways.front().tokens;
  const auto is = [](TokenKind kind) {
    return [kind](const NameToken& token) { return token.kind == kind; };
  };
  return std::any_of(tokens.begin(), tokens.end(), is(TokenKind::Place)) &&
         std::all_of(tokens.begin(), tokens.end(), [&](const NameToken& token) {
           return is(TokenKind::Place)(token) || is(TokenKind::Number)(token);
         });
}

}  // namespace licit::names
