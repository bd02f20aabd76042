#pragma once
// What the clocks of a named time zone show. The rules of the zones are ICU's.

#include <string_view>

#include "base/time.h"

namespace knippe::views {

struct LocalTime {
  int year = 0;
  unsigned month = 1, day = 1;  ///< from 1
  unsigned weekday = 0;         ///< 0 = Sunday
  int hour = 0, minute = 0;
};
/// An unknown zone counts as UTC.
LocalTime local_time(Instant instant, std::string_view zone);

}  // namespace knippe::views
