#include "facts/value.h"

#include <algorithm>
#include <string_view>

#include "base/mapped.h"
#include "base/text.h"

namespace licit {
namespace {

// Quoted where the word would otherwise read as something else inside a list.
std::string in_list(const std::string& word) {
  const bool plain =
      !word.empty() && trimmed(word) == word && word.find_first_of(",;{}\"\\") == std::string::npos;
  if (plain) return word;
  std::string out = "\"";
  for (const char c : word) {
    if (c == '"' || c == '\\') out += '\\';
    out += c;
  }
  return out + "\"";
}

std::string word_of_scalar(const Scalar& scalar) {
  if (const bool* b = std::get_if<bool>(&scalar)) return *b ? "yes" : "no";
  if (const Date* date = std::get_if<Date>(&scalar)) return date->iso();
  return *std::get_if<std::string>(&scalar);
}

std::string braced(const std::vector<std::string>& words) {
  std::string out = "{";
  for (std::size_t i = 0; i < words.size(); ++i) out += (i == 0 ? "" : ", ") + in_list(words[i]);
  return out + "}";
}

template <typename T>
bool same_elements(std::vector<T> a, std::vector<T> b) {
  for (auto* list : {&a, &b}) {
    std::sort(list->begin(), list->end());
    list->erase(std::unique(list->begin(), list->end()), list->end());
  }
  return a == b;
}

}  // namespace

std::string_view word_of(FactType type) {
  switch (type) {
    case FactType::YesNo:
      return "yes-no";
    case FactType::Number:
      return "number";
    case FactType::Date:
      return "date";
    case FactType::Place:
      return "place";
    case FactType::Name:
      return "name";
    case FactType::OneOf:
      return "one-of";
    case FactType::SetOf:
      return "set-of";
  }
  return "name";
}

bool FactValue::is_unknown() const {
  switch (type) {
    case FactType::Number:
      return number.is_anything();
    case FactType::SetOf:
      return !members.has_value();
    default:
      return candidates.empty();
  }
}

bool FactValue::is_settled() const {
  switch (type) {
    case FactType::Number:
      return number.is_point();
    case FactType::SetOf:
      return members.has_value();
    default:
      return candidates.size() == 1;
  }
}

std::string FactValue::text() const {
  if (is_unknown()) return "?";
  if (type == FactType::Number) return unit.empty() ? number.text() : number.text() + " " + unit;
  if (type == FactType::SetOf) return members->empty() ? "none" : braced(*members);
  if (candidates.size() == 1) return word_of_scalar(candidates.front());
  return braced(mapped(candidates, word_of_scalar));
}

bool FactValue::operator==(const FactValue& other) const {
  if (type != other.type || is_unknown() != other.is_unknown()) return false;
  if (is_unknown()) return true;
  switch (type) {
    case FactType::Number:
      return number == other.number && unit == other.unit;
    case FactType::SetOf:
      return same_elements(*members, *other.members);
    default:
      return same_elements(candidates, other.candidates);
  }
}

FactValue FactValue::unknown(FactType type) {
  FactValue value;
  value.type = type;
  return value;
}

FactValue FactValue::yes_no(bool b, Origin origin) {
  FactValue value = unknown(FactType::YesNo);
  value.candidates = {b};
  value.origin = origin;
  return value;
}

FactValue FactValue::of(FactType type, std::string word, Origin origin) {
  FactValue value = unknown(type);
  value.candidates = {std::move(word)};
  value.origin = origin;
  return value;
}

FactValue FactValue::of(Date date, Origin origin) {
  FactValue value = unknown(FactType::Date);
  value.candidates = {date};
  value.origin = origin;
  return value;
}

FactValue FactValue::of(Interval number, std::string unit, Origin origin) {
  FactValue value = unknown(FactType::Number);
  value.number = number;
  value.unit = std::move(unit);
  value.origin = origin;
  return value;
}

FactValue FactValue::set_of(std::vector<std::string> members, Origin origin) {
  FactValue value = unknown(FactType::SetOf);
  value.members = std::move(members);
  value.origin = origin;
  return value;
}

}  // namespace licit
