#include "decide/compiled_law.h"

#include <algorithm>

#include "decide/compile.h"

namespace licit {
namespace {

std::vector<std::uint16_t> widths_of(const Axes& axes) {
  std::vector<std::uint16_t> out;
  out.reserve(axes.all().size());
  for (const Axis& axis : axes.all()) out.push_back(axis.classes);
  return out;
}

}  // namespace

CompiledLaw::CompiledLaw(const law::Pack& pack, const Places& places, const Clock& clock)
    : pack_(pack), clock_(clock), axes_(pack, places, clock), diagrams_(widths_of(axes_)) {
  for (const Date day : days_of_change(pack, places, clock)) {
    const LawAt law(pack, day, clock);
    moments_.push_back(MomentCompiler(diagrams_, axes_, law, places).compile());
  }
  // Children are older than what asks about them.
  reach_.reserve(diagrams_.nodes());
  for (std::size_t i = 0; i < diagrams_.nodes(); ++i) {
    Leaves leaves = 0;
    for (const Diagram child : diagrams_.children(static_cast<Diagram>(i + most_values))) {
      leaves |= reach(child);
    }
    reach_.push_back(leaves);
  }
}

const Moment& CompiledLaw::on(Date day) const {
  const auto next =
      std::upper_bound(moments_.begin(), moments_.end(), day,
                       [](Date wanted, const Moment& moment) { return wanted < moment.from; });
  return next == moments_.begin() ? *next : *std::prev(next);
}

}  // namespace licit
