#include "parties/lists/ofac_remarks.h"

#include <algorithm>

#include "parties/lists/ofac.h"

namespace licit {
namespace {

// How an identity begins in a remark; what follows is its number, then its country in brackets.
constexpr std::string_view id_words[] = {"Passport",
                                         "National ID No.",
                                         "National Foreign ID Number",
                                         "Identification Number",
                                         "Tax ID No.",
                                         "Registration ID",
                                         "Registration Number",
                                         "Business Registration Number",
                                         "Legal Entity Number",
                                         "SWIFT/BIC",
                                         "Unified Social Credit Code (USCC)",
                                         "Government Gazette Number",
                                         "UK Company Number",
                                         "Company Number",
                                         "Commercial Registry Number",
                                         "Enterprise Number",
                                         "Economic Register Number (CBLS)",
                                         "Chinese Commercial Code",
                                         "V.A.T. Number",
                                         "Vessel Registration Identification IMO",
                                         "MMSI",
                                         "C.R. No.",
                                         "C.U.R.P.",
                                         "R.F.C.",
                                         "D-U-N-S Number",
                                         "Cedula No.",
                                         "NIT #",
                                         "RUC #",
                                         "SSN",
                                         "Driver's License No.",
                                         "Personal ID Card",
                                         "Birth Certificate Number",
                                         "Trade License No.",
                                         "License",
                                         "Public Registration Number",
                                         "Digital Currency Address",
                                         "Aircraft Tail Number",
                                         "Aircraft Manufacturer's Serial Number (MSN)",
                                         "Matricula Mercantil No",
                                         "Folio Mercantil No.",
                                         "I.F.E.",
                                         "RTN",
                                         "Stateless Person ID Card",
                                         "Diplomatic Passport",
                                         "Seafarer's Identification Document",
                                         "BIK (RU)",
                                         "ISIN",
                                         "Citizen's Card Number"};

void add_once(std::vector<std::string>& to, const std::string& what) {
  if (!what.empty() && std::find(to.begin(), to.end(), what) == to.end()) to.push_back(what);
}

// "A1234567 (Iran) issued 2001 expires 2006": the number, then its country.
void read_id(std::string_view type, std::string_view rest, Countries& countries, ListEntry& entry) {
  const std::size_t open = rest.find(" (");
  std::string number = clean(rest.substr(0, open));
  for (const std::string_view word : {" issued ", " expires ", " - "}) {
    const std::size_t at = number.find(word);
    if (at != std::string::npos && word != " - ") number.resize(at);
  }
  std::string country;
  if (open != std::string_view::npos) {
    const std::size_t close = rest.find(')', open);
    if (close != std::string_view::npos)
      country = countries.code(clean(rest.substr(open + 2, close - open - 2)));
  }
  while (!number.empty() && (number.back() == '.' || number.back() == ',')) number.pop_back();
  add_ofac_id(entry, std::string(type), std::move(number), country);
}

void read_part(std::string_view part, Countries& countries, ListEntry& entry) {
  if (part.starts_with("alt. ")) part.remove_prefix(5);
  if (part.starts_with("DOB ")) {
    for (const std::string& day : read_births(part.substr(4), DayOrder::DayFirst))
      add_once(entry.birth_dates, day);
    return;
  }
  for (const std::string_view word : {"nationality ", "citizen "}) {
    if (!part.starts_with(word)) continue;
    add_once(entry.countries, countries.code(clean(part.substr(word.size()))));
    return;
  }
  for (const std::string_view word : {"a.k.a. '", "f.k.a. '", "n.k.a. '"}) {
    if (!part.starts_with(word)) continue;
    const std::size_t end = part.rfind('\'');
    if (end <= word.size()) return;
    // Aliases that stand in the remarks in quotes are OFAC's weak ones.
    const NameKind kind = word[0] == 'f' ? NameKind::Former : NameKind::Alias;
    entry.names.push_back({clean(part.substr(word.size(), end - word.size())), kind, true});
    return;
  }
  for (const std::string_view word : id_words) {
    if (!part.starts_with(word) || part.size() <= word.size() || part[word.size()] != ' ') continue;
    std::string_view rest = part.substr(word.size() + 1);
    std::string type(word);
    // "Digital Currency Address - XBT 1A1z...": the currency belongs to the type.
    if (rest.starts_with("- ")) {
      const std::size_t blank = rest.find(' ', 2);
      if (blank == std::string_view::npos) return;
      type += " " + std::string(rest.substr(0, blank));
      rest.remove_prefix(blank + 1);
    }
    read_id(type, rest, countries, entry);
    return;
  }
}

}  // namespace

void read_ofac_remarks(std::string_view remarks, Countries& countries, ListEntry& entry) {
  for (const std::string& part : parts_of(remarks, ";")) {
    std::string_view text = part;
    if (text.ends_with('.')) text.remove_suffix(1);
    read_part(text, countries, entry);
  }
}

}  // namespace licit
