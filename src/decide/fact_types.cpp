#include "decide/fact_types.h"

namespace licit {
namespace {

constexpr std::string_view notices_fact = "exporter.notices";

std::vector<std::string> notice_ids(const law::Pack& pack) {
  std::vector<std::string> ids;
  for (const law::Source& source : pack.sources) {
    if (source.instrument == law::Instrument::Notice) ids.push_back(source.id);
  }
  return ids;
}

}  // namespace

FactTypes fact_types_of(const law::Pack& pack) {
  FactTypes types;
  for (const law::FactDecl& fact : pack.facts) {
    types[fact.id] = FactSpec{fact.type, fact.unit, fact.words};
    if (fact.id == notices_fact && fact.words.empty()) types[fact.id].words = notice_ids(pack);
  }
  return types;
}

}  // namespace licit
