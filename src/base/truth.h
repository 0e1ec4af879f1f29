// Kleene's three truths. A condition on partly known facts is yes, no or unknown; unknown is an
// answer of its own and never a default. Tables: docs/semantics.md.
#pragma once

#include <string_view>

namespace licit {

enum class Truth { No = 0, Unknown = 1, Yes = 2 };

constexpr Truth truth_of(bool b) { return b ? Truth::Yes : Truth::No; }
constexpr Truth operator&&(Truth a, Truth b) { return a < b ? a : b; }
constexpr Truth operator||(Truth a, Truth b) { return a < b ? b : a; }
constexpr Truth operator!(Truth a) { return static_cast<Truth>(2 - static_cast<int>(a)); }

// "yes", "no", "unknown": the words of the law language and of JSON, never translated.
constexpr std::string_view word_of(Truth t) {
  return t == Truth::Yes ? "yes" : t == Truth::No ? "no" : "unknown";
}

}  // namespace licit
