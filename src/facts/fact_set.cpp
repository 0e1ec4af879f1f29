#include "facts/fact_set.h"

namespace licit {

const FactValue* FactSet::find(std::string_view id) const {
  const auto it = values_.find(resolve(id));
  return it == values_.end() ? nullptr : &it->second;
}

void FactSet::set(std::string id, FactValue value) {
  if (const auto it = aliases_.find(id); it != aliases_.end()) aliases_.erase(it);
  values_.insert_or_assign(std::move(id), std::move(value));
}

void FactSet::erase(std::string_view id) {
  if (const auto it = values_.find(id); it != values_.end()) values_.erase(it);
  if (const auto it = aliases_.find(id); it != aliases_.end()) aliases_.erase(it);
}

void FactSet::alias(std::string id, std::string stands_in) {
  if (id == stands_in) return;
  aliases_.insert_or_assign(std::move(id), std::move(stands_in));
}

std::string_view FactSet::resolve(std::string_view id) const {
  const auto it = aliases_.find(id);
  return it == aliases_.end() ? id : std::string_view(it->second);
}

}  // namespace licit
