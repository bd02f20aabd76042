#include "store/whole_file.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <span>

namespace knippe::store {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t text_file_max = 64 << 20;

struct File {
  int number;
  File(const fs::path& path, int flags) : number(::open(path.c_str(), flags | O_CLOEXEC, 0600)) {}
  ~File() {
    if (number >= 0) ::close(number);
  }
  File(const File&) = delete;
};

std::unexpected<Error> failed(const fs::path& path) {
  const auto kind = errno == ENOSPC || errno == EDQUOT ? ErrorKind::unavailable : ErrorKind::internal;
  return fail(kind, kind == ErrorKind::unavailable ? "store.no_space" : "folder.failed",
              path.string() + ": " + std::strerror(errno));
}

Status write_all(int file, std::string_view content, const fs::path& path) {
  while (!content.empty()) {
    const ssize_t count = ::write(file, content.data(), content.size());
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return failed(path);
    content.remove_prefix(static_cast<std::size_t>(count));
  }
  return {};
}

/// A whole file as memory; empty files have none.
class Mapped {
 public:
  static Result<Mapped> open(const fs::path& path) {
    const File file(path, O_RDONLY);
    struct stat facts{};
    if (file.number < 0 || ::fstat(file.number, &facts) != 0) return failed(path);
    const auto size = static_cast<std::size_t>(facts.st_size);
    if (size == 0) return Mapped(nullptr, 0);
    void* start = ::mmap(nullptr, size, PROT_READ, MAP_PRIVATE, file.number, 0);
    if (start == MAP_FAILED) return failed(path);
    return Mapped(start, size);
  }
  Mapped(Mapped&& other) noexcept : start_(std::exchange(other.start_, nullptr)), size_(other.size_) {}
  ~Mapped() {
    if (start_) ::munmap(start_, size_);
  }
  std::string_view text() const { return {static_cast<const char*>(start_), size_}; }

 private:
  Mapped(void* start, std::size_t size) : start_(start), size_(size) {}
  void* start_;
  std::size_t size_;
};

Status write_and_sync(const fs::path& path, std::string_view content) {
  const File file(path, O_WRONLY | O_CREAT | O_TRUNC);
  if (file.number < 0) return failed(path);
  TRY_STATUS(write_all(file.number, content, path));
  if (::fsync(file.number) != 0) return failed(path);
  return {};
}

}  // namespace

Status write_private_file(const fs::path& path, std::string_view content) {
  fs::path unfinished = path;
  unfinished += ".unfinished";
  ::unlink(unfinished.c_str());
  TRY_STATUS(write_and_sync(unfinished, content));
  if (::rename(unfinished.c_str(), path.c_str()) != 0) return failed(path);
  return sync_folder(path.parent_path());
}

Result<std::string> read_text_file(const fs::path& path) {
  const Mapped file = TRY(Mapped::open(path));
  if (file.text().size() > text_file_max) return fail(ErrorKind::too_large, "folder.failed", path.string());
  return std::string(file.text());
}

Status copy_private_file(const fs::path& from, const fs::path& to) {
  const Mapped source = TRY(Mapped::open(from));
  return write_and_sync(to, source.text());
}

Result<Digest> digest_of_file(const fs::path& path) {
  const Mapped file = TRY(Mapped::open(path));
  return sha256(file.text());
}

Status sync_folder(const fs::path& dir) {
  const File folder(dir.empty() ? fs::path(".") : dir, O_RDONLY | O_DIRECTORY);
  if (folder.number < 0 || ::fsync(folder.number) != 0) return failed(dir);
  return {};
}

}  // namespace knippe::store
