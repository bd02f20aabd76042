#include "store/control_socket.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <poll.h>
#include <sys/eventfd.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <thread>
#include <vector>

#include "base/encoding.h"
#include "base/text.h"

// An answer is one line of tab-separated fields: "ok", text; or "error", kind as a number, message key, detail. Tabs
// and line ends inside a field become spaces.

namespace knippe::store {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t line_length_max = 64 << 10;
constexpr int asking_timeout_ms = 5'000;

class Descriptor {
 public:
  explicit Descriptor(int number = -1) : number_(number) {}
  Descriptor(Descriptor&& other) noexcept : number_(std::exchange(other.number_, -1)) {}
  Descriptor& operator=(Descriptor&& other) noexcept {
    std::swap(number_, other.number_);
    return *this;
  }
  ~Descriptor() {
    if (number_ >= 0) ::close(number_);
  }
  int get() const { return number_; }
  explicit operator bool() const { return number_ >= 0; }

 private:
  int number_;
};

std::unexpected<Error> failed(const fs::path& path) {
  return fail(ErrorKind::internal, "control.failed", path.string() + ": " + std::strerror(errno));
}

/// A socket's address is 107 characters at most, a folder's path may be longer: the address goes through the open
/// folder.
struct Address {
  Descriptor folder;
  sockaddr_un value{};

  explicit Address(const fs::path& path)
      : folder(::open(path.has_parent_path() ? path.parent_path().c_str() : ".", O_PATH | O_DIRECTORY | O_CLOEXEC)) {
    value.sun_family = AF_UNIX;
    const std::string name = fmt::format("/proc/self/fd/{}/{}", folder.get(), path.filename().string());
    name.copy(value.sun_path, sizeof value.sun_path - 1);
  }
  const sockaddr* get() const { return reinterpret_cast<const sockaddr*>(&value); }
};

Descriptor connect_to(const fs::path& path) {
  const Address address(path);
  Descriptor socket(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0));
  if (!socket || ::connect(socket.get(), address.get(), sizeof address.value) != 0) return Descriptor();
  return socket;
}

/// Reads until a line's end; nothing when the other side is silent, hangs up or says too much.
std::optional<std::string> read_line(int socket, int timeout_ms) {
  std::string line;
  std::array<char, 4096> piece;
  while (line.size() < line_length_max) {
    pollfd waiting{socket, POLLIN, 0};
    const int ready = ::poll(&waiting, 1, timeout_ms);
    if (ready < 0 && errno == EINTR) continue;
    if (ready <= 0) return std::nullopt;
    const ssize_t count = ::recv(socket, piece.data(), piece.size(), 0);
    if (count <= 0) return std::nullopt;
    line.append(piece.data(), static_cast<std::size_t>(count));
    if (const auto end = line.find('\n'); end != std::string::npos) return line.substr(0, end);
  }
  return std::nullopt;
}

bool send_line(int socket, std::string line) {
  line += '\n';
  std::string_view rest = line;
  while (!rest.empty()) {
    const ssize_t count = ::send(socket, rest.data(), rest.size(), MSG_NOSIGNAL);
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return false;
    rest.remove_prefix(static_cast<std::size_t>(count));
  }
  return true;
}

std::string as_field(std::string text) {
  std::ranges::replace_if(text, [](char c) { return c == '\t' || c == '\n' || c == '\r'; }, ' ');
  return text;
}

std::string write_answer(const Result<std::string>& answer) {
  if (answer) return "ok\t" + as_field(*answer);
  const Error& error = answer.error();
  return fmt::format("error\t{}\t{}\t{}", static_cast<int>(error.kind), as_field(error.message_key),
                     as_field(error.detail));
}

Result<std::string> parse_answer(std::string_view line) {
  const auto fields = split(line, '\t');
  if (fields.size() == 2 && fields[0] == "ok") return std::string(fields[1]);
  const auto kind = fields.size() == 4 && fields[0] == "error" ? parse_number(fields[1]) : std::nullopt;
  if (!kind || *kind > static_cast<std::uint64_t>(ErrorKind::internal))
    return fail(ErrorKind::internal, "control.failed", std::string(line));
  return fail(static_cast<ErrorKind>(*kind), std::string(fields[2]), std::string(fields[3]));
}

bool is_ours(int socket) {
  ucred who{};
  socklen_t size = sizeof who;
  if (::getsockopt(socket, SOL_SOCKET, SO_PEERCRED, &who, &size) != 0) return false;
  return who.uid == ::geteuid() || who.uid == 0;
}

Result<Descriptor> listen_at(const fs::path& path) {
  if (connect_to(path)) return refuse("control.in_use", path.string());
  ::unlink(path.c_str());
  const Address address(path);
  Descriptor socket(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0));
  if (!socket || ::bind(socket.get(), address.get(), sizeof address.value) != 0) return failed(path);
  if (::chmod(path.c_str(), 0600) != 0 || ::listen(socket.get(), 8) != 0) return failed(path);
  return socket;
}

class Listening final : public ControlSocket {
 public:
  Listening(fs::path path, Descriptor socket, Descriptor stop, Answer answer)
      : path_(std::move(path)),
        socket_(std::move(socket)),
        stop_(std::move(stop)),
        answer_(std::move(answer)),
        thread_([this] { serve(); }) {}

  ~Listening() override {
    ::eventfd_write(stop_.get(), 1);
    thread_.join();
    ::unlink(path_.c_str());
  }

 private:
  void serve() {
    for (;;) {
      std::array<pollfd, 2> waiting{pollfd{socket_.get(), POLLIN, 0}, pollfd{stop_.get(), POLLIN, 0}};
      if (::poll(waiting.data(), waiting.size(), -1) < 0 && errno != EINTR) return;
      if (waiting[1].revents != 0) return;
      if (waiting[0].revents == 0) continue;
      const Descriptor caller(::accept4(socket_.get(), nullptr, nullptr, SOCK_CLOEXEC));
      if (caller && is_ours(caller.get())) answer_one(caller.get());
    }
  }

  void answer_one(int caller) {
    const auto line = read_line(caller, asking_timeout_ms);
    if (line) send_line(caller, write_answer(answer_(*line)));
  }

  fs::path path_;
  Descriptor socket_;
  Descriptor stop_;
  Answer answer_;
  std::thread thread_;
};

}  // namespace

Result<std::unique_ptr<ControlSocket>> ControlSocket::listen(const fs::path& path, Answer answer) {
  Descriptor socket = TRY(listen_at(path));
  Descriptor stop(::eventfd(0, EFD_CLOEXEC));
  if (!stop) return failed(path);
  return std::make_unique<Listening>(path, std::move(socket), std::move(stop), std::move(answer));
}

Result<std::string> ask(const fs::path& dir, std::string_view line, int timeout_ms) {
  const Descriptor socket = connect_to(dir / "knippe.sock");
  if (!socket || !send_line(socket.get(), as_field(std::string(line))))
    return fail(ErrorKind::unavailable, "control.no_server", dir.string());
  const auto answer = read_line(socket.get(), timeout_ms);
  if (!answer) return fail(ErrorKind::unavailable, "control.no_answer", dir.string());
  return parse_answer(*answer);
}

}  // namespace knippe::store
