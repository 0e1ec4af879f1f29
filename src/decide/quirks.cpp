// What a pack says of itself against what the walk found, and each example against the reference
// evaluator.
#include <algorithm>

#include "base/text.h"
#include "decide/findings.h"
#include "decide/judge.h"
#include "decide/law_test.h"

namespace licit {
namespace {

// How hard an answer is on whoever ships; -1 where it says nothing of that.
int hardness(Verdict verdict) {
  switch (verdict) {
    case Verdict::NoLicense:
      return 0;
    case Verdict::Exception:
      return 1;
    case Verdict::License:
      return 2;
    case Verdict::Prohibited:
      return 3;
    default:
      return -1;
  }
}

int hardness(Outcome outcome) {
  switch (outcome) {
    case Outcome::NotRequired:
      return 0;
    case Outcome::Excepted:
      return 1;
    case Outcome::Required:
      return 2;
    default:
      return -1;
  }
}

const Requirement* requirement(const Answer& answer, const std::string& id) {
  const auto found =
      std::find_if(answer.requirements.begin(), answer.requirements.end(),
                   [&](const Requirement& one) { return one.citation.provision == id; });
  return found == answer.requirements.end() ? nullptr : &*found;
}

bool is_met(const Answer& answer, const law::Party& party) {
  const auto& met = answer.classification.met;
  return std::any_of(met.begin(), met.end(), [&](const ClassMet& one) {
    const bool limb = party.limb.empty() ||
                      std::find(one.limbs.begin(), one.limbs.end(), party.limb) != one.limbs.end();
    return one.paragraph == party.provision && one.truth == Truth::Yes && limb;
  });
}

class Witness {
 public:
  Witness(const LawView& law, const Catalogue& catalogue, const Finding& finding)
      : law_(law), catalogue_(catalogue), types_(fact_types_of(law.pack)), finding_(finding) {}

  Result<bool> agrees(const Example& example) const {
    if (finding_.kind == FindingKind::Idle) return true;
    if (finding_.kind != FindingKind::Gentler) {
      const auto query = ask(example);
      if (!query.ok()) return query.errors();
      return shown_by(*query, evaluate(law_, *query));
    }
    std::vector<Answer> answers;
    for (const std::string& value : {finding_.past->under, finding_.past->over}) {
      Example one = example;
      one.facts.push_back({finding_.past->fact, value, {}});
      const auto query = ask(one);
      if (!query.ok()) return query.errors();
      answers.push_back(evaluate(law_, *query));
    }
    return milder(answers[0], answers[1]);
  }

 private:
  Result<Query> ask(const Example& example) const {
    law::Test test;
    test.given = example.facts;
    law::TestLine line;
    line.on = example.on;
    line.settings = example.settings;
    auto prepared = prepare_line(law_, catalogue_, types_, test, line);
    if (!prepared.ok()) return prepared.errors();
    return std::move(prepared).value().query;
  }

  bool shown_by(const Query& query, const Answer& answer) const {
    switch (finding_.kind) {
      case FindingKind::Gap:
        return answer.verdict == Verdict::NotCovered && answer.classification.selected.empty() &&
               answer.classification.may_be.empty() && answer.classification.met.empty() &&
               is_left_out(query);
      case FindingKind::Overlap:
        return is_met(answer, finding_.between[0]) && is_met(answer, finding_.between[1]);
      case FindingKind::Conflict: {
        const Requirement* one = requirement(answer, finding_.between[0].provision);
        return one != nullptr && one->outcome == Outcome::Conflict;
      }
      case FindingKind::Unreviewed: {
        const Requirement* one = requirement(answer, finding_.between[0].provision);
        return one != nullptr && one->outcome == Outcome::Required &&
               (!one->review || one->review->policy == "not-stated");
      }
      case FindingKind::Idle:
      case FindingKind::Gentler:
        break;
    }
    return false;
  }

  // Where a quirk accounts for the gap, the example is one of its items.
  bool is_left_out(const Query& query) const {
    const auto& quirks = law_.pack.quirks;
    const auto quirk = std::find_if(quirks.begin(), quirks.end(), [&](const law::Quirk& one) {
      return one.id == finding_.quirk;
    });
    if (quirk == quirks.end() || !quirk->when) return true;
    const PackIndex index(law_.pack);
    const Date known = query.known.value_or(std::max(query.on, law_.pack.header.verified_through));
    const InForce in_force(index, query.on, known, query.knower);
    ChosenReadings readings;
    for (const law::Reading& reading : law_.pack.readings) {
      const auto chosen = query.readings.find(reading.id);
      readings[reading.id] =
          chosen == query.readings.end() ? reading.default_alternative : chosen->second;
    }
    const Setting setting{in_force, law_.places, readings, query.posture, query.strict};
    Judge judge(setting, query.candidates.front());
    return judge.eval(*quirk->when).truth == Truth::Yes;
  }

