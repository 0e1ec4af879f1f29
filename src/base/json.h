// Writes JSON. A thin front of RapidJSON, so that every surface lays out its objects the same way:
// keys in the order they are written, two spaces an indent or one line, numbers of the law as exact
// decimal strings, sentences in both languages. Not thread-safe; one writer a document.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "base/date.h"
#include "base/messages.h"
#include "base/number.h"

namespace licit {

enum class JsonStyle : std::uint8_t { Pretty, Line };

class JsonWriter {
 public:
  explicit JsonWriter(JsonStyle style);
  ~JsonWriter();
  JsonWriter(const JsonWriter&) = delete;
  JsonWriter& operator=(const JsonWriter&) = delete;

  void begin_object();
  void end_object();
  void begin_array();
  void end_array();
  void key(std::string_view name);

  // Values. Bytes that are not UTF-8 are replaced, so that the document always is.
  void text(std::string_view value);
  void boolean(bool value);
  void integer(std::int64_t value);
  void null();

  // Key and value at once.
  void field(std::string_view name, std::string_view value);
  void field(std::string_view name, const char* value) { field(name, std::string_view(value)); }
  void field(std::string_view name, bool value);
  void field(std::string_view name, std::int64_t value);
  void field(std::string_view name, Date value);
  void field(std::string_view name, const std::optional<Date>& value);  // null where absent
  void field(std::string_view name, const Number& value);               // exact text, see below
  void field(std::string_view name, const Interval& value);             // {"low", "high", "text"}
  void field(std::string_view name, const Bilingual& value);            // {"en", "fr"}
  void field(std::string_view name, const Text& value);                 // {"en", "fr"}
  void field(std::string_view name, std::span<const std::string> values);
  void begin_object(std::string_view name);
  void begin_array(std::string_view name);

  // The document, without a newline at its end. Only once every object and array is closed.
  std::string take();

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

// The number as a finite decimal ("2368", "2.91") where it has one of at most 18 digits after the
// point, else as a reduced fraction ("1184/407"). Never rounded.
std::string exact_text(const Number& number);

}  // namespace licit
