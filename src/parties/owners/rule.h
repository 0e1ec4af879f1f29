// The 50 percent rules of each regime, as data (law/ownership/rules.csv): threshold, aggregation,
// control, which lists carry, and the days on which a rule was in force, each with its citation and
// how its text was read.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/messages.h"
#include "base/result.h"
#include "parties/owners/listing.h"

namespace licit {

enum class OwnerRegime : std::uint8_t { Bis, Ofac, Eu, Uk };
inline constexpr std::array all_owner_regimes = {OwnerRegime::Bis, OwnerRegime::Ofac,
                                                 OwnerRegime::Eu, OwnerRegime::Uk};
std::string_view word_of(OwnerRegime regime);
std::optional<OwnerRegime> parse_owner_regime(std::string_view word);

enum class RuleStatus : std::uint8_t {
  NotYet,  // before its first day
  InForce,
  Suspended,
  BackUnlessExtended,  // in force by what was read, not verified
};
std::string_view word_of(RuleStatus status);

struct OwnerRule {
  OwnerRegime regime = OwnerRegime::Bis;
  Date from;
  std::optional<Date> until;  // the first day on which it is otherwise
  RuleStatus status = RuleStatus::InForce;
  std::uint32_t threshold = share_whole / 2;
  bool more_than = false;          // the threshold itself does not reach
  bool aggregate = true;           // stakes of different listed owners are added
  bool control_restricts = false;  // else control is a red flag
  bool foreign_only = false;       // entities organized in the United States are not restricted
  std::vector<ListCode> carriers;
  std::vector<std::string> sdn_programs;  // folded; empty: whatever the program
  std::string cite, url, verified;
  Bilingual says;

  bool in_force() const {
    return status == RuleStatus::InForce || status == RuleStatus::BackUnlessExtended;
  }
  bool reached_by(std::uint64_t parts, std::uint64_t treasury = 0) const;
  // Whether a listing makes its party an owner that this rule counts: no, yes, or not known (an
  // unresolved match, or a program that nobody stated).
  Truth carries(const Listing& listing) const;
};

class OwnerRules {
 public:
  static Result<OwnerRules> parse(std::string_view csv, std::string_view file);
  static Result<OwnerRules> shipped();

  // The rule of that day; before the first, the first with the status NotYet.
  OwnerRule on(OwnerRegime regime, Date day) const;
  const std::vector<OwnerRule>& all() const { return rules_; }

 private:
  std::vector<OwnerRule> rules_;
};

}  // namespace licit
