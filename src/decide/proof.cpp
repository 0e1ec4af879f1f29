// The proof: every provision that the verdict rests on, with its condition limb by limb, and those
// that came close and why they did not apply.
#include "base/mapped.h"
#include "decide/citation.h"
#include "decide/parts.h"

namespace licit {
namespace {

std::string_view what_is(law::ExprKind kind) {
  switch (kind) {
    case law::ExprKind::All:
      return "all";
    case law::ExprKind::Any:
      return "any";
    case law::ExprKind::Not:
      return "not";
    case law::ExprKind::Compare:
      return "compare";
    case law::ExprKind::In:
      return "in";
    case law::ExprKind::Includes:
      return "includes";
    case law::ExprKind::Is:
      return "is";
    case law::ExprKind::Known:
      return "known";
    case law::ExprKind::Class:
      return "class";
    case law::ExprKind::Meets:
      return "meets";
    case law::ExprKind::Define:
      return "define";
    case law::ExprKind::Reading:
      return "reading";
    case law::ExprKind::Posture:
      return "posture";
    case law::ExprKind::Constant:
      return "constant";
  }
  return "constant";
}

class Prover {
 public:
  explicit Prover(Judge& judge) : judge_(judge) {}

  ProofNode prove(const law::Expr& expr) {
    ProofNode node;
    node.label = expr.label;
    node.what = what_is(expr.kind);
    node.truth = judge_.eval(expr).truth;
    switch (expr.kind) {
      case law::ExprKind::All:
      case law::ExprKind::Any:
      case law::ExprKind::Not:
        for (const law::Expr& child : expr.children) node.children.push_back(prove(child));
        return node;
      case law::ExprKind::Define:
        node.text = written(expr);
        if (const law::Define* define = judge_.law().define(expr.name)) {
          node.cite = define->provenance.cite;
          node.children.push_back(prove(define->when));
        } else if (judge_.index().defines(expr.name).empty()) {
          leaf(expr, node);
        }
        return node;
      case law::ExprKind::Class:
      case law::ExprKind::Meets:
      case law::ExprKind::Constant:
        node.text = written(expr);
        return node;
      case law::ExprKind::Reading: {
        node.text = written(expr);
        const auto chosen = judge_.setting().readings.find(expr.name);
        if (chosen != judge_.setting().readings.end()) node.fact_value = chosen->second;
        return node;
      }
      case law::ExprKind::Posture:
        node.text = written(expr);
        node.fact_value = judge_.setting().posture == Posture::Text ? "text" : "enforced";
        return node;
      default:
        leaf(expr, node);
        return node;
    }
  }

  // Whether the exporter received the notice stands beside the rule's own condition.
  ProofNode prove_rule(std::size_t position) {
    const law::Rule& rule = judge_.pack().rules[position];
    ProofNode own = prove(rule.when);
    const law::Source* notice = judge_.index().source(rule.provenance.source);
    if (!judge_.index().links(position).is_notice || notice == nullptr) return own;
    ProofNode received;
    received.what = "includes";
    received.text = "exporter.notices includes " + notice->id;
    received.truth = judge_.notice_received(*notice).truth;
    const bool told = !judge_.facts().read("exporter.notices").value.is_unknown();
    received.fact = told ? "exporter.notices" : "exporter.name";
    received.fact_value =
        judge_.facts()
            .read(received.fact == "exporter.name" ? "exporter.name" : "exporter.notices")
            .value.text();
    received.limit = notice->id;
    received.cite = notice->citation;
    ProofNode both;
    both.what = "all";
    both.truth = own.truth && received.truth;
    both.children.push_back(std::move(received));
    both.children.push_back(std::move(own));
    return both;
  }

