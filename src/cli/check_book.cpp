#include "book/book.h"
#include "cli/check_file.h"
#include "cli/interrupt.h"
#include "cli/say.h"

namespace licit::cli {
namespace {

std::optional<Diagnostic> read_wishes(const FileWishes& wishes, BookOptions& options) {
  options.out = wishes.out;
  if (wishes.decimal == "comma") {
    options.decimal = DecimalMark::Comma;
  } else if (wishes.decimal == "point") {
    options.decimal = DecimalMark::Point;
  } else if (!wishes.decimal.empty()) {
    return complaint("C006", {Msg::CliNotOneOf, {"--decimal", wishes.decimal, "point, comma"}});
  }
  if (wishes.dates == "dmy") {
    options.dates = DateOrder::Dmy;
  } else if (wishes.dates == "mdy") {
    options.dates = DateOrder::Mdy;
  } else if (!wishes.dates.empty() && wishes.dates != "iso") {
    return complaint("C006", {Msg::CliNotOneOf, {"--dates", wishes.dates, "iso, dmy, mdy"}});
  }
  return std::nullopt;
}

}  // namespace

int check_book(const FileToCheck& file, std::optional<TextFile> open, OrderFormat format,
               const Terminal& terminal, Language language) {
  BookOptions options;
  options.format = format;
  if (const auto why = read_wishes(file.wishes, options)) {
    show(terminal, language, *why);
    return wrong_use;
  }
  Stated for_every_line = file.stated;
  for_every_line.item.clear();
  auto given = transaction_of(for_every_line);
  if (!given.ok()) {
    show(terminal, language, given.errors());
    return wrong_use;
  }
  options.given = std::move(given.value().fields);
  options.language = language;
  options.known = file.options.known;
  options.knower = file.options.knower;
  options.posture = file.options.posture;
  options.readings = file.options.readings;
  options.strict = file.options.strict;

  const auto engine = load(file.shown, terminal, language);
  if (!engine) return wrong_use;
  if (const auto asked = engine->question({}, file.options); !asked.ok()) {
    show(terminal, language, asked.errors());  // a reading that the pack does not have
    return wrong_use;
  }
  const Interrupt interrupt;
  std::ostream* progress = terminal.err_is_terminal ? &terminal.err : nullptr;
  const auto summary = open ? decide_book(engine->law(), engine->catalogue(), *std::move(open),
                                          options, progress, Interrupt::flag())
                            : decide_book(engine->law(), engine->catalogue(), file.path, options,
                                          progress, Interrupt::flag());
  if (!summary.ok()) {
    show(terminal, language, summary.errors());
    return wrong_use;
  }
  if (file.shown.json) {
    terminal.out << summary_json(*summary) << "\n";
  } else {
    terminal.out << render_summary(*summary, language, page_for(terminal, language).width);
  }
  return summary->exit_status;
}

}  // namespace licit::cli
