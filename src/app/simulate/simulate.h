#pragma once
// `knippe simulate`: a whole workshop over HTTP, played by tables that never wait for the clock. It keeps an account of every
// acknowledged contribution and compares it with the published result bundle.

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "base/result.h"

namespace knippe::app {

struct SimulateOptions {
  std::string url = "http://localhost:8080";
  unsigned groups = 10;
  unsigned people = 50;
  std::filesystem::path data;
  std::filesystem::path token_file;
  std::uint64_t seed = 1;
  unsigned threads = 16;
  bool alone = false;  ///< each person ranks alone before the group
  bool flaky = false;  ///< phones lose lines, fall asleep, send again and come back as a herd
  bool canary = false; ///< expect what cannot be, to show that the check finds it
};

/// What the tables of a play write, used in turn, and how fast they do it.
struct Cast {
  std::string title, place;
  std::vector<std::string> groups, supplements, measures, notes;
  unsigned pause_ms = 0;  ///< mean pause of a phone before it does something; 0: none
};

/// Where a workshop that is being played can be seen: paths on the server.
struct Scene {
  std::string room, code, desk, projector, report;
};

/// Plays one workshop marked as simulated from joining to the published report, by the cast, at its pace. `begun` is called as
/// soon as it can be looked at. Needs `options.data` or a token file; counts nothing.
Status perform(const SimulateOptions& options, const Cast& cast, const std::function<void(const Scene&)>& begun = {});

/// Prints one JSON line; 0 when everything acknowledged is in the result exactly once, 1 when not, 2 when it could not be played.
int simulate(const SimulateOptions& options);

}  // namespace knippe::app
