#pragma once
// What a server is told at start, and what it tells.

#include <array>
#include <atomic>
#include <chrono>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "base/time.h"
#include "http/address.h"
#include "http/request.h"
#include "http/response.h"

namespace knippe::http {

using Milliseconds = std::chrono::milliseconds;

struct Endpoint {
  std::string address = "127.0.0.1";  ///< an IP literal; "0.0.0.0" and "::" mean all
  std::uint16_t port = 8080;          ///< 0: the system chooses, see Server::ports()
};

struct Limits {
  std::size_t target_bytes = 8 * 1024;    ///< → 414
  std::size_t header_bytes = 16 * 1024;   ///< → 431
  std::size_t body_bytes = 64 * 1024;     ///< → 413, when body_limit says nothing else
  std::size_t drain_bytes = 64u << 20;    ///< read and thrown away so that a client in the middle of an upload sees its 413
  std::size_t connections = 0;            ///< 0: as many as file descriptors allow, with some kept back
  std::size_t connections_per_address = 0;  ///< 0: three quarters of all; trusted proxies are not counted
  std::size_t stream_queue = 64;          ///< messages a slow listener may be behind before it is cut
  std::size_t workers = 64;               ///< threads for handlers that may wait (POST, PUT)
  std::size_t worker_queue = 1024;        ///< requests waiting for a worker → 503
};

struct Deadlines {
  Milliseconds header{10'000};  ///< from the first byte to the end of the header → 408
  Milliseconds body{30'000};    ///< from there to the end of the body → 408
  Milliseconds idle{60'000};    ///< an open connection without a request
  Milliseconds write{30'000};   ///< a reply, plus the time its size takes at `slowest`
  std::size_t slowest = 4096;   ///< bytes a second
  std::size_t slowest_upload = 64 * 1024;  ///< bytes a second; what a route takes beyond Limits::body_bytes gives more time for the body
  Milliseconds linger{5'000};   ///< draining after a reply that closes the connection, from the last byte that came
  Milliseconds drain{60'000};   ///< and no longer than this in all
  Milliseconds heartbeat{15'000};
  Milliseconds stop{10'000};    ///< requests in flight when told to stop
  Milliseconds sweep{1'000};    ///< how often deadlines are looked at
};

/// One line of the access log; no query, no full address.
struct AccessLine {
  std::string_view method;
  std::string path;    ///< as Options::redact gives it
  int status = 0;
  std::size_t bytes = 0;
  std::int64_t micros = 0;
  std::string client;  ///< shortened
};

/// Running totals; read them at any time from any thread.
struct Counters {
  static constexpr std::array<std::uint64_t, 12> bounds_us{50, 100, 250, 500, 1'000, 2'500, 5'000, 10'000, 25'000, 100'000, 500'000, 2'500'000};
  std::array<std::atomic<std::uint64_t>, 6> by_class{};  ///< [2] counts 2xx, ..., [0] connections refused
  std::array<std::atomic<std::uint64_t>, bounds_us.size() + 1> handler_us{};  ///< how many took at most bounds_us[i]; the last: longer
  std::atomic<std::uint64_t> handler_us_sum{};
  std::atomic<std::uint64_t> bytes_in{}, bytes_out{};
  std::atomic<std::uint64_t> connections{}, streams{};   ///< open now
  std::atomic<std::uint64_t> streams_cut{};              ///< listeners dropped because they were too slow or revoked
  std::atomic<std::uint64_t> exceptions{};
};

struct Options {
  std::vector<Endpoint> listen{Endpoint{}};
  unsigned threads = 0;                  ///< 0: one per processor, at most 8
  Limits limits;
  Deadlines deadlines;
  std::vector<Network> trusted_proxies;
  bool public_https = false;             ///< the public URL is https: HSTS, and a trusted proxy is assumed to speak it
  bool security_headers = true;
  const Clock* clock = nullptr;          ///< for the Date header; it outlives the server
  /// Body limit of a route; called with the decoded path.
  std::function<std::size_t(Method, std::string_view path)> body_limit;
  /// Whether the handler may wait for this request, and so needs a worker; unset: for every POST and PUT.
  std::function<bool(const Request&)> may_wait;
  /// The page for a status; the request is null when its header could not be read. Also asked when a handler's
  /// answer has a status of 400 or more and no body.
  std::function<Response(int status, const Request*)> error_page;
  std::function<void(const AccessLine&)> access_log;
  std::function<std::string(std::string_view path)> redact;
  /// Troubles an operator should read: exceptions of handlers, accept errors.
  std::function<void(std::string_view)> log;
};

using Handler = std::function<Response(const Request&)>;

}  // namespace knippe::http
