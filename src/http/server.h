#pragma once
// The front door. One thread per loop; readers are answered there, writers by a bounded pool of workers.

#include <cstdint>
#include <memory>
#include <vector>

#include "base/result.h"
#include "http/options.h"

namespace knippe::http {

class Server {
 public:
  /// The handler is called from many threads at once: GET and HEAD on a loop's thread (must not wait), others on a worker
  /// unless Options::may_wait says that they do not wait.
  Server(Options options, Handler handler, std::shared_ptr<Streams> streams = std::make_shared<Streams>());
  ~Server();
  Server(const Server&) = delete;
  Server& operator=(const Server&) = delete;

  /// Raises RLIMIT_NOFILE, binds and listens. `http.listen` names the address that could not be had.
  Status listen();
  /// The ports listened on, in the order of Options::listen; known after listen().
  std::vector<std::uint16_t> ports() const;
  /// Serves until stop(); returns when the last connection is gone or the bound has passed.
  void run();
  /// From any thread, at any time, any number of times: no new connections, requests in flight are finished, streams end.
  void stop();

  Streams& streams();
  const Counters& counters() const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace knippe::http
