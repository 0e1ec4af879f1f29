// The parties of a book in the summary that a person reads.
#include <algorithm>

#include "base/party_messages.h"
#include "base/text.h"
#include "base/wrap.h"
#include "book/party_columns.h"
#include "book/summary.h"

namespace licit {
namespace {

constexpr std::size_t most_listed = 5;
constexpr std::size_t most_lists = 12;
constexpr std::size_t longest_name = 60;

constexpr Msg outcome_keys[lookups] = {
    msg::BookPartyOpen,    msg::BookPartyListed,     msg::BookPartyNone,    msg::BookPartySettled,
    msg::BookPartyStarter, msg::BookPartyIncomplete, msg::BookPartyNoLists, msg::BookPartyNoName};

// Marks that turn the direction of what follows, or are not seen.
bool is_invisible(std::string_view scalar) {
  constexpr std::string_view marks[] = {"\u200B", "\u200E", "\u200F", "\u202A", "\u202B", "\u202C",
                                        "\u202D", "\u202E", "\u2066", "\u2067", "\u2068", "\u2069"};
  return std::find(std::begin(marks), std::end(marks), scalar) != std::end(marks);
}

// A name of the file: cut, and without what would move the cursor or turn the line.
std::string plain(const std::string& name) {
  std::string out;
  std::size_t scalars = 0;
  for (std::size_t i = 0; i < name.size();) {
    std::size_t end = i + 1;
    while (end < name.size() && (static_cast<unsigned char>(name[end]) & 0xC0U) == 0x80U) ++end;
    const std::string_view scalar = std::string_view(name).substr(i, end - i);
    const auto first = static_cast<unsigned char>(scalar.front());
    i = end;
    if (is_invisible(scalar)) continue;
    if (++scalars > longest_name) return out + "…";
    if (first < 0x20 || first == 0x7F) {
      out += ' ';
    } else {
      out += scalar;
    }
  }
  return out;
}

std::string count(Language language, std::uint64_t n) {
  return grouped(Number(static_cast<std::int64_t>(n)), language);
}

std::string list_words(const IndexedList& list) {
  return list.name + (list.as_of ? " " + list.as_of->iso() : std::string());
}

}  // namespace

std::string render_owners_summary(std::span<const OwnersTally> owners, Language language,
                                  std::size_t width) {
  std::string out = wrapped(say(language, msg::BookOwners), width, 0, 2) + "\n";
  for (const OwnersTally& one : owners)
    out += wrapped(say(language, msg::BookPartyRow,
                       {one.outcome, count(language, one.names), count(language, one.lines)}),
                   width, 2, 4) +
           "\n";
  return out;
}

std::string render_party_summary(const ScreenedTally& tally, Language language, std::size_t width) {
  std::string out;
  const auto put = [&](const std::string& text, std::size_t indent, std::size_t hanging) {
    out += wrapped(text, width, indent, hanging) + "\n";
  };
  const auto t = [&](Msg key, const std::vector<std::string>& arguments = {}) {
    return say(language, key, arguments);
  };
  put(t(msg::BookParties, {count(language, tally.lines_looked_up)}), 0, 2);
  for (std::size_t i = 0; i < lookups; ++i) {
    if (tally.lines[i] == 0) continue;
    put(t(msg::BookPartyRow,
          {t(outcome_keys[i]), count(language, tally.names[i]), count(language, tally.lines[i])}),
        2, 4);
  }
  if (tally.more_names) put(t(msg::BookPartyMoreNames), 2, 4);
  if (!tally.found.empty()) {
    put(t(msg::BookPartyFound), 0, 2);
    for (std::size_t i = 0; i < std::min(most_listed, tally.found.size()); ++i) {
      const PartyTally& one = tally.found[i];
      put(t(msg::BookPartyOne, {plain(one.name), plain(one.matched), one.list, one.entry,
                                score_text(one.score), count(language, one.lines)}),
          2, 4);
    }
    if (tally.found.size() > most_listed)
      put(t(Msg::BookMore, {count(language, tally.found.size() - most_listed)}), 2, 4);
    put(t(msg::BookPartyResolve), 2, 4);
  }
  if (tally.asked.empty()) return out;
  std::vector<std::string> lists;
  for (std::size_t i = 0; i < std::min(most_lists, tally.asked.size()); ++i)
    lists.push_back(list_words(tally.asked[i]));
  if (tally.asked.size() > most_lists)
    lists.push_back(t(msg::BookPartyMoreLists, {count(language, tally.asked.size() - most_lists)}));
  put(t(msg::BookPartyLists, {joined(lists, "; ")}), 0, 2);
  return out;
}

}  // namespace licit
