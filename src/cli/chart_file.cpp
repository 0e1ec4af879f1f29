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

Result<chart::Theme> look_of(const std::string& theme) {
  if (theme.empty() || theme == "auto") return chart::Theme::Auto;
  if (theme == "light") return chart::Theme::Light;
  if (theme == "dark") return chart::Theme::Dark;
  return complaint("C006", {Msg::CliNotOneOf, {"--theme", theme, "light, dark, auto"}});
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
