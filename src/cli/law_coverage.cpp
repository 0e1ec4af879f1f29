// licit law coverage: provision by provision, what a pack models, how its text was read, what tests it.
#include "base/json.h"
#include "cli/asking.h"
#include "cli/commands.h"
#include "cli/say.h"
#include "cli/words.h"
#include "decide/coverage.h"

namespace licit::cli {
namespace {

Msg modelled_words(Modelled modelled) {
  switch (modelled) {
    case Modelled::Whole:
      return Msg::CoverageWhole;
    case Modelled::Partial:
      return Msg::CoveragePartial;
    case Modelled::Pointer:
      return Msg::CoveragePointer;
  }
  return Msg::CoveragePointer;
}

std::string coverage_json(const law::Pack& pack, const Coverage& coverage) {
  JsonWriter json(JsonStyle::Pretty);
  json.begin_object();
  json.field("pack", pack.header.id);
  json.field("verified-through", pack.header.verified_through);
  json.field("modelled", static_cast<std::int64_t>(coverage.whole));
  json.field("partial", static_cast<std::int64_t>(coverage.partial));
  json.field("pointers", static_cast<std::int64_t>(coverage.pointers));
  json.field("untouched", static_cast<std::int64_t>(coverage.untouched));
  json.begin_array("provisions");
  for (const CoverageRow& row : coverage.rows) {
    json.begin_object();
    json.field("id", row.id);
    json.field("kind", row.kind);
    json.field("cite", row.cite);
    json.field("says", row.says);
    json.field("modelled", word_of(row.modelled));
    json.field("left-out", row.left_out);
    json.field("from", row.from);
    json.field("until", row.until);
    json.field("source", row.source_citation);
    json.field("verified", word_of(row.verified));
    json.field("verified-note", row.verified_note);
    json.field("tests", static_cast<std::int64_t>(row.tests));
    json.end_object();
  }
  json.end_array();
  json.end_object();
  return json.take() + "\n";
}

// A cell of a Markdown table.
std::string cell(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '|') out += '\\';
    out += c == '\n' ? ' ' : c;
  }
  return out;
}

std::string days(Language language, const CoverageRow& row) {
  if (!row.from && !row.until) return say(language, Msg::CliExplainAlways);
  const std::string from = row.from ? row.from->iso() : "";
  return row.until ? from + " .. " + row.until->plus_days(-1).iso() : from;
}

std::string markdown(Language language, const Coverage& coverage) {
  const auto head = [&](Msg key) { return say(language, key) + " | "; };
  std::string out = "| " + head(Msg::CoverageProvision) + head(Msg::CoverageCited) +
                    head(Msg::CoverageKind) + head(Msg::CoverageState) + head(Msg::CoverageDays) +
                    head(Msg::CoverageRead) + say(language, Msg::CoverageTests) + " |\n" +
                    "|---|---|---|---|---|---|---:|\n";
  for (const CoverageRow& row : coverage.rows) {
    std::string state = say(language, modelled_words(row.modelled));
    const std::string& left_out = row.left_out.in(language);
    if (!left_out.empty()) state += ": " + left_out;
    out += "| `" + row.id + "` | " + cell(row.cite) + " | " + row.kind + " | " + cell(state) +
           " | " + days(language, row) + " | " + std::string(word_of(row.verified)) + " | " +
           std::to_string(row.tests) + " |\n";
  }
  return out;
}

std::string page_text(const Page& page, const law::Pack& pack, const Coverage& coverage) {
  const Language language = page.language;
  const auto number = [](std::size_t n) { return std::to_string(n); };
  std::string out =
      wrapped(say(language, Msg::CoverageSums,
                  {pack.header.id, number(coverage.rows.size()), number(coverage.whole),
                   number(coverage.partial), number(coverage.pointers), number(coverage.untouched),
                   pack.header.verified_through.iso()}),
              page.width, 0, 0) +
      "\n";
  for (const CoverageRow& row : coverage.rows) {
    std::string text = say(language, modelled_words(row.modelled));
    const std::string& left_out = row.left_out.in(language);
    if (!left_out.empty()) text += " (" + left_out + ")";
    text += "; " + row.cite + "; " + days(language, row) + "; " +
            mark_words(language, row.verified) + "; " +
            say(language, Msg::CoverageTestLines, {number(row.tests)});
    out += "\n" + toned(page, Tone::Strong, row.id) + " (" + row.kind + ")\n" +
           wrapped(text, page.width, 2, 2) + "\n";
  }
  return out;
}

}  // namespace

int law_coverage_command(Arguments arguments, const Terminal& terminal, Language language) {
  CommandLine line("licit law coverage", Msg::CliSaysLawCoverage);
  Shown shown;
  std::vector<std::string> words;
  bool as_markdown = false;
  line.words(say(language, Msg::CliWordsPath), words, Msg::CliOptPath, 1);
  line.flag("--markdown", as_markdown, Msg::CliOptMarkdown);
  declare(line, shown);
  line.example("licit law coverage");
  line.example("licit law coverage law/us/ear --markdown");
  if (const auto done = line.read(arguments, terminal, language)) return *done;
  if (as_markdown && shown.json) {
    show(terminal, language,
         complaint("C013", {Msg::CliNotTogether, {"--markdown", "--json"}},
                   {{Msg::CliSeeHelp, {"licit law coverage"}}}));
    return wrong_use;
  }
  if (!words.empty()) shown.law.path = words.front();
  shown.law.tests = true;
  const auto engine = load(shown, terminal, language);
  if (!engine) return wrong_use;
  const auto coverage = coverage_of(engine->law(), engine->catalogue());
  if (!coverage.ok()) {
    show(terminal, language, coverage.errors());
    return wrong_use;
  }
  if (shown.json) {
    terminal.out << coverage_json(engine->pack(), coverage.value());
  } else if (as_markdown) {
    terminal.out << markdown(language, coverage.value());
  } else {
    terminal.out << page_text(page_for(terminal, language), engine->pack(), coverage.value());
  }
  return 0;
}

}  // namespace licit::cli
