// licit lists status: what screening would use, now or on a day.
#include <algorithm>

#include "base/json.h"
#include "base/party_messages.h"
#include "cli/asking.h"
#include "cli/commands.h"
#include "cli/lists_store.h"
#include "cli/say.h"

namespace licit::cli {
namespace {

struct Row {
  ListVersion version;
  bool starter = false;
};

// The starter list as rows; its day is the last on which one of its entries was looked at.
Result<std::vector<Row>> starter_rows() {
  const auto lists = starter_lists();
  if (!lists.ok()) return lists.errors();
  std::vector<Row> rows;
  for (const PartyList& list : *lists) {
    Row row;
    row.starter = true;
    row.version.code = list.code;
    row.version.name = list.name;
    row.version.id = list.sha256.substr(0, 12);
    row.version.sha256 = list.sha256;
    row.version.format = "starter";
    row.version.source = list.source;
    row.version.as_of = list.as_of.value_or(Date());
    row.version.imported = row.version.as_of;
    row.version.entries = list.entries.size();
    rows.push_back(std::move(row));
  }
  return rows;
}

std::string status_json(const std::vector<Row>& rows, const std::string& folder, Date on,
                        bool starter) {
  JsonWriter json(JsonStyle::Pretty);
  json.begin_object();
  json.field("folder", folder);
  json.field("on", on);
  json.field("starter", starter);
  json.begin_array("lists");
  for (const Row& row : rows) {
    const ListVersion& version = row.version;
    json.begin_object();
    json.field("list", list_code_name(version.code));
    json.field("name", version.name);
    json.field("version", version.id);
    json.field("sha256", version.sha256);
    json.field("as-of", version.as_of);
    json.field("age-days", static_cast<std::int64_t>(on.days() - version.as_of.days()));
    json.field("imported", version.imported);
    json.field("entries", static_cast<std::int64_t>(version.entries));
    json.field("format", version.format);
    json.field("source", version.source);
    json.field("starter", row.starter);
    json.field("shrank-because", version.shrank_because);
    json.end_object();
  }
  json.end_array();
  json.end_object();
  return json.take();
}

}  // namespace

int lists_status_command(Arguments arguments, const Terminal& terminal, Language language) {
  CommandLine line("licit lists status", msg::CliSaysListsStatus);
  std::string on_text, lang;
  bool as_json = false;
  line.option("--on", on_text, "YYYY-MM-DD", msg::ListOptOn);
  line.flag("--json", as_json, Msg::CliOptJson);
  line.option("--lang", lang, "en|fr", Msg::CliOptLang);
  line.example("licit lists status --on 2025-12-31");
  if (const auto done = line.read(arguments, terminal, language)) return *done;
  Complaints problems;
  gather(problems, language_of(lang, terminal));
  Date on = Date::today();
  if (!on_text.empty()) {
    const auto day = day_of("--on", on_text);
    gather(problems, day);
    if (day.ok()) on = *day;
  }
  if (!problems.empty()) {
    show(terminal, language, problems);
    return wrong_use;
  }
  const auto store = open_store(terminal, language);
  if (!store) return wrong_use;
  const bool starter = store->versions().empty();
  std::vector<Row> rows;
  if (starter) {
    auto found = starter_rows();
    if (!found.ok()) {
      show(terminal, language, found.errors());
      return wrong_use;
    }
    rows = std::move(found).value();
  }
  for (const ListVersion* version : store->in_force(on)) rows.push_back({*version, false});
  if (as_json) {
    terminal.out << status_json(rows, store->folder(), on, starter) << "\n";
    return 0;
  }
  const Page page = page_for(terminal, language);
  const auto paragraph = [&](Msg key, const std::vector<std::string>& words) {
    terminal.out << wrapped(say(language, key, words), page.width, 0, 0) << "\n";
  };
  if (rows.empty()) {
    paragraph(msg::ListNoneOn, {on.iso()});
    return 0;
  }
  std::vector<std::vector<std::string>> cells{
      {say(language, msg::ListHeadList), say(language, msg::ListHeadAsOf),
       say(language, msg::ListHeadAge), say(language, msg::ListHeadEntries),
       say(language, msg::ListHeadVersion)}};
  Date newest;
  for (const Row& row : rows) {
    const ListVersion& version = row.version;
    newest = std::max(newest, version.as_of);
    cells.push_back(
        {std::string(list_code_name(version.code)), version.as_of.iso(),
         say(language, msg::ListDays, {std::to_string(on.days() - version.as_of.days())}),
         grouped(version.entries, language), version.id});
  }
  terminal.out << table(page, cells) << "\n";
  if (starter) {
    paragraph(msg::ListStarterUsed, {newest.iso()});
    paragraph(msg::ListStarterNext, {});
  } else {
    paragraph(msg::ListStore, {store->folder()});
  }
  return 0;
}

}  // namespace licit::cli
