#include "language/ast.h"

#include <algorithm>

namespace licit::law {
namespace {

template <typename T>
const T* find_by_id(const std::vector<T>& all, std::string_view id) {
  const auto found = std::find_if(all.begin(), all.end(), [id](const T& t) { return t.id == id; });
  return found == all.end() ? nullptr : &*found;
}

}  // namespace

std::optional<Date> Source::public_day() const {
  if (announced) return announced;
  if (published) return published;
  return effective;
}

const Source* Pack::find_source(std::string_view id) const { return find_by_id(sources, id); }
const FactDecl* Pack::find_fact(std::string_view id) const { return find_by_id(facts, id); }
const Reading* Pack::find_reading(std::string_view id) const { return find_by_id(readings, id); }

}  // namespace licit::law
