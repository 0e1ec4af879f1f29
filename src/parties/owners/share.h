// The share of an entity that somebody holds, as far as it is known: an interval of exact integers.
// A whole entity is 4,200,000,000 parts, so that a millionth of a percent is 42 of them and every
// decimal of six digits, halves, thirds, sevenths and their products are exact; any finer share is
// an interval of two neighbouring parts. Nothing is ever rounded towards a verdict.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/number.h"

namespace licit {

inline constexpr std::uint32_t share_whole = 4'200'000'000U;
inline constexpr std::uint32_t share_percent = share_whole / 100;

struct Share {
  std::uint32_t lo = 0;  // parts, both ends included
  std::uint32_t hi = share_whole;

  static constexpr Share unknown() { return {}; }
  constexpr bool is_unknown() const { return lo == 0 && hi == share_whole; }
  constexpr bool is_exact() const { return lo == hi; }
  bool operator==(const Share&) const = default;

  // "50", "16.67", "25..50", "?" : percent without its sign, at most six decimals, for showing.
  std::string text() const;
};

// Exactly, in percent: 1400000000 parts are 100/3.
Number percent_of(std::int64_t parts);
// What `parts` are in percent, for showing; rounded to `places` decimals.
std::string percent_text(std::uint64_t parts, int places = 6);

enum class ShareFault : std::uint8_t { None, NotAShare, OutOfRange, Reversed };

// What a number without a sign is: 0.6 of a hundred, or of the whole.
enum class ShareUnit : std::uint8_t { Unstated, Percent, Fraction };

struct ReadShare {
  Share share;  // unknown where there is a fault, so that no doubt is lost
  ShareFault fault = ShareFault::None;
};

// "50", "50%", "16.67", "25..50", "25-50", "50..", "..5" , ">50" (more than), ">=50", "<25", "<=25",
// ">25..50" (more than 25, at most 50), "1/3" and "1200/5000" (of the whole), "?" and "" (unknown).
// A comma is read as the decimal mark where there is no point. A number is percent unless it is said to be
// a fraction; a percent sign and a stroke say for themselves.
ReadShare parse_share(std::string_view text, ShareUnit unit = ShareUnit::Unstated);

}  // namespace licit
