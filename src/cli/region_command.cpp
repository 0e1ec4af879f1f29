// licit region: which items may go.
#include "base/text.h"
#include "chart/region_chart.h"
#include "cli/asking.h"
#include "cli/chart_file.h"
#include "cli/commands.h"
#include "cli/render_region.h"
#include "cli/say.h"
#include "decide/region_json.h"

namespace licit::cli {
namespace {

// "tpp,pd": C077 where it is not two names.
Result<RegionOptions> wishes_of(const std::string& axes, const std::string& chips) {
  RegionOptions out;
  const auto split = [](const std::string& text) { return split_list(text, ","); };
  if (!axes.empty()) {
    const std::vector<std::string> two = split(axes);
    if (two.size() != 2) return complaint("C077", {Msg::RegionTwoAxes, {}});
    out.axes = {two[0], two[1]};
  }
  if (!chips.empty()) out.chips = split(chips);
  return out;
}

}  // namespace

int region_command(Arguments arguments, const Terminal& terminal, Language language) {
  CommandLine line("licit region", Msg::CliSaysRegion);
  Shown shown;
  Reading reading;
  Stated stated;
  std::string axes, chips, svg, theme;
  line.words("", stated.item, Msg::RegionItemGiven);
  line.option("--axes", axes, "X,Y", Msg::CliOptAxes);
  line.option("--chips", chips, "CHIP,...", Msg::CliOptChipsShown);
  line.option("--svg", svg, "FILE|-", Msg::CliOptSvg);
  line.option("--theme", theme, "light|dark|auto", Msg::CliOptTheme);
  declare(line, stated);
  declare(line, reading);
  declare(line, shown);
  line.example("licit region --to CN --on 2024-06-03");
  line.example("licit region --to CN --on 2025-05-01 --exporter NVIDIA --svg china.svg");
  line.example("licit region --to CN --axes tpp,dram --chips h20,h200 --svg - > cn.svg");
  if (const auto done = line.read(arguments, terminal, language)) return *done;

  std::vector<Diagnostic> problems;
  const auto look = [&](const auto& result) {
    if (result.ok()) return;
    problems.insert(problems.end(), result.errors().begin(), result.errors().end());
  };
  look(language_of(shown.lang, terminal));
  const auto options = options_of(reading);
  look(options);
  const auto transaction = transaction_of(stated);
  look(transaction);
  const auto wishes = wishes_of(axes, chips);
  look(wishes);
  look(look_of(theme));
  if (!stated.item.empty()) problems.push_back(complaint("C078", {Msg::RegionItemGiven, {}}));
  if (!problems.empty()) {
    show(terminal, language, problems);
    return wrong_use;
  }
  const auto engine = load(shown, terminal, language);
  if (!engine) return wrong_use;
  const auto query = engine->question(*transaction, *options);
  auto found = query.ok()
                   ? region_report(engine->law(), engine->catalogue(),
                                   engine->compiled(query->known, query->knower), *query, *wishes)
                   : Result<RegionReport>(query.errors());
  if (!found.ok()) {
    show(terminal, language, found.errors());
    return wrong_use;
  }
  RegionReport report = std::move(found).value();
  for (const TransactionField& field : transaction->fields) {
    report.receipt.transaction.emplace_back(field.name, field.text);
  }
  if (!svg.empty() && report.plane.cells.empty()) {
    show(terminal, language, complaint("C077", {Msg::RegionTwoAxes, {}}));
    return wrong_use;
  }
  if (!svg.empty()) {
    return write_chart(svg,
                       chart::region_chart(engine->pack(), report, {*look_of(theme), language}),
                       terminal, language);
  }
  if (shown.json) {
    terminal.out << region_json(engine->pack(), report, JsonStyle::Pretty) << "\n";
    return 0;
  }
  terminal.out << render_region(page_for(terminal, language), engine->pack(), report,
                                shown.explain);
  return 0;
}

}  // namespace licit::cli
