// The class of one item from its facts alone, with what it rests on: which facts, who said them and how
// far they can be leaned on, and whether it would stand on facts of high confidence only.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "decide/evaluate.h"
#include "facts/catalogue.h"
#include "facts/transaction.h"

namespace licit {

// A fact that a class rests on.
struct RestsOn {
  std::string fact, value;
  Origin origin = Origin::Unknown;
  Confidence confidence = Confidence::High;
  std::string source;  // of a value of the catalogue
};

struct ItemClass {
  std::string selected;               // empty where it is open or nothing encoded is met
  std::vector<std::string> may_be;    // where it is open
  std::vector<ClassMet> met;          // after exclusions; certain ones only
  std::vector<RestsOn> facts;         // by id
  std::vector<Need> needs;            // facts that leave it open
  std::vector<std::string> readings;  // "A10=sum 4A090.b": those under which it would be another
  // The class is another, or open, without the facts of less than high confidence: these.
  std::vector<std::string> weak;
};

// How the law is read for all items.
struct ClassSetting {
  std::optional<Date> known;
  Knower knower = Knower::Public;
  Posture posture = Posture::Enforced;
  std::map<std::string, std::string> readings;
  bool strict = false;
};

// Of the first chip that the facts may mean.
ItemClass item_class(const LawView& law, const TransactionFacts& facts,
                     const ClassSetting& setting);

}  // namespace licit
