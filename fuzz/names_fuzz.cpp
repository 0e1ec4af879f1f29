// Whatever bytes somebody calls a name: bounded, the same twice, and no score above a thousand.

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "parties/names/score.h"

namespace {

using namespace licit;

void require(bool held) {
  if (!held) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const auto type = static_cast<PartyType>(data[0] % 5);
  const std::string_view text(reinterpret_cast<const char*>(data) + 1, size - 1);
  const std::size_t half = text.find('\n');
  const std::string_view one = text.substr(0, half);
  const std::string_view two = half == std::string_view::npos ? one : text.substr(half + 1);
  const Normalized a = normalize(one, type, true);
  const Normalized b = normalize(two, type);
  for (const Normalized* name : {&a, &b}) {
    require(!name->ways.empty() && name->ways.size() <= 4);
    for (const NormalName& way : name->ways) {
      require(way.tokens.size() <= most_tokens);
      for (const NameToken& token : way.tokens) {
        require(!token.form.empty());
        for (const char c : token.form) require((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'));
      }
    }
  }
  const NameScore found = score(a, b, type, shipped_rarity(), true);
  require(found.score <= 1000);
  require(found.score == score(a, b, type, shipped_rarity(), false).score);
  const int page = ofac_score(one, two);
  require(page >= 0 && page <= 100);
  return 0;
}
