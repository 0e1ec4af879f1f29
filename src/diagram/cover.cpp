#include "diagram/cover.h"

#include <algorithm>
#include <unordered_map>

namespace licit {
namespace {

class Cover {
 public:
  Cover(Diagrams& diagrams, const std::vector<bool>& ordered) : d_(diagrams), ordered_(ordered) {}

  // The cubes found, and the function that they make.
  struct Found {
    std::vector<Cube> cubes;
    Diagram all = Diagram::No;
  };

  Found between(Diagram must, Diagram may) {
    if (must == Diagram::No) return {};
    if (may == Diagram::Yes) return {{Cube{}}, Diagram::Yes};
    const Variable v = top(must, may);
    const std::size_t width = d_.width(v);
    std::vector<Diagram> left(width), room(width);
    Diagram everywhere = Diagram::Yes;
    for (std::size_t i = 0; i < width; ++i) {
      room[i] = child(may, v, i);
      everywhere = d_.both(everywhere, room[i]);
    }
    // What no cube without this variable can cover needs a condition on it.
    for (std::size_t i = 0; i < width; ++i) left[i] = d_.but_not(child(must, v, i), everywhere);
    Found out;
    std::vector<Diagram> covered(width, Diagram::No);
    for (std::size_t i = 0; i < width; ++i) {
      while (left[i] != Diagram::No) {
        const ClassSet classes = widest(v, i, left[i], room);
        Diagram inside = Diagram::Yes;
        for (std::size_t j = 0; j < width; ++j) {
          if (classes.test(j)) inside = d_.both(inside, room[j]);
        }
        Diagram wanted = Diagram::No;
        for (std::size_t j = 0; j < width; ++j) {
          if (classes.test(j)) wanted = d_.either(wanted, d_.both(left[j], inside));
        }
        Found below = between(wanted, inside);
        for (Cube& cube : below.cubes) {
          cube.insert(cube.begin(), {v, classes});
          out.cubes.push_back(std::move(cube));
        }
        for (std::size_t j = 0; j < width; ++j) {
          if (!classes.test(j)) continue;
          left[j] = d_.but_not(left[j], below.all);
          covered[j] = d_.either(covered[j], below.all);
        }
      }
    }
    // The rest holds whatever this variable is.
    Diagram rest = Diagram::No;
    for (std::size_t i = 0; i < width; ++i) {
      rest = d_.either(rest, d_.but_not(child(must, v, i), covered[i]));
    }
    Found below = between(rest, everywhere);
    for (Cube& cube : below.cubes) out.cubes.push_back(std::move(cube));
    out.all = d_.either(d_.node(v, covered), below.all);
    return out;
  }

 private:
  Variable top(Diagram a, Diagram b) const {
    const auto end = static_cast<Variable>(d_.variables());
    return std::min(Diagrams::is_leaf(a) ? end : d_.variable(a),
                    Diagrams::is_leaf(b) ? end : d_.variable(b));
  }
  Diagram child(Diagram f, Variable v, std::size_t i) const {
    return Diagrams::is_leaf(f) || d_.variable(f) != v ? f : d_.children(f)[i];
  }

  // As many classes as leave room for all that this one still needs.
  ClassSet widest(Variable v, std::size_t i, Diagram needed, const std::vector<Diagram>& room) {
    ClassSet out;
    out.set(i);
    const auto fits = [&](std::size_t j) { return d_.but_not(needed, room[j]) == Diagram::No; };
    for (std::size_t j = i; j-- > 0;) {
      if (fits(j)) {
        out.set(j);
      } else if (ordered_[v]) {
        break;
      }
    }
    for (std::size_t j = i + 1; j < room.size(); ++j) {
      if (fits(j)) {
        out.set(j);
      } else if (ordered_[v]) {
        break;
      }
    }
    return out;
  }

