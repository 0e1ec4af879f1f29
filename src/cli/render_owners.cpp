// Who owns the parties, below an answer.
#include "base/party_messages.h"
#include "base/text.h"
#include "cli/check_parties.h"
#include "cli/render_own.h"
#include "cli/render_own_proof.h"

namespace licit::cli {
namespace {

constexpr std::size_t longest_name = 60;

std::string open_words(Language language, const OwnedParty& party) {
  const std::string fact = party.role + ".owned-by-listed";
  const std::string name = shown_name(party.name, longest_name);
  switch (party.open) {
    case OwnersOpen::Settled:
      return {};
    case OwnersOpen::NotInGraph: {
      std::string out = say(language, msg::OwnersNotInGraph, {fact, name});
      if (!party.nearest.empty())
        out += "; " + say(language, msg::OwnersNearest, {joined(party.nearest, ", ")});
      return out;
    }
    case OwnersOpen::Several:
      return say(language, msg::OwnersSeveral, {fact, name});
    case OwnersOpen::Undisclosed:
      return say(language, msg::OwnersUndisclosed, {fact});
    case OwnersOpen::UnknownShare:
      return say(language, msg::OwnersShareUnknown, {fact});
    case OwnersOpen::Band:
      return say(language, msg::OwnersBand, {fact});
    case OwnersOpen::WhichLists:
      return say(language, msg::OwnersWhichLists,
                 {fact, joined(party.at_least, ", "), joined(party.at_most, ", ")});
    case OwnersOpen::NotAsked:
      return say(language, msg::OwnersNotScreened, {fact, joined(party.above->missing, ", ")});
  }
  return {};
}

// What follows, what stays open, and what the files say otherwise than was stated.
std::string party_words(Language language, const OwnedParty& party) {
  std::vector<std::string> out, stated;
  for (const TransactionField& one : party.stated) stated.push_back(one.name + " = " + one.text);
  if (!party.listings.empty() && !party.perhaps_listed)
    stated.push_back(party.role + ".listings = " + joined(party.listings, ", "));
  if (!stated.empty()) out.push_back(say(language, msg::OwnersSay, {joined(stated, "; ")}));
  if (std::string open = open_words(language, party); !open.empty()) out.push_back(std::move(open));
  for (const TransactionField& one : party.differ)
    out.push_back(say(language, msg::OwnersHqDiffers, {one.text, one.name}));
  return joined(out, ". ");
}

}  // namespace

std::string render_owners(const Page& page, const LookedUpParties& parties, bool explain) {
  const Language language = page.language;
  if (parties.owners.empty()) return {};
  std::string out = "\n" + toned(page, Tone::Strong, say(language, msg::OwnersHeading)) + "\n";
  bool rule_said = false;
  for (const OwnedPartyPtr& one : parties.owners) {
    const OwnedParty& party = *one;
    out += entry(page, role_words(language, party.role), party_words(language, party));
    if (!party.above) continue;
    const OwnersAbove& above = *party.above;
    for (const OwnerMatch& match : above.matches) {
      if (match.certain) continue;
      out += wrapped(say(language, msg::OwnersPossible,
                         {shown_name(above.graph.name(match.owner), longest_name), match.list,
                          match.entry.empty() ? "-" : match.entry}),
                     page.width, 2, 4) +
             "\n";
    }
    if (!explain) continue;
    if (!rule_said) out += rule_lines(page, above.assessment.rule);
    rule_said = true;
    out += own_proof(page, {*above.stakes, above.listed, {above.assessment}, {above.party}, true},
                     above.party);
  }
  if (!explain) out += wrapped(say(language, msg::OwnersExplain), page.width, 0, 2) + "\n";
  return out;
}

}  // namespace licit::cli
