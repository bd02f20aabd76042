#pragma once
// `knippe serve`: opens the data folder, builds the house from its rooms, serves until told to stop.

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace knippe::app {

inline constexpr const char* version = "0.1.0";

struct ServeOptions {
  std::filesystem::path data = "data";
  std::string listen = "127.0.0.1:8080";
  bool lan = false;
  std::string public_url;
  std::vector<std::string> trusted_proxies;
  std::string metrics_listen;
  bool quiet = false;      ///< no access log
  bool demonstration = false;  ///< lists simulated rooms in public
  bool greeting = true;    ///< prints the address and what to do first
};

/// Returns the process's exit code.
int serve(const ServeOptions& options);

}  // namespace knippe::app
