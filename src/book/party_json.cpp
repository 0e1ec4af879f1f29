#include "book/party_json.h"

#include <algorithm>

#include "base/json_list.h"
#include "parties/names/screen_json.h"
#include "parties/owners/parent.h"
#include "parties/owners/proof.h"

namespace licit {
namespace {

void write_share(JsonWriter& json, std::string_view name, std::uint64_t lo, std::uint64_t hi) {
  json.field(name, Interval{percent_of(static_cast<std::int64_t>(lo)),
                            percent_of(static_cast<std::int64_t>(hi))});
}

void write_fields(JsonWriter& json, std::string_view name,
                  const std::vector<TransactionField>& fields) {
  write_objects(json, name, fields, [&](const TransactionField& field) {
    json.field("fact", field.name);
    json.field("value", field.text);
  });
}

void write_proof(JsonWriter& json, const OwnersAbove& above) {
  const OwnershipGraph& graph = above.graph;
  const OwnerProof proof = prove(*above.stakes, above.listed, above.assessment, above.party);
  write_objects(json, "proof", proof.steps, [&](const ProofStep& step) {
    json.field("owned", graph.name(step.owned));
    json.field("by", word_of(step.by));
    write_share(json, "together", step.at_least, std::max(step.at_least, step.at_most));
    write_objects(json, "stakes", step.stakes, [&](const ProofStake& part) {
      const Stake& stake = graph.stakes()[part.stake];
      json.field("owner", graph.name(part.owner));
      json.field("listed", part.listed);
      write_share(json, "share", stake.share.lo, stake.share.hi);
      write_share(json, "counted", part.counted.lo, part.counted.hi);
      json.field("class", word_of(stake.of));
      json.field("kind", word_of(stake.kind));
      json.field("source", graph.sources()[stake.source]);
      json.field("line", static_cast<std::int64_t>(stake.line));
    });
  });
}

// What the rule makes of the party, and what that rests on.
void write_above(JsonWriter& json, const OwnersAbove& above) {
  const OwnerRule& rule = above.assessment.rule;
  const OwnerFinding& finding = above.assessment.findings[above.party];
  json.begin_object("rule");
  json.field("status", word_of(rule.status));
  json.field("in-force", rule.in_force());
  json.field("cite", rule.cite);
  json.end_object();
  json.field("verdict", word_of(finding.verdict));
  write_share(json, "held", finding.at_least, std::max(finding.at_least, finding.at_most));
  json.begin_array("flags");
  for (const std::uint16_t flag : all_owner_flags)
    if ((finding.flags & flag) != 0) json.text(word_of_flag(flag));
  json.end_array();
  write_objects(json, "owners-listed", above.matches, [&](const OwnerMatch& match) {
    json.field("owner", above.graph.name(match.owner));
    json.field("certain", match.certain);
    json.field("list", match.list);
    json.field("entry", match.entry);
    json.field("matched", match.matched);
    json.field("score", std::int64_t{match.score});
  });
  json.field("missing", std::span<const std::string>(above.missing));
  const UltimateParent parent = ultimate_parent(*above.stakes, above.party);
  json.begin_object("ultimate-parent");
  json.field("name", above.graph.name(parent.entity));
  json.field("certain", parent.certain);
  json.field("ring", parent.ring);
  json.field("hq", parent.hq);
  json.end_object();
  write_proof(json, above);
}

}  // namespace

void write_owned_parties(JsonWriter& json, std::span<const OwnedPartyPtr> owners) {
  write_objects(json, "parties", owners, [&](const OwnedPartyPtr& one) {
    const OwnedParty& party = *one;
    json.field("role", party.role);
    json.field("name", party.name);
    json.field("owners", word_of(party.open));
    json.field("at-least", std::span<const std::string>(party.at_least));
    json.field("at-most", std::span<const std::string>(party.at_most));
    write_fields(json, "stated", party.stated);
    json.field("listings", std::span<const std::string>(party.listings));
    write_fields(json, "differ", party.differ);
    json.field("nearest", std::span<const std::string>(party.nearest));
    if (party.above) write_above(json, *party.above);
  });
}

void write_screened_parties(JsonWriter& json, std::span<const LookedUpParty> parties, Date on) {
  const NameIndex* index = nullptr;
  write_objects(json, "parties", parties, [&](const LookedUpParty& one) {
    const LookedUp& party = *one;
    json.field("role", party.role);
    json.field("lookup", lookup_name(party.lookup));
    write_fields(json, "stated", party.stated);
    write_objects(json, "asked", party.asked, [&](const WholeList& list) {
      json.field("code", list_code_name(list.code));
      json.field("name", list.name);
      json.field("as-of", list.as_of);
    });
    json.field("missing", std::span<const std::string>(party.missing));
    if (party.index() == nullptr) return;
    index = party.index();
    write_screened(json, *index, party.query(on), party.found->hits);
  });
  if (index != nullptr) write_indexed_lists(json, index->lists());
}

void write_screened_tally(JsonWriter& json, const ScreenedTally& tally) {
  json.begin_object("screened");
  json.field("lines", static_cast<std::int64_t>(tally.lines_looked_up));
  json.begin_array("outcomes");
  for (std::size_t i = 0; i < lookups; ++i) {
    if (tally.lines[i] == 0) continue;
    json.begin_object();
    json.field("lookup", lookup_name(static_cast<Lookup>(i)));
    json.field("names", static_cast<std::int64_t>(tally.names[i]));
    json.field("lines", static_cast<std::int64_t>(tally.lines[i]));
    json.end_object();
  }
  json.end_array();
  json.field("more-names", tally.more_names);
  write_objects(json, "found", tally.found, [&](const PartyTally& one) {
    json.field("name", one.name);
    json.field("lookup", lookup_name(one.lookup));
    json.field("list", one.list);
    json.field("entry", one.entry);
    json.field("matched", one.matched);
    json.field("score", std::int64_t{one.score});
    json.field("lines", static_cast<std::int64_t>(one.lines));
  });
  write_indexed_lists(json, tally.asked);
  json.end_object();
}

std::string with_key(std::string answer, std::string_view key, const std::string& value,
                     JsonStyle style) {
  answer.erase(answer.find_last_of('}'));
  answer.erase(answer.find_last_not_of(" \n") + 1);
  if (style == JsonStyle::Line) return answer + ",\"" + std::string(key) + "\":" + value + "}";
  return answer + ",\n  \"" + std::string(key) + "\": " + value + "\n}";
}

}  // namespace licit
