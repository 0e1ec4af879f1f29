#include "decide/interview.h"

#include <algorithm>
#include <memory>

#include "base/mapped.h"
#include "base/text.h"
#include "decide/exact.h"
#include "decide/exactly.h"
#include "decide/narrow.h"
#include "decide/next_question.h"
#include "decide/parts.h"
#include "decide/readings.h"

namespace licit {
namespace {

constexpr std::string_view not_known = "unknown";
// Which chip it is, where the name means several.
constexpr std::string_view chip = "item.chip";

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

bool is_not_known(const std::string& text) {
  const std::string folded = fold(text);
  return text == "?" || folded == not_known || folded == "inconnu";
}

Result<Interview> Interview::begin(const Engine& engine, Transaction transaction,
                                   const CheckOptions& options) {
  std::vector<std::string> unknown;
  std::erase_if(transaction.fields, [&](const TransactionField& field) {
    if (!is_not_known(field.text)) return false;
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
  const bool chip_unknown =
      std::find(told_.unknown.begin(), told_.unknown.end(), chip) != told_.unknown.end();
  std::vector<std::string> skipped = told_.unknown;
  // What one chip lacks another has: an answer about the item would be said of them all.
  if (each.size() > 1) {
    for (const std::string& fact : questions.facts()) {
      if (fact.starts_with("item.")) skipped.push_back(fact);
    }
  }
  const auto fact = next_question(questions, skipped);
  const bool turns_on_item =
      std::any_of(questions.facts().begin(), questions.facts().end(),
                  [](const std::string& one) { return one.starts_with("item."); });
  if (each.size() > 1 && !chip_unknown && (differ || (!fact && turns_on_item))) {
    next_ = which_chip(query_);
  } else if (fact) {
    next_ = need_for(*each.front(), *fact, questions.notices());
  }
  return {};
}

Result<bool> Interview::answer(const std::string& text) {
  Diagnostic why;
  why.code = "F040";
  why.message = {Msg::AskBadAnswer, {text}};
  if (!next_) return why;
  const Told before = told_;
  const std::string fact = next_->fact;
  const auto is_named = [&](const std::string& word) { return fold(word) == fold(text); };
  if (fact == chip && !is_not_known(text) &&
      std::none_of(next_->words.begin(), next_->words.end(), is_named)) {
    why.help.push_back({Msg::AskChoices, {joined(next_->words, ", ")}});
    return why;
  }
  if (is_not_known(text)) {
    told_.unknown.push_back(fact);
  } else if (fact == chip) {
    std::erase_if(told_.stated.fields,
                  [](const TransactionField& field) { return field.name == "item"; });
    told_.stated.fields.push_back({"item", text, {}});
  } else if (is_stated(engine_, told_.stated, fact)) {
    auto narrower = narrowed(engine_, told_.stated, fact, text);
    if (!narrower.ok()) return narrower.errors();
    told_.stated = std::move(narrower).value();
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
