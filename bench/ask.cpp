// ask PORT CONNECTIONS: keep-alive connections that each wait for an answer before they ask again. Opens them and says "ready".
// Then each line on its input is "SECONDS FILE": FILE holds raw requests, each ended by a NUL. SECONDS > 0: all connections repeat
// them for so long; 0: every request once. Answers with one line of JSON.

#include <iostream>
#include <map>
#include <utility>

#include "sockets.h"

namespace {

using namespace bench;

struct Connection {
  int fd = -1;
  std::string pending;
  Clock::time_point asked;
};

class Asker {
 public:
  Asker(int port, std::size_t connections) : poll_(epoll_create1(0)), connections_(connections) {
    for (std::size_t i = 0; i < connections; ++i) {
      connections_[i].fd = connect_to(port);
      set_nonblocking(connections_[i].fd);
      epoll_event event{.events = EPOLLIN, .data = {.u64 = i}};
      epoll_ctl(poll_, EPOLL_CTL_ADD, connections_[i].fd, &event);
    }
  }

  void run(double seconds, const std::string& file) {
    requests_.clear();
    for (std::size_t at = 0, end; (end = file.find('\0', at)) != std::string::npos; at = end + 1)
      requests_.push_back(file.substr(at, end - at));
    seconds_ = seconds;
    next_ = bytes_ = 0;
    taken_ms_.clear();
    statuses_.clear();
    start_ = Clock::now();
    for (Connection& connection : connections_) ask(connection);
    epoll_event events[256];
    while (waiting_ > 0) {
      const int count = epoll_wait(poll_, events, 256, 20'000);
      if (count <= 0) die("no answer for 20 s");
      for (int i = 0; i < count; ++i) read(connections_[events[i].data.u64]);
    }
    print(ms_since(start_) / 1000);
  }

 private:
  void ask(Connection& connection) {
    const bool over = seconds_ > 0 ? ms_since(start_) > seconds_ * 1000 : next_ >= requests_.size();
    if (over) return;
    ++waiting_;
    connection.asked = Clock::now();
    send_all(connection.fd, requests_[next_++ % requests_.size()]);
  }

  void read(Connection& connection) {
    char buffer[128 * 1024];
    const ssize_t got = recv(connection.fd, buffer, sizeof buffer, 0);
    if (got < 0 && errno == EAGAIN) return;
    if (got <= 0) die("connection closed");
    bytes_ += static_cast<std::size_t>(got);
    connection.pending.append(buffer, static_cast<std::size_t>(got));
    if (answer_length(connection.pending) == 0) return;
    ++statuses_[connection.pending.substr(9, 3)];
    taken_ms_.push_back(ms_since(connection.asked));
    connection.pending.clear();
    --waiting_;
    ask(connection);
  }

  void print(double seconds) const {
    std::printf("{\"requests\": %zu, \"seconds\": %.4f, \"bytes\": %zu, \"p50_ms\": %.3f, \"p99_ms\": %.3f, \"statuses\": {", taken_ms_.size(),
                seconds, bytes_, quantile(taken_ms_, 0.5), quantile(taken_ms_, 0.99));
    const char* comma = "";
    for (const auto& [status, count] : statuses_) std::printf("%s\"%s\": %zu", std::exchange(comma, ", "), status.c_str(), count);
    std::printf("}}\n");
  }

  const int poll_;
  double seconds_ = 0;
  Clock::time_point start_;
  std::vector<std::string> requests_;
  std::vector<Connection> connections_;
  std::vector<double> taken_ms_;
  std::map<std::string, std::size_t> statuses_;
  std::size_t next_ = 0, waiting_ = 0, bytes_ = 0;
};

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3) return 2;
  Asker asker(std::atoi(argv[1]), std::strtoul(argv[2], nullptr, 10));
  std::printf("ready\n");
  std::fflush(stdout);
  double seconds = 0;
  for (std::string file; std::cin >> seconds >> file;) {
    asker.run(seconds, file_content(file.c_str()));
    std::fflush(stdout);
  }
}
