#include "cli/render_screen.h"

#include <algorithm>
#include <array>

#include "base/party_messages.h"
#include "base/text.h"
#include "cli/words.h"
#include "parties/names/screen_json.h"

namespace licit::cli {
namespace {

std::string quoted(Language language, const std::string& name) {
  return language == Language::Fr ? "« " + name + " »" : "“" + name + "”";
}

std::string name_words(Language language, const ListedName& name) {
  constexpr std::array<Msg, 7> kinds{msg::ScreenKindPrimary,  msg::ScreenKindAlias,
                                     msg::ScreenKindFormer,   msg::ScreenKindAcronym,
                                     msg::ScreenKindOriginal, msg::ScreenKindTranslation,
                                     msg::ScreenKindStarter};
  if (name.text.empty()) return {};
  const std::string out = say(language, kinds[static_cast<std::size_t>(name.kind) % kinds.size()],
                              {quoted(language, name.text)});
  return name.weak ? say(language, msg::ScreenKindWeak, {out}) : out;
}

std::string entry_words(Language language, const ListEntry& entry) {
  std::vector<std::string> parts;
  if (!entry.citation.empty()) parts.push_back(entry.citation);
  if (entry.from) parts.push_back(say(language, msg::ScreenSince, {entry.from->iso()}));
  if (entry.until) parts.push_back(say(language, msg::ScreenUntil, {entry.until->iso()}));
  if (!entry.countries.empty()) parts.push_back(joined(entry.countries, ", "));
  if (!entry.programs.empty()) parts.push_back(joined(entry.programs, ", "));
  if (entry.names.size() > 1) {
    parts.push_back(
        say(language, msg::ScreenAliasesMore, {std::to_string(entry.names.size() - 1)}));
  }
  parts.push_back(entry.id);
  return joined(parts, "; ");
}

std::string met_words(Language language, const ScreenHit& hit) {
  std::vector<std::string> parts;
  std::vector<bool> asked(hit.query_words.size()), listed(hit.listed_words.size());
  const auto part = [](const std::vector<std::string>& words, int from, int to,
                       std::vector<bool>& met) {
    std::vector<std::string> out;
    for (int i = std::max(from, 0); i < to && i < static_cast<int>(words.size()); ++i) {
      out.push_back(words[static_cast<std::size_t>(i)]);
      met[static_cast<std::size_t>(i)] = true;
    }
    return joined(out, " ");
  };
  for (const TokenMatch& one : hit.matches) {
    const std::string a = part(hit.query_words, one.query_from, one.query_to, asked);
    const std::string b = part(hit.listed_words, one.listed_from, one.listed_to, listed);
    parts.push_back(one.cost == 0 && a == b
                        ? say(language, msg::ScreenMetSame, {a, b})
                        : say(language, msg::ScreenMetNear, {a, b, std::to_string(one.cost)}));
  }
  const auto left = [&](const std::vector<std::string>& words, const std::vector<bool>& met,
                        Msg key) {
    std::vector<std::string> out;
    for (std::size_t i = 0; i < words.size(); ++i) {
      if (!met[i]) out.push_back(words[i]);
    }
    if (!out.empty()) parts.push_back(say(language, key, {joined(out, " ")}));
  };
  left(hit.query_words, asked, msg::ScreenUnmetAsked);
  left(hit.listed_words, listed, msg::ScreenUnmetListed);
  return joined(parts, "; ");
}

std::string channel_words(Language language, std::uint8_t channels) {
  constexpr std::array<Msg, 8> keys{msg::ScreenChannelForm,   msg::ScreenChannelNear,
                                    msg::ScreenChannelFold,   msg::ScreenChannelSkeleton,
                                    msg::ScreenChannelJoined, msg::ScreenChannelCompact,
                                    msg::ScreenChannelId,     msg::ScreenChannelAddress};
  std::vector<std::string> out;
  for (std::size_t i = 0; i < keys.size(); ++i) {
    if ((channels >> i & 1) != 0) out.push_back(say(language, keys[i]));
  }
  return joined(out, ", ");
}

std::string resolution_words(Language language, const ReviewedHit& one) {
  const PartyResolution& said = *one.resolution;
  std::string out = say(language, said.same ? msg::ResolvedSame : msg::ResolvedNotSame,
                        {said.who, said.on.iso(), said.why});
  if (said.until && one.reopened == Reopened::No)
    out += "; " + say(language, msg::ScreenUntil, {said.until->iso()});
  return out;
}

std::string reopened_words(Language language, const ReviewedHit& one) {
  switch (one.reopened) {
    case Reopened::No:
      return {};
    case Reopened::EntryChanged:
      return say(language, msg::ReopenedChanged);
    case Reopened::EntryAnew:
      return say(language, msg::ReopenedAnew);
    case Reopened::Lapsed:
      return say(language, msg::ReopenedLapsed,
                 {one.resolution->until ? one.resolution->until->iso() : ""});
  }
  return {};
}

std::string title(const Page& page, const ListEntry& listed, const ReviewedHit& one) {
  const ScreenHit& hit = one.hit;
  const Tone tone = !is_alert(one)             ? Tone::Faint
                    : hit.band == Band::Hit    ? Tone::Stop
                    : hit.band == Band::Review ? Tone::Unsure
                                               : Tone::Plain;
  const std::string head =
      band_words(page.language, hit.band) + " " + score_words(page.language, hit.score);
  const std::string name = listed.names.empty() && !listed.addresses.empty()
                               ? listed.addresses[0].text
                               : (listed.names.empty() ? listed.id : listed.names[0].text);
  const int indent = static_cast<int>(count_scalars(head)) + 2;
  return toned(page, tone, head) + "  " +
         wrapped(name, page.width, indent, indent).substr(static_cast<std::size_t>(indent)) + "\n";
}

std::string hit_words(const Page& page, const NameIndex& index, const ReviewedHit& one,
                      bool explain, bool terms) {
  const Language language = page.language;
  const ScreenHit& hit = one.hit;
  const ListEntry listed = index.entry(hit.entry);
  const auto row = [&](Msg label, const std::string& text) {
    return entry(page, say(language, label), text);
  };
  std::string out = title(page, listed, one);
  out += row(msg::ScreenLabelList, list_words(language, index.list(index.entries[hit.entry].list)));
  out += row(msg::ScreenLabelEntry, entry_words(language, listed));
  if (listed.address_only) out += row(msg::ScreenLabelName, say(language, msg::ScreenAddressOnly));
  out += row(msg::ScreenLabelName, name_words(language, hit.matched));
  if (hit.standing != Standing::InForce) {
    out += row(
        msg::ScreenLabelStanding,
        say(language, hit.standing == Standing::Expired ? msg::ScreenExpired : msg::ScreenNotYet));
  }
  if (one.resolution) out += row(msg::ScreenLabelResolved, resolution_words(language, one));
  out += row(msg::ScreenLabelReopened, reopened_words(language, one));
  if (explain) out += row(msg::ScreenLabelWords, met_words(language, hit));
  std::vector<std::string> why, speaks_for, against;
  for (const ScoreReason reason : hit.reasons) why.push_back(reason_text(reason).in(language));
  for (const Evidence& evidence : hit.evidence) {
    (evidence.supports ? speaks_for : against).push_back(evidence_text(evidence).in(language));
  }
  out += row(msg::ScreenLabelWhy, joined(why, "; "));
  out += row(msg::ScreenLabelFor, joined(speaks_for, "; "));
  out += row(msg::ScreenLabelAgainst, joined(against, "; "));
  if (explain) out += row(msg::ScreenLabelFound, channel_words(language, hit.channels));
  if (explain && !hit.matched.text.empty()) {
    out +=
        row(msg::ScreenLabelOfac, say(language, msg::ScreenOfacShows, {std::to_string(hit.ofac)}));
  }
  if (!explain && !terms) return out;
  out += row(msg::ScreenLabelNeeds, listed.requirement);
  out += row(msg::ScreenLabelPolicy, listed.policy);
  out += row(msg::ScreenLabelParent, listed.parent);
  return out;
}

// Who was asked about: a name, else a number or an address.
std::string asked_words(Language language, const PartyQuery& query) {
  if (!query.name.empty()) return quoted(language, query.name);
  if (!query.ids.empty()) return say(language, msg::ScreenNumberOf, {joined(query.ids, ", ")});
  if (query.addresses.empty()) return quoted(language, query.name);
  return say(language, msg::ScreenAddressOf, {quoted(language, query.addresses[0])});
}

std::string headline(const Page& page, const NameIndex& index, const PartyQuery& query,
                     std::span<const ReviewedHit> hits) {
  const Language language = page.language;
  const std::string name = asked_words(language, query);
  std::size_t near = 0, review = 0;
  for (const ReviewedHit& one : hits) {
    if (is_alert(one)) ++(one.hit.band == Band::Hit ? near : review);
  }
  switch (outcome_of(hits)) {
    case ScreenOutcome::Nobody:
      return toned(page, Tone::Go, say(language, msg::ScreenNobody, {name}));
    case ScreenOutcome::Settled:
      return toned(page, Tone::Go, say(language, msg::ScreenOnlySettled, {name}));
    case ScreenOutcome::Listed: {
      const auto on = std::find_if(hits.begin(), hits.end(),
                                   [](const ReviewedHit& one) { return is_listed(one); });
      const IndexedList list = index.list(index.entries[on->hit.entry].list);
      return toned(page, Tone::Stop, say(language, msg::ScreenIsListed, {name, list.name}));
    }
    case ScreenOutcome::Alerts:
      break;
  }
  return toned(
      page, Tone::Stop,
      say(language, msg::ScreenAlerts, {name, std::to_string(near), std::to_string(review)}));
}

}  // namespace

std::string score_words(Language language, int thousandths) {
  std::string digits = std::to_string(thousandths % 1000);
  digits.insert(0, 3 - digits.size(), '0');
  return std::to_string(thousandths / 1000) + (language == Language::Fr ? "," : ".") + digits;
}

std::string band_words(Language language, Band band) {
  return say(language, band == Band::Hit      ? msg::ScreenBandHit
                       : band == Band::Review ? msg::ScreenBandReview
                                              : msg::ScreenBandLow);
}

std::string list_words(Language language, const IndexedList& list) {
  const std::string code(list_code_name(list.code));
  if (!list.as_of) return say(language, msg::ScreenVersionNoDay, {list.name, code});
  return say(language, msg::ScreenVersionOf, {list.name, code, list.as_of->iso()});
}

std::string starter_note(const Page& page, const NameIndex& index) {
  std::vector<std::string> starters;
  bool entity_list = false;
  for (const IndexedList& list : index.lists()) {
    if (list.starter) starters.push_back(list.name);
    entity_list = entity_list || list.code == ListCode::EntityList;
  }
  std::string out;
  if (!entity_list)
    out += wrapped(say(page.language, msg::ScreenNoEntityList), page.width, 0, 2) + "\n";
  if (starters.empty()) return out;
  const bool all = starters.size() == index.lists().size();
  return out +
         wrapped(all ? say(page.language, msg::ScreenStarterNote)
                     : say(page.language, msg::ScreenStarterPart, {joined(starters, ", ")}),
                 page.width, 0, 2) +
         "\n";
}

std::string render_screened(const Page& page, const NameIndex& index, const PartyQuery& query,
                            std::span<const ReviewedHit> hits, bool explain, HitsShown shown) {
  const Language language = page.language;
  std::string out = wrapped(headline(page, index, query, hits), page.width, 0, 2) + "\n";
  for (const ReviewedHit& one : hits.first(std::min(shown.most, hits.size())))
    out += "\n" + hit_words(page, index, one, explain, shown.terms);
  std::vector<std::string> lists;
  lists.reserve(index.lists().size());
  for (const IndexedList& list : index.lists()) {
    lists.push_back(list_words(language, list));
  }
  out += "\n";
  if (explain || hits.empty()) {
    out += entry(page, say(language, msg::ScreenLabelLists), joined(lists, "; "));
  }
  return out + starter_note(page, index);
}

}  // namespace licit::cli
