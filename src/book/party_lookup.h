// The parties that a transaction names, looked up on the lists before the law is asked: what that
// settles becomes facts, what it does not stays unknown, so that a possible match never clears.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "book/names_on_lists.h"
#include "facts/transaction.h"
#include "language/ast.h"

namespace licit {

// What became of the fact that says which lists name the party.
enum class Lookup : std::uint8_t {
  Open,        // a possible match that nobody resolved: unknown
  Listed,      // a person said that it is the listed party: stated
  Nobody,      // on none of the whole lists that the fact means: none
  Settled,     // the same, but for matches that a person said are other parties: none
  Starter,     // no match, but only the starter list was asked: unknown
  Incomplete,  // no match, but a list that the fact means is not stored whole: unknown
  NoLists,     // no list that stood on the day could be asked: unknown
  NoName,      // the name says nothing of who it is: unknown
};
std::string_view lookup_name(Lookup lookup);  // "open", "listed", "none", "starter"...

struct LookedUp {
  std::string role;  // "buyer", "consignee", "end-user"
  std::shared_ptr<const NameFound> found;
  Lookup lookup = Lookup::NoLists;
  std::vector<TransactionField> stated;  // the facts that follow
  std::vector<WholeList> asked;          // the whole lists that the fact means
  std::vector<std::string> missing;      // words of the fact for which no whole list was asked

  // The index asked; null: none could be.
  const NameIndex* index() const { return found->lists->index ? &*found->lists->index : nullptr; }
  // As it was asked for on a day.
  PartyQuery query(Date on) const {
    PartyQuery out = found->query;
    out.as_of = on;
    return out;
  }
};
using LookedUpParty = std::shared_ptr<const LookedUp>;

inline constexpr std::string_view party_roles[] = {"buyer", "consignee", "end-user"};

// What the user says of a fact, be it that it is unknown; null where nothing was said, or where another role
// stands in for it.
const FactValue* said_by_user(const FactSet& facts, const std::string& id);
// The same where it is known.
const FactValue* stated_by_user(const FactSet& facts, const std::string& id);
// The one text of such a fact; empty where there is none, or several.
std::string stated_text(const FactSet& facts, const std::string& id);
// Where the party is, as far as stated: two-letter codes.
std::vector<std::string> stated_countries(const FactSet& facts, std::string_view role);
const law::FactDecl* declared_fact(const law::Pack& pack, std::string_view id);

// The word of the fact for a list; empty where the fact has none.
std::string_view listing_word(ListCode code);

class PartyLookups {
 public:
  // Both must outlive it.
  PartyLookups(const law::Pack& pack, NamesOnLists& names) : pack_(pack), names_(names) {}

  // Of each role that is named, and whose listings nobody stated. A role that nobody named is the
  // buyer, and needs no look of its own.
  std::vector<LookedUpParty> look_up(const FactSet& facts, Date on);

 private:
  const law::Pack& pack_;
  NamesOnLists& names_;
  // By role, name found, and which of the facts that would follow are stated already.
  std::map<std::tuple<std::string_view, const NameFound*, int>, LookedUpParty> known_;
};

}  // namespace licit