  Diagrams& d_;
  const std::vector<bool>& ordered_;
};

}  // namespace

Diagram function_of(Diagrams& diagrams, const Cube& cube) {
  Diagram out = Diagram::Yes;
  for (const auto& [v, classes] : cube) out = diagrams.both(out, diagrams.test(v, classes));
  return out;
}

namespace {

// What the others cover together is dropped, the narrowest first.
void drop_idle(Diagrams& diagrams, std::vector<Cube>& cubes, Diagram must) {
  std::stable_sort(cubes.begin(), cubes.end(),
                   [](const Cube& a, const Cube& b) { return a.size() < b.size(); });
  // What the cubes before each cover; those after it are gathered as they are kept.
  std::vector<Diagram> functions, before;
  Diagram sofar = Diagram::No;
  for (const Cube& cube : cubes) {
    before.push_back(sofar);
    functions.push_back(function_of(diagrams, cube));
    sofar = diagrams.either(sofar, functions.back());
  }
  Diagram after = Diagram::No;
  for (std::size_t i = cubes.size(); i-- > 0;) {
    const Diagram alone =
        diagrams.but_not(diagrams.but_not(diagrams.both(functions[i], must), before[i]), after);
    if (alone == Diagram::No) {
      cubes.erase(cubes.begin() + static_cast<std::ptrdiff_t>(i));
    } else {
      after = diagrams.either(after, functions[i]);
    }
  }
}

// The classes of a variable with which something of a function can be met where the other variables are
// as allowed.
ClassSet met_with(const DiagramView& diagrams, Diagram function, const Allowed& allowed,
                  Variable v) {
  const ClassSet all = ClassSet().set() >> (most_classes - diagrams.width(v));
  std::unordered_map<Diagram, ClassSet> known;
  const auto of = [&](const auto& self, Diagram d) -> ClassSet {
    if (Diagrams::is_leaf(d)) return d == Diagram::No ? ClassSet() : all;
    const auto found = known.find(d);
    if (found != known.end()) return found->second;
    const std::span<const Diagram> row = diagrams.children(d);
    const Variable here = diagrams.variable(d);
    ClassSet out;
    for (std::size_t i = 0; i < row.size(); ++i) {
      if (here == v) {
        if (self(self, row[i]).any()) out.set(i);
      } else if (allowed[here].test(i)) {
        out |= self(self, row[i]);
        if (out == all) break;
      }
    }
    return known.emplace(d, out).first->second;
  };
  return of(of, function);
}

// Loosens one condition of a cube as far as it meets nothing of `outside`; true where nothing is left of it.
// `allowed` is the cube, and follows it.
bool loosen(const Diagrams& diagrams, Cube& cube, std::size_t at, Diagram outside, Allowed& allowed,
            bool ordered) {
  const Variable v = cube[at].first;
  const std::size_t width = diagrams.width(v);
  ClassSet& classes = cube[at].second;
  const ClassSet barred = met_with(diagrams, outside, allowed, v);
  const std::size_t first = classes._Find_first();
  for (std::size_t i = first; i < width; ++i) {
    if (classes.test(i)) continue;
    if (!barred.test(i)) {
      classes.set(i);
    } else if (ordered) {
      break;
    }
  }
  for (std::size_t i = first; i-- > 0;) {
    if (!barred.test(i)) {
      classes.set(i);
    } else if (ordered) {
      break;
    }
  }
  allowed[v] = classes;
  return classes.count() == width;
}

}  // namespace

std::vector<Cube> cover(Diagrams& diagrams, Diagram must, Diagram may,
                        const std::vector<bool>& ordered) {
  std::vector<Cube> cubes = Cover(diagrams, ordered).between(must, may).cubes;
  drop_idle(diagrams, cubes, must);
  return cubes;
}

std::vector<Cube> widened(Diagrams& diagrams, std::vector<Cube> cubes, Diagram must, Diagram may,
                          const std::vector<bool>& ordered) {
  const Diagram outside = diagrams.opposite(may);
  for (Cube& cube : cubes) {
    Allowed allowed = diagrams.anything();
    for (const auto& [v, classes] : cube) allowed[v] = classes;
    for (std::size_t at = cube.size(); at-- > 0;) {
      if (loosen(diagrams, cube, at, outside, allowed, ordered[cube[at].first])) {
        cube.erase(cube.begin() + static_cast<std::ptrdiff_t>(at));
      }
    }
  }
  drop_idle(diagrams, cubes, must);
  return cubes;
}

}  // namespace licit
