#pragma once
// One open event stream: a socket, what it still has to be sent, and its place in a topic. Only for loop.cpp.

#include <boost/asio/write.hpp>
#include <deque>
#include <functional>

#include "http/connection.h"

namespace knippe::http {

class Subscriber;

struct Topic {
  std::string name;
  std::vector<std::shared_ptr<Subscriber>> members;
  std::deque<Shared> pending;  ///< published while an earlier message is still on its way: order is kept
  bool delivering = false;
};

class Subscriber final : public std::enable_shared_from_this<Subscriber> {
 public:
  using Leave = std::function<void(Subscriber&)>;
  Subscriber(Hub& hub, Socket socket, Visitors::Place place, std::shared_ptr<const std::atomic<bool>> revoked)
      : hub_(hub), socket_(std::move(socket)), place_(std::move(place)), revoked_(std::move(revoked)), last_write_(SteadyClock::now()) {}

  Topic* topic = nullptr;
  std::size_t index = 0;  ///< in topic->members

  bool is_open() const { return open_; }
  bool is_quiet_since(Time time) const { return open_ && !writing_ && last_write_ <= time; }
  bool is_stuck_since(Time time) const { return open_ && writing_ && last_write_ <= time; }

  enum class Fate { stays, cut };
  /// Sends now or queues. `cut` means the stream must end: too far behind, revoked, or gone.
  [[nodiscard]] Fate offer(const Shared& message) {
    if (!open_) return Fate::stays;
    if (revoked_ && revoked_->load(std::memory_order_acquire)) return Fate::cut;
    if (queue_.size() >= hub_.service.options.limits.stream_queue) return Fate::cut;
    if (!writing_ && send_at_once(message)) return open_ ? Fate::stays : Fate::cut;
    if (broken_) return Fate::cut;
    queue_.push_back(message);
    if (!writing_) write_rest();
    return Fate::stays;
  }

  /// Calls `on_gone` when the visitor hangs up.
  void watch(std::function<void()> on_gone) {
    on_gone_ = std::move(on_gone);
    wait();
  }

  void close() {
    open_ = false;
    error_code ignored;
    socket_.shutdown(Socket::shutdown_send, ignored);
    socket_.close(ignored);
    queue_.clear();
    place_ = {};
    on_gone_ = nullptr;
  }

 private:
  /// True when every byte went into the kernel.
  bool send_at_once(const Shared& message) {
    error_code ec;
    sent_ = socket_.write_some(net::buffer(*message), ec);
    broken_ = ec && ec != net::error::would_block;
    note(sent_);
    return sent_ == message->size();
  }

  void write_rest() {
    writing_ = true;
    const auto rest = net::buffer(*queue_.front()) + sent_;
    net::async_write(socket_, rest, [self = shared_from_this()](error_code ec, std::size_t n) {
      if (!self->open_) return;
      if (ec) return self->gone();
      self->note(n);
      self->next();
    });
  }

  void next() {
    queue_.erase(queue_.begin());
    writing_ = false;
    while (!queue_.empty() && !broken_) {
      if (!send_at_once(queue_.front())) return broken_ ? gone() : write_rest();
      queue_.erase(queue_.begin());
    }
  }

  void note(std::size_t bytes) {
    last_write_ = SteadyClock::now();
    hub_.service.counters.bytes_out += bytes;
  }

  void wait() {
    socket_.async_wait(Socket::wait_read, [self = shared_from_this()](error_code ec) {
      if (!self->open_) return;
      if (ec) return self->gone();
      self->on_readable();
    });
  }

  /// A listener has nothing to say; a little noise is read and forgotten.
  void on_readable() {
    error_code ec;
    const std::size_t n = socket_.read_some(net::buffer(hub_.scratch), ec);
    noise_ += n;
    constexpr std::size_t noise_max = 16 * 1024;
    if ((ec && ec != net::error::would_block) || noise_ > noise_max) return gone();
    wait();
  }

  void gone() {
    if (auto tell = std::exchange(on_gone_, nullptr)) tell();
  }

  Hub& hub_;
  Socket socket_;
  Visitors::Place place_;
  std::shared_ptr<const std::atomic<bool>> revoked_;
  std::function<void()> on_gone_;
  std::vector<Shared> queue_;  ///< the front one is on its way when writing_
  std::size_t sent_ = 0;       ///< of the front one
  std::size_t noise_ = 0;
  Time last_write_;
  bool open_ = true, writing_ = false, broken_ = false;
};

}  // namespace knippe::http
