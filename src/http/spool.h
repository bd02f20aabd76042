#pragma once
// A body that may be too long for memory: what is short is held, the rest lies in a file without a name, is sent from there by the kernel and
// goes with its last holder.

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <utility>

#include "base/result.h"

namespace knippe::http {

/// An open file without a name.
class Spooled {
 public:
  Spooled(int descriptor, std::uint64_t size) : descriptor_(descriptor), size_(size) {}
  Spooled(const Spooled&) = delete;
  ~Spooled();
  int descriptor() const { return descriptor_; }
  std::uint64_t size() const { return size_; }

 private:
  const int descriptor_;
  const std::uint64_t size_;
};
using SpooledBody = std::shared_ptr<const Spooled>;

class Spool {
 public:
  struct Content {
    std::string held;     ///< all of it, or nothing
    SpooledBody spooled;  ///< all of it when it was long
  };

  /// The file will lie in this folder, which should be on a disk. What goes wrong is told by close().
  explicit Spool(std::string folder) : folder_(std::move(folder)) {}
  Spool(const Spool&) = delete;
  ~Spool();
  void put(std::string_view bytes);
  /// For a library that writes to a path only; not to be mixed with put(). Empty when there is none.
  std::string path();
  /// unavailable `store.no_space`, internal `store.failed`.
  Result<Content> close();

 private:
  void open();
  void flush();

  const std::string folder_;
  int descriptor_ = -1;
  int error_ = 0;
  std::string waiting_;
};

}  // namespace knippe::http
