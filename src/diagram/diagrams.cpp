#include "diagram/diagrams.h"

#include <algorithm>
#include <utility>

namespace licit {

Diagrams::Diagrams(std::vector<std::uint16_t> widths)
    : own_widths_(std::move(widths)), table_(256, 0), known_(256) {
  look();
  own_.push_back(operation(2, [](Leaf a, Leaf b) { return static_cast<Leaf>(a & b); }));
  own_.push_back(operation(2, [](Leaf a, Leaf b) { return static_cast<Leaf>(a | b); }));
  own_.push_back(operation(2, [](Leaf a, Leaf b) { return static_cast<Leaf>(a & ~b & 1); }));
}

// The view looks at arrays of its own, wherever they were moved or copied to.
void Diagrams::look() {
  widths_ = own_widths_;
  heads_ = own_heads_;
  children_ = own_children_;
}

Diagrams::Diagrams(const Diagrams& other)
    : DiagramView(other),
      own_widths_(other.own_widths_),
      own_heads_(other.own_heads_),
      own_children_(other.own_children_),
      table_(other.table_),
      known_(other.known_),
      operations_(other.operations_),
      own_(other.own_) {
  look();
}

Diagrams::Diagrams(Diagrams&& other) noexcept
    : DiagramView(),
      own_widths_(std::move(other.own_widths_)),
      own_heads_(std::move(other.own_heads_)),
      own_children_(std::move(other.own_children_)),
      table_(std::move(other.table_)),
      known_(std::move(other.known_)),
      operations_(std::move(other.operations_)),
      own_(std::move(other.own_)) {
  look();
}

Diagrams& Diagrams::operator=(const Diagrams& other) { return *this = Diagrams(other); }

Diagrams& Diagrams::operator=(Diagrams&& other) noexcept {
  own_widths_ = std::move(other.own_widths_);
  own_heads_ = std::move(other.own_heads_);
  own_children_ = std::move(other.own_children_);
  table_ = std::move(other.table_);
  known_ = std::move(other.known_);
  operations_ = std::move(other.operations_);
  own_ = std::move(other.own_);
  look();
  return *this;
}

std::size_t Diagrams::bytes() const {
  return DiagramView::bytes() + table_.size() * sizeof(std::uint32_t) +
         known_.size() * sizeof(Known);
}

std::uint64_t Diagrams::hash(Variable v, std::span<const Diagram> children) const {
  std::uint64_t h = 0x9e3779b97f4a7c15U + v;
  for (const Diagram child : children) {
    h = (h ^ number(child)) * 0xff51afd7ed558ccdU;
    h ^= h >> 32;
  }
  return h;
}

std::uint64_t Diagrams::hash_of(std::uint32_t operation, Diagram a, Diagram b, Diagram c) {
  std::uint64_t h = ((std::uint64_t{number(a)} << 32) | number(b)) * 0x9e3779b97f4a7c15U;
  h ^= ((std::uint64_t{number(c)} << 32) | operation) * 0xff51afd7ed558ccdU;
  h *= 0xc4ceb9fe1a85ec53U;
  return h >> 32;
}

const Diagrams::Known* Diagrams::known(std::uint32_t operation, Diagram a, Diagram b,
                                       Diagram c) const {
  const Known& at = known_[hash_of(operation, a, b, c) & (known_.size() - 1)];
  const bool same = at.operation == operation && at.a == a && at.b == b && at.c == c;
  return same ? &at : nullptr;
}

void Diagrams::keep(std::uint32_t operation, Diagram a, Diagram b, Diagram c, Diagram result) {
  known_[hash_of(operation, a, b, c) & (known_.size() - 1)] = {operation, a, b, c, result};
}

// Room for twice as many nodes, and for what is known of them.
void Diagrams::grow() {
  std::vector<std::uint32_t> wider(table_.size() * 2, 0);
  const std::uint64_t mask = wider.size() - 1;
  for (std::uint32_t i = 0; i < own_heads_.size(); ++i) {
    const NodeHead& h = own_heads_[i];
    const std::span<const Diagram> row{own_children_.data() + h.first, own_widths_[h.variable]};
    std::uint64_t slot = hash(static_cast<Variable>(h.variable), row) & mask;
    while (wider[slot] != 0) slot = (slot + 1) & mask;
    wider[slot] = i + 1;
  }
  table_ = std::move(wider);
  std::vector<Known> before(table_.size() * 2);
  before.swap(known_);
  for (const Known& one : before) {
    if (one.operation != 0) keep(one.operation, one.a, one.b, one.c, one.result);
  }
}

Diagram Diagrams::node(Variable v, std::span<const Diagram> children) {
  const Diagram first = children.front();
  if (std::all_of(children.begin(), children.end(), [&](Diagram d) { return d == first; })) {
    return first;
  }
  const std::uint64_t mask = table_.size() - 1;
  std::uint64_t slot = hash(v, children) & mask;
  for (; table_[slot] != 0; slot = (slot + 1) & mask) {
    const NodeHead& h = own_heads_[table_[slot] - 1];
    if (h.variable == v &&
        std::equal(children.begin(), children.end(), own_children_.begin() + h.first)) {
      return static_cast<Diagram>(table_[slot] - 1 + most_values);
    }
  }
  const auto position = static_cast<std::uint32_t>(own_heads_.size());
  own_heads_.push_back({v, static_cast<std::uint32_t>(own_children_.size())});
  own_children_.insert(own_children_.end(), children.begin(), children.end());
  look();
  table_[slot] = position + 1;
  if (own_heads_.size() * 2 > table_.size()) grow();
  return static_cast<Diagram>(position + most_values);
}

Diagram Diagrams::test(Variable v, const ClassSet& classes) {
  std::vector<Diagram> row(widths_[v], Diagram::No);
  for (std::size_t i = 0; i < row.size(); ++i) {
    if (classes.test(i)) row[i] = Diagram::Yes;
  }
  return node(v, row);
}

}  // namespace licit
