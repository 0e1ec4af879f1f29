// One question to the law: the facts of a transaction, the day, what could be known, and how to read.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "base/date.h"
#include "facts/fact_set.h"

namespace licit {

enum class Posture { Enforced, Text };
enum class Knower { Public, Addressee };

struct Query {
  // One set of facts for each chip that the name may mean; never empty. All but item facts are the
  // same in each.
  std::vector<FactSet> candidates;
  std::vector<std::string> candidate_ids;  // catalogue ids, in the same order; empty ids allowed
  // What was typed where it is no chip's whole name and only one chip's name begins so; else empty.
  std::string named_by_beginning;
  Date on;
  // What could be known; absent: the later of `on` and the pack's `verified through`.
  std::optional<Date> known;
  Knower knower = Knower::Public;
  Posture posture = Posture::Enforced;
  std::map<std::string, std::string> readings;  // reading id -> chosen alternative
  bool strict = false;                          // assumptions become unknown
};

}  // namespace licit
