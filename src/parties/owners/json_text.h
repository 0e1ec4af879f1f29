// JSON by simdjson as the readers of owners need it: texts and numbers as they are written, so that
// a share never passes through a binary fraction, and where in the file a value stands.
#pragma once

#include <simdjson.h>

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "parties/owners/formats.h"

namespace licit::owners_json {

namespace ondemand = simdjson::ondemand;

// A text or a number as it is written; empty for null and for what is neither.
std::string text_of(ondemand::value value);
// The same of a member; empty where there is none.
std::string text_in(ondemand::object& object, std::string_view key);
std::optional<bool> truth_in(ondemand::object& object, std::string_view key);
// The same as it is written, be it a text: "true", "no"; empty where nothing is said, "?" for what is no such thing.
std::string truth_word_in(ondemand::object& object, std::string_view key);

// A document that can be walked several times. Only a whole one may be: what is broken is seen before
// anything is read of it, since the walk by itself would find out in the middle of an object.
class Json {
 public:
  explicit Json(std::string_view bytes);
  // JSON from its first byte to its last.
  bool is_whole() const { return whole_; }
  // Each object of the list that the document is, or of the list `key` of the object that it is.
  // `each` gets the object and its byte; what is no object is in `odd`. False where there is no such
  // list.
  bool each(std::string_view key, const std::function<void(ondemand::object, std::size_t)>& each);
  const std::vector<std::size_t>& odd() const { return odd_; }

 private:
  std::string padded_;
  std::size_t size_;
  bool whole_ = false;
  std::vector<std::size_t> odd_;
  ondemand::parser parser_;
};

// Whether the document is whole; where it is not, that is said (P218) and nothing of it is read.
bool is_read(const Json& json, OwnersFile& file);

}  // namespace licit::owners_json
