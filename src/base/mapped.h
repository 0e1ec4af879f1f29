// A vector of what a function makes of each element of a range, in order.
//
//   mapped(chips, [](const Chip& chip) { return chip.name; })
#pragma once

#include <cstddef>
#include <functional>
#include <iterator>
#include <type_traits>
#include <utility>
#include <vector>

namespace licit {

template <typename Range, typename Make>
auto mapped(const Range& range, Make make) {
  using Made = std::decay_t<decltype(std::invoke(make, *std::begin(range)))>;
  std::vector<Made> out;
  out.reserve(static_cast<std::size_t>(std::size(range)));
  for (const auto& element : range) out.push_back(std::invoke(make, element));
  return out;
}

}  // namespace licit
