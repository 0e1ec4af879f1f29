// What was announced, reported or done that concerns the transaction: shown beside the verdict, never
// part of it.
#include <algorithm>

#include "decide/parts.h"

namespace licit {
namespace {

constexpr std::size_t most_entries = 12;

bool contains(const std::vector<std::string>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

// "3A090" is about 3A090.a; "3A090.a" is not about 3A090.
bool speaks_of(const std::vector<std::string>& classes, const std::string& paragraph) {
  return std::any_of(classes.begin(), classes.end(), [&](const std::string& one) {
    return paragraph == one ||
           (paragraph.size() > one.size() && paragraph.compare(0, one.size(), one) == 0 &&
            paragraph[one.size()] == '.');
  });
}

bool names_item(const law::Event& event, std::span<const std::string> chips) {
  return std::any_of(chips.begin(), chips.end(),
                     [&](const std::string& chip) { return contains(event.items, chip); });
}

bool concerns_place(Judge& judge, const law::Event& event) {
  if (event.places.empty() || contains(event.places, "anywhere")) return true;
  const FactValue& to = judge.facts().read("to.place").value;
  return std::any_of(to.candidates.begin(), to.candidates.end(), [&](const Scalar& candidate) {
    const std::string* code = std::get_if<std::string>(&candidate);
    if (code == nullptr) return false;
    if (contains(event.places, *code)) return true;
    const auto lineage = judge.setting().places.lineage(*code, judge.law().on());
    return std::any_of(lineage.begin(), lineage.end(),
                       [&](const std::string& place) { return contains(event.places, place); });
  });
}

bool concerns_class(const law::Event& event, const Classification& classification) {
  const auto about = [&](const ClassMet& met) { return speaks_of(event.classes, met.paragraph); };
  return event.classes.empty() ||
         std::any_of(classification.met.begin(), classification.met.end(), about) ||
         std::any_of(classification.excluded.begin(), classification.excluded.end(), about);
}

// Statutes, rules and notices are provisions; as events they are told only of the chip they name.
bool is_law(law::Instrument instrument) {
  return instrument == law::Instrument::Statute || instrument == law::Instrument::Rule ||
         instrument == law::Instrument::Notice;
}

}  // namespace

std::vector<OutlookEntry> outlook_of(Judge& judge, const Classification& classification,
                                     std::span<const std::string> chips) {
  const Date last = std::min(judge.law().on(), judge.law().known());
  std::vector<std::pair<bool, const law::Event*>> found;
  for (const law::Event& event : judge.pack().events) {
    const bool item = names_item(event, chips);
    if (event.public_day.value_or(event.dated) > last || event.dated > last ||
        (!event.items.empty() && !item))
      continue;
    if (!item && !concerns_class(event, classification)) continue;
    if (!concerns_place(judge, event)) continue;
    if (is_law(event.instrument) && !(item && event.effect != "none")) continue;
    found.emplace_back(item, &event);
  }
  std::stable_sort(found.begin(), found.end(), [](const auto& a, const auto& b) {
    if (a.first != b.first) return a.first;
    return a.second->dated > b.second->dated;
  });
  if (found.size() > most_entries) found.resize(most_entries);
  std::vector<OutlookEntry> out;
  out.reserve(found.size());
  for (const auto& [item, event] : found) {
    out.push_back({event->id, event->dated, event->instrument, event->by, event->says,
                   event->effect_says, event->effect, event->cite, event->url, event->verified});
  }
  return out;
}

}  // namespace licit
