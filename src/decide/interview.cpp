#include "decide/interview.h"

#include <algorithm>
#include <memory>

#include "base/mapped.h"
#include "base/text.h"
#include "decide/exact.h"
#include "decide/exactly.h"
#include "decide/next_question.h"
#include "decide/parts.h"
#include "decide/readings.h"

namespace licit {
namespace {

constexpr std::string_view not_known = "unknown";
// Which chip it is, where the name means several.
constexpr std::string_view chip = "item.chip";

bool is_unknown(const std::string& text) {
  const std::string folded = fold(text);
  return text == "?" || folded == not_known || folded == "inconnu";
}

Need which_chip(const Query& query) {
  Need out;
  out.fact = chip;
  out.type = FactType::Name;
  out.words = query.candidate_ids;
  out.asks = {say(Language::En, Msg::NeedChip, {joined(query.candidate_ids, ", ")}),
              say(Language::Fr, Msg::NeedChip, {joined(query.candidate_ids, ", ")})};
  return out;
}

}  // namespace

Result<Interview> Interview::begin(const Engine& engine, Transaction transaction,
                                   const CheckOptions& options) {
  std::vector<std::string> unknown;
  std::erase_if(transaction.fields, [&](const TransactionField& field) {
    if (!is_unknown(field.text)) return false;
    unknown.push_back(field.name);
    return true;
  });
  Interview out(engine, std::move(transaction), options);
  out.told_.unknown = std::move(unknown);
  std::vector<Diagnostic> problems = out.look();
  if (!problems.empty()) return problems;
  return out;
}

// What the facts so far leave open, and what to ask next.
std::vector<Diagnostic> Interview::look() {
  auto asked = engine_.question(told_.stated, options_);
  if (!asked.ok()) return asked.errors();
  query_ = std::move(asked).value();
  const Query* const query = &query_;
  const LawView law = engine_.law();
  const Date known = query->known.value_or(std::max(query->on, law.pack.header.verified_through));
  const InForce in_force(*law.index, query->on, known, query->knower);
  const Setting setting{in_force, law.places, chosen_readings(in_force, query->readings),
                        query->posture, query->strict};
  const auto judges = mapped(query->candidates, [&](const FactSet& facts) {
    return std::make_unique<Judge>(setting, facts);
  });
  ExactLaw exact(law.compiled, {query->known, query->knower}, query->on);
  std::vector<Judge*> each = mapped(judges, [](const auto& judge) { return judge.get(); });
  const std::vector<Encoded> chips =
      mapped(each, [&](Judge* judge) { return exact.encoded(*judge); });
  possible_.clear();
  const std::vector<Weights> by_chip = mapped(
      chips, [&](const Encoded& one) { return weights_of(exact.law(), exact.moment(), one); });
  bool differ = false;
  for (const Weights weights : by_chip) {
    differ = differ || weights != by_chip.front();
    for (Leaf w = 0; w <= static_cast<Leaf>(Weight::NotSubject); ++w) {
      if (weights >> w & 1) possible_.insert(verdict_of(static_cast<Weight>(w)));
    }
  }
  next_.reset();
  if (settled()) return {};
  Questions questions(exact.law(), exact.moment(), chips, each);
  if (const auto fact = next_question(questions, told_.unknown)) {
    next_ = need_for(*each.front(), *fact, questions.notices());
  } else if (differ &&
             std::find(told_.unknown.begin(), told_.unknown.end(), chip) == told_.unknown.end()) {
    next_ = which_chip(query_);
  }
  return {};
}

Result<bool> Interview::answer(const std::string& text) {
  const Told before = told_;
  const std::string& fact = next_->fact;
  if (is_unknown(text)) {
    told_.unknown.push_back(fact);
  } else if (fact == chip) {
    std::erase_if(told_.stated.fields,
                  [](const TransactionField& field) { return field.name == "item"; });
    told_.stated.fields.push_back({"item", text, {}});
  } else {
    told_.stated.fields.push_back({fact, text, {}});
  }
  std::vector<Diagnostic> problems = look();
  if (!problems.empty()) {
    told_ = before;
    look();
    return problems;
  }
  before_.push_back(before);
  return true;
}

bool Interview::back() {
  if (before_.empty()) return false;
  told_ = std::move(before_.back());
  before_.pop_back();
  look();
  return true;
}

Transaction Interview::transaction() const {
  Transaction out = told_.stated;
  for (const std::string& fact : told_.unknown) {
    if (fact != chip) out.fields.push_back({fact, std::string(not_known), {}});
  }
  return out;
}

}  // namespace licit
