#include "diagram/diagrams.h"

#include <algorithm>

namespace licit {

Diagrams::Diagrams(std::vector<std::uint16_t> widths)
    : widths_(std::move(widths)), table_(1024, 0) {
  own_.push_back(operation(2, [](Leaf a, Leaf b) { return static_cast<Leaf>(a & b); }));
  own_.push_back(operation(2, [](Leaf a, Leaf b) { return static_cast<Leaf>(a | b); }));
  own_.push_back(operation(2, [](Leaf a, Leaf b) { return static_cast<Leaf>(a & ~b & 1); }));
}

std::size_t Diagrams::bytes() const {
  return heads_.size() * sizeof(Head) + children_.size() * sizeof(Diagram) +
         table_.size() * sizeof(std::uint32_t);
}

std::uint64_t Diagrams::hash(Variable v, std::span<const Diagram> children) const {
  std::uint64_t h = 0x9e3779b97f4a7c15U + v;
  for (const Diagram child : children) {
    h = (h ^ number(child)) * 0xff51afd7ed558ccdU;
    h ^= h >> 32;
  }
  return h;
}

void Diagrams::grow() {
  std::vector<std::uint32_t> wider(table_.size() * 2, 0);
  const std::uint64_t mask = wider.size() - 1;
  for (std::uint32_t i = 0; i < heads_.size(); ++i) {
    const Head& h = heads_[i];
    const std::span<const Diagram> row{children_.data() + h.first, widths_[h.variable]};
    std::uint64_t slot = hash(h.variable, row) & mask;
    while (wider[slot] != 0) slot = (slot + 1) & mask;
    wider[slot] = i + 1;
  }
  table_ = std::move(wider);
}

Diagram Diagrams::node(Variable v, std::span<const Diagram> children) {
  const Diagram first = children.front();
  if (std::all_of(children.begin(), children.end(), [&](Diagram d) { return d == first; })) {
    return first;
  }
  const std::uint64_t mask = table_.size() - 1;
  std::uint64_t slot = hash(v, children) & mask;
  for (; table_[slot] != 0; slot = (slot + 1) & mask) {
    const Head& h = heads_[table_[slot] - 1];
    if (h.variable == v &&
        std::equal(children.begin(), children.end(), children_.begin() + h.first)) {
      return static_cast<Diagram>(table_[slot] - 1 + most_values);
    }
  }
  const auto position = static_cast<std::uint32_t>(heads_.size());
  heads_.push_back({v, static_cast<std::uint32_t>(children_.size())});
  children_.insert(children_.end(), children.begin(), children.end());
  table_[slot] = position + 1;
  if (heads_.size() * 2 > table_.size()) grow();
  return static_cast<Diagram>(position + most_values);
}

Diagram Diagrams::test(Variable v, const ClassSet& classes) {
  std::vector<Diagram> row(widths_[v], Diagram::No);
  for (std::size_t i = 0; i < row.size(); ++i) {
    if (classes.test(i)) row[i] = Diagram::Yes;
  }
  return node(v, row);
}

Allowed Diagrams::anything() const {
  Allowed out(widths_.size());
  for (std::size_t v = 0; v < widths_.size(); ++v) {
    for (std::size_t i = 0; i < widths_[v]; ++i) out[v].set(i);
  }
  return out;
}

}  // namespace licit
