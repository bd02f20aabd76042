#include "http/loop.h"

#include <fmt/core.h>

#include <boost/asio/basic_socket_acceptor.hpp>
#include <boost/asio/basic_waitable_timer.hpp>
#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/post.hpp>
#include <list>
#include <unordered_map>

#include "http/subscriber.h"

namespace knippe::http {
namespace {

using Acceptor = net::basic_socket_acceptor<net::ip::tcp, Executor>;
using Timer = net::basic_waitable_timer<SteadyClock, net::wait_traits<SteadyClock>, Executor>;
using ReusePort = net::detail::socket_option::boolean<SOL_SOCKET, SO_REUSEPORT>;
using TcpEndpoint = net::ip::tcp::endpoint;

constexpr std::size_t batch_size = 64;
constexpr std::size_t last_guests_max = 1024;
constexpr Milliseconds accept_pause{100};
constexpr std::string_view full_house =
    "HTTP/1.1 503 Service Unavailable\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Length: 23\r\nRetry-After: 5\r\n"
    "Connection: close\r\n\r\nToo many connections.\r\n";

Address address_of(const net::ip::address& ip) {
  const auto v6 = ip.is_v4() ? net::ip::make_address_v6(net::ip::v4_mapped, ip.to_v4()) : ip.to_v6();
  return Address(v6.to_bytes());
}

Status failed(const Endpoint& endpoint, const error_code& ec) {
  return fail(ErrorKind::unavailable, "http.listen", fmt::format("{}:{}: {}", endpoint.address, endpoint.port, ec.message()));
}

Status bind_to(Acceptor& acceptor, const Endpoint& endpoint, bool share_port) {
  error_code ec;
  const auto ip = net::ip::make_address(endpoint.address, ec);
  if (ec) return failed(endpoint, ec);
  const TcpEndpoint local(ip, endpoint.port);
  acceptor.open(local.protocol(), ec);
  if (!ec) acceptor.set_option(Acceptor::reuse_address(true), ec);
  if (!ec && share_port) acceptor.set_option(ReusePort(true), ec);
  if (!ec) acceptor.bind(local, ec);
  if (!ec) acceptor.listen(Acceptor::max_listen_connections, ec);
  if (ec) return failed(endpoint, ec);
  return {};
}

struct Door {
  Acceptor acceptor;
  TcpEndpoint peer = {};  ///< of the connection being accepted
};

/// A message on its way to the audience it had when it started.
struct Round {
  Topic* topic = nullptr;  ///< null for heartbeats
  std::vector<std::shared_ptr<Subscriber>> audience;
  Shared message;
  std::size_t at = 0;
};

class AsioLoop final : public Loop, public Hub, public Streams::Outlet {
 public:
  explicit AsioLoop(Service& service_in) : Hub(service_in) {}

  Status listen(Endpoint& endpoint) override {
    Door& door = doors_.emplace_back(Acceptor(io));
    TRY_STATUS(bind_to(door.acceptor, endpoint, true));
    endpoint.port = door.acceptor.local_endpoint().port();
    return {};
  }

  void run() override {
    for (Door& door : doors_) accept(door);
    arm_sweep();
    for (;;) {
      try {
        io.run();
        return;
      } catch (const std::exception& trouble) {
        service.log(trouble.what());
      }
    }
  }

  void stop() override {
    net::post(io, [this] { begin_stop(); });
  }

  void deliver(const std::string& name, Shared message) override {
    net::post(io, [this, name, message = std::move(message)]() mutable { enqueue(name, std::move(message)); });
  }

  void subscribe(Socket socket, Wire wire, Visitors::Place place) override {
    auto& spec = *wire.stream;
    auto subscriber = std::make_shared<Subscriber>(*this, std::move(socket), std::move(place), spec.revoked);
    join(topic(spec.topic), subscriber);
    subscriber->watch([this, raw = subscriber.get()] { leave(*raw); });
    offer(*subscriber, std::make_shared<const std::string>(std::move(wire.head)));
    if (const Shared first = call_first(spec); first && !first->empty()) offer(*subscriber, first);
    if (stopping && subscriber->is_open()) leave(*subscriber);
  }

  void connection_closed() override { finish_when_empty(); }

 private:
  // ---- coming and going

  void accept(Door& door) {
    door.acceptor.async_accept(door.peer, [this, &door](error_code ec, Socket socket) {
      if (stopping || ec == net::error::operation_aborted) return;
      if (ec) return pause_accepting(door, ec);
      welcome(std::move(socket), address_of(door.peer.address()));
      accept(door);
    });
  }

  /// Out of descriptors, most likely: trying again at once would only burn the processor.
  void pause_accepting(Door& door, const error_code& ec) {
    service.log(fmt::format("accept: {}", ec.message()));
    const auto timer = std::make_shared<Timer>(io, accept_pause);
    timer->async_wait([this, &door, timer](error_code) {
      if (!stopping) accept(door);
    });
  }

  void welcome(Socket socket, const Address& peer) {
    error_code ignored;
    socket.non_blocking(true, ignored);
    socket.set_option(net::ip::tcp::no_delay(true), ignored);
    auto place = service.visitors.enter(peer, contains(service.options.trusted_proxies, peer));
    if (place) return std::make_shared<Connection>(*this, std::move(socket), peer, std::move(*place))->start();
    ++service.counters.by_class[0];
    socket.write_some(net::buffer(full_house.data(), full_house.size()), ignored);
    socket.shutdown(Socket::shutdown_send, ignored);
    socket.read_some(net::buffer(scratch), ignored);
  }

