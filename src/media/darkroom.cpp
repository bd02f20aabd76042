#include "media/darkroom.h"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <optional>

#include "media/answer.h"

namespace knippe::media {
namespace {

using Steady = std::chrono::steady_clock;

class File {
 public:
  explicit File(int number = -1) : number_(number) {}
  File(File&& other) noexcept : number_(std::exchange(other.number_, -1)) {}
  ~File() { close(); }
  int number() const { return number_; }
  void close() {
    if (number_ >= 0) ::close(number_);
    number_ = -1;
  }

 private:
  int number_;
};

std::unexpected<Error> failed(const char* what, int error) { return fail(ErrorKind::unavailable, "photo.busy", std::string(what) + ": " + std::strerror(error)); }

/// The upload as a file in memory, to be the child's standard input.
Result<File> memory_file(std::string_view bytes) {
  File file(::memfd_create("photo", MFD_CLOEXEC));
  if (file.number() < 0) return failed("memfd_create", errno);
  while (!bytes.empty()) {
    const ssize_t count = ::write(file.number(), bytes.data(), bytes.size());
    if (count <= 0) return failed("write", errno);
    bytes.remove_prefix(static_cast<std::size_t>(count));
  }
  ::lseek(file.number(), 0, SEEK_SET);
  return file;
}

/// A running child; killed and waited for, whatever happens.
class Child {
 public:
  Child(pid_t id, File answer) : id_(id), answer_(std::move(answer)) {}
  Child(Child&& other) noexcept : id_(std::exchange(other.id_, 0)), answer_(std::move(other.answer_)) {}
  ~Child() {
    if (id_ <= 0) return;
    ::kill(id_, SIGKILL);
    (void)wait();
  }

  static Result<Child> start(const std::string& program, const File& input);
  /// All it writes, or nothing when time runs out or it writes too much.
  std::optional<std::string> read_until(Steady::time_point deadline) const;
  /// How it ended, as waitpid tells.
  int wait() {
    int status = -1;
    while (::waitpid(id_, &status, 0) < 0 && errno == EINTR) {}
    id_ = 0;
    return status;
  }

 private:
  pid_t id_;
  File answer_;
};

/// The child starts with three files, no environment, and every signal as at birth.
struct Plan {
  posix_spawn_file_actions_t files;
  posix_spawnattr_t attributes;
  Plan(int input, int output) {
    posix_spawn_file_actions_init(&files);
    posix_spawn_file_actions_adddup2(&files, input, STDIN_FILENO);
    posix_spawn_file_actions_adddup2(&files, output, STDOUT_FILENO);
    posix_spawn_file_actions_addopen(&files, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
    posix_spawnattr_init(&attributes);
    sigset_t none, all;
    sigemptyset(&none);
    sigfillset(&all);
    posix_spawnattr_setsigmask(&attributes, &none);
    posix_spawnattr_setsigdefault(&attributes, &all);
    posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF);
  }
  Plan(const Plan&) = delete;
  ~Plan() {
    posix_spawn_file_actions_destroy(&files);
    posix_spawnattr_destroy(&attributes);
  }
};

Result<Child> Child::start(const std::string& program, const File& input) {
  int ends[2];
  if (::pipe2(ends, O_CLOEXEC) != 0) return failed("pipe", errno);
  File reading(ends[0]), writing(ends[1]);
  const Plan plan(input.number(), writing.number());
  std::string name = "knippe", mode = child_mode, quiet = "ASAN_OPTIONS=detect_leaks=0:allocator_may_return_null=1:max_allocation_size_mb=1024";
  char* const arguments[] = {name.data(), mode.data(), nullptr};
  char* const environment[] = {quiet.data(), nullptr};
  pid_t id = 0;
  if (const int error = ::posix_spawn(&id, program.c_str(), &plan.files, &plan.attributes, arguments, environment)) return failed("spawn", error);
  return Child(id, std::move(reading));
}

std::optional<std::string> Child::read_until(Steady::time_point deadline) const {
  std::string bytes;
  char piece[1 << 16];
  for (;;) {
    const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(deadline - Steady::now()).count();
    if (left <= 0) return std::nullopt;
    pollfd waiting{answer_.number(), POLLIN, 0};
    const int ready = ::poll(&waiting, 1, static_cast<int>(left));
    if (ready < 0 && errno != EINTR) return std::nullopt;
    if (ready <= 0) continue;
    const ssize_t count = ::read(answer_.number(), piece, sizeof piece);
    if (count == 0) return bytes;
    if (count < 0) return std::nullopt;
    bytes.append(piece, static_cast<std::size_t>(count));
    if (bytes.size() > answer_bytes_max) return std::nullopt;
  }
}

}  // namespace

Result<Developed> Darkroom::develop(std::string_view upload) {
  if (upload.size() > upload_bytes_max) return fail(ErrorKind::too_large, "photo.too_large", std::to_string(upload_bytes_max >> 20));
  if (format_of(upload) == Format::unknown) return bad_input("photo.unknown_type");
  {
    std::unique_lock lock(mutex_);
    if (!freed_.wait_for(lock, options_.patience, [&] { return free_ > 0; })) return fail(ErrorKind::unavailable, "photo.busy");
    --free_;
  }
  auto developed = in_child(upload);
  const std::scoped_lock lock(mutex_);
  ++free_;
  freed_.notify_one();
  return developed;
}

Result<Developed> Darkroom::in_child(std::string_view upload) const {
  const File input = TRY(memory_file(upload));
  Child child = TRY(Child::start(options_.program, input));
  const auto answer = child.read_until(Steady::now() + options_.wall);
  if (!answer) return fail(ErrorKind::too_large, "photo.too_slow");
  const int status = child.wait();
  if (WIFSIGNALED(status) && (WTERMSIG(status) == SIGXCPU || WTERMSIG(status) == SIGKILL)) return fail(ErrorKind::too_large, "photo.too_slow");
  if (!WIFEXITED(status)) return bad_input("photo.broken");
  if (WEXITSTATUS(status) != 0) return std::unexpected(error_of(WEXITSTATUS(status)));
  auto developed = read_answer(*answer);
  if (!developed) return bad_input("photo.broken");
  return *std::move(developed);
}

}  // namespace knippe::media
