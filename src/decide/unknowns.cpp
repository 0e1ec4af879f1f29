#include "decide/unknowns.h"

#include <algorithm>

#include "facts/metrics.h"

namespace licit {
namespace {

bool starts_with(std::string_view text, std::string_view beginning) {
  return text.substr(0, beginning.size()) == beginning;
}

void add_once(std::vector<std::string>& to, std::string_view word) {
  if (std::find(to.begin(), to.end(), word) == to.end()) to.emplace_back(word);
}

}  // namespace

// What was walked has added all that it can: rules, paragraphs and definitions lead to one another a thousandfold.
bool Unknowns::is_new(const void* walked) { return walked_.insert(walked).second; }

void Unknowns::of(const law::Expr& expr) {
  if (judge_.eval(expr).truth != Truth::Unknown || !is_new(&expr)) return;
  switch (expr.kind) {
    case law::ExprKind::All:
    case law::ExprKind::Any:
    case law::ExprKind::Not:
      for (const law::Expr& child : expr.children) of(child);
      return;
    case law::ExprKind::Compare:
    case law::ExprKind::In:
    case law::ExprKind::Includes:
    case law::ExprKind::Is:
      add(expr.name);
      return;
    case law::ExprKind::Class:
      for (const std::string& paragraph : expr.words) of_selected(paragraph);
      return;
    case law::ExprKind::Meets:
      of_paragraph(expr.name);
      return;
    case law::ExprKind::Define:
      if (const law::Define* define = judge_.law().define(expr.name)) {
        of(define->when);
      } else {
        add(expr.name);
      }
      return;
    case law::ExprKind::Known:
    case law::ExprKind::Reading:
    case law::ExprKind::Posture:
    case law::ExprKind::Constant:
      return;
  }
}

void Unknowns::of_rule(std::size_t rule) {
  if (judge_.rule_holds(rule).truth != Truth::Unknown) return;
  if (!is_new(&judge_.pack().rules[rule])) return;
  const auto& links = judge_.index().links(rule);
  of(judge_.pack().rules[rule].when);
  if (links.is_notice) {
    const law::Source* notice = judge_.index().source(judge_.pack().rules[rule].provenance.source);
    if (notice != nullptr && judge_.notice_received(*notice).truth == Truth::Unknown) {
      add_once(notices_, notice->id);
      add_id("exporter.notices");
    }
  }
  for (const std::size_t exclusion : links.exclusions) {
    if (judge_.law().defeat(exclusion)) of_defeat(exclusion);
  }
  for (const std::size_t overrider : links.overriders) {
    if (judge_.law().rule(overrider)) of_rule(overrider);
  }
}

void Unknowns::of_defeat(std::size_t defeat) {
  if (judge_.defeat_holds(defeat).truth != Truth::Unknown) return;
  if (!is_new(&judge_.pack().defeats[defeat])) return;
  if (const auto& when = judge_.pack().defeats[defeat].when) of(*when);
  for (const std::size_t overrider : judge_.index().defeat_overriders(defeat)) {
    if (judge_.law().defeat(overrider)) of_defeat(overrider);
  }
}

void Unknowns::of_bar(std::size_t bar) { of(judge_.pack().bars[bar].when); }

void Unknowns::of_paragraph(std::string_view paragraph) {
  if (judge_.met(paragraph).truth != Truth::Unknown) return;
  for (const std::size_t rule : judge_.index().class_rules(paragraph)) {
    if (judge_.law().rule(rule)) of_rule(rule);
  }
}

void Unknowns::of_selected(std::string_view paragraph) {
  if (judge_.selected(paragraph).truth != Truth::Unknown) return;
  for (const std::string_view earlier : judge_.index().paragraphs()) {
    of_paragraph(earlier);
    if (earlier == paragraph) return;
  }
}

void Unknowns::of_exception(const RequirementState& state, const ExceptionState& exception) {
  if (exception.not_encoded || exception.held.truth != Truth::Unknown) return;
  if (const auto& when = judge_.pack().defeats[exception.defeat].when) of(*when);
  for (const std::size_t bar : exception.maybe_barred_by) of_bar(bar);
  for (const std::size_t i : judge_.index().defeat_overriders(exception.defeat)) {
    if (!judge_.law().defeat(i)) continue;
    of_defeat(i);
    for (const ExceptionState& other : state.exceptions) {
      if (other.defeat != i || other.held.truth != Truth::Unknown) continue;
      for (const std::size_t bar : other.maybe_barred_by) of_bar(bar);
    }
  }
}

void Unknowns::of_requirement(const RequirementState& state) {
  if (state.outcome != Outcome::Undetermined) return;
  of_rule(state.rule);
  for (const ExceptionState& exception : state.exceptions) of_exception(state, exception);
  for (const std::size_t other : state.against) of_rule(other);
}

void Unknowns::add_id(std::string_view fact) { add_once(facts_, fact); }

void Unknowns::add(std::string_view id) {
  const ReadFact& fact = judge_.facts().read(id);
  // A known place of which the law does not say where it belongs cannot be asked about.
  if (fact.value.is_settled()) {
    if (fact.value.type == FactType::Place) add_once(unplaced_, fact.id);
    return;
  }
  if (fact.decl != nullptr && !fact.decl->computed.empty() && fact.value.origin != Origin::Given) {
    add_inputs(fact);
  } else {
    add_id(fact.id);
  }
}

// Areas, links and counts are asked for as such; peaks of a dozen formats are not: where none is known,
// the figure that they make is asked for instead.
void Unknowns::add_inputs(const ReadFact& fact) {
  const law::Computation* chosen = judge_.facts().way_of(*fact.decl);
  const MetricInfo* metric = chosen != nullptr ? find_metric(chosen->function) : nullptr;
  if (metric != nullptr && metric->chained) return add_chained(fact, *metric);
  std::vector<std::string_view> inputs(fact.value.inputs.begin(), fact.value.inputs.end());
  if (inputs.empty()) {
    for (const law::Computation& way : fact.decl->computed) {
      if (const MetricInfo* info = find_metric(way.function)) {
        inputs.assign(info->inputs.begin(), info->inputs.end());
        break;
      }
    }
  }
  const auto is_peak = [](std::string_view input) { return starts_with(input, "item.peak."); };
  bool peaks_known = false;
  for (const auto& [id, value] : judge_.facts().facts().all()) {
    peaks_known = peaks_known || (is_peak(id) && !value.is_unknown());
  }
  bool added = false;
  bool wants_peaks = false;
  for (const std::string_view input : inputs) {
    if (is_peak(input) || input == "item.tpp") {
      wants_peaks = true;
      continue;
    }
    const ReadFact& read = judge_.facts().read(input);
    if (read.value.is_settled() || (read.value.is_unknown() && read.assumed)) continue;
    if (input == "item.peaks-per" || input == "item.ics" || input == "item.kind") {
      if (!peaks_known) continue;  // how peaks are counted matters once there are any
    }
    add_id(read.id);
    added = true;
  }
  if (wants_peaks && !peaks_known) {
    // A density lacks its total performance; anything else that peaks make is asked for itself.
    const FactValue& tpp = judge_.facts().read("item.tpp").value;
    const bool density =
        added || std::find(inputs.begin(), inputs.end(), "item.die-area") != inputs.end();
    if (!density) {
      add_id(fact.id);
    } else if (!tpp.is_settled()) {
      add_id("item.tpp");
    }
    added = true;
  }
  if (!added) add_id(fact.id);
}

// What a figure lacks that is made of other figures: what each of them lacks.
void Unknowns::add_chained(const ReadFact& fact, const MetricInfo& metric) {
  const std::size_t before = facts_.size();
  bool added = false;
  const bool counted = judge_.facts().read("item.ics").value.is_settled();
  for (const std::string_view input : metric.inputs) {
    const ReadFact& read = judge_.facts().read(input);
    if (read.value.is_settled() || (read.value.is_unknown() && read.assumed)) continue;
    // One circuit counts as one; whatever else it is, their number is asked for.
    if (input == "item.kind") continue;
    if (input == "item.ics" && !counted) {
      const FactValue& kind = judge_.facts().read("item.kind").value;
      if (kind.is_settled() && kind.candidates.front() == Scalar(std::string("integrated-circuit")))
        continue;
    }
    add(input);
    added = true;
  }
  if (!added && facts_.size() == before) add_id(fact.id);
}

}  // namespace licit
