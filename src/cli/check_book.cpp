#include "book/book.h"
#include "cli/check_file.h"
#include "cli/interrupt.h"
#include "cli/say.h"
#include "cli/stored_lists.h"

namespace licit::cli {

int check_book(const FileToCheck& file, std::optional<TextFile> open, OrderFormat format,
               const Terminal& terminal, Language language) {
  BookOptions options;
  options.format = format;
  options.out = file.wishes.out;
  const auto style = style_of(file.wishes);
  if (!style.ok()) {
    show(terminal, language, style.errors());
    return wrong_use;
  }
  options.decimal = style->decimal;
  options.dates = style->dates;
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
  std::optional<OwnersReadFiles> owners;
  if (!file.about.owners.files.empty()) {
    owners = read_owner_files(file.about.owners, terminal, language);
    if (!owners) return wrong_use;
    options.owners = &owners->given;
  }
  StoredLists lists(terminal, language);
  if (!file.about.no_screen) options.lists_on = [&lists](Date on) { return lists.on(on); };
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
  // What was wrong with the shareholdings was said; the lines were decided all the same.
  return owners && owners->faulty ? wrong_use : summary->exit_status;
}

}  // namespace licit::cli
