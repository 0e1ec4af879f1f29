// licit screen: is this party on a list.
#include <filesystem>

#include "base/party_messages.h"
#include "cli/commands.h"
#include "cli/render_screen.h"
#include "cli/say.h"
#include "cli/screen_asked.h"
#include "cli/screen_pairs.h"
#include "cli/screen_words.h"
#include "parties/names/screen_json.h"

namespace licit::cli {
namespace {

// One word that names a file: as `licit check` tells one from a chip's name.
bool is_file(const ScreenTyped& typed) {
  if (typed.name.size() != 1) return false;
  const std::string& word = typed.name[0];
  std::error_code none;
  for (const char* end : {".csv", ".tsv", ".txt"}) {
    if (word.ends_with(end)) return true;
  }
  return word == "-" ||
         (word.find('/') != std::string::npos && std::filesystem::is_regular_file(word, none));
}

// What of the query says nothing of who it is: an error where nothing else is asked, for no match would
// look like an answer. Looked at before it is asked (`found`: perhaps somebody) and after.
bool can_be_asked(const PartyQuery& query, bool found, const Terminal& terminal,
                  Language language) {
  const auto name = unaskable_name(query, found);
  Complaints unasked;
  if (name) unasked.push_back(*name);
  for (const std::string& id : query.ids) {
    const auto why = unaskable_number(id);
    if (found && why) unasked.push_back(*why);
  }
  const bool asked = asks_beside_name(query) || (!query.name.empty() && !name);
  if (!asked && unasked.empty())
    unasked.push_back(complaint("C009", {msg::ScreenNoName, {}}, {{msg::ScreenNoNameHelp, {}}}));
  for (Diagnostic& why : unasked) why.severity = asked ? Severity::Warning : Severity::Error;
  show(terminal, language, unasked);
  return asked;
}

int screen_one(const ScreenAsked& asked, const ScreenTyped& typed, const Terminal& terminal,
               Language language) {
  if (!can_be_asked(asked.query, true, terminal, language)) return wrong_use;
  auto index = index_to_screen(asked.lists, terminal, language);
  if (!index) return wrong_use;
  if (const auto absent = absent_list(asked, *index)) {
    show(terminal, language, *absent);
    return wrong_use;
  }
  const auto path = resolutions_path(terminal, language);
  if (!path) return wrong_use;
  const auto resolutions = Resolutions::open(*path);
  if (!resolutions.ok()) {
    show(terminal, language, resolutions.errors());
    return wrong_use;
  }
  Screener screener(*index, asked.options);
  const auto hits = resolutions->review(*index, asked.query, screener.screen(asked.query));
  // Legal forms alone may still be a listed name, letter for letter.
  if (hits.empty() && unaskable_name(asked.query, false) &&
      !can_be_asked(asked.query, false, terminal, language))
    return wrong_use;
  if (typed.json) {
    JsonWriter json(JsonStyle::Pretty);
    json.begin_object();
    write_screened(json, *index, asked.query, hits);
    write_indexed_lists(json, index->lists());
    json.end_object();
    terminal.out << json.take() << "\n";
  } else {
    terminal.out << render_screened(page_for(terminal, language), *index, asked.query, hits,
                                    typed.explain);
  }
  return screen_status(outcome_of(hits), *index);
}

}  // namespace

int screen_command(Arguments arguments, const Terminal& terminal, Language language) {
  if (!arguments.empty() && arguments[0] == "resolve")
    return screen_resolve_command(arguments.subspan(1), terminal, language);
  if (!arguments.empty() && arguments[0] == "resolutions")
    return screen_resolutions_command(arguments.subspan(1), terminal, language);

  CommandLine line("licit screen", msg::CliSaysScreen);
  ScreenTyped typed;
  declare(line, typed, language);
  if (const auto done = line.read(arguments, terminal, language)) return *done;
  Complaints complaints, notes;
  const ScreenAsked asked = screen_asked_of(typed, complaints, notes);
  const bool file = is_file(typed);
  if (!typed.pairs.empty()) {
    if (typed.out.empty()) {
      complaints.push_back(
          complaint("P102", {msg::ScreenPairsBoth, {}}, {{Msg::CliSeeHelp, {"licit screen"}}}));
    }
  } else if (file && typed.out.empty()) {
    complaints.push_back(
        complaint("P158", {msg::ScreenFileNoOut, {typed.name[0]}}, {{msg::ScreenFileOutHelp, {}}}));
  } else if (typed.name.empty() && typed.ids.empty() && typed.addresses.empty()) {
    complaints.push_back(complaint("C009", {msg::ScreenNoName, {}}, {{msg::ScreenNoNameHelp, {}}}));
  }
  if (!complaints.empty()) {
    show(terminal, language, complaints);
    return wrong_use;
  }
  show(terminal, language, notes);
  if (typed.pairs.empty()) tell_newer_lists(asked.lists, terminal, language);
  if (!typed.pairs.empty()) return screen_pairs(typed.pairs, typed.out, terminal, language);
  if (file) return screen_file(typed.name[0], typed.out, asked, terminal, language);
  return screen_one(asked, typed, terminal, language);
}

}  // namespace licit::cli
