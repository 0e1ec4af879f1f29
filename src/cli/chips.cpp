// licit chips: list, show and compare what the catalogue says.
#include <algorithm>

#include "base/json.h"
#include "base/text.h"
#include "cli/asking.h"
#include "cli/commands.h"
#include "cli/render_chips.h"
#include "cli/say.h"

namespace licit::cli {
namespace {

struct Filters {
  std::string vendor, kind, class_on, min_tpp, max_tpp, maker;
};

// The filters as the catalogue spells them.
struct Sought {
  std::string vendor, kind, maker;
  std::optional<Number> least, most;
};

bool folded_equal(std::string_view a, std::string_view b) { return fold(a) == fold(b); }

// What the law calls the chip on a day, whoever it goes to.
std::string class_on(const Engine& engine, const Chip& chip, Date day) {
  CheckOptions options;
  const auto query = engine.question({{{"item", chip.id, {}}, {"on", day.iso(), {}}}}, options);
  if (!query.ok()) return "?";
  const Classification c = evaluate(engine.law(), *query, verdict_only).classification;
  if (!c.selected.empty()) return c.selected;
  return c.may_be.empty() ? "-" : joined(c.may_be, "|") + "?";
}

// Whether the chip may have at least (at most) that: an unknown figure is not left out in silence, it
// fails the filter, as in any table.
bool passes(const Sought& sought, const ChipRow& row) {
  const Chip& chip = *row.chip;
  if (!sought.vendor.empty() && chip.vendor != sought.vendor) return false;
  if (!sought.kind.empty() && chip.text("kind") != sought.kind) return false;
  if (!sought.maker.empty() && chip.text("maker_hq") != sought.maker) return false;
  if (sought.least && !(row.tpp.number.hi && *row.tpp.number.hi >= *sought.least)) return false;
  if (sought.most && !(row.tpp.number.lo && *row.tpp.number.lo <= *sought.most)) return false;
  return true;
}

std::vector<std::string> once_each(std::vector<std::string> words) {
  std::sort(words.begin(), words.end());
  words.erase(std::unique(words.begin(), words.end()), words.end());
  return words;
}

// The one of the known words that was typed, case and spaces apart; else what is wrong, with the
// nearest.
Result<std::string> one_of(const std::string& typed, const std::vector<std::string>& known,
                           Diagnostic otherwise) {
  if (typed.empty()) return std::string();
  for (const std::string& word : known) {
    if (folded_equal(word, typed)) return word;
  }
  const auto near = nearest(typed, known, 1);
  if (!near.empty())
    otherwise.help.insert(otherwise.help.begin(), {Msg::DidYouMean, {near.front()}});
  return otherwise;
}

Result<std::string> place_of(const Engine& engine, const std::string& typed) {
  if (typed.empty()) return std::string();
  const PlaceRow* place = engine.places().find(typed);
  if (place != nullptr) return place->code;
  std::vector<Text> help = did_you_mean(engine.places().nearest_names(typed));
  help.push_back({Msg::FactPlaceForm, {}});
  return complaint("F002", {Msg::FactUnknownPlace, {"--maker-hq", typed}}, help);
}

// What the filters mean, or everything that is wrong with them.
Result<Sought> sought_by(const Engine& engine, const Filters& filters,
                         const std::optional<Number>& least, const std::optional<Number>& most) {
  std::vector<std::string> vendors, kinds;
  for (const Chip& chip : engine.catalogue().chips()) {
    vendors.push_back(chip.vendor);
    kinds.emplace_back(chip.text("kind"));
  }
  vendors = once_each(vendors);
  kinds = once_each(kinds);
  const auto vendor = one_of(filters.vendor, vendors,
                             complaint("C053", {Msg::CliUnknownVendor, {filters.vendor}},
                                       {{Msg::CliVendors, {joined(vendors, ", ")}}}));
  const auto kind =
      one_of(filters.kind, kinds,
             complaint("C006", {Msg::CliNotOneOf, {"--kind", filters.kind, joined(kinds, ", ")}}));
  const auto maker = place_of(engine, filters.maker);
  std::vector<Diagnostic> problems;
  for (const auto* part : {&vendor, &kind, &maker}) {
    if (!part->ok()) problems.push_back(part->errors().front());
  }
  if (least && most && *least > *most) {
    problems.push_back(complaint(
        "C054",
        {Msg::CliLeastAboveMost, {"--min-tpp", filters.min_tpp, "--max-tpp", filters.max_tpp}}));
  }
  if (!problems.empty()) return problems;
  return Sought{*vendor, *kind, *maker, least, most};
}

Result<std::optional<Number>> number_of(const std::string& option, const std::string& text) {
  if (text.empty()) return std::optional<Number>();
  const auto number = Number::parse(text);
  if (!number) return complaint("C051", {Msg::CliNotANumberFor, {option, text}});
  return number;
}

Diagnostic unknown_chip(const std::string& typed, const Resolution& found) {
  return complaint("F001", {Msg::CliUnknownChip, {typed}}, did_you_mean(found.nearest));
}

// The rows that the words mean, in the order named.
Result<std::vector<ChipRow>> resolve(const Engine& engine, std::span<const std::string> words) {
  std::vector<ChipRow> rows;
  std::vector<Diagnostic> problems;
  for (const std::string& word : words) {
    const Resolution found = engine.catalogue().resolve(word);
    if (found.chips.empty()) problems.push_back(unknown_chip(word, found));
    for (const Chip* chip : found.chips) rows.push_back(row_of(*chip));
  }
  if (!problems.empty()) return problems;
  return rows;
}

}  // namespace

int chips_command(Arguments arguments, const Terminal& terminal, Language language) {
  CommandLine line("licit chips", Msg::CliSaysChips);
  Shown shown;
  Filters filters;
  std::vector<std::string> words;
  line.words(say(language, Msg::CliWordsChips), words, Msg::CliOptChips);
  line.option("--vendor", filters.vendor, "NAME", Msg::CliOptVendor);
  line.option("--kind", filters.kind, "KIND", Msg::CliOptItemKind);
  line.option("--maker-hq", filters.maker, "PLACE", Msg::CliOptMakerHq);
  line.option("--min-tpp", filters.min_tpp, "N", Msg::CliOptMinTpp);
  line.option("--max-tpp", filters.max_tpp, "N", Msg::CliOptMaxTpp);
  line.option("--class-on", filters.class_on, "YYYY-MM-DD", Msg::CliOptClassOn);
  declare(line, shown);
  line.example("licit chips --vendor nvidia --min-tpp 2400 --class-on 2024-06-03");
  line.example("licit chips show \"hgx h20\"");
  line.example("licit chips compare h20 h100_sxm5 mi308x");
  if (const auto done = line.read(arguments, terminal, language)) return *done;

  std::vector<Diagnostic> problems;
  const auto look = [&](const auto& result) {
    if (result.ok()) return;
    problems.insert(problems.end(), result.errors().begin(), result.errors().end());
  };
  look(language_of(shown.lang, terminal));
  const auto least = number_of("--min-tpp", filters.min_tpp);
  look(least);
  const auto most = number_of("--max-tpp", filters.max_tpp);
  look(most);
  std::optional<Date> day;
  if (!filters.class_on.empty()) {
    const auto read = day_of("--class-on", filters.class_on);
    look(read);
    if (read.ok()) day = *read;
  }
  std::string action = "list";
  if (!words.empty() && (words[0] == "list" || words[0] == "show" || words[0] == "compare")) {
    action = words[0];
    words.erase(words.begin());
  } else if (!words.empty()) {
    action = "show";  // `licit chips h20`
  }
  if (action == "list" && !words.empty()) {
    problems.push_back(complaint("C004", {Msg::CliTooManyWords, {words[0]}}));
  }
  const std::pair<const char*, const std::string*> of_list[] = {{"--vendor", &filters.vendor},
                                                                {"--kind", &filters.kind},
                                                                {"--maker-hq", &filters.maker},
                                                                {"--min-tpp", &filters.min_tpp},
                                                                {"--max-tpp", &filters.max_tpp}};
  for (const auto& [option, value] : of_list) {
    if (action == "list" || value->empty()) continue;
    problems.push_back(complaint("C055", {Msg::CliOnlyForList, {option, action}}));
  }
  if (action != "list" && words.empty()) {
    problems.push_back(complaint("C052", {Msg::CliNameAChip, {action}}));
  }
  if (!problems.empty()) {
    show(terminal, language, problems);
    return wrong_use;
  }
  const auto engine = load(shown, terminal, language);
  if (!engine) return wrong_use;

  // "show hgx h20" is one name where it means something whole.
  if (action == "show" && words.size() > 1 &&
      !engine->catalogue().resolve(joined(words, " ")).chips.empty()) {
    words = {joined(words, " ")};
  }
  std::vector<ChipRow> rows;
  if (action == "list") {
    const auto sought = sought_by(*engine, filters, *least, *most);
    if (!sought.ok()) {
      show(terminal, language, sought.errors());
      return wrong_use;
    }
    for (const Chip& chip : engine->catalogue().chips()) {
      ChipRow row = row_of(chip);
      if (passes(*sought, row)) rows.push_back(std::move(row));
    }
  } else {
    auto found = resolve(*engine, words);
    if (!found.ok()) {
      show(terminal, language, found.errors());
      return wrong_use;
    }
    rows = std::move(found).value();
  }
  if (day) {
    for (ChipRow& row : rows) row.paragraph = class_on(*engine, *row.chip, *day);
  }
  const Page page = page_for(terminal, language);
  if (shown.json) {
    terminal.out << chips_json(rows, day) << "\n";
  } else if (rows.empty()) {
    terminal.out << wrapped(say(language, Msg::CliNoChipMatches) +
                                (*least || *most ? " " + say(language, Msg::CliNoChipMatchesUnknown)
                                                 : std::string()),
                            page.width, 0, 0)
                 << "\n";
  } else if (action == "list") {
    terminal.out << chips_table(page, rows, day);
  } else if (action == "show") {
    for (const ChipRow& row : rows) terminal.out << chip_page(page, row, day);
  } else {
    terminal.out << chips_side_by_side(page, rows, day);
  }
  return 0;
}

}  // namespace licit::cli
