#include "book/party_lookup.h"

#include <algorithm>
#include <array>

#include "base/text.h"

namespace licit {
namespace {

struct ListedWord {
  std::string_view word;  // of the facts `buyer.listings` and the like
  ListCode code;
};
constexpr std::array<ListedWord, 5> listed_words{
    {{"entity-list", ListCode::EntityList},
     {"denied-persons", ListCode::DeniedPersons},
     {"unverified-list", ListCode::Unverified},
     {"military-end-user-list", ListCode::MilitaryEndUser},
     {"sdn", ListCode::Sdn}}};

// What may follow for a role; a bit each says what somebody stated already.
constexpr std::array<std::string_view, 3> what_follows{".listings", ".entity-footnotes",
                                                       ".entity-review"};

// The word of the law for a review policy, where the entry says nothing besides; else empty.
std::string review_word(const std::string& policy) {
  const std::string folded = fold(policy);
  if (folded == fold("Presumption of denial")) return "presumption-of-denial";
  if (folded == fold("Policy of denial")) return "policy-of-denial";
  return {};
}

class Conclusion {
 public:
  Conclusion(const law::Pack& pack, std::string_view role, std::shared_ptr<const NameFound> found,
             int stated_already)
      : pack_(pack), stated_already_(stated_already) {
    out_.role = role;
    out_.found = std::move(found);
  }

  LookedUp of(const law::FactDecl& listings) {
    ask_for(listings);
    const NameIndex* index = out_.index();
    if (index == nullptr) return std::move(out_);
    std::vector<std::string> words;
    bool settled = false;
    for (const ReviewedHit& one : out_.found->hits) {
      settled = settled || is_alert(one.hit);
      if (is_alert(one) && !is_listed(one)) {
        out_.lookup = Lookup::Open;
        return std::move(out_);
      }
      if (is_listed(one)) add_word_of(*index, one, listings, words);
    }
    if (!words.empty()) {
      out_.lookup = Lookup::Listed;
      state_listings(*index, words);
    } else if (!out_.found->says_who) {
      out_.lookup = Lookup::NoName;  // whatever a person said of what it may be
    } else if (out_.missing.empty() && !listings.words.empty()) {
      out_.lookup = settled ? Lookup::Settled : Lookup::Nobody;
      state(0, "none");
    } else {
      const auto all = index->lists();
      const bool starter =
          std::all_of(all.begin(), all.end(), [](const IndexedList& list) { return list.starter; });
      out_.lookup = starter ? Lookup::Starter : Lookup::Incomplete;
    }
    return std::move(out_);
  }

 private:
  // Which whole lists there are for the words of the fact, and for which there is none.
  void ask_for(const law::FactDecl& listings) {
    const std::vector<WholeList>& whole = out_.found->lists->whole;
    for (const std::string& word : listings.words) {
      const auto meant = std::find_if(listed_words.begin(), listed_words.end(),
                                      [&](const ListedWord& one) { return one.word == word; });
      const auto list = std::find_if(whole.begin(), whole.end(), [&](const WholeList& one) {
        return meant != listed_words.end() && one.code == meant->code;
      });
      if (list == whole.end()) {
        out_.missing.push_back(word);
      } else {
        out_.asked.push_back(*list);
      }
    }
  }

  static void add_word_of(const NameIndex& index, const ReviewedHit& one,
                          const law::FactDecl& listings, std::vector<std::string>& words) {
    for (const ListedWord& known : listed_words) {
      const std::string word(known.word);
      if (known.code != index.list(index.entries[one.hit.entry].list).code ||
          std::find(listings.words.begin(), listings.words.end(), word) == listings.words.end() ||
          std::find(words.begin(), words.end(), word) != words.end())
        continue;
      words.push_back(word);
    }
  }

  void state(std::size_t what, const std::string& text) {
    const std::string id = out_.role + std::string(what_follows[what]);
    if (text.empty() || (stated_already_ >> what & 1) != 0 || declared_fact(pack_, id) == nullptr)
      return;
    out_.stated.push_back({id, text, {}});
  }

