#include "parties/lists/entry.h"

#include <string_view>
#include <utility>

namespace licit {
namespace {

constexpr std::pair<ListCode, std::string_view> codes[] = {
    {ListCode::EntityList, "us.entity-list"},
    {ListCode::MilitaryEndUser, "us.military-end-user"},
    {ListCode::Unverified, "us.unverified"},
    {ListCode::DeniedPersons, "us.denied-persons"},
    {ListCode::Sdn, "us.sdn"},
    {ListCode::NonSdn, "us.non-sdn"},
    {ListCode::Sectoral, "us.ssi"},
    {ListCode::NsCmic, "us.ns-cmic"},
    {ListCode::Debarred, "us.debarred"},
    {ListCode::Nonproliferation, "us.nonproliferation"},
    {ListCode::Section1260H, "us.1260h"},
    {ListCode::Uk, "uk.sanctions"},
    {ListCode::Eu, "eu.consolidated"},
    {ListCode::Un, "un.consolidated"},
    {ListCode::MofcomControl, "cn.export-control"},
    {ListCode::MofcomUnreliable, "cn.unreliable-entity"},
    {ListCode::Other, "other"},
};

}  // namespace

std::string_view list_code_name(ListCode code) {
  for (const auto& [known, name] : codes)
    if (known == code) return name;
  return "other";
}

std::optional<ListCode> parse_list_code(std::string_view name) {
  for (const auto& [code, known] : codes)
    if (known == name) return code;
  return {};
}

}  // namespace licit
