// licit law explain: a provision, its versions, and who uses it.
#include <algorithm>
#include <iterator>
#include <set>

#include "base/json_list.h"
#include "base/line_diff.h"
#include "base/mapped.h"
#include "base/text.h"
#include "cli/asking.h"
#include "cli/commands.h"
#include "cli/say.h"
#include "cli/words.h"
#include "decide/answer_json.h"
#include "decide/explain.h"
#include "decide/touched.h"

namespace licit::cli {
namespace {

std::string day_words(const law::DayRef& day) {
  return day.day.iso() + (day.by.empty() ? "" : " (" + day.by + ")");
}

std::string in_force_words(Language language, const ExplainedVersion& version) {
  if (version.from && version.until) {
    return say(language, Msg::CliExplainFromUntil,
               {day_words(*version.from), day_words(*version.until)});
  }
  if (version.from) return say(language, Msg::CliExplainFromOn, {day_words(*version.from)});
  if (version.until) return say(language, Msg::CliExplainUntil, {day_words(*version.until)});
  return say(language, Msg::CliExplainAlways);
}

std::string source_words(Language language, const law::Source& source) {
  std::string words = instrument_words(language, source.instrument) + " " + source.citation;
  const auto add = [&](Msg label, const std::optional<Date>& day) {
    if (day) words += ", " + say(language, label, {day->iso()});
  };
  add(Msg::CliExplainAnnounced, source.announced);
  add(Msg::CliExplainPublished, source.published);
  add(Msg::CliExplainEffective, source.effective);
  add(Msg::CliExplainCompliance, source.compliance);
  add(Msg::CliExplainToAddressee, source.known_to_addressee);
  if (!source.addressees.empty()) {
    words += ", " + say(language, Msg::CliExplainAddressees, {joined(source.addressees, ", ")});
  }
  return words;
}

// What a later version changed of the one before it, line by line; lines that stayed are left out.
std::string changes(const ExplainedVersion& before, const ExplainedVersion& after) {
  std::string out;
  for (const DiffLine& line : line_diff(before.text, after.text)) {
    if (line.kind == DiffLine::Kind::Kept) continue;
    out += (line.kind == DiffLine::Kind::Gone ? "  - " : "  + ") + line.text + "\n";
  }
  return out;
}

// The version before this one of the same provision; null for the first.
const ExplainedVersion* earlier(const Explanation& explanation, std::size_t i) {
  for (std::size_t j = i; j-- > 0;) {
    const ExplainedVersion& other = explanation.versions[j];
    if (other.id == explanation.versions[i].id && other.kind == explanation.versions[i].kind) {
      return &other;
    }
  }
  return nullptr;
}

// "2023-11-17 rule 88 FR 73458; 2024-04-04 rule 89 FR 23876": what brought the versions, and took away
// the last.
std::string history_words(Language language, const law::Pack& pack,
                          const Explanation& explanation) {
  std::vector<std::string> steps;
  const auto add = [&](const std::optional<law::DayRef>& day) {
    if (!day) return;
    const law::Source* source = pack.find_source(day->by);
    const std::string step =
        day->day.iso() + (source == nullptr ? ""
                                            : " " + instrument_words(language, source->instrument) +
                                                  " " + source->citation);
    if (std::find(steps.begin(), steps.end(), step) == steps.end()) steps.push_back(step);
  };
  for (const ExplainedVersion& version : explanation.versions) {
    add(version.from);
    add(version.until);
  }
  std::sort(steps.begin(), steps.end());
  return joined(steps, "; ");
}

// Lines of the pack's tests that touch one of the provisions, each once. Only those that ask on a day of one
// of its versions are looked at: an answer with proof takes its time.
std::vector<const PreparedLine*> cases_of(const Engine& engine, const Explanation& explanation,
                                          std::vector<PreparedLine>& lines) {
  std::set<std::string> ids;
  for (const ExplainedVersion& version : explanation.versions) ids.insert(version.id);
  std::erase_if(lines, [&](const PreparedLine& line) {
    return std::none_of(explanation.versions.begin(), explanation.versions.end(),
                        [&](const ExplainedVersion& version) {
                          return (!version.from || version.from->day <= line.query.on) &&
                                 (!version.until || line.query.on < version.until->day);
                        });
  });
  std::vector<const PreparedLine*> cases;
  std::set<const PreparedLine*> touching;
  for (const auto& [key, these] : touched_by(engine.law(), lines, ids)) {
    touching.insert(these.begin(), these.end());
  }
  for (const PreparedLine& line : lines) {
    if (touching.contains(&line)) cases.push_back(&line);
  }
  return cases;
}

bool has_proof(const Explanation& explanation) {
  return std::any_of(explanation.versions.begin(), explanation.versions.end(),
                     [](const ExplainedVersion& version) {
                       return version.kind == "rule" || version.kind == "exclusion" ||
                              version.kind == "exception" || version.kind == "bar" ||
                              version.kind == "policy" || version.kind == "flag" ||
                              version.kind == "aside";
                     });
}

// How many lines, and the first tests they belong to, with the days on which each asks.
std::string cases_words(Language language, const std::vector<const PreparedLine*>& cases) {
  constexpr std::size_t shown = 5;
  std::vector<std::pair<std::string, std::vector<std::string>>> tests;
  for (const PreparedLine* one : cases) {
    if (tests.empty() || tests.back().first != one->test->title) {
      tests.push_back({one->test->title, {}});
    }
    std::vector<std::string>& days = tests.back().second;
    const std::string day = one->line->on.iso();
    if (days.size() <= 4 && std::find(days.begin(), days.end(), day) == days.end()) {
      days.push_back(days.size() == 4 ? "..." : day);
    }
  }
  std::vector<std::string> words;
  for (std::size_t i = 0; i < std::min(tests.size(), shown); ++i) {
    words.push_back("\"" + tests[i].first + "\" (" + joined(tests[i].second, ", ") + ")");
  }
  std::string out = say(language, Msg::CoverageTestLines, {std::to_string(cases.size())});
  if (!words.empty()) out += ": " + joined(words, "; ");
  if (tests.size() > shown) out += "; ...";
  return out;
}

std::string changes_words(Language language, const ExplainedVersion& before) {
  return say(language, Msg::ExplainAgainst, {before.from ? before.from->day.iso() : before.id});
}

std::string version_page(const Page& page, const ExplainedVersion& version,
                         const ExplainedVersion* before) {
  const Language language = page.language;
  std::string out = toned(page, Tone::Strong, version.id) + "  (" + version.kind + ")\n";
  const auto add = [&](Msg label, const std::string& text) {
    out += entry(page, say(language, label), text);
  };
  add(Msg::CliExplainSays, version.says.in(language));
  add(Msg::CliExplainPartial, version.partial.in(language));
  add(Msg::CliFactCite, version.cite);
  if (version.kind != "fact" && version.kind != "event") {
    if (version.kind != "source") {
      add(Msg::CliExplainInForce, in_force_words(language, version));
    }
    if (version.source != nullptr)
      add(Msg::CliExplainSource, source_words(language, *version.source));
    const std::string mark = mark_words(language, version.verified);
    add(Msg::CliExplainRead,
        version.verified_note.empty()
            ? mark
            : say(language, Msg::CliRuleLine,
                  {mark, say(language, Msg::CliNoteInEnglish, {version.verified_note})}));
  }
  add(Msg::CliExplainSearched, version.searched);
  add(Msg::CliExplainWhere, version.place.file + ":" + std::to_string(version.place.line));
  out += "\n";
  // The law as written, never wrapped: its lines are its own.
  std::string_view text = version.text;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    out += "    " + std::string(text.substr(0, end)) + "\n";
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  if (before != nullptr) {
    out += "\n" + entry(page, say(language, Msg::ExplainChanged), changes_words(language, *before));
    out += changes(*before, version);
  }
  return out + "\n";
}

// The provisions that a symbol stands for: the blocks of an exception (NAC), the requirements for a
// reason of control (RS). Case does not count.
std::vector<std::string> ids_of_symbol(const law::Pack& pack, const std::string& symbol) {
  std::vector<std::string> ids;
  const auto add = [&](const std::string& name, const std::string& id) {
    if (name.empty() || fold(name) != fold(symbol)) return;
    if (std::find(ids.begin(), ids.end(), id) == ids.end()) ids.push_back(id);
  };
  for (const law::Defeat& one : pack.defeats) add(one.symbol, one.id);
  for (const law::Rule& one : pack.rules) {
    if (one.outcome == law::OutcomeKind::License || one.outcome == law::OutcomeKind::NoLicense)
      add(one.outcome_name, one.id);
  }
  return ids;
}

std::vector<std::string> symbols_of(const law::Pack& pack) {
  std::vector<std::string> symbols;
  symbols.reserve(pack.defeats.size() + pack.rules.size());
  for (const law::Defeat& one : pack.defeats) symbols.push_back(one.symbol);
  for (const law::Rule& one : pack.rules) {
    if (one.outcome == law::OutcomeKind::License || one.outcome == law::OutcomeKind::NoLicense)
      symbols.push_back(one.outcome_name);
  }
  std::sort(symbols.begin(), symbols.end());
  symbols.erase(std::unique(symbols.begin(), symbols.end()), symbols.end());
  return symbols;
}

// All that the ids stand for, as one explanation of the word that was typed.
Explanation explain_all(const law::Pack& pack, const std::string& typed,
                        const std::vector<std::string>& ids) {
  Explanation all;
  all.id = typed;
  std::set<std::string> users;
  for (const std::string& id : ids) {
    Explanation one = explain(pack, id);
    std::move(one.versions.begin(), one.versions.end(), std::back_inserter(all.versions));
    users.insert(one.used_by.begin(), one.used_by.end());
    for (const law::Quirk* quirk : one.quirks) {
      if (std::find(all.quirks.begin(), all.quirks.end(), quirk) == all.quirks.end())
        all.quirks.push_back(quirk);
    }
  }
  all.used_by.assign(users.begin(), users.end());
  return all;
}

std::string explanation_json(const law::Pack& pack, const Explanation& explanation,
                             const std::vector<const PreparedLine*>& cases) {
  JsonWriter json(JsonStyle::Pretty);
  const auto day = [&](std::string_view name, const std::optional<law::DayRef>& ref) {
    json.key(name);
    if (!ref) {
      json.null();
      return;
    }
    json.begin_object();
    json.field("day", ref->day);
    json.field("by", ref->by);
    json.end_object();
  };
  json.begin_object();
  json.field("id", explanation.id);
  json.begin_array("versions");
  for (std::size_t i = 0; i < explanation.versions.size(); ++i) {
    const ExplainedVersion& version = explanation.versions[i];
    json.begin_object();
    json.field("id", version.id);
    json.field("kind", version.kind);
    json.field("says", version.says);
    if (!version.partial.empty()) json.field("partial", version.partial);
    if (!version.searched.empty()) json.field("searched", version.searched);
    json.field("cite", version.cite);
    day("from", version.from);
    day("until", version.until);
    if (version.source != nullptr) {
      json.begin_object("source");
      json.field("id", version.source->id);
      json.field("instrument", word_of(version.source->instrument));
      json.field("citation", version.source->citation);
      json.field("announced", version.source->announced);
      json.field("published", version.source->published);
      json.field("effective", version.source->effective);
      json.field("compliance", version.source->compliance);
      json.field("known-to-addressee", version.source->known_to_addressee);
      json.field("addressees", version.source->addressees);
      json.field("url", version.source->url);
      json.end_object();
    }
    json.field("verified", word_of(version.verified));
    json.field("verified-note", version.verified_note);
    json.field("file", version.place.file);
    json.field("line", static_cast<std::int64_t>(version.place.line));
    json.field("text", version.text);
    if (const ExplainedVersion* before = earlier(explanation, i)) {
      json.begin_object("changed");
      std::vector<std::string> gone, came;
      for (const DiffLine& line : line_diff(before->text, version.text)) {
        if (line.kind == DiffLine::Kind::Gone) gone.push_back(line.text);
        if (line.kind == DiffLine::Kind::New) came.push_back(line.text);
      }
      json.field("gone", gone);
      json.field("new", came);
      json.end_object();
    }
    json.end_object();
  }
  json.end_array();
  json.field("used-by", explanation.used_by);
  write_objects(json, "quirks", explanation.quirks, [&](const law::Quirk* quirk) {
    json.field("id", quirk->id);
    json.field("kind", law::word_of(quirk->kind));
    write_objects(json, "between", quirk->between, [&](const law::Party& party) {
      json.field("provision", party.provision);
      json.field("limb", party.limb);
    });
    json.field("cite", quirk->cite);
    json.field("because", quirk->because);
  });
  json.begin_array("cases");
  for (const PreparedLine* one : cases) {
    const Place place = place_of(pack, one->line->span);
    json.begin_object();
    json.field("test", one->test->title);
    json.field("cite", one->test->cite);
    json.field("on", one->line->on);
    json.field("file", place.file);
    json.field("line", static_cast<std::int64_t>(place.line));
    json.end_object();
  }
  json.end_array();
  json.end_object();
  return json.take();
}

}  // namespace

int law_explain_command(Arguments arguments, const Terminal& terminal, Language language) {
  CommandLine line("licit law explain", Msg::CliSaysLawExplain);
  Shown shown;
  std::vector<std::string> words;
  line.words(say(language, Msg::CliWordsExplain), words, Msg::CliOptExplainId, 2);
  declare(line, shown);
  line.example("licit law explain 3A090.a");
  line.example("licit law explain NAC");
  line.example("licit law explain tpp.high law/us/ear --lang fr");
  if (const auto done = line.read(arguments, terminal, language)) return *done;
  if (words.empty()) {
    show(
        terminal, language,
        complaint("C063", {Msg::CliNameProvision, {}}, {{Msg::CliSeeHelp, {"licit law explain"}}}));
    return wrong_use;
  }
  if (words.size() > 1) shown.law.path = words[1];
  shown.law.tests = true;
  const auto engine = load(shown, terminal, language);
  if (!engine) return wrong_use;
  Explanation explanation = explain(engine->pack(), words[0]);
  std::vector<std::string> meant;
  if (explanation.versions.empty()) {
    std::vector<std::string> near = nearest(words[0], symbols_of(engine->pack()), 2);
    near.insert(near.end(), explanation.nearest.begin(), explanation.nearest.end());
    meant = ids_of_symbol(engine->pack(), words[0]);
    explanation = explain_all(engine->pack(), words[0], meant);
    explanation.nearest = std::move(near);
  }
  if (explanation.versions.empty()) {
    show(terminal, language,
         complaint("C064", {Msg::CliUnknownProvision, {engine->pack().header.id, words[0]}},
                   did_you_mean(explanation.nearest)));
    return wrong_use;
  }
  // Asked for last: every line of the tests that may touch it is answered with its proof.
  std::vector<PreparedLine> lines;
  const auto touching = [&]() -> std::vector<const PreparedLine*> {
    auto prepared = prepare_tests(engine->law(), engine->catalogue());
    // A pack whose tests do not fit it can still be explained.
    if (!has_proof(explanation) || !prepared.ok()) return {};
    lines = std::move(prepared).value();
    return cases_of(*engine, explanation, lines);
  };
  if (shown.json) {
    terminal.out << explanation_json(engine->pack(), explanation, touching()) << "\n";
    return 0;
  }
  const Page page = page_for(terminal, language);
  if (!meant.empty()) {
    const std::string stands =
        say(language, Msg::CliSymbolStandsFor, {words[0], joined(meant, ", ")});
    terminal.out << wrapped(stands, page.width, 0, 2) << "\n\n";
  }
  for (std::size_t i = 0; i < explanation.versions.size(); ++i) {
    terminal.out << version_page(page, explanation.versions[i], earlier(explanation, i));
  }
  const std::string history = history_words(language, engine->pack(), explanation);
  if (!history.empty()) {
    terminal.out << entry(page, say(language, Msg::ExplainHistory), history);
  }
  const std::string users = explanation.used_by.empty() ? say(language, Msg::CliNothing)
                                                        : joined(explanation.used_by, ", ");
  terminal.out << entry(page, say(language, Msg::CliExplainUsedBy), users)
               << entry(page, say(language, Msg::CliExplainQuirks),
                        joined(mapped(explanation.quirks,
                                      [&](const law::Quirk* quirk) {
                                        return say(language, Msg::CliRuleLine,
                                                   {quirk->id, quirk->because.in(language)});
                                      }),
                               "\n"));
  if (has_proof(explanation)) {
    terminal.out << std::flush;
    terminal.out << entry(page, say(language, Msg::ExplainCases),
                          cases_words(language, touching()));
  }
  return 0;
}

}  // namespace licit::cli
