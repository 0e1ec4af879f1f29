#include "base/messages.h"

#include <algorithm>
#include <array>
#include <optional>

#include "base/part_messages.h"
#include "base/party_messages.h"

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

// The sentences on parties: numbered from party_messages on.
constexpr Entry party_entries[] = {
#define LICIT_MESSAGE(key, en, fr) {en, fr},
#include "base/party_messages.def"
#undef LICIT_MESSAGE
};

// Those on lists of parts: from part_messages on.
constexpr Entry part_entries[] = {
#define LICIT_MESSAGE(key, en, fr) {en, fr},
#include "base/part_messages.def"
#undef LICIT_MESSAGE
};

const Entry& entry_of(std::size_t number) {
  if (number >= part_messages) return part_entries[number - part_messages];
  return number < party_messages ? entries[number] : party_entries[number - party_messages];
}

}  // namespace

std::string_view message_template(Msg key, Language language) {
  const Entry& entry = entry_of(static_cast<std::size_t>(key));
  return language == Language::Fr ? entry.fr : entry.en;
}

namespace {

// English has one form for 1, French for 0 and 1; any other text counts as many.
bool is_one(Language language, const std::string& count) {
  return count == "1" || (language == Language::Fr && count == "0");
}

// What stands in braces: "0", an argument; "0#file|files", one of two forms by that argument. Empty where
// there is no such argument.
std::optional<std::string> filled(Language language, std::string_view inner,
                                  const std::vector<std::string>& arguments) {
  if (inner.empty() || inner[0] < '0' || inner[0] > '9') return {};
  const auto index = static_cast<std::size_t>(inner[0] - '0');
  if (index >= arguments.size()) return {};
  if (inner.size() == 1) return arguments[index];
  const std::size_t bar = inner.find('|');
  if (inner[1] != '#' || bar == std::string_view::npos) return {};
  return std::string(is_one(language, arguments[index]) ? inner.substr(2, bar - 2)
                                                        : inner.substr(bar + 1));
}

}  // namespace

std::string say(Language language, Msg key, const std::vector<std::string>& arguments) {
  const std::string_view pattern = message_template(key, language);
  std::string out;
  out.reserve(pattern.size() + 32);
  for (std::size_t i = 0; i < pattern.size(); ++i) {
    const std::size_t end = pattern[i] == '{' ? pattern.find('}', i) : std::string_view::npos;
    if (end != std::string_view::npos) {
      if (const auto text = filled(language, pattern.substr(i + 1, end - i - 1), arguments)) {
        out += *text;
        i = end;
        continue;
      }
    }
    out += pattern[i];
  }
  return out;
}

}  // namespace licit
