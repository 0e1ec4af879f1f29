// Calendar days. A Date is a count of days since 1970-01-01 in the proleptic Gregorian calendar; law
// changes at midnight of the day written, so nothing finer than a day exists here. Value type.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace licit {

class Date {
 public:
  constexpr Date() = default;
  constexpr explicit Date(std::int32_t days_since_epoch) : days_(days_since_epoch) {}

  // Empty where the calendar has no such day (2023-02-29), or the year is outside 1900..2199.
  static std::optional<Date> from_ymd(int year, int month, int day);
  // Accepts exactly YYYY-MM-DD.
  static std::optional<Date> parse(std::string_view iso);
  // The current day, UTC.
  static Date today();

  constexpr std::int32_t days() const { return days_; }
  std::string iso() const;
  constexpr Date plus_days(std::int32_t n) const { return Date(days_ + n); }
  constexpr auto operator<=>(const Date&) const = default;

 private:
  std::int32_t days_ = 0;
};

}  // namespace licit
