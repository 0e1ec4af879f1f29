#include "decide/compiled_law.h"

#include <algorithm>
#include <atomic>
#include <deque>
#include <map>
#include <mutex>

#include "base/mapped.h"
#include "decide/compile.h"
#include "decide/take_over.h"
#include "diagram/compact.h"

namespace licit {

// The verdict tables, one for all moments of the same parts, each made when it is first wanted.
class CompiledLaw::Tables {
 public:
  // Tells the moments which is theirs.
  explicit Tables(std::vector<Moment>& moments) {
    std::map<std::vector<Diagram>, std::uint32_t> known;
    for (Moment& moment : moments) {
      const auto number = static_cast<std::uint32_t>(made_.size());
      const auto [at, is_new] = known.emplace(moment.parts, number);
      if (is_new) made_.emplace_back();
      moment.table = at->second;
    }
  }

  const VerdictTable& of(const Moment& moment, const CompiledLaw& law) {
    Made& made = made_[moment.table];
    if (const VerdictTable* const table = made.ready.load(std::memory_order_acquire)) return *table;
    const std::lock_guard lock(made.making);
    if (!made.table) {
      PackedTable packed = packed_table(law.diagrams(), law.arrays().reach, moment.parts);
      made.entries = std::move(packed.entries);
      made.table.emplace(made.entries, std::move(packed.roots));
      made.ready.store(&*made.table, std::memory_order_release);
    }
    return *made.table;
  }

 private:
  struct Made {
    std::mutex making;
    std::atomic<const VerdictTable*> ready{nullptr};
    std::vector<VerdictEntry> entries;
    std::optional<VerdictTable> table;
  };
  std::deque<Made> made_;
};

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

CompiledLaw::CompiledLaw(const law::Pack& pack, const Clock& clock, Parts parts)
    : pack_(&pack),
      clock_(clock),
      parts_(std::move(parts)),
      view_(view_of(parts_.arrays)),
      tables_(std::make_shared<Tables>(parts_.moments)) {}

CompiledLaw::CompiledLaw(const law::Pack& pack, const Places& places, const Clock& clock)
    : pack_(&pack), clock_(clock), parts_{Axes(pack, places, clock), {}, {}, {}} {
  compile(places, nullptr);
}

CompiledLaw::CompiledLaw(const law::Pack& pack, const Places& places, const Clock& clock,
                         const CompiledLaw& before)
    : pack_(&pack), clock_(clock), parts_{Axes(pack, places, clock), {}, {}, {}} {
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

  std::vector<Diagram*> roots;
  for (Moment& moment : parts_.moments) {
    for (Diagram* const root : roots_of(moment)) roots.push_back(root);
  }
  auto own = std::make_shared<CompactDiagrams>(compact(diagrams, roots));
  parts_.arrays = {own->widths, own->heads, own->children, own->reach};
  parts_.owner = std::move(own);
  view_ = view_of(parts_.arrays);
  tables_ = std::make_shared<Tables>(parts_.moments);
}

const Moment& CompiledLaw::on(Date day) const {
  const auto next =
      std::upper_bound(moments().begin(), moments().end(), day,
                       [](Date wanted, const Moment& moment) { return wanted < moment.from; });
  return next == moments().begin() ? *next : *std::prev(next);
}

const VerdictTable& CompiledLaw::table(const Moment& moment) const {
  return tables_->of(moment, *this);
}

std::size_t CompiledLaw::bytes() const {
  const CompiledArrays& a = arrays();
  return a.widths.size_bytes() + a.heads.size_bytes() + a.children.size_bytes() +
         a.reach.size_bytes();
}

}  // namespace licit
