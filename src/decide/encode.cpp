#include "decide/encode.h"

#include <algorithm>

#include "base/text.h"

namespace licit {
namespace {

class Encoder {
 public:
  Encoder(const Axes& axes, const law::Pack& pack, FactReader& facts, const Chosen& chosen)
      : axes_(axes), pack_(pack), facts_(facts), chosen_(chosen) {}

  Encoded encode() {
    for (const Axis& axis : axes_.all()) {
      out_.allowed.push_back(~(ClassSet().set() << axis.classes));
    }
    for (std::size_t v = 0; v < out_.allowed.size(); ++v) {
      const ClassSet possible = classes(axes_[static_cast<Variable>(v)]);
      // A value that no class has leaves everything open rather than nothing.
      if ((possible & out_.allowed[v]).any()) out_.allowed[v] &= possible;
    }
    link_roles();
    link_density();
    link_bandwidth();
    narrow();
    return std::move(out_);
  }

 private:
  static ClassSet everything() { return ClassSet().set(); }
  // A word that the axis has no class for (of a reading that another law has) leaves it open.
  static ClassSet one_class(const Axis& axis, std::size_t i) {
    return i < axis.classes ? ClassSet().set(i) : everything();
  }
  static ClassSet only(bool yes) { return ClassSet().set(yes ? 1 : 0); }

  ClassSet classes(const Axis& axis) {
    switch (axis.asks) {
      case Asks::Number:
        return of_interval(axis, facts_.read(axis.subject).value.number);
      case Asks::Day:
      case Asks::Place:
      case Asks::Word:
        return of_candidates(axis, facts_.read(axis.subject).value.candidates);
      case Asks::Member: {
        const auto& members = facts_.read(axis.subject).value.members;
        if (!members) return everything();
        return only(std::find(members->begin(), members->end(), axis.word) != members->end());
      }
      case Asks::Known:
        return only(facts_.is_known(axis.subject));
      case Asks::Received:
        return received(axis);
      case Asks::Reading: {
        const auto chosen = chosen_.readings.find(axis.subject);
        if (chosen == chosen_.readings.end()) return everything();
        return one_class(axis, axes_.class_of_word(axis, chosen->second));
      }
      case Asks::Posture:
        return only(chosen_.posture == Posture::Text);
      case Asks::Doubt:
        return everything();
    }
    return everything();
  }

  static ClassSet of_interval(const Axis& axis, const Interval& interval) {
    const std::uint16_t first = interval.lo ? Axes::class_of(axis, *interval.lo) : std::uint16_t{0};
    const auto last = interval.hi ? Axes::class_of(axis, *interval.hi)
                                  : static_cast<std::uint16_t>(axis.classes - 1);
    ClassSet out;
    for (std::size_t i = first; i <= last; ++i) out.set(i);
    return out;
  }

  ClassSet of_candidates(const Axis& axis, const std::vector<Scalar>& candidates) {
    if (candidates.empty()) return everything();
    ClassSet out;
    for (const Scalar& candidate : candidates) {
      if (const bool* yes = std::get_if<bool>(&candidate)) {
        out.set(*yes ? 1 : 0);
      } else if (const Date* day = std::get_if<Date>(&candidate)) {
        out |= one_class(axis, Axes::class_of(axis, *day));
      } else {
        const std::string& word = std::get<std::string>(candidate);
        out |= one_class(axis, axis.asks == Asks::Place ? axes_.place_class(word)
                                                        : axes_.class_of_word(axis, word));
      }
    }
    return out;
  }

  ClassSet received(const Axis& axis) {
    const auto& notices = facts_.read("exporter.notices").value.members;
    if (notices) {
      return only(std::find(notices->begin(), notices->end(), axis.subject) != notices->end());
    }
    const law::Source* notice = pack_.find_source(axis.subject);
    const auto& exporter = facts_.read("exporter.name").value.candidates;
    if (notice == nullptr || exporter.size() != 1) return everything();
    const std::string* name = std::get_if<std::string>(&exporter.front());
    if (name == nullptr || notice->addressees.empty()) return everything();
    if (!exporter_words_) exporter_words_ = folded_words(*name);
    const std::vector<std::string>& words = *exporter_words_;
    for (const std::string& addressee : notice->addressees) {
      const std::vector<std::string> lead = folded_words(addressee);
      const bool begins = !lead.empty() && lead.size() <= words.size() &&
                          std::equal(lead.begin(), lead.end(), words.begin());
      if (begins || fold(addressee) == fold(*name)) return only(true);
    }
    return everything();
  }

  bool is_open(Variable v) const { return out_.allowed[v].count() > 1; }

  void link(Variable a, Variable b, const std::function<bool(std::size_t, std::size_t)>& together) {
    const Variable from = std::min(a, b);
    const Variable to = std::max(a, b);
    Link out{from, to, std::vector<ClassSet>(axes_[from].classes)};
    for (std::size_t i = 0; i < axes_[from].classes; ++i) {
      for (std::size_t j = 0; j < axes_[to].classes; ++j) {
        out.allows[i][j] = from == a ? together(i, j) : together(j, i);
      }
    }
    out_.links.push_back(std::move(out));
  }

