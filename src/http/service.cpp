#include "http/service.h"

#include <fmt/core.h>

#include <algorithm>
#include <exception>

namespace knippe::http {
namespace {

using SteadyClock = std::chrono::steady_clock;

bool is_blank(const Response& response) {
  return response.status >= 400 && response.content_type.empty() && response.content().empty();
}

void count_duration(Counters& counters, std::int64_t micros) {
  const auto& bounds = Counters::bounds_us;
  const auto at = std::ranges::lower_bound(bounds, static_cast<std::uint64_t>(micros)) - bounds.begin();
  ++counters.handler_us[static_cast<std::size_t>(at)];
  counters.handler_us_sum += static_cast<std::uint64_t>(micros);
}

}  // namespace

Service::Service(Options options_in, Handler handler, std::shared_ptr<Streams> streams_in)
    : options(std::move(options_in)),
      streams(std::move(streams_in)),
      visitors(options.limits.connections, options.limits.connections_per_address),
      workers(options.limits.workers, options.limits.worker_queue),
      handler_(std::move(handler)) {}

bool Service::may_wait(const Request& request) const {
  if (is_read(request.method)) return false;
  return options.may_wait ? options.may_wait(request) : request.method == Method::post || request.method == Method::put;
}

template <class Make>
Response Service::guarded(const Make& make_response) {
  try {
    return make_response();
  } catch (const std::exception& trouble) {
    log(fmt::format("handler failed: {}", trouble.what()));
  } catch (...) {
    log("handler failed: unknown exception");
  }
  ++counters.exceptions;
  return error_status(500);
}

Response Service::ask(const Request& request) {
  return guarded([&] { return handler_(request); });
}

Response Service::make(const MakeAnswer& make_answer) { return guarded(make_answer); }

Response Service::error_page(int status, const Request* request) {
  try {
    if (options.error_page) {
      Response page = options.error_page(status, request);
      page.status = status;
      return page;
    }
  } catch (...) {
    ++counters.exceptions;
    log("the error page itself failed");
  }
  return text(status, fmt::format("{} {}\n", status, reason_phrase(status)));
}

Wire Service::complete(Response response, const Request& request, bool keep_alive, SteadyClock::time_point begin) {
  if (is_blank(response)) {
    Response page = error_page(response.status, &request);
    for (const auto& [name, value] : response.headers) page.headers.add(name, value);
    page.delay = response.delay;
    response = std::move(page);
  }
  Wire wire = finish(std::move(response), &request, keep_alive, options);
  const auto micros = std::chrono::duration_cast<std::chrono::microseconds>(SteadyClock::now() - begin).count();
  count_duration(counters, micros);
  note_reply(&request, wire, micros);
  return wire;
}

Wire Service::refusal(int status, const Request* request, bool keep_alive) {
  return finish(error_page(status, request), request, keep_alive, options);
}

void Service::note_reply(const Request* request, const Wire& wire, std::int64_t micros) {
  ++counters.by_class[static_cast<std::size_t>(wire.status / 100) % counters.by_class.size()];
  if (!options.access_log) return;
  AccessLine line{.method = "-", .path = "-", .status = wire.status, .bytes = wire.size(), .micros = micros, .client = "-"};
  if (request) {
    line.method = request->method_name;
    line.path = options.redact ? options.redact(request->path) : request->path;
    line.client = request->client.shortened();
  }
  options.access_log(line);
}

void Service::log(std::string_view line) const {
  if (options.log) options.log(line);
}

}  // namespace knippe::http
