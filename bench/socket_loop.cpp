// socket_loop PORT THREADS FILE: what a broadcast costs at the least. Every GET becomes a stream; every POST sends the bytes of
// FILE to all streams, one send() after another. Each thread accepts and serves its share, as the server does; nothing is parsed,
// limited, timed or dropped.

#include <atomic>
#include <memory>
#include <sys/eventfd.h>
#include <thread>

#include "sockets.h"

namespace {

using namespace bench;

class Loop {
 public:
  Loop(int port, std::string message) : message_(std::move(message)), poll_(epoll_create1(0)), bell_(eventfd(0, EFD_NONBLOCK)) {
    listener_ = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0);
    const int on = 1;
    setsockopt(listener_, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
    setsockopt(listener_, SOL_SOCKET, SO_REUSEPORT, &on, sizeof on);
    const sockaddr_in address = loopback(port);
    if (bind(listener_, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0 || listen(listener_, 4096) != 0) die("listen");
    watch(listener_);
    watch(bell_);
  }

  void ring() const { (void)!write(bell_, &one, sizeof one); }

  void run(const std::vector<std::unique_ptr<Loop>>& all) {
    epoll_event events[256];
    for (;;) {
      const int count = epoll_wait(poll_, events, 256, -1);
      for (int i = 0; i < count; ++i) {
        const int fd = events[i].data.fd;
        if (fd == listener_) accept_some();
        else if (fd == bell_) broadcast();
        else answer(fd, all);
      }
    }
  }

 private:
  static constexpr std::uint64_t one = 1;

  void watch(int fd) const {
    epoll_event event{.events = EPOLLIN, .data = {.fd = fd}};
    epoll_ctl(poll_, EPOLL_CTL_ADD, fd, &event);
  }

  void accept_some() const {
    for (int fd; (fd = accept4(listener_, nullptr, nullptr, SOCK_NONBLOCK)) >= 0;) {
      set_nodelay(fd);
      watch(fd);
    }
  }

  void answer(int fd, const std::vector<std::unique_ptr<Loop>>& all) {
    char request[4096];
    const ssize_t got = recv(fd, request, sizeof request, 0);
    if (got <= 0) {
      std::erase(streams_, fd);
      close(fd);
    } else if (request[0] == 'G') {
      send_all(fd, "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n\r\n: hello\n\n");
      streams_.push_back(fd);
    } else {
      for (const auto& loop : all) loop->ring();
      send_all(fd, "HTTP/1.1 303 See Other\r\nContent-Length: 0\r\n\r\n");
    }
  }

  void broadcast() {
    std::uint64_t rung = 0;
    (void)!read(bell_, &rung, sizeof rung);
    for (const int fd : streams_)
      if (send(fd, message_.data(), message_.size(), MSG_NOSIGNAL) != static_cast<ssize_t>(message_.size())) die("short send");
  }

  const std::string message_;
  const int poll_, bell_;
  int listener_ = -1;
  std::vector<int> streams_;
};

}  // namespace

int main(int argc, char** argv) {
  if (argc != 4) return 2;
  open_many_files();
  std::vector<std::unique_ptr<Loop>> loops;
  for (int i = 0; i < std::atoi(argv[2]); ++i) loops.push_back(std::make_unique<Loop>(std::atoi(argv[1]), file_content(argv[3])));
  std::vector<std::jthread> threads;
  for (const auto& loop : loops) threads.emplace_back([&] { loop->run(loops); });
}
