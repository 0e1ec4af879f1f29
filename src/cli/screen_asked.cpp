#include "cli/screen_asked.h"

#include <algorithm>

#include "base/party_messages.h"
#include "base/text.h"
#include "cli/lists_store.h"
#include "cli/say.h"
#include "cli/screen_words.h"

namespace licit::cli {

void declare(CommandLine& line, ScreenTyped& typed, Language language) {
  line.words(say(language, msg::ScreenWordsName), typed.name, msg::ScreenOptName);
  line.option("--type", typed.type, "TYPE", msg::ScreenOptType);
  line.options("--country", typed.countries, "XX", msg::ScreenOptCountry);
  line.options("--id", typed.ids, "NUMBER", msg::ScreenOptId);
  line.options("--address", typed.addresses, "TEXT", msg::ScreenOptAddress);
  line.options("--born", typed.born, "YYYY[-MM[-DD]]", msg::ScreenOptBorn);
  line.options("--list", typed.lists, "CODE", msg::ScreenOptList);
  line.options("--from", typed.files, "FILE", msg::ScreenOptFrom);
  line.option("--on", typed.on, "YYYY-MM-DD", msg::ScreenOptOn);
  line.option("--out", typed.out, "FILE", msg::ScreenOptOut);
  line.option("--pairs", typed.pairs, "FILE", msg::ScreenOptPairs);
  line.flag("--all", typed.all, msg::ScreenOptAll);
  line.flag("--explain", typed.explain, msg::ScreenOptExplain);
  line.flag("--json", typed.json, Msg::CliOptJson);
  line.option("--lang", typed.lang, "en|fr", Msg::CliOptLang);
  line.example("licit screen Inspur Electronic Information --country CN --explain");
  line.example("licit screen --id 91370000706266601D");
  line.example("licit screen parties.csv --out screened.csv");
  line.example("licit screen --pairs pairs.csv --out scored.csv");
}

void add_list(const std::string& word, std::vector<ListCode>& into, Complaints& complaints) {
  const auto code = list_named(word);
  gather(complaints, code);
  if (code.ok()) into.push_back(*code);
}

void add_country(const std::string& typed, std::vector<std::string>& into, Complaints& complaints,
                 Complaints& notes) {
  const PlaceRow* place = place_named(typed);
  if (place == nullptr) {
    std::vector<Text> help = did_you_mean(nearest_places(typed));
    help.push_back({Msg::FactPlaceForm, {}});
    complaints.push_back(
        complaint("F002", {Msg::FactUnknownPlace, {"--country", typed}}, std::move(help)));
    return;
  }
  into.push_back(country_code(*place));
  if (fold(typed) == fold(into.back())) return;
  notes.push_back(complaint("P167", {msg::ScreenPlaceRead, {typed, into.back(), place->en}}));
  notes.back().severity = Severity::Warning;
}

ScreenAsked screen_asked_of(const ScreenTyped& typed, Complaints& complaints, Complaints& notes) {
  ScreenAsked out;
  out.query.name = joined(typed.name, " ");
  out.query.countries.reserve(typed.countries.size());
  for (const std::string& one : typed.countries)
    add_country(one, out.query.countries, complaints, notes);
  out.query.ids.reserve(typed.ids.size());
  for (const std::string& one : typed.ids) out.query.ids.push_back(number_alone(one));
  out.query.addresses = typed.addresses;
  out.query.birth_dates = typed.born;
  for (const std::string& one : typed.born) {
    if (!is_birth_date(one))
      complaints.push_back(
          complaint("P165", {msg::ScreenBadBorn, {one}}, {{msg::ScreenBornForm, {}}}));
  }
  if (const auto type = parse_party_type(typed.type)) {
    out.query.type = *type;
  } else {
    complaints.push_back(complaint(
        "C006", {Msg::CliNotOneOf, {"--type", typed.type, "person, entity, vessel, aircraft"}}));
  }
  if (!typed.on.empty()) {
    const auto day = day_of("--on", typed.on);
    gather(complaints, day);
    if (day.ok()) out.query.as_of = *day;
  }
  for (const std::string& one : typed.lists) add_list(one, out.options.lists, complaints);
  if (typed.all) out.options.least = Band::Low;
  out.lists = {typed.files, out.query.as_of};
  return out;
}

std::optional<Diagnostic> absent_list(const ScreenAsked& asked, const NameIndex& index) {
  const std::vector<IndexedList> lists = index.lists();
  for (const ListCode code : asked.options.lists) {
    const bool there = std::any_of(lists.begin(), lists.end(),
                                   [&](const IndexedList& list) { return list.code == code; });
    if (!there) {
      return complaint("P157", {msg::ScreenListAbsent, {std::string(list_code_name(code))}},
                       {{msg::ScreenNoListsHelp, {}}});
    }
  }
  return {};
}

int screen_status(ScreenOutcome outcome, const NameIndex& index) {
  if (outcome == ScreenOutcome::Listed) return 3;
  if (outcome == ScreenOutcome::Alerts) return 4;
  // Nobody is cleared where the Entity List itself, whole, was not asked.
  const std::vector<IndexedList> lists = index.lists();
  return std::any_of(lists.begin(), lists.end(),
                     [](const IndexedList& list) {
                       return list.code == ListCode::EntityList && !list.starter;
                     })
             ? 0
             : 5;
}

}  // namespace licit::cli
