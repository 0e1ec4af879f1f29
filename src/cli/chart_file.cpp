#include "cli/chart_file.h"

#include "book/decisions_file.h"
#include "cli/say.h"

namespace licit::cli {

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
    show(terminal, language, created.errors());
    return wrong_use;
  }
  DecisionsFile file = std::move(created).value();
  file.write(svg);
  if (const auto why = file.commit()) {
    show(terminal, language, *why);
    return wrong_use;
  }
  tell(terminal, language, Msg::RegionWrote, {path});
  return 0;
}

}  // namespace licit::cli
