#include "parties/owners/json_text.h"

#include "base/text.h"

namespace licit::owners_json {

std::string text_of(ondemand::value value) {
  ondemand::json_type type{};
  if (value.type().get(type) != simdjson::SUCCESS) return {};
  if (type == ondemand::json_type::string) {
    std::string_view text;
    if (value.get_string().get(text) != simdjson::SUCCESS) return {};
    return std::string(text);
  }
  if (type == ondemand::json_type::number) {
    const std::string_view token = value.raw_json_token();
    std::string out(trimmed(token));
    // Numbers with an exponent are no shares.
    return out;
  }
  return {};
}

std::string text_in(ondemand::object& object, std::string_view key) {
  ondemand::value value;
  if (object.find_field_unordered(key).get(value) != simdjson::SUCCESS) return {};
  return text_of(value);
}

std::optional<bool> truth_in(ondemand::object& object, std::string_view key) {
  bool value = false;
  if (object.find_field_unordered(key).get_bool().get(value) != simdjson::SUCCESS) return {};
  return value;
}

std::string truth_word_in(ondemand::object& object, std::string_view key) {
  ondemand::value value;
  ondemand::json_type type{};
  if (object.find_field_unordered(key).get(value) != simdjson::SUCCESS ||
      value.type().get(type) != simdjson::SUCCESS || type == ondemand::json_type::null)
    return {};
  bool truth = false;
  if (type == ondemand::json_type::boolean && value.get_bool().get(truth) == simdjson::SUCCESS)
    return truth ? "yes" : "no";
  if (type == ondemand::json_type::string || type == ondemand::json_type::number)
    return text_of(value);
  return "?";
}

Json::Json(std::string_view bytes) : size_(bytes.size()) {
  padded_.reserve(bytes.size() + simdjson::SIMDJSON_PADDING);
  padded_ = bytes;
  // A byte order mark is none of the document.
  if (bytes.starts_with("\xEF\xBB\xBF")) padded_.replace(0, 3, "   ");
  padded_.append(simdjson::SIMDJSON_PADDING, ' ');
  simdjson::dom::parser parser;
  whole_ = parser.parse(padded_.data(), size_, false).error() == simdjson::SUCCESS;
}

bool Json::each(std::string_view key,
                const std::function<void(ondemand::object, std::size_t)>& each) {
  const char* text = padded_.data();
  ondemand::document document;
  if (!whole_ || parser_.iterate(text, size_, padded_.size()).get(document) != simdjson::SUCCESS)
    return false;
  ondemand::json_type type{};
  if (document.type().get(type) != simdjson::SUCCESS) return false;
  const auto walk = [&](ondemand::array list) {
    for (auto element : list) {
      ondemand::value value;
      ondemand::object object;
      if (element.get(value) != simdjson::SUCCESS) return false;
      const auto at = static_cast<std::size_t>(value.raw_json_token().data() - text);
      if (value.get_object().get(object) != simdjson::SUCCESS) {
        odd_.push_back(at);
        continue;
      }
      each(object, at);
    }
    return true;
  };
  ondemand::array list;
  if (type == ondemand::json_type::array)
    return document.get_array().get(list) == simdjson::SUCCESS && walk(list);
  ondemand::object members;
  if (type != ondemand::json_type::object ||
      document.get_object().get(members) != simdjson::SUCCESS)
    return false;
  // A list that is there twice is read twice: none of its stakes may be lost.
  bool found = false;
  for (auto member : members) {
    std::string_view name;
    if (member.unescaped_key().get(name) != simdjson::SUCCESS) return found;
    if (name != key) continue;
    ondemand::value value;
    if (member.value().get(value) != simdjson::SUCCESS) return found;
    const auto at = static_cast<std::size_t>(value.raw_json_token().data() - text);
    if (value.get_array().get(list) != simdjson::SUCCESS) {
      odd_.push_back(at);
      continue;
    }
    found = walk(list) || found;
  }
  return found;
}

bool is_read(const Json& json, OwnersFile& file) {
  if (json.is_whole()) return true;
  file.complaints.about_file(Severity::Error, "P218", {msg::OwnJsonBroken, {}});
  file.read.format = OwnersFormat::None;
  return false;
}

}  // namespace licit::owners_json
