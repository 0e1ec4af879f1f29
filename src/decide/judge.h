// Decides conditions and provisions for one set of facts under one choice of readings and posture,
// in Kleene's three truths. Everything is worked out when first asked for and kept.
// Not safe to share between threads; cheap to build.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "decide/fact_reader.h"
#include "decide/in_force.h"
#include "decide/query.h"
#include "decide/trace.h"

namespace licit {

// What one evaluation holds fixed. All must outlive the Judge.
struct Setting {
  const InForce& law;
  const Places& places;
  ChosenReadings readings;
  Posture posture = Posture::Enforced;
  bool strict = false;
};

class Judge {
 public:
  Judge(const Setting& setting, const FactSet& facts);
  // The same facts under other readings or the other posture: whatever `other` has found and what does
  // not turn on `changed` (PackIndex::choice) is the same and is taken over. For truths and what follows
  // from them: its trace does not know what those that were taken over lean on. `other` must outlive it.
  Judge(const Setting& setting, const Judge& other, std::uint64_t changed);

  // Conditions of the pack are worked out once; any other each time.
  Held eval(const law::Expr& expr);

  // A rule's own condition, the exporter's receipt of the notice included.
  Held rule_when(std::size_t rule);
  // The same, less the exclusions to it.
  Held rule_base(std::size_t rule);
  // The same, less where a rule that overrides it holds.
  Held rule_holds(std::size_t rule);
  // An exclusion's or exception's condition, less where another that overrides it holds.
  Held defeat_when(std::size_t defeat);
  Held defeat_holds(std::size_t defeat);
  Held bar_when(std::size_t bar);

  // Paragraph met after notes, whatever else is met.
  Held met(std::string_view paragraph);
  // Paragraph met and none before it.
  Held selected(std::string_view paragraph);

  // Whether the exporter received the notice that is this rule's source.
  Held notice_received(const law::Source& notice);

  const Setting& setting() const { return setting_; }
  const InForce& law() const { return setting_.law; }
  const PackIndex& index() const { return setting_.law.index(); }
  const law::Pack& pack() const { return index().pack(); }
  FactReader& facts() { return facts_; }
  Trace& trace() { return trace_; }
  // The bit that says that a text was not read in a primary source; none where it was.
  Support unread(std::string_view provision, std::string_view cite, std::string_view source,
                 std::optional<law::Verified> own, std::string_view own_note);
  Support unread(std::string_view provision, const law::Provenance& provenance);

  // Whether a rule came close to applying (is_near_miss of parts.h), worked out once.
  std::optional<bool>& near_miss(std::size_t rule) { return near_misses_[rule]; }

  // Membership of one place or word; used by `in` and by the proof.
  Held in_set(const law::SetExpr& set, FactType type, const std::string& word);

 private:
  // Something worked out once, with a guard against asking for itself while it is being worked out
  // (the checker refuses such packs; here the answer is unknown).
  struct Slot {
    enum class State : std::uint8_t { Fresh, Busy, Done } state = State::Fresh;
    Held held;
  };
  // What `other` has found, but for what turns on `changed`.
  static void take_over(std::vector<Slot>& slots, const std::vector<Slot>& other,
                        std::uint64_t changed);
  template <typename Work>
  static Held once(Slot& slot, Work&& work) {
    if (slot.state == Slot::State::Done) return slot.held;
    if (slot.state == Slot::State::Busy) return {Truth::Unknown, {}};
    slot.state = Slot::State::Busy;
    slot.held = work();
    slot.state = Slot::State::Done;
    return slot.held;
  }

  Held work_out(const law::Expr& expr);
  Held all_of(const std::vector<law::Expr>& children);
  Held any_of(const std::vector<law::Expr>& children);
  Held compare_with(const law::Expr& expr);
  Held is_in(const law::Expr& expr);
  Held includes(const law::Expr& expr);
  Held is_word(const law::Expr& expr, const std::string& fact);
  Held class_is(const law::Expr& expr);
  Held define(const law::Expr& expr);

  struct Lineage {
    std::vector<std::string> codes;
    bool indeterminate = false;
  };
  const Lineage& lineage(const std::string& place);
  const Lineage& word(const std::string& word);  // that follows none
  Held in_named_set(std::string_view set, const Lineage& word);
  Held in_version(const law::SetDecl& set, const Lineage& word);
  Held in_expr(const law::SetExpr& set, const Lineage& word);

  Setting setting_;
  Trace trace_;
  FactReader facts_;
  std::vector<std::uint32_t> kept_at_;  // by number of a condition: 1 + where it is kept; 0 fresh
  std::vector<Held> kept_;
  std::vector<std::optional<bool>> near_misses_;
  std::vector<Slot> rule_when_, rule_base_, rule_holds_, defeat_when_, defeat_holds_, bar_when_;
  std::vector<Slot> met_, selected_;  // by number of a paragraph
  std::vector<Slot> defines_;         // by position
  std::unordered_map<std::string, Lineage> lineages_, words_;
  // By set (its expression or its version) and word.
  struct Membership {
    const void* set;
    const Lineage* word;
    bool operator==(const Membership&) const = default;
  };
  struct MembershipHash {
    std::size_t operator()(const Membership& m) const {
      const std::hash<const void*> hash;
      return hash(m.set) * 31 + hash(m.word);
    }
  };
  std::unordered_map<Membership, Held, MembershipHash> memberships_;
  std::unordered_map<const law::Provenance*, Support> unread_;
  std::unordered_map<std::string_view, std::pair<const law::Param*, Support>> params_;
};

// `a and b`, `a or b`, `not a`, carrying what each leans on.
Held both_of(const Held& a, const Held& b);
Held either_of(const Held& a, const Held& b);
Held not_of(Held a);

}  // namespace licit
