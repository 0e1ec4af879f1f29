#include "cli/render_region.h"

#include <algorithm>

#include "base/mapped.h"
#include "base/text.h"
#include "cli/render_text.h"
#include "decide/region_words.h"

namespace licit::cli {
namespace {

constexpr std::size_t most_cites = 2;
constexpr std::size_t most_chips = 5;
constexpr std::size_t most_assumed = 4;

using Rows = std::vector<std::vector<std::string>>;

std::string title(const Page& page, const RegionReport& report) {
  const Language language = page.language;
  const std::string on = report.receipt.on.iso();
  const std::string& to = report.to.in(language);
  return to.empty() ? say(language, Msg::RegionTitleNoPlace, {on})
                    : say(language, Msg::RegionTitle, {to, on});
}

std::string indented(const std::string& text) {
  std::string out;
  std::size_t begin = 0;
  while (begin < text.size()) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    out += (end > begin ? "  " : "") + text.substr(begin, end - begin) + "\n";
    begin = end + 1;
  }
  return out;
}

std::string table_in(const Page& page, const Rows& rows) {
  Page inner = page;
  inner.width -= 2;
  return indented(table(inner, rows));
}

// A verdict is written once, above its alternatives.
std::string statements(const Page& page, const law::Pack& pack,
                       const std::vector<RegionStatement>& all, bool in_turn) {
  const Language language = page.language;
  Rows rows{{"", ""}};
  for (std::size_t i = 0; i < all.size(); ++i) {
    const bool again = i > 0 && all[i - 1].verdict == all[i].verdict;
    std::string words = statement_words(pack, language, all[i]);
    if (words.empty()) {
      words = say(language, in_turn && all.size() > 1 ? Msg::RegionOtherwise : Msg::RegionAlways);
    } else if (again) {
      words = say(language, Msg::RegionOrElse, {words});
    }
    rows.push_back({again ? "" : verdict_words(language, all[i].verdict), words});
  }
  return table_in(page, rows).substr(1);
}

std::string limits(const Page& page, const law::Pack& pack, const std::vector<LimitSource>& all,
                   bool explain) {
  const Language language = page.language;
  Rows rows{{say(language, Msg::RegionLimits), "", ""}};
  for (std::size_t i = 0; i < all.size();) {
    std::vector<std::string> cites;
    std::size_t j = i;
    for (; j < all.size() && all[j].fact == all[i].fact && all[j].at == all[i].at; ++j) {
      cites.push_back(all[j].cite);
    }
    if (!explain && cites.size() > most_cites) {
      const std::size_t more = cites.size() - most_cites;
      cites.resize(most_cites);
      cites.push_back(say(language, Msg::CliAndMore, {std::to_string(more)}));
    }
    const law::FactDecl* decl = pack.find_fact(all[i].fact);
    const bool again = i > 0 && all[i - 1].fact == all[i].fact;
    rows.push_back({again ? "" : all[i].fact.substr(5),
                    number_words(language, all[i].at, decl == nullptr ? "" : decl->unit),
                    joined(cites, "; ")});
    i = j;
  }
  return rows.size() == 1 ? "" : table_in(page, rows) + "\n";
}

std::string chips(const Page& page, const RegionReport& report, bool explain) {
  const Language language = page.language;
  Rows rows{{say(language, Msg::RegionChipsHere), "", ""}};
  for (const Verdict verdict :
       {Verdict::Prohibited, Verdict::License, Verdict::Conflict, Verdict::Undetermined,
        Verdict::Exception, Verdict::NoLicense, Verdict::NotCovered, Verdict::NotSubject}) {
    std::vector<std::string> names;
    for (const RegionChip& chip : report.chips) {
      if (chip.verdict == verdict) names.push_back(chip.name);
    }
    if (names.empty()) continue;
    const std::string count = std::to_string(names.size());
    if (!explain && names.size() > most_chips) {
      const std::size_t more = names.size() - most_chips;
      names.resize(most_chips);
      names.push_back(say(language, Msg::CliAndMore, {std::to_string(more)}));
    }
    rows.push_back({verdict_words(language, verdict), count, joined(names, ", ")});
  }
  return rows.size() == 1 ? "" : table_in(page, rows) + "\n";
}

// The first few names, and how many more.
std::string named(const Page& page, const RegionReport& report,
                  const std::vector<std::string>& chips) {
  std::vector<std::string> names;
  for (const RegionChip& chip : report.chips) {
    if (std::find(chips.begin(), chips.end(), chip.id) != chips.end()) names.push_back(chip.name);
  }
  if (names.size() > most_chips + 1) {
    const std::size_t more = names.size() - most_chips;
    names.resize(most_chips);
    names.push_back(say(page.language, Msg::CliAndMore, {std::to_string(more)}));
  }
  return joined(names, ", ");
}

std::string given(const Page& page, const law::Pack& pack, const RegionReport& report,
                  bool explain) {
  const Language language = page.language;
  std::vector<std::string> parts;
  for (const TakenAsGiven& one : report.given) {
    if (one.on_plane_only) continue;
    RegionStatement statement;
    RegionLimit limit{one.fact, {}, {}, {}};
    for (const Scalar& scalar : one.value.candidates) {
      const bool* yes = std::get_if<bool>(&scalar);
      limit.words.push_back(yes != nullptr ? (*yes ? "yes" : "no") : std::get<std::string>(scalar));
    }
    statement.limits.push_back(std::move(limit));
    parts.push_back(statement_words(pack, language, statement));
  }
  std::vector<std::string> assumed =
      mapped(report.assumed, [](const Assumption& one) { return one.fact + " = " + one.value; });
  if (!explain && assumed.size() > most_assumed) {
    const std::size_t more = assumed.size() - most_assumed;
    assumed.resize(most_assumed);
    assumed.push_back(say(language, Msg::CliAndMore, {std::to_string(more)}));
  }
  std::string out = say(language, Msg::RegionAssumes, {joined(parts, "; ")});
  if (!assumed.empty())
    out += "\n" + say(language, Msg::RegionAssumedAbsent, {joined(assumed, "; ")});
  return out;
}

// What the other posture and other readings make of it.
std::string otherwise(const Page& page, const law::Pack& pack, const RegionReport& report) {
  const Language language = page.language;
  std::string out;
  if (report.other_posture) {
    const Msg heading =
        report.receipt.posture == "text" ? Msg::RegionOtherwiseEnforced : Msg::RegionOtherwiseText;
    out += wrapped(say(language, heading), page.width, 0, 0) + "\n\n" +
           statements(page, pack, report.other_posture->in_turn, true) + "\n";
  }
  for (const RegionReading& reading : report.readings) {
    std::string words =
        say(language, Msg::RegionOtherReading,
            {reading.id, reading.alternative_says.in(language), reading.alternative});
    if (!reading.chips.empty()) {
      words = say(language, Msg::CliRuleLine, {words, named(page, report, reading.chips)});
    }
    out += wrapped(words, page.width, 0, 2) + "\n";
  }
  return report.readings.empty() ? out : out + "\n";
}

}  // namespace

