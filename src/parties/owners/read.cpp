#include "parties/owners/read.h"

#include <algorithm>
#include <array>
#include <limits>
#include <span>
#include <tuple>

#include "base/beginning.h"
#include "base/text.h"
#include "parties/names/legal_forms.h"
#include "parties/names/nobody.h"
#include "parties/names/normal.h"
#include "parties/owners/formats.h"

namespace licit {
namespace {

constexpr std::pair<OwnersFormat, std::string_view> formats[] = {
    {OwnersFormat::Csv, "csv"},
    {OwnersFormat::Json, "json"},
    {OwnersFormat::Bods, "bods"},
    {OwnersFormat::GleifRelations, "gleif-level-2"},
    {OwnersFormat::GleifEntities, "gleif-level-1"},
    {OwnersFormat::None, "none"},
};

std::string lower_head(std::string_view bytes) {
  std::string out(bytes.substr(0, 4096));
  std::transform(out.begin(), out.end(), out.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  return out;
}

// "?", "-", "n/a", "unknown": somebody, but nobody says who.
bool names_nobody(std::string_view text) {
  const bool signs = std::all_of(text.begin(), text.end(), [](char c) {
    const auto u = static_cast<unsigned char>(c);
    return u < 0x80 && (u < '0' || u > '9') && ((u | 0x20U) < 'a' || (u | 0x20U) > 'z');
  });
  if (signs) return text.size() < 4;
  if (text.size() > 40) return false;
  return names::names_nobody(text);
}

// Whether percent or fractions are meant, where the shares leave it open.
void settle_unit(OwnersFile& file, std::size_t first_stake) {
  if (file.unit != ShareUnit::Unstated || file.small == 0) return;
  if (file.is_percent) {
    file.complaints.warning("P232", {msg::OwnSharesMixed, {std::to_string(file.small), file.first}},
                            file.first_at, {{msg::OwnSharesMixedHelp, {}}});
    return;
  }
  file.complaints.error("P231", {msg::OwnSharesUnsaid, {file.first}}, file.first_at,
                        {{msg::OwnSharesUnsaidHelp, {}}});
  for (std::size_t i = first_stake; i < file.graph.stakes().size(); ++i) {
    Share& share = file.graph.stake(i).share;
    if (share.hi > share_percent) continue;
    share.hi = static_cast<std::uint32_t>(std::min<std::uint64_t>(share_whole, share.hi * 100ULL));
  }
}

bool is_html(std::string_view bytes) {
  const std::string head = lower_head(bytes);
  return head.find("<!doctype html") != std::string::npos ||
         head.find("<html") != std::string::npos;
}

}  // namespace

std::string_view word_of(OwnersFormat format) {
  for (const auto& [known, word] : formats)
    if (known == format) return word;
  return "none";
}

bool OwnersRead::usable() const { return format != OwnersFormat::None; }

OwnersFormat owners_format_of(std::string_view bytes) {
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  const std::string_view text = trimmed(bytes.substr(0, 64 * 1024));
  if (text.empty() || text.find('\0') != std::string_view::npos || is_html(text))
    return OwnersFormat::None;
  if (text.front() == '<') {
    if (text.find("RelationshipData") != std::string_view::npos)
      return OwnersFormat::GleifRelations;
    if (text.find("LEIData") != std::string_view::npos) return OwnersFormat::GleifEntities;
    return OwnersFormat::None;
  }
  if (text.front() == '[' || text.front() == '{') {
    const bool bods = text.find("\"recordType\"") != std::string_view::npos ||
                      text.find("\"statementId\"") != std::string_view::npos ||
                      text.find("\"recordDetails\"") != std::string_view::npos;
    return bods ? OwnersFormat::Bods : OwnersFormat::Json;
  }
  return OwnersFormat::Csv;
}

namespace {

// "Acme GmbH" is no natural person, whatever a column says. In capitals beside a name in small letters two are a form
// as well ("Acme SA"), which else may be a surname.
bool has_legal_form(std::string_view name) {
  const bool ascii = std::all_of(name.begin(), name.end(), [](char c) { return (c & 0x80) == 0; });
  if (!ascii) {
    const Normalized normal = normalize(name, PartyType::Entity);
    const auto& tokens = normal.ways.front().tokens;
    return std::any_of(tokens.begin(), tokens.end(),
                       [](const NameToken& t) { return t.kind == TokenKind::LegalForm; });
  }
  const std::vector<std::string> words = folded_words(name);
  const bool small =
      std::any_of(name.begin(), name.end(), [](char c) { return c >= 'a' && c <= 'z'; });
  for (std::size_t i = 1; i < words.size(); ++i) {
    const auto form = names::legal_form_at(std::span(words).subspan(i));
    if (!form || form->form == "sole") continue;
    const bool known = words[i] == "ltd" || words[i] == "llc" || words[i] == "inc" ||
                       words[i] == "plc" || words[i] == "bhd" || words[i] == "jsc";
    const bool at_end = i + form->words == words.size();
    std::string capitals = words[i];
    for (char& c : capitals) c = static_cast<char>(c - 'a' + 'A');
    if (known || form->words > 1 || (words[i].size() > 3 && at_end) ||
        (at_end && small && words[i].size() <= 3 && name.ends_with(capitals)))
      return true;
  }
  return false;
}

// Of everybody who is said to be a person, once all is known of their names.
void doubt_persons(OwnershipGraph& graph) {
  std::vector<EntityId> none;
  for (const auto& [id, notes] : graph.all_notes()) {
    if (!notes.person || notes.entity) continue;
    if (has_legal_form(graph.text(id)) || has_legal_form(notes.name) ||
        std::any_of(notes.names_too.begin(), notes.names_too.end(),
                    [](const std::string& name) { return has_legal_form(name); }))
      none.push_back(id);
  }
  for (const EntityId id : none) graph.notes(id).entity = true;
}

std::optional<bool> yes_or_no(std::string_view word) {
  const std::string said = fold(word);
  for (const std::string_view yes : {"yes", "y", "true", "1", "oui", "ja", "si"})
    if (said == yes) return true;
  for (const std::string_view no : {"no", "n", "false", "0", "non", "nein"})
    if (said == no) return false;
  return {};
}

}  // namespace

void note_person(OwnershipGraph& graph, EntityId id, std::optional<bool> person) {
  if (!person) return;
  EntityNotes& notes = graph.notes(id);
  (*person ? notes.person : notes.entity) = true;
}

void note_said(EntityId id, const SaidOf& said, std::size_t at, OwnersFile& file) {
  if (!said.name.empty() || !said.country.empty() || !said.hq.empty()) {
    EntityNotes& notes = file.graph.notes(id);
    const bool otherwise[] = {notes.say_name(said.name), notes.say_country(said.country),
                              notes.say_hq(said.hq)};
    if (otherwise[0] || otherwise[1] || otherwise[2]) {
      file.complaints.warning("P234", {msg::OwnSaidTwice, {beginning(file.graph.text(id))}}, at,
                              {{msg::OwnSaidTwiceHelp, {}}});
    }
  }
  if (said.person.empty()) return;
  const auto person = yes_or_no(said.person);
  if (!person)
    file.complaints.error("P235", {msg::OwnNotYesOrNo, {beginning(said.person)}}, at,
                          {{msg::OwnNoPersonThen, {}}});
  note_person(file.graph, id, person.value_or(false));
}

Share share_of(std::string_view text, std::size_t at, OwnersFile& file) {
  Complaints& complaints = file.complaints;
  const ReadShare read = parse_share(text, file.unit);
  const std::string shown = beginning(text);
  const Share& share = read.share;
  if (text.find('/') != std::string_view::npos) {
    // "1/3" is of the whole, whatever the others are.
  } else if (share.hi > share_percent || text.find('%') != std::string_view::npos) {
    // More than one percent: a fraction would be more than the whole. Open upwards it says neither.
    file.is_percent = file.is_percent || share.hi != share_whole || share.lo > share_percent;
  } else if (share.hi > 0 && file.small++ == 0) {
    file.first = shown;
    file.first_at = at;
  }
  switch (read.fault) {
    case ShareFault::None:
      break;
    case ShareFault::NotAShare:
      complaints.error("P204", {msg::OwnNotAShare, {shown}}, at, {{msg::OwnShareForm, {}}});
      break;
    case ShareFault::OutOfRange:
      complaints.error("P205", {msg::OwnShareOutOfRange, {shown}}, at, {{msg::OwnKeptUnknown, {}}});
      break;
    case ShareFault::Reversed:
      complaints.error("P206", {msg::OwnShareReversed, {shown}}, at, {{msg::OwnKeptUnknown, {}}});
      break;
  }
  return read.share;
}

std::int32_t day_of(std::string_view text, std::int32_t otherwise, std::size_t at,
                    Complaints& complaints) {
  text = trimmed(text);
  if (text.empty()) return otherwise;
  const auto day = Date::parse(text.substr(0, 10));
  if (!day || (text.size() > 10 && text[10] != 'T' && text[10] != ' ')) {
    complaints.error("P207", {msg::OwnNotADay, {beginning(text)}}, at,
                     {{msg::OwnKeptWithoutDay, {}}});
    return otherwise;
  }
  return day->days();
}

namespace {

EntityId unnamed_owner(std::string_view text, std::size_t at, std::uint32_t line,
                       OwnersFile& file) {
  if (text.empty()) {
    file.complaints.error("P214", {msg::OwnNoOwner, {}}, at);
  } else {
    ++file.unnamed;
  }
  std::string shown = "? (" + std::string(file.name);
  if (line > 0) shown += ":" + std::to_string(line);
  return file.graph.add_unnamed(shown + ")");
}

}  // namespace

std::optional<Stake> stake_between(std::string_view owner, std::string_view owned, std::size_t at,
                                   std::uint32_t line, std::string_view source, OwnersFile& file) {
  if (owned.empty()) {
    file.complaints.error("P214", {msg::OwnNobody, {}}, at);
    ++file.read.dropped;
    return {};
  }
  Stake out;
  if (names_nobody(owner) && has_legal_form(owner)) {
    // "Other Investors Ltd" may be a name: its owners count, and so does the doubt.
    ++file.unnamed;
    std::tie(out.owner, out.owned) = file.graph.entities(owner, owned);
    file.graph.notes(out.owner).unnamed = true;
  } else if (names_nobody(owner)) {
    out.owner = unnamed_owner(owner, at, line, file);
    out.owned = file.graph.entity(owned);
  } else {
    std::tie(out.owner, out.owned) = file.graph.entities(owner, owned);
  }
  out.line = line;
  out.source = source.empty() ? file.source : file.graph.source(source);
  return out;
}

void put_words(std::string_view of, std::size_t of_at, std::string_view kind, std::size_t kind_at,
               OwnersFile& file, Stake& stake) {
  const auto shown = [](std::string_view word) { return beginning(word); };
  if (!of.empty()) {
    const auto known = parse_stake_class(of);
    if (!known) file.complaints.error("P215", {msg::OwnNotAClass, {shown(of)}}, of_at);
    stake.of = known.value_or(StakeClass::Both);
  }
  if (!kind.empty()) {
    const auto known = parse_stake_kind(kind);
    if (!known) file.complaints.error("P216", {msg::OwnNotAKind, {shown(kind)}}, kind_at);
    stake.kind = known.value_or(StakeKind::Direct);
  }
}

void add_stake(Stake stake, std::size_t at, OwnersFile& file) {
  const OwnershipGraph& graph = file.graph;
  Complaints& complaints = file.complaints;
  if (stake.from > stake.until) {
    complaints.error("P208", {msg::OwnEndsBefore, {beginning(graph.name(stake.owned))}}, at,
                     {{msg::OwnKeptWithoutDays, {}}});
    stake.from = since_ever;
    stake.until = for_ever;
  } else if (stake.from == stake.until) {
    complaints.warning("P208", {msg::OwnEndsFirst, {std::string(graph.name(stake.owned))}}, at);
  }
  if (stake.owner == stake.owned && stake.kind != StakeKind::Control) {
    complaints.warning("P209", {msg::OwnSelf, {beginning(graph.name(stake.owned))}}, at);
  }
  file.graph.add(stake);
  ++file.read.stakes;
}

OwnersRead read_owners(std::string_view bytes, std::string_view file, OwnershipGraph& graph,
                       ShareUnit unit) {
  OwnersRead read;
  // Latin-1 is what a spreadsheet of Western Europe writes; nothing is lost by reading it as such.
  std::string converted;
  const bool latin = !is_valid_utf8(bytes);
  if (latin && bytes.find('\0') == std::string_view::npos) {
    converted = latin1_to_utf8(bytes);
    bytes = converted;
  }
  Complaints complaints(file, bytes);
  read.format = owners_format_of(bytes);
  if (read.format == OwnersFormat::None) {
    const bool empty = trimmed(bytes).empty();
    complaints.about_file(Severity::Error, "P201",
                          {empty            ? msg::OwnEmptyFile
                           : is_html(bytes) ? msg::OwnWebPage
                                            : msg::OwnNoFormat,
                           {}},
                          {{msg::OwnFormats, {}}});
    read.diagnostics = complaints.take();
    return read;
  }
  if (latin) complaints.about_file(Severity::Warning, "P202", {msg::OwnNotUtf8, {}});
  const std::size_t before = graph.stakes().size();
  OwnersFile input{bytes, file, graph.source(file), graph, read, complaints, unit, 0, 0, {}};
  switch (read.format) {
    case OwnersFormat::Csv:
      read_owners_csv(input);
      break;
    case OwnersFormat::Json:
      read_owners_json(input);
      break;
    case OwnersFormat::Bods:
      read_owners_bods(input);
      break;
    case OwnersFormat::GleifRelations:
    case OwnersFormat::GleifEntities:
      read_gleif(input);
      break;
    case OwnersFormat::None:
      break;
  }
  settle_unit(input, before);
  doubt_persons(graph);
  if (input.unnamed > 0)
    complaints.about_file(Severity::Warning, "P233",
                          {msg::OwnUnnamed, {std::to_string(input.unnamed)}});
  if (read.usable() && read.stakes == 0 && read.entities == 0)
    complaints.about_file(Severity::Warning, "P203", {msg::OwnNothingIn, {}});
  read.diagnostics = complaints.take();
  return read;
}

}  // namespace licit
