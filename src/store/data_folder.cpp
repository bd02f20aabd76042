#include "store/data_folder.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

#include "base/encoding.h"
#include "base/text.h"
#include "store/whole_file.h"

namespace knippe::store {
namespace {

namespace fs = std::filesystem;

Status make_private_folder(const fs::path& dir) {
  std::error_code error;
  if (fs::is_directory(dir, error)) return {};
  if (dir.has_parent_path()) fs::create_directories(dir.parent_path(), error);
  if (::mkdir(dir.c_str(), 0700) == 0) return {};
  return fail(ErrorKind::internal, "folder.failed", dir.string() + ": " + std::strerror(errno));
}

std::string holder_of(int file) {
  char text[32] = {};
  const ssize_t count = ::pread(file, text, sizeof text - 1, 0);
  return std::string(trim_ascii(std::string_view(text, count > 0 ? static_cast<std::size_t>(count) : 0)));
}

Result<int> take_lock(const fs::path& path) {
  const int file = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
  if (file < 0) return fail(ErrorKind::internal, "folder.failed", path.string() + ": " + std::strerror(errno));
  if (::flock(file, LOCK_EX | LOCK_NB) != 0) {
    std::string holder = holder_of(file);
    ::close(file);
    return refuse("folder.in_use", std::move(holder));
  }
  const std::string number = std::to_string(::getpid()) + "\n";
  if (::ftruncate(file, 0) != 0 || ::pwrite(file, number.data(), number.size(), 0) < 0) {
    ::close(file);
    return fail(ErrorKind::unavailable, "store.no_space", path.string());
  }
  return file;
}

Status make_private_file(const fs::path& path) {
  const int file = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
  if (file < 0) return fail(ErrorKind::internal, "folder.failed", path.string() + ": " + std::strerror(errno));
  ::close(file);
  return {};
}

}  // namespace

Result<DataFolder> DataFolder::open(const fs::path& dir) {
  TRY_STATUS(make_private_folder(dir));
  std::error_code error;
  const fs::path whole = fs::canonical(dir, error);
  if (error) return fail(ErrorKind::internal, "folder.failed", dir.string() + ": " + error.message());
  DataFolder folder(whole, TRY(take_lock(whole / "lock")));
  TRY_STATUS(make_private_folder(folder.files()));
  TRY_STATUS(make_private_folder(folder.keys()));
  TRY_STATUS(make_private_file(
      folder.database()));  // SQLite's own would be readable by all; its -wal and -shm follow this one
  return folder;
}

std::uint64_t DataFolder::size_of(const fs::path& dir) {
  std::uint64_t bytes = 0;
  std::error_code error;
  const auto add = [&](const fs::path& file) {
    const auto size = fs::file_size(file, error);
    if (!error) bytes += size;
  };
  for (const char* name : {"knippe.db", "knippe.db-wal"}) add(dir / name);
  for (auto it = fs::recursive_directory_iterator(dir / "files", error); !error && it != fs::recursive_directory_iterator(); it.increment(error))
    if (it->is_regular_file(error)) add(it->path());
  return bytes;
}

bool DataFolder::in_use(const fs::path& dir) {
  const int file = ::open((dir / "lock").c_str(), O_RDONLY | O_CLOEXEC);
  if (file < 0) return false;
  const bool held = ::flock(file, LOCK_SH | LOCK_NB) != 0;
  ::close(file);
  return held;
}

DataFolder::DataFolder(DataFolder&& other) noexcept
    : path_(std::move(other.path_)), lock_(std::exchange(other.lock_, -1)) {}

DataFolder& DataFolder::operator=(DataFolder&& other) noexcept {
  std::swap(path_, other.path_);
  std::swap(lock_, other.lock_);
  return *this;
}

DataFolder::~DataFolder() {
  if (lock_ >= 0) ::close(lock_);
}

Result<std::string> DataFolder::remake_local_key(Random& random) const {
  std::string key = to_hex(random.bytes<32>());
  TRY_STATUS(write_private_file(path_ / "local.key", key + "\n"));
  return key;
}

Result<Digest> DataFolder::key(std::string_view name, Random& random) const {
  const fs::path file = keys() / (std::string(name) + ".key");
  std::error_code error;
  if (!fs::exists(file, error)) TRY_STATUS(write_private_file(file, to_hex(random.bytes<32>()) + "\n"));
  const auto bytes = from_hex(trim_ascii(TRY(read_text_file(file))));
  if (!bytes || bytes->size() != sizeof(Digest)) return fail(ErrorKind::internal, "folder.damaged_key", file.string());
  Digest key{};
  std::ranges::copy(*bytes, key.begin());
  return key;
}

bool DataFolder::has_key(std::string_view name) const {
  std::error_code error;
  return fs::exists(keys() / (std::string(name) + ".key"), error);
}

Result<Digest> DataFolder::new_key(std::string_view name, Random& random) const {
  if (has_key(name)) return fail(ErrorKind::refused, "folder.key_exists", std::string(name));
  return key(name, random);
}

Status DataFolder::rename_key(std::string_view name, std::string_view instead_of) const {
  std::error_code error;
  fs::rename(keys() / (std::string(name) + ".key"), keys() / (std::string(instead_of) + ".key"), error);
  if (error) return fail(ErrorKind::internal, "folder.failed", error.message());
  return sync_folder(keys());
}

Result<std::string> read_local_key(const fs::path& dir) {
  auto text = read_text_file(dir / "local.key");
  if (!text) return fail(ErrorKind::not_found, "folder.no_local_key", dir.string());
  return std::string(trim_ascii(*text));
}

}  // namespace knippe::store
