#include "decide/axes.h"

#include <algorithm>

#include "base/text.h"

namespace licit {
namespace {

template <typename T>
std::uint16_t cuts_below(const std::vector<Cut<T>>& cuts, const T& value) {
  const auto above = std::find_if(cuts.begin(), cuts.end(), [&](const Cut<T>& cut) {
    return cut.after ? value <= cut.at : value < cut.at;
  });
  return static_cast<std::uint16_t>(above - cuts.begin());
}

// Classes are looked at through their place between the cuts: class i lies above cuts 0 to i - 1.
template <typename T>
ClassSet where_in(const std::vector<Cut<T>>& cuts, Comparison comparison, const T& constant) {
  const auto above = [&](bool after) {
    ClassSet out;
    const auto cut = std::find(cuts.begin(), cuts.end(), Cut<T>{constant, after});
    for (auto i = static_cast<std::size_t>(cut - cuts.begin()) + 1; i <= cuts.size(); ++i) {
      out.set(i);
    }
    return out;
  };
  ClassSet all;
  for (std::size_t i = 0; i <= cuts.size(); ++i) all.set(i);
  switch (comparison) {
    case Comparison::GreaterEqual:
      return above(false);
    case Comparison::Greater:
      return above(true);
    case Comparison::Less:
      return all & ~above(false);
    case Comparison::LessEqual:
      return all & ~above(true);
    case Comparison::Equal:
      return above(false) & ~above(true);
    case Comparison::NotEqual:
      return all & ~(above(false) & ~above(true));
  }
  return all;
}

}  // namespace

std::optional<Variable> Axes::find(Asks asks, std::string_view subject,
                                   std::string_view word) const {
  const auto found = by_question_.find({asks, std::string(subject), std::string(word)});
  if (found == by_question_.end()) return {};
  return found->second;
}

std::uint16_t Axes::place_class(std::string_view code) const {
  const auto found = place_classes_.find(code);
  return found == place_classes_.end() ? std::uint16_t{0} : found->second;
}

std::vector<std::string> Axes::places_of(std::uint16_t place_class) const {
  std::vector<std::string> out;
  for (const auto& [code, of] : place_classes_) {
    if (of == place_class) out.push_back(code);
  }
  return out;
}

std::uint16_t Axes::class_of(const Axis& axis, const Number& number) {
  return cuts_below(axis.cuts, number);
}

std::uint16_t Axes::class_of(const Axis& axis, Date day) { return cuts_below(axis.days, day); }

std::uint16_t Axes::class_of_word(const Axis& axis, std::string_view word) const {
  const auto same = std::find_if(axis.words.begin(), axis.words.end(), [&](const std::string& w) {
    return w == word || fold(w) == fold(word);
  });
  return static_cast<std::uint16_t>(same - axis.words.begin());
}

ClassSet Axes::where(const Axis& axis, Comparison comparison, const Number& constant) {
  return where_in(axis.cuts, comparison, constant);
}

ClassSet Axes::where(const Axis& axis, Comparison comparison, Date constant) {
  return where_in(axis.days, comparison, constant);
}

}  // namespace licit
