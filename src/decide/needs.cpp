// Which questions to ask, and in which order: those that settle the verdict, then those that leave most
// provisions open.
#include <algorithm>
#include <map>

#include "decide/citation.h"
#include "decide/parts.h"
#include "decide/trials.h"
#include "decide/unknowns.h"

namespace licit {
namespace {

void add_new(std::vector<std::string>& to, const std::vector<std::string>& from) {
  for (const std::string& word : from) {
    if (std::find(to.begin(), to.end(), word) == to.end()) to.push_back(word);
  }
}

// The question in plain words; for notices with the notices' own names.
Bilingual question(const Judge& judge, const law::FactDecl* decl, const std::string& fact,
                   const std::vector<std::string>& notices) {
  Bilingual asks = decl != nullptr && !decl->asks.empty() ? decl->asks
                   : decl != nullptr && !decl->says.empty()
                       ? in_both(Msg::NeedAsks, std::vector<Bilingual>{decl->says})
                       : in_both(Msg::NeedAsks, std::vector<std::string>{fact});
  if (fact != "exporter.notices") return asks;
  Bilingual list;
  for (const std::string& id : notices) {
    const law::Source* notice = judge.index().source(id);
    const std::string shown =
        (list.en.empty() ? "" : ", ") + id +
        (notice != nullptr && !notice->citation.empty() ? " (" + notice->citation + ")" : "");
    list.en += shown;
    list.fr += shown;
  }
  return list.empty() ? asks : in_both(Msg::NeedNotices, std::vector<Bilingual>{asks, list});
}

}  // namespace

Open open_of(Judge& judge, const Decision& decision) {
  Open out;
  std::vector<std::string> order;
  std::vector<std::string> notices;
  std::map<std::string, int> readers;  // undetermined provisions that a fact leaves open
  const auto take = [&](const Unknowns& unknowns) {
    for (const std::string& fact : unknowns.facts()) {
      if (readers[fact]++ == 0) order.push_back(fact);
    }
    add_new(notices, unknowns.notices());
    add_new(out.unplaced, unknowns.unplaced());
  };
  for (const std::size_t rule : decision.scope_unknown) {
    Unknowns unknowns(judge);
    unknowns.of_rule(rule);
    take(unknowns);
  }
  for (const RequirementState& state : decision.requirements) {
    Unknowns unknowns(judge);
    unknowns.of_requirement(state);
    take(unknowns);
  }
  for (const std::string& fact : order) {
    const law::FactDecl* decl = judge.index().fact(fact);
    Need need;
    need.fact = fact;
    need.asks = question(judge, decl, fact, notices);
    if (decl != nullptr) {
      need.type = decl->type;
      need.unit = decl->unit;
      need.words = decl->words;
    }
    if (fact == "exporter.notices") {
      need.type = FactType::SetOf;
      need.words = notices;
    }
    out.needs.push_back(std::move(need));
  }
  std::stable_sort(out.needs.begin(), out.needs.end(),
                   [&](const Need& a, const Need& b) { return readers[a.fact] > readers[b.fact]; });
  return out;
}

void rank(std::vector<Need>& needs, std::vector<Judge*> judges) {
  if (needs.empty()) return;
  Trials trials(std::move(judges));
  for (Need& need : needs) need.settles = trials.settles(need);
  std::stable_sort(needs.begin(), needs.end(),
                   [](const Need& a, const Need& b) { return a.settles && !b.settles; });
}

}  // namespace licit
