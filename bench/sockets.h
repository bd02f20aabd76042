#pragma once
// Plain loopback sockets for the tools of this folder; a tool that cannot go on says why and ends.

#include <arpa/inet.h>
#include <fcntl.h>
#include <netinet/tcp.h>
#include <sys/epoll.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

namespace bench {

using Clock = std::chrono::steady_clock;

[[noreturn]] inline void die(const char* what) {
  std::perror(what);
  std::exit(1);
}

inline double ms_since(Clock::time_point start) { return std::chrono::duration<double, std::milli>(Clock::now() - start).count(); }

inline void open_many_files() {
  rlimit limit{};
  getrlimit(RLIMIT_NOFILE, &limit);
  limit.rlim_cur = limit.rlim_max;
  setrlimit(RLIMIT_NOFILE, &limit);
}

inline sockaddr_in loopback(int port) {
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(static_cast<std::uint16_t>(port));
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  return address;
}

inline void set_nodelay(int fd) {
  const int on = 1;
  setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
}

inline void set_nonblocking(int fd) { fcntl(fd, F_SETFL, fcntl(fd, F_GETFL) | O_NONBLOCK); }

inline int connect_to(int port) {
  const int fd = socket(AF_INET, SOCK_STREAM, 0);
  const sockaddr_in address = loopback(port);
  if (fd < 0 || connect(fd, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0) die("connect");
  set_nodelay(fd);
  return fd;
}

/// Blocking; for short messages.
inline void send_all(int fd, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t sent = send(fd, bytes.data(), bytes.size(), MSG_NOSIGNAL);
    if (sent <= 0) die("send");
    bytes.remove_prefix(static_cast<std::size_t>(sent));
  }
}

inline std::string file_content(const char* path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) die(path);
  return {std::istreambuf_iterator<char>(file), {}};
}

/// How long the answer at the start of `bytes` is, by its Content-Length; 0 when it is not all there.
inline std::size_t answer_length(std::string_view bytes) {
  const auto end = bytes.find("\r\n\r\n");
  if (end == std::string_view::npos) return 0;
  constexpr std::string_view name = "ontent-length: ";
  const auto letter = [](char a, char b) { return (a | 0x20) == (b | 0x20); };
  const auto head = bytes.substr(0, end);
  const auto found = std::search(head.begin(), head.end(), name.begin(), name.end(), letter);
  const auto at = found == head.end() ? std::string_view::npos : static_cast<std::size_t>(found - head.begin());
  const std::size_t body = at == std::string_view::npos ? 0 : std::strtoul(bytes.data() + at + name.size(), nullptr, 10);
  return bytes.size() >= end + 4 + body ? end + 4 + body : 0;
}

/// Sends one request on a blocking connection and gives the answer.
inline std::string answer_to(int fd, std::string_view request) {
  send_all(fd, request);
  std::string answer;
  char buffer[16 * 1024];
  while (answer_length(answer) == 0) {
    const ssize_t got = recv(fd, buffer, sizeof buffer, 0);
    if (got <= 0) die("answer");
    answer.append(buffer, static_cast<std::size_t>(got));
  }
  return answer;
}

/// The value below which `share` of the values lie.
inline double quantile(std::vector<double> values, double share) {
  if (values.empty()) return 0;
  const auto at = static_cast<std::ptrdiff_t>(share * static_cast<double>(values.size() - 1) + 0.5);
  std::nth_element(values.begin(), values.begin() + at, values.end());
  return values[static_cast<std::size_t>(at)];
}

}  // namespace bench
