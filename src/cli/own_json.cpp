// The JSON of `licit own`: docs/schema/own.schema.json.
#include <algorithm>
#include "base/json.h"
#include "base/json_list.h"

#include "cli/render_own.h"
#include "parties/owners/parent.h"
#include "parties/owners/proof.h"

namespace licit::cli {
namespace {

class OwnJson {
 public:
  explicit OwnJson(const OwnersShown& shown) : shown_(shown), json_(JsonStyle::Pretty) {}

  std::string write() {
    const OwnershipGraph& graph = shown_.stakes.graph();
    json_.begin_object();
    json_.field("on", shown_.stakes.day());
    json_.field("entities-read", static_cast<std::int64_t>(graph.size()));
    json_.field("stakes-read", static_cast<std::int64_t>(graph.stakes().size()));
    json_.begin_array("rules");
    for (const OwnerAssessment& a : shown_.assessments) rule(a.rule);
    json_.end_array();
    json_.begin_array("entities");
    for (const EntityId id : entities_shown(shown_)) entity(id);
    json_.end_array();
    json_.end_object();
    return json_.take() + "\n";
  }

 private:
  void rule(const OwnerRule& rule) {
    json_.begin_object();
    json_.field("regime", word_of(rule.regime));
    json_.field("status", word_of(rule.status));
    json_.field("in-force", rule.in_force());
    json_.field("from", rule.from);
    json_.field("until", rule.until);
    json_.field("threshold", percent_of(rule.threshold));
    json_.field("compare", rule.more_than ? "more-than" : "at-least");
    json_.field("aggregate", rule.aggregate);
    json_.field("control", rule.control_restricts ? "restricts" : "flag");
    write_each(json_, "carriers", rule.carriers,
               [](JsonWriter& json, ListCode list) { json.text(list_code_name(list)); });
    json_.field("cite", rule.cite);
    json_.field("url", rule.url);
    json_.field("verified", rule.verified);
    json_.field("says", rule.says);
    json_.end_object();
  }

  void share(std::string_view name, std::uint64_t lo, std::uint64_t hi) {
    json_.field(name, Interval{percent_of(static_cast<std::int64_t>(lo)),
                               percent_of(static_cast<std::int64_t>(hi))});
  }

  void entity_of(std::string_view name, EntityId id) {
    const OwnershipGraph& graph = shown_.stakes.graph();
    json_.begin_object(name);
    json_.field("id", graph.text(id));
    json_.field("name", graph.name(id));
    json_.end_object();
  }

  void entity(EntityId id) {
    const OwnershipGraph& graph = shown_.stakes.graph();
    json_.begin_object();
    json_.field("id", graph.text(id));
    json_.field("name", graph.name(id));
    json_.begin_array("listings");
    for (const Listing& listing : shown_.listed.listings_of(id)) json_listing(listing);
    json_.end_array();
    json_.begin_array("verdicts");
    for (const OwnerAssessment& a : shown_.assessments) verdict(a, id);
    json_.end_array();
    const UltimateParent parent = ultimate_parent(shown_.stakes, id);
    json_.begin_object("ultimate-parent");
    json_.field("id", graph.text(parent.entity));
    json_.field("name", graph.name(parent.entity));
    json_.field("certain", parent.certain);
    json_.field("ring", parent.ring);
    json_.field("hq", parent.hq);
    json_.end_object();
    json_.end_object();
  }

  void json_listing(const Listing& listing) {
    json_.begin_object();
    json_.field("list", list_code_name(listing.list));
    json_.field("certain", listing.certain);
    json_.field("review", word_of(listing.policy));
    json_.field("requirement", listing.requirement);
    json_.field("citation", listing.citation);
    json_.end_object();
  }

  void burden(std::string_view name, const Burden& burden) {
    json_.begin_object(name);
    write_each(json_, "lists", burden.lists(),
               [](JsonWriter& json, ListCode list) { json.text(list_code_name(list)); });
    write_each(json_, "footnotes", burden.footnotes(),
               [](JsonWriter& json, int footnote) { json.integer(footnote); });
    json_.field("review", word_of(burden.policy()));
    json_.end_object();
  }

  void verdict(const OwnerAssessment& a, EntityId id) {
    const OwnerFinding& f = a.findings[id];
    json_.begin_object();
    json_.field("regime", word_of(a.rule.regime));
    json_.field("verdict", word_of(f.verdict));
    json_.field("listed", f.listed);
    json_.field("advisory", !a.rule.in_force());
    share("held", f.at_least, std::max(f.at_least, f.at_most));
    json_.begin_array("flags");
    for (const std::uint16_t flag : all_owner_flags)
      if ((f.flags & flag) != 0) json_.text(word_of_flag(flag));
    json_.end_array();
    burden("flows-down", f.surely);
    burden("may-flow-down", f.perhaps);
    if (shown_.explain || !shown_.of.empty()) {
      json_.begin_array("proof");
      for (const ProofStep& step : prove(shown_.stakes, shown_.listed, a, id).steps) proof(step);
      json_.end_array();
      const Share interest = economic_interest(shown_.stakes, shown_.listed, a.rule, id);
      share("economic-interest", interest.lo, interest.hi);
    }
    json_.end_object();
  }

  void proof(const ProofStep& step) {
    const OwnershipGraph& graph = shown_.stakes.graph();
    json_.begin_object();
    entity_of("owned", step.owned);
    json_.field("by", word_of(step.by));
    share("together", step.at_least, step.at_most);
    json_.begin_array("stakes");
    for (const ProofStake& part : step.stakes) {
      const Stake& stake = graph.stakes()[part.stake];
      json_.begin_object();
      entity_of("owner", part.owner);
      json_.field("listed", part.listed);
      share("share", stake.share.lo, stake.share.hi);
      share("counted", part.counted.lo, part.counted.hi);
      json_.field("class", word_of(stake.of));
      json_.field("kind", word_of(stake.kind));
      json_.field("source", graph.sources()[stake.source]);
      json_.field("line", static_cast<std::int64_t>(stake.line));
      json_.end_object();
    }
    json_.end_array();
    json_.end_object();
  }

  const OwnersShown& shown_;
  JsonWriter json_;
};

}  // namespace

std::string own_json(const OwnersShown& shown) { return OwnJson(shown).write(); }

}  // namespace licit::cli
