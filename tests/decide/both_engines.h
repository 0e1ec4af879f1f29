// A small law in both engines, and random transactions for it: what the tests that hold the compiled engine
// to the reference evaluator have in common. It is the law of 3A090 and 4A090 alone (tests/data/small-ear),
// small enough to be looked at from every side; tests/differential does the same for the whole pack.
#pragma once

#include <map>
#include <random>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "decide/decision.h"
#include "decide/exact.h"
#include "facts/shipped.h"
#include "language/load.h"

namespace licit {

inline const std::string small_law_path = LICIT_SOURCE_DIR "/tests/data/small-ear";

class BothEngines {
 public:
  explicit BothEngines(law::Pack read)
      : pack(std::move(read)),
        places(shipped_places().value()),
        index(pack),
        compiled(pack, places) {}

  law::Pack pack;
  Places places;
  PackIndex index;
  CompiledLaw compiled;
};

inline BothEngines& small_law() {
  static BothEngines one(law::load_pack_from_path(small_law_path).value());
  return one;
}

inline BothEngines& whole_law() {
  static BothEngines one(law::load_embedded_pack("law/us/ear").value());
  return one;
}

// A number inside a class of an axis.
inline Number inside(const Axis& axis, std::size_t i) {
  const Number low = i == 0 ? Number(0) : axis.cuts[i - 1].at;
  const Number high = i == axis.cuts.size() ? *low.plus(Number(1000)) : axis.cuts[i].at;
  return *low.plus(high)->over(Number(2));
}

inline Date day_inside(const Axis& axis, std::size_t i) {
  if (i == 0) return axis.days[0].after ? axis.days[0].at : axis.days[0].at.plus_days(-1);
  return axis.days[i - 1].after ? axis.days[i - 1].at.plus_days(1) : axis.days[i - 1].at;
}

class Drawing {
 public:
  explicit Drawing(std::uint64_t seed) : random_(seed) {}

  std::size_t below(std::size_t n) {
    return std::uniform_int_distribution<std::size_t>(0, n - 1)(random_);
  }
  bool once_in(std::size_t n) { return below(n) == 0; }

 private:
  std::mt19937_64 random_;
};

using Classes = std::vector<std::size_t>;

// Facts of which every axis has the class drawn for it.
class Representative {
 public:
  explicit Representative(const BothEngines& law) : law_(law) {}

  FactSet facts(const Classes& classes, const std::set<std::string>& left_out) const {
    FactSet out;
    std::map<std::string, std::vector<std::string>> members;
    std::vector<std::string> notices;
    const Axes& axes = law_.compiled.axes();
    for (std::size_t v = 0; v < classes.size(); ++v) {
      const Axis& axis = axes[static_cast<Variable>(v)];
      const std::size_t i = classes[v];
      const law::FactDecl* decl = law_.pack.find_fact(axis.subject);
      const FactType type = decl != nullptr ? decl->type : FactType::YesNo;
      if (axis.asks == Asks::Received && i == 1) notices.push_back(axis.subject);
      if (left_out.contains(axis.subject)) continue;
      if (axis.asks == Asks::Number) {
        out.set(axis.subject, FactValue::of(Interval::exactly(inside(axis, i)), decl->unit));
      } else if (axis.asks == Asks::Day) {
        out.set(axis.subject, FactValue::of(day_inside(axis, i)));
      } else if (axis.asks == Asks::Place) {
        out.set(axis.subject, FactValue::of(FactType::Place, axes.place_representatives()[i]));
      } else if (axis.asks == Asks::Word && type == FactType::YesNo) {
        out.set(axis.subject, FactValue::yes_no(i == 1));
      } else if (axis.asks == Asks::Word) {
        const std::string word = i < axis.words.size() ? axis.words[i] : "some other name";
        out.set(axis.subject, FactValue::of(type, word));
      } else if (axis.asks == Asks::Member) {
        auto& words = members[axis.subject];
        if (i == 1) words.push_back(axis.word);
      }
    }
    for (auto& [fact, words] : members) out.set(fact, FactValue::set_of(words));
    if (!left_out.contains("exporter.notices")) {
      out.set("exporter.notices", FactValue::set_of(notices));
    }
    return out;
  }

