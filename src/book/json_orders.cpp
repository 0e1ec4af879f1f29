// Orders from JSON: an array of objects, objects one after another, or one a line.
#include <simdjson.h>

#include <algorithm>
#include <set>

#include "base/text.h"
#include "book/json_split.h"
#include "book/order_rows.h"

namespace licit {
namespace {

namespace ondemand = simdjson::ondemand;

// One member of an object, before its name is known to mean anything.
struct Member {
  std::string key;
  std::string text;
  bool is_plain = false;
  std::size_t at = 0;  // byte in the value that the object was read from
};

constexpr std::size_t most_unknown = 100;

class JsonOrders final : public OrderRows {
 public:
  JsonOrders(TextFile& file, bool one_a_line, const ColumnNames& names,
             std::span<const std::string> given, const TableLimits& limits)
      : file_(file),
        split_(file, one_a_line, limits.line),
        names_(names),
        given_(given.begin(), given.end()),
        limits_(limits) {}

  Step next(OrderRow& row) override {
    row.cells.clear();
    at_.clear();
    const JsonSplit::Step step = split_.next();
    if (step == JsonSplit::Step::End) return Step::End;
    row.number = ++rows_;
    row.file_line = split_.line();
    if (step == JsonSplit::Step::Bad) {
      problem_ = split_.problem();
      row.file_line = std::max(problem_.place.line, row.file_line);
      return Step::Bad;
    }
    members_.clear();
    if (!read_object()) return Step::Bad;
    if (!settle_names()) return Step::Bad;
    for (const ColumnPlan::Column& column : plan_.used) {
      Member& member = members_[column.index];
      const std::string_view text = trimmed(member.text);
      if (text.empty()) continue;
      row.cells.push_back({column.field, std::string(text), member.is_plain});
      at_.push_back(member.at);
    }
    return Step::Row;
  }

  const Diagnostic& problem() const override { return problem_; }
  Place place_of(std::size_t i) const override { return split_.place_of(at_[i]); }
  std::string source_line_of(std::size_t i) const override { return split_.source_line_of(at_[i]); }

  std::uint64_t bytes_done() const override { return split_.bytes_done(); }

  std::vector<Diagnostic> notes() const override {
    std::vector<Diagnostic> out;
    if (file_.encoding() == Encoding::Latin1) out.push_back(latin1_note(file_));
    const std::vector<std::string> unknown(unknown_.begin(), unknown_.end());
    if (!unknown.empty()) out.push_back(unknown_columns_note(file_.name(), unknown, names_));
    return out;
  }

 private:
  bool fail(std::string_view code, Text message, std::size_t at) {
    problem_ = {
        .code = std::string(code), .place = split_.place_of(at), .message = std::move(message)};
    problem_.source_line = split_.source_line_of(at);
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

  bool read_object() {
    const std::string_view value = split_.value();
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
    Member member{.key = name, .text = {}, .is_plain = false, .at = at};
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
        Member part;
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

  static bool read_scalar(ondemand::value& value, Member& member) {
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

  // The plan of the object before serves again where the keys are the same.
  bool settle_names() {
    std::string keys;
    for (const Member& member : members_) {
      keys += member.key;
      keys += '\0';
    }
    if (keys == planned_keys_ && planned_) return true;
    std::vector<std::string> header;
    std::vector<Place> places;
    for (const Member& member : members_) {
      header.push_back(member.key);
      places.push_back(split_.place_of(member.at));
    }
    if (places.empty()) places.push_back(split_.place_of(0));
    Result<ColumnPlan> plan = plan_columns(header, places, names_, given_);
    planned_ = plan.ok();
    if (!plan) {
      problem_ = plan.errors().front();
      return false;
    }
    plan_ = std::move(plan).value();
    planned_keys_ = std::move(keys);
    for (const std::string& name : plan_.unknown)
      if (unknown_.size() < most_unknown) unknown_.insert(name);
    return true;
  }

  TextFile& file_;
  JsonSplit split_;
  const ColumnNames& names_;
  std::vector<std::string> given_;
  TableLimits limits_;
  ondemand::parser parser_;
  std::string padded_;
  std::string_view text_;
  std::vector<Member> members_;
  ColumnPlan plan_;
  bool planned_ = false;
  std::string planned_keys_;
  std::set<std::string> unknown_;
  std::vector<std::size_t> at_;
  std::uint64_t rows_ = 0;
  Diagnostic problem_;
};

}  // namespace

Result<std::unique_ptr<OrderRows>> open_json_orders(TextFile& file, bool one_a_line,
                                                    const ColumnNames& names,
                                                    std::span<const std::string> given,
                                                    const TableLimits& limits) {
  return std::unique_ptr<OrderRows>(
      std::make_unique<JsonOrders>(file, one_a_line, names, given, limits));
}

}  // namespace licit