  // A role that nobody named is the buyer: what its questions are answered by is one fact.
  void link_roles() {
    if (facts_.strict()) return;
    for (std::size_t v = 0; v < axes_.all().size(); ++v) {
      const Axis& axis = axes_[static_cast<Variable>(v)];
      if (axis.asks == Asks::Known || axis.subject.empty()) continue;
      if (!is_open(static_cast<Variable>(v))) continue;
      const std::string_view stands_in = facts_.facts().resolve(axis.subject);
      if (stands_in == axis.subject) continue;
      const auto other = axes_.find(axis.asks, stands_in, axis.word);
      if (!other || axes_[*other].classes != axis.classes) continue;
      link(static_cast<Variable>(v), *other, [](std::size_t i, std::size_t j) { return i == j; });
      out_.links.back().equal = true;
    }
  }

  // The numbers of a class, from where to where; ends that the class leaves out are let in, so that a
  // pair is called impossible only where it surely is.
  static Interval span(const Axis& axis, std::size_t i, const Interval& known) {
    Interval out = known;
    if (i > 0 && (!out.lo || *out.lo < axis.cuts[i - 1].at)) out.lo = axis.cuts[i - 1].at;
    if (i < axis.cuts.size() && (!out.hi || axis.cuts[i].at < *out.hi)) out.hi = axis.cuts[i].at;
    if (!out.lo) out.lo = Number(0);
    return out;
  }

  static bool meet(const Interval& a, const Interval& b) {
    if (a.lo && b.hi && *b.hi < *a.lo) return false;
    return !(b.lo && a.hi && *a.hi < *b.lo);
  }

  bool computed(std::string_view fact) {
    return facts_.read(fact).value.origin == Origin::Computed;
  }

  // Density is total performance over an area, so the two are not free of each other.
  void link_density() {
    const auto tpp = axes_.find(Asks::Number, "item.tpp");
    const auto density = axes_.find(Asks::Number, "item.performance-density");
    if (!tpp || !density || !is_open(*tpp) || !is_open(*density)) return;
    if (!computed("item.performance-density")) return;
    const Interval area = facts_.read("item.die-area").value.number;
    if (!area.lo || !(Number(0) < *area.lo)) return;
    const Interval all = facts_.read("item.tpp").value.number;
    const Interval dense = facts_.read("item.performance-density").value.number;
    link(*tpp, *density, [&](std::size_t i, std::size_t j) {
      const auto quotient = over(span(axes_[*tpp], i, all), area);
      return !quotient || meet(*quotient, span(axes_[*density], j, dense));
    });
  }

  // The sum is at least each of its parts, and their sum where both are known.
  void link_bandwidth() {
    const auto sum = axes_.find(Asks::Number, "item.bandwidth-sum");
    if (!sum || !is_open(*sum) || !computed("item.bandwidth-sum")) return;
    const Interval total = facts_.read("item.bandwidth-sum").value.number;
    for (const auto& [part, rest] : {std::pair{"item.dram-bandwidth", "item.io-bandwidth"},
                                     std::pair{"item.io-bandwidth", "item.dram-bandwidth"}}) {
      const auto axis = axes_.find(Asks::Number, part);
      if (!axis || !is_open(*axis)) continue;
      const Interval known = facts_.read(part).value.number;
      Interval other = facts_.read(rest).value.number;
      if (!other.lo) other.lo = Number(0);
      link(*axis, *sum, [&](std::size_t i, std::size_t j) {
        const auto both = plus(span(axes_[*axis], i, known), other);
        return !both || meet(*both, span(axes_[*sum], j, total));
      });
    }
  }

  // Classes that no partner allows are gone, and links between settled axes have nothing left to say.
  void narrow() {
    bool changed = true;
    while (changed) {
      changed = false;
      for (const Link& one : out_.links) {
        ClassSet to;
        ClassSet from = out_.allowed[one.from];
        for (std::size_t i = 0; i < one.allows.size(); ++i) {
          if (!from.test(i)) continue;
          const ClassSet left = one.allows[i] & out_.allowed[one.to];
          if (left.none()) from.reset(i);
          to |= left;
        }
        if (from.none() || to.none()) continue;  // contradictory facts: leave both as they are
        changed = changed || from != out_.allowed[one.from] || to != out_.allowed[one.to];
        out_.allowed[one.from] = from;
        out_.allowed[one.to] = to;
      }
    }
    std::erase_if(out_.links,
                  [&](const Link& one) { return !is_open(one.from) || !is_open(one.to); });
  }

  const Axes& axes_;
  const law::Pack& pack_;
  FactReader& facts_;
  const Chosen& chosen_;
  std::optional<std::vector<std::string>> exporter_words_;
  Encoded out_;
};

}  // namespace

Encoded encode(const CompiledLaw& law, FactReader& facts, const Chosen& chosen) {
  return encode(law.axes(), law.pack(), facts, chosen);
}

Encoded encode(const Axes& axes, const law::Pack& pack, FactReader& facts, const Chosen& chosen) {
  return Encoder(axes, pack, facts, chosen).encode();
}

}  // namespace licit
