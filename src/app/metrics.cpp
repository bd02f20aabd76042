#include "app/metrics.h"

#include <fmt/format.h>

#include <thread>

#include "app/place.h"

namespace knippe::app {
namespace {

class Running final : public Metrics {
 public:
  Running(http::Options options, http::Handler handler) : server_(std::move(options), std::move(handler)) {}
  ~Running() override {
    server_.stop();
    if (thread_.joinable()) thread_.join();
  }
  Status start() {
    TRY_STATUS(server_.listen());
    thread_ = std::thread([this] { server_.run(); });
    return {};
  }

 private:
  http::Server server_;
  std::thread thread_;
};

std::uint64_t value_of(const std::atomic<std::uint64_t>& counter) { return counter.load(std::memory_order_relaxed); }

}  // namespace

std::string metrics_text(const http::Counters& counters) {
  std::string out;
  const auto line = [&](std::string_view name, std::uint64_t value) { out += fmt::format("{} {}\n", name, value); };
  out += "# TYPE knippe_requests_total counter\n";
  for (std::size_t i = 1; i < counters.by_class.size(); ++i)
    line(fmt::format("knippe_requests_total{{class=\"{}xx\"}}", i), value_of(counters.by_class[i]));
  out += "# TYPE knippe_handler_seconds histogram\n";
  std::uint64_t sum = 0;
  for (std::size_t i = 0; i < counters.handler_us.size(); ++i) {
    sum += value_of(counters.handler_us[i]);
    const std::string bound = i < http::Counters::bounds_us.size() ? fmt::format("{}", static_cast<double>(http::Counters::bounds_us[i]) / 1e6) : "+Inf";
    line(fmt::format("knippe_handler_seconds_bucket{{le=\"{}\"}}", bound), sum);
  }
  out += fmt::format("knippe_handler_seconds_sum {}\n", static_cast<double>(value_of(counters.handler_us_sum)) / 1e6);
  line("knippe_handler_seconds_count", sum);
  out += "# TYPE knippe_connections gauge\n";
  line("knippe_connections", value_of(counters.connections));
  out += "# TYPE knippe_streams gauge\n";
  line("knippe_streams", value_of(counters.streams));
  out += "# TYPE knippe_connections_refused_total counter\n";
  line("knippe_connections_refused_total", value_of(counters.by_class[0]));
  out += "# TYPE knippe_streams_cut_total counter\n";
  line("knippe_streams_cut_total", value_of(counters.streams_cut));
  out += "# TYPE knippe_bytes_received_total counter\n";
  line("knippe_bytes_received_total", value_of(counters.bytes_in));
  out += "# TYPE knippe_bytes_sent_total counter\n";
  line("knippe_bytes_sent_total", value_of(counters.bytes_out));
  out += "# TYPE knippe_exceptions_total counter\n";
  line("knippe_exceptions_total", value_of(counters.exceptions));
  return out;
}

Result<std::unique_ptr<Metrics>> start_metrics(const std::string& listen, const http::Server& server,
                                               const Clock& clock) {
  if (listen.empty()) return std::unique_ptr<Metrics>();
  http::Options options;
  options.listen = {TRY(parse_endpoint(listen))};
  options.threads = 1;
  options.clock = &clock;
  auto running = std::make_unique<Running>(std::move(options), [&server](const http::Request& request) {
    if (request.path != "/metrics" || !http::is_read(request.method)) return http::text(404, "not found\n");
    http::Response response = http::text(200, metrics_text(server.counters()));
    response.content_type = "text/plain; version=0.0.4; charset=utf-8";
    return response;
  });
  TRY_STATUS(running->start());
  return running;
}

}  // namespace knippe::app
