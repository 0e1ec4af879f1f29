#include "parties/names/nobody.h"

#include <algorithm>
#include <array>
#include <string>
#include <unordered_set>

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
bearer shares military company companies none nil null nan nn na n a
не указано указан неизвестен неизвестна неизвестно
未知 不详 待定 无 不明 保密 同上 客户 最终用户 待确认 未提供
غير معروف
)";

// What stands for nobody by itself, short as it is.
constexpr std::array<std::string_view, 14> marks{"na",  "n a", "nil", "nan", "null", "tba", "tbd",
                                                 "tbc", "nn",  "n n", "xx",  "无",   "a n", "none"};

// Of these every word may be one of a name.
constexpr std::array<std::string_view, 4> wholes{"john doe", "jane doe", "max mustermann",
                                                 "data center"};

bool is_stop_word(const std::string& word) {
  static const std::unordered_set<std::string> known = [] {
    std::unordered_set<std::string> out;
    std::string one;
    for (const char c : stop_words) {
      if (c != ' ' && c != '\n') {
        one += c;
        continue;
      }
      // As words are folded that are asked for.
      if (!one.empty()) out.insert(fold(one));
      one.clear();
    }
    return out;
  }();
  const bool crossed_out = word.size() >= 2 && word.find_first_not_of('x') == std::string::npos;
  return crossed_out || known.contains(word);
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

}  // namespace

bool names_nobody(std::string_view text) {
  if (is_garbled(text)) return true;
  std::string stops, rest, all;
  bool said = false;
  for (const std::string& word : folded_words(text)) {
    append_word(all, word);
    const bool stop = is_stop_word(word);
    said = said || (stop && (word.size() >= 4 || word.find_first_not_of('x') == std::string::npos));
    append_word(stop ? stops : rest, word);
  }
  if (is_among(wholes, all)) return true;
  return (said || is_among(marks, stops)) && (rest.empty() || !says_who(rest));
}

bool says_only_where(std::string_view text) {
  const Normalized normal = normalize(text, PartyType::Entity);
  const std::vector<NameToken>& tokens = normal.ways.front().tokens;
  return !tokens.empty() && std::all_of(tokens.begin(), tokens.end(), [](const NameToken& token) {
    return token.kind == TokenKind::Place;
  });
}

}  // namespace licit::names
