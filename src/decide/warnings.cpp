// What a reader must know before leaning on the answer: texts not read in a primary source, law after
// the verified day, weak figures, a compliance day still to come.
#include <algorithm>
#include <map>

#include "base/text.h"
#include "decide/parts.h"

namespace licit {
namespace {

constexpr std::size_t most_named = 3;

// What the verdict leans on. A clearance also leans on what came close and did not apply.
Support weight_of(Judge& judge, const Decision& decision) {
  Support out;
  const bool clears = decision.verdict == Verdict::NoLicense ||
                      decision.verdict == Verdict::Exception ||
                      decision.verdict == Verdict::Undetermined;
  for (const std::size_t i : judge.index().scope_rules()) {
    if (judge.law().rule(i) && judge.rule_holds(i).truth != Truth::No)
      out |= judge.rule_holds(i).by;
  }
  if (decision.ground == Ground::Scope) return out;
  for (const RequirementState& state : decision.requirements) {
    if (state.outcome != Outcome::NotRequired || (clears && is_near_miss(judge, state.rule))) {
      out |= state.by;
    }
    if (state.outcome == Outcome::Required) out |= review_of(judge, state.rule).by;
  }
  for (const std::string_view paragraph : judge.index().paragraphs()) {
    for (const std::size_t i : judge.index().class_rules(paragraph)) {
      if (!judge.law().rule(i)) continue;
      const bool speaks = paragraph == decision.selected
                              ? judge.rule_holds(i).truth == Truth::Yes
                              : judge.rule_holds(i).truth == Truth::Unknown;
      if (speaks || (clears && is_near_miss(judge, i))) out |= judge.rule_holds(i).by;
    }
  }
  return out;
}

// One warning a source: the provisions of it that were used, and how its text was read.
void add_unread(Judge& judge, const Support& weight, std::vector<Warning>& out) {
  struct Source {
    law::Verified worst = law::Verified::Mirror;
    std::vector<std::string> cites;
    std::string note;  // of the least certain text
    std::string name;
  };
  std::map<std::string_view, Source> sources;
  for (const UnreadText& text : judge.trace().unread_texts(weight)) {
    Source& source = sources[text.source];
    source.name = text.source_citation.empty() ? text.source : text.source_citation;
    if (text.verified > source.worst || source.cites.empty()) {
      source.worst = text.verified;
      source.note = text.note;
    }
    if (!text.cite.empty() &&
        std::find(source.cites.begin(), source.cites.end(), text.cite) == source.cites.end()) {
      source.cites.emplace_back(text.cite);
    }
  }
  std::vector<std::pair<std::string_view, Source>> order(sources.begin(), sources.end());
  std::stable_sort(order.begin(), order.end(),
                   [](const auto& a, const auto& b) { return a.second.worst > b.second.worst; });
  for (auto& [id, source] : order) {
    // The proof marks every provision; a warning names enough to be found there.
    const std::size_t more =
        source.cites.size() > most_named ? source.cites.size() - most_named : 0;
    source.cites.resize(source.cites.size() - more);
    std::string cites = joined(source.cites, "; ");
    if (more > 0) cites += " +" + std::to_string(more);
    const std::string note = source.note.empty() ? "" : " (" + source.note + ")";
    out.push_back(
        {"W-unverified",
         {Msg::WarnUnverified, {source.name, std::string(word_of(source.worst)), cites, note}},
         std::string(id)});
  }
}

}  // namespace

std::vector<Warning> warnings_of(Judge& judge, const Decision& decision) {
  std::vector<Warning> out;
  const law::PackHeader& header = judge.pack().header;
  if (judge.law().on() > header.verified_through) {
    out.push_back(
        {"W-after-verified",
         {Msg::WarnAfterVerified, {header.verified_through.iso(), judge.law().on().iso()}},
         header.id});
  }
  if (judge.law().on() < header.covers_from) {
    out.push_back({"W-before-coverage",
                   {Msg::WarnBeforeCoverage, {judge.law().on().iso(), header.covers_from.iso()}},
                   header.id});
  }
  for (const RequirementState& state : decision.requirements) {
    if (state.outcome == Outcome::NotRequired || judge.setting().posture != Posture::Text) continue;
    const law::Rule& rule = judge.pack().rules[state.rule];
    const law::Source* source = judge.index().source(rule.provenance.source);
    if (source == nullptr || !source->compliance || *source->compliance <= judge.law().on())
      continue;
    Setting enforced = judge.setting();
    enforced.posture = Posture::Enforced;
    Judge other(enforced, judge.facts().facts());
    if (other.rule_holds(state.rule).truth == Truth::Yes) continue;
    out.push_back({"W-compliance",
                   {Msg::WarnCompliance, {rule.provenance.cite, source->compliance->iso()}},
                   rule.id});
  }
  const Support weight = weight_of(judge, decision);
  Support figures = weight;
  for (const std::string_view paragraph : judge.index().paragraphs())
    figures |= judge.met(paragraph).by;
  if (decision.ground != Ground::Scope) {
    for (const std::string& fact : judge.trace().weak_facts(figures)) {
      const FactValue& value = judge.facts().read(fact).value;
      out.push_back({"W-weak-fact", {Msg::WarnWeakFact, {fact, value.text()}}, fact});
    }
  }
  add_unread(judge, weight, out);
  return out;
}

}  // namespace licit
