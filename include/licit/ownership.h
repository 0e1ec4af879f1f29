// Purpose: who owns a party, and what the 50 percent rules make of that: a graph of shareholdings read
// from files (licit::read_owners), listed owners (licit::ListedOwners), the rules of a day
// (licit::OwnerRules), verdicts (licit::assess), their proof (licit::prove), the ultimate parent
// (licit::ultimate_parent) and the facts of the law that follow (licit::owner_facts).
//
// Ownership: a licit::StakesOn points into the graph it was built of, which must outlive it unchanged;
// all else owns what it holds. Thread-safety: values may be read from many threads at once, but
// StakesOn::of_owned (and what proves or looks for parents) builds its index on first use: call it once
// before sharing.
//
// Example (compiled and run by tests/parties/owners_api_test.cpp):
//   licit::OwnershipGraph graph;
//   licit::read_owners("owner,owned,share\nX,A,50\nA,B,50\n", "owners.csv", graph);
//   licit::ListedOwners listed;
//   licit::Listing listing;
//   listing.list = licit::ListCode::EntityList;
//   listed.add(*graph.find("X"), listing);
//   const auto day = *licit::Date::parse("2025-10-15");
//   const licit::StakesOn stakes(graph, day);
//   const auto rule = licit::OwnerRules::shipped()->on(licit::OwnerRegime::Bis, day);
//   const auto result = licit::assess(stakes, listed, rule);
//   result.findings[*graph.find("B")].verdict;  // licit::OwnerVerdict::Restricted
#pragma once

#include "licit/result.h"
#include "parties/owners/assess.h"
#include "parties/owners/owner_facts.h"
#include "parties/owners/parent.h"
#include "parties/owners/proof.h"
#include "parties/owners/read.h"
