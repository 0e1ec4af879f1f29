#include "decide/moved.h"

#include <algorithm>

#include "base/text.h"
#include "decide/exact.h"

namespace licit {
namespace {

bool states(const Transaction& transaction, std::string_view field) {
  return std::any_of(
      transaction.fields.begin(), transaction.fields.end(),
      [&](const TransactionField& one) { return one.name == field && !trimmed(one.text).empty(); });
}

std::string class_of(const Answer& answer) {
  const Classification& c = answer.classification;
  return c.selected.empty() ? joined(c.may_be, "|") : c.selected;
}

// The requirements that stand, else those that an exception overcomes.
std::vector<std::string> standing(const Answer& answer) {
  std::vector<std::string> out;
  for (const Outcome outcome : {Outcome::Required, Outcome::Excepted}) {
    for (const Requirement& one : answer.requirements) {
      if (one.outcome == outcome) out.push_back(one.citation.provision);
    }
    if (!out.empty()) break;
  }
  return out;
}

class Asking {
 public:
  Asking(const AskedSide& side, const Transaction& transaction)
      : side_(side), transaction_(transaction), options_(side.options) {
    options_.detail = verdict_only;
    const bool has_hq = states(transaction, "hq") || states(transaction, "buyer-hq") ||
                        states(transaction, "parent-hq") || states(transaction, "buyer.hq") ||
                        states(transaction, "buyer.parent-hq");
    follows_ = !has_hq;
    // Each chip has its own figures; what is stated of an item is for the statements.
    std::erase_if(transaction_.fields, [](const TransactionField& field) {
      return field.name == "item" || field.name.starts_with("item.");
    });
  }

  // The answer itself, and its verdict alone: the same one, many times cheaper.
  Result<Answer> ask(const std::string& chip, const std::string& to) const {
    return side_.engine.check(of(chip, to), options_);
  }
  Result<Verdict> verdict(const std::string& chip, const std::string& to) const {
    const auto query = side_.engine.question(of(chip, to), options_);
    if (!query.ok()) return query.errors();
    const Posed posed = side_.engine.pose(*query);
    return verdict_where(*posed.law, *posed.moment, posed.chip());
  }

 private:
  Transaction of(const std::string& chip, const std::string& to) const {
    Transaction asked = transaction_;
    asked.fields.push_back({"item", chip, {}});
    asked.fields.push_back({"on", side_.on.iso(), {}});
    if (!to.empty()) asked.fields.push_back({"to", to, {}});
    if (!to.empty() && follows_) asked.fields.push_back({"hq", to, {}});
    return asked;
  }

  const AskedSide& side_;
  Transaction transaction_;
  CheckOptions options_;
  bool follows_ = false;
};

}  // namespace

Result<Moved> moved_chips(const AskedSide& before, const AskedSide& after,
                          const Transaction& transaction,
                          const std::vector<std::vector<std::string>>& destinations) {
  const Asking was(before, transaction);
  const Asking is(after, transaction);
  // The destination that was stated, with its headquarters, is a group of one.
  std::vector<std::vector<std::string>> groups = destinations;
  const bool stated = states(transaction, "to") || states(transaction, "to.place");
  if (stated || groups.empty()) groups = {{std::string()}};
  Moved out;
  for (const Chip& chip : after.engine.catalogue().chips()) {
    ++out.asked;
    std::vector<MovedChip> of_chip;
    for (const std::vector<std::string>& places : groups) {
      const auto a = was.verdict(chip.id, places.front());
      const auto b = is.verdict(chip.id, places.front());
      if (!a.ok()) return a.errors();
      if (!b.ok()) return b.errors();
      const bool is_first = &places == &groups.front();
      auto same = std::find_if(of_chip.begin(), of_chip.end(), [&](const MovedChip& one) {
        return one.before == *a && one.after == *b;
      });
      const bool is_new = *a != *b && same == of_chip.end();
      if (is_first || is_new) {
        const auto before_answer = was.ask(chip.id, places.front());
        const auto after_answer = is.ask(chip.id, places.front());
        if (!before_answer.ok()) return before_answer.errors();
        if (!after_answer.ok()) return after_answer.errors();
        if (is_first && class_of(*before_answer) != class_of(*after_answer)) {
          out.classes.push_back(
              {chip.id, chip.name, class_of(*before_answer), class_of(*after_answer)});
        }
        if (is_new) {
          of_chip.push_back(
              {chip.id, chip.name, *a, *b, {}, standing(*before_answer), standing(*after_answer)});
          same = std::prev(of_chip.end());
        }
      }
      if (*a == *b || places.front().empty()) continue;
      same->places.insert(same->places.end(), places.begin(), places.end());
    }
    for (MovedChip& one : of_chip) {
      std::sort(one.places.begin(), one.places.end());
      out.chips.push_back(std::move(one));
    }
  }
  return out;
}

}  // namespace licit
