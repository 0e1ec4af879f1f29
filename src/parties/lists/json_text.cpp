#include "parties/lists/json_text.h"

#include <algorithm>

#include "base/party_messages.h"
#include "parties/lists/source_text.h"

namespace licit {

using simdjson::dom::element;
using simdjson::dom::element_type;
using simdjson::dom::object;

Result<element> parse_json(simdjson::dom::parser& parser, std::string_view bytes,
                           const std::string& source) {
  element root;
  const auto error = parser.parse(bytes.data(), bytes.size()).get(root);
  if (error == simdjson::SUCCESS) return root;
  Diagnostic why;
  why.code = "P004";
  why.place.file = source;
  why.message = {msg::ListBrokenJson, {simdjson::error_message(error)}};
  why.help = {{msg::ListCutOffHelp, {}}};
  return why;
}

std::string text_of(const element& value) {
  switch (value.type()) {
    case element_type::STRING:
      return clean(value.get_string().value_unsafe());
    case element_type::INT64:
      return std::to_string(value.get_int64().value_unsafe());
    case element_type::UINT64:
      return std::to_string(value.get_uint64().value_unsafe());
    default:
      return {};
  }
}

std::string text_of(const object& object, std::string_view key) {
  element value;
  return object[key].get(value) == simdjson::SUCCESS ? text_of(value) : std::string();
}

std::vector<std::string> texts_of(const object& object, std::string_view key) {
  element value;
  if (object[key].get(value) != simdjson::SUCCESS) return {};
  if (std::string_view text; value.get(text) == simdjson::SUCCESS) return parts_of(text, "; ");
  std::vector<std::string> out;
  if (value.type() != element_type::ARRAY) return out;
  const simdjson::dom::array list = value.get_array().value_unsafe();
  for (const element one : list) {
    std::string text = text_of(one);
    if (!text.empty()) out.push_back(std::move(text));
  }
  return out;
}

}  // namespace licit