 private:
  const BothEngines& law_;
};

struct Asked {
  Date on;
  Posture posture = Posture::Enforced;
  std::map<std::string, std::string> readings;  // as the chosen
};

inline ChosenReadings chosen_of(const Asked& asked) {
  ChosenReadings out;
  for (const auto& [id, alternative] : asked.readings) out[id] = alternative;
  return out;
}

inline Verdict reference(const BothEngines& law, const Asked& asked, const FactSet& facts) {
  const Date known = std::max(asked.on, law.pack.header.verified_through);
  static std::map<Date, InForce> by_day;
  const InForce& in_force =
      by_day.try_emplace(asked.on, law.index, asked.on, known, Knower::Public).first->second;
  const Setting setting{in_force, law.places, chosen_of(asked), asked.posture, false};
  Judge judge(setting, facts);
  return decide(judge).verdict;
}

inline Encoded encoded(const BothEngines& law, const Asked& asked, const FactSet& facts) {
  Trace trace;
  const Chosen chosen{chosen_of(asked), asked.posture};
  FactReader reader(law.index, law.places, facts, chosen.readings, false, trace);
  return encode(law.compiled, reader, chosen);
}

inline Weights engine(const BothEngines& law, const Asked& asked, const FactSet& facts) {
  return weights_of(law.compiled, law.compiled.on(asked.on), encoded(law, asked, facts));
}

inline std::set<Verdict> verdicts(Weights weights) {
  std::set<Verdict> out;
  for (Leaf w = 0; w <= static_cast<Leaf>(Weight::NotSubject); ++w) {
    if (weights >> w & 1) out.insert(verdict_of(static_cast<Weight>(w)));
  }
  return out;
}

inline std::string shown(const std::set<Verdict>& verdicts) {
  std::string out;
  for (const Verdict verdict : verdicts) out += std::string(word_of(verdict)) + ' ';
  return out;
}

inline bool is_indeterminate(const BothEngines& law, const Axis& axis, std::size_t i) {
  return axis.asks == Asks::Place &&
         law.places.indeterminate(law.compiled.axes().place_representatives()[i]);
}

// A class for every axis, and the day, posture and readings that go with it. Most are what a chip
// under control to a place under control has, so that the rules are reached.
inline std::pair<Classes, Asked> draw(const BothEngines& law, Drawing& drawing) {
  const Axes& axes = law.compiled.axes();
  Asked asked;
  const auto& moments = law.compiled.moments();
  asked.on = moments[1 + drawing.below(moments.size() - 1)].from;
  if (drawing.once_in(4)) asked.on = asked.on.plus_days(static_cast<int>(drawing.below(60)));
  Classes classes;
  for (std::size_t v = 0; v < axes.all().size(); ++v) {
    const Axis& axis = axes[static_cast<Variable>(v)];
    std::size_t i = drawing.below(axis.classes);
    while (is_indeterminate(law, axis, i)) i = drawing.below(axis.classes);
    if (axis.asks == Asks::Known) i = 1;
    if (axis.asks == Asks::Member && !drawing.once_in(axis.word == "entity-list" ? 8 : 80)) i = 0;
    if (axis.subject == "to.place" && !drawing.once_in(5)) {
      constexpr const char* busy[] = {"CN", "HK", "MO", "VN", "DE", "AE", "SG", "IQ", "JP", "SA"};
      i = axes.place_class(busy[drawing.below(std::size(busy))]);
    }
    if (axis.subject == "item.subject-to-ear" && axis.asks == Asks::Word) {
      i = drawing.once_in(20) ? 0 : 1;
    }
    if (axis.subject == "item.kind" && !drawing.once_in(20)) i = drawing.below(3);
    if (axis.subject.starts_with("end-use.") && !drawing.once_in(10)) i = 0;
    if (axis.subject == "end-use.other-part-744" && !drawing.once_in(40)) i = 0;
    if (axis.asks == Asks::Posture) asked.posture = i == 1 ? Posture::Text : Posture::Enforced;
    if (axis.asks == Asks::Reading) {
      asked.readings[axis.subject] = axis.words[i];
    }
    classes.push_back(i);
  }
  // Readings that only choose how a fact is computed ask nothing of stated facts.
  for (const law::Reading& reading : law.pack.readings) {
    asked.readings.emplace(reading.id, reading.default_alternative);
  }
  return {classes, asked};
}

}  // namespace licit
