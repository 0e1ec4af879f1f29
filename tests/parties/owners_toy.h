// Small graphs for the tests of owners, written as a person would: owner, owned, share.
#pragma once

#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <string>

#include "base/text.h"
#include "parties/owners/assess.h"

namespace licit::owners_test {

struct Row {
  std::string owner, owned, share;
  StakeKind kind = StakeKind::Direct;
  StakeClass of = StakeClass::Both;
};

struct Toy {
  OwnershipGraph graph;
  ListedOwners listed;

  Toy& stakes(const std::vector<Row>& rows) {
    for (const Row& row : rows) {
      Stake stake;
      stake.owner = graph.entity(row.owner);
      stake.owned = graph.entity(row.owned);
      stake.share = parse_share(row.share).share;
      stake.kind = row.kind;
      stake.of = row.of;
      stake.source = graph.source("toy");
      graph.add(stake);
    }
    return *this;
  }
  // The same in one line: "X > A 50; Half told > B ?".
  Toy& stakes(std::string_view written) {
    std::vector<Row> rows;
    while (!written.empty()) {
      const std::size_t end = std::min(written.find(';'), written.size());
      const std::string_view one = trimmed(written.substr(0, end));
      const std::size_t arrow = one.find(" > "), share = one.rfind(' ');
      rows.push_back({std::string(one.substr(0, arrow)),
                      std::string(one.substr(arrow + 3, share - arrow - 3)),
                      std::string(one.substr(share + 1))});
      written.remove_prefix(std::min(end + 1, written.size()));
    }
    return stakes(rows);
  }
  Toy& list(const std::string& name, ListCode code, std::uint16_t footnotes = 0,
            ReviewPolicy policy = ReviewPolicy::NotStated, const std::string& program = "sdgt") {
    Listing listing;
    listing.list = code;
    listing.footnotes = footnotes;
    listing.policy = policy;
    if (code == ListCode::Sdn) listing.programs = {program};
    listed.add(graph.entity(name), listing);
    return *this;
  }
};

// An assessment and the graph of its day, by name.
struct Judged {
  Judged(const Toy& toy, OwnerRegime regime, Date day, const OwnerOptions& options = {})
      : graph(&toy.graph),
        stakes(toy.graph, day),
        result(assess(stakes, toy.listed, OwnerRules::shipped().value().on(regime, day), options)) {
  }

  const OwnerFinding& of(const std::string& name) const {
    const auto id = graph->find(name);
    EXPECT_TRUE(id.has_value()) << name;
    return result.findings[id.value_or(0)];
  }
  OwnerVerdict verdict(const std::string& name) const { return of(name).verdict; }
  // Those that the rule restricts, but for the listed ones themselves.
  std::set<std::string> restricted() const {
    std::set<std::string> out;
    for (EntityId id = 0; id < graph->size(); ++id)
      if (!result.findings[id].listed && result.findings[id].verdict == OwnerVerdict::Restricted)
        out.emplace(graph->text(id));
    return out;
  }

  const OwnershipGraph* graph;
  StakesOn stakes;
  OwnerAssessment result;
};

inline Date day(const char* iso) { return Date::parse(iso).value(); }
// A day within the window of the Affiliates rule (90 FR 47201: from 2025-09-29).
inline Date in_window() { return day("2025-10-15"); }

}  // namespace licit::owners_test
