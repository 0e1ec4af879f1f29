#include "decide/pack_index.h"

#include <algorithm>

namespace licit {
namespace {

using Positions = PackIndex::Positions;

template <typename Provision>
std::unordered_map<std::string_view, Positions> by_id(const std::vector<Provision>& provisions) {
  std::unordered_map<std::string_view, Positions> out;
  out.reserve(provisions.size());
  for (std::size_t i = 0; i < provisions.size(); ++i) out[provisions[i].id].push_back(i);
  return out;
}

// In the order in which their first versions stand, so that nothing depends on hashing.
template <typename Provision>
std::vector<Positions> groups(const std::vector<Provision>& provisions,
                              const std::unordered_map<std::string_view, Positions>& ids) {
  std::vector<Positions> out;
  for (std::size_t i = 0; i < provisions.size(); ++i) {
    const Positions& same = ids.at(provisions[i].id);
    if (same.size() > 1 && same.front() == i) out.push_back(same);
  }
  return out;
}

void add_once(Positions& to, std::size_t position) {
  if (std::find(to.begin(), to.end(), position) == to.end()) to.push_back(position);
}

}  // namespace

PackIndex::PackIndex(const law::Pack& pack) : pack_(&pack) {
  index_names();
  index_rules();
  index_defeats();
}

const Positions& PackIndex::at(const ByName& map, std::string_view id) {
  static const Positions none;
  const auto found = map.find(id);
  return found == map.end() ? none : found->second;
}

const law::Source* PackIndex::source(std::string_view id) const {
  const auto found = sources_.find(id);
  return found == sources_.end() ? nullptr : found->second;
}

const law::FactDecl* PackIndex::fact(std::string_view id) const {
  const auto found = facts_.find(id);
  return found == facts_.end() ? nullptr : found->second;
}

void PackIndex::index_names() {
  for (const law::Source& source : pack_->sources) sources_.emplace(source.id, &source);
  for (const law::FactDecl& fact : pack_->facts) facts_.emplace(fact.id, &fact);
  params_ = by_id(pack_->params);
  sets_ = by_id(pack_->sets);
  defines_ = by_id(pack_->defines);
  readings_ = by_id(pack_->readings);
  rules_by_id_ = by_id(pack_->rules);
  defeats_by_id_ = by_id(pack_->defeats);
  versions_.rules = groups(pack_->rules, rules_by_id_);
  versions_.defeats = groups(pack_->defeats, defeats_by_id_);
  versions_.bars = groups(pack_->bars, by_id(pack_->bars));
  versions_.policies = groups(pack_->policies, by_id(pack_->policies));
  versions_.flags = groups(pack_->flags, by_id(pack_->flags));
  versions_.asides = groups(pack_->asides, by_id(pack_->asides));
  versions_.pointers = groups(pack_->pointers, by_id(pack_->pointers));
  versions_.readings = groups(pack_->readings, readings_);
}

void PackIndex::index_rules() {
  links_.resize(pack_->rules.size());
  std::unordered_map<std::string_view, bool> listed;
  for (const law::Precedence& precedence : pack_->precedences) {
    for (const std::string& paragraph : precedence.classes) {
      if (listed.emplace(paragraph, true).second) paragraphs_.push_back(paragraph);
    }
  }
  for (std::size_t i = 0; i < pack_->rules.size(); ++i) {
    const law::Rule& rule = pack_->rules[i];
    const law::Source* from = source(rule.provenance.source);
    links_[i].is_notice = from != nullptr && from->instrument == law::Instrument::Notice;
    for (const std::string& target : rule.overrides) {
      for (const std::size_t overridden : at(rules_by_id_, target)) {
        add_once(links_[overridden].overriders, i);
      }
    }
    switch (rule.outcome) {
      case law::OutcomeKind::Class:
        class_rules_[rule.outcome_name].push_back(i);
        if (listed.emplace(rule.outcome_name, true).second)
          paragraphs_.push_back(rule.outcome_name);
        break;
      case law::OutcomeKind::License:
      case law::OutcomeKind::Prohibited:
        requirements_.push_back(i);
        break;
      case law::OutcomeKind::NoLicense:
        no_license_.push_back(i);
        break;
      case law::OutcomeKind::NotSubject:
      case law::OutcomeKind::NotCovered:
        scope_.push_back(i);
        break;
    }
  }
}

void PackIndex::index_defeats() {
  defeat_overriders_.resize(pack_->defeats.size());
  for (std::size_t i = 0; i < pack_->defeats.size(); ++i) {
    const law::Defeat& defeat = pack_->defeats[i];
    for (const std::string& target : defeat.to) {
      for (const std::size_t rule : at(rules_by_id_, target)) {
        add_once(defeat.kind == law::DefeatKind::Exclusion ? links_[rule].exclusions
                                                           : links_[rule].exceptions,
                 i);
      }
    }
    for (const std::string& target : defeat.overrides) {
      for (const std::size_t overridden : at(defeats_by_id_, target)) {
        add_once(defeat_overriders_[overridden], i);
      }
    }
  }
  for (std::size_t i = 0; i < pack_->bars.size(); ++i) {
    for (const std::string& target : pack_->bars[i].to) {
      for (const std::size_t rule : at(rules_by_id_, target)) add_once(links_[rule].bars, i);
    }
  }
  for (std::size_t i = 0; i < pack_->policies.size(); ++i) {
    for (const std::string& target : pack_->policies[i].for_rules) {
      for (const std::size_t rule : at(rules_by_id_, target)) add_once(links_[rule].policies, i);
    }
  }
}

}  // namespace licit
