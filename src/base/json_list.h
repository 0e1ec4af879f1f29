// Arrays of JSON, each in one line where it is written: of values that are written whole, or of objects
// of which only the fields differ.
#pragma once

#include <string_view>

#include "base/json.h"

namespace licit {

// `write(json, element)` writes one value.
template <typename List, typename Write>
void write_each(JsonWriter& json, std::string_view name, const List& list, Write&& write) {
  json.begin_array(name);
  for (const auto& element : list) write(json, element);
  json.end_array();
}

// `fields(element)` writes the fields of one object.
template <typename List, typename Fields>
void write_objects(JsonWriter& json, std::string_view name, const List& list, Fields&& fields) {
  json.begin_array(name);
  for (const auto& element : list) {
    json.begin_object();
    fields(element);
    json.end_object();
  }
  json.end_array();
}

}  // namespace licit
