#pragma once
// How a database file is opened by who may not change anything in its folder.

#include <filesystem>
#include <string>

namespace knippe {

/// An SQLite URI: read only; and where no write-ahead log lies beside it (no server works there) also immutable, so that SQLite makes no
/// files of its own.
inline std::string read_only_uri(const std::filesystem::path& file) {
  std::string uri = "file:";
  for (const char c : file.string()) {
    if (c == '?' || c == '#' || c == '%') {
      constexpr char digits[] = "0123456789abcdef";
      uri += '%';
      uri += digits[static_cast<unsigned char>(c) >> 4];
      uri += digits[static_cast<unsigned char>(c) & 15];
    } else {
      uri += c;
    }
  }
  std::error_code error;
  const bool in_use = std::filesystem::exists(file.string() + "-wal", error);
  return uri + (in_use ? "?mode=ro" : "?mode=ro&immutable=1");
}

}  // namespace knippe