  // The lists whose entries a person said to be the party, and what those of the Entity List say.
  void state_listings(const NameIndex& index, const std::vector<std::string>& words) {
    state(0, joined(words, ", "));
    std::uint16_t footnotes = 0;
    std::vector<std::string> policies;
    for (const ReviewedHit& one : out_.found->hits) {
      const EntryRow& row = index.entries[one.hit.entry];
      if (!is_listed(one) || index.list(row.list).code != ListCode::EntityList) continue;
      const ListEntry entry = index.entry(one.hit.entry);
      footnotes = static_cast<std::uint16_t>(footnotes | entry.footnotes);
      policies.push_back(review_word(entry.policy));
    }
    if (policies.empty()) return;  // on another list
    std::vector<std::string> carried;
    for (const int n : {1, 3, 4, 5}) {
      if ((footnotes >> n & 1) != 0) carried.push_back("fn" + std::to_string(n));
    }
    state(1, carried.empty() ? "none" : joined(carried, ", "));
    if (std::count(policies.begin(), policies.end(), policies.front()) ==
        static_cast<std::ptrdiff_t>(policies.size()))
      state(2, policies.front());
  }

  const law::Pack& pack_;
  int stated_already_;
  LookedUp out_;
};

// Conclusions kept; more than there are names and roles in most books.
constexpr std::size_t most_known = 65'536;

}  // namespace

std::string_view lookup_name(Lookup lookup) {
  constexpr std::array<std::string_view, 8> names{"open",    "listed",     "none",     "settled",
                                                  "starter", "incomplete", "no-lists", "no-name"};
  return names[static_cast<std::size_t>(lookup)];
}

std::string_view listing_word(ListCode code) {
  const auto found = std::find_if(listed_words.begin(), listed_words.end(),
                                  [&](const ListedWord& one) { return one.code == code; });
  return found == listed_words.end() ? std::string_view() : found->word;
}

const FactValue* said_by_user(const FactSet& facts, const std::string& id) {
  if (facts.resolve(id) != id) return nullptr;
  const FactValue* value = facts.find(id);
  return value != nullptr && value->origin == Origin::Given ? value : nullptr;
}

const FactValue* stated_by_user(const FactSet& facts, const std::string& id) {
  const FactValue* value = said_by_user(facts, id);
  return value != nullptr && !value->is_unknown() ? value : nullptr;
}

std::string stated_text(const FactSet& facts, const std::string& id) {
  const FactValue* value = stated_by_user(facts, id);
  if (value == nullptr || value->candidates.size() != 1) return {};
  const std::string* text = std::get_if<std::string>(&value->candidates[0]);
  return text == nullptr ? std::string() : *text;
}

std::vector<std::string> stated_countries(const FactSet& facts, std::string_view role) {
  std::vector<std::string> out;
  for (const char* what : {".place", ".hq"}) {
    std::string code = stated_text(facts, std::string(role) + what);
    if (code.size() == 2 && std::find(out.begin(), out.end(), code) == out.end())
      out.push_back(std::move(code));
  }
  return out;
}

const law::FactDecl* declared_fact(const law::Pack& pack, std::string_view id) {
  const auto found = std::find_if(pack.facts.begin(), pack.facts.end(),
                                  [&](const law::FactDecl& fact) { return fact.id == id; });
  return found == pack.facts.end() ? nullptr : &*found;
}

std::vector<LookedUpParty> PartyLookups::look_up(const FactSet& facts, Date on) {
  std::vector<LookedUpParty> out;
  for (const std::string_view role : party_roles) {
    const std::string name = stated_text(facts, std::string(role) + ".name");
    if (name.empty()) continue;
    int stated_already = 0;
    for (std::size_t i = 0; i < what_follows.size(); ++i) {
      const std::string id = std::string(role) + std::string(what_follows[i]);
      if (said_by_user(facts, id) != nullptr) stated_already |= 1 << i;
    }
    // A user who calls it unknown is shown who it may be, and is not told otherwise.
    const bool called_unknown = (stated_already & 1) != 0;
    if (stated_by_user(facts, std::string(role) + ".listings") != nullptr) continue;
    auto found = names_.find(name, stated_countries(facts, role), on);
    if (known_.size() >= most_known) known_.clear();
    LookedUpParty& party = known_[{role, found.get(), stated_already}];
    if (!party) {
      const law::FactDecl* listings = declared_fact(pack_, std::string(role) + ".listings");
      if (listings == nullptr) continue;
      party = std::make_shared<const LookedUp>(
          Conclusion(pack_, role, std::move(found), stated_already).of(*listings));
    }
    const bool nobody = party->lookup == Lookup::Nobody || party->lookup == Lookup::Settled;
    if (!(called_unknown && nobody)) out.push_back(party);
  }
  return out;
}

}  // namespace licit
