#include "decide/posed.h"

#include <algorithm>
#include <optional>

namespace licit {

// A reading that is not in doubt that day is read by its default, whatever was asked; the default of the
// version that holds, or of the first where none does.
Chosen chosen_by(const law::Pack& pack, const Moment& moment, const Query& query) {
  Chosen out;
  out.posture = query.posture;
  std::optional<LawAt> that_day;  // only where a reading has several versions, which is rare
  for (const law::Reading& reading : pack.readings) {
    const bool in_doubt = std::find(moment.readings.begin(), moment.readings.end(), reading.id) !=
                          moment.readings.end();
    const auto asked = in_doubt ? query.readings.find(reading.id) : query.readings.end();
    const auto [choice, is_new] = out.readings.try_emplace(reading.id, reading.default_alternative);
    if (asked != query.readings.end()) {
      choice->second = asked->second;
    } else if (!is_new && in_doubt) {
      if (!that_day) that_day.emplace(pack, moment.from, Clock{query.known, query.knower});
      choice->second = that_day->reading(reading.id)->default_alternative;
    }
  }
  return out;
}

Posed pose(std::shared_ptr<const CompiledLaw> law, const PackIndex& index, const Places& places,
           const Query& query) {
  Posed out;
  out.law = std::move(law);
  out.moment = &out.law->on(query.on);
  out.chosen = chosen_by(out.law->pack(), *out.moment, query);
  out.chips.reserve(query.candidates.size());
  for (const FactSet& facts : query.candidates) {
    Trace trace;
    FactReader reader(index, places, facts, out.chosen.readings, query.strict, trace);
    out.chips.push_back(encode(*out.law, reader, out.chosen));
  }
  return out;
}

}  // namespace licit
