// licit classify FILE: what each part of a vendor's list is.
#include "book/part_list.h"
#include "cli/check_file.h"
#include "cli/interrupt.h"
#include "cli/say.h"

namespace licit::cli {

int classify_file(const FileToCheck& file, const Terminal& terminal, Language language) {
  const auto refuse = [&](const std::vector<Diagnostic>& why) {
    show(terminal, language, why);
    return wrong_use;
  };
  const auto format = format_of(file.wishes);
  if (!format.ok()) return refuse(format.errors());
  const auto style = style_of(file.wishes);
  if (!style.ok()) return refuse(style.errors());
  Stated for_every_line = file.stated;
  for_every_line.item.clear();
  auto given = transaction_of(for_every_line);
  if (!given.ok()) return refuse(given.errors());

  PartListOptions options;
  options.out = file.wishes.out;
  options.language = language;
  options.format = *format;
  options.decimal = style->decimal;
  options.dates = style->dates;
  options.given = std::move(given.value().fields);
  options.setting = {.known = file.options.known,
                     .knower = file.options.knower,
                     .posture = file.options.posture,
                     .readings = file.options.readings,
                     .strict = file.options.strict};
  const Interrupt interrupt;
  auto opened = TextFile::open(file.path, Interrupt::flag());
  if (!opened.ok()) return refuse(opened.errors());
  const auto engine = load(file.shown, terminal, language);
  if (!engine) return wrong_use;
  if (const auto asked = engine->question({}, file.options); !asked.ok())
    return refuse(asked.errors());  // a reading that the pack does not have
  std::ostream* progress = terminal.err_is_terminal ? &terminal.err : nullptr;
  const auto summary = classify_parts(engine->law(), engine->catalogue(), std::move(opened).value(),
                                      options, progress, Interrupt::flag());
  if (!summary.ok()) return refuse(summary.errors());
  if (file.shown.json) {
    terminal.out << part_summary_json(*summary) << "\n";
  } else {
    terminal.out << render_part_summary(*summary, language, page_for(terminal, language).width);
  }
  return summary->exit_status;
}

}  // namespace licit::cli
