#include "decide/readings.h"

namespace licit {

ChosenReadings chosen_readings(const InForce& law,
                               const std::map<std::string, std::string>& asked) {
  ChosenReadings out;
  for (std::size_t i = 0; i < law.index().pack().readings.size(); ++i) {
    const law::Reading& reading = law.index().pack().readings[i];
    // Out of its time the text is not in doubt, and the default says how it is read.
    const auto choice = law.reading(i) ? asked.find(reading.id) : asked.end();
    if (choice != asked.end()) {
      out[reading.id] = choice->second;
    } else if (law.reading(i) || out.find(reading.id) == out.end()) {
      out[reading.id] = reading.default_alternative;
    }
  }
  return out;
}

}  // namespace licit
