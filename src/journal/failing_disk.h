#pragma once
// A disk under SQLite that fails on command, for the tests: the platform's VFS with its write and sync calls
// intercepted.

#include <sqlite3.h>

#include <atomic>
#include <map>
#include <memory>
#include <utility>

namespace knippe::journal::failing_disk {

constexpr const char* vfs_name = "knippe-failing-disk";

/// How many more writes find space; negative: all.
inline std::atomic<int> writes_with_space{-1};
inline std::atomic<bool> log_sync_fails{false};
inline std::atomic<bool> database_sync_fails{false};

struct Methods : sqlite3_io_methods {
  const sqlite3_io_methods* platform = nullptr;
  bool is_log = false;
};

inline const Methods& methods_of(sqlite3_file* file) { return *static_cast<const Methods*>(file->pMethods); }

inline int write(sqlite3_file* file, const void* bytes, int size, sqlite3_int64 at) {
  if (writes_with_space == 0) return SQLITE_FULL;
  if (writes_with_space > 0) --writes_with_space;
  return methods_of(file).platform->xWrite(file, bytes, size, at);
}

inline int sync(sqlite3_file* file, int flags) {
  if (methods_of(file).is_log ? log_sync_fails : database_sync_fails) return SQLITE_IOERR_FSYNC;
  return methods_of(file).platform->xSync(file, flags);
}

inline const Methods* intercepted(const sqlite3_io_methods* platform, bool is_log) {
  static std::map<std::pair<const sqlite3_io_methods*, bool>, std::unique_ptr<Methods>> known;
  auto& methods = known[{platform, is_log}];
  if (!methods) {
    methods = std::make_unique<Methods>();
    static_cast<sqlite3_io_methods&>(*methods) = *platform;
    methods->xWrite = write;
    methods->xSync = sync;
    methods->platform = platform;
    methods->is_log = is_log;
  }
  return methods.get();
}

inline int open(sqlite3_vfs*, const char* name, sqlite3_file* file, int flags, int* flags_out) {
  sqlite3_vfs* platform = sqlite3_vfs_find(nullptr);
  const int code = platform->xOpen(platform, name, file, flags, flags_out);
  if (code == SQLITE_OK && file->pMethods) file->pMethods = intercepted(file->pMethods, (flags & SQLITE_OPEN_WAL) != 0);
  return code;
}

/// Makes the disk known to SQLite under vfs_name, and well again.
inline void plug_in() {
  writes_with_space = -1;
  log_sync_fails = database_sync_fails = false;
  static sqlite3_vfs disk = *sqlite3_vfs_find(nullptr);
  disk.zName = vfs_name;
  disk.xOpen = open;
  sqlite3_vfs_register(&disk, 0);
}

}  // namespace knippe::journal::failing_disk
