// Adds lines up as they are decided; memory grows with the provisions and facts named, not with the
// lines.
#pragma once

#include <map>
#include <string>

#include "book/line_decision.h"
#include "book/party_totals.h"
#include "book/summary.h"

namespace licit {

class Totals {
 public:
  void add(const LineDecision& decision, const Amount* amount);
  void add_bad(const Diagnostic& why);
  void add_parties(std::span<const LookedUpParty> parties, std::span<const OwnedPartyPtr> owners) {
    parties_.add(parties);
    parties_.add(owners);
  }
  std::uint64_t lines() const { return lines_; }
  // All but the paths, the pack and the notes.
  BookSummary summary() const;

  std::uint64_t decided_anew = 0;
  std::uint64_t undated = 0;  // lines decided for today because they state no day

 private:
  // The currency that most lines have; value in it decides what is "most value".
  std::string main_currency() const;

  std::uint64_t lines_ = 0;
  std::uint64_t bad_ = 0;
  std::uint64_t with_steps_ = 0, with_assumptions_ = 0, with_warnings_ = 0;
  int status_ = 0;
  std::map<Verdict, Tally> by_verdict_;
  std::map<std::string, ProvisionTally> stopped_by_;
  std::map<std::string, NeedTally> needs_;
  std::map<std::string, std::uint64_t> currencies_;
  PartyTotals parties_;
  std::vector<Diagnostic> bad_lines_;
};

}  // namespace licit
