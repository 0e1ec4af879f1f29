#include "parties/names/wade_giles.h"

#include <array>
#include <utility>

namespace licit::names {
namespace {

using Pair = std::pair<std::string_view, std::string_view>;

// Syllables that follow no rule.
constexpr std::array<Pair, 19> whole{{{"zhi", "chih"},
                                      {"chi", "chih"},
                                      {"shi", "shih"},
                                      {"ri", "jih"},
                                      {"zi", "tzu"},
                                      {"ci", "tzu"},
                                      {"si", "ssu"},
                                      {"yi", "i"},
                                      {"you", "yu"},
                                      {"yan", "yen"},
                                      {"ye", "yeh"},
                                      {"yue", "yueh"},
                                      {"yong", "yung"},
                                      {"er", "erh"},
                                      {"ge", "ko"},
                                      {"ke", "ko"},
                                      {"he", "ho"},
                                      {"e", "o"},
                                      {"gui", "kuei"}}};
constexpr std::array<Pair, 15> initials{{{"zh", "ch"},
                                         {"ch", "ch"},
                                         {"sh", "sh"},
                                         {"b", "p"},
                                         {"d", "t"},
                                         {"g", "k"},
                                         {"j", "ch"},
                                         {"q", "ch"},
                                         {"x", "hs"},
                                         {"z", "ts"},
                                         {"c", "ts"},
                                         {"r", "j"},
                                         {"f", "f"},
                                         {"k", "k"},
                                         {"t", "t"}}};
constexpr std::array<Pair, 5> finals{
    {{"iong", "iung"}, {"ong", "ung"}, {"ian", "ien"}, {"ie", "ieh"}, {"ue", "ueh"}}};

}  // namespace

std::string wade_giles(std::string_view pinyin) {
  for (const auto& [from, to] : whole)
    if (pinyin == from) return std::string(to);
  std::string out;
  std::string_view rest = pinyin;
  for (const auto& [from, to] : initials) {
    if (!pinyin.starts_with(from)) continue;
    out = to;
    rest.remove_prefix(from.size());
    break;
  }
  const bool after_throat = pinyin.starts_with('g') || pinyin.starts_with('k') ||
                            pinyin.starts_with('h') || pinyin.starts_with("sh");
  if (rest == "uo" && !after_throat) return out + "o";
  if (rest == "ui" && pinyin.starts_with('k')) return out + "uei";
  for (const auto& [from, to] : finals)
    if (rest == from) return out + std::string(to);
  return out + std::string(rest);
}

}  // namespace licit::names
