#include "book/totals.h"

#include <algorithm>
#include <compare>
#include <set>

namespace licit {
namespace {

constexpr std::size_t most_bad_lines = 10;

// A sum that no longer fits is more than any that does.
bool is_more(const Tally& a, const Tally& b, const std::string& currency) {
  const bool a_over = a.overflowed.contains(currency);
  const bool b_over = b.overflowed.contains(currency);
  if (a_over != b_over) return a_over;
  const auto sum = [&](const Tally& tally) {
    const auto found = tally.value.find(currency);
    return found == tally.value.end() ? Number(0) : found->second;
  };
  const auto order = sum(a) <=> sum(b);
  if (std::is_neq(order)) return std::is_gt(order);
  return a.lines > b.lines;
}

}  // namespace

void Totals::add(const LineDecision& decision, const Amount* amount) {
  ++lines_;
  status_ = worse_status(status_, decision.exit);
  by_verdict_[decision.verdict].add(amount);
  if (amount != nullptr) ++currencies_[amount->currency];
  with_steps_ += decision.steps.empty() ? 0U : 1U;
  with_assumptions_ += decision.assumptions == 0 ? 0U : 1U;
  with_warnings_ += decision.warnings.empty() ? 0U : 1U;
  if (decision.verdict == Verdict::License || decision.verdict == Verdict::Prohibited) {
    std::set<std::string> counted;
    for (const Citation& citation : decision.provisions) {
      if (!counted.insert(citation.provision).second) continue;
      ProvisionTally& stop = stopped_by_[citation.provision];
      stop.provision = citation.provision;
      stop.cite = citation.cite;
      stop.tally.add(amount);
    }
  }
  if (decision.verdict == Verdict::Undetermined) {
    for (const Need& asked : decision.needs) {
      NeedTally& need = needs_[asked.fact];
      need.fact = asked.fact;
      need.asks = asked.asks;
      need.tally.add(amount);
      need.settles_alone += asked.settles ? 1 : 0;
    }
  }
}

void Totals::add_bad(const Diagnostic& why) {
  ++lines_;
  ++bad_;
  status_ = 2;
  if (bad_lines_.size() < most_bad_lines) bad_lines_.push_back(why);
}

std::string Totals::main_currency() const {
  const auto most =
      std::max_element(currencies_.begin(), currencies_.end(),
                       [](const auto& a, const auto& b) { return a.second < b.second; });
  return most == currencies_.end() ? std::string() : most->first;
}

BookSummary Totals::summary() const {
  BookSummary out;
  out.lines = lines_;
  out.bad = bad_;
  out.by_verdict = by_verdict_;
  out.with_steps = with_steps_;
  out.with_assumptions = with_assumptions_;
  out.with_warnings = with_warnings_;
  out.decided_anew = decided_anew;
  out.bad_lines = bad_lines_;
  if (!parties_.is_empty()) out.screened = parties_.tally();
  out.owners = parties_.owners();
  out.exit_status = status_;
  const std::string currency = main_currency();
  for (const auto& [id, stop] : stopped_by_) out.stopped_by.push_back(stop);
  std::stable_sort(out.stopped_by.begin(), out.stopped_by.end(), [&](const auto& a, const auto& b) {
    return is_more(a.tally, b.tally, currency);
  });
  for (const auto& [fact, need] : needs_) out.needs.push_back(need);
  std::stable_sort(out.needs.begin(), out.needs.end(), [&](const auto& a, const auto& b) {
    if (a.tally.lines != b.tally.lines) return a.tally.lines > b.tally.lines;
    return is_more(a.tally, b.tally, currency);
  });
  return out;
}

}  // namespace licit