  bool milder(const Answer& before, const Answer& after) const {
    const std::string& id = finding_.between[0].provision;
    const auto outcome = [&](const Answer& answer) {
      const Requirement* one = requirement(answer, id);
      return one == nullptr ? 0 : hardness(one->outcome);
    };
    return hardness(after.verdict) >= 0 && hardness(before.verdict) > hardness(after.verdict) &&
           outcome(after) >= 0 && outcome(before) > outcome(after);
  }

  const LawView& law_;
  const Catalogue& catalogue_;
  FactTypes types_;
  const Finding& finding_;
};

bool is_about(const law::Quirk& quirk, const Finding& finding) {
  if (quirk.kind != finding.kind) return false;
  if (quirk.kind == FindingKind::Gap) return quirk.id == finding.quirk;
  if (quirk.between != finding.between) return false;
  if (!finding.past) return true;
  return quirk.past && quirk.past->name == finding.past->fact &&
         quirk.past->operand.number == finding.past->limit.at &&
         (quirk.past->comparison == Comparison::Greater) == finding.past->limit.after;
}

// Of the first version of it.
std::string cite_of(const law::Pack& pack, const std::string& id) {
  std::string out;
  const auto look = [&](const auto& all) {
    for (const auto& one : all) {
      if (out.empty() && one.id == id) out = one.provenance.cite;
    }
  };
  look(pack.rules);
  look(pack.defeats);
  look(pack.bars);
  look(pack.policies);
  return out;
}

}  // namespace

Result<bool> shows(const LawView& law, const Catalogue& catalogue, const Finding& finding,
                   const Example& example) {
  return Witness(law, catalogue, finding).agrees(example);
}

Result<Coherence> coherence_of(const LawView& law, const Catalogue& catalogue,
                               const CoherenceOptions& options) {
  Coherence out = Examination(law.pack, law.places).examine(options);
  if (out.stopped) return out;
  for (const law::Quirk& quirk : law.pack.quirks) {
    if (!options.looks_for(quirk.kind)) continue;
    bool found = false;
    bool wrong = false;
    for (Finding& finding : out.findings) {
      if (!is_about(quirk, finding)) continue;
      finding.quirk = quirk.id;
      // A finding may come, go and come again; one of its times the example has to show.
      if (quirk.on && !found) {
        const auto seen = shows(law, catalogue, finding, {*quirk.on, quirk.given, quirk.settings});
        if (!seen.ok()) return seen.errors();
        wrong = !*seen;
      }
      found = true;
    }
    if (!found && quirk.kind != FindingKind::Gap) {
      out.faults.push_back({QuirkFault::Kind::Stale, &quirk});
    }
    if (wrong) out.faults.push_back({QuirkFault::Kind::WrongExample, &quirk});
  }
  return out;
}

std::string as_quirk(const law::Pack& pack, const Finding& finding, const std::string& id) {
  const auto list = [](const std::vector<law::Given>& all) {
    std::string out;
    for (const law::Given& one : all) {
      out += (out.empty() ? "" : ", ") + one.name + " = " + one.value;
    }
    return out;
  };
  std::string out = "quirk " + id + "\n  kind " + std::string(word_of(finding.kind)) + "\n";
  std::string between;
  std::string cite;
  for (const law::Party& party : finding.between) {
    between += (between.empty() ? "" : ", ") + party.provision +
               (party.limb.empty() ? "" : " (" + party.limb + ")");
    const std::string own = cite_of(pack, party.provision);
    if (cite.find(own) == std::string::npos) cite += (cite.empty() ? "" : "; ") + own;
  }
  if (!between.empty()) out += "  between " + between + "\n";
  if (finding.past) {
    out += "  past " + finding.past->fact + (finding.past->limit.after ? " > " : " >= ") +
           finding.past->limit.at.decimal();
    const law::FactDecl* fact = pack.find_fact(finding.past->fact);
    out += (fact == nullptr || fact->unit.empty() ? "" : " " + fact->unit) + "\n";
  }
  if (!finding.when.empty()) out += "  when " + finding.when + "\n";
  out += "  cite \"" + cite + "\"\n";
  out += "  because en \"\" fr \"\"\n";
  if (finding.example) {
    if (!finding.example->facts.empty()) out += "  given " + list(finding.example->facts) + "\n";
    out += "  on " + finding.example->on.iso();
    for (const law::Given& setting : finding.example->settings) {
      const std::string reading = "reading.";
      out += setting.name.starts_with(reading)
                 ? " reading " + setting.name.substr(reading.size()) + " is " + setting.value
                 : " " + setting.name + " " + setting.value;
    }
    out += "\n";
  }
  return out;
}

}  // namespace licit
