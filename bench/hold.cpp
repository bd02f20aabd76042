// hold PORT FILE: opens a stream with each of the raw requests in FILE, which end with a NUL, says "ready", and reads what comes. For each line on
// its input it prints what has come since the last one, as JSON.

#include <atomic>
#include <iostream>
#include <thread>

#include "sockets.h"

namespace {

using namespace bench;

std::atomic<std::size_t> bytes{0}, reads{0};

int open_streams(int port, const std::string& requests) {
  const int poll = epoll_create1(0);
  for (std::size_t at = 0, end; (end = requests.find('\0', at)) != std::string::npos; at = end + 1) {
    const int fd = connect_to(port);
    send_all(fd, std::string_view(requests).substr(at, end - at));
    set_nonblocking(fd);
    epoll_event event{.events = EPOLLIN, .data = {.fd = fd}};
    epoll_ctl(poll, EPOLL_CTL_ADD, fd, &event);
  }
  return poll;
}

void read_all(int poll) {
  static char buffer[64 * 1024];
  epoll_event events[512];
  for (;;) {
    const int count = epoll_wait(poll, events, 512, -1);
    for (int i = 0; i < count; ++i) {
      const ssize_t size = recv(events[i].data.fd, buffer, sizeof buffer, 0);
      if (size == 0 || (size < 0 && errno != EAGAIN)) die("a stream was cut");
      if (size < 0) continue;
      bytes += static_cast<std::size_t>(size);
      ++reads;
    }
  }
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3) return 2;
  open_many_files();
  std::thread(read_all, open_streams(std::atoi(argv[1]), file_content(argv[2]))).detach();
  std::printf("ready\n");
  std::fflush(stdout);
  for (std::string line; std::getline(std::cin, line);) {
    std::printf("{\"bytes\": %zu, \"reads\": %zu}\n", bytes.exchange(0), reads.exchange(0));
    std::fflush(stdout);
  }
}
