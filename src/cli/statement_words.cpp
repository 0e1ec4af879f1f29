#include "cli/statement_words.h"

#include <algorithm>

#include "base/figures.h"
#include "base/mapped.h"
#include "base/text.h"
#include "decide/region_words.h"

namespace licit::cli {

namespace {

// Territories go without saying where the United States are named.
std::vector<std::string> without_territories(const Places& places, std::vector<std::string> codes) {
  if (std::find(codes.begin(), codes.end(), "US") == codes.end()) return codes;
  std::erase_if(codes, [&](const std::string& code) {
    const PlaceRow* row = places.by_code(code);
    return row != nullptr && row->listing == "us_territory";
  });
  return codes;
}

}  // namespace

std::string StatementWords::name_of(const std::string& fact) const {
  return fact_words(pack_, language_, fact);
}

// A country group by its letter and number; a set made of others by what it says of itself.
std::string StatementWords::set_words(const std::string& id) const {
  if (id.find(':') != std::string::npos) return id;
  for (const law::SetDecl& set : pack_.sets) {
    if (set.id == id && !set.provenance.says.empty()) return set.provenance.says.in(language_);
  }
  return id;
}

std::vector<std::string> StatementWords::listed(const std::vector<std::string>& codes) const {
  const std::vector<std::string> kept = without_territories(places_, codes);
  std::vector<std::string> names = mapped(kept, [&](const std::string& code) {
    const PlaceRow* row = places_.by_code(code);
    if (row == nullptr) return code;
    return language_ == Language::Fr ? row->fr : row->en;
  });
  if (names.size() <= most_ + 1) return names;
  const std::size_t more = names.size() - most_;
  names.resize(most_);
  const std::string shown = joined(names, ", ");
  return {say(language_, Msg::DiffPlacesCount, {shown, std::to_string(more)})};
}

std::string StatementWords::of_places(const std::vector<std::string>& codes) const {
  const PlaceNames names = namer_.name(codes);
  std::vector<std::string> parts =
      mapped(names.sets, [&](const auto& id) { return set_words(id); });
  for (const std::string& place : listed(names.also)) parts.push_back(place);
  if (names.anywhere) parts.insert(parts.begin(), say(language_, Msg::DiffAllPlaces));
  std::vector<std::string> less = mapped(names.less, [&](const auto& id) { return set_words(id); });
  for (const std::string& place : listed(names.but)) less.push_back(place);
  std::string all = joined(parts, say(language_, Msg::CliClassOr));
  if (less.empty()) return all;
  // A set that says "less" of itself is kept apart from what is taken away here.
  const auto apart = [](const std::string& words) {
    return words.find(',') == std::string::npos ? words : "(" + words + ")";
  };
  return say(language_, Msg::DiffLess, {apart(all), joined(mapped(less, apart), ", ")});
}

std::string StatementWords::value(const DifferenceLimit& limit) const {
  switch (limit.asks) {
    case Asks::Number: {
      const law::FactDecl* decl = pack_.find_fact(limit.fact);
      const std::string unit = decl == nullptr || decl->unit.empty() ? "" : " " + decl->unit;
      const auto figure = [&](const Number& n) { return figures(language_, n.decimal() + unit); };
      std::vector<std::string> ends;
      if (limit.low) {
        ends.push_back(say(language_, limit.low->counts ? Msg::RegionAtLeast : Msg::RegionAbove,
                           {figure(limit.low->at)}));
      }
      if (limit.high) {
        ends.push_back(say(language_, limit.high->counts ? Msg::RegionAtMost : Msg::RegionBelow,
                           {figure(limit.high->at)}));
      }
      return joined(ends, ", ");
    }
    case Asks::Day:
      return (limit.from ? limit.from->iso() : std::string()) + ".." +
             (limit.to ? limit.to->iso() : std::string());
    case Asks::Place:
      return of_places(limit.words);
    case Asks::Member:
    case Asks::Received:
    case Asks::Known:
      return say(language_, limit.holds ? Msg::CliTruthYes : Msg::CliTruthNo);
    case Asks::Word:
    case Asks::Reading:
    case Asks::Posture:
    case Asks::Doubt:
      break;
  }
  return words_of(limit);
}

std::string StatementWords::words_of(const DifferenceLimit& limit) const {
  const std::string either = say(language_, Msg::CliClassOr);
  if (limit.words == std::vector<std::string>{"yes"}) return say(language_, Msg::CliTruthYes);
  if (limit.words == std::vector<std::string>{"no"}) return say(language_, Msg::CliTruthNo);
  if (!limit.excluded.empty()) {
    return say(language_, Msg::DiffOtherThan, {joined(limit.excluded, either)});
  }
  return joined(limit.words, either);
}

std::string StatementWords::limit(const DifferenceLimit& limit) const {
  std::string name = name_of(limit.fact);
  if (!limit.word.empty()) name += " (" + limit.word + ")";
  return say(language_, Msg::CliRuleLine, {name, value(limit)});
}

std::string StatementWords::limits(const std::vector<DifferenceLimit>& limits) const {
  return joined(mapped(limits, [&](const DifferenceLimit& one) { return limit(one); }), "; ");
}

}  // namespace licit::cli
