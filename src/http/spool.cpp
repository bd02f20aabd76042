#include "http/spool.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <utility>

namespace knippe::http {
namespace {

constexpr std::size_t held_bytes_max = 1024 * 1024;
constexpr std::size_t piece_bytes = 64 * 1024;

}  // namespace

Spooled::~Spooled() { ::close(descriptor_); }

Spool::~Spool() {
  if (descriptor_ >= 0) ::close(descriptor_);
}

void Spool::open() {
  std::string name = folder_ + "/.spool-XXXXXX";
  descriptor_ = ::mkostemp(name.data(), O_CLOEXEC);
  if (descriptor_ < 0) error_ = errno;
  else ::unlink(name.c_str());
}

std::string Spool::path() {
  if (descriptor_ < 0) open();
  return descriptor_ < 0 ? std::string() : "/proc/self/fd/" + std::to_string(descriptor_);
}

void Spool::put(std::string_view bytes) {
  waiting_ += bytes;
  if (waiting_.size() >= (descriptor_ < 0 ? held_bytes_max : piece_bytes)) flush();
}

void Spool::flush() {
  if (descriptor_ < 0 && error_ == 0) open();
  std::string_view rest = waiting_;
  while (!rest.empty() && error_ == 0) {
    const ssize_t n = ::write(descriptor_, rest.data(), rest.size());
    if (n >= 0) rest.remove_prefix(static_cast<std::size_t>(n));
    else if (errno != EINTR) error_ = errno;
  }
  waiting_.clear();
}

Result<Spool::Content> Spool::close() {
  if (descriptor_ < 0 && error_ == 0) return Content{std::move(waiting_), {}};
  flush();
  struct stat facts {};
  if (error_ == 0 && ::fstat(descriptor_, &facts) != 0) error_ = errno;
  if (error_ == ENOSPC || error_ == EDQUOT) return fail(ErrorKind::unavailable, "store.no_space", std::strerror(error_));
  if (error_ != 0) return fail(ErrorKind::internal, "store.failed", std::strerror(error_));
  return Content{{}, std::make_shared<const Spooled>(std::exchange(descriptor_, -1), static_cast<std::uint64_t>(facts.st_size))};
}

}  // namespace knippe::http
