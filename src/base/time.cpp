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

unsigned digits(std::string_view text) {
  unsigned value = 0;
  for (const char c : text) value = value * 10 + static_cast<unsigned>(c - '0');
  return value;
}

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

std::optional<Instant> parse_rfc3339(std::string_view text) {
  if (text.size() != 20 || !is_iso_date(text.substr(0, 10)) || text[10] != 'T' || text[13] != ':' || text[16] != ':' || text[19] != 'Z')
    return std::nullopt;
  for (const std::size_t i : {11, 12, 14, 15, 17, 18})
    if (!is_digit(text[i])) return std::nullopt;
  const unsigned hour = digits(text.substr(11, 2)), minute = digits(text.substr(14, 2)), second = digits(text.substr(17, 2));
  if (hour > 23 || minute > 59 || second > 59) return std::nullopt;
  using namespace std::chrono;
  const year_month_day day{year{static_cast<int>(digits(text.substr(0, 4)))}, month{digits(text.substr(5, 2))}, std::chrono::day{digits(text.substr(8, 2))}};
  const auto point = sys_days{day} + hours{hour} + minutes{minute} + seconds{second};
  return Instant{duration_cast<milliseconds>(point.time_since_epoch()).count()};
}

bool is_iso_date(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return false;
  for (const std::size_t i : {0, 1, 2, 3, 5, 6, 8, 9})
    if (!is_digit(text[i])) return false;
  const auto number = [&](std::size_t at, std::size_t count) { return digits(text.substr(at, count)); };
  using namespace std::chrono;
  return year_month_day{year{static_cast<int>(number(0, 4))}, month{number(5, 2)}, day{number(8, 2)}}.ok();
}

}  // namespace knippe
