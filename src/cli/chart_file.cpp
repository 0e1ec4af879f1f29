#include "cli/chart_file.h"

#include "book/decisions_file.h"
#include "cli/say.h"

namespace licit::cli {
namespace {

// What helps is said of the decisions of an order file.
Diagnostic without_help(Diagnostic why) {
  why.help.clear();
  return why;
}

}  // namespace

void declare(CommandLine& line, ChartWishes& wishes) {
  line.option("--svg", wishes.svg, "FILE|-", Msg::CliOptSvg);
  line.option("--theme", wishes.theme, "light|dark|auto", Msg::CliOptTheme);
}

Result<chart::Theme> look_of(const ChartWishes& wishes, const Shown& shown) {
  std::vector<Diagnostic> wrong;
  for (const auto& [option, typed] :
       {std::pair{"--json", shown.json}, {"--explain", shown.explain}}) {
    if (!typed || wishes.svg.empty()) continue;
    wrong.push_back(complaint("C013", {Msg::CliNotTogether, {option, "--svg"}}));
  }
  const std::string& theme = wishes.theme;
  if (!theme.empty() && wishes.svg.empty()) {
    wrong.push_back(complaint("C014", {Msg::CliOnlyWith, {"--theme", "--svg"}}));
  }
  auto look = chart::Theme::Auto;
  if (theme == "light") {
    look = chart::Theme::Light;
  } else if (theme == "dark") {
    look = chart::Theme::Dark;
  } else if (!theme.empty() && theme != "auto") {
    wrong.push_back(complaint("C006", {Msg::CliNotOneOf, {"--theme", theme, "light, dark, auto"}}));
  }
  if (!wrong.empty()) return wrong;
  return look;
}

int write_chart(const std::string& path, const std::string& svg, const Terminal& terminal,
                Language language) {
  if (path == "-") {
    terminal.out << svg;
    return 0;
  }
  auto created = DecisionsFile::create(path, "");
  if (!created.ok()) {
    show(terminal, language, without_help(created.errors().front()));
    return wrong_use;
  }
  DecisionsFile file = std::move(created).value();
  file.write(svg);
  if (const auto why = file.commit()) {
    show(terminal, language, without_help(*why));
    return wrong_use;
  }
  tell(terminal, language, Msg::RegionWrote, {path});
  return 0;
}

}  // namespace licit::cli
