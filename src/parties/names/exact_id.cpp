// Numbers and addresses as they are compared.
#include <algorithm>
#include <array>

#include "base/text.h"
#include "parties/names/name_index.h"

namespace licit {

std::string normal_id(std::string_view number) {
  std::string out;
  for (const char c : number) {
    const auto byte = static_cast<unsigned char>(c);
    if (c >= 'a' && c <= 'z') {
      out += static_cast<char>(c - 'a' + 'A');
    } else if ((c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || byte >= 0x80) {
      out += c;
    }
  }
  // "IMO 9187629" is the number 9187629.
  if (out.size() == 10 && out.starts_with("IMO")) out.erase(0, 3);
  if (out.size() < 5) out.clear();
  return out;
}

std::vector<std::string> address_words(std::string_view text) {
  // What nearly every address has, in any city.
  constexpr std::array<std::string_view, 38> common{
      "street",   "road",          "avenue",     "building", "floor",   "room",   "suite",  "city",
      "district", "province",      "north",      "south",    "east",    "west",   "block",  "unit",
      "center",   "centre",        "tower",      "plaza",    "house",   "county", "town",   "state",
      "area",     "zone",          "industrial", "park",     "village", "lane",   "number", "flat",
      "office",   "international", "commercial", "bldg",     "ave",     "shop"};
  std::vector<std::string> out;
  for (std::string& word : folded_words(text)) {
    const bool digits =
        std::any_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; });
    if (!digits && word.size() < 3) continue;
    if (std::find(common.begin(), common.end(), word) != common.end()) continue;
    out.push_back(std::move(word));
  }
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

}  // namespace licit
