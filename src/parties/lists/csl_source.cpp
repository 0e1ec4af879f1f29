#include "parties/lists/csl_source.h"

#include <utility>

#include "parties/lists/source_text.h"

namespace licit {

ListCode csl_list(std::string_view source) {
  constexpr std::pair<std::string_view, ListCode> codes[] = {{"(EL)", ListCode::EntityList},
                                                             {"(MEU)", ListCode::MilitaryEndUser},
                                                             {"(UVL)", ListCode::Unverified},
                                                             {"(DPL)", ListCode::DeniedPersons},
                                                             {"(SDN)", ListCode::Sdn},
                                                             {"(SSI)", ListCode::Sectoral},
                                                             {"(CMIC)", ListCode::NsCmic},
                                                             {"(DTC)", ListCode::Debarred},
                                                             {"(ISN)", ListCode::Nonproliferation},
                                                             {"(CAP)", ListCode::NonSdn},
                                                             {"(PLC)", ListCode::NonSdn},
                                                             {"(NS-MBS", ListCode::NonSdn},
                                                             {"(MBS)", ListCode::NonSdn},
                                                             {"(FSE)", ListCode::NonSdn}};
  for (const auto& [word, code] : codes)
    if (source.find(word) != std::string_view::npos) return code;
  return ListCode::Other;
}

PartyType party_type_named(std::string_view type) {
  constexpr std::pair<std::string_view, PartyType> types[] = {
      {"individual", PartyType::Person}, {"person", PartyType::Person},
      {"entity", PartyType::Entity},     {"enterprise", PartyType::Entity},
      {"company", PartyType::Entity},    {"organization", PartyType::Entity},
      {"vessel", PartyType::Vessel},     {"ship", PartyType::Vessel},
      {"aircraft", PartyType::Aircraft}};
  for (const auto& [word, code] : types)
    if (contains_word(type, word)) return code;
  return PartyType::Unknown;
}

}  // namespace licit
