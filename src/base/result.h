// A value, or the diagnostics that say why there is none. The library's functions return this and
// never throw; a caller must look before it takes the value.
#pragma once

#include <utility>
#include <variant>
#include <vector>

#include "base/diagnostic.h"

namespace licit {

template <typename T>
class [[nodiscard]] Result {
 public:
  Result(T value) : content_(std::move(value)) {}  // NOLINT: a value is a result
  Result(Diagnostic why) : content_(std::vector<Diagnostic>{std::move(why)}) {}  // NOLINT
  Result(std::vector<Diagnostic> why) : content_(std::move(why)) {}              // NOLINT

  bool ok() const { return content_.index() == 0; }
  explicit operator bool() const { return ok(); }

  // Only where ok().
  const T& value() const& { return *std::get_if<0>(&content_); }
  T& value() & { return *std::get_if<0>(&content_); }
  T&& value() && { return std::move(*std::get_if<0>(&content_)); }
  const T* operator->() const { return std::get_if<0>(&content_); }
  const T& operator*() const& { return value(); }

  // Only where not ok(); never empty then.
  const std::vector<Diagnostic>& errors() const { return *std::get_if<1>(&content_); }

 private:
  std::variant<T, std::vector<Diagnostic>> content_;
};

}  // namespace licit
