#include "decide/compiled_law.h"

#include <algorithm>
#include <map>

#include "base/mapped.h"
#include "decide/compile.h"
#include "decide/take_over.h"
#include "diagram/compact.h"

namespace licit {
namespace {

// What a law that was compiled here keeps.
struct Own {
  CompactDiagrams diagrams;
  std::vector<VerdictEntry> entries;
};

}  // namespace

std::vector<Diagram*> roots_of(Moment& moment) {
  std::vector<Diagram*> out;
  out.reserve(moment.scope.size() + moment.paragraphs.size() + 2 * moment.requirements.size() + 1);
  for (CompiledScope& scope : moment.scope) out.push_back(&scope.holds);
  for (CompiledParagraph& paragraph : moment.paragraphs) out.push_back(&paragraph.met);
  for (CompiledRequirement& requirement : moment.requirements) {
    out.push_back(&requirement.outcome);
    out.push_back(&requirement.review);
  }
  out.push_back(&moment.unclassified);
  for (Diagram& part : moment.parts) out.push_back(&part);
  return out;
}

CompiledLaw::CompiledLaw(const law::Pack& pack, const Places& places, const Clock& clock)
    : pack_(&pack), clock_(clock), parts_{Axes(pack, places, clock), {}, {}, {}, {}} {
  compile(places, nullptr);
}

CompiledLaw::CompiledLaw(const law::Pack& pack, const Places& places, const Clock& clock,
                         const CompiledLaw& before)
    : pack_(&pack), clock_(clock), parts_{Axes(pack, places, clock), {}, {}, {}, {}} {
  compile(places, &before);
}

void CompiledLaw::compile(const Places& places, const CompiledLaw* before) {
  Diagrams diagrams(mapped(axes().all(), [](const Axis& axis) { return axis.classes; }));
  TakeOver take_over(before, axes(), diagrams);
  for (const Date day : days_of_change(*pack_, places, clock_)) {
    const LawAt law(*pack_, day, clock_);
    std::optional<Moment> taken = take_over.moment(law);
    if (!taken) ++compiled_moments_;
    parts_.moments.push_back(taken ? *std::move(taken)
                                   : MomentCompiler(diagrams, axes(), law, places).compile());
  }

  auto own = std::make_shared<Own>();
  std::vector<Diagram*> roots;
  for (Moment& moment : parts_.moments) {
    for (Diagram* const root : roots_of(moment)) roots.push_back(root);
  }
  own->diagrams = compact(diagrams, roots);
  // Moments of the same parts share a table.
  std::map<std::vector<Diagram>, std::uint32_t> known;
  std::vector<PackedTable> packed;
  for (Moment& moment : parts_.moments) {
    const auto [at, is_new] =
        known.emplace(moment.parts, static_cast<std::uint32_t>(packed.size()));
    if (is_new) {
      packed.push_back(packed_table(own->diagrams.view(), own->diagrams.reach, moment.parts));
    }
    moment.table = at->second;
  }
  for (const PackedTable& table : packed) {
    own->entries.insert(own->entries.end(), table.entries.begin(), table.entries.end());
  }
  const std::span<const VerdictEntry> entries = own->entries;
  std::size_t first = 0;
  parts_.tables.reserve(packed.size());
  for (PackedTable& table : packed) {
    parts_.tables.emplace_back(entries.subspan(first, table.entries.size()),
                               std::move(table.roots));
    first += table.entries.size();
  }
  parts_.arrays = {own->diagrams.widths, own->diagrams.heads, own->diagrams.children,
                   own->diagrams.reach, own->entries};
  parts_.owner = std::move(own);
  view_ = view_of(parts_.arrays);
}

const Moment& CompiledLaw::on(Date day) const {
  const auto next =
      std::upper_bound(moments().begin(), moments().end(), day,
                       [](Date wanted, const Moment& moment) { return wanted < moment.from; });
  return next == moments().begin() ? *next : *std::prev(next);
}

std::size_t CompiledLaw::bytes() const {
  const CompiledArrays& a = arrays();
  return a.widths.size_bytes() + a.heads.size_bytes() + a.children.size_bytes() +
         a.reach.size_bytes() + a.entries.size_bytes();
}

}  // namespace licit
