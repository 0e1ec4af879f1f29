// Which questions to ask, and in which order: those that settle the verdict, then those that leave most
// provisions open.
#include <algorithm>
#include <map>

#include "base/mapped.h"
#include "decide/citation.h"
#include "decide/exactly.h"
#include "decide/parts.h"
#include "decide/questions.h"
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

Need need_for(const Judge& judge, const std::string& fact,
              const std::vector<std::string>& notices) {
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
  return need;
}

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
  // No requirement is open, and yet the item may be what no paragraph describes.
  if (order.empty() && decision.selected.empty()) {
    Unknowns unknowns(judge);
    for (const std::string_view paragraph : decision.may_be) unknowns.of_paragraph(paragraph);
    take(unknowns);
  }
  for (const std::string& fact : order) out.needs.push_back(need_for(judge, fact, notices));
  std::stable_sort(out.needs.begin(), out.needs.end(),
                   [&](const Need& a, const Need& b) { return readers[a.fact] > readers[b.fact]; });
  return out;
}

namespace {

Need* find(std::vector<Need>& needs, const std::string& fact) {
  const auto found =
      std::find_if(needs.begin(), needs.end(), [&](const Need& need) { return need.fact == fact; });
  return found == needs.end() ? nullptr : &*found;
}

bool has(const std::vector<std::string>& words, const std::string& word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

}  // namespace

void settle_needs(ExactLaw& exact, const std::vector<Judge*>& judges, Answer& answer) {
  const auto encoded = mapped(judges, [&](Judge* judge) { return exact.encoded(*judge); });
  Questions questions(exact.law(), exact.moment(), encoded, judges);
  // Where only a place that the law names nowhere would make a difference, the place is asked for.
  if (questions.facts().empty()) return;
  for (const std::string& fact : questions.facts()) {
    if (find(answer.needs, fact) != nullptr) continue;
    answer.needs.push_back(need_for(*judges.front(), fact, questions.notices()));
  }
  std::erase_if(answer.needs, [&](const Need& need) { return !has(questions.facts(), need.fact); });
  if (!questions.turns_on_doubt()) answer.unplaced.clear();
  for (Need& need : answer.needs) need.settles = questions.settles({need.fact});
  answer.settled_by =
      questions.fewest(mapped(answer.needs, [](const Need& need) { return need.fact; }));
  std::stable_sort(answer.needs.begin(), answer.needs.end(), [&](const Need& a, const Need& b) {
    const auto rank = [&](const Need& need) {
      return need.settles ? 0 : has(answer.settled_by.facts, need.fact) ? 1 : 2;
    };
    return rank(a) < rank(b);
  });
}

}  // namespace licit
