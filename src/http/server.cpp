#include "http/server.h"

#include <sys/resource.h>

#include <algorithm>
#include <thread>

#include "base/check.h"
#include "http/loop.h"
#include "http/service.h"

namespace knippe::http {
namespace {

constexpr std::size_t kept_back_descriptors = 256;

std::size_t raise_descriptor_limit() {
  rlimit limit{};
  if (getrlimit(RLIMIT_NOFILE, &limit) != 0) return 1024;
  limit.rlim_cur = limit.rlim_max;
  setrlimit(RLIMIT_NOFILE, &limit);
  getrlimit(RLIMIT_NOFILE, &limit);
  return std::min<std::size_t>(limit.rlim_cur, 1u << 20);
}

void set_connection_limits(Service& service) {
  const std::size_t descriptors = raise_descriptor_limit();
  const std::size_t possible = descriptors > 2 * kept_back_descriptors ? descriptors - kept_back_descriptors : descriptors / 2;
  const auto& limits = service.options.limits;
  const std::size_t total = limits.connections ? std::min(limits.connections, possible) : possible;
  service.visitors.limit(total, limits.connections_per_address ? limits.connections_per_address : total * 3 / 4);
}

unsigned thread_count(const Options& options) {
  return options.threads ? options.threads : std::clamp(std::thread::hardware_concurrency(), 1u, 8u);
}

}  // namespace

struct Server::Impl {
  Impl(Options options, Handler handler, std::shared_ptr<Streams> streams)
      : service(std::move(options), std::move(handler), std::move(streams)) {}

  Service service;
  std::vector<std::unique_ptr<Loop>> loops;
  std::vector<Endpoint> endpoints;
};

Server::Server(Options options, Handler handler, std::shared_ptr<Streams> streams)
    : impl_(std::make_unique<Impl>(std::move(options), std::move(handler), std::move(streams))) {
  for (unsigned i = 0; i < thread_count(impl_->service.options); ++i) impl_->loops.push_back(make_loop(impl_->service));
}

Server::~Server() { impl_->service.workers.stop(); }

Status Server::listen() {
  set_connection_limits(impl_->service);
  impl_->endpoints = impl_->service.options.listen;
  for (Endpoint& endpoint : impl_->endpoints) {
    TRY_STATUS(probe(endpoint));
    for (auto& loop : impl_->loops) TRY_STATUS(loop->listen(endpoint));
  }
  return {};
}

std::vector<std::uint16_t> Server::ports() const {
  std::vector<std::uint16_t> ports;
  for (const Endpoint& endpoint : impl_->endpoints) ports.push_back(endpoint.port);
  return ports;
}

void Server::run() {
  std::vector<std::thread> threads;
  for (std::size_t i = 1; i < impl_->loops.size(); ++i) threads.emplace_back([this, i] { impl_->loops[i]->run(); });
  impl_->loops[0]->run();
  for (std::thread& thread : threads) thread.join();
  impl_->service.workers.stop();
}

void Server::stop() {
  for (auto& loop : impl_->loops) loop->stop();
}

Streams& Server::streams() { return *impl_->service.streams; }
const Counters& Server::counters() const { return impl_->service.counters; }

}  // namespace knippe::http
