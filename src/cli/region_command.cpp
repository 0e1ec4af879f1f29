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
  Typed typed;
  ChartWishes chart;
  std::string axes, chips;
  line.words("", typed.stated.item, Msg::RegionItemGiven);
  line.option("--axes", axes, "X,Y", Msg::CliOptAxes);
  line.option("--chips", chips, "CHIP,...", Msg::CliOptChipsShown);
  declare(line, chart);
  declare(line, typed);
  line.example("licit region --to CN --on 2024-06-03");
  line.example("licit region --to CN --on 2025-05-01 --exporter NVIDIA --svg china.svg");
  line.example("licit region --to CN --axes tpp,dram --chips h20,h200 --svg - > cn.svg");
  if (const auto done = line.read(arguments, terminal, language)) return *done;

  Complaints complaints;
  const auto [options, transaction] = asked_of(typed, terminal, complaints);
  const auto wishes = wishes_of(axes, chips);
  gather(complaints, wishes);
  const auto look = look_of(chart, typed.shown);
  gather(complaints, look);
  if (!typed.stated.item.empty()) {
    complaints.push_back(complaint("C078", {Msg::RegionItemGiven, {}}));
  }
  if (!complaints.empty()) {
    show(terminal, language, complaints);
    return wrong_use;
  }
  const auto engine = load(typed.shown, terminal, language);
  if (!engine) return wrong_use;
  const auto query = engine->question(transaction, options);
  auto found = query.ok()
                   ? region_report(engine->law(), engine->catalogue(),
                                   engine->compiled(query->known, query->knower), *query, *wishes)
                   : Result<RegionReport>(query.errors());
  if (!found.ok()) {
    show(terminal, language, found.errors());
    return wrong_use;
  }
  RegionReport report = std::move(found).value();
  for (const TransactionField& field : transaction.fields) {
    report.receipt.transaction.emplace_back(field.name, field.text);
  }
  if (!chart.svg.empty() && report.plane.cells.empty()) {
    show(terminal, language, complaint("C077", {Msg::RegionTwoAxes, {}}));
    return wrong_use;
  }
  if (!chart.svg.empty()) {
    return write_chart(chart.svg, chart::region_chart(engine->pack(), report, {*look, language}),
                       terminal, language);
  }
  if (typed.shown.json) {
    terminal.out << region_json(engine->pack(), report, JsonStyle::Pretty) << "\n";
    return 0;
  }
  terminal.out << render_region(page_for(terminal, language), engine->pack(), report,
                                typed.shown.explain);
  return 0;
}

}  // namespace licit::cli
