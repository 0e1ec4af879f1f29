// Our own JSON: {"stakes": [...], "entities": [...]}, or the list of stakes alone. The members of a
// stake are the columns of the CSV.
#include "base/text.h"
#include "parties/owners/formats.h"
#include "parties/owners/json_text.h"

namespace licit {
namespace {

using owners_json::Json;
using owners_json::text_in;
using owners_json::truth_word_in;
using Object = owners_json::ondemand::object;

void note(EntityId id, Object& object, const std::string& prefix, std::size_t at,
          OwnersFile& file) {
  const std::string name = text_in(object, prefix + "name");
  const std::string country = text_in(object, prefix + "country");
  const std::string hq = text_in(object, prefix + "hq");
  const std::string person = truth_word_in(object, prefix + "person");
  note_said(id, {name, country, hq, person}, at, file);
}

}  // namespace

void read_owners_json(OwnersFile& file) {
  OwnershipGraph& graph = file.graph;
  Complaints& complaints = file.complaints;
  Json json(file.bytes);
  if (!is_read(json, file)) return;
  const bool list = trimmed(file.bytes).starts_with('[');
  if (!list) {
    json.each("entities", [&](Object object, std::size_t at) {
      const std::string id = text_in(object, "id");
      const std::string name = text_in(object, "name");
      if (id.empty() && name.empty()) return;
      const EntityId entity = graph.entity(id.empty() ? name : id);
      note(entity, object, "", at, file);
      ++file.read.entities;
    });
  }
  const bool stakes = json.each("stakes", [&](Object object, std::size_t at) {
    auto begun = stake_between(text_in(object, "owner"), text_in(object, "owned"), at, 0,
                               text_in(object, "source"), file);
    if (!begun) return;
    Stake& stake = *begun;
    stake.share = share_of(text_in(object, "share"), at, file);
    stake.from = day_of(text_in(object, "from"), since_ever, at, complaints);
    stake.until = day_of(text_in(object, "until"), for_ever, at, complaints);
    put_words(text_in(object, "class"), at, text_in(object, "kind"), at, file, stake);
    note(stake.owner, object, "owner-", at, file);
    note(stake.owned, object, "owned-", at, file);
    add_stake(stake, at, file);
  });
  for (const std::size_t at : json.odd()) complaints.error("P218", {msg::OwnNotAnObject, {}}, at);
  file.read.dropped += json.odd().size();
  if (!stakes && file.read.entities == 0) {
    complaints.about_file(Severity::Error, "P218", {msg::OwnJsonNoList, {"stakes"}});
    file.read.format = OwnersFormat::None;
  }
}

}  // namespace licit
