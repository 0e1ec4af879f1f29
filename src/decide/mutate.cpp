// Runs the tests over every mutant.
#include "decide/mutate.h"

#include <algorithm>
#include <mutex>
#include <regex>
#include <set>
#include <thread>

#include "base/text.h"
#include "decide/days_in_force.h"
#include "decide/mutate_unnoticed.h"
#include "decide/pack_index.h"

namespace licit {
namespace {

using Ids = std::set<std::string>;

// ---- which provisions lean on which names -------------------------------------------------------

void names_in(const law::SetExpr& set, Ids& names) {
  for (const law::SetTerm& term : set.terms) {
    if (!term.name.empty()) names.insert(term.name);
  }
}

void names_in(const law::Expr& expr, Ids& names) {
  if (!expr.name.empty()) names.insert(expr.name);
  if (expr.operand.kind == law::Operand::Kind::Param) names.insert(expr.operand.param);
  names_in(expr.set, names);
  for (const law::Expr& child : expr.children) names_in(child, names);
}

// For each name (of a param, set, define, fact, source, target...) the declarations that use it, and
// those that use them, and so on: where a test may notice a change.
class Users {
 public:
  explicit Users(const law::Pack& pack) {
    for (const law::SetDecl& set : pack.sets) {
      Ids names{set.provenance.source};
      if (set.expr) names_in(*set.expr, names);
      add(set.id, names);
    }
    for (const law::Define& define : pack.defines) add(define.id, define.when);
    for (const law::Rule& rule : pack.rules) {
      add(rule.id, rule.when);
      add(rule.id, Ids{rule.provenance.source});
    }
    for (const law::Defeat& defeat : pack.defeats) {
      if (defeat.when) add(defeat.id, *defeat.when);
      for (const std::string& target : defeat.to) users_[defeat.id].insert(target);
    }
    for (const law::Bar& bar : pack.bars) {
      add(bar.id, bar.when);
      for (const std::string& target : bar.to) users_[bar.id].insert(target);
    }
    for (const law::Policy& policy : pack.policies) {
      for (const law::PolicyChoice& choice : policy.choices) {
        if (choice.when) add(policy.id, *choice.when);
      }
      for (const std::string& target : policy.for_rules) users_[policy.id].insert(target);
    }
    for (const law::Flag& flag : pack.flags) add(flag.id, flag.when);
    for (const law::Aside& aside : pack.asides) add(aside.id, aside.when);
    for (const law::Pointer& pointer : pack.pointers) {
      if (pointer.when) add(pointer.id, *pointer.when);
    }
  }

  Ids all_of(const std::string& id) const {
    Ids found{id};
    std::vector<std::string> open{id};
    while (!open.empty()) {
      const auto at = users_.find(open.back());
      open.pop_back();
      if (at == users_.end()) continue;
      for (const std::string& user : at->second) {
        if (found.insert(user).second) open.push_back(user);
      }
    }
    return found;
  }

 private:
  void add(const std::string& user, const law::Expr& expr) {
    Ids names;
    names_in(expr, names);
    add(user, names);
  }
  void add(const std::string& user, const Ids& names) {
    for (const std::string& name : names) users_[name].insert(user);
  }
  std::map<std::string, Ids> users_;
};

// ---- one thread's work --------------------------------------------------------------------------

// What the lines said of the unchanged law: which provisions each one's proof shows.
std::vector<Ids> provisions_touched(const LawView& law, const std::vector<PreparedLine>& lines) {
  std::vector<Ids> touched;
  Detail proof = verdict_only;
  proof.proof = true;
  for (const PreparedLine& line : lines) {
    Ids ids;
    const Answer answer = evaluate(law, line.query, proof);
    for (const ProvisionProof& one : answer.proof) ids.insert(one.citation.provision);
    for (const Requirement& one : answer.requirements) ids.insert(one.citation.provision);
    for (const BesideEntry& one : answer.beside) ids.insert(one.citation.provision);
    for (const NotModelled& one : answer.not_modelled) ids.insert(one.citation.provision);
    for (const law::Expectation& expectation : line.line->expects) {
      if (expectation.what == "members" && !expectation.words.empty()) {
        ids.insert(expectation.words[0]);
      }
    }
    touched.push_back(std::move(ids));
  }
  return touched;
}

// The order in which the lines are tried on a mutant: first those that noticed the last changes of
// the same declaration, then those whose proof shows who uses it, then the rest.
class Order {
 public:
  Order(const law::Pack& pack, std::vector<Ids> touched)
      : users_(pack), touched_(std::move(touched)), places_(touched_.size()) {}

