// Whatever bytes somebody gives as shareholdings or as listed owners: no crash, every fault said, and
// what was read can be judged and proved.

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "parties/owners/owner_facts.h"
#include "parties/owners/parent.h"
#include "parties/owners/proof.h"
#include "parties/owners/read.h"

namespace {

using namespace licit;

void require(bool held) {
  if (!held) std::abort();
}

const OwnerRules& rules() {
  static const OwnerRules out = [] {
    auto read = OwnerRules::shipped();
    require(read.ok());
    return std::move(read).value();
  }();
  return out;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0 || size > 100'000) return 0;
  const std::string_view text(reinterpret_cast<const char*>(data) + 1, size - 1);
  OwnershipGraph graph;
  const OwnersRead read = read_owners(text, "fuzz", graph);
  require(read.usable() || !read.diagnostics.empty());
  for (const Stake& stake : graph.stakes()) require(stake.share.lo <= stake.share.hi);
  ListedOwners listed;
  read_listed(text, "fuzz", graph, listed);
  if (graph.size() > 0) {
    Listing listing;
    listing.list = static_cast<ListCode>(data[0] % 17);
    listed.add(static_cast<EntityId>(data[0] % graph.size()), listing);
  }
  const Date day(20'000 + data[0]);
  const StakesOn stakes(graph, day);
  for (const OwnerRegime regime : all_owner_regimes) {
    const OwnerAssessment result = assess(stakes, listed, rules().on(regime, day));
    for (EntityId id = 0; id < graph.size() && id < 8; ++id) {
      const OwnerFinding& f = result.findings[id];
      require(f.verdict != OwnerVerdict::Restricted || f.at_least > 0 ||
              result.rule.control_restricts);
      const OwnerProof proof = prove(stakes, listed, result, id);
      require(f.verdict != OwnerVerdict::Restricted || !proof.steps.empty());
      economic_interest(stakes, listed, result.rule, id);
      const OwnerFacts facts = owner_facts(stakes, result, id);
      // What may be restricted is never said to be free.
      if (regime == OwnerRegime::Bis && f.verdict >= OwnerVerdict::Unresolved)
        require(facts.owned_by_listed.is_unknown() || !facts.owned_by_listed.members->empty());
    }
  }
  return 0;
}
