#include "parties/names/screen.h"

#include <algorithm>

#include "parties/names/readings.h"
#include "parties/names/syllables.h"

namespace licit {
namespace {

// Both normalized names are at hand when they are scored, so their rarities are too.
class RarityAtHand final : public Rarity {
 public:
  void query(const NormalName& name) { remember(query_, name); }
  void listed(const NormalName& name, const NameIndex& index, const ShapeRow& row) {
    listed_.clear();
    const auto tokens = index.shape_tokens.slice(row.tokens, row.count);
    for (std::size_t i = 0; i < name.tokens.size() && i < tokens.size(); ++i) {
      listed_.push_back({name.tokens[i].form.data(), index.tokens[tokens[i]].weight});
    }
  }
  std::uint32_t weight(std::string_view form) const override {
    for (const auto& list : {&query_, &listed_}) {
      for (const auto& [at, weight] : *list) {
        if (at == form.data()) return weight;
      }
    }
    return shipped_rarity().weight(form);
  }

 private:
  using Known = std::vector<std::pair<const char*, std::uint32_t>>;
  static void remember(Known& into, const NormalName& name) {
    into.clear();
    for (const NameToken& token : name.tokens)
      into.emplace_back(token.form.data(), shipped_rarity().weight(token.form));
  }
  Known query_, listed_;
};

struct Best {
  std::uint32_t entry = 0, name = 0, shape = 0;
  std::uint16_t way = 0;
  std::uint8_t channels = 0;
  std::uint16_t score = 0;
  bool in_part = false;  // of the text that was asked
};

// A listed name inside a longer text is for a person to look at, never a hit.
constexpr std::uint16_t most_in_part = 880;
// A brand among other words ("subsidiary of Acme").
constexpr std::uint16_t brand_among_others = 810;

std::vector<std::string> words_of(const NormalName& name) {
  std::vector<std::string> out;
  out.reserve(name.tokens.size());
  for (const NameToken& token : name.tokens) out.push_back(token.form);
  return out;
}

}  // namespace

bool is_alert(const ScreenHit& hit) {
  return hit.band != Band::Low && hit.standing == Standing::InForce;
}

struct Screener::Memory {
  NameIndex index;
  ScreenOptions options;
  CandidateFinder finder;
  RarityAtHand rarity;
  NormalName listed;
  std::vector<Best> best;
  names::Readings readings;  // every way to read what was asked

  Memory(NameIndex of, ScreenOptions wished)
      : index(std::move(of)), options(std::move(wished)), finder(index) {}

  bool is_starter(std::uint32_t name) const {
    return index.names[name].kind == static_cast<std::uint8_t>(NameKind::Starter);
  }

  // The best name of each entry; of equal ones the first of its authority's.
  void add(const Best& one) {
    if (one.entry >= index.entries.size()) return;  // the bytes of the index were forged
    for (Best& other : best) {
      if (other.entry != one.entry) continue;
      other.channels |= one.channels;
      if (one.score > other.score || (one.score == other.score && is_starter(other.name) &&
                                      one.shape != UINT32_MAX && !is_starter(one.name))) {
        const std::uint8_t channels = other.channels;
        other = one;
        other.channels = channels;
      }
      return;
    }
    best.push_back(one);
  }

  PartyType type_of(const PartyQuery& query, std::uint32_t entry) const {
    // The list knows what it lists; what is asked is a guess where they differ.
    const auto listed_type = static_cast<PartyType>(index.entries[entry].type);
    return listed_type != PartyType::Unknown ? listed_type : query.type;
  }

  static bool names_a_company(const NormalName& name) {
    return std::any_of(name.tokens.begin(), name.tokens.end(), [](const NameToken& t) {
      return t.kind == TokenKind::LegalForm || t.kind == TokenKind::Common;
    });
  }

  // The one word of a brand of the starter list; none of another name.
  static const NameToken* brand_in(const NormalName& listed) {
    const NameToken* out = nullptr;
    for (const NameToken& token : listed.tokens) {
      if (token.kind == TokenKind::LegalForm) continue;
      if (token.kind != TokenKind::Word || out != nullptr) return nullptr;
      out = &token;
    }
    return out != nullptr && out->form.size() >= 4 ? out : nullptr;
  }

