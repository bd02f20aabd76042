#include "base/time.h"

#include <fmt/format.h>

#include <chrono>

namespace knippe {
namespace {

std::chrono::year_month_day day_of(Instant instant) {
  const std::chrono::sys_time<std::chrono::milliseconds> point{std::chrono::milliseconds{instant.ms}};
  return std::chrono::year_month_day{std::chrono::floor<std::chrono::days>(point)};
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

}  // namespace

Instant SystemClock::now() const {
  const auto since = std::chrono::system_clock::now().time_since_epoch();
  return {std::chrono::duration_cast<std::chrono::milliseconds>(since).count()};
}

std::string utc_date(Instant instant) {
  const auto day = day_of(instant);
  return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(day.year()), static_cast<unsigned>(day.month()),
                     static_cast<unsigned>(day.day()));
}

std::string to_rfc3339(Instant instant) {
  std::int64_t second = (instant.ms / 1000) % 86400;
  if (second < 0) second += 86400;
  return fmt::format("{}T{:02}:{:02}:{:02}Z", utc_date(instant), second / 3600, second / 60 % 60, second % 60);
}

bool is_iso_date(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return false;
  for (const std::size_t i : {0, 1, 2, 3, 5, 6, 8, 9})
    if (!is_digit(text[i])) return false;
  const auto number = [&](std::size_t at, std::size_t count) {
    unsigned value = 0;
    for (std::size_t i = at; i < at + count; ++i) value = value * 10 + static_cast<unsigned>(text[i] - '0');
    return value;
  };
  using namespace std::chrono;
  return year_month_day{year{static_cast<int>(number(0, 4))}, month{number(5, 2)}, day{number(8, 2)}}.ok();
}

}  // namespace knippe
