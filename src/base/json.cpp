#include "base/json.h"

#include <rapidjson/prettywriter.h>
#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <variant>

#include "base/text.h"

namespace licit {
namespace {

using Pretty = rapidjson::PrettyWriter<rapidjson::StringBuffer>;
using Line = rapidjson::Writer<rapidjson::StringBuffer>;

rapidjson::SizeType size_of(std::string_view text) {
  return static_cast<rapidjson::SizeType>(text.size());
}

}  // namespace

struct JsonWriter::Impl {
  explicit Impl(JsonStyle style) {
    if (style == JsonStyle::Pretty) {
      writer.emplace<Pretty>(buffer).SetIndent(' ', 2);
    } else {
      writer.emplace<Line>(buffer);
    }
  }
  template <typename F>
  void with(F f) {
    if (auto* pretty = std::get_if<Pretty>(&writer)) {
      f(*pretty);
    } else if (auto* line = std::get_if<Line>(&writer)) {
      f(*line);
    }
  }

  rapidjson::StringBuffer buffer;
  std::variant<std::monostate, Pretty, Line> writer;
};

JsonWriter::JsonWriter(JsonStyle style) : impl_(std::make_unique<Impl>(style)) {}
JsonWriter::~JsonWriter() = default;

void JsonWriter::begin_object() {
  impl_->with([](auto& w) { w.StartObject(); });
}
void JsonWriter::end_object() {
  impl_->with([](auto& w) { w.EndObject(); });
}
void JsonWriter::begin_array() {
  impl_->with([](auto& w) { w.StartArray(); });
}
void JsonWriter::end_array() {
  impl_->with([](auto& w) { w.EndArray(); });
}
void JsonWriter::key(std::string_view name) {
  impl_->with([&](auto& w) { w.Key(name.data(), size_of(name)); });
}

void JsonWriter::text(std::string_view value) {
  if (!is_valid_utf8(value)) {
    const std::string repaired = latin1_to_utf8(value);
    impl_->with([&](auto& w) { w.String(repaired.data(), size_of(repaired)); });
    return;
  }
  // An empty view may hold a null pointer, which RapidJSON refuses.
  impl_->with([&](auto& w) { w.String(value.empty() ? "" : value.data(), size_of(value)); });
}
void JsonWriter::boolean(bool value) {
  impl_->with([&](auto& w) { w.Bool(value); });
}
void JsonWriter::integer(std::int64_t value) {
  impl_->with([&](auto& w) { w.Int64(value); });
}
void JsonWriter::null() {
  impl_->with([](auto& w) { w.Null(); });
}

void JsonWriter::field(std::string_view name, std::string_view value) {
  key(name);
  text(value);
}
void JsonWriter::field(std::string_view name, bool value) {
  key(name);
  boolean(value);
}
void JsonWriter::field(std::string_view name, std::int64_t value) {
  key(name);
  integer(value);
}
void JsonWriter::field(std::string_view name, Date value) { field(name, value.iso()); }
void JsonWriter::field(std::string_view name, const std::optional<Date>& value) {
  key(name);
  if (value) {
    text(value->iso());
  } else {
    null();
  }
}
void JsonWriter::field(std::string_view name, const Number& value) {
  field(name, exact_text(value));
}
void JsonWriter::field(std::string_view name, const Interval& value) {
  begin_object(name);
  const auto end = [&](std::string_view which, const std::optional<Number>& n) {
    key(which);
    if (n) {
      text(exact_text(*n));
    } else {
      null();
    }
  };
  end("low", value.lo);
  end("high", value.hi);
  field("text", value.text());
  end_object();
}
void JsonWriter::field(std::string_view name, const Bilingual& value) {
  begin_object(name);
  field("en", value.en);
  field("fr", value.fr);
  end_object();
}
void JsonWriter::field(std::string_view name, const Text& value) {
  field(name, Bilingual{value.in(Language::En), value.in(Language::Fr)});
}
void JsonWriter::field(std::string_view name, std::span<const std::string> values) {
  begin_array(name);
  for (const std::string& value : values) text(value);
  end_array();
}
void JsonWriter::begin_object(std::string_view name) {
  key(name);
  begin_object();
}
void JsonWriter::begin_array(std::string_view name) {
  key(name);
  begin_array();
}

std::string JsonWriter::take() {
  std::string document(impl_->buffer.GetString(), impl_->buffer.GetSize());
  impl_->buffer.Clear();
  return document;
}

std::string exact_text(const Number& number) {
  std::int64_t rest = number.den();
  int twos = 0, fives = 0;
  for (; rest % 2 == 0; rest /= 2) ++twos;
  for (; rest % 5 == 0; rest /= 5) ++fives;
  const int places = std::max(twos, fives);
  if (rest == 1 && places <= 18) return number.decimal(places);
  return std::to_string(number.num()) + "/" + std::to_string(number.den());
}

}  // namespace licit
