// What stands beside the verdict: asides and pointers. They are judged by a judge of their own.
#include <algorithm>
#include <iterator>

#include "decide/citation.h"
#include "decide/parts.h"
#include "decide/unknowns.h"

namespace licit {
namespace {

// Which chip it is, of those that the name may mean.
constexpr std::string_view which_chip = "item.chip";

std::vector<std::string> asked(Judge& judge, const law::Expr& when) {
  Unknowns unknowns(judge);
  unknowns.of(when);
  return unknowns.facts();
}

bool stands_beside(const law::Aside& aside, Verdict verdict) {
  return aside.upon.empty() ||
         std::find(aside.upon.begin(), aside.upon.end(), word_of(verdict)) != aside.upon.end();
}

std::vector<BesideEntry> entries_of(Judge& judge, Verdict verdict, bool proof) {
  std::vector<BesideEntry> out;
  const law::Pack& pack = judge.pack();
  for (std::size_t i = 0; i < pack.asides.size(); ++i) {
    const law::Aside& aside = pack.asides[i];
    if (!judge.law().aside(i) || !stands_beside(aside, verdict)) continue;
    const Held held = judge.eval(aside.when);
    if (held.truth == Truth::No) continue;
    BesideEntry entry;
    entry.kind = aside.kind;
    entry.holds = held.truth;
    if (held.truth == Truth::Unknown) entry.asks = asked(judge, aside.when);
    if (!proof && !is_short(entry)) continue;
    entry.citation = citation_of(judge.index(), aside);
    entry.assumptions = judge.trace().assumptions(held.by);
    if (proof) entry.condition = proof_of(judge, aside.when);
    out.push_back(std::move(entry));
  }
  return out;
}

std::vector<NotModelled> pointers_of(Judge& judge, bool proof) {
  std::vector<NotModelled> out;
  const law::Pack& pack = judge.pack();
  for (std::size_t i = 0; i < pack.pointers.size(); ++i) {
    const law::Pointer& pointer = pack.pointers[i];
    if (!judge.law().pointer(i) || !pointer.when) continue;
    NotModelled entry;
    entry.holds = judge.eval(*pointer.when).truth;
    if (entry.holds == Truth::No) continue;
    if (entry.holds == Truth::Unknown) entry.asks = asked(judge, *pointer.when);
    entry.citation = citation_of(judge.index(), pointer);
    if (proof) entry.condition = proof_of(judge, *pointer.when);
    out.push_back(std::move(entry));
  }
  return out;
}

// By kind, and those that hold before those that may; as declared otherwise.
void sort(Beside& beside) {
  std::stable_sort(beside.entries.begin(), beside.entries.end(),
                   [](const BesideEntry& a, const BesideEntry& b) {
                     if (a.kind != b.kind) return a.kind < b.kind;
                     return a.holds == Truth::Yes && b.holds != Truth::Yes;
                   });
  std::stable_sort(beside.not_modelled.begin(), beside.not_modelled.end(),
                   [](const NotModelled& a, const NotModelled& b) {
                     return a.holds == Truth::Yes && b.holds != Truth::Yes;
                   });
}

template <typename Entry>
void make_open(Entry& entry) {
  if (entry.holds == Truth::Yes) entry.asks = {std::string(which_chip)};
  entry.holds = Truth::Unknown;
}

// What is not in both turns on the chip; what is in both holds where it holds in both.
template <typename Entry>
void join(std::vector<Entry>& into, std::vector<Entry> other) {
  const auto find = [](std::vector<Entry>& list, const Entry& entry) {
    return std::find_if(list.begin(), list.end(), [&](const Entry& one) {
      return one.citation.provision == entry.citation.provision;
    });
  };
  for (Entry& mine : into) {
    const auto theirs = find(other, mine);
    if (theirs == other.end() || theirs->holds != mine.holds) make_open(mine);
  }
  for (Entry& theirs : other) {
    if (find(into, theirs) != into.end()) continue;
    make_open(theirs);
    into.push_back(std::move(theirs));
  }
}

}  // namespace

Beside beside_of(const Setting& setting, const FactSet& facts, Verdict verdict, bool proof) {
  Beside out;
  const law::Pack& pack = setting.law.index().pack();
  if (pack.asides.empty() && pack.pointers.empty()) return out;
  Judge judge(setting, facts);
  out.entries = entries_of(judge, verdict, proof);
  out.not_modelled = pointers_of(judge, proof);
  sort(out);
  return out;
}

void join_beside(Beside& into, Beside other) {
  join(into.entries, std::move(other.entries));
  join(into.not_modelled, std::move(other.not_modelled));
  sort(into);
}

}  // namespace licit
