#pragma once
// The folder a server lives in: DIR/knippe.db, search.db, files/, keys/, lock, local.key, knippe.sock. Whoever holds a DataFolder
// holds its lock, so at most one process works in it. Everything in it is readable by its owner only.

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

#include "base/digest.h"
#include "base/random.h"
#include "base/result.h"

namespace knippe::store {

class DataFolder {
 public:
  /// Opens or creates DIR (0700) and takes its lock. Refused (`folder.in_use`, detail: the other process's number)
  /// while another process holds it.
  static Result<DataFolder> open(const std::filesystem::path& dir);
  /// Whether a process holds DIR's lock now. Touches nothing.
  static bool in_use(const std::filesystem::path& dir);
  DataFolder(DataFolder&& other) noexcept;
  DataFolder& operator=(DataFolder&& other) noexcept;
  ~DataFolder();

  const std::filesystem::path& path() const { return path_; }
  std::filesystem::path database() const { return path_ / "knippe.db"; }
  std::filesystem::path search_index() const { return path_ / "search.db"; }
  std::filesystem::path files() const { return path_ / "files"; }
  std::filesystem::path keys() const { return path_ / "keys"; }
  std::filesystem::path socket() const { return path_ / "knippe.sock"; }

  /// Bytes of the database with its log, and of files/.
  static std::uint64_t size_of(const std::filesystem::path& dir);

  /// Makes a new local key (64 hex digits in DIR/local.key, 0600): who can read it may act as administrator until the
  /// next start.
  Result<std::string> remake_local_key(Random& random) const;
  /// The server's 32 secret bytes of this name (a–z and '-'), made at first use and kept in DIR/keys/NAME.key.
  Result<Digest> key(std::string_view name, Random& random) const;
  /// Makes a new one under `name`, which must not be there, and gives it.
  Result<Digest> new_key(std::string_view name, Random& random) const;
  /// The secret called `name` takes the place of the one called `instead_of`, which is gone then.
  Status rename_key(std::string_view name, std::string_view instead_of) const;
  bool has_key(std::string_view name) const;

 private:
  DataFolder(std::filesystem::path path, int lock) : path_(std::move(path)), lock_(lock) {}
  std::filesystem::path path_;
  int lock_ = -1;
};

/// What a tool on the same machine reads to act as administrator; not_found (`folder.no_local_key`) before the first
/// start.
Result<std::string> read_local_key(const std::filesystem::path& dir);

}  // namespace knippe::store
