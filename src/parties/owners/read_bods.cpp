// The Beneficial Ownership Data Standard 0.4: a list of statements on entities, persons and
// relationships, each about a record. Of a record that is stated more than once the last statement
// stands, by its date where both have one, else by its place; one that is closed stands until then.
#include <algorithm>
#include <map>

#include "base/text.h"
#include "parties/owners/formats.h"
#include "parties/owners/json_text.h"

namespace licit {
namespace {

using owners_json::Json;
using owners_json::text_in;
using owners_json::truth_in;
namespace ondemand = owners_json::ondemand;

struct Interest {
  std::string type, direct, from, until;
  std::string exact, least, most, above, below;  // of its share, as written
};

struct Relationship {
  std::string owner, owned;
  std::vector<Interest> interests;
  std::size_t at = 0;
  std::string stated;  // the day of the statement, where it has one
  std::string closed;  // the day of that which closed it; "?" where it has none
};

// "exclusiveMinimum" is a number here, and was a yes or no in earlier versions.
Interest interest_of(ondemand::object& object) {
  Interest out;
  out.type = text_in(object, "type");
  out.direct = text_in(object, "directOrIndirect");
  out.from = text_in(object, "startDate");
  out.until = text_in(object, "endDate");
  ondemand::object share;
  if (object.find_field_unordered("share").get_object().get(share) != simdjson::SUCCESS) return out;
  out.exact = text_in(share, "exact");
  out.least = text_in(share, "minimum");
  out.most = text_in(share, "maximum");
  out.above = text_in(share, "exclusiveMinimum");
  out.below = text_in(share, "exclusiveMaximum");
  if (truth_in(share, "exclusiveMinimum").value_or(false)) std::swap(out.above, out.least);
  if (truth_in(share, "exclusiveMaximum").value_or(false)) std::swap(out.below, out.most);
  return out;
}

std::string written_share(const Interest& interest) {
  if (!interest.exact.empty()) return interest.exact;
  std::string low = interest.above.empty() ? interest.least : ">" + interest.above;
  std::string high = interest.below.empty() ? interest.most : "<" + interest.below;
  if (low.empty() && high.empty()) return {};
  return low + ".." + high;
}

// What kind of stake an interest is; none for those that are neither shares nor control.
bool put_kind(const Interest& interest, Stake& stake) {
  const std::string& type = interest.type;
  if (type == "shareholding") {
    stake.of = StakeClass::Capital;
  } else if (type == "votingRights") {
    stake.of = StakeClass::Voting;
  } else if (type == "trustee" || type == "settlor" || type == "protector" ||
             type == "beneficiaryOfLegalArrangement") {
    stake.kind = StakeKind::Trust;
  } else if (type == "boardMember" || type == "seniorManagingOfficial" || type == "boardChair" ||
             type == "enjoymentAndUseOfAssets" || type == "rightToProfitOrIncomeFromAssets" ||
             type == "rightsToProfitOrIncome" || type == "rightsToSurplusAssetsOnDissolution") {
    return false;
  } else if (type == "appointmentOfBoard" || type == "otherInfluenceOrControl" ||
             type == "rightsGrantedByContract" || type == "conditionalRightsGrantedByContract" ||
             type == "controlViaCompanyRulesOrArticles" || type == "controlByLegalFramework" ||
             type == "nominator") {
    stake.kind = StakeKind::Control;
  } else if (type == "nominee") {
    stake.kind = StakeKind::Nominee;
  }
  // An interest of no stated or of an unknown type stays a stake of whatever share it states.
  if (interest.direct == "indirect" && stake.kind != StakeKind::Control)
    stake.kind = StakeKind::Indirect;
  return true;
}

// A person or an entity of these kinds is somebody whom the statement does not name.
bool is_unnamed_kind(const std::string& kind) {
  return kind == "unknownPerson" || kind == "anonymousPerson" || kind == "unknownEntity" ||
         kind == "anonymousEntity";
}

void read_entity(ondemand::object& details, EntityId id, bool person, OwnershipGraph& graph) {
  note_person(graph, id, person);
  EntityNotes& notes = graph.notes(id);
  std::string kind = text_in(details, "personType");
  ondemand::object type;
  if (!person &&
      details.find_field_unordered("entityType").get_object().get(type) == simdjson::SUCCESS)
    kind = text_in(type, "type");
  if (is_unnamed_kind(kind)) {
    notes.unnamed = true;
    return;
  }
  if (person) {
    ondemand::array list;
    if (details.find_field_unordered("names").get_array().get(list) != simdjson::SUCCESS) return;
    for (auto element : list) {
      ondemand::object name;
      if (element.get_object().get(name) != simdjson::SUCCESS) return;
      std::string full = text_in(name, "fullName");
      if (full.empty()) {
        full = text_in(name, "givenName");
        const std::string family = text_in(name, "familyName");
        if (!full.empty() && !family.empty()) full += " ";
        full += family;
      }
      notes.say_name(full);
    }
    return;
  }
  notes.say_name(text_in(details, "name"));
  ondemand::object place;
  if (details.find_field_unordered("jurisdiction").get_object().get(place) == simdjson::SUCCESS)
    notes.say_country(text_in(place, "code").substr(0, 2));
}

}  // namespace

namespace {

// Keeps what a statement says of a relationship, unless a later one was read before.
void state(std::map<std::string, Relationship>& all, const std::string& record, bool closes,
           Relationship said) {
  Relationship& known = all[record];
  const bool earlier = !said.stated.empty() && said.stated < known.stated;
  if (closes) {
    // It held until then: a decision of an earlier day still rests on it.
    if (!earlier) known.closed = said.stated.empty() ? "?" : said.stated;
    if (known.owned.empty() && !said.owned.empty()) {
      said.closed = known.closed;
      known = std::move(said);
    }
    return;
  }
  if (earlier) return;
  const bool reopened = known.closed.empty() || known.closed == "?" || said.stated.empty() ||
                        said.stated > known.closed;
  if (!reopened) said.closed = known.closed;
  known = std::move(said);
}

void add_relationship(const std::string& record, const Relationship& relationship,
                      OwnersFile& file) {
  OwnershipGraph& graph = file.graph;
  const std::size_t at = relationship.at;
  if (relationship.closed == "?") return;
  if (relationship.owned.empty()) {
    file.complaints.error("P214", {msg::OwnNobody, {}}, at);
    ++file.read.dropped;
    return;
  }
  Stake stake;
  stake.owned = graph.entity(relationship.owned);
  stake.source = file.source;
  if (relationship.owner.empty()) {
    // A reason stands in the place of the party: somebody holds it all the same.
    stake.owner = graph.add_unnamed("? (" + record + ")");
  } else {
    stake.owner = graph.entity(relationship.owner);
    EntityNotes& notes = graph.notes(stake.owner);
    // Nothing in the file says who the record is.
    if (notes.name.empty()) notes.unnamed = true;
  }
  if (graph.find_notes(stake.owner)->is_nameless()) ++file.unnamed;
  std::vector<Interest> interests = relationship.interests;
  if (interests.empty()) interests.emplace_back();
  for (const Interest& interest : interests) {
    Stake one = stake;
    if (!put_kind(interest, one)) continue;
    one.share = share_of(written_share(interest), at, file);
    one.from = day_of(interest.from, since_ever, at, file.complaints);
    one.until = day_of(interest.until, for_ever, at, file.complaints);
    if (!relationship.closed.empty()) {
      const std::int32_t closed = day_of(relationship.closed, for_ever, at, file.complaints);
      one.until = std::min(one.until, closed);
      // Closed by then and begun later: never, as far as is known.
      if (one.until < one.from) continue;
    }
    add_stake(one, at, file);
  }
}

}  // namespace

void read_owners_bods(OwnersFile& file) {
  Json json(file.bytes);
  if (!is_read(json, file)) return;
  std::map<std::string, Relationship> relationships;  // by record
  const bool statements = json.each("statements", [&](ondemand::object statement, std::size_t at) {
    const std::string record = text_in(statement, "recordId");
    const std::string type = text_in(statement, "recordType");
    const std::string status = text_in(statement, "recordStatus");
    Relationship out;
    out.at = at;
    out.stated = text_in(statement, "statementDate").substr(0, 10);
    ondemand::object details;
    if (record.empty() ||
        statement.find_field_unordered("recordDetails").get_object().get(details) !=
            simdjson::SUCCESS) {
      file.complaints.error("P219", {msg::OwnNoRecord, {}}, at);
      ++file.read.dropped;
      return;
    }
    if (type == "entity" || type == "person") {
      read_entity(details, file.graph.entity(record), type == "person", file.graph);
      ++file.read.entities;
      return;
    }
    if (type != "relationship") return;
    out.owned = text_in(details, "subject");
    out.owner = text_in(details, "interestedParty");
    ondemand::array interests;
    if (details.find_field_unordered("interests").get_array().get(interests) == simdjson::SUCCESS) {
      for (auto element : interests) {
        ondemand::object interest;
        if (element.get_object().get(interest) == simdjson::SUCCESS)
          out.interests.push_back(interest_of(interest));
      }
    }
    state(relationships, record, status == "closed", std::move(out));
  });
  for (const auto& [record, relationship] : relationships)
    add_relationship(record, relationship, file);
  for (const std::size_t at : json.odd())
    file.complaints.error("P218", {msg::OwnNotAnObject, {}}, at);
  file.read.dropped += json.odd().size();
  if (!statements) {
    file.complaints.about_file(Severity::Error, "P218", {msg::OwnJsonNoList, {"statements"}});
    file.read.format = OwnersFormat::None;
  }
}

}  // namespace licit
