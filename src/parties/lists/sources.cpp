#include "parties/lists/sources.h"

#include <algorithm>

#include "base/party_messages.h"
#include "base/text.h"
#include "parties/lists/source_text.h"

namespace licit {

std::string_view default_sources() {
  return R"(# Where `licit lists pull` fetches lists: NAME: ADDRESS [ADDRESS...]
# Files of one line belong together. {yesterday} is the day before today.
# The Consolidated Screening List has BIS, State and OFAC; `ofac-sdn` has alias strength besides.
csl: https://data.trade.gov/downloadable_consolidated_screening_list/v1/consolidated.json
ecfr: https://www.ecfr.gov/api/versioner/v1/full/{yesterday}/title-15.xml?part=744
ofac-sdn: https://sanctionslistservice.ofac.treas.gov/api/PublicationPreview/exports/SDN_ADVANCED.XML
ofac-other: https://sanctionslistservice.ofac.treas.gov/api/PublicationPreview/exports/CONS_ADVANCED.XML
uk: https://sanctionslist.fcdo.gov.uk/docs/UK-Sanctions-List.csv
eu: https://webgate.ec.europa.eu/fsd/fsf/public/files/xmlFullSanctionsList_1_1/content?token=dG9rZW4tMjAxNw
un: https://scsanctions.un.org/resources/xml/en/consolidated.xml
)";
}

Result<std::vector<ListSource>> read_sources(std::string_view text, const std::string& file) {
  std::vector<ListSource> out;
  std::uint32_t number = 0;
  while (!text.empty()) {
    ++number;
    const std::size_t end = std::min(text.find('\n'), text.size());
    const std::string line = clean(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
    if (line.empty() || line[0] == '#') continue;
    const std::size_t colon = line.find(": ");
    ListSource source{line.substr(0, colon), {}};
    if (colon != std::string::npos)
      source.addresses = parts_of(std::string_view(line).substr(colon + 2), " ");
    const bool known = std::all_of(
        source.addresses.begin(), source.addresses.end(), [](const std::string& address) {
          return address.starts_with("https://") || address.starts_with("http://");
        });
    if (source.addresses.empty() || !known || source.name.find(' ') != std::string::npos) {
      Diagnostic why;
      why.code = "P033";
      why.place.file = file;
      why.place.line = number;
      why.place.column = 1;
      why.message = {msg::ListSourcesBad, {}};
      why.help = {{msg::ListSourcesForm, {}}};
      return why;
    }
    out.push_back(std::move(source));
  }
  return out;
}

std::string address_on(const std::string& address, Date today) {
  constexpr std::string_view word = "{yesterday}";
  std::string out = address;
  for (std::size_t at = out.find(word); at != std::string::npos; at = out.find(word, at))
    out.replace(at, word.size(), today.plus_days(-1).iso());
  return out;
}

}  // namespace licit
