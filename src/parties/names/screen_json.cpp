#include "parties/names/screen_json.h"

#include <array>

#include "base/json_list.h"

namespace licit {
namespace {

template <std::size_t Size>
std::string_view pick(const std::array<std::string_view, Size>& names, std::size_t i) {
  return i < Size ? names[i] : std::string_view("other");
}

void write_words(JsonWriter& json, std::string_view name, std::span<const std::string> words) {
  json.field(name, words);
}

void write_hit(JsonWriter& json, const NameIndex& index, const ReviewedHit& reviewed) {
  const ScreenHit& hit = reviewed.hit;
  const ListEntry entry = index.entry(hit.entry);
  const IndexedList list = index.list(index.entries[hit.entry].list);
  json.begin_object();
  json.field("band", band_name(hit.band));
  json.field("score", std::int64_t{hit.score});
  json.field("name-score", std::int64_t{hit.name_score});
  json.field("ofac-score", std::int64_t{hit.ofac});
  json.field("alert", is_alert(reviewed));
  json.field("standing", standing_name(hit.standing));
  json.begin_object("list");
  json.field("code", list_code_name(list.code));
  json.field("name", list.name);
  json.field("as-of", list.as_of);
  json.field("sha256", list.sha256);
  json.field("starter", list.starter);
  json.end_object();
  json.begin_object("entry");
  json.field("id", entry.id);
  json.field("type", party_type_name(entry.type));
  json.field("name", entry.names.empty() ? std::string() : entry.names[0].text);
  json.field("hash", entry_hash_text(index.entries[hit.entry].hash));
  json.field("address-only", entry.address_only);
  json.field("countries", std::span<const std::string>(entry.countries));
  json.field("birth-dates", std::span<const std::string>(entry.birth_dates));
  json.field("programs", std::span<const std::string>(entry.programs));
  json.field("requirement", entry.requirement);
  json.field("policy", entry.policy);
  json.begin_array("footnotes");
  for (int n = 1; n < 16; ++n) {
    if ((entry.footnotes >> n & 1) != 0) json.integer(n);
  }
  json.end_array();
  json.field("from", entry.from);
  json.field("until", entry.until);
  json.field("citation", entry.citation);
  json.field("source-url", entry.source_url);
  json.field("parent", entry.parent);
  json.end_object();
  json.begin_object("matched");
  json.field("text", hit.matched.text);
  json.field("kind", name_kind_name(hit.matched.kind));
  json.field("weak", hit.matched.weak);
  json.end_object();
  json.begin_array("found-by");
  for (const std::string_view one : channel_names(hit.channels)) json.text(one);
  json.end_array();
  write_objects(json, "evidence", hit.evidence, [&](const Evidence& one) {
    json.field("kind", evidence_name(one.kind));
    json.field("supports", one.supports);
    json.field("asked", one.asked);
    json.field("listed", one.listed);
    json.field("change", std::int64_t{one.change});
    json.field("says", evidence_text(one));
  });
  write_words(json, "query-words", hit.query_words);
  write_words(json, "listed-words", hit.listed_words);
  write_objects(json, "matches", hit.matches, [&](const TokenMatch& one) {
    json.field("query-from", std::int64_t{one.query_from});
    json.field("query-to", std::int64_t{one.query_to});
    json.field("listed-from", std::int64_t{one.listed_from});
    json.field("listed-to", std::int64_t{one.listed_to});
    json.field("cost", std::int64_t{one.cost});
    json.field("how", match_kind_name(one.how));
  });
  write_each(json, "reasons", hit.reasons, [](JsonWriter& to, ScoreReason reason) {
    const Text text = reason_text(reason);
    to.begin_object();
    to.field("en", text.in(Language::En));
    to.field("fr", text.in(Language::Fr));
    to.end_object();
  });
  if (reviewed.resolution) {
    json.begin_object("resolution");
    write_resolution(json, *reviewed.resolution);
    json.field("in-force", reviewed.reopened == Reopened::No);
    json.field("reopened", reopened_name(reviewed.reopened));
    json.end_object();
  }
  json.end_object();
}

}  // namespace

std::string_view standing_name(Standing standing) {
  return pick(std::array<std::string_view, 3>{"in-force", "expired", "not-yet"},
              static_cast<std::size_t>(standing));
}

std::string_view name_kind_name(NameKind kind) {
  return pick(std::array<std::string_view, 7>{"primary", "alias", "former", "acronym",
                                              "original-script", "translation", "starter"},
              static_cast<std::size_t>(kind));
}

std::string_view match_kind_name(MatchKind kind) {
  return pick(
      std::array<std::string_view, 6>{"exact", "edit", "fold", "skeleton", "joined", "initial"},
      static_cast<std::size_t>(kind));
}

std::vector<std::string_view> channel_names(std::uint8_t channels) {
  constexpr std::array<std::string_view, 8> names{"form",   "near",    "fold", "skeleton",
                                                  "joined", "compact", "id",   "address"};
  std::vector<std::string_view> out;
  for (std::size_t i = 0; i < names.size(); ++i) {
    if ((channels >> i & 1) != 0) out.push_back(names[i]);
  }
  return out;
}

void write_indexed_lists(JsonWriter& json, std::span<const IndexedList> lists) {
  write_objects(json, "lists", lists, [&](const IndexedList& list) {
    json.field("code", list_code_name(list.code));
    json.field("name", list.name);
    json.field("as-of", list.as_of);
    json.field("sha256", list.sha256);
    json.field("entries", std::int64_t{list.entries});
    json.field("starter", list.starter);
  });
}

void write_screened(JsonWriter& json, const NameIndex& index, const PartyQuery& query,
                    std::span<const ReviewedHit> hits) {
  json.begin_object("party");
  json.field("name", query.name);
  json.field("type", party_type_name(query.type));
  json.field("countries", std::span<const std::string>(query.countries));
  json.field("addresses", std::span<const std::string>(query.addresses));
  json.field("ids", std::span<const std::string>(query.ids));
  json.field("birth-dates", std::span<const std::string>(query.birth_dates));
  json.field("on", query.as_of);
  json.end_object();
  json.field("outcome", outcome_name(outcome_of(hits)));
  json.begin_array("hits");
  for (const ReviewedHit& hit : hits) write_hit(json, index, hit);
  json.end_array();
}

}  // namespace licit
