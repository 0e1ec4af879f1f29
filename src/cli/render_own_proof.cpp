#include "cli/render_own_proof.h"

#include "base/party_messages.h"
#include "base/text.h"
#include "cli/render_text.h"
#include "parties/owners/parent.h"
#include "parties/owners/proof.h"

namespace licit::cli {
namespace {

constexpr std::size_t longest_name = 60;

Msg flag_key(std::uint16_t flag) {
  switch (flag) {
    case FlagMinority:
      return msg::OwnFlagMinority;
    case FlagControl:
      return msg::OwnFlagControl;
    case FlagOutsideReach:
      return msg::OwnFlagDomestic;
    case FlagTreasury:
      return msg::OwnFlagTreasury;
    case FlagShareUnknown:
      return msg::OwnFlagUnknown;
    case FlagJoint:
      return msg::OwnFlagJoint;
    case FlagOverfull:
      return msg::OwnFlagOverfull;
    case FlagUnnamed:
      return msg::OwnFlagUnnamed;
    default:
      return msg::OwnFlagNominee;
  }
}

std::string mark_of(Language language, const std::string& verified) {
  if (verified == "primary") return say(language, Msg::CliReadPrimary);
  if (verified == "mirror") return say(language, Msg::CliReadMirror);
  if (verified == "secondary") return say(language, Msg::CliReadSecondary);
  return say(language, Msg::CliReadUnverified);
}

std::string status_words(Language language, RuleStatus status) {
  switch (status) {
    case RuleStatus::NotYet:
      return say(language, msg::OwnNotYet);
    case RuleStatus::InForce:
      return say(language, msg::OwnInForce);
    case RuleStatus::Suspended:
      return say(language, msg::OwnSuspended);
    case RuleStatus::BackUnlessExtended:
      return say(language, msg::OwnBack);
  }
  return {};
}

std::string name_of(const OwnersShown& shown, EntityId id) {
  return shown_name(shown.stakes.graph().name(id), longest_name);
}

std::string listings_of(const OwnersShown& shown, EntityId id) {
  std::vector<std::string> out;
  for (const Listing& listing : shown.listed.listings_of(id)) {
    std::string one(list_code_name(listing.list));
    if (!listing.citation.empty()) one += " (" + shown_name(listing.citation, longest_name) + ")";
    out.push_back(std::move(one));
  }
  return joined(out, ", ");
}

std::string burden_words(Language language, const Burden& burden) {
  std::vector<std::string> out;
  out.reserve(burden.lists().size());
  for (const ListCode list : burden.lists()) out.emplace_back(list_code_name(list));
  std::vector<std::string> footnotes;
  footnotes.reserve(burden.footnotes().size());
  for (const int footnote : burden.footnotes()) footnotes.push_back(std::to_string(footnote));
  if (!footnotes.empty())
    out.push_back(say(language, msg::OwnFlowFootnotes, {joined(footnotes, ", ")}));
  if (burden.policy() != ReviewPolicy::NotStated)
    out.push_back(
        say(language, msg::OwnFlowPolicy, {review_words(language, word_of(burden.policy()))}));
  return joined(out, "; ");
}

std::string range_words(std::uint64_t least, std::uint64_t most) {
  const std::string low = percent_text(least), high = percent_text(most);
  return low == high ? low : low + ".." + high;
}

std::string stake_words(const Page& page, const OwnersShown& shown, const ProofStake& part) {
  const Language language = page.language;
  const OwnershipGraph& graph = shown.stakes.graph();
  const Stake& stake = graph.stakes()[part.stake];
  std::string who = name_of(shown, part.owner);
  if (part.listed) who = say(language, msg::OwnStepListed, {who, listings_of(shown, part.owner)});
  std::string out =
      stake.kind == StakeKind::Control ? say(language, msg::OwnStepControl, {who})
      : stake.share.is_unknown()
          ? say(language, msg::OwnStepUnknown, {who})
          : say(language, msg::OwnStepStake, {range_words(part.counted.lo, part.counted.hi), who});
  const std::string source = shown_name(graph.sources()[stake.source], longest_name);
  out +=
      " " + (stake.line == 0 ? say(language, msg::OwnWhereFile, {source})
                             : say(language, msg::OwnWhere, {source, std::to_string(stake.line)}));
  return out;
}

std::string parent_words(const Page& page, const OwnersShown& shown, EntityId id) {
  const Language language = page.language;
  const UltimateParent parent = ultimate_parent(shown.stakes, id);
  std::string out;
  if (parent.ring) {
    out = say(language, msg::OwnParentRing);
  } else if (parent.entity == id) {
    out = say(language, parent.certain ? msg::OwnParentItself : msg::OwnParentItselfPerhaps);
  } else {
    out = say(language, parent.certain ? msg::OwnParentIs : msg::OwnParentPerhaps,
              {name_of(shown, parent.entity)});
  }
  if (!parent.hq.empty() && !parent.ring)
    out += " " + say(language, msg::OwnParentHq, {shown_name(parent.hq, 10)});
  return out;
}

}  // namespace

std::string shown_name(std::string_view name, std::size_t most) {
  std::string out;
  std::size_t scalars = 0;
  for (const char c : name) {
    const auto u = static_cast<unsigned char>(c);
    const bool begins = (u & 0xC0U) != 0x80U;
    if (begins && ++scalars > most) {
      out += "…";
      break;
    }
    out.push_back(u < 0x20 || u == 0x7F ? ' ' : c);
  }
  return out;
}

std::string verdict_words(Language language, const OwnerFinding& f) {
  if (f.listed) return say(language, msg::OwnListedWord);
  switch (f.verdict) {
    case OwnerVerdict::Clear:
      return say(language, msg::OwnClear);
    case OwnerVerdict::RedFlag:
      return say(language, msg::OwnRedFlag);
    case OwnerVerdict::Unresolved:
      return say(language, msg::OwnUnresolved);
    case OwnerVerdict::Possible:
      return say(language, msg::OwnPossible);
    case OwnerVerdict::Restricted:
      return say(language, msg::OwnRestricted);
  }
  return {};
}

std::string rule_lines(const Page& page, const OwnerRule& rule) {
  const Language language = page.language;
  return wrapped(say(language, msg::OwnRuleOf,
                     {std::string(word_of(rule.regime)), status_words(language, rule.status),
                      rule.says.in(language), rule.cite, mark_of(language, rule.verified)}),
                 page.width, 0, 2) +
         "\n";
}

std::string own_proof(const Page& page, const OwnersShown& shown, EntityId entity) {
  const Language language = page.language;
  std::string out = toned(page, Tone::Strong, name_of(shown, entity)) + "\n";
  const auto line = [&](const std::string& text, int indent) {
    out += wrapped(text, page.width, indent, indent + 2) + "\n";
  };
  for (const OwnerAssessment& a : shown.assessments) {
    const OwnerFinding& f = a.findings[entity];
    line(std::string(word_of(a.rule.regime)) + "  " + verdict_words(language, f) +
             (a.rule.in_force() || f.verdict == OwnerVerdict::Clear ? "" : "*"),
         2);
    if (f.verdict == OwnerVerdict::Clear && f.at_most == 0) continue;
    const OwnerProof proof = prove(shown.stakes, shown.listed, a, entity);
    for (const ProofStep& step : proof.steps) {
      const Msg key = step.by == StakeClass::Voting    ? msg::OwnStepVotes
                      : step.by == StakeClass::Capital ? msg::OwnStepCapital
                                                       : msg::OwnStepSum;
      line(say(language, key,
               {name_of(shown, step.owned), range_words(step.at_least, step.at_most)}),
           4);
      for (const ProofStake& part : step.stakes) line(stake_words(page, shown, part), 6);
    }
    for (const std::uint16_t flag : all_owner_flags)
      if ((f.flags & flag) != 0) line("! " + say(language, flag_key(flag)), 4);
    const std::string sure = burden_words(language, f.surely);
    const std::string perhaps = burden_words(language, f.perhaps);
    if (!sure.empty()) line(say(language, msg::OwnFlows, {sure}), 4);
    if (perhaps != sure && f.verdict >= OwnerVerdict::Unresolved)
      line(say(language, msg::OwnFlowsPerhaps, {perhaps}), 4);
    const Share interest = economic_interest(shown.stakes, shown.listed, a.rule, entity);
    if (interest.hi > 0)
      line(say(language, msg::OwnInterest,
               {percent_text(interest.lo, 2) == percent_text(interest.hi, 2)
                    ? percent_text(interest.lo, 2)
                    : percent_text(interest.lo, 2) + ".." + percent_text(interest.hi, 2)}),
           4);
  }
  line(parent_words(page, shown, entity), 2);
  return out;
}

}  // namespace licit::cli
