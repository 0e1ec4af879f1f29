#include "parties/names/evidence.h"

#include <algorithm>
#include <array>
#include <cstdlib>

#include "base/party_messages.h"
#include "base/text.h"
#include "parties/names/name_index.h"

namespace licit {
namespace {

// A party has one of these at a time, so that another number is another party's.
bool is_only_one(const std::string& type) {
  const std::string folded = fold(type);
  return folded.find("uscc") != std::string::npos ||
         folded.find("unifiedsocialcredit") != std::string::npos || folded == "lei" ||
         folded.find("legalentityidentifier") != std::string::npos || folded.starts_with("imo") ||
         folded.find("vesselregistrationidentification") != std::string::npos;
}

// Nobody takes a ship for a person or a company.
bool is_craft(PartyType type) { return type == PartyType::Vessel || type == PartyType::Aircraft; }

// The kinds of exact number that can be told from the number itself.
bool looks_like(const std::string& number, const std::string& type) {
  const std::string folded = fold(type);
  const bool digits =
      std::all_of(number.begin(), number.end(), [](char c) { return c >= '0' && c <= '9'; });
  if (folded.find("uscc") != std::string::npos ||
      folded.find("unifiedsocialcredit") != std::string::npos) {
    return number.size() == 18;
  }
  if (folded == "lei" || folded.find("legalentityidentifier") != std::string::npos)
    return number.size() == 20;
  return digits && number.size() == 7;  // IMO
}

class Scale {
 public:
  Scale(const ListedName& name, const ListEntry& entry, const PartyQuery& query)
      : name_(name), entry_(entry), query_(query) {}

  Weighed weigh(std::uint16_t name_score) {
    ids();
    countries();
    addresses();
    birth_dates();
    types();
    if (is_the_same_) return {1000, std::move(out_)};
    int change = 0;
    bool supported = false;
    int of_type = 0;
    for (const Evidence& one : out_) {
      (one.kind == EvidenceKind::Type ? of_type : change) += one.change;
      supported = supported || one.supports;
    }
    int score = name_score + change;
    // A company has branches abroad: another country lowers an alert on it and does not end it.
    const bool abroad = std::any_of(out_.begin(), out_.end(), [](const Evidence& one) {
      return one.kind == EvidenceKind::Country && !one.supports;
    });
    if (abroad && !is_person() && name_score >= review_from && !is_slip_of_short_name())
      score = std::max(score, std::min(score + other_country, int{review_from}));
    // A wrong guess of what the party is lowers an alert and does not end it.
    if (of_type < 0) {
      const bool near = name_score >= 900 && !is_craft(query_.type) && !is_craft(entry_.type);
      score = near ? std::max(score + of_type, std::min(score, int{review_from})) : score + of_type;
    }
    if (name_score < 900) score = std::min(score, hit_from - 1);
    if (another_number_) score = std::min(score, hit_from - 1);
    if (name_.weak || name_.kind == NameKind::Acronym) {
      out_.push_back(
          {name_.weak ? EvidenceKind::WeakAlias : EvidenceKind::Acronym, false, {}, name_.text, 0});
      score = std::min(score, supported ? hit_from - 1 : int{weak_alias_cap});
    }
    if (name_score >= hit_from) score = std::max(score, int{review_from});
    return {static_cast<std::uint16_t>(std::clamp(score, 0, 1000)), std::move(out_)};
  }

 private:
  static constexpr int other_country = 30;

  bool is_person() const {
    return query_.type == PartyType::Person || entry_.type == PartyType::Person;
  }

  // "Tesla" and "Tesa": one letter of so few is another name as likely as a slip.
  bool is_slip_of_short_name() const {
    constexpr std::size_t few = 6;
    if (name_.text.size() > 4 * few || query_.name.size() > 4 * few) return false;
    const std::string asked = fold(query_.name), listed = fold(name_.text);
    return count_scalars(listed) < few && edit_distance(asked, listed) == 1;
  }

  void add(EvidenceKind kind, bool supports, std::string asked, std::string listed, int change) {
    out_.push_back({kind, supports, std::move(asked), std::move(listed), change});
  }

  void ids() {
    const std::string* other_asked = nullptr;
    const std::string* other_listed = nullptr;
    for (const std::string& asked : query_.ids) {
      const std::string number = normal_id(asked);
      if (number.empty()) continue;
      for (const ListedId& listed : entry_.ids) {
        if (normal_id(listed.number) == number) {
          is_the_same_ = true;
          add(EvidenceKind::Id, true, asked, listed.type + " " + listed.number, 0);
          return;
        }
        if (is_only_one(listed.type) && looks_like(number, listed.type)) {
          other_asked = &asked;
          other_listed = &listed.number;
        }
      }
    }
    if (other_asked != nullptr) {
      another_number_ = true;
      add(EvidenceKind::Id, false, *other_asked, *other_listed, -150);
    }
  }

