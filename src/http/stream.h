#pragma once
// Server-sent events: who listens to what, and one shared buffer for all of them.

#include <atomic>
#include <cstddef>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

namespace knippe::http {

/// Bytes that many connections send; never changed after they are made.
using Shared = std::shared_ptr<const std::string>;

/// A handler that answers with a stream fills this in `Response::stream`.
struct StreamSpec {
  std::string topic;
  /// Called once on the connection's thread when the subscriber is already registered, so that nothing published in between
  /// is missed: render the present state here (or give nothing, when Last-Event-ID says it is known).
  std::function<Shared()> first;
  /// Set to true to end the stream (right withdrawn, session ended); looked at before each batch and each heartbeat.
  std::shared_ptr<const std::atomic<bool>> revoked;
};

/// The switchboard between those who publish and the server's connections. Made before the server; thread-safe.
class Streams {
 public:
  /// Sends the message to everyone on the topic; in the order of the calls when they come from one thread.
  void publish(std::string_view topic, Shared message);
  /// How many listen: ask before rendering, so that nothing is rendered for nobody.
  std::size_t subscriber_count(std::string_view topic) const;
  /// Topics with listeners that start with the prefix, in order.
  std::vector<std::string> topics(std::string_view prefix = {}) const;
  std::size_t total() const;

  /// One thread of a server that has subscribers; only the server calls what follows.
  class Outlet {
   public:
    virtual void deliver(const std::string& topic, Shared message) = 0;

   protected:
    ~Outlet() = default;
  };
  void joined(const std::string& topic, Outlet& outlet);
  void left(const std::string& topic, Outlet& outlet);

 private:
  mutable std::mutex mutex_;
  std::map<std::string, std::map<Outlet*, std::size_t>, std::less<>> topics_;
  std::size_t total_ = 0;
};

/// One event on the wire. An empty id or event name is left out; line breaks in data are handled.
std::string sse_event(std::string_view data, std::string_view id = {}, std::string_view event = {});
/// "retry: N" for the start of a stream.
std::string sse_retry(unsigned milliseconds);

}  // namespace knippe::http