  bool has_brand(const NormalName& asked, std::span<const std::uint32_t> names) const {
    if (asked.tokens.size() < 3) return false;
    const NameToken* brand = brand_in(listed);
    return brand != nullptr &&
           std::any_of(names.begin(), names.end(),
                       [&](std::uint32_t name) { return is_starter(name); }) &&
           std::any_of(asked.tokens.begin(), asked.tokens.end(), [&](const NameToken& token) {
             return token.kind == TokenKind::Word && token.form == brand->form;
           });
  }

  void by_name(const PartyQuery& query, const Normalized& normal) {
    readings.read(query, normal);
    for (std::size_t way = 0; way < readings.size() && way < UINT16_MAX; ++way) {
      const names::Reading& reading = readings[way];
      const NormalName& name_asked = *reading.name;
      if (name_asked.tokens.empty()) continue;
      rarity.query(name_asked);
      for (const Candidate& candidate : finder.find(name_asked)) {
        const auto names = index.names_of_shape(candidate.shape);
        if (names.empty()) continue;
        index.shape(candidate.shape, listed);
        rarity.listed(listed, index, index.shapes[candidate.shape]);
        const PartyType type = type_of(query, index.names[names[0]].entry);
        if (reading.as_person && type != PartyType::Person) continue;
        // A surname or a forename between commas names no person.
        if (reading.in_part && type == PartyType::Person && name_asked.tokens.size() < 2) continue;
        std::uint16_t points = score(name_asked, listed, type, rarity, false).score;
        if (!reading.in_part && type != PartyType::Person && has_brand(name_asked, names))
          points = std::max(points, brand_among_others);
        if (points < reading.least) continue;
        if (reading.in_part) points = std::min(points, most_in_part);
        // A person's two or three characters against words of whatever it is that is listed.
        if (query.type == PartyType::Person && type != PartyType::Person && points >= 700 &&
            names::by_syllables(name_asked) && !names::by_syllables(listed) &&
            !names::same_syllables(name_asked, listed))
          points = 700;
        // The Entity List says of nobody what they are; its names do.
        if (query.type == PartyType::Person && type == PartyType::Person && names_a_company(listed))
          points = std::min<std::uint16_t>(points, review_from - 1);
        for (const std::uint32_t name : names) {
          add({index.names[name].entry, name, candidate.shape, static_cast<std::uint16_t>(way),
               candidate.channels, points, reading.in_part});
        }
      }
    }
  }

  void by_id(const PartyQuery& query) {
    for (const std::string& asked : query.ids) {
      const std::string number = normal_id(asked);
      if (number.empty()) continue;
      index.by_id.find(key_hash(number), [&](std::uint32_t row) {
        const IdRow& id = index.ids[row];
        if (normal_id(index.text(id.number)) != number) return;
        const EntryRow& entry = index.entries[id.entry];
        add({id.entry, entry.names.begin, UINT32_MAX, 0, ChannelId, 0, false});
      });
    }
  }

  // Addresses that are listed by themselves: most of their words, a number among them.
  void by_address(const PartyQuery& query) {
    for (const std::string& asked : query.addresses) {
      std::vector<std::uint32_t> rows;
      const std::vector<std::string> words = address_words(asked);
      for (const std::string& word : words) {
        index.by_address.find(key_hash(word), [&](std::uint32_t row) {
          if ((index.entries[index.addresses[row].entry].flags & 4U) != 0) rows.push_back(row);
        });
      }
      std::sort(rows.begin(), rows.end());
      rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
      for (const std::uint32_t row : rows) {
        const AddressRow& address = index.addresses[row];
        const std::vector<std::string> theirs = address_words(
            std::string(index.text(address.text)) + " " + std::string(index.text(address.city)));
        std::size_t common = 0;
        bool number = false;
        for (const std::string& word : theirs) {
          if (!std::binary_search(words.begin(), words.end(), word)) continue;
          ++common;
          number = number || (word[0] >= '0' && word[0] <= '9');
        }
        if (!number || common < 3) continue;
        const auto points = static_cast<std::uint16_t>(common * 1000 / theirs.size());
        if (points >= 700) {
          add({address.entry, index.entries[address.entry].names.begin, UINT32_MAX, 0,
               ChannelAddress, points, false});
        }
      }
    }
  }

