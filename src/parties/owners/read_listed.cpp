// Owners that stand on lists, from a CSV file of the user's.
#include <array>

#include "base/beginning.h"
#include "base/text.h"
#include "parties/owners/csv_rows.h"
#include "parties/owners/formats.h"

namespace licit {
namespace {

enum Column : std::size_t {
  Name,
  List,
  Footnotes,
  Requirement,
  Policy,
  Programs,
  From,
  Until,
  Citation,
  Certain,
  Columns
};
constexpr std::array<std::string_view, Columns> names = {
    "name",     "list", "footnotes", "requirement", "policy",
    "programs", "from", "until",     "citation",    "certain"};
constexpr std::size_t none = static_cast<std::size_t>(-1);

std::vector<std::string> parts_of(std::string_view text) {
  std::vector<std::string> out;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find_first_of(";|, "), text.size());
    if (end > 0) out.emplace_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return out;
}

}  // namespace

OwnersRead read_listed(std::string_view bytes, std::string_view file, const OwnershipGraph& graph,
                       ListedOwners& listed) {
  OwnersRead read;
  std::string converted;
  if (!is_valid_utf8(bytes)) {
    converted = latin1_to_utf8(bytes);
    bytes = converted;
  }
  Complaints complaints(file, bytes);
  CsvRows rows(bytes);
  std::array<std::size_t, Columns> at;
  at.fill(none);
  if (owners_format_of(bytes) == OwnersFormat::Csv && rows.next()) {
    for (std::size_t i = 0; i < rows.cells().size(); ++i) {
      const std::string word = fold(rows.cells()[i]);
      std::size_t found = none;
      for (std::size_t c = 0; c < Columns; ++c)
        if (fold(names[c]) == word) found = c;
      if (word == "id") found = Name;
      if (found != none && at[found] == none) {
        at[found] = i;
      } else if (!word.empty()) {
        complaints.warning("P211", {msg::OwnUnknownColumn, {beginning(rows.cells()[i])}},
                           rows.begin_of(i));
      }
    }
    read.format = OwnersFormat::Csv;
  }
  if (at[Name] == none || at[List] == none) {
    read.format = OwnersFormat::None;
    const std::vector<std::string> known(names.begin(), names.end());
    complaints.about_file(Severity::Error, "P220", {msg::OwnListedColumns, {}},
                          {{msg::OwnColumns, {joined(known, ", ")}}});
    read.diagnostics = complaints.take();
    return read;
  }
  while (rows.next()) {
    const auto cell = [&](Column c) -> std::string_view {
      return at[c] < rows.cells().size() ? rows.cells()[at[c]] : std::string_view();
    };
    const auto where = [&](Column c) {
      return at[c] < rows.cells().size() ? rows.begin_of(at[c]) : rows.begin();
    };
    if (rows.stray() && !rows.cut_off())
      complaints.error("P217", {msg::OwnStrayQuote, {}}, rows.begin());
    if (cell(Name).empty()) {
      complaints.error("P214", {msg::OwnListedNobody, {}}, rows.begin());
      continue;
    }
    Listing listing;
    const auto list = parse_list_code(cell(List));
    if (!list) {
      complaints.error("P221", {msg::OwnUnknownList, {beginning(cell(List))}}, where(List),
                       {{msg::OwnListCodes, {}}});
    }
    listing.list = list.value_or(ListCode::Other);
    for (const std::string& word : parts_of(cell(Footnotes))) {
      const std::string_view digits =
          std::string_view(word).starts_with("fn") ? std::string_view(word).substr(2) : word;
      if (digits.size() == 1 && digits[0] >= '1' && digits[0] <= '9') {
        listing.footnotes |= static_cast<std::uint16_t>(1U << (digits[0] - '0'));
      } else {
        complaints.error("P222", {msg::OwnNotAFootnote, {beginning(word)}}, where(Footnotes));
      }
    }
    listing.requirement = cell(Requirement);
    if (!cell(Policy).empty()) {
      const auto policy = parse_review_policy(cell(Policy));
      listing.policy = policy.value_or(review_policy_in(cell(Policy)));
      if (!policy && listing.policy == ReviewPolicy::NotStated)
        complaints.warning("P223", {msg::OwnNotAPolicy, {beginning(cell(Policy))}}, where(Policy));
    }
    listing.programs = parts_of(cell(Programs));
    const std::int32_t from = day_of(cell(From), since_ever, where(From), complaints);
    const std::int32_t until = day_of(cell(Until), for_ever, where(Until), complaints);
    if (from != since_ever) listing.from = Date(from);
    if (until != for_ever) listing.until = Date(until);
    if (from > until) {
      complaints.error("P208", {msg::OwnListingEndsBefore, {beginning(cell(Name))}}, where(From),
                       {{msg::OwnKeptWithoutDays, {}}});
      listing.from = listing.until = std::nullopt;
    }
    listing.citation = cell(Citation);
    listing.certain = cell(Certain) != "no";
    const std::vector<EntityId> found = graph.named(cell(Name));
    if (found.empty())
      complaints.warning("P224", {msg::OwnListedUnknown, {beginning(cell(Name))}}, where(Name));
    // A name that several entities bear says of none for sure that it is the one.
    const auto exact = graph.find(cell(Name));
    for (const EntityId id : found) {
      Listing one = listing;
      one.certain = listing.certain && (found.size() == 1 || exact == id);
      listed.add(id, std::move(one));
    }
    ++read.entities;
  }
  if (rows.cut_off()) complaints.error("P217", {msg::OwnCutOff, {}}, bytes.size());
  read.diagnostics = complaints.take();
  return read;
}

}  // namespace licit