  void countries() {
    if (query_.countries.empty() || entry_.countries.empty()) return;
    for (const std::string& asked : query_.countries) {
      if (std::find(entry_.countries.begin(), entry_.countries.end(), asked) !=
          entry_.countries.end()) {
        add(EvidenceKind::Country, true, asked, asked, 15);
        return;
      }
    }
    add(EvidenceKind::Country, false, joined(query_.countries, ", "),
        joined(entry_.countries, ", "), -other_country);
  }

  void addresses() {
    for (const std::string& asked : query_.addresses) {
      const std::vector<std::string> words = address_words(asked);
      for (const ListedAddress& listed : entry_.addresses) {
        const std::vector<std::string> theirs = address_words(listed.text);
        const auto common = std::count_if(theirs.begin(), theirs.end(), [&](const auto& word) {
          return std::binary_search(words.begin(), words.end(), word);
        });
        if (common >= 3 && common * 2 >= static_cast<std::ptrdiff_t>(theirs.size())) {
          add(EvidenceKind::Address, true, asked, listed.text, 40);
          return;
        }
      }
    }
    for (const std::string& asked : query_.addresses) {
      const std::string folded = fold(asked);
      for (const ListedAddress& listed : entry_.addresses) {
        const std::string city = fold(listed.city);
        if (city.size() >= 3 && folded.find(city) != std::string::npos) {
          add(EvidenceKind::City, true, asked, listed.city, 15);
          return;
        }
      }
    }
  }

  void birth_dates() {
    int best = -200;
    const std::string* best_asked = nullptr;
    const std::string* best_listed = nullptr;
    for (const std::string& asked : query_.birth_dates) {
      for (const std::string& listed : entry_.birth_dates) {
        if (asked.size() < 4 || listed.size() < 4) continue;
        int points = -100;
        if (asked == listed && asked.size() == 10) {
          points = 40;
        } else if (asked.starts_with(listed) || listed.starts_with(asked)) {
          points = 10;
        } else if (std::abs(std::atoi(asked.substr(0, 4).c_str()) -
                            std::atoi(listed.substr(0, 4).c_str())) <= 1) {
          points = 0;
        }
        if (points > best) {
          best = points;
          best_asked = &asked;
          best_listed = &listed;
        }
      }
    }
    if (best_asked != nullptr && best != 0)
      add(EvidenceKind::BirthDate, best > 0, *best_asked, *best_listed, best);
  }

  void types() {
    if (query_.type == PartyType::Unknown || entry_.type == PartyType::Unknown) return;
    if (query_.type == entry_.type) return;
    add(EvidenceKind::Type, false, std::string(party_type_name(query_.type)),
        std::string(party_type_name(entry_.type)), -100);
  }

  const ListedName& name_;
  const ListEntry& entry_;
  const PartyQuery& query_;
  std::vector<Evidence> out_;
  bool is_the_same_ = false;
  bool another_number_ = false;
};

}  // namespace

std::string_view party_type_name(PartyType type) {
  constexpr std::array<std::string_view, 5> names{"unknown", "entity", "person", "vessel",
                                                  "aircraft"};
  const auto i = static_cast<std::size_t>(type);
  return i < names.size() ? names[i] : "unknown";
}

std::optional<PartyType> parse_party_type(std::string_view name) {
  for (const PartyType type : {PartyType::Unknown, PartyType::Entity, PartyType::Person,
                               PartyType::Vessel, PartyType::Aircraft}) {
    if (party_type_name(type) == name) return type;
  }
  const std::string folded = fold(name);
  for (const std::string_view word : {"company", "organization", "organisation", "legalentity"}) {
    if (folded == word) return PartyType::Entity;
  }
  if (folded == "individual") return PartyType::Person;
  if (folded.empty()) return PartyType::Unknown;
  return {};
}

Weighed weigh(std::uint16_t name_score, const ListedName& name, const ListEntry& entry,
              const PartyQuery& query) {
  return Scale(name, entry, query).weigh(name_score);
}

Text evidence_text(const Evidence& one) {
  const auto pick = [&](Msg yes, Msg no) -> Text {
    return {one.supports ? yes : no, {one.asked, one.listed}};
  };
  switch (one.kind) {
    case EvidenceKind::Id:
      return pick(msg::EvidenceIdSame, msg::EvidenceIdOther);
    case EvidenceKind::Country:
      return pick(msg::EvidenceCountrySame, msg::EvidenceCountryOther);
    case EvidenceKind::Address:
      return {msg::EvidenceAddress, {one.listed}};
    case EvidenceKind::City:
      return {msg::EvidenceCity, {one.listed}};
    case EvidenceKind::BirthDate:
      return pick(msg::EvidenceBornSame, msg::EvidenceBornOther);
    case EvidenceKind::Type:
      return {msg::EvidenceType, {one.asked, one.listed}};
    case EvidenceKind::WeakAlias:
      return {msg::EvidenceWeak, {one.listed}};
    case EvidenceKind::Acronym:
      return {msg::EvidenceAcronym, {one.listed}};
  }
  return {};
}

std::string_view evidence_name(EvidenceKind kind) {
  constexpr std::array<std::string_view, 8> names{"id",         "country", "address",    "city",
                                                  "birth-date", "type",    "weak-alias", "acronym"};
  return names[static_cast<std::size_t>(kind)];
}

}  // namespace licit