std::string render_region(const Page& page, const law::Pack& pack, const RegionReport& report,
                          bool explain) {
  const Language language = page.language;
  const auto paragraph = [&](const std::string& text) {
    return wrapped(text, page.width, 0, 0) + "\n";
  };
  std::string out = toned(page, Tone::Strong, wrapped(title(page, report), page.width, 0, 0)) +
                    "\n" + paragraph(asked_words(pack, language, report)) + "\n";
  if (report.region.in_turn.size() > 1) out += paragraph(say(language, Msg::RegionFormula)) + "\n";
  out += statements(page, pack, report.region.in_turn, true) + "\n";
  if (!report.region.turns_on.empty()) {
    out += paragraph(say(language, Msg::RegionTurnsOn,
                         {joined(mapped(report.region.turns_on,
                                        [&](const std::string& fact) {
                                          return fact_words(pack, language, fact);
                                        }),
                                 "; ")})) +
           "\n";
  }
  out += otherwise(page, pack, report);
  if (explain && report.region.statements.size() > report.region.in_turn.size()) {
    out += paragraph(say(language, Msg::RegionEachAlone)) + "\n" +
           statements(page, pack, report.region.statements, false) + "\n";
  }
  out += limits(page, pack, report.limits, explain);
  out += chips(page, report, explain);
  out += paragraph(given(page, pack, report, explain));
  for (const std::string& warning : warning_lines(language, report.warnings, explain)) {
    out += paragraph(warning);
  }
  out += paragraph(say(language, Msg::CliVerifiedThrough,
                       {report.receipt.pack, report.receipt.verified_through.iso()}));
  if (!explain) out += paragraph(say(language, Msg::RegionMore));
  return out;
}

}  // namespace licit::cli
