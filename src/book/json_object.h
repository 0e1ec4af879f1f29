// One object of JSON as names and texts: what a transaction or an order line is read from. Numbers are
// kept as they are written; lists are joined by semicolons; the members of an object called `facts`
// or `set` stand among the others. Not thread-safe; one reader may read many objects.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/messages.h"
#include "book/table_reader.h"

namespace licit {

struct JsonMember {
  std::string key;
  std::string text;       // empty: null, not given
  bool is_plain = false;  // a number, true or false of JSON, not a text
  std::size_t at = 0;     // byte of the value in the text read
};

// What is wrong, and at which byte: B016 not JSON or no object, B006 a value or B007 an object that is
// too large, B017 a value of a kind that is not read.
struct JsonFault {
  std::string code;
  Text message;
  std::size_t at = 0;
};

class JsonObject {
 public:
  explicit JsonObject(const TableLimits& limits);
  ~JsonObject();
  JsonObject(const JsonObject&) = delete;
  JsonObject& operator=(const JsonObject&) = delete;

  // Reads `text`, one object and nothing behind it; false where that is not what it is.
  bool read(std::string_view text);
  // In the order written; valid until the next read.
  std::vector<JsonMember>& members();
  const JsonFault& fault() const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace licit
