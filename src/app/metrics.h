#pragma once
// Prometheus text on a listener of its own; off unless asked for.

#include <memory>
#include <string>

#include "base/result.h"
#include "base/time.h"
#include "http/server.h"

namespace knippe::app {

/// A second, tiny server; stops when destroyed.
class Metrics {
 public:
  virtual ~Metrics() = default;
};

/// Null when `listen` is empty.
Result<std::unique_ptr<Metrics>> start_metrics(const std::string& listen, const http::Server& server,
                                               const Clock& clock);

/// The page: text exposition format 0.0.4.
std::string metrics_text(const http::Counters& counters);

}  // namespace knippe::app
