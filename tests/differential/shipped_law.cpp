#include "differential/shipped_law.h"

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <sstream>

#include "language/load.h"

namespace licit::differential {
namespace {

law::File overlay(const std::string& name) {
  std::string path = LICIT_SOURCE_DIR "/tests/differential/overlays/";
  path += name;
  std::ifstream in(path);
  std::ostringstream text;
  text << in.rdbuf();
  if (!in) std::abort();
  return {name, text.str()};
}

FactValue place(Chance& chance) {
  static constexpr const char* busy[] = {"CN", "CN", "HK", "MO", "VN", "DE",
                                         "AE", "SG", "IQ", "JP", "SA", "MY"};
  return FactValue::of(FactType::Place, busy[chance.below(std::size(busy))]);
}

std::optional<FactValue> likely(const std::string& fact, Chance& chance) {
  const bool usual = !chance.percent(7);
  if (!usual) return {};
  if (fact == "item.subject-to-ear") return FactValue::yes_no(!chance.percent(6));
  if (fact == "item.kind") {
    static constexpr const char* kinds[] = {"integrated-circuit", "assembly", "computer"};
    return FactValue::of(FactType::OneOf, kinds[chance.below(std::size(kinds))]);
  }
  if (fact == "to.place" || fact.ends_with("hq")) return place(chance);
  if (fact == "from.place") return FactValue::of(FactType::Place, "US");
  if (fact == "transfer.kind") return FactValue::of(FactType::OneOf, "export");
  if (fact == "end-use.known") return FactValue::set_of({});
  if (fact.starts_with("end-use.")) return FactValue::yes_no(false);
  if (fact.ends_with(".listings") || fact.ends_with(".notices")) {
    if (chance.percent(85)) return FactValue::set_of({});
    return {};
  }
  return {};
}

}  // namespace

namespace {

std::vector<LawText> with_overlays(const Result<law::PackSource>& pack) {
  if (!pack.ok()) std::abort();
  const law::File allies = overlay("allies.law");
  const law::File lower = overlay("lower-limits.law");
  std::vector<LawText> out(5, LawText{pack.value().files, {}});
  out[1].overlays = {allies};
  out[2].overlays = {lower};
  out[3].overlays = {overlay("no-exceptions.law")};
  out[4].overlays = {allies, lower};
  return out;
}

}  // namespace

std::vector<LawText> shipped_laws() { return with_overlays(law::gather_embedded("law/us/ear")); }

std::vector<LawText> small_laws() {
  return with_overlays(law::gather(LICIT_SOURCE_DIR "/tests/data/small-ear"));
}

Manner shipped_manner(TestedLaw& law) {
  Manner out;
  for (const Moment& moment : law.compiled({}, Knower::Public).moments()) {
    if (&moment != &law.compiled({}, Knower::Public).moments().front()) {
      out.days.push_back(moment.from);
    }
  }
  out.likely = likely;
  return out;
}

}  // namespace licit::differential
