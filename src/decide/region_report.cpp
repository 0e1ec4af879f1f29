#include "decide/region_report.h"

#include <algorithm>
#include <set>

#include "base/mapped.h"
#include "base/text.h"
#include "decide/posed.h"
#include "decide/region_otherwise.h"

namespace licit {
namespace {

constexpr const char* usual_axes[] = {"item.tpp", "item.performance-density"};

Diagnostic fault(std::string_view code, Text message) {
  Diagnostic out;
  out.code = code;
  out.message = std::move(message);
  return out;
}

// A bare chip or a card: of a computer the law asks more than figures of its chips.
FactValue hardware() {
  FactValue out = FactValue::of(FactType::OneOf, "integrated-circuit", Origin::Default);
  out.candidates.emplace_back(std::string("assembly"));
  return out;
}

// Large enough for some paragraph to classify it: beyond every limit that a rule has for it.
std::optional<FactValue> classified(const CompiledLaw& law) {
  const auto axis = law.axes().find(Asks::Number, "item.tops");
  if (!axis) return {};
  return FactValue::of(Interval{law.axes()[*axis].cuts.back().at, {}}, "TOPS", Origin::Default);
}

bool is_open(const Query& query, const std::string& fact) {
  return query.candidates.front().find(fact) == nullptr;
}

void take(Query& query, std::vector<TakenAsGiven>& given, const std::string& fact, FactValue value,
          bool on_plane_only) {
  if (!is_open(query, fact)) return;
  for (FactSet& facts : query.candidates) facts.set(fact, value);
  given.push_back({fact, std::move(value), on_plane_only});
}

// "pd" for item.performance-density.
std::string initials(std::string_view fact) {
  std::string out;
  bool first = true;
  for (const char c : fact.substr(std::string_view("item.").size())) {
    if (first && c != '-') out += c;
    first = c == '-' || c == '.';
  }
  return out;
}

std::vector<std::string> figures_of(const CompiledLaw& law) {
  std::vector<std::string> out;
  for (const Axis& axis : law.axes().all()) {
    if (axis.asks == Asks::Number && axis.subject.starts_with("item.")) out.push_back(axis.subject);
  }
  std::sort(out.begin(), out.end());
  return out;
}

Result<std::string> figure_of(const CompiledLaw& law, const std::string& typed) {
  const std::vector<std::string> figures = figures_of(law);
  std::vector<std::string> near;
  for (const std::string& figure : figures) {
    const std::string bare = figure.substr(std::string_view("item.").size());
    if (typed == figure || typed == bare) return figure;
    if (typed == initials(figure) || bare.starts_with(typed)) near.push_back(figure);
  }
  if (near.size() == 1 && !typed.empty()) return near.front();
  std::vector<std::string> bare = mapped(figures, [](const std::string& figure) {
    return figure.substr(std::string_view("item.").size());
  });
  return fault("C075", {Msg::RegionUnknownAxis, {typed, joined(bare, ", ")}});
}

// The two figures that most statements name; total performance comes first.
std::pair<std::string, std::string> leading_figures(const CompiledLaw& law, const Region& region) {
  std::map<std::string, std::size_t> named;
  for (const RegionStatement& statement : region.in_turn) {
    if (statement.verdict == Verdict::NotCovered) continue;
    for (const RegionLimit& limit : statement.limits) {
      if (limit.low || limit.high) ++named[limit.fact];
    }
  }
  std::vector<std::pair<std::string, std::size_t>> by_count(named.begin(), named.end());
  const auto in_tpp = [&](const std::string& fact) {
    const law::FactDecl* decl = law.pack().find_fact(fact);
    return decl != nullptr && decl->unit == "TPP";
  };
  std::stable_sort(by_count.begin(), by_count.end(), [&](const auto& a, const auto& b) {
    return a.second != b.second ? a.second > b.second : in_tpp(a.first) && !in_tpp(b.first);
  });
  if (by_count.size() < 2) {
    // The usual ones where the law asks about them, else any two; none where it asks about fewer.
    std::vector<std::string> figures = figures_of(law);
    std::stable_partition(figures.begin(), figures.end(), [](const std::string& figure) {
      return figure == usual_axes[0] || figure == usual_axes[1];
    });
    if (figures.size() < 2) return {};
    if (figures[1] == usual_axes[0]) std::swap(figures[0], figures[1]);
    return {figures[0], figures[1]};
  }
  std::string x = by_count[0].first;
  std::string y = by_count[1].first;
  if (in_tpp(y) && !in_tpp(x)) std::swap(x, y);
  return {x, y};
}

Result<std::pair<std::string, std::string>> axes_of(const CompiledLaw& law, const Region& region,
                                                    const RegionOptions& options) {
  if (!options.axes) return leading_figures(law, region);
  const auto x = figure_of(law, options.axes->first);
  const auto y = figure_of(law, options.axes->second);
  std::vector<Diagnostic> problems;
  for (const auto* one : {&x, &y}) {
    if (!one->ok()) problems.push_back(one->errors().front());
  }
  if (problems.empty() && *x == *y) {
    problems.push_back(fault("C076", {Msg::RegionSameAxis, {}}));
  }
  if (!problems.empty()) return problems;
  return std::pair{*x, *y};
}

// The vendor that exports, where it is one of the catalogue's.
std::string exporting_vendor(const Catalogue& catalogue, const Query& query) {
  const FactValue* exporter = query.candidates.front().find("exporter.name");
  if (exporter == nullptr || exporter->candidates.size() != 1) return {};
  const std::vector<std::string> words =
      folded_words(std::get<std::string>(exporter->candidates.front()));
  for (const Chip& chip : catalogue.chips()) {
    const std::vector<std::string> vendor = folded_words(chip.vendor);
    if (vendor.size() <= words.size() && std::equal(vendor.begin(), vendor.end(), words.begin())) {
      return chip.vendor;
    }
  }
  return {};
}

Result<std::vector<const Chip*>> chips_of(const Catalogue& catalogue, const RegionOptions& options,
                                          const std::string& vendor) {
  std::vector<const Chip*> out;
  if (!options.chips) {
    for (const Chip& chip : catalogue.chips()) {
      if (vendor.empty() || chip.vendor == vendor) out.push_back(&chip);
    }
    return out;
  }
  std::vector<Diagnostic> problems;
  for (const std::string& name : *options.chips) {
    if (name == "all") {
      for (const Chip& chip : catalogue.chips()) out.push_back(&chip);
      continue;
    }
    const Resolution found = catalogue.resolve(name);
    out.insert(out.end(), found.chips.begin(), found.chips.end());
    if (!found.chips.empty()) continue;
    Diagnostic why = fault("F001", {Msg::FactUnknownChip, {"chips", name}});
    if (!found.nearest.empty()) why.help.push_back({Msg::DidYouMean, {found.nearest.front()}});
    why.help.push_back({Msg::FactChipHelp, {}});
    problems.push_back(std::move(why));
  }
  if (!problems.empty()) return problems;
  return out;
}

RegionChip chip_in(const LawView& law, const Chosen& chosen, const Query& query, const Chip& chip,
                   const Plane& plane) {
  Query one = query;
  one.candidates = {facts_with(chip, query.candidates.front())};
  one.candidate_ids = {chip.id};
  Trace trace;
  FactReader reader(*law.index, law.places, one.candidates.front(), chosen.readings, query.strict,
                    trace);
  const CatalogueValue* for_china = chip.find("china_specific");
  return {.id = chip.id,
          .name = chip.name,
          .vendor = chip.vendor,
          .x = reader.read(plane.x).value,
          .y = reader.read(plane.y).value,
          .verdict = evaluate(law, one, verdict_only).verdict,
          .for_china = for_china != nullptr && for_china->yes() != nullptr && *for_china->yes()};
}

Bilingual place_names(const Places& places, const FactSet& facts) {
  const FactValue* to = facts.find("to.place");
  Bilingual out;
  if (to == nullptr) return out;
  for (const Scalar& scalar : to->candidates) {
    const PlaceRow* place = places.by_code(std::get<std::string>(scalar));
    if (place == nullptr) continue;
    out.en += (out.en.empty() ? "" : " / ") + place->en;
    out.fr += (out.fr.empty() ? "" : " / ") + place->fr;
  }
  return out;
}

std::vector<LimitSource> those_at(const std::vector<LimitSource>& all,
                                  const std::set<std::pair<std::string, Number>>& ends) {
  std::vector<LimitSource> out;
  for (const LimitSource& one : all) {
    if (ends.contains({one.fact, one.at})) out.push_back(one);
  }
  return out;
}

}  // namespace

Result<RegionReport> region_report(const LawView& law, const Catalogue& catalogue,
                                   const std::shared_ptr<const CompiledLaw>& compiled,
                                   const Query& query, const RegionOptions& options) {
  RegionReport out;
  Query asked = query;
  take(asked, out.given, "item.subject-to-ear", FactValue::yes_no(true, Origin::Default), false);
  take(asked, out.given, "item.kind", hardware(), false);
  const Posed posed = pose(compiled, *law.index, law.places, asked);
  out.region = region_of(*compiled, *posed.moment, posed.chip());

  const auto axes = axes_of(*compiled, out.region, options);
  out.vendor = exporting_vendor(catalogue, query);
  const auto chips = chips_of(catalogue, options, out.vendor);
  if (options.chips) out.vendor.clear();
  std::vector<Diagnostic> problems;
  if (!axes.ok()) problems = axes.errors();
  if (!chips.ok()) problems.insert(problems.end(), chips.errors().begin(), chips.errors().end());
  if (!problems.empty()) return problems;

  Query drawn = asked;
  const auto& [x, y] = *axes;
  take(drawn, out.given, "item.datacenter", FactValue::yes_no(true, Origin::Default), true);
  take(drawn, out.given, "item.chip", FactValue::of(FactType::Name, "(other)", Origin::Default),
       true);
  const auto tops = classified(*compiled);
  if (tops && x != "item.tops" && y != "item.tops")
    take(drawn, out.given, "item.tops", *tops, true);
  const Posed on_plane = pose(compiled, *law.index, law.places, drawn);
  // A law that asks about fewer than two figures has no plane.
  auto plane = plane_of(*compiled, *on_plane.moment, on_plane.chip(), x, y);
  if (plane) out.plane = std::move(*plane);

  const LawAt in_force(law.pack, query.on, compiled->clock());
  const std::vector<LimitSource> limits = limit_sources(in_force);
  std::set<std::pair<std::string, Number>> ends;
  for (const RegionStatement& statement : out.region.in_turn) {
    for (const RegionLimit& limit : statement.limits) {
      if (limit.low) ends.emplace(limit.fact, limit.low->at);
      if (limit.high) ends.emplace(limit.fact, limit.high->at);
    }
  }
  out.limits = those_at(limits, ends);
  ends.clear();
  for (const Cut<Number>& cut : out.plane.x_cuts) ends.emplace(x, cut.at);
  for (const Cut<Number>& cut : out.plane.y_cuts) ends.emplace(y, cut.at);
  out.plane_limits = those_at(limits, ends);

  for (const Chip* chip : *chips) {
    out.chips.push_back(chip_in(law, posed.chosen, query, *chip, out.plane));
  }
  const Answer answer = evaluate(law, asked, verdict_only);
  out.receipt = answer.receipt;
  for (const Assumption& one : answer.assumptions) {
    const bool given =
        std::any_of(out.given.begin(), out.given.end(),
                    [&](const TakenAsGiven& taken) { return taken.fact == one.fact; });
    if (!given) out.assumed.push_back(one);
  }
  out.warnings = answer.warnings;
  find_otherwise(law, compiled, query, asked, catalogue, out);
  out.to = place_names(law.places, query.candidates.front());
  return out;
}

}  // namespace licit
