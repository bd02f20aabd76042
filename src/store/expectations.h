#pragma once
// "Hvor mye tror du at du kan påvirke?", asked of a case's residents before and after. Kept as sums: how many answered 1, 2, … 5, and
// beside them marks that say which browsers have answered. No row holds an answer, a time or an order, and neither table points to the
// other or to a contribution.

#include <vector>

#include "base/digest.h"
#include "base/id.h"
#include "base/result.h"

namespace knippe::store {

class Database;

enum class Moment { entry = 1, exit = 2 };

class Expectations {
 public:
  explicit Expectations(Database& database) : database_(database) {}

  /// Counts `value` (1..5; else bad_input `expectation.value`) unless this mark has answered; the first answer stands.
  Status note(RoomId room, Moment moment, int value, const Digest& mark);
  Result<bool> has_answered(RoomId room, Moment moment, const Digest& mark);
  /// Five counts, of 1 to 5.
  Result<std::vector<int>> counts(RoomId room, Moment moment);

 private:
  Database& database_;
};

}  // namespace knippe::store
