#pragma once
// `knippe demo`: a server on a temporary folder, with one finished workshop and one that simulated tables work in at a pace that can
// be watched. Everything in it is marked as simulated; nothing is left behind.

#include <string>

namespace knippe::app {

struct DemoOptions {
  std::string listen = "127.0.0.1:8080";
  bool lan = false;
  std::string public_url;
  unsigned pause_ms = 1500;
};

/// Runs until SIGTERM or Ctrl-C, then removes the folder. Returns the process's exit code.
int demo(const DemoOptions& options);

}  // namespace knippe::app
