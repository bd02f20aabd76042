#pragma once
// One thread's worth of server, without a word of Asio.

#include <cstdint>
#include <memory>

#include "base/result.h"
#include "http/service.h"

namespace knippe::http {

class Loop {
 public:
  virtual ~Loop() = default;
  /// Listens; the port of an endpoint with port 0 is written back. Others may listen on the same port.
  virtual Status listen(Endpoint& endpoint) = 0;
  /// Returns when stopped and empty.
  virtual void run() = 0;
  /// From any thread.
  virtual void stop() = 0;
};

std::unique_ptr<Loop> make_loop(Service& service);
/// Fails when someone else listens there; loops of one server share their ports, so they would not notice.
Status probe(const Endpoint& endpoint);

}  // namespace knippe::http
