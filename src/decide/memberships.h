// Whether a place or a word is in a set on one day, as a function of what that may turn on: a member
// that counts under one reading only, and a place that the law names nowhere.
#pragma once

#include <functional>
#include <string>
#include <unordered_map>

#include "decide/axes.h"
#include "decide/law_at.h"

namespace licit {

class Memberships {
 public:
  // All must outlive it.
  Memberships(Diagrams& diagrams, const Axes& axes, const LawAt& law, const Places& places)
      : diagrams_(diagrams), axes_(axes), law_(law), places_(places) {}

  Diagram place_in(const law::SetExpr& set, const std::string& code);
  Diagram word_in(const law::SetExpr& set, const std::string& word);
  // Whether the place, or one that it follows that day, is one of these.
  bool place_is(const std::vector<std::string>& codes, const std::string& code);

 private:
  struct Subject {
    std::vector<std::string> codes;  // itself, and what it follows
    bool unlisted = false;
    std::unordered_map<const law::SetDecl*, Diagram> in{};  // found so far
  };
  // The same place is asked about set after set.
  Subject& place(const std::string& code);
  Diagram in(const law::SetExpr& set, Subject& subject);
  Diagram in(const law::SetDecl& set, Subject& subject);
  Diagram reading(const std::string& id, const std::string& alternative);
  Diagram doubt(const std::string& set, const Subject& subject);

  Diagrams& diagrams_;
  const Axes& axes_;
  const LawAt& law_;
  const Places& places_;
  // What being a member of a set turns on, by the member's word; found once for each set.
  using Members = std::unordered_map<std::string_view, Diagram>;
  const Members& members(const law::SetDecl& set);

  std::unordered_map<const law::SetDecl*, Members> members_;
  std::unordered_map<std::string, Subject> subjects_;
};

// What a set written in place is called where a doubt about it is asked: "{CN, RU}".
std::string name_of(const law::SetTerm& term);
// A whole set as written: " plus D:5 minus {HK}".
std::string name_of(const law::SetExpr& set);

}  // namespace licit
