#include "parties/lists/ofac.h"

#include "parties/lists/source_text.h"

namespace licit {
namespace {

// Beginnings of types that identify nobody.
constexpr std::string_view no_ids[] = {"Gender",
                                       "Secondary sanctions risk",
                                       "Additional Sanctions Information",
                                       "Website",
                                       "Email Address",
                                       "Phone Number",
                                       "Telephone",
                                       "Fax",
                                       "Target Type",
                                       "Issuer Name",
                                       "Effective Date",
                                       "Purchase/Sales",
                                       "Listing Date",
                                       "Organization Established",
                                       "Organization Type",
                                       "Executive Order",
                                       "CAATSA Section 235",
                                       "IFCA Determination",
                                       "Transactions Prohibited",
                                       "Nationality",
                                       "Vessel Year of Build",
                                       "Vessel Flag",
                                       "Vessel Type",
                                       "Former Vessel Flag",
                                       "Other Vessel Flag",
                                       "Other Vessel Type",
                                       "Aircraft Model",
                                       "Aircraft Operator",
                                       "Aircraft Manufacture Date",
                                       "Aircraft Construction",
                                       "Aircraft Mode S",
                                       "Previous Aircraft Tail",
                                       "Prohibited Transactions",
                                       "PEESA Information",
                                       "Citizen",
                                       "Location",
                                       "Title"};

}  // namespace

void add_ofac_id(ListEntry& entry, std::string type, std::string number,
                 const std::string& country) {
  if (number.empty()) return;
  if (type.starts_with("Listing Date") && !entry.from)
    entry.from = read_day(number, DayOrder::MonthFirst);
  for (const std::string_view word : no_ids)
    if (type.starts_with(word)) return;
  entry.ids.push_back({std::move(type), std::move(number), country});
}

ListCode non_sdn_list(const std::vector<std::string>& programs) {
  ListCode out = ListCode::NonSdn;
  for (const std::string& program : programs) {
    if (program.find("CMIC") != std::string::npos) return ListCode::NsCmic;
    if (program.find("EO13662") != std::string::npos) out = ListCode::Sectoral;
  }
  return out;
}

bool is_non_sdn_program(const std::vector<std::string>& programs) {
  for (const std::string& program : programs)
    if (program.starts_with("NS-") || program.starts_with("561") ||
        program.find("EO13662") != std::string::npos || program.find("CMIC") != std::string::npos ||
        program.find("DIRECTIVE") != std::string::npos)
      return true;
  return false;
}

std::string ofac_text(std::string_view cell) {
  std::string text = clean(cell);
  if (text == "-0-") text.clear();
  return text;
}

std::string spoken_name(std::string_view name, PartyType type) {
  const std::size_t comma = name.find(", ");
  if (type != PartyType::Person || comma == std::string_view::npos) return std::string(name);
  return clean(std::string(name.substr(comma + 2)) + " " + std::string(name.substr(0, comma)));
}

}  // namespace licit
