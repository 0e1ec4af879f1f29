// Our own CSV: one stake a row.
#include <array>

#include "base/beginning.h"
#include "base/text.h"
#include "parties/owners/csv_rows.h"
#include "parties/owners/formats.h"

namespace licit {
namespace {

enum Column : std::size_t {
  Owner,
  Owned,
  ShareOf,
  From,
  Until,
  Class,
  Kind,
  Source,
  OwnerName,
  OwnedName,
  OwnerCountry,
  OwnedCountry,
  OwnerHq,
  OwnedHq,
  OwnerPerson,
  Columns
};
constexpr std::array<std::string_view, Columns> names = {
    "owner",         "owned",         "share",    "from",       "until",
    "class",         "kind",          "source",   "owner-name", "owned-name",
    "owner-country", "owned-country", "owner-hq", "owned-hq",   "owner-person"};

constexpr std::size_t none = static_cast<std::size_t>(-1);

struct Heading {
  std::array<std::size_t, Columns> at;
  bool ok = true;
};

Heading heading_of(const CsvRows& rows, Complaints& complaints) {
  Heading out;
  out.at.fill(none);
  const std::vector<std::string> known(names.begin(), names.end());
  for (std::size_t i = 0; i < rows.cells().size(); ++i) {
    const std::string word = fold(rows.cells()[i]);
    std::size_t found = none;
    for (std::size_t c = 0; c < Columns; ++c)
      if (fold(names[c]) == word) found = c;
    if (found != none && out.at[found] == none) {
      out.at[found] = i;
    } else if (!word.empty()) {
      std::vector<Text> help;
      for (const std::string& near : nearest(rows.cells()[i], known, 1))
        help.push_back({Msg::DidYouMean, {near}});
      complaints.warning("P211", {msg::OwnUnknownColumn, {beginning(rows.cells()[i])}},
                         rows.begin_of(i), help);
    }
  }
  for (const Column needed : {Owner, Owned}) {
    if (out.at[needed] != none) continue;
    out.ok = false;
    complaints.error("P210", {msg::OwnColumnMissing, {std::string(names[needed])}}, rows.begin(),
                     {{msg::OwnColumns, {joined(known, ", ")}}});
  }
  if (out.ok && out.at[ShareOf] == none)
    complaints.warning("P212", {msg::OwnNoShares, {}}, rows.begin());
  return out;
}

}  // namespace

void read_owners_csv(OwnersFile& file) {
  OwnershipGraph& graph = file.graph;
  Complaints& complaints = file.complaints;
  CsvRows rows(file.bytes);
  if (!rows.next()) return;
  const Heading heading = heading_of(rows, complaints);
  if (!heading.ok) {
    file.read.format = OwnersFormat::None;
    return;
  }
  const std::size_t width = rows.cells().size();
  // A row of ours is some 40 bytes.
  graph.reserve(file.bytes.size() / 48);
  while (rows.next()) {
    const auto& cells = rows.cells();
    const auto cell = [&](Column c) -> std::string_view {
      const std::size_t at = heading.at[c];
      return at < cells.size() ? cells[at] : std::string_view();
    };
    const auto where = [&](Column c) {
      return heading.at[c] < cells.size() ? rows.begin_of(heading.at[c]) : rows.begin();
    };
    if (rows.stray() && !rows.cut_off())
      complaints.error("P217", {msg::OwnStrayQuote, {}}, rows.begin());
    if (cells.size() != width) {
      complaints.error("P213",
                       {msg::OwnRowWidth, {std::to_string(cells.size()), std::to_string(width)}},
                       rows.begin());
    }
    auto begun =
        stake_between(cell(Owner), cell(Owned), rows.begin(), rows.line(), cell(Source), file);
    if (!begun) continue;
    Stake& stake = *begun;
    // A row of another width may have its share elsewhere.
    if (cells.size() != width) {
      stake.share = Share::unknown();
    } else {
      stake.share = share_of(cell(ShareOf), where(ShareOf), file);
    }
    stake.from = day_of(cell(From), since_ever, where(From), complaints);
    stake.until = day_of(cell(Until), for_ever, where(Until), complaints);
    put_words(cell(Class), where(Class), cell(Kind), where(Kind), file, stake);
    note_said(stake.owner,
              {cell(OwnerName), cell(OwnerCountry), cell(OwnerHq), trimmed(cell(OwnerPerson))},
              rows.begin(), file);
    note_said(stake.owned, {cell(OwnedName), cell(OwnedCountry), cell(OwnedHq), {}}, rows.begin(),
              file);
    add_stake(stake, rows.begin(), file);
  }
  if (rows.cut_off()) {
    complaints.error("P217", {msg::OwnCutOff, {}}, file.bytes.size());
    ++file.read.dropped;
  }
}

}  // namespace licit
