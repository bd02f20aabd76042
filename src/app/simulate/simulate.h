#pragma once
// `knippe simulate`: a whole workshop over HTTP, played by tables that never wait for the clock. It keeps an account of every
// acknowledged contribution and compares it with the published result bundle.

#include <cstdint>
#include <filesystem>
#include <string>

namespace knippe::app {

struct SimulateOptions {
  std::string url = "http://localhost:8080";
  unsigned groups = 10;
  unsigned people = 50;
  std::filesystem::path data;
  std::filesystem::path token_file;
  std::uint64_t seed = 1;
  unsigned threads = 16;
};

/// Prints one JSON line; 0 when everything acknowledged is in the result exactly once, 1 when not, 2 when it could not be played.
int simulate(const SimulateOptions& options);

}  // namespace knippe::app
