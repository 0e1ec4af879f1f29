// licit screen resolve, licit screen resolutions: what people said of hits.
#include <algorithm>

#include "base/party_messages.h"
#include "base/text.h"
#include "cli/commands.h"
#include "cli/render_screen.h"
#include "cli/say.h"
#include "cli/screen_asked.h"

namespace licit::cli {
namespace {

std::optional<std::uint32_t> entry_number(const NameIndex& index, ListCode list,
                                          std::string_view id) {
  for (std::uint32_t i = 0; i < index.entries.size(); ++i) {
    const EntryRow& row = index.entries[i];
    if (index.text(row.id) == id && static_cast<ListCode>(index.list_rows[row.list].code) == list) {
      return i;
    }
  }
  return {};
}

std::optional<Resolutions> open_resolutions(const Terminal& terminal, Language language) {
  const auto path = resolutions_path(terminal, language);
  if (!path) return {};
  auto file = Resolutions::open(*path);
  if (file.ok()) return std::move(file).value();
  show(terminal, language, file.errors());
  return {};
}

// What an entry is now: still as it was when something was said of it?
std::string standing_of(Language language, const PartyResolution& said, const NameIndex& index) {
  const auto number = entry_number(index, said.list, said.entry);
  if (!number) return say(language, msg::ResolutionsGone);
  if (said.until && *said.until < Date::today())
    return say(language, msg::ReopenedLapsed, {said.until->iso()});
  if (entry_hash_text(index.entries[*number].hash) != said.entry_hash)
    return say(language, msg::ReopenedChanged);
  return {};
}

}  // namespace

int screen_resolve_command(Arguments arguments, const Terminal& terminal, Language language) {
  CommandLine line("licit screen resolve", msg::CliSaysScreenResolve);
  std::vector<std::string> name, files, countries;
  std::string list, entry, why, who, until, on, lang;
  bool same = false, not_same = false;
  line.words(say(language, msg::ScreenWordsName), name, msg::ScreenOptName);
  line.option("--list", list, "CODE", msg::ResolveOptList);
  line.option("--entry", entry, "ID", msg::ResolveOptEntry);
  line.options("--country", countries, "XX", msg::ResolveOptCountry);
  line.flag("--same", same, msg::ResolveOptSame);
  line.flag("--not-same", not_same, msg::ResolveOptNotSame);
  line.option("--why", why, "TEXT", msg::ResolveOptWhy);
  line.option("--who", who, "TEXT", msg::ResolveOptWho);
  line.option("--until", until, "YYYY-MM-DD", msg::ResolveOptUntil);
  line.option("--on", on, "YYYY-MM-DD", msg::ResolveOptOn);
  line.options("--from", files, "FILE", msg::ScreenOptFrom);
  line.option("--lang", lang, "en|fr", Msg::CliOptLang);
  line.example(
      "licit screen resolve \"Inspire Ltd\" --list us.entity-list --entry us-el-inspur-group "
      "--not-same --why \"a bakery in Leeds\" --who \"A. Smith\"");
  if (const auto done = line.read(arguments, terminal, language)) return *done;

  Complaints complaints;
  PartyResolution said;
  said.party = joined(name, " ");
  said.entry = entry;
  said.same = same;
  said.why = why;
  said.who = who;
  said.on = Date::today();
  const std::pair<const char*, const std::string*> needed[] = {{"NAME", &said.party},
                                                               {"--list", &list},
                                                               {"--entry", &entry},
                                                               {"--why", &why},
                                                               {"--who", &who}};
  for (const auto& [option, value] : needed) {
    if (trimmed(*value).empty())
      complaints.push_back(complaint("P163", {msg::ResolveIncomplete, {option}}));
  }
  if (same == not_same) complaints.push_back(complaint("P163", {msg::ResolveOneOfTwo, {}}));
  const auto read_day = [&](const char* option, const std::string& text, auto& into) {
    if (text.empty()) return;
    const auto day = day_of(option, text);
    gather(complaints, day);
    if (day.ok()) into = *day;
  };
  read_day("--until", until, said.until);
  read_day("--on", on, said.on);
  std::vector<ListCode> codes;
  if (!list.empty()) add_list(list, codes, complaints);
  Complaints notes;
  for (const std::string& country : countries)
    add_country(country, said.countries, complaints, notes);
  std::sort(said.countries.begin(), said.countries.end());
  said.countries.erase(std::unique(said.countries.begin(), said.countries.end()),
                       said.countries.end());
  if (!complaints.empty()) {
    show(terminal, language, complaints);
    return wrong_use;
  }
  if (!notes.empty()) show(terminal, language, notes);
  const auto index = index_to_screen({files, {}}, terminal, language);
  if (!index) return wrong_use;
  said.list = codes[0];
  const auto number = entry_number(*index, said.list, entry);
  if (!number) {
    show(terminal, language,
         complaint("P164", {msg::ResolveNoEntry, {list, entry}}, {{msg::ResolveSeeHits, {}}}));
    return wrong_use;
  }
  const EntryRow& row = index->entries[*number];
  const IndexedList of = index->list(row.list);
  said.entry_hash = entry_hash_text(row.hash);
  said.list_sha256 = of.sha256;
  said.list_as_of = of.as_of;
  auto resolutions = open_resolutions(terminal, language);
  if (!resolutions) return wrong_use;
  if (const auto failure = resolutions->add(said)) {
    show(terminal, language, *failure);
    return failed;
  }
  const Page page = page_for(terminal, language);
  terminal.out << wrapped(say(language, msg::ResolveKept,
                              {said.party, said.entry, list_words(language, of)}),
                          page.width, 0, 2)
               << "\n";
  return 0;
}

int screen_resolutions_command(Arguments arguments, const Terminal& terminal, Language language) {
  CommandLine line("licit screen resolutions", msg::CliSaysScreenResolutions);
  bool json = false;
  std::vector<std::string> files;
  std::string lang;
  line.options("--from", files, "FILE", msg::ScreenOptFrom);
  line.flag("--json", json, Msg::CliOptJson);
  line.option("--lang", lang, "en|fr", Msg::CliOptLang);
  if (const auto done = line.read(arguments, terminal, language)) return *done;
  const auto resolutions = open_resolutions(terminal, language);
  if (!resolutions) return wrong_use;
  const auto index = index_to_screen({files, {}}, terminal, language);
  if (!index) return wrong_use;
  if (json) {
    JsonWriter out(JsonStyle::Pretty);
    out.begin_object();
    out.begin_array("resolutions");
    for (const PartyResolution& said : resolutions->all()) {
      out.begin_object();
      write_resolution(out, said);
      out.field("counts", standing_of(Language::En, said, *index).empty());
      out.end_object();
    }
    out.end_array();
    out.end_object();
    terminal.out << out.take() << "\n";
    return 0;
  }
  const Page page = page_for(terminal, language);
  if (resolutions->all().empty()) {
    terminal.out << say(language, msg::ResolutionsNone) << "\n";
    return 0;
  }
  for (const PartyResolution& said : resolutions->all()) {
    const std::string in =
        said.countries.empty() ? std::string() : " (" + joined(said.countries, ", ") + ")";
    const std::string where =
        said.party + in + "  " + std::string(list_code_name(said.list)) + "  " + said.entry;
    terminal.out << wrapped(where, page.width, 0, 2) << "\n";
    std::string what = say(language, said.same ? msg::ResolvedSame : msg::ResolvedNotSame,
                           {said.who, said.on.iso(), said.why});
    if (said.until) what += "; " + say(language, msg::ScreenUntil, {said.until->iso()});
    terminal.out << entry(page, say(language, msg::ScreenLabelResolved), what)
                 << entry(page, say(language, msg::ScreenLabelReopened),
                          standing_of(language, said, *index));
  }
  return 0;
}

}  // namespace licit::cli