  const std::vector<std::size_t>& for_declaration(const std::string& id) {
    if (id == current_) return places_;
    current_ = id;
    const Ids users = users_.all_of(id);
    std::vector<int> rank(touched_.size(), 0);
    for (std::size_t i = 0; i < touched_.size(); ++i) {
      for (const std::string& user : users) {
        if (touched_[i].contains(user)) ++rank[i];
      }
    }
    for (std::size_t i = 0; i < places_.size(); ++i) places_[i] = i;
    std::stable_sort(places_.begin(), places_.end(),
                     [&](std::size_t a, std::size_t b) { return rank[a] > rank[b]; });
    return places_;
  }
  void noticed(std::size_t line) {
    const auto at = std::find(places_.begin(), places_.end(), line);
    std::rotate(places_.begin(), at, at + 1);
  }

 private:
  Users users_;
  std::vector<Ids> touched_;
  std::vector<std::size_t> places_;
  std::string current_ = "\n";  // no declaration is called that
};

// The line that notices the mutant, or lines.size().
std::size_t first_to_notice(const LawView& law, const std::vector<PreparedLine>& lines,
                            Order& order, Unnoticed& unnoticed, const Mutant& mutant) {
  for (const std::size_t i : order.for_declaration(mutant.declaration)) {
    if (unnoticed.is_sure(i, mutant, *law.days)) continue;
    if (!run_line(law, lines[i], true).empty()) {
      order.noticed(i);
      return i;
    }
  }
  return lines.size();
}

Diagnostic failing_test(const LawView& law, const PreparedLine& line,
                        const FailedExpectation& failure) {
  Diagnostic why;
  why.code = "C031";
  why.place = place_of(law.pack, failure.span);
  why.message = {Msg::CliMutateFailing, {line.test->title, failure.expected, failure.came}};
  return why;
}

Result<std::vector<Mutant>> chosen_mutants(const law::Pack& pack, const std::string& only) {
  std::vector<Mutant> mutants = mutants_of(pack);
  if (only.empty()) return mutants;
  try {
    const std::regex pattern(only);
    std::erase_if(mutants,
                  [&](const Mutant& mutant) { return !std::regex_search(mutant.id, pattern); });
  } catch (const std::regex_error&) {
    Diagnostic why;
    why.code = "C033";
    why.message = {Msg::CliBadPattern, {only}};
    return why;
  }
  return mutants;
}

}  // namespace

bool MutationReport::passed() const {
  const std::size_t all = killed + accepted + survived;
  return !stopped && all > 0 && survived == 0 && stale.empty() && killed * 100 >= all * 95;
}

Result<MutationReport> run_mutants(const LawView& unindexed, const Catalogue& catalogue,
                                   const MutationOptions& options) {
  const PackIndex whole(unindexed.pack);
  const DaysInForce days(whole);
  const LawView law{unindexed.pack, unindexed.places, &whole, nullptr, &days};
  const auto prepared = prepare_tests(law, catalogue);
  if (!prepared.ok()) return prepared.errors();
  std::vector<Diagnostic> failing;
  for (const PreparedLine& line : *prepared) {
    const auto failures = run_line(law, line, true);
    if (!failures.empty()) failing.push_back(failing_test(law, line, failures.front()));
  }
  if (!failing.empty()) return failing;
  auto chosen = chosen_mutants(law.pack, options.only);
  if (!chosen.ok()) return chosen.errors();
  std::vector<Mutant>& mutants = chosen.value();
  if (options.every > 1) {
    std::size_t n = 0;
    std::erase_if(mutants, [&](const Mutant&) { return n++ % options.every != 0; });
  }

  const std::vector<Ids> touched = provisions_touched(law, *prepared);
  constexpr std::size_t not_judged = SIZE_MAX;
  std::vector<std::size_t> noticed_by(mutants.size(), not_judged);
  // Each thread takes the mutants of a few declarations at a time, so that what it has learnt of one
  // is of use for the next.
  constexpr std::size_t batch = 16;
  std::atomic<std::size_t> next{0}, done{0}, survived{0};
  std::mutex telling;
  const auto work = [&] {
    law::Pack pack = law.pack;
    Order order(pack, touched);
    Unnoticed unnoticed(whole, law.places, *prepared);
    for (;;) {
      const std::size_t from = next.fetch_add(batch);
      if (from >= mutants.size()) return;
      for (std::size_t i = from; i < std::min(from + batch, mutants.size()); ++i) {
        if (options.stop != nullptr && options.stop->load()) return;
        exchange(pack, mutants[i]);
        {
          const PackIndex index(pack);
          const DaysInForce changed_days(index);
          const LawView changed{pack, law.places, &index, nullptr, &changed_days};
          noticed_by[i] = first_to_notice(changed, *prepared, order, unnoticed, mutants[i]);
        }
        exchange(pack, mutants[i]);
        if (noticed_by[i] == prepared->size()) ++survived;
        ++done;
        if (options.progress) {
          const std::lock_guard lock(telling);
          options.progress(done.load(), mutants.size(), survived.load());
        }
      }
    }
  };
  {
    std::vector<std::jthread> helpers;
    for (unsigned i = 1; i < std::max(1U, options.threads); ++i) helpers.emplace_back(work);
    work();
  }

  MutationReport report;
  report.stopped = options.stop != nullptr && options.stop->load();
  Ids explained;
  for (std::size_t i = 0; i < mutants.size(); ++i) {
    if (noticed_by[i] == not_judged) continue;
    const Place place = place_of(law.pack, mutants[i].span);
    MutantOutcome outcome{mutants[i].id,    place.file, place.line, mutants[i].before,
                          mutants[i].after, "",         ""};
    const auto accepted = options.accepted.find(mutants[i].id);
    if (noticed_by[i] < prepared->size()) {
      outcome.killed_by = (*prepared)[noticed_by[i]].test->title;
      ++report.killed;
    } else if (accepted != options.accepted.end()) {
      outcome.accepted_because = accepted->second;
      explained.insert(accepted->first);
      ++report.accepted;
    } else {
      ++report.survived;
    }
    report.mutants.push_back(std::move(outcome));
  }
  // A part of the mutants says nothing about entries for the others.
  if (options.only.empty() && options.every == 1 && !report.stopped) {
    for (const auto& [id, reason] : options.accepted) {
      if (!explained.contains(id)) report.stale.push_back(id);
    }
  }
  return report;
}

Result<std::map<std::string, std::string>> parse_accepted(std::string_view text,
                                                          const std::string& file) {
  std::map<std::string, std::string> accepted;
  std::vector<Diagnostic> problems;
  std::uint32_t number = 0;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    const std::string_view line = trimmed(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
    ++number;
    if (line.empty() || line.front() == '#') continue;
    const std::size_t gap = line.find("  ");
    const std::string id(line.substr(0, gap));
    const std::string reason(gap == std::string_view::npos ? std::string_view()
                                                           : trimmed(line.substr(gap)));
    if (!reason.empty() && accepted.emplace(id, reason).second) continue;
    Diagnostic why;
    why.code = "C032";
    why.place = {file, number, 1, 0, 0};
    why.message = {reason.empty() ? Msg::CliAcceptedNoReason : Msg::CliAcceptedTwice, {id}};
    why.source_line = std::string(line);
    problems.push_back(std::move(why));
  }
  if (!problems.empty()) return problems;
  return accepted;
}

}  // namespace licit