 private:
  void leaf(const law::Expr& expr, ProofNode& node) {
    const ReadFact& fact = judge_.facts().read(expr.name);
    node.text = written(expr);
    node.fact = fact.id;
    node.fact_value = fact.value.text();
    node.assumed = fact.by.assumptions.any();
    if (expr.kind == law::ExprKind::Compare && expr.operand.kind == law::Operand::Kind::Param) {
      const law::Param* param = judge_.law().param(expr.operand.param);
      if (param == nullptr) return;
      if (param->number) {
        node.limit = param->number->decimal() + (param->unit.empty() ? "" : ' ' + param->unit);
      }
      if (param->date) node.limit = param->date->iso();
      node.cite = param->provenance.cite;
      return;
    }
    const std::size_t skip = expr.name.size() + 1;
    if (expr.kind == law::ExprKind::Compare) {
      node.limit = node.text.substr(skip + sign_of(expr.comparison).size() + 1);
    } else if (expr.kind == law::ExprKind::In) {
      node.limit = node.text.substr(skip + 3);
      if (expr.words.empty() && expr.set.terms.size() == 1 &&
          !expr.set.terms.front().name.empty()) {
        if (const law::SetDecl* set = judge_.law().set(expr.set.terms.front().name)) {
          node.cite = set->provenance.cite;
        }
      }
    } else if (!expr.words.empty()) {
      for (const std::string& word : expr.words)
        node.limit += (node.limit.empty() ? "" : ", ") + word;
    }
  }

  Judge& judge_;
};

class ProofBuilder {
 public:
  ProofBuilder(Judge& judge, const Decision& decision)
      : judge_(judge), decision_(decision), prover_(judge) {}

  std::vector<ProvisionProof> build() && {
    scope();
    requirements();
    classes();
    no_license();
    flags();
    return std::move(out_);
  }

 private:
  ProvisionProof& add_rule(ProvisionKind kind, std::size_t i) {
    ProvisionProof proof;
    proof.kind = kind;
    proof.citation = citation_of(judge_.index(), judge_.pack().rules[i]);
    proof.truth = judge_.rule_when(i).truth;
    proof.condition = prover_.prove_rule(i);
    for (const std::size_t exclusion : judge_.index().links(i).exclusions) {
      if (judge_.law().defeat(exclusion) && judge_.defeat_holds(exclusion).truth == Truth::Yes) {
        proof.defeated_by.push_back(judge_.pack().defeats[exclusion].id);
      }
    }
    for (const std::size_t rule : judge_.index().links(i).overriders) {
      if (judge_.law().rule(rule) && judge_.rule_holds(rule).truth == Truth::Yes) {
        proof.defeated_by.push_back(judge_.pack().rules[rule].id);
      }
    }
    out_.push_back(std::move(proof));
    return out_.back();
  }

  void add_defeat(ProvisionKind kind, std::size_t i, Outcome outcome,
                  std::vector<std::string> defeated_by) {
    const law::Defeat& defeat = judge_.pack().defeats[i];
    if (!defeat.when) return;
    for (const ProvisionProof& other : out_) {
      if (other.kind == kind && other.citation.provision == defeat.id) return;
    }
    ProvisionProof proof;
    proof.kind = kind;
    proof.citation = citation_of(judge_.index(), defeat);
    proof.truth = judge_.defeat_when(i).truth;
    proof.outcome = outcome;
    proof.defeated_by = std::move(defeated_by);
    proof.condition = prover_.prove(*defeat.when);
    proof.near_miss = proof.truth == Truth::No && near_miss(judge_, *defeat.when).is_near();
    out_.push_back(std::move(proof));
  }

  void add_exclusions(std::size_t rule) {
    for (const std::size_t i : judge_.index().links(rule).exclusions) {
      if (judge_.law().defeat(i) && judge_.defeat_when(i).truth != Truth::No) {
        add_defeat(ProvisionKind::Exclusion, i, Outcome::NotRequired, {});
      }
    }
  }

  void scope() {
    for (const std::size_t i : judge_.index().scope_rules()) {
      if (judge_.law().rule(i) && judge_.rule_holds(i).truth != Truth::No) {
        ProvisionProof& proof = add_rule(ProvisionKind::Scope, i);
        proof.outcome =
            judge_.rule_holds(i).truth == Truth::Yes ? Outcome::NotCovered : Outcome::Undetermined;
      }
    }
  }

