// Licit's own table of parties, one row a name; the rows of one id belong together and follow each
// other. Columns: list, id, name, kind, weak, script, country, address, id-type, id-number,
// requirement, policy, footnotes, from, until, citation, source-url, parent, verified, entry-note; a
// user's own table may say in `as-of` of what day it is.
// Only list, id, name and kind are required. What is said of the entry stands in its first row;
// addresses and ids may stand in any.
#include "base/party_messages.h"
#include "parties/lists/delimited.h"
#include "parties/lists/readers.h"
#include "parties/lists/source_text.h"

namespace licit {
namespace {

std::optional<NameKind> kind_named(std::string_view word) {
  if (word.empty() || word == "primary") return NameKind::Primary;
  if (word == "alias" || word == "aka") return NameKind::Alias;
  if (word == "former" || word == "fka") return NameKind::Former;
  if (word == "acronym") return NameKind::Acronym;
  if (word == "original-script" || word == "original") return NameKind::OriginalScript;
  if (word == "translation") return NameKind::Translation;
  return {};
}

void read_entry(const HeadedTable& table, Countries& countries, ListEntry& entry) {
  const auto cell = [&](std::string_view column) { return table.cell(column); };
  for (const std::string& country : parts_of(cell("country"), ";"))
    if (const std::string& code = countries.code(country); !code.empty())
      entry.countries.push_back(code);
  entry.requirement = cell("requirement");
  entry.policy = cell("policy");
  for (const char c : cell("footnotes"))
    if (c >= '1' && c <= '9')
      entry.footnotes = static_cast<std::uint16_t>(entry.footnotes | (1U << (c - '0')));
  entry.from = read_day(cell("from"), DayOrder::DayFirst);
  entry.until = read_day(cell("until"), DayOrder::DayFirst);
  entry.citation = cell("citation");
  entry.source_url = cell("source-url");
  entry.parent = cell("parent");
  entry.remarks = cell("entry-note");
}

void read_more(const HeadedTable& table, Countries& countries, ListEntry& entry) {
  const std::string home = entry.countries.empty() ? std::string() : entry.countries[0];
  for (std::string& address : parts_of(table.cell("address"), "; and ")) {
    std::string country = country_at_end(countries, address);
    if (country.empty()) country = home;
    entry.addresses.push_back({std::move(address), {}, {}, {}, std::move(country)});
  }
  const std::string number = table.cell("id-number");
  if (!number.empty()) entry.ids.push_back({table.cell("id-type"), number, {}});
}

}  // namespace

Result<ReadLists> read_party_table(std::string_view bytes, const std::string& source) {
  ReadLists out;
  out.format = "licit-table";
  HeadedTable table(Delimited(bytes, ','), source, out);
  for (const char* needed : {"list", "id", "name", "kind"}) {
    if (table.has(needed)) continue;
    Diagnostic why;
    why.code = "P003";
    why.place.file = source;
    why.message = {msg::ListNoColumn, {needed}};
    return why;
  }
  Countries countries;
  while (table.next()) {
    const auto cell = [&](std::string_view column) { return table.cell(column); };
    const auto bad = [&](Text why) { table.bad_row(std::move(why)); };
    const std::string code_word = cell("list"), id = cell("id"), name = cell("name");
    const auto code = parse_list_code(code_word);
    const auto kind = kind_named(cell("kind"));
    if (!code) {
      bad({msg::ListRowUnknownList, {code_word}});
      continue;
    }
    if (!kind) {
      bad({msg::ListRowUnknownKind, {cell("kind")}});
      continue;
    }
    if (name.empty()) {
      bad({msg::ListRowWithoutName, {}});
      continue;
    }
    PartyList& list = out.list(*code, list_title(*code));
    if (const auto day = read_day(cell("as-of"), DayOrder::DayFirst))
      if (!list.as_of || *list.as_of < *day) list.as_of = day;
    const bool follows = !id.empty() && !list.entries.empty() && list.entries.back().id == id;
    if (!follows) {
      list.entries.emplace_back();
      list.entries.back().id = id;
      read_entry(table, countries, list.entries.back());
    }
    ListEntry& entry = list.entries.back();
    const std::string weak = cell("weak");
    ListedName listed{name, *kind, weak == "yes" || weak == "true" || weak == "1"};
    // The primary name leads whatever row it stands in.
    if (*kind == NameKind::Primary && !entry.names.empty()) {
      entry.names.insert(entry.names.begin(), std::move(listed));
    } else {
      entry.names.push_back(std::move(listed));
    }
    read_more(table, countries, entry);
  }
  return out;
}

}  // namespace licit
