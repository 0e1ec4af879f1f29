// The Denied Persons List: tab-separated, quoted, one row an address.
#include "base/party_messages.h"
#include "parties/lists/delimited.h"
#include "parties/lists/readers.h"
#include "parties/lists/source_text.h"

namespace licit {

Result<ReadLists> read_dpl(std::string_view bytes, const std::string& source) {
  ReadLists out;
  out.format = "bis-dpl";
  PartyList& list = out.list(ListCode::DeniedPersons, list_title(ListCode::DeniedPersons));
  HeadedTable table(Delimited(bytes, '\t'), source, out);
  Countries countries;
  while (table.next()) {
    const auto cell = [&](std::string_view column) { return table.cell(column); };
    const std::string name = cell("Name");
    if (name.empty()) {
      table.bad_row({msg::ListRowWithoutName, {}});
      continue;
    }
    ListEntry entry;
    entry.names.push_back({name, NameKind::Primary});
    const std::string state = cell("State");
    std::string country = countries.code(cell("Country"));
    // Addresses in the United States are given by their state alone.
    if (country.empty() && cell("Country").empty() && state.size() == 2) country = "US";
    entry.addresses.push_back(
        {cell("Street_Address"), cell("City"), state, cell("Postal_Code"), country});
    entry.from = read_day(cell("Effective_Date"), DayOrder::MonthFirst);
    entry.until = read_day(cell("Expiration_Date"), DayOrder::MonthFirst);
    entry.citation = cell("FR_Citation");
    entry.remarks = cell("Action");
    if (const auto updated = read_day(cell("Last_Update"), DayOrder::MonthFirst))
      if (!list.as_of || *list.as_of < *updated) list.as_of = updated;
    list.entries.push_back(std::move(entry));
  }
  return out;
}

}  // namespace licit
