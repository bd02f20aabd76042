#pragma once
// One visitor's connection from accept to close, or until it turns into an event stream. Includes Asio: only for
// connection.cpp and loop.cpp.

#include <array>
#include <boost/asio/basic_stream_socket.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/intrusive/list.hpp>
#include <chrono>
#include <memory>
#include <optional>

#include "http/reader.h"
#include "http/service.h"

namespace knippe::http {

namespace net = boost::asio;
using boost::system::error_code;
using Executor = net::io_context::executor_type;
using Socket = net::basic_stream_socket<net::ip::tcp, Executor>;
using SteadyClock = std::chrono::steady_clock;
using Time = SteadyClock::time_point;
using ListHook = boost::intrusive::list_base_hook<boost::intrusive::link_mode<boost::intrusive::auto_unlink>>;

class Hub;

class Connection final : public std::enable_shared_from_this<Connection>, public ListHook {
 public:
  Connection(Hub& hub, Socket socket, const Address& peer, Visitors::Place place);
  void start();
  /// Ends what has outlived its deadline.
  void sweep(Time now);
  /// The server is stopping: an idle connection closes now, a busy one after its reply.
  void wind_down();
  void close();

 private:
  enum class Phase { idle, header, body, working, writing, lingering, closed };
  bool is_reading() const { return phase_ <= Phase::body; }
  void enter(Phase phase, Milliseconds patience);
  void wait_readable();
  void on_readable();
  void drain(std::size_t bytes);
  void pump();
  bool parse();
  void dispatch();
  /// A request on its way to its answer.
  struct Asked {
    std::shared_ptr<Request> request;
    bool keep_alive;
    Time begin;
  };
  void hand_to_worker(Asked asked);
  static void answer(std::shared_ptr<Connection> self, const Asked& asked, Response response);
  static void bring_home(std::shared_ptr<Connection> self, Wire wire);
  void send(Wire wire);
  void refuse(int status);
  void reply(Wire wire);
  void sent_held();
  void send_spooled();
  void written();
  void linger();

  Hub& hub_;
  Socket socket_;
  Address peer_;
  Visitors::Place place_;
  Phase phase_ = Phase::idle;
  bool waiting_ = false;
  Time deadline_;
  std::string input_;      ///< what has arrived; the first at_ bytes are consumed
  std::size_t at_ = 0;
  std::size_t drained_ = 0;
  Time drain_until_;
  std::unique_ptr<RequestReader> reader_;
  Wire wire_;
  off_t spooled_at_ = 0;   ///< how much of the wire's file has been sent
};

using ConnectionList = boost::intrusive::list<Connection, boost::intrusive::constant_time_size<false>>;

/// What a connection sees of its loop. Everything here belongs to the loop's thread.
class Hub {
 public:
  explicit Hub(Service& service_in) : service(service_in) {}
  virtual void subscribe(Socket socket, Wire wire, Visitors::Place place) = 0;
  virtual void connection_closed() = 0;

  Service& service;
  net::io_context io{1};
  ConnectionList connections;
  std::array<char, 64 * 1024> scratch;
  bool stopping = false;

 protected:
  ~Hub() = default;
};

}  // namespace knippe::http