  bool is_asked_for(const EntryRow& entry) const {
    if (options.lists.empty()) return true;
    const auto code = static_cast<ListCode>(index.list_rows[entry.list].code);
    return std::find(options.lists.begin(), options.lists.end(), code) != options.lists.end();
  }

  // No evidence at hand lifts it to a band that is asked for.
  bool is_below(const Best& one, const PartyQuery& query) const {
    if (options.least == Band::Low || (one.channels & (ChannelId | ChannelAddress)) != 0)
      return false;
    const bool evidence = !query.ids.empty() || !query.countries.empty() ||
                          !query.addresses.empty() || !query.birth_dates.empty();
    return one.score + (evidence ? most_support : 0) < review_from;
  }

  static Standing standing_of(const ListEntry& entry, Date day) {
    if (entry.until && *entry.until < day) return Standing::Expired;
    if (entry.from && *entry.from > day) return Standing::NotYet;
    return Standing::InForce;
  }

  void explain(ScreenHit& hit, const Best& one, const PartyQuery& query) {
    if (one.shape == UINT32_MAX || one.way >= readings.size()) return;
    const NormalName& name_asked = *readings[one.way].name;
    index.shape(one.shape, listed);
    rarity.query(name_asked);
    rarity.listed(listed, index, index.shapes[one.shape]);
    NameScore why = score(name_asked, listed, type_of(query, one.entry), rarity, true);
    if (one.in_part) why.reasons.push_back(ScoreReason::QueryHasMore);
    hit.query_words = words_of(name_asked);
    hit.listed_words = words_of(listed);
    hit.matches = std::move(why.matches);
    hit.reasons = std::move(why.reasons);
  }

  std::vector<ScreenHit> screen(const PartyQuery& query) {
    best.clear();
    by_id(query);
    const Normalized normal = normalize(query.name, query.type);
    by_name(query, normal);
    if (!query.addresses.empty()) by_address(query);

    const Date day = query.as_of ? *query.as_of : Date::today();
    std::vector<ScreenHit> out;
    for (const Best& one : best) {
      const EntryRow& row = index.entries[one.entry];
      if (!is_asked_for(row) || is_below(one, query)) continue;
      const ListEntry entry = index.entry(one.entry);
      ScreenHit hit;
      hit.entry = one.entry;
      hit.name = one.name - row.names.begin;
      if (hit.name < entry.names.size()) hit.matched = entry.names[hit.name];
      hit.name_score = one.score;
      Weighed weighed = weigh(one.score, hit.matched, entry, query);
      hit.score = weighed.score;
      hit.band = band_of(hit.score);
      if (hit.band < options.least) continue;
      hit.evidence = std::move(weighed.evidence);
      hit.channels = one.channels;
      hit.standing = standing_of(entry, day);
      hit.ofac = ofac_score(query.name, hit.matched.text);
      if (options.explain) explain(hit, one, query);
      out.push_back(std::move(hit));
    }
    std::sort(out.begin(), out.end(), [](const ScreenHit& a, const ScreenHit& b) {
      const bool a_stands = a.standing == Standing::InForce;
      const bool b_stands = b.standing == Standing::InForce;
      if (a_stands != b_stands) return a_stands;
      return a.score != b.score ? a.score > b.score : a.entry < b.entry;
    });
    // Alerts are all kept: one that is cut here could never be resolved.
    const auto alerts = static_cast<std::size_t>(
        std::count_if(out.begin(), out.end(), [](const ScreenHit& hit) { return is_alert(hit); }));
    if (out.size() > std::max(options.most, alerts)) out.resize(std::max(options.most, alerts));
    return out;
  }
};

Screener::Screener(NameIndex index, ScreenOptions options)
    : memory_(std::make_unique<Memory>(std::move(index), std::move(options))) {}
Screener::~Screener() = default;
Screener::Screener(Screener&&) noexcept = default;

std::vector<ScreenHit> Screener::screen(const PartyQuery& query) { return memory_->screen(query); }
const NameIndex& Screener::index() const { return memory_->index; }

}  // namespace licit
