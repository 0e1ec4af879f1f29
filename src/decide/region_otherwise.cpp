#include "decide/region_otherwise.h"

#include <algorithm>

#include "base/mapped.h"
#include "decide/exact.h"
#include "decide/posed.h"
#include "facts/vocabulary.h"

namespace licit {
namespace {

// Views of one region, asked again.
class Otherwise {
 public:
  Otherwise(const LawView& law, const std::shared_ptr<const CompiledLaw>& compiled,
            const Query& stated, const Query& given, const Catalogue& catalogue,
            const RegionReport& report)
      : law_(law), compiled_(compiled), stated_(stated), given_(given), report_(report) {
    // One question about all of the chips, each a candidate.
    stated_.candidates.clear();
    for (const RegionChip& chip : report.chips) {
      stated_.candidates.push_back(facts_with(*catalogue.find(chip.id), stated.candidates.front()));
    }
  }

  std::optional<Region> under(Posture posture) const {
    Query query = given_;
    query.posture = posture;
    return region_where_other(query);
  }

  std::vector<RegionReading> readings() const {
    const Moment& moment = compiled_->on(given_.on);
    const LawAt that_day(law_.pack, given_.on, compiled_->clock());
    const Chosen chosen = chosen_by(law_.pack, moment, given_);
    const std::vector<Verdict> now = verdicts(stated_);
    std::vector<RegionReading> out;
    for (const std::string_view in_doubt : moment.readings) {
      const std::string id(in_doubt);
      const law::Reading* reading = that_day.reading(id);
      if (reading == nullptr) continue;
      const std::string alternative_now(chosen.readings.find(id)->second);
      for (const law::ReadingAlternative& one : reading->alternatives) {
        if (one.id == alternative_now) continue;
        Query query = given_;
        query.readings[id] = one.id;
        RegionReading found{.id = id,
                            .says = reading->provenance.says,
                            .chosen = alternative_now,
                            .alternative = one.id,
                            .alternative_says = one.says,
                            .changes_region = region_where_other(query).has_value(),
                            .chips = {}};
        if (found.changes_region || computes(id)) found.chips = moved(id, one.id, now);
        if (found.changes_region || !found.chips.empty()) out.push_back(std::move(found));
      }
    }
    return out;
  }

 private:
  std::optional<Region> region_where_other(const Query& query) const {
    const Posed posed = pose(compiled_, *law_.index, law_.places, query);
    Region out = region_of(*compiled_, *posed.moment, posed.chip());
    if (out.in_turn == report_.region.in_turn) return {};
    return out;
  }

  // Whether a figure is computed otherwise under some alternative of it: then chips may move although the
  // region stays where it is.
  bool computes(const std::string& id) const {
    return std::any_of(
        law_.pack.facts.begin(), law_.pack.facts.end(), [&](const law::FactDecl& fact) {
          return std::any_of(fact.computed.begin(), fact.computed.end(),
                             [&](const law::Computation& one) { return one.reading == id; });
        });
  }

  std::vector<Verdict> verdicts(const Query& query) const {
    const Posed posed = pose(compiled_, *law_.index, law_.places, query);
    return mapped(posed.chips, [&](const Encoded& chip) {
      return verdict_where(*compiled_, *posed.moment, chip);
    });
  }

  std::vector<std::string> moved(const std::string& id, const std::string& alternative,
                                 const std::vector<Verdict>& now) const {
    Query query = stated_;
    query.readings[id] = alternative;
    const std::vector<Verdict> then = verdicts(query);
    std::vector<std::string> out;
    for (std::size_t i = 0; i < then.size(); ++i) {
      if (then[i] != now[i]) out.push_back(report_.chips[i].id);
    }
    return out;
  }

  const LawView& law_;
  const std::shared_ptr<const CompiledLaw>& compiled_;
  Query stated_;
  const Query& given_;
  const RegionReport& report_;
};

}  // namespace

FactSet facts_with(const Chip& chip, const FactSet& stated) {
  FactSet out;
  put_chip(chip, out);
  for (const auto& [id, value] : stated.all()) out.set(id, value);
  for (const auto& [id, stand_in] : stated.aliases()) out.alias(id, stand_in);
  put_jurisdiction(out);
  return out;
}

void find_otherwise(const LawView& law, const std::shared_ptr<const CompiledLaw>& compiled,
                    const Query& stated, const Query& given, const Catalogue& catalogue,
                    RegionReport& report) {
  const Otherwise otherwise(law, compiled, stated, given, catalogue, report);
  report.other_posture =
      otherwise.under(given.posture == Posture::Text ? Posture::Enforced : Posture::Text);
  report.readings = otherwise.readings();
}

}  // namespace licit
