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
      trace_(trace) {}

const ReadFact& FactReader::read(std::string_view id) {
  const auto found = read_.find(id);
  if (found != read_.end()) return found->second;
  // Entered as unknown first, so that facts whose assumptions wait for each other stay unknown.
  const auto entry = read_.emplace(std::string(id), ReadFact{}).first;
  entry->second.id = entry->first;
  ReadFact fact = work_out(entry->first);
  entry->second = std::move(fact);
  return entry->second;
}

bool FactReader::is_known(std::string_view id) {
  const ReadFact& fact = read(id);
  return !fact.assumed && !fact.value.is_unknown();
}

ReadFact FactReader::work_out(std::string_view id) {
  ReadFact read;
  // Only a default makes one role stand in for another, so strict reading asks about the role itself.
  read.id = strict_ ? id : facts_.resolve(id);
  read.decl = index_.fact(read.id);
  if (read.decl == nullptr) read.decl = index_.fact(id);
  if (read.id != id) read.by |= trace_.assume(stand_in(id, read.id));

  const auto own = facts_.all().find(read.id);
  const FactValue* found = own == facts_.all().end() ? nullptr : &own->second;
  const bool usable =
      found != nullptr && !found->is_unknown() && !(strict_ && found->origin == Origin::Default);
  const bool is_computed = read.decl != nullptr && !read.decl->computed.empty();
  if (usable && !(is_computed && found->origin == Origin::Computed)) {
    read.value = *found;
  } else if (is_computed) {
    compute(*read.decl, read);
  } else {
    read.value = FactValue::unknown(read.decl != nullptr ? read.decl->type : FactType::YesNo);
  }
  if (read.value.is_unknown()) {
    if (read.decl != nullptr) read.assumed = assume(*read.decl, read);
  } else if (read.value.origin == Origin::Default) {
    const std::string value = read.value.text();
    read.by |= trace_.assume({std::string(read.id), value, default_reason(read.id, value)});
  }
  if (read.value.confidence == Confidence::Low && !read.assumed) read.by |= trace_.weak(read.id);
  return read;
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

void FactReader::compute(const law::FactDecl& decl, ReadFact& read) {
  const law::Computation* chosen = way_of(decl);
  read.value = FactValue::unknown(decl.type);
  if (chosen == nullptr) return;
  std::optional<FactSet> completed;
  const std::vector<std::string_view> filled = fill_inputs(chosen->function, completed);
  Result<FactValue> value = licit::compute(chosen->function, completed ? *completed : facts_);
  // A product too large to be kept exactly is not known; a limit is never met by overflow.
  if (!value.ok()) return;
  read.value = std::move(value).value();
  for (const std::string_view input : filled) {
    const auto& inputs = read.value.inputs;
    if (std::find(inputs.begin(), inputs.end(), input) != inputs.end()) {
      read.by |= this->read(input).by;
    }
  }
}

// Metrics see assumed inputs as they are assumed, and those that are computed themselves as computed; under strict reading a yes-no input that nobody
// stated may be either. Gives the inputs that were filled in, whose support is the metric's.
std::vector<std::string_view> FactReader::fill_inputs(std::string_view metric,
                                                      std::optional<FactSet>& completed) {
  std::vector<std::string_view> assumed;
  const MetricInfo* info = find_metric(metric);
  if (info == nullptr) return assumed;
  for (const std::string_view input : info->inputs) {
    const law::FactDecl* decl = index_.fact(input);
    const bool is_figure = info->chained && decl != nullptr && !decl->computed.empty();
    if (decl == nullptr || !(decl->missing_means || is_figure)) continue;
    const ReadFact& fact = read(input);
    FactValue value = fact.value;
    if (fact.assumed || (is_figure && !value.is_unknown())) {
      assumed.push_back(input);
    } else if (value.is_unknown() && value.type == FactType::YesNo) {
      value.candidates = {true, false};
    } else {
      continue;
    }
    if (!completed) completed = facts_;
    completed->set(std::string(input), std::move(value));
  }
  return assumed;
}

bool FactReader::assume(const law::FactDecl& decl, ReadFact& read) {
  if (!decl.missing_means || strict_) return false;
  for (const std::string& other : decl.missing_unless_given) {
    if (is_known(other)) return false;
  }
  const FactSpec spec{decl.type, decl.unit, decl.words};
  Result<FactValue> value = parse_value(spec, *decl.missing_means, places_, Spot{decl.id, {}});
  if (!value.ok()) return false;
  read.value = std::move(value).value();
  read.value.origin = Origin::Assumed;
  read.by |= trace_.assume({std::string(read.id), *decl.missing_means, decl.missing_because});
  return true;
}

}  // namespace licit
