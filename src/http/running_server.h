#pragma once
// For tests: a real server on 127.0.0.1 and clients of it.

#include <functional>
#include <future>
#include <thread>

#include "base/check.h"
#include "http/client.h"
#include "http/server.h"

namespace knippe::http {

inline constexpr Milliseconds patience{20'000};  ///< far more than anything needs; only a failure waits this long

/// Waits for something another thread does; false when it does not come.
inline bool eventually(const std::function<bool()>& condition) {
  const auto end = std::chrono::steady_clock::now() + patience;
  while (!condition()) {
    if (std::chrono::steady_clock::now() > end) return false;
    std::this_thread::sleep_for(Milliseconds(2));
  }
  return true;
}

class RunningServer {
 public:
  explicit RunningServer(Handler handler, Options options = {}) : server_(local(std::move(options)), std::move(handler)) {
    CHECK(server_.listen().has_value());
    thread_ = std::thread([this] { server_.run(); });
  }
  ~RunningServer() { stop(); }

  void stop() {
    server_.stop();
    if (thread_.joinable()) thread_.join();
  }
  Server& operator*() { return server_; }
  Server* operator->() { return &server_; }
  Client client() { return Client("127.0.0.1", server_.ports()[0], patience); }

 private:
  static Options local(Options options) {
    options.listen = {{"127.0.0.1", 0}};
    if (options.threads == 0) options.threads = 2;
    return options;
  }

  Server server_;
  std::thread thread_;
};

}  // namespace knippe::http
