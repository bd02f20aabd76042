#pragma once
// What becomes of something that was to be done: "Hvordan gikk det?". The same for a workshop's measure and, later, for one of an
// involvement process: each room's events wrap these values.

#include <boost/describe.hpp>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "base/time.h"

namespace knippe::domain {

/// tried: it did not become what was hoped, and something was learned; no worse an end than done.
enum class Progress { planned, under_way, done, stopped, tried };
BOOST_DESCRIBE_ENUM(Progress, planned, under_way, done, stopped, tried)

/// One answer. Earlier ones are kept: the list is the history.
struct FollowUp {
  Progress progress = Progress::planned;
  bool trial = false;     ///< something that is tried out: it may fail
  std::string date;       ///< a new date to be done by, "YYYY-MM-DD"; empty: as before
  bool by_owner = false;  ///< with the owner's link; otherwise typed in by whoever runs the room
  std::string text;       ///< may be empty, or erased
  Instant at;
  bool operator==(const FollowUp&) const = default;
};
BOOST_DESCRIBE_STRUCT(FollowUp, (), (progress, trial, date, by_owner, text, at))

/// Something remains to be done.
bool is_unfinished(Progress progress);
/// Where it stands now; planned when nobody has answered.
Progress progress_of(std::span<const FollowUp> answers);
/// The last date given: in an answer, otherwise as first planned. May be empty.
std::string_view due_date(std::string_view planned, std::span<const FollowUp> answers);
/// Unfinished the day after its date. `today` is the calendar date in the room's time zone.
bool is_overdue(std::string_view planned, std::span<const FollowUp> answers, std::string_view today);
/// The answer with clean text, or why not: `measure.bad_date`, `text.too_long`, `follow_up.too_many`.
Result<FollowUp> checked(FollowUp wanted, std::span<const FollowUp> earlier);

}  // namespace knippe::domain
