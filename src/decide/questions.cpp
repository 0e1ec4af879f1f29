#include "decide/questions.h"

#include <algorithm>

#include "decide/unknowns.h"

namespace licit {
namespace {

void add_once(std::vector<std::string>& to, const std::string& word) {
  if (std::find(to.begin(), to.end(), word) == to.end()) to.push_back(word);
}

bool has(const std::vector<std::string>& words, const std::string& word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

// An open place may be any but those that the law places nowhere.
std::vector<Encoded> without_unplaced(const CompiledLaw& law, std::vector<Encoded> chips,
                                      const Places& places) {
  const std::vector<std::string>& codes = law.axes().place_representatives();
  for (Encoded& chip : chips) {
    for (std::size_t v = 0; v < chip.allowed.size(); ++v) {
      if (law.axes()[static_cast<Variable>(v)].asks != Asks::Place) continue;
      ClassSet placed = chip.allowed[v];
      for (std::size_t i = 0; i < codes.size(); ++i) {
        if (places.indeterminate(codes[i])) placed.reset(i);
      }
      if (placed.any()) chip.allowed[v] = placed;
    }
  }
  return chips;
}

// What to ask, for the fact of an axis to be known of every chip.
std::vector<std::string> to_ask(const std::string& fact, const std::vector<Judge*>& judges) {
  std::vector<std::string> out;
  for (Judge* judge : judges) {
    Unknowns unknowns(*judge);
    unknowns.of_fact(fact);
    for (const std::string& asked : unknowns.facts()) add_once(out, asked);
  }
  return out;
}

// The next set of `size` members out of `count`, as positions in ascending order.
bool advance(std::vector<std::size_t>& chosen, std::size_t count) {
  for (std::size_t i = chosen.size(); i-- > 0;) {
    if (chosen[i] + (chosen.size() - i) >= count) continue;
    ++chosen[i];
    for (std::size_t j = i + 1; j < chosen.size(); ++j) chosen[j] = chosen[j - 1] + 1;
    return true;
  }
  return false;
}

}  // namespace

Questions::Questions(const CompiledLaw& law, const Moment& moment, std::vector<Encoded> chips,
                     const std::vector<Judge*>& judges)
    : residual_(law, moment,
                without_unplaced(law, std::move(chips), judges.front()->setting().places)),
      asked_(residual_.open().size()) {
  for (const Variable v : residual_.diagrams().support(residual_.verdict())) {
    const OpenAxis& open = residual_.open()[v];
    const Axis& axis = law.axes()[open.axis];
    if (axis.asks == Asks::Doubt) {
      turns_on_doubt_ = true;
    } else if (axis.asks == Asks::Received) {
      asked_[v] = {"exporter.notices"};
      add_once(notices_, axis.subject);
    } else {
      asked_[v] = to_ask(open.fact, judges);
    }
    for (const std::string& fact : asked_[v]) add_once(facts_, fact);
  }
}

bool Questions::settles(const std::vector<std::string>& facts) {
  std::vector<bool> kept(asked_.size(), false);
  for (std::size_t v = 0; v < asked_.size(); ++v) {
    kept[v] = !asked_[v].empty() &&
              std::all_of(asked_[v].begin(), asked_[v].end(),
                          [&](const std::string& fact) { return has(facts, fact); });
  }
  return residual_.settled_keeping(kept);
}

std::vector<std::string> Questions::indispensable() const {
  std::vector<std::string> out;
  const std::vector<bool> needed = residual_.must_be_known();
  for (std::size_t v = 0; v < asked_.size(); ++v) {
    if (!needed[v]) continue;
    for (const std::string& fact : asked_[v]) add_once(out, fact);
  }
  return out;
}

Settling Questions::fewest(const std::vector<std::string>& in_order) {
  Settling out;
  std::vector<std::string> candidates;
  for (const std::string& fact : in_order) {
    if (has(facts_, fact)) candidates.push_back(fact);
  }
  if (!settles(candidates)) return out;
  const std::vector<std::string> needed = indispensable();
  if (settles(needed)) {
    std::erase_if(candidates, [&](const std::string& fact) { return !has(needed, fact); });
    out.facts = std::move(candidates);
    return out;
  }
  if (candidates.size() > most_tried) {
    out.exact = false;
    out.facts = candidates;
    for (std::size_t i = candidates.size(); i-- > 0;) {
      if (has(needed, candidates[i])) continue;
      std::vector<std::string> fewer = out.facts;
      std::erase(fewer, candidates[i]);
      if (settles(fewer)) out.facts = std::move(fewer);
    }
    return out;
  }
  for (std::size_t size = 1; size <= candidates.size(); ++size) {
    std::vector<std::size_t> chosen(size);
    for (std::size_t i = 0; i < size; ++i) chosen[i] = i;
    do {
      out.facts.clear();
      for (const std::size_t i : chosen) out.facts.push_back(candidates[i]);
      if (settles(out.facts)) return out;
    } while (advance(chosen, candidates.size()));
  }
  return out;
}

}  // namespace licit
