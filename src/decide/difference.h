// What changed between two sides, each a pack and a day: all transactions whose verdict differs, as
// statements that leave none out, hold of no other, and none of which the others say already.
//
// A statement is of transactions of which every fact is known. Facts that the query states, and those that
// the pack lets pass when absent, are as in `check`; every other fact is open. Places that the law names
// nowhere are left out, for nothing can be decided of them.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "decide/pack_index.h"
#include "decide/query.h"
#include "decide/region.h"
#include "decide/timeline.h"

namespace licit {

// A fact of which the two packs disagree what kind it is, or in what unit: they cannot be compared.
std::optional<std::string> disputed_fact(const law::Pack& a, const law::Pack& b);

// One side. All must outlive the call; what the query states besides the day should be the same on both.
struct DifferenceSide {
  const law::Pack& pack;
  const PackIndex& index;
  const Query& query;  // its first candidate counts
};

// What one fact has to be.
struct DifferenceLimit {
  Asks asks = Asks::Word;
  std::string fact;
  std::optional<RegionEnd> low, high;  // Number
  std::optional<Date> from, to;        // Day: first and last, both included
  std::vector<std::string>
      words;  // Word: one of these, "*" for any other; Place: one of these codes
  std::vector<std::string>
      excluded;       // Word where "*" is among `words`: the named words that are not
  std::string word;   // Member: the word; Received: the notice
  bool holds = true;  // Member, Received, Known: or not
  bool operator==(const DifferenceLimit&) const;
};

struct DifferenceStatement {
  Verdict before{}, after{};
  std::vector<DifferenceLimit> limits;  // beyond Difference::common; empty where that is all
  // Ids of the requirements and scope rules that give the verdict all over the statement; where none does,
  // of those that do somewhere in it. And the paragraphs that items of it fall under, "" for none.
  std::vector<std::string> before_by, after_by;
  std::vector<std::string> before_class, after_class;
  // How far it is from all transactions, in thousandths: the classes that each question has for each one
  // that it keeps, added up. Only to put the widest first.
  std::uint64_t narrowness = 0;
};

struct Difference {
  std::vector<DifferenceLimit> common;          // holds in every statement
  std::vector<DifferenceStatement> statements;  // the widest first
  // One place for each way in which destinations fare on the two sides, and all that fare so.
  std::vector<std::vector<std::string>> destinations;
  // The clauses that hold on one side only.
  std::vector<TimelineClause> clauses;
};

// The packs must not dispute any fact.
Difference difference_of(const DifferenceSide& before, const DifferenceSide& after,
                         const Places& places);

}  // namespace licit
