#pragma once
// What the report works out of a room's lists under all the other rules, remembered until the room's log grows. It follows from the state alone, so
// that forgetting it changes nothing but the time the next rendering takes.

#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <optional>

#include "base/id.h"
#include "views/other_rules.h"

namespace knippe::web {

class CountedOtherwise {
 public:
  using Found = std::optional<views::OtherRules>;
  /// What was found for the room at `seq`; `work_out` is asked when nothing was. Two at once may both be asked.
  std::shared_ptr<const Found> of(RoomId room, Seq seq, const std::function<Found()>& work_out);

 private:
  struct Known {
    Seq seq;
    std::shared_ptr<const Found> found;
  };
  static constexpr std::size_t most_rooms = 100;
  std::mutex mutex_;
  std::map<RoomId, Known> rooms_;
};

}  // namespace knippe::web
