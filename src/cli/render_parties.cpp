// What came of looking up the parties, below an answer and in its document.
#include <array>

#include "base/party_messages.h"
#include "base/text.h"
#include "book/party_json.h"
#include "cli/check_parties.h"
#include "cli/render_screen.h"

namespace licit::cli {
namespace {

constexpr std::size_t most_hits = 3;

// As a shell takes it for one word.
std::string shell_word(const std::string& text) {
  std::string out = "'";
  for (const char c : text) out += c == '\'' ? std::string("'\\''") : std::string(1, c);
  return out + "'";
}

std::string resolve_words(const LookedUp& party, const NameIndex& index) {
  for (const ReviewedHit& one : party.found->hits) {
    if (!is_alert(one) || is_listed(one)) continue;
    const EntryRow& row = index.entries[one.hit.entry];
    std::string countries;
    for (const std::string& country : party.found->query.countries)
      countries += " --country " + country;
    return "licit screen resolve " + shell_word(party.found->query.name) + countries + " --list " +
           std::string(list_code_name(index.list(row.list).code)) + " --entry " +
           std::string(index.text(row.id)) + " --same|--not-same --why '...' --who '...'";
  }
  return {};
}

std::string follows(Language language, const LookedUp& party, Date on) {
  const std::string fact = party.role + ".listings";
  std::vector<std::string> stated, asked;
  for (const TransactionField& one : party.stated) stated.push_back(one.name + " = " + one.text);
  for (const WholeList& one : party.asked)
    asked.push_back(say(language, msg::PartiesListOf, {one.name, one.as_of.iso()}));
  const std::string missing = joined(party.missing, ", ");
  switch (party.lookup) {
    case Lookup::Open:
      return say(language, msg::PartiesOpen, {fact});
    case Lookup::Listed:
      return say(language, msg::PartiesListed, {joined(stated, "; ")}) +
             (missing.empty() ? "" : " " + say(language, msg::PartiesNotAsked, {missing}));
    case Lookup::Nobody:
      return say(language, msg::PartiesNone, {fact + " = none", joined(asked, "; ")});
    case Lookup::Settled:
      return say(language, msg::PartiesSettled, {fact + " = none", joined(asked, "; ")});
    case Lookup::Starter:
      return say(language, msg::PartiesStarter, {fact});
    case Lookup::Incomplete:
      return say(language, msg::PartiesIncomplete, {fact, missing});
    case Lookup::NoLists:
      return say(language, msg::PartiesNoLists, {fact, on.iso()});
    case Lookup::NoName:
      return say(language, msg::PartiesNoName, {fact});
  }
  return {};
}

}  // namespace

std::string role_words(Language language, const std::string& role) {
  return say(language, role == "buyer"       ? msg::PartiesBuyer
                       : role == "consignee" ? msg::PartiesConsignee
                                             : msg::PartiesEndUser);
}

std::string render_parties(const Page& page, const LookedUpParties& parties, bool explain) {
  const Language language = page.language;
  if (parties.parties.empty()) return {};
  std::string out = "\n" + toned(page, Tone::Strong, say(language, msg::PartiesHeading)) + "\n";
  for (const LookedUpParty& one : parties.parties) {
    const LookedUp& party = *one;
    const std::vector<ReviewedHit>& hits = party.found->hits;
    if (party.index() != nullptr) {
      out += render_screened(page, *party.index(), party.query(parties.on), hits, explain,
                             {true, explain ? hits.size() : most_hits});
    }
    if (!explain && hits.size() > most_hits) {
      out += wrapped(say(language, msg::PartiesMore, {std::to_string(hits.size() - most_hits)}),
                     page.width, 0, 2) +
             "\n";
    }
    out += entry(page, role_words(language, party.role), follows(language, party, parties.on));
    if (party.lookup == Lookup::Open)
      out += entry(page, say(language, msg::PartiesResolve), resolve_words(party, *party.index()));
  }
  return out;
}

std::string with_parties(std::string answer, const LookedUpParties& parties) {
  const auto add = [&](const char* key, auto&& write) {
    JsonWriter json(JsonStyle::Pretty);
    json.begin_object();
    json.begin_object(key);
    write(json);
    json.end_object();
    json.end_object();
    const std::string document = json.take();
    // Both are laid out alike: the value as it stands after its key, the outer braces left out.
    const std::size_t from = document.find('{', 1);
    const std::size_t to = document.rfind('}', document.rfind('}') - 1);
    answer =
        with_key(std::move(answer), key, document.substr(from, to - from + 1), JsonStyle::Pretty);
  };
  if (!parties.parties.empty())
    add("screened",
        [&](JsonWriter& json) { write_screened_parties(json, parties.parties, parties.on); });
  if (!parties.owners.empty())
    add("owners", [&](JsonWriter& json) { write_owned_parties(json, parties.owners); });
  return answer;
}

}  // namespace licit::cli