  void requirements() {
    for (const RequirementState& state : decision_.requirements) {
      const bool near = is_near_miss(judge_, state.rule);
      if (state.outcome == Outcome::NotRequired && !near) continue;
      const bool notice = judge_.index().links(state.rule).is_notice;
      ProvisionProof& proof =
          add_rule(notice ? ProvisionKind::Notice : ProvisionKind::Requirement, state.rule);
      proof.outcome = state.outcome;
      proof.near_miss = near;
      add_exclusions(state.rule);
      for (const ExceptionState& exception : state.exceptions) add_exception(exception);
      if (state.outcome != Outcome::NotRequired) add_policies(state.rule);
    }
  }

  void add_exception(const ExceptionState& exception) {
    std::vector<std::string> closed_by =
        mapped(exception.barred_by, [&](std::size_t bar) { return judge_.pack().bars[bar].id; });
    const Outcome outcome = exception.held.truth == Truth::Yes       ? Outcome::Excepted
                            : exception.held.truth == Truth::Unknown ? Outcome::Undetermined
                                                                     : Outcome::NotRequired;
    add_defeat(ProvisionKind::Exception, exception.defeat, outcome, std::move(closed_by));
    for (const auto* bars : {&exception.barred_by, &exception.maybe_barred_by}) {
      for (const std::size_t i : *bars) add_condition(ProvisionKind::Bar, judge_.pack().bars[i]);
    }
  }

  template <typename Provision>
  void add_condition(ProvisionKind kind, const Provision& provision) {
    for (const ProvisionProof& other : out_) {
      if (other.kind == kind && other.citation.provision == provision.id) return;
    }
    ProvisionProof proof;
    proof.kind = kind;
    proof.citation = citation_of(judge_.index(), provision);
    proof.condition = prover_.prove(provision.when);
    proof.truth = proof.condition.truth;
    out_.push_back(std::move(proof));
  }

  void add_policies(std::size_t rule) {
    for (const std::size_t i : judge_.index().links(rule).policies) {
      if (!judge_.law().policy(i)) continue;
      const law::Policy& policy = judge_.pack().policies[i];
      ProvisionProof proof;
      proof.kind = ProvisionKind::Policy;
      proof.citation = citation_of(judge_.index(), policy);
      proof.truth = Truth::Yes;
      proof.condition.what = "first-of";
      proof.condition.truth = Truth::Yes;
      for (const law::PolicyChoice& choice : policy.choices) {
        ProofNode node;
        node.what = "choice";
        node.label = choice.label;
        node.text = choice.review;
        node.truth = Truth::Yes;
        if (choice.when) {
          node.children.push_back(prover_.prove(*choice.when));
          node.truth = node.children.back().truth;
        }
        proof.condition.children.push_back(std::move(node));
        if (proof.condition.children.back().truth == Truth::Yes) break;
      }
      out_.push_back(std::move(proof));
    }
  }

  void classes() {
    for (const std::string_view paragraph : judge_.index().paragraphs()) {
      for (const std::size_t i : judge_.index().class_rules(paragraph)) {
        if (!judge_.law().rule(i)) continue;
        const Truth truth = judge_.rule_holds(i).truth;
        const bool near = is_near_miss(judge_, i);
        if (truth == Truth::No && !near) continue;
        ProvisionProof& proof = add_rule(ProvisionKind::Classification, i);
        proof.near_miss = near;
        if (truth == Truth::Unknown) proof.outcome = Outcome::Undetermined;
        add_exclusions(i);
      }
    }
  }

  void no_license() {
    for (const std::size_t i : judge_.index().no_license_rules()) {
      if (judge_.law().rule(i) && judge_.rule_holds(i).truth != Truth::No) {
        add_rule(ProvisionKind::Requirement, i);
      }
    }
  }

  void flags() {
    for (std::size_t i = 0; i < judge_.pack().flags.size(); ++i) {
      const law::Flag& flag = judge_.pack().flags[i];
      if (judge_.law().flag(i) && judge_.eval(flag.when).truth == Truth::Yes) {
        add_condition(ProvisionKind::Flag, flag);
      }
    }
  }

  Judge& judge_;
  const Decision& decision_;
  Prover prover_;
  std::vector<ProvisionProof> out_;
};

}  // namespace

std::vector<ProvisionProof> proof_of(Judge& judge, const Decision& decision) {
  return ProofBuilder(judge, decision).build();
}

ProofNode proof_of(Judge& judge, const law::Expr& condition) {
  return Prover(judge).prove(condition);
}

}  // namespace licit
