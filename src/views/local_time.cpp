#include "views/local_time.h"

#include <fmt/format.h>
#include <unicode/basictz.h>
#include <unicode/timezone.h>

#include <chrono>
#include <map>
#include <memory>

#include "views/lang.h"

namespace knippe::views {
namespace {

constexpr std::size_t zones_kept = 64;

std::unique_ptr<icu::TimeZone> make_zone(std::string_view name) {
  const auto id = icu::UnicodeString::fromUTF8(icu::StringPiece(name.data(), static_cast<std::int32_t>(name.size())));
  std::unique_ptr<icu::TimeZone> zone(icu::TimeZone::createTimeZone(id));
  if (*zone == icu::TimeZone::getUnknown()) zone.reset(icu::TimeZone::getGMT()->clone());
  return zone;
}

/// Making a zone costs microseconds, so each thread keeps those it has met.
const icu::TimeZone& find_zone(std::string_view name) {
  thread_local std::map<std::string, std::unique_ptr<icu::TimeZone>, std::less<>> kept;
  if (const auto found = kept.find(name); found != kept.end()) return *found->second;
  if (kept.size() >= zones_kept) kept.clear();
  return *kept.emplace(name, make_zone(name)).first->second;
}

std::int64_t offset_ms(Instant instant, std::string_view zone) {
  std::int32_t raw = 0, summer = 0;
  UErrorCode status = U_ZERO_ERROR;
  find_zone(zone).getOffset(static_cast<UDate>(instant.ms), false, raw, summer, status);
  return std::int64_t{raw} + summer;
}

}  // namespace

LocalTime local_time(Instant instant, std::string_view zone) {
  using namespace std::chrono;
  const sys_time<milliseconds> shown{milliseconds(instant.ms + offset_ms(instant, zone))};
  const sys_days day = floor<days>(shown);
  const year_month_day date(day);
  const hh_mm_ss clock(shown - day);
  return {static_cast<int>(date.year()),
          static_cast<unsigned>(date.month()),
          static_cast<unsigned>(date.day()),
          weekday(day).c_encoding(),
          static_cast<int>(clock.hours().count()),
          static_cast<int>(clock.minutes().count())};
}

std::string iso_date(Instant instant, std::string_view zone) {
  const LocalTime local = local_time(instant, zone);
  return fmt::format("{:04}-{:02}-{:02}", local.year, local.month, local.day);
}

std::string clock_text(Instant instant, std::string_view zone) {
  const LocalTime local = local_time(instant, zone);
  return fmt::format("{:02}:{:02}", local.hour, local.minute);
}

std::optional<Instant> instant_of(std::string_view date, std::string_view time, std::string_view zone) {
  using namespace std::chrono;
  if (!is_iso_date(date) || time.size() != 5 || time[2] != ':') return std::nullopt;
  const auto digits = [](std::string_view text) {
    int number = 0;
    for (const char c : text) number = c >= '0' && c <= '9' && number >= 0 ? number * 10 + (c - '0') : -1;
    return number;
  };
  const int hour = digits(time.substr(0, 2)), minute = digits(time.substr(3));
  if (hour < 0 || hour > 23 || minute < 0 || minute > 59) return std::nullopt;
  const auto part = [&](std::size_t at) { return static_cast<unsigned>(digits(date.substr(at, 2))); };
  const sys_days day = year(digits(date.substr(0, 4))) / month(part(5)) / std::chrono::day(part(8));
  const auto shown = day + hours(hour) + minutes(minute);
  const std::int64_t local_ms = duration_cast<milliseconds>(shown.time_since_epoch()).count();
  // The offset at the first guess corrects the second; around a change of clocks either reading is right.
  Instant guess{local_ms - offset_ms({local_ms}, zone)};
  return Instant{local_ms - offset_ms(guess, zone)};
}

bool is_time_zone(std::string_view zone) {
  if (zone.empty()) return false;
  const auto id = icu::UnicodeString::fromUTF8(icu::StringPiece(zone.data(), static_cast<std::int32_t>(zone.size())));
  const std::unique_ptr<icu::TimeZone> made(icu::TimeZone::createTimeZone(id));
  return *made != icu::TimeZone::getUnknown();
}

}  // namespace knippe::views
