#include "decide/next_question.h"

#include <algorithm>
#include <map>
#include <set>

namespace licit {
namespace {

// Axes that the same facts answer, and those facts.
struct Bundle {
  std::vector<std::string> facts;
  std::vector<Variable> axes;
};

class Search {
 public:
  Search(Questions& questions, const std::vector<std::string>& skipped)
      : diagrams_(questions.residual().diagrams()) {
    for (std::size_t v = 0; v < diagrams_.variables(); ++v) {
      const std::vector<std::string>& facts = questions.asked_for(static_cast<Variable>(v));
      const bool skip = std::any_of(facts.begin(), facts.end(), [&](const std::string& fact) {
        return std::find(skipped.begin(), skipped.end(), fact) != skipped.end();
      });
      if (facts.empty() || skip) continue;
      const auto same = std::find_if(bundles_.begin(), bundles_.end(),
                                     [&](const Bundle& b) { return b.facts == facts; });
      Bundle& bundle = same != bundles_.end() ? *same : bundles_.emplace_back(Bundle{facts, {}});
      bundle.axes.push_back(static_cast<Variable>(v));
    }
  }

  const Bundle* best(Diagram function) {
    const Bundle* out = nullptr;
    Cost least;
    for (const Bundle& bundle : bundles_) {
      if (!asks(function, bundle)) continue;
      const Cost cost = cost_with(function, bundle);
      if (out != nullptr && !(cost < least)) continue;
      out = &bundle;
      least = cost;
    }
    return out;
  }

 private:
  // Questions in the worst case; then how often it comes to more than one.
  struct Cost {
    std::size_t worst = 0;
    std::size_t open = 0;
    auto operator<=>(const Cost&) const = default;
  };
  // Beyond so many functions the search looks no further ahead than one question.
  static constexpr std::size_t most_looked_at = 4000;

  bool asks(Diagram function, const Bundle& bundle) const {
    const std::vector<Variable> support = diagrams_.support(function);
    return std::any_of(bundle.axes.begin(), bundle.axes.end(), [&](Variable v) {
      return std::find(support.begin(), support.end(), v) != support.end();
    });
  }

  bool settled(Diagram function) const {
    const Leaves leaves =
        diagrams_.reachable(function, diagrams_.anything()) & ~(Leaves{1} << Residual::impossible);
    return (leaves & (leaves - 1)) == 0;
  }

  // What is left under each answer to the bundle.
  std::set<Diagram> answers(Diagram function, const Bundle& bundle) {
    std::set<Diagram> left{function};
    for (const Variable v : bundle.axes) {
      std::set<Diagram> next;
      for (const Diagram one : left) {
        for (std::size_t i = 0; i < diagrams_.width(v); ++i) {
          Allowed allowed = diagrams_.anything();
          allowed[v] = ClassSet().set(i);
          next.insert(diagrams_.residual(one, allowed));
        }
      }
      left = std::move(next);
    }
    return left;
  }

  Cost cost_with(Diagram function, const Bundle& bundle) {
    Cost out;
    for (const Diagram left : answers(function, bundle)) {
      const std::size_t more = questions_left(left);
      out.worst = std::max(out.worst, more);
      out.open += more > 0 ? 1 : 0;
    }
    out.worst += bundle.facts.size();
    return out;
  }

  std::size_t questions_left(Diagram function) {
    if (settled(function)) return 0;
    const auto found = left_.find(function);
    if (found != left_.end()) return found->second;
    if (left_.size() >= most_looked_at) return 1;
    left_[function] = 1;  // while it is worked out
    std::size_t least = 0;
    for (const Bundle& bundle : bundles_) {
      if (!asks(function, bundle)) continue;
      const std::size_t worst = cost_with(function, bundle).worst;
      least = least == 0 ? worst : std::min(least, worst);
    }
    return left_[function] = least;  // 0: nothing left to ask would help
  }

  Diagrams& diagrams_;
  std::vector<Bundle> bundles_;
  std::map<Diagram, std::size_t> left_;
};

}  // namespace

std::optional<std::string> next_question(Questions& questions,
                                         const std::vector<std::string>& skipped) {
  Search search(questions, skipped);
  const Bundle* bundle = search.best(questions.residual().verdict());
  if (bundle == nullptr) return {};
  return bundle->facts.front();
}

}  // namespace licit
