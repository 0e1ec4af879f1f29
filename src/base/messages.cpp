#include "base/messages.h"

#include <algorithm>
#include <array>

namespace licit {
namespace {

struct Entry {
  std::string_view en;
  std::string_view fr;
};

// Fails to build should a key have been left out of the enumeration.
enum class AllKeys : std::uint16_t {
#define LICIT_MESSAGE(key, en, fr) key,
#include "base/messages.def"
#undef LICIT_MESSAGE
  Count
};
constexpr bool same_keys() {
#define LICIT_MESSAGE(key, en, fr) \
  if (static_cast<int>(Msg::key) != static_cast<int>(AllKeys::key)) return false;
#include "base/messages.def"
#undef LICIT_MESSAGE
  return true;
}
static_assert(same_keys());

constexpr Entry entries[] = {
#define LICIT_MESSAGE(key, en, fr) {en, fr},
#include "base/messages.def"
#undef LICIT_MESSAGE
};

}  // namespace

std::string_view message_template(Msg key, Language language) {
  const Entry& entry = entries[static_cast<std::size_t>(key)];
  return language == Language::Fr ? entry.fr : entry.en;
}

std::string say(Language language, Msg key, const std::vector<std::string>& arguments) {
  const std::string_view pattern = message_template(key, language);
  std::string out;
  out.reserve(pattern.size() + 32);
  for (std::size_t i = 0; i < pattern.size();) {
    const std::size_t next = std::min(pattern.find('{', i), pattern.size());
    out.append(pattern, i, next - i);
    i = next;
    if (i == pattern.size()) break;
    if (i + 2 < pattern.size() && pattern[i + 2] == '}') {
      const auto index = static_cast<std::size_t>(pattern[i + 1] - '0');
      if (index < arguments.size()) {
        out += arguments[index];
        i += 3;
        continue;
      }
    }
    out += pattern[i++];
  }
  return out;
}

}  // namespace licit
