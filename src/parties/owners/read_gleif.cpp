// GLEIF: level 1 says who an LEI is (name, legal jurisdiction, headquarters), level 2 who consolidates
// its accounts. A consolidating parent is an owner of an unknown share.
#include <algorithm>

#include <pugixml.hpp>

#include "base/text.h"
#include "parties/owners/formats.h"

namespace licit {
namespace {

// The child by its local name, whatever prefix the file binds to the namespace.
pugi::xml_node child(const pugi::xml_node& node, std::string_view name) {
  for (const pugi::xml_node& one : node.children()) {
    std::string_view full = one.name();
    const std::size_t colon = full.rfind(':');
    if (colon != std::string_view::npos) full.remove_prefix(colon + 1);
    if (full == name) return one;
  }
  return {};
}

std::string_view text_at(pugi::xml_node node, std::initializer_list<std::string_view> path) {
  for (const std::string_view name : path) node = child(node, name);
  return trimmed(node.child_value());
}

std::size_t offset_of(const pugi::xml_node& node) {
  return static_cast<std::size_t>(std::max<std::ptrdiff_t>(0, node.offset_debug()));
}

void read_relation(const pugi::xml_node& record, OwnersFile& file) {
  Complaints& complaints = file.complaints;
  const pugi::xml_node relation = child(record, "Relationship");
  const std::string_view type = text_at(relation, {"RelationshipType"});
  const bool ultimate = type == "IS_ULTIMATELY_CONSOLIDATED_BY";
  // Branches and funds are managed or belong to another, which is no share.
  if (!ultimate && type != "IS_DIRECTLY_CONSOLIDATED_BY") return;
  const std::size_t at = offset_of(record);
  auto begun = stake_between(text_at(relation, {"EndNode", "NodeID"}),
                             text_at(relation, {"StartNode", "NodeID"}), at, 0, {}, file);
  if (!begun) return;
  Stake& stake = *begun;
  stake.kind = ultimate ? StakeKind::Ultimate : StakeKind::Consolidated;
  for (const pugi::xml_node& period : child(relation, "RelationshipPeriods").children()) {
    if (text_at(period, {"PeriodType"}) != "RELATIONSHIP_PERIOD") continue;
    stake.from = day_of(text_at(period, {"StartDate"}), since_ever, at, complaints);
    stake.until = day_of(text_at(period, {"EndDate"}), for_ever, at, complaints);
  }
  // One that ended still held before; where nobody says until when, nothing can be made of it.
  if (text_at(relation, {"RelationshipStatus"}) == "INACTIVE" && stake.until == for_ever) return;
  const pugi::xml_node quantity =
      child(child(relation, "RelationshipQuantifiers"), "RelationshipQuantifier");
  // How much of the accounts is consolidated is no share: who controls 40 percent may consolidate all.
  if (!ultimate && text_at(quantity, {"QuantifierUnits"}) == "PERCENTAGE" &&
      text_at(quantity, {"MeasurementMethod"}) != "ACCOUNTING_CONSOLIDATION")
    stake.share = share_of(text_at(quantity, {"QuantifierAmount"}), at, file);
  add_stake(stake, at, file);
}

void read_entity(const pugi::xml_node& record, OwnershipGraph& graph, OwnersRead& read) {
  const std::string_view lei = text_at(record, {"LEI"});
  if (lei.empty()) return;
  EntityNotes& notes = graph.notes(graph.entity(lei));
  const pugi::xml_node entity = child(record, "Entity");
  notes.say_name(text_at(entity, {"LegalName"}));
  // "US-MA" is of the United States.
  std::string_view country = text_at(entity, {"LegalJurisdiction"}).substr(0, 2);
  if (country.empty()) country = text_at(entity, {"LegalAddress", "Country"});
  notes.say_country(country);
  notes.say_hq(text_at(entity, {"HeadquartersAddress", "Country"}));
  ++read.entities;
}

}  // namespace

void read_gleif(OwnersFile& file) {
  const std::string_view bytes = file.bytes;
  pugi::xml_document document;
  const pugi::xml_parse_result parsed = document.load_buffer(bytes.data(), bytes.size());
  const pugi::xml_node root = document.document_element();
  for (const pugi::xml_node& record : child(root, "RelationshipRecords").children())
    read_relation(record, file);
  for (const pugi::xml_node& record : child(root, "LEIRecords").children())
    read_entity(record, file.graph, file.read);
  if (!parsed) {
    file.complaints.error("P217", {msg::OwnXmlBroken, {parsed.description()}},
                          static_cast<std::size_t>(std::max<std::ptrdiff_t>(0, parsed.offset)));
  }
}

}  // namespace licit
