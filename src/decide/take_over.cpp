#include "decide/take_over.h"

#include <algorithm>

#include "diagram/compact.h"

namespace licit {
namespace {

// The class of `old` that holds all of class i of `fresh`; nothing where it spans several.
template <typename T>
std::optional<std::uint16_t> coarser(const std::vector<Cut<T>>& old,
                                     const std::vector<Cut<T>>& fresh, std::size_t i) {
  // Class i lies above the first i cuts.
  std::size_t above = 0, new_cuts = 0;
  for (std::size_t k = 0; k < fresh.size(); ++k) {
    const bool known = std::binary_search(old.begin(), old.end(), fresh[k]);
    if (!known) ++new_cuts;
    if (known && k < i) ++above;
  }
  if (fresh.size() - new_cuts != old.size()) return {};  // a cut is gone
  return static_cast<std::uint16_t>(above);
}

class Reclassing {
 public:
  Reclassing(const Axes& old, const Axes& fresh) : old_(old), fresh_(fresh) {}

  // For each class of the new axis the class of the old one that holds all of it; empty where some
  // class has none.
  std::vector<std::uint16_t> classes(const Axis& was, const Axis& is) const {
    std::vector<std::uint16_t> out;
    if (was.asks == Asks::Place) return places(is);
    for (std::size_t i = 0; i < is.classes; ++i) {
      std::optional<std::uint16_t> old;
      if (is.asks == Asks::Number) {
        old = coarser(was.cuts, is.cuts, i);
      } else if (is.asks == Asks::Day) {
        old = coarser(was.days, is.days, i);
      } else if (was.words.empty() && is.words.empty()) {
        if (was.classes == is.classes) old = static_cast<std::uint16_t>(i);
      } else {
        old = word(was, is, i);
      }
      if (!old) return {};
      out.push_back(*old);
    }
    return out;
  }

 private:
  static std::optional<std::uint16_t> word(const Axis& was, const Axis& is, std::size_t i) {
    const auto all_there = std::all_of(was.words.begin(), was.words.end(), [&](const auto& one) {
      return std::find(is.words.begin(), is.words.end(), one) != is.words.end();
    });
    if (!all_there) return {};
    if (i < is.words.size()) {
      const auto found = std::find(was.words.begin(), was.words.end(), is.words[i]);
      if (found != was.words.end()) return static_cast<std::uint16_t>(found - was.words.begin());
    }
    // A word that the old law did not name was "any other".
    if (was.classes == was.words.size()) return {};
    return static_cast<std::uint16_t>(was.words.size());
  }

  std::vector<std::uint16_t> places(const Axis& is) const {
    std::vector<std::uint16_t> out;
    for (std::uint16_t i = 0; i < is.classes; ++i) {
      const std::vector<std::string> codes = fresh_.places_of(i);
      if (codes.empty()) return {};
      out.push_back(old_.place_class(codes.front()));
      for (const std::string& code : codes) {
        if (old_.place_class(code) != out.back()) return {};
      }
    }
    return out;
  }

  const Axes& old_;
  const Axes& fresh_;
};

}  // namespace

TakeOver::TakeOver(const CompiledLaw* before, const Axes& axes, Diagrams& into) : before_(before) {
  if (before == nullptr) return;
  std::vector<std::optional<Variable>> to_variable;
  std::vector<std::vector<std::uint16_t>> old_class;
  const Reclassing reclassing(before->axes(), axes);
  std::optional<Variable> last;
  for (const Axis& was : before->axes().all()) {
    std::optional<Variable> is = axes.find(was.asks, was.subject, was.word);
    std::vector<std::uint16_t> classes;
    if (is) classes = reclassing.classes(was, axes[*is]);
    // Diagrams in which the order of the questions changed are not the same diagrams.
    if (classes.empty() || (is && last && *is < *last)) is.reset();
    if (is) last = is;
    to_variable.push_back(is);
    old_class.push_back(std::move(classes));
  }
  carried_ = rebase(before->diagrams(), into, to_variable, old_class);
}

std::optional<Diagram> TakeOver::carried(Diagram d) const {
  if (Diagrams::is_leaf(d)) return d;
  return carried_[static_cast<std::size_t>(d) - most_values];
}

std::optional<Moment> TakeOver::moment(const LawAt& law) {
  if (before_ == nullptr || before_->moments().empty()) return {};
  const Moment& was = before_->on(law.on());
  if (law.on() < was.from) return {};
  const LawAt old(before_->pack(), law.on(), before_->clock());
  if (!same_law(old, law)) return {};

  Moment out = was;
  for (Diagram* const root : roots_of(out)) {
    const std::optional<Diagram> fresh = carried(*root);
    if (!fresh) return {};
    *root = *fresh;
  }
  out.from = law.on();
  // The same provisions, in this pack.
  const auto in_this_pack = [&](const law::Rule* rule) {
    const auto at = std::find(old.rules().begin(), old.rules().end(), rule) - old.rules().begin();
    return law.rules()[static_cast<std::size_t>(at)];
  };
  for (CompiledScope& scope : out.scope) scope.rule = in_this_pack(scope.rule);
  for (CompiledRequirement& one : out.requirements) one.rule = in_this_pack(one.rule);
  const std::vector<std::string_view> names = paragraphs_of(law.pack());
  for (std::size_t i = 0; i < names.size(); ++i) out.paragraphs[i].name = names[i];
  out.readings.clear();
  for (const law::Reading& reading : law.pack().readings) {
    if (law.reading(reading.id) == &reading) out.readings.push_back(reading.id);
  }
  // Whether the day is covered weighs in the parts, too.
  if (was.covered != (law.on() >= law.pack().header.covers_from)) return {};
  return out;
}

}  // namespace licit
