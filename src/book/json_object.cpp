#include "book/json_object.h"

#include <simdjson.h>

#include "base/text.h"

namespace licit {

namespace ondemand = simdjson::ondemand;

struct JsonObject::Impl {
  explicit Impl(const TableLimits& most) : limits_(most) {}

  bool fail(std::string_view code, Text message, std::size_t at) {
    fault_ = {std::string(code), std::move(message), at};
    return false;
  }

  // Where the parser stands, as a byte of the value; the start where it does not know.
  std::size_t where(ondemand::document& document) const {
    const char* at = nullptr;
    if (document.current_location().get(at) != simdjson::SUCCESS || at == nullptr) return 0;
    const auto offset = at - text_.data();
    return offset >= 0 && static_cast<std::size_t>(offset) <= text_.size()
               ? static_cast<std::size_t>(offset)
               : 0;
  }

  bool read_object(std::string_view value) {
    padded_.assign(value);
    padded_.append(simdjson::SIMDJSON_PADDING, ' ');
    text_ = std::string_view(padded_).substr(0, value.size());
    ondemand::document document;
    if (parser_.iterate(padded_.data(), value.size(), padded_.size()).get(document) !=
        simdjson::SUCCESS)
      return fail("B016", {Msg::BookNotJson, {}}, 0);
    ondemand::object object;
    if (document.get_object().get(object) != simdjson::SUCCESS)
      return fail("B016", {Msg::BookJsonNotObject, {}}, 0);
    if (!read_members(document, object, 0)) return false;
    const std::size_t rest = where(document);
    if (rest > 0 && !trimmed(text_.substr(rest)).empty())
      return fail("B016", {Msg::BookJsonAfterObject, {}}, rest);
    return true;
  }

  bool read_members(ondemand::document& document, ondemand::object& object, int depth) {
    for (auto field : object) {
      ondemand::value value;
      std::string_view key;
      if (field.error() != simdjson::SUCCESS || field.unescaped_key().get(key) != simdjson::SUCCESS)
        return fail("B016", {Msg::BookNotJson, {}}, where(document));
      const std::string name(key);
      if (field.value().get(value) != simdjson::SUCCESS)
        return fail("B016", {Msg::BookNotJson, {}}, where(document));
      if (members_.size() == limits_.columns)
        return fail("B007", {Msg::BookTooManyColumns, {std::to_string(limits_.columns)}},
                    where(document));
      if (!read_value(document, value, name, depth)) return false;
    }
    return true;
  }

  bool read_value(ondemand::document& document, ondemand::value& value, const std::string& name,
                  int depth) {
    const std::string_view token = value.raw_json_token();
    const auto at = static_cast<std::size_t>(token.data() - text_.data());
    ondemand::json_type type{};
    if (value.type().get(type) != simdjson::SUCCESS)
      return fail("B016", {Msg::BookNotJson, {}}, at);
    JsonMember member{.key = name, .text = {}, .is_plain = false, .at = at};
    if (type == ondemand::json_type::object) {
      // {"facts": {"item.tpp": 2000}} and {"set": {...}} hold facts by id.
      const std::string folded = fold(name);
      ondemand::object inner;
      if (depth > 0 || (folded != "facts" && folded != "set") ||
          value.get_object().get(inner) != simdjson::SUCCESS)
        return fail("B017", {Msg::BookJsonNested, {name}}, at);
      return read_members(document, inner, depth + 1);
    }
    if (type == ondemand::json_type::array) {
      ondemand::array array;
      if (value.get_array().get(array) != simdjson::SUCCESS)
        return fail("B016", {Msg::BookNotJson, {}}, at);
      bool any = false;
      for (auto element : array) {
        ondemand::value inner;
        JsonMember part;
        if (element.get(inner) != simdjson::SUCCESS)
          return fail("B016", {Msg::BookNotJson, {}}, where(document));
        if (!read_scalar(inner, part)) return fail("B017", {Msg::BookJsonNested, {name}}, at);
        if (any) member.text += ";";
        any = true;
        member.text += part.text;
      }
      if (!any) member.text = "none";  // an empty list says that there is none
    } else if (!read_scalar(value, member)) {
      return fail("B016", {Msg::BookNotJson, {}}, at);
    }
    if (member.text.size() > limits_.cell)
      return fail("B006", {Msg::BookCellTooLong, {std::to_string(limits_.cell >> 20U) + " MiB"}},
                  at);
    members_.push_back(std::move(member));
    return true;
  }

  static bool read_scalar(ondemand::value& value, JsonMember& member) {
    ondemand::json_type type{};
    if (value.type().get(type) != simdjson::SUCCESS) return false;
    switch (type) {
      case ondemand::json_type::string: {
        std::string_view text;
        if (value.get_string().get(text) != simdjson::SUCCESS) return false;
        member.text = text;
        return true;
      }
      case ondemand::json_type::number: {
        // The digits as written: a number never becomes a binary fraction on its way.
        member.text = trimmed(value.raw_json_token());
        member.is_plain = true;
        double checked = 0;
        return value.get_double().get(checked) == simdjson::SUCCESS;
      }
      case ondemand::json_type::boolean: {
        bool truth = false;
        if (value.get_bool().get(truth) != simdjson::SUCCESS) return false;
        member.text = truth ? "yes" : "no";
        member.is_plain = true;
        return true;
      }
      case ondemand::json_type::null: {
        bool is_null = false;
        return value.is_null().get(is_null) == simdjson::SUCCESS && is_null;
      }
      case ondemand::json_type::array:
      case ondemand::json_type::object:
        break;
    }
    return false;
  }

  TableLimits limits_;
  ondemand::parser parser_;
  std::string padded_;
  std::string_view text_;
  std::vector<JsonMember> members_;
  JsonFault fault_;
};

JsonObject::JsonObject(const TableLimits& limits) : impl_(std::make_unique<Impl>(limits)) {}
JsonObject::~JsonObject() = default;

bool JsonObject::read(std::string_view text) {
  impl_->members_.clear();
  return impl_->read_object(text);
}

std::vector<JsonMember>& JsonObject::members() { return impl_->members_; }
const JsonFault& JsonObject::fault() const { return impl_->fault_; }

}  // namespace licit
