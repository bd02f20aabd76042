#include "http/connection.h"

#include <sys/sendfile.h>

#include <algorithm>

#include <boost/asio/basic_waitable_timer.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/write.hpp>

#include "http/proxy.h"

namespace knippe::http {
namespace {

using Timer = net::basic_waitable_timer<SteadyClock, net::wait_traits<SteadyClock>, Executor>;

constexpr std::string_view continue_line = "HTTP/1.1 100 Continue\r\n\r\n";

constexpr std::size_t spooled_piece_bytes = 256 * 1024;

std::array<net::const_buffer, 2> rest_of(const Wire& wire, std::size_t sent) {
  const auto shared = wire.shared_body ? net::buffer(*wire.shared_body) : net::const_buffer{};
  std::array<net::const_buffer, 2> buffers{net::buffer(wire.head), shared};
  const std::size_t of_head = std::min(sent, wire.head.size());
  buffers[0] += of_head;
  buffers[1] += sent - of_head;
  return buffers;
}

/// What a large upload may take longer than a form.
Milliseconds upload_time(const Options& options, const Request& request) {
  const std::size_t limit = options.body_limit ? options.body_limit(request.method, request.path) : 0;
  const std::size_t beyond = limit > options.limits.body_bytes ? limit - options.limits.body_bytes : 0;
  return Milliseconds(1000 * beyond / options.deadlines.slowest_upload);
}

}  // namespace

Connection::Connection(Hub& hub, Socket socket, const Address& peer, Visitors::Place place)
    : hub_(hub), socket_(std::move(socket)), peer_(peer), place_(std::move(place)) {}

void Connection::start() {
  hub_.connections.push_back(*this);
  ++hub_.service.counters.connections;
  enter(Phase::idle, hub_.service.options.deadlines.idle);
  wait_readable();
}

void Connection::enter(Phase phase, Milliseconds patience) {
  phase_ = phase;
  deadline_ = SteadyClock::now() + patience;
}

void Connection::close() {
  if (phase_ == Phase::closed) return;
  phase_ = Phase::closed;
  error_code ignored;
  socket_.close(ignored);
  unlink();
  place_ = {};
  --hub_.service.counters.connections;
  hub_.connection_closed();
}

void Connection::sweep(Time now) {
  if (now < deadline_ || phase_ == Phase::working || phase_ == Phase::closed) return;
  if (phase_ == Phase::header || phase_ == Phase::body) return refuse(408);
  close();
}

void Connection::wind_down() {
  if (phase_ != Phase::idle) return;
  on_readable();  // a request may lie in the kernel already; its sender would not know whether we did it
  if (phase_ == Phase::idle) close();
}

void Connection::wait_readable() {
  if (waiting_) return;
  waiting_ = true;
  socket_.async_wait(Socket::wait_read, [self = shared_from_this()](error_code ec) {
    self->waiting_ = false;
    if (ec) return self->close();
    try {
      self->on_readable();
    } catch (const std::exception& trouble) {
      self->hub_.service.log(trouble.what());
      self->close();
    }
  });
}

void Connection::on_readable() {
  if (phase_ == Phase::closed) return;
  error_code ec;
  const std::size_t n = socket_.read_some(net::buffer(hub_.scratch), ec);
  if (ec == net::error::would_block) return wait_readable();
  if (ec) return close();
  hub_.service.counters.bytes_in += n;
  if (phase_ == Phase::lingering) return drain(n);
  input_.append(hub_.scratch.data(), n);
  pump();
}

/// Serves what has arrived, one request after the other, then waits for more.
void Connection::pump() {
  while (is_reading() && at_ < input_.size())
    if (!parse()) break;
  if (!is_reading()) return;
  if (at_ == input_.size()) {
    input_ = {};
    at_ = 0;
  } else if (at_ > 0) {
    input_.erase(0, at_);
    at_ = 0;
  }
  wait_readable();
}

/// False when more bytes are needed.
bool Connection::parse() {
  const auto& deadlines = hub_.service.options.deadlines;
  if (!reader_) {
    reader_ = std::make_unique<RequestReader>(hub_.service.options);
    enter(Phase::header, deadlines.header);
  }
  at_ += reader_->put(std::string_view(input_).substr(at_));
  switch (reader_->state()) {
    case RequestReader::State::header: return false;
    case RequestReader::State::done: return dispatch(), true;
    case RequestReader::State::refused: return refuse(reader_->refusal()), true;
    case RequestReader::State::body: break;
  }
  if (phase_ == Phase::header) {
    enter(Phase::body, deadlines.body + upload_time(hub_.service.options, *reader_->request()));
    error_code ignored;
    if (reader_->wants_continue()) socket_.write_some(net::buffer(continue_line.data(), continue_line.size()), ignored);
  }
  return false;
}

void Connection::dispatch() {
  Asked asked{std::make_shared<Request>(std::move(*reader_->request())), reader_->keep_alive() && !hub_.stopping, SteadyClock::now()};
  reader_.reset();
  place_visitor(*asked.request, peer_, hub_.service.options);
  if (hub_.service.may_wait(*asked.request)) return hand_to_worker(std::move(asked));
  Response response = hub_.service.ask(*asked.request);
  if (!response.later) return send(hub_.service.complete(std::move(response), *asked.request, asked.keep_alive, asked.begin));
  phase_ = Phase::working;
  answer(shared_from_this(), asked, std::move(response));
}

void Connection::hand_to_worker(Asked asked) {
  phase_ = Phase::working;
  const bool taken = hub_.service.workers.submit([self = shared_from_this(), asked]() mutable {
    Response response = self->hub_.service.ask(*asked.request);
    answer(std::move(self), asked, std::move(response));
  });
  if (taken) return;
  Wire wire = hub_.service.refusal(503, asked.request.get(), asked.keep_alive);
  hub_.service.note_reply(asked.request.get(), wire, 0);
  reply(std::move(wire));
}

/// On any thread. A later answer is made on our own; its request waits here for it.
void Connection::answer(std::shared_ptr<Connection> self, const Asked& asked, Response response) {
  Service& service = self->hub_.service;
  if (!response.later) return bring_home(std::move(self), service.complete(std::move(response), *asked.request, asked.keep_alive, asked.begin));
  response.later([self = std::move(self), asked, headers = std::move(response.headers)](MakeAnswer make) mutable {
    net::io_context& io = self->hub_.io;
    net::post(io, [self = std::move(self), asked = std::move(asked), headers = std::move(headers), make = std::move(make)] {
      if (self->phase_ == Phase::closed) return;
      Response made = self->hub_.service.make(make);
      for (const auto& [name, value] : headers) made.headers.add(name, value);
      self->send(self->hub_.service.complete(std::move(made), *asked.request, asked.keep_alive, asked.begin));
      self->pump();
    });
  });
}

/// No other thread keeps the last hold on us: it is passed back to our own.
void Connection::bring_home(std::shared_ptr<Connection> self, Wire wire) {
  net::io_context& io = self->hub_.io;
  net::post(io, [self = std::move(self), wire = std::move(wire)]() mutable {
    if (self->phase_ == Phase::closed) return;
    self->send(std::move(wire));
    self->pump();
  });
}

/// Replies, after the delay the answer asks for.
void Connection::send(Wire wire) {
  if (wire.delay.count() == 0) return reply(std::move(wire));
  phase_ = Phase::working;
  const auto timer = std::make_shared<Timer>(hub_.io, wire.delay);
  timer->async_wait([self = shared_from_this(), timer, wire = std::move(wire)](error_code) mutable {
    if (self->phase_ == Phase::closed) return;
    self->reply(std::move(wire));
    self->pump();
  });
}

void Connection::refuse(int status) {
  Request* request = reader_ ? reader_->request() : nullptr;
  if (request) place_visitor(*request, peer_, hub_.service.options);
  Wire wire = hub_.service.refusal(status, request);
  hub_.service.note_reply(request, wire, 0);
  reader_.reset();
  reply(std::move(wire));
}

void Connection::reply(Wire wire) {
  wire_ = std::move(wire);
  if (wire_.stream) {
    phase_ = Phase::closed;
    unlink();
    hub_.subscribe(std::move(socket_), std::move(wire_), std::move(place_));
    return hub_.connection_closed();
  }
  const auto& deadlines = hub_.service.options.deadlines;
  enter(Phase::writing, deadlines.write + Milliseconds(wire_.size() * 1000 / deadlines.slowest));
  error_code ec;
  const std::size_t sent = socket_.write_some(rest_of(wire_, 0), ec);
  if (ec && ec != net::error::would_block) return close();
  if (sent == wire_.held()) return sent_held();
  net::async_write(socket_, rest_of(wire_, sent), [self = shared_from_this()](error_code failed, std::size_t) {
    if (failed || self->phase_ == Phase::closed) return self->close();
    self->sent_held();
    self->pump();
  });
}

void Connection::sent_held() {
  spooled_at_ = 0;
  if (wire_.spooled && wire_.spooled->size() > 0) send_spooled();
  else written();
}

/// A piece each time the socket takes some, so that one long file holds up nobody else on this thread.
void Connection::send_spooled() {
  const auto size = static_cast<off_t>(wire_.spooled->size());
  const ssize_t sent = ::sendfile(socket_.native_handle(), wire_.spooled->descriptor(), &spooled_at_, spooled_piece_bytes);
  if (sent == 0 || (sent < 0 && errno != EAGAIN && errno != EINTR)) return close();
  if (spooled_at_ >= size) return written();
  socket_.async_wait(Socket::wait_write, [self = shared_from_this()](error_code failed) {
    if (failed || self->phase_ == Phase::closed) return self->close();
    self->send_spooled();
    self->pump();
  });
}

void Connection::written() {
  hub_.service.counters.bytes_out += wire_.size();
  const bool keep_alive = wire_.keep_alive;
  wire_ = {};
  if (!keep_alive) return linger();
  if (hub_.stopping) return close();
  enter(Phase::idle, hub_.service.options.deadlines.idle);
}

/// Closing with bytes unread would make a reset, and the visitor would never see the reply: say goodbye, then listen a while.
void Connection::linger() {
  enter(Phase::lingering, hub_.service.options.deadlines.linger);
  drain_until_ = SteadyClock::now() + hub_.service.options.deadlines.drain;
  drained_ = input_.size() - at_;
  input_ = {};
  at_ = 0;
  error_code ignored;
  socket_.shutdown(Socket::shutdown_send, ignored);
  wait_readable();
}

void Connection::drain(std::size_t bytes) {
  drained_ += bytes;
  if (drained_ > hub_.service.options.limits.drain_bytes) return;  // the deadline closes it
  deadline_ = std::min(drain_until_, SteadyClock::now() + hub_.service.options.deadlines.linger);
  wait_readable();
}

}  // namespace knippe::http
