// listen PORT STREAMS FILE [PROBE]: opens STREAMS streams with the raw request in FILE and says "ready". Then each line on its input
// names a file with a raw POST: sends it on a connection of its own, waits until every stream got its event whole, and prints one
// line of JSON with the times of the first and the last. PROBE is a file with a raw GET that is asked again and again meanwhile from
// eight other connections; each should start every 8 ms, and its time counts from when it should have started.
// "keep FILE" as a line: writes the last event to FILE.

#include <iostream>
#include <memory>
#include <mutex>
#include <thread>
#include <utility>

#include "sockets.h"

namespace {

using namespace bench;
using namespace std::chrono_literals;

/// Another visitor's requests, while something else goes on.
class Probe {
 public:
  Probe(int port, std::string request) : request_(std::move(request)) {
    for (int i = 0; i < 8; ++i) threads_.emplace_back([this, port, i](const std::stop_token& stop) { work(stop, connect_to(port), i); });
  }

  using Asked = std::pair<Clock::time_point, double>;

  /// When each request since the last call was due, and the ms it took.
  std::vector<Asked> take() {
    std::this_thread::sleep_for(300ms);  // those under way must end first
    const std::lock_guard lock(mutex_);
    return std::exchange(asked_, {});
  }

 private:
  void work(const std::stop_token& stop, int fd, int number) {
    auto due = Clock::now() + number * period / 8;
    while (!stop.stop_requested()) {
      std::this_thread::sleep_until(due);
      answer_to(fd, request_);
      const double ms = ms_since(due);
      {
        const std::lock_guard lock(mutex_);
        asked_.emplace_back(due, ms);
      }
      due += period;
    }
  }

  static constexpr std::chrono::microseconds period{8000};
  const std::string request_;
  std::mutex mutex_;
  std::vector<Asked> asked_;
  std::vector<std::jthread> threads_;
};

class Listener {
 public:
  Listener(int port, std::size_t streams, const std::string& request) : poll_(epoll_create1(0)), control_(connect_to(port)) {
    for (std::size_t i = 0; i < streams; ++i) {
      const int fd = connect_to(port);
      send_all(fd, request);
      set_nonblocking(fd);
      epoll_event event{.events = EPOLLIN, .data = {.u64 = i}};
      epoll_ctl(poll_, EPOLL_CTL_ADD, fd, &event);
      fds_.push_back(fd);
      if (i % 64 == 63) swallow(0);
    }
    swallow(300);  // heartbeats come once a second
  }

  /// Gives when the first and the last event were there, in ms from the POST.
  std::pair<double, double> change(const std::string& post) {
    swallow(0);
    got_.assign(fds_.size(), {});
    whole_ = 0;
    const auto start = Clock::now();
    send_all(control_, post);
    double first = 0;
    while (whole_ < fds_.size()) {
      if (!take(10'000)) die("an event did not come in 10 s");
      if (first == 0 && whole_ > 0) first = ms_since(start);
    }
    const double last = ms_since(start);
    char answer[64 * 1024];
    const ssize_t size = recv(control_, answer, sizeof answer, 0);
    if (size < 12 || std::string_view(answer + 9, 3) != "303") {
      std::fprintf(stderr, "the change was answered: %.*s\n", static_cast<int>(std::max<ssize_t>(size, 0)), answer);
      std::exit(1);
    }
    return {first, last};
  }

  const std::string& last_event() const { return sample_; }
  std::size_t streams() const { return fds_.size(); }

 private:
  struct Got {
    std::size_t bytes = 0;
    bool whole = false;
  };

  /// Reads what is there; an event ends with an empty line, and a heartbeat is shorter than any event.
  bool take(int wait_ms) {
    constexpr std::size_t longer_than_a_heartbeat = 64;
    epoll_event events[512];
    const int count = epoll_wait(poll_, events, 512, wait_ms);
    for (int i = 0; i < count; ++i) {
      const std::size_t number = events[i].data.u64;
      const ssize_t size = recv(fds_[number], buffer_.data(), buffer_.size(), 0);
      if (size == 0 || (size < 0 && errno != EAGAIN)) die("a stream was cut");
      if (size <= 0 || got_.empty()) continue;
      if (number == 0) {
        if (got_[0].bytes == 0) sample_.clear();
        sample_.append(buffer_.data(), static_cast<std::size_t>(size));
      }
      Got& got = got_[number];
      got.bytes += static_cast<std::size_t>(size);
      const bool ended = size >= 1 && buffer_[static_cast<std::size_t>(size) - 1] == '\n' &&
                         (size == 1 || buffer_[static_cast<std::size_t>(size) - 2] == '\n');
      if (got.whole || !ended || got.bytes < longer_than_a_heartbeat) continue;
      got.whole = true;
      ++whole_;
    }
    return count > 0;
  }

  void swallow(int quiet_ms) {
    while (take(quiet_ms)) {
    }
  }

  const int poll_, control_;
  std::vector<int> fds_;
  std::vector<Got> got_;
  std::size_t whole_ = 0;
  std::string sample_;
  std::vector<char> buffer_ = std::vector<char>(64 * 1024);
};

void print_times(const char* name, const std::vector<Probe::Asked>& asked, Clock::time_point from, Clock::time_point to) {
  std::printf(", \"%s\": [", name);
  const char* comma = "";
  for (const auto& [due, ms] : asked)
    if (due >= from && due <= to) std::printf("%s%.3f", std::exchange(comma, ", "), ms);
  std::printf("]");
}

void change_once(Listener& listener, Probe* probe, const std::string& post) {
  if (probe) std::this_thread::sleep_for(200ms);
  const auto start = Clock::now();
  const auto [first, last] = listener.change(post);
  const auto end = Clock::now();
  std::printf("{\"first_ms\": %.2f, \"last_ms\": %.2f", first, last);
  const auto asked = probe ? probe->take() : std::vector<Probe::Asked>{};
  print_times("meanwhile_ms", asked, start, end);
  print_times("before_ms", asked, start - 200ms, start);
  std::printf("}\n");
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 4 && argc != 5) return 2;
  open_many_files();
  const int port = std::atoi(argv[1]);
  Listener listener(port, std::strtoul(argv[2], nullptr, 10), file_content(argv[3]));
  const auto probe = argc == 5 ? std::make_unique<Probe>(port, file_content(argv[4])) : nullptr;
  std::printf("ready %zu\n", listener.streams());
  std::fflush(stdout);
  for (std::string line; std::getline(std::cin, line);) {
    if (line.starts_with("keep ")) {
      std::ofstream(line.substr(5), std::ios::binary) << listener.last_event();
      std::printf("kept\n");
    } else {
      change_once(listener, probe.get(), file_content(line.c_str()));
    }
    std::fflush(stdout);
  }
}