  void begin_stop() {
    if (stopping) return;
    stopping = true;
    stop_deadline_ = SteadyClock::now() + service.options.deadlines.stop;
    for (Door& door : doors_) let_in_the_last(door.acceptor);
    for (const auto& subscriber : everyone([](const Subscriber&) { return true; })) leave(*subscriber);
    each_connection([](Connection& connection) { connection.wind_down(); });
    finish_when_empty();
  }

  void let_in_the_last(Acceptor& acceptor) {
    error_code ec;
    acceptor.non_blocking(true, ec);
    TcpEndpoint peer;
    for (std::size_t n = 0; n < last_guests_max && !ec; ++n) {
      Socket socket = acceptor.accept(peer, ec);
      if (!ec) welcome(std::move(socket), address_of(peer.address()));
    }
    acceptor.close(ec);
  }

  void finish_when_empty() {
    if (!stopping || !connections.empty()) return;
    work_.reset();
    sweep_.cancel();
  }

  template <class Do>
  void each_connection(Do&& act) {
    for (auto it = connections.begin(); it != connections.end();) {
      const auto held = (it++)->shared_from_this();
      act(*held);
    }
  }

  // ---- deadlines

  void arm_sweep() {
    sweep_.expires_after(service.options.deadlines.sweep);
    sweep_.async_wait([this](error_code ec) {
      if (ec || (stopping && connections.empty())) return;
      sweep(SteadyClock::now());
      arm_sweep();
    });
  }

  void sweep(Time now) {
    const bool over = stopping && now >= stop_deadline_;
    each_connection([&](Connection& connection) { over ? connection.close() : connection.sweep(now); });
    const auto& deadlines = service.options.deadlines;
    for (const auto& stuck : everyone([&](const Subscriber& s) { return s.is_stuck_since(now - deadlines.write); })) cut(*stuck);
    auto quiet = everyone([&](const Subscriber& s) { return s.is_quiet_since(now - deadlines.heartbeat); });
    if (!quiet.empty()) step(std::make_shared<Round>(Round{nullptr, std::move(quiet), heartbeat_, 0}));
  }

  // ---- streams

  template <class Wanted>
  std::vector<std::shared_ptr<Subscriber>> everyone(Wanted&& wanted) const {
    std::vector<std::shared_ptr<Subscriber>> found;
    for (const auto& [name, topic] : topics_)
      for (const auto& member : topic.members)
        if (wanted(*member)) found.push_back(member);
    return found;
  }

  Topic& topic(const std::string& name) {
    Topic& found = topics_[name];
    found.name = name;
    return found;
  }

  void join(Topic& topic, const std::shared_ptr<Subscriber>& subscriber) {
    subscriber->topic = &topic;
    subscriber->index = topic.members.size();
    topic.members.push_back(subscriber);
    service.streams->joined(topic.name, *this);
    ++service.counters.streams;
  }

  void leave(Subscriber& subscriber) {
    if (!subscriber.is_open()) return;
    Topic& topic = *subscriber.topic;
    const auto held = topic.members[subscriber.index];
    topic.members.back()->index = subscriber.index;
    std::swap(topic.members[subscriber.index], topic.members.back());
    topic.members.pop_back();
    subscriber.close();
    service.streams->left(topic.name, *this);
    --service.counters.streams;
    --service.counters.connections;
    forget_if_unused(topic);
  }

  void forget_if_unused(Topic& topic) {
    if (topic.members.empty() && !topic.delivering) topics_.erase(std::string(topic.name));
  }

  void cut(Subscriber& subscriber) {
    leave(subscriber);
    ++service.counters.streams_cut;
  }

  void offer(Subscriber& subscriber, const Shared& message) {
    if (subscriber.offer(message) == Subscriber::Fate::cut) cut(subscriber);
  }

  Shared call_first(const StreamSpec& spec) {
    try {
      return spec.first ? spec.first() : nullptr;
    } catch (const std::exception& trouble) {
      ++service.counters.exceptions;
      service.log(fmt::format("first message of a stream: {}", trouble.what()));
      return nullptr;
    }
  }

  void enqueue(const std::string& name, Shared message) {
    const auto found = topics_.find(name);
    if (found == topics_.end()) return;
    found->second.pending.push_back(std::move(message));
    if (!found->second.delivering) next_round(found->second);
  }

  void next_round(Topic& topic) {
    topic.delivering = true;
    auto round = std::make_shared<Round>(Round{&topic, topic.members, std::move(topic.pending.front()), 0});
    topic.pending.pop_front();
    step(std::move(round));
  }

  /// A whole hall in one go would hold up every other request on this thread: 64, then back in line.
  void step(std::shared_ptr<Round> round) {
    const std::size_t end = std::min(round->at + batch_size, round->audience.size());
    for (; round->at < end; ++round->at) offer(*round->audience[round->at], round->message);
    if (round->at < round->audience.size()) return net::post(io, [this, round = std::move(round)] { step(round); });
    if (round->topic) end_round(*round->topic);
  }

  void end_round(Topic& topic) {
    if (!topic.pending.empty()) return net::post(io, [this, &topic] { next_round(topic); });
    topic.delivering = false;
    forget_if_unused(topic);
  }

  std::list<Door> doors_;
  Timer sweep_{io};
  net::executor_work_guard<Executor> work_{io.get_executor()};
  Time stop_deadline_{};
  std::unordered_map<std::string, Topic> topics_;
  const Shared heartbeat_ = std::make_shared<const std::string>(":\n\n");
};

}  // namespace

std::unique_ptr<Loop> make_loop(Service& service) { return std::make_unique<AsioLoop>(service); }

Status probe(const Endpoint& endpoint) {
  if (endpoint.port == 0) return {};
  net::io_context io;
  Acceptor acceptor(io);
  return bind_to(acceptor, endpoint, false);
}

}  // namespace knippe::http
