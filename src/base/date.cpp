#include "base/date.h"

#include <chrono>
#include <cstdio>

namespace licit {
namespace chr = std::chrono;

std::optional<Date> Date::from_ymd(int year, int month, int day) {
  if (year < 1900 || year > 2199 || month < 1 || month > 12 || day < 1 || day > 31) return {};
  const chr::year_month_day ymd{chr::year{year}, chr::month{static_cast<unsigned>(month)},
                                chr::day{static_cast<unsigned>(day)}};
  if (!ymd.ok()) return {};
  return Date(static_cast<std::int32_t>(chr::sys_days{ymd}.time_since_epoch().count()));
}

std::optional<Date> Date::parse(std::string_view iso) {
  if (iso.size() != 10 || iso[4] != '-' || iso[7] != '-') return {};
  auto digits = [&](std::size_t at, std::size_t n) {
    int value = 0;
    for (std::size_t i = at; i < at + n; ++i) {
      if (iso[i] < '0' || iso[i] > '9') return -1;
      value = value * 10 + (iso[i] - '0');
    }
    return value;
  };
  return from_ymd(digits(0, 4), digits(5, 2), digits(8, 2));
}

Date Date::today() {
  const auto now = chr::floor<chr::days>(chr::system_clock::now());
  return Date(static_cast<std::int32_t>(now.time_since_epoch().count()));
}

std::string Date::iso() const {
  const chr::year_month_day ymd{chr::sys_days{chr::days{days_}}};
  char buffer[16];
  std::snprintf(buffer, sizeof buffer, "%04d-%02u-%02u", static_cast<int>(ymd.year()),
                static_cast<unsigned>(ymd.month()), static_cast<unsigned>(ymd.day()));
  return buffer;
}

}  // namespace licit
