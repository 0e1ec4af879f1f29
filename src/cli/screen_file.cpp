// licit screen parties.csv: every party of a file, on two threads, into a file with what was found.
#include <algorithm>
#include <array>
#include <thread>

#include "base/beginning.h"
#include "base/party_messages.h"
#include "base/text.h"
#include "book/csv_text.h"
#include "book/decisions_file.h"
#include "book/progress.h"
#include "book/table_reader.h"
#include "cli/interrupt.h"
#include "cli/render_screen.h"
#include "cli/say.h"
#include "cli/screen_asked.h"
#include "cli/screen_words.h"
#include "facts/value_text.h"

namespace licit::cli {
namespace {

constexpr std::size_t batch_rows = 4096;
constexpr std::uint64_t most_told = 20;

enum class Field : std::uint8_t { None, Name, Type, Country, Address, Id, Born };

// A heading of the file, case, spaces and underscores aside.
Field field_of(std::string_view heading) {
  struct Known {
    std::string_view word;
    Field field;
  };
  constexpr std::array<Known, 22> known{{{"name", Field::Name},
                                         {"fullname", Field::Name},
                                         {"partyname", Field::Name},
                                         {"company", Field::Name},
                                         {"companyname", Field::Name},
                                         {"type", Field::Type},
                                         {"partytype", Field::Type},
                                         {"schema", Field::Type},
                                         {"country", Field::Country},
                                         {"countries", Field::Country},
                                         {"nationality", Field::Country},
                                         {"address", Field::Address},
                                         {"id", Field::Id},
                                         {"idnumber", Field::Id},
                                         {"uscc", Field::Id},
                                         {"lei", Field::Id},
                                         {"imo", Field::Id},
                                         {"passport", Field::Id},
                                         {"registration", Field::Id},
                                         {"born", Field::Born},
                                         {"birthdate", Field::Born},
                                         {"dateofbirth", Field::Born}}};
  const std::string folded = fold(heading);
  for (const Known& one : known) {
    if (one.word == folded) return one.field;
  }
  return Field::None;
}

struct Row {
  std::string line;  // as read, and then with what was found
  Place place;
  PartyQuery query;
  ScreenOutcome outcome = ScreenOutcome::Nobody;
  std::optional<Diagnostic> problem;  // carried along, not screened
};

// Countries however they are called; false where one is none, and it is not compared.
bool add_countries(std::string_view cell, std::vector<std::string>& into) {
  // "Korea, Republic of"
  if (const PlaceRow* whole = place_named(cell)) {
    into.push_back(country_code(*whole));
    return true;
  }
  bool all = true;
  for (const std::string& one : split_list(cell, ",;|")) {
    const PlaceRow* place = place_named(one);
    all = all && place != nullptr;
    if (place != nullptr) into.push_back(country_code(*place));
  }
  return all;
}

class FileScreening {
 public:
  FileScreening(const NameIndex& index, const Resolutions& resolutions, const ScreenAsked& asked)
      : resolutions_(resolutions),
        screeners_{Screener(index, without_words(asked.options)),
                   Screener(index, without_words(asked.options))} {}

  void run(std::vector<Row>& rows) {
    const auto part = [&](std::size_t from, std::size_t to, Screener& screener) {
      for (std::size_t i = from; i < to && !Interrupt::flag(); ++i) one(rows[i], screener);
    };
    const std::size_t half = rows.size() / 2;
    std::thread other([&] { part(half, rows.size(), screeners_[1]); });
    part(0, half, screeners_[0]);
    other.join();
  }

 private:
  static ScreenOptions without_words(ScreenOptions options) {
    options.explain = false;
    return options;
  }

