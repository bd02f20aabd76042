#pragma once
// A measure is one kind of thing, wherever it was decided.

#include <boost/describe.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "base/id.h"
#include "base/time.h"
#include "domain/measure/follow_up.h"

namespace knippe::domain {

/// Something to do at home: after a workshop, or after an answer in a case (which has neither group nor key).
struct Measure {
  MeasureId id;
  GroupNumber group;
  KeyId key;          ///< 0: none in particular
  std::string text;   ///< empty when erased
  std::string owner;  ///< may be empty
  std::string date;   ///< "YYYY-MM-DD" or empty
  bool deleted = false;
  Instant planned_at;
  std::vector<FollowUp> answers;  ///< to "Hvordan gikk det?", oldest first
  bool operator==(const Measure&) const = default;
};
BOOST_DESCRIBE_STRUCT(Measure, (), (id, group, key, text, owner, date, deleted, planned_at, answers))

/// A dated step on a measure's way.
struct Milestone {
  std::string text;  ///< empty when erased
  std::string date;  ///< "YYYY-MM-DD"
  bool reached = false;
  Instant reached_at;
  bool operator==(const Milestone&) const = default;
};
BOOST_DESCRIBE_STRUCT(Milestone, (), (text, date, reached, reached_at))

/// Not reached the day after its date. `today` is the calendar date in the room's time zone.
inline bool is_overdue(const Milestone& milestone, std::string_view today) { return !milestone.reached && milestone.date < today; }

}  // namespace knippe::domain
