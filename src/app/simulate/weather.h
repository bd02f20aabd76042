#pragma once
// The network of a hall, seeded: what becomes of each request of a phone.

#include <cstdint>

#include "base/random.h"
#include "http/client.h"

namespace knippe::app {

class Weather {
 public:
  explicit Weather(std::uint64_t seed) : random_(seed) {}

  /// Every fourth request or so breaks somewhere.
  http::Cut next_cut();
  /// Whether a phone sends again what it already has an answer to, as a browser does that is woken with a form under way.
  bool sends_again() { return random_.below(8) == 0; }
  /// How long a phone is away after a line broke.
  unsigned away_ms() { return static_cast<unsigned>(random_.below(200)); }

 private:
  SeededRandom random_;
};

}  // namespace knippe::app