  void one(Row& row, Screener& screener) {
    const auto refused = [&row] { row.line += ",not-screened,,,,,,,\n"; };
    if (row.problem) return refused();
    const auto hits = resolutions_.review(screener.index(), row.query, screener.screen(row.query));
    if (hits.empty() && !asks_beside_name(row.query)) {
      row.problem = unaskable_name(row.query, false);
      if (row.problem) {
        row.problem->place = row.place;
        return refused();
      }
    }
    row.outcome = outcome_of(hits);
    std::size_t alerts = 0;
    const ReviewedHit* best = nullptr;
    for (const ReviewedHit& hit : hits) {
      if (!is_alert(hit)) continue;
      ++alerts;
      if (best == nullptr) best = &hit;
    }
    if (best == nullptr && !hits.empty()) best = &hits.front();
    row.line += ',';
    row.line += outcome_name(row.outcome);
    row.line += ',' + std::to_string(alerts) + ',';
    if (best == nullptr) {
      row.line += ",,,,,\n";
      return;
    }
    const NameIndex& index = screener.index();
    const EntryRow& entry = index.entries[best->hit.entry];
    row.line +=
        std::string(band_name(best->hit.band)) + ',' + score_words(Language::En, best->hit.score) +
        ',' + std::string(list_code_name(static_cast<ListCode>(index.list_rows[entry.list].code))) +
        ',';
    row.line += csv_cell(index.text(entry.id));
    row.line += ',';
    row.line += csv_cell(best->hit.matched.text);
    row.line += ',';
    std::string evidence;
    for (const Evidence& one_of : best->hit.evidence) {
      evidence += (evidence.empty() ? "" : " ") + std::string(one_of.supports ? "+" : "-") +
                  std::string(evidence_name(one_of.kind));
    }
    row.line += csv_cell(evidence);
    row.line += '\n';
  }

  const Resolutions& resolutions_;
  std::array<Screener, 2> screeners_;
};

class FileReading {
 public:
  FileReading(TableReader& table, const ScreenAsked& asked) : table_(table), asked_(asked) {
    for (const std::string& heading : table.header()) fields_.push_back(field_of(heading));
  }
  std::ptrdiff_t names() const { return std::count(fields_.begin(), fields_.end(), Field::Name); }
  bool has_name() const {
    return std::find(fields_.begin(), fields_.end(), Field::Name) != fields_.end();
  }

  // Cells that name a country or a date of birth and are not understood: how many, and the first.
  std::uint64_t unread() const { return unread_; }
  const std::string& first_unread() const { return first_unread_; }

  // The row just read, with what is wrong with it.
  void read(Row& row) {
    const auto cells = table_.cells();
    row.query = asked_.query;
    row.query.name.clear();
    row.place = table_.place_of(0);
    std::optional<Diagnostic>& wrong = row.problem;
    for (std::size_t i = 0; i < fields_.size(); ++i) {
      const std::string_view cell = i < cells.size() ? cells[i] : std::string_view();
      if (i > 0) row.line += ',';
      row.line += csv_cell(cell);
      const std::string_view text = trimmed(cell);
      if (text.empty()) continue;
      if (auto why = take(fields_[i], text, row.query)) {
        why->place = table_.place_of(i);
        wrong = std::move(why);
      }
    }
    if (!wrong && row.query.name.empty() && row.query.ids.empty()) {
      wrong = complaint("P159", {msg::ScreenFileNobody, {}});
      wrong->place = row.place;
    }
    if (!wrong && !asks_beside_name(row.query)) {
      wrong = unaskable_name(row.query, true);
      if (!wrong && row.query.name.empty()) wrong = unaskable_number(row.query.ids[0]);
      if (wrong) wrong->place = row.place;
    }
  }

 private:
  void not_read(std::string_view text) {
    if (++unread_ == 1) first_unread_ = beginning(text);
  }

  std::optional<Diagnostic> take(Field field, std::string_view text, PartyQuery& query) {
    switch (field) {
      case Field::Name:
        if (query.name.empty()) query.name = text;
        break;
      case Field::Type: {
        const auto type = parse_party_type(text);
        if (!type) return complaint("P159", {msg::ScreenFileBadType, {std::string(text)}});
        query.type = *type;
        break;
      }
      case Field::Country:
        if (!add_countries(text, query.countries)) not_read(text);
        break;
      case Field::Address:
        query.addresses.emplace_back(text);
        break;
      case Field::Id:
        query.ids.push_back(number_alone(text));
        break;
      case Field::Born:
        if (is_birth_date(text)) {
          query.birth_dates.emplace_back(text);
        } else {
          not_read(text);
        }
        break;
      case Field::None:
        break;
    }
    return {};
  }

