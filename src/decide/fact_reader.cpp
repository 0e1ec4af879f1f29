#include "decide/fact_reader.h"

#include <algorithm>

#include "base/messages.h"
#include "facts/metrics.h"
#include "facts/value_text.h"

namespace licit {
namespace {

Bilingual both(Msg key, const std::vector<std::string>& arguments = {}) {
  return {say(Language::En, key, arguments), say(Language::Fr, key, arguments)};
}

// Why a default of the command line holds, by fact.
Bilingual default_reason(std::string_view id, const std::string& value) {
  if (id == "transfer.kind") return both(Msg::AssumedKind);
  if (id == "transfer.on") return both(Msg::AssumedToday);
  if (id == "from.place") return both(Msg::AssumedFrom, {value});
  if (id == "item.subject-to-ear") return both(Msg::AssumedSubject);
  if (id == "shipment.departed") return both(Msg::AssumedDeparted);
  return both(Msg::AssumedDefault, {std::string(id), value});
}

// One assumption for a role, however many of its facts are read.
Assumption stand_in(std::string_view id, std::string_view stands_in) {
  const std::string role(id.substr(0, id.find('.')));
  const std::string other(stands_in.substr(0, stands_in.find('.')));
  if (role == "consignee") return {role, other, both(Msg::AssumedConsignee)};
  if (role == "end-user") return {role, other, both(Msg::AssumedEndUser)};
  return {role, other, both(Msg::AssumedStandIn, {role, other})};
}

}  // namespace

FactReader::FactReader(const PackIndex& index, const Places& places, const FactSet& facts,
                       const ChosenReadings& readings, bool strict, Trace& trace)
    : index_(index),
      places_(places),
      facts_(facts),
      readings_(readings),
      strict_(strict),
      trace_(trace),
      read_(index.pack().facts.size(), nullptr) {}

void FactReader::take_over(const FactReader& other, std::uint64_t changed) {
  const auto same = [changed](const ReadFact* fact) {
    return fact != nullptr && (fact->by.choices & changed) == 0;
  };
  for (std::size_t i = 0; i < read_.size(); ++i) {
    if (same(other.read_[i])) read_[i] = other.read_[i];
  }
  for (const auto& [id, fact] : other.others_) {
    if (same(fact)) others_.emplace(id, fact);
  }
}

const ReadFact*& FactReader::slot_of(std::string_view id, std::string_view& kept_id) {
  if (const law::FactDecl* decl = index_.fact(id)) {
    kept_id = decl->id;
    return read_[static_cast<std::size_t>(decl - index_.pack().facts.data())];
  }
  auto found = others_.find(id);
  if (found == others_.end()) found = others_.emplace(std::string(id), nullptr).first;
  kept_id = found->first;
  return found->second;
}

const ReadFact& FactReader::read(std::string_view id) {
  static const FactValue unknown;
  std::string_view kept_id;
  const ReadFact*& slot = slot_of(id, kept_id);
  if (slot != nullptr) return *slot;
  // Entered as unknown first, so that facts whose assumptions wait for each other stay unknown.
  const ReadFact waiting{kept_id, nullptr, unknown, false, {}};
  slot = &waiting;
  const ReadFact& fact = work_out(kept_id);
  slot = &fact;
  return fact;
}

bool FactReader::is_known(std::string_view id) {
  const ReadFact& fact = read(id);
  return !fact.assumed && !fact.value.is_unknown();
}

const ReadFact& FactReader::work_out(std::string_view id) {
  Support by;
  // Only a default makes one role stand in for another, so strict reading asks about the role itself.
  const std::string_view read_id = strict_ ? id : facts_.resolve(id);
  const law::FactDecl* decl = index_.fact(read_id);
  if (decl == nullptr) decl = index_.fact(id);
  if (read_id != id) {
    const std::string_view role = id.substr(0, id.find('.'));
    by |= trace_.assume(role, [&] { return stand_in(id, read_id); });
  }
  const auto own = facts_.all().find(read_id);
  const FactValue* value = own == facts_.all().end() ? nullptr : &own->second;
  const bool usable =
      value != nullptr && !value->is_unknown() && !(strict_ && value->origin == Origin::Default);
  const bool is_computed = decl != nullptr && !decl->computed.empty();
  if (usable && !(is_computed && value->origin == Origin::Computed)) {
    // As it stands.
  } else if (is_computed) {
    value = &values_.emplace_back(compute(*decl, by));
  } else {
    value =
        &values_.emplace_back(FactValue::unknown(decl != nullptr ? decl->type : FactType::YesNo));
  }
  bool assumed = false;
  if (value->is_unknown()) {
    if (auto passes = decl != nullptr ? assume(*decl, read_id, by) : std::nullopt) {
      value = &values_.emplace_back(*std::move(passes));
      assumed = true;
    }
  } else if (value->origin == Origin::Default) {
    by |= trace_.assume(read_id, [&] {
      const std::string text = value->text();
      return Assumption{std::string(read_id), text, default_reason(read_id, text)};
    });
  }
  if (value->confidence == Confidence::Low && !assumed) by |= trace_.weak(read_id);
  return kept_.emplace_back(ReadFact{read_id, decl, *value, assumed, by});
}

const law::Computation* FactReader::way_of(const law::FactDecl& decl) {
  const law::Computation* chosen = nullptr;
  for (const law::Computation& way : decl.computed) {
    if (way.reading.empty()) {
      if (chosen == nullptr) chosen = &way;
      continue;
    }
    trace_.ask_reading(way.reading);
    const auto reading = readings_.find(way.reading);
    if (reading != readings_.end() && reading->second == way.alternative) chosen = &way;
  }
  return chosen;
}

FactValue FactReader::compute(const law::FactDecl& decl, Support& by) {
  const law::Computation* chosen = way_of(decl);
  for (const law::Computation& way : decl.computed) {
    if (!way.reading.empty()) by.choices |= index_.choice(way.reading);
  }
  if (chosen == nullptr) return FactValue::unknown(decl.type);
  std::optional<FactSet> completed;
  const std::vector<std::string_view> filled = fill_inputs(chosen->function, completed, by);
  Result<FactValue> value = licit::compute(chosen->function, completed ? *completed : facts_);
  // A product too large to be kept exactly is not known; a limit is never met by overflow.
  if (!value.ok()) return FactValue::unknown(decl.type);
  for (const std::string_view input : filled) {
    const auto& inputs = value->inputs;
    if (std::find(inputs.begin(), inputs.end(), input) != inputs.end()) by |= read(input).by;
  }
  return std::move(value).value();
}

// Metrics see assumed inputs as they are assumed, and those that are computed themselves as computed; under strict reading a yes-no input that nobody
// stated may be either. Gives the inputs that were filled in, whose support is the metric's.
std::vector<std::string_view> FactReader::fill_inputs(std::string_view metric,
                                                      std::optional<FactSet>& completed,
                                                      Support& by) {
  std::vector<std::string_view> assumed;
  const MetricInfo* info = find_metric(metric);
  if (info == nullptr) return assumed;
  for (const std::string_view input : info->inputs) {
    const law::FactDecl* decl = index_.fact(input);
    const bool is_figure = info->chained && decl != nullptr && !decl->computed.empty();
    if (decl == nullptr || !(decl->missing_means || is_figure)) continue;
    const ReadFact& fact = read(input);
    by.choices |= fact.by.choices;
    const bool figured = is_figure && !fact.value.is_unknown();
    const bool may_be_either = fact.value.is_unknown() && fact.value.type == FactType::YesNo;
    if (fact.assumed || figured) {
      assumed.push_back(input);
    } else if (!may_be_either) {
      continue;
    }
    FactValue value = fact.value;
    if (!fact.assumed && !figured) value.candidates = {true, false};
    if (!completed) completed = facts_;
    completed->set(std::string(input), std::move(value));
  }
  return assumed;
}

std::optional<FactValue> FactReader::assume(const law::FactDecl& decl, std::string_view read_id,
                                            Support& by) {
  if (!decl.missing_means || strict_) return {};
  for (const std::string& other : decl.missing_unless_given) {
    const bool known = is_known(other);
    by.choices |= read(other).by.choices;
    if (known) return {};
  }
  const FactSpec spec{decl.type, decl.unit, decl.words};
  Result<FactValue> parsed = parse_value(spec, *decl.missing_means, places_, Spot{decl.id, {}});
  if (!parsed.ok()) return {};
  std::optional<FactValue> value = std::move(parsed).value();
  value->origin = Origin::Assumed;
  by |= trace_.assume(read_id, [&] {
    return Assumption{std::string(read_id), *decl.missing_means, decl.missing_because};
  });
  return value;
}

}  // namespace licit
