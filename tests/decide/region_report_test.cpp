// The report on which items may go, against `check` of every chip of the catalogue, and against the text
// of the rules.
#include "decide/region_report.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "decide/region_words.h"
#include "licit/engine.h"

namespace licit {
namespace {

const Engine& engine() {
  static const Engine one = Engine::load().value();
  return one;
}

Transaction to_china(const char* on, const char* exporter) {
  Transaction out{{{"to", "CN", {}}, {"on", on, {}}}};
  if (*exporter != '\0') out.fields.push_back({"exporter", exporter, {}});
  return out;
}

Result<RegionReport> report_of(const Transaction& transaction, const RegionOptions& options = {}) {
  const auto query = engine().question(transaction);
  return region_report(engine().law(), engine().catalogue(), engine().compiled(), *query, options);
}

bool above(const RegionEnd& low, const Number& n) { return low.counts ? low.at <= n : low.at < n; }
bool below(const RegionEnd& high, const Number& n) {
  return high.counts ? n <= high.at : n < high.at;
}

// Whether a limit holds of a value that is one and no other.
bool holds(const RegionLimit& limit, const FactValue& value) {
  if (value.type == FactType::Number) {
    const Number& n = *value.number.lo;
    return (!limit.low || above(*limit.low, n)) && (!limit.high || below(*limit.high, n));
  }
  const auto named = [&](const std::string& word) {
    return std::find(limit.words.begin(), limit.words.end(), word) != limit.words.end();
  };
  // "*": a chip that the law names nowhere.
  const std::vector<std::string> by_name{"h20", "mi308x", "mi250", "mi250x"};
  const bool unnamed = std::find(by_name.begin(), by_name.end(), value.text()) == by_name.end();
  return named(value.text()) || (limit.fact == "item.chip" && unnamed && named("*"));
}

bool holds(const RegionStatement& statement, FactReader& facts) {
  return std::all_of(
      statement.limits.begin(), statement.limits.end(),
      [&](const RegionLimit& limit) { return holds(limit, facts.read(limit.fact).value); });
}

// Every chip of which all figures that matter are known exactly, on the days of three laws.
TEST(RegionReportProperty, StatementsSayOfEveryChipWhatCheckSays) {
  for (const char* on : {"2022-11-01", "2023-12-01", "2025-05-01"}) {
    const RegionReport report = *report_of(to_china(on, "NVIDIA"));
    std::size_t compared = 0;
    std::set<Verdict> seen;
    for (const Chip& chip : engine().catalogue().chips()) {
      Transaction one = to_china(on, "NVIDIA");
      one.fields.push_back({"item", chip.id, {}});
      one.fields.push_back({"item.subject-to-ear", "yes", {}});
      const auto query = engine().question(one);
      ASSERT_TRUE(query.ok());
      const Posed posed = engine().pose(*query);
      Trace trace;
      FactReader facts(*engine().law().index, engine().places(), query->candidates.front(),
                       posed.chosen.readings, false, trace);
      const bool exact =
          std::all_of(report.region.item_facts.begin(), report.region.item_facts.end(),
                      [&](const std::string& fact) { return facts.read(fact).value.is_settled(); });
      if (!exact) continue;
      const Verdict expected = engine().check(one)->verdict;
      const auto first =
          std::find_if(report.region.in_turn.begin(), report.region.in_turn.end(),
                       [&](const RegionStatement& statement) { return holds(statement, facts); });
      ASSERT_NE(first, report.region.in_turn.end());
      EXPECT_EQ(word_of(first->verdict), word_of(expected)) << chip.id << " on " << on;
      std::size_t holding = 0;
      for (const RegionStatement& statement : report.region.statements) {
        if (!holds(statement, facts)) continue;
        ++holding;
        EXPECT_EQ(word_of(statement.verdict), word_of(expected)) << chip.id << " on " << on;
      }
      EXPECT_GE(holding, 1U) << chip.id << " on " << on;
      ++compared;
      seen.insert(expected);
    }
    EXPECT_GE(compared, 40U) << on;
    EXPECT_GE(seen.size(), 2U) << on;
  }
}

TEST(RegionReport, TheChipsShownHaveTheVerdictOfCheck) {
  const RegionReport report = *report_of(to_china("2025-05-01", "NVIDIA"));
  EXPECT_EQ(report.vendor, "NVIDIA");
  ASSERT_FALSE(report.chips.empty());
  for (const RegionChip& chip : report.chips) {
    Transaction one = to_china("2025-05-01", "NVIDIA");
    one.fields.push_back({"item", chip.id, {}});
    EXPECT_EQ(word_of(chip.verdict), word_of(engine().check(one)->verdict)) << chip.id;
  }
}

TEST(RegionReport, TheFiguresOfTheDayAreTheAxes) {
  // 87 FR 62186: bit length times TOPS, and I/O bandwidth; 88 FR 73458: TPP and performance density.
  const RegionReport then = *report_of(to_china("2022-11-01", "NVIDIA"));
  EXPECT_EQ(then.plane.x, "item.product-2022");
  EXPECT_EQ(then.plane.y, "item.io-bandwidth");
  const RegionReport now = *report_of(to_china("2023-12-01", "NVIDIA"));
  EXPECT_EQ(now.plane.x, "item.tpp");
  EXPECT_EQ(now.plane.y, "item.performance-density");
}

TEST(RegionReport, ThePlaneOfNovember2023HasTheLimitsOf3A090AndNoOthers) {
  const RegionReport report = *report_of(to_china("2023-12-01", "NVIDIA"));
  const auto numbers = [](const std::vector<Cut<Number>>& cuts) {
    std::vector<std::string> out;
    for (const Cut<Number>& cut : cuts) out.push_back(cut.at.decimal());
    return out;
  };
  EXPECT_EQ(numbers(report.plane.x_cuts), (std::vector<std::string>{"1600", "2400", "4800"}));
  EXPECT_EQ(numbers(report.plane.y_cuts), (std::vector<std::string>{"1.6", "3.2", "5.92"}));
  const auto at = [&](std::size_t column, std::size_t row) {
    return report.plane.cells[column][row].verdicts;
  };
  const auto bit = [](Verdict verdict) { return Leaves{1} << static_cast<Leaf>(verdict); };
  EXPECT_EQ(at(3, 0), bit(Verdict::License));    // a.1
  EXPECT_EQ(at(1, 3), bit(Verdict::License));    // a.2
  EXPECT_EQ(at(2, 1), bit(Verdict::Exception));  // b.1, by NAC
  EXPECT_EQ(at(1, 2), bit(Verdict::Exception));  // b.2, by NAC
  EXPECT_EQ(at(1, 1), bit(Verdict::NoLicense));
  EXPECT_EQ(at(2, 0), bit(Verdict::NoLicense));
}

TEST(RegionReport, WhereTheNoticeDecidesThePlaneSaysByWhat) {
  // Form 8-K of 2025-04-15: memory bandwidth, interconnect bandwidth, or both together.
  const RegionReport report = *report_of(to_china("2025-05-01", "NVIDIA"));
  const PlaneCell& small = report.plane.cells[0][0];
  EXPECT_EQ(small.verdicts, Leaves{1} << static_cast<Leaf>(Verdict::NoLicense) |
                                Leaves{1} << static_cast<Leaf>(Verdict::License));
  EXPECT_EQ(std::set<std::string>(small.decided_by.begin(), small.decided_by.end()),
            (std::set<std::string>{"item.dram-bandwidth", "item.interconnect-bandwidth",
                                   "item.bandwidth-sum"}));
}

TEST(RegionReport, ALimitCarriesItsCitation) {
  const RegionReport report = *report_of(to_china("2023-12-01", "NVIDIA"));
  const auto density =
      std::find_if(report.limits.begin(), report.limits.end(),
                   [](const LimitSource& one) { return one.at == *Number::parse("5.92"); });
  ASSERT_NE(density, report.limits.end());
  EXPECT_EQ(density->fact, "item.performance-density");
  EXPECT_EQ(density->cite, "ECCN 3A090.a.2");
}

TEST(RegionReport, WhatIsStatedIsNotTakenAsGiven) {
  Transaction stated = to_china("2023-12-01", "");
  stated.fields.push_back({"item.datacenter", "no", {}});
  const RegionReport report = *report_of(stated);
  EXPECT_TRUE(std::none_of(report.given.begin(), report.given.end(),
                           [](const TakenAsGiven& one) { return one.fact == "item.datacenter"; }));
  // Note 2 to 3A090: below 4800 nothing that is not for data centers is reached.
  ASSERT_EQ(report.plane.x_cuts.size(), 1U);
  EXPECT_EQ(report.plane.x_cuts[0].at, Number(4800));
  EXPECT_TRUE(report.plane.y_cuts.empty());
}

TEST(RegionReport, AxesAreNamedInFullInShortOrByInitials) {
  for (const auto& [x, y] : {std::pair{"item.tpp", "item.dram-bandwidth"}, std::pair{"tpp", "dram"},
                             std::pair{"tpp", "db"}}) {
    RegionOptions options;
    options.axes = {x, y};
    const auto report = report_of(to_china("2023-12-01", ""), options);
    ASSERT_TRUE(report.ok()) << x << ',' << y;
    EXPECT_EQ(report->plane.y, "item.dram-bandwidth");
  }
}

TEST(RegionReport, WrongAxesAndChipsAreSaidTogether) {
  RegionOptions options;
  options.axes = {"tpp", "speed"};
  options.chips = std::vector<std::string>{"h9999"};
  const auto report = report_of(to_china("2023-12-01", ""), options);
  ASSERT_FALSE(report.ok());
  ASSERT_EQ(report.errors().size(), 2U);
  EXPECT_EQ(report.errors()[0].code, "C075");
  EXPECT_EQ(report.errors()[1].code, "F001");
  options.axes = {"tpp", "item.tpp"};
  options.chips.reset();
  EXPECT_EQ(report_of(to_china("2023-12-01", ""), options).errors()[0].code, "C076");
}

TEST(RegionWords, AStatementReadsAsOne) {
  const law::Pack& pack = engine().pack();
  RegionStatement statement;
  statement.limits = {
      {"item.datacenter", {}, {}, {"yes"}},
      {"item.tpp", RegionEnd{Number(2400), true}, RegionEnd{Number(4800), false}, {}}};
  EXPECT_EQ(
      statement_words(pack, Language::En, statement),
      "total processing performance: 2400 TPP or more, below 4800 TPP, and designed or marketed "
      "for use in data centers: yes");
  EXPECT_EQ(
      statement_words(pack, Language::Fr, statement),
      "performance de traitement totale : 2\u202f400 TPP ou plus, moins de 4\u202f800 TPP, et "
      "conçu ou commercialisé pour une utilisation en centre de données : oui");
}

// 90 FR 4544 requires a license everywhere from 2025-05-15; BIS said on 2025-05-13 that it does not enforce
// it. To China the two postures come to the same.
TEST(RegionReport, SaysWhereThePrintedLawIsAnother) {
  const RegionReport poland =
      *report_of({{{"to", "PL", {}}, {"hq", "PL", {}}, {"on", "2025-06-01", {}}}});
  ASSERT_TRUE(poland.other_posture.has_value());
  const auto requires_license = [](const Region& region) {
    return std::any_of(region.in_turn.begin(), region.in_turn.end(),
                       [](const RegionStatement& one) { return one.verdict == Verdict::License; });
  };
  EXPECT_FALSE(requires_license(poland.region));
  EXPECT_TRUE(requires_license(*poland.other_posture));
  EXPECT_FALSE(report_of(to_china("2024-06-03", "NVIDIA"))->other_posture.has_value());
}

// A reading is named where, and only where, check decides some chip otherwise under it or the limits lie
// elsewhere.
TEST(RegionReportProperty, ReadingsMoveTheChipsThatCheckMoves) {
  const Transaction asked = to_china("2023-12-01", "NVIDIA");
  const RegionReport report = *report_of(asked);
  ASSERT_FALSE(report.readings.empty());
  for (const law::Reading& reading : engine().pack().readings) {
    for (const law::ReadingAlternative& one : reading.alternatives) {
      if (one.id == reading.default_alternative) continue;
      std::vector<std::string> moved;
      CheckOptions otherwise;
      otherwise.detail = verdict_only;
      otherwise.readings[reading.id] = one.id;
      for (const RegionChip& chip : report.chips) {
        Transaction transaction = asked;
        transaction.fields.push_back({"item", chip.id, {}});
        if (engine().check(transaction, otherwise)->verdict != chip.verdict) {
          moved.push_back(chip.id);
        }
      }
      const auto named = std::find_if(
          report.readings.begin(), report.readings.end(),
          [&](const auto& found) { return found.id == reading.id && found.alternative == one.id; });
      if (named == report.readings.end()) {
        EXPECT_EQ(moved, std::vector<std::string>{}) << reading.id << "=" << one.id;
      } else {
        EXPECT_EQ(named->chips, moved) << reading.id << "=" << one.id;
        EXPECT_TRUE(named->changes_region || !moved.empty()) << reading.id;
      }
    }
  }
}

TEST(RegionReport, WarnsAsAnAnswerDoes) {
  const auto warns = [](const RegionReport& report, const char* code) {
    return std::any_of(report.warnings.begin(), report.warnings.end(),
                       [&](const Warning& one) { return one.code == code; });
  };
  const std::string later = engine().pack().header.verified_through.plus_days(1).iso();
  EXPECT_TRUE(warns(*report_of(to_china(later.c_str(), "")), "W-after-verified"));
  EXPECT_FALSE(warns(*report_of(to_china("2024-06-03", "")), "W-after-verified"));
}

}  // namespace
}  // namespace licit