  TableReader& table_;
  const ScreenAsked& asked_;
  std::vector<Field> fields_;
  std::uint64_t unread_ = 0;
  std::string first_unread_;
};

struct Counts {
  std::array<std::uint64_t, 4> outcomes{};
  std::uint64_t rows = 0, bad = 0;
};

// The worst row counts: 2, 4, 3, then that of nobody.
int status_of(const Counts& counts, const NameIndex& index) {
  if (counts.bad > 0) return wrong_use;
  ScreenOutcome worst = ScreenOutcome::Nobody;
  if (counts.outcomes[static_cast<std::size_t>(ScreenOutcome::Listed)] > 0)
    worst = ScreenOutcome::Listed;
  if (counts.outcomes[static_cast<std::size_t>(ScreenOutcome::Alerts)] > 0)
    worst = ScreenOutcome::Alerts;
  return screen_status(worst, index);
}

}  // namespace

int screen_file(const std::string& path, const std::string& out, const ScreenAsked& asked,
                const Terminal& terminal, Language language) {
  const Interrupt interrupt;
  const auto refuse = [&](const Diagnostic& why) {
    show(terminal, language, why);
    return wrong_use;
  };
  auto opened = TextFile::open(path, Interrupt::flag());
  if (!opened.ok()) return refuse(opened.errors()[0]);
  TextFile& file = opened.value();
  TableReader table(file);
  if (const auto wrong =
          table.read_header([](std::string_view name) { return field_of(name) != Field::None; })) {
    return refuse(*wrong);
  }
  FileReading reading(table, asked);
  if (reading.names() > 1) return refuse(complaint("P158", {msg::ScreenTwoNames, {path}}));
  if (!reading.has_name()) return refuse(complaint("P158", {msg::ScreenFileNoName, {path}}));
  const auto index = index_to_screen(asked.lists, terminal, language);
  if (!index) return wrong_use;
  if (const auto absent = absent_list(asked, *index)) return refuse(*absent);
  const auto resolutions_at = resolutions_path(terminal, language);
  if (!resolutions_at) return wrong_use;
  const auto resolutions = Resolutions::open(*resolutions_at);
  if (!resolutions.ok()) return refuse(resolutions.errors()[0]);
  auto screened = DecisionsFile::create(out, path);
  if (!screened.ok()) return refuse(screened.errors()[0]);

  std::string heading;
  for (const std::string& one : table.header()) {
    heading += csv_cell(one);
    heading += ',';
  }
  screened.value().write(heading + "outcome,alerts,band,score,list,entry,matched,evidence\n");
  Counts counts;
  const auto tell_bad = [&](const Diagnostic& why) {
    if (++counts.bad <= most_told) show(terminal, language, why);
  };
  FileScreening screening(*index, *resolutions, asked);
  Progress progress(terminal.err_is_terminal ? &terminal.err : nullptr, language, file.size());
  std::vector<Row> rows;
  const auto flush = [&] {
    screening.run(rows);
    for (const Row& row : rows) {
      screened.value().write(row.line);
      if (row.problem) {
        tell_bad(*row.problem);
        continue;
      }
      ++counts.outcomes[static_cast<std::size_t>(row.outcome)];
      ++counts.rows;
    }
    rows.clear();
    progress.at(counts.rows, table.bytes_done());
  };
  for (;;) {
    const TableReader::Step step = table.next();
    if (step == TableReader::Step::End || Interrupt::flag() || screened->has_failed()) break;
    if (step == TableReader::Step::Bad) {
      tell_bad(table.problem());
      continue;
    }
    Row row;
    reading.read(row);
    rows.push_back(std::move(row));
    if (rows.size() == batch_rows) flush();
  }
  flush();
  if (Interrupt::flag()) {
    tell(terminal, language, msg::ScreenFileStopped, {out});
    return wrong_use;
  }
  if (const auto why = file.failure()) return refuse(*why);
  if (const auto why = screened.value().commit()) return refuse(*why);
  if (counts.bad > most_told)
    tell(terminal, language, msg::ScreenFileMoreBad, {std::to_string(counts.bad - most_told)});
  if (reading.unread() > 0)
    tell(terminal, language, msg::ScreenFileUnread,
         {std::to_string(reading.unread()), reading.first_unread()});
  const auto count = [&](ScreenOutcome one) {
    return std::to_string(counts.outcomes[static_cast<std::size_t>(one)]);
  };
  const Page page = page_for(terminal, language);
  terminal.out << wrapped(say(language, msg::ScreenFileDone,
                              {std::to_string(counts.rows), count(ScreenOutcome::Listed),
                               count(ScreenOutcome::Alerts), count(ScreenOutcome::Settled),
                               count(ScreenOutcome::Nobody), std::to_string(counts.bad)}),
                          page.width, 0, 2)
               << "\n";
  terminal.out << starter_note(page, *index);
  return status_of(counts, *index);
}

}  // namespace licit::cli
