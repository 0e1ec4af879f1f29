#include "decide/region_words.h"

#include <algorithm>

#include "base/figures.h"
#include "base/mapped.h"
#include "base/text.h"

namespace licit {
namespace {

const law::FactDecl* declared(const law::Pack& pack, std::string_view fact) {
  return pack.find_fact(fact);
}

}  // namespace

std::string_view without_whether(std::string_view says) {
  constexpr std::string_view openings[] = {"whether it is ", "whether its ", "whether the item is ",
                                           "whether ",       "s'il est ",    "si le bien est ",
                                           "s'il ",          "si "};
  for (const std::string_view opening : openings) {
    if (says.starts_with(opening)) return says.substr(opening.size());
  }
  return says;
}

std::string word_words(Language language, std::string_view word) {
  if (word == "yes") return say(language, Msg::CliTruthYes);
  if (word == "no") return say(language, Msg::CliTruthNo);
  if (word == "*") return say(language, Msg::RegionAnyOther);
  return std::string(word);
}

std::string number_words(Language language, const Number& number, std::string_view unit) {
  std::string text = number.decimal();
  if (!unit.empty() && unit != "count") text += " " + std::string(unit);
  return figures(language, text);
}

std::string fact_words(const law::Pack& pack, Language language, std::string_view fact) {
  const law::FactDecl* decl = declared(pack, fact);
  if (decl == nullptr || decl->says.empty()) return std::string(fact);
  const std::string& says = decl->says.in(language);
  // "the chip, as a row of the catalogue": where it is written is no part of its name.
  if (decl->type == FactType::Name) return says.substr(0, says.find(','));
  return std::string(decl->type == FactType::YesNo ? without_whether(says) : says);
}

std::string range_words(const law::Pack& pack, Language language, const RegionLimit& limit) {
  const law::FactDecl* decl = declared(pack, limit.fact);
  const std::string_view unit = decl == nullptr ? std::string_view() : decl->unit;
  std::vector<std::string> parts;
  if (limit.low) {
    parts.push_back(say(language, limit.low->counts ? Msg::RegionAtLeast : Msg::RegionAbove,
                        {number_words(language, limit.low->at, unit)}));
  }
  if (limit.high) {
    parts.push_back(say(language, limit.high->counts ? Msg::RegionAtMost : Msg::RegionBelow,
                        {number_words(language, limit.high->at, unit)}));
  }
  if (!parts.empty()) return joined(parts, ", ");
  const std::vector<std::string> words =
      mapped(limit.words, [&](const std::string& word) { return word_words(language, word); });
  return joined(words, say(language, Msg::RegionOr));
}

std::string asked_words(const law::Pack& pack, Language language, const RegionReport& report) {
  const Receipt& receipt = report.receipt;
  std::vector<std::string> parts;
  const auto add_fact = [&](std::string_view fact, Msg words) {
    for (const auto& [id, value] : receipt.facts) {
      if (id == fact) parts.push_back(say(language, words, {value}));
    }
  };
  add_fact("exporter.name", Msg::ChartExporter);
  add_fact("buyer.hq", Msg::ChartHq);
  parts.push_back(
      say(language, receipt.posture == "text" ? Msg::TimelineLaneText : Msg::TimelineLaneEnforced));
  for (const auto& [id, alternative] : receipt.readings) {
    parts.push_back(id);
    parts.back() += "=";
    parts.back() += alternative;
  }
  for (const law::OverlayHeader& overlay : pack.overlays) parts.push_back("+ " + overlay.id);
  return joined(parts, ", ");
}

std::string statement_words(const law::Pack& pack, Language language,
                            const RegionStatement& statement) {
  // Figures first, as the law has them.
  std::vector<RegionLimit> limits = statement.limits;
  std::stable_partition(limits.begin(), limits.end(), [](const RegionLimit& limit) {
    return limit.low.has_value() || limit.high.has_value();
  });
  const auto parts = mapped(limits, [&](const RegionLimit& limit) {
    return say(language, Msg::RegionWith,
               {fact_words(pack, language, limit.fact), range_words(pack, language, limit)});
  });
  return joined(parts, say(language, Msg::RegionAnd));
}

}  // namespace licit
