#include "decide/narrow.h"

#include <algorithm>

namespace licit {
namespace {

bool is_given(const FactValue* value) { return value != nullptr && value->origin == Origin::Given; }

bool is_within(const Interval& wide, const Interval& narrow) {
  const bool low = !wide.lo || (narrow.lo && *wide.lo <= *narrow.lo);
  return low && (!wide.hi || (narrow.hi && *narrow.hi <= *wide.hi));
}

bool is_within(const FactValue& wide, const FactValue& narrow) {
  if (wide == narrow || wide.is_unknown()) return true;
  if (wide.type != narrow.type || narrow.is_unknown()) return false;
  if (wide.type == FactType::Number) return is_within(wide.number, narrow.number);
  if (wide.type == FactType::SetOf) return false;
  return std::all_of(narrow.candidates.begin(), narrow.candidates.end(), [&](const Scalar& one) {
    return std::find(wide.candidates.begin(), wide.candidates.end(), one) != wide.candidates.end();
  });
}

// Nothing that the wide question rules out is possible in the narrow one.
bool is_within(const Query& wide, const Query& narrow) {
  for (const auto& [fact, value] : wide.candidates.front().all()) {
    if (!is_given(&value)) continue;
    const FactValue* now = narrow.candidates.front().find(fact);
    if (now == nullptr || !is_within(value, *now)) return false;
  }
  const std::vector<std::string>& chips = wide.candidate_ids;
  return std::all_of(narrow.candidate_ids.begin(), narrow.candidate_ids.end(),
                     [&](const std::string& id) {
                       return std::find(chips.begin(), chips.end(), id) != chips.end();
                     });
}

Transaction without(Transaction transaction, std::size_t field) {
  transaction.fields.erase(transaction.fields.begin() + static_cast<std::ptrdiff_t>(field));
  return transaction;
}

// The field that states the fact under another name: without it nothing does.
std::optional<std::size_t> field_that_states(const Engine& engine, const Transaction& transaction,
                                             const std::string& fact) {
  const auto states = [&](const Transaction& one) {
    const auto query = engine.question(one);
    return query.ok() && is_given(query->candidates.front().find(fact));
  };
  if (!states(transaction)) return {};
  for (std::size_t i = 0; i < transaction.fields.size(); ++i) {
    if (!states(without(transaction, i))) return i;
  }
  return {};
}

std::optional<std::size_t> field_of(const Engine& engine, const Transaction& transaction,
                                    const std::string& name) {
  for (std::size_t i = 0; i < transaction.fields.size(); ++i) {
    if (transaction.fields[i].name == name) return i;
  }
  return field_that_states(engine, transaction, name);
}

// What the field at `i` states of other facts than `fact`, each by itself.
Transaction spelled_out(const Engine& engine, const Transaction& transaction, std::size_t i,
                        const std::string& fact) {
  Transaction out = without(transaction, i);
  const auto all = engine.question(transaction);
  const auto rest = engine.question(out);
  if (!all.ok() || !rest.ok()) return out;
  for (const auto& [id, value] : all->candidates.front().all()) {
    if (id == fact || !is_given(&value) || is_given(rest->candidates.front().find(id))) continue;
    out.fields.push_back({id, transaction.fields[i].text, {}});
  }
  return out;
}

}  // namespace

bool is_stated(const Engine& engine, const Transaction& transaction, const std::string& name) {
  return field_of(engine, transaction, name).has_value();
}

Result<Transaction> narrowed(const Engine& engine, const Transaction& transaction,
                             const std::string& name, const std::string& text) {
  const auto wide = engine.question(transaction);
  if (!wide.ok()) return wide.errors();
  Transaction out = transaction;
  std::string before;
  if (const auto field = field_of(engine, transaction, name)) {
    before = transaction.fields[*field].text;
    if (transaction.fields[*field].name == name) {
      out = without(transaction, *field);
    } else {
      out = spelled_out(engine, transaction, *field, name);
    }
  }
  out.fields.push_back({name, text, {}});
  const auto narrow = engine.question(out);
  if (!narrow.ok()) return narrow.errors();
  if (is_within(*wide, *narrow)) return out;
  Diagnostic why;
  why.code = "F041";
  why.message = {Msg::AskContradicts, {text, name, before}};
  return why;
}

}  // namespace licit
