#pragma once
// The walls of the child process: it may compute, use memory, read what it was handed and write its answer; nothing else.

#include <chrono>
#include <cstddef>

#include "base/result.h"

#if defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer)
#define KNIPPE_SANITIZED 1
#endif
#endif

namespace knippe::media {

/// Built with a sanitizer: its shadow memory is terabytes of address space, so the memory wall is not built; it ends a program that
/// asks for too much itself.
#ifdef KNIPPE_SANITIZED
inline constexpr bool is_sanitized = true;
#else
inline constexpr bool is_sanitized = false;
#endif

struct Confinement {
  std::size_t memory_bytes = std::size_t{1} << 30;  ///< of address space
  std::chrono::seconds cpu{15};
};

/// Closes every file but the first three, sets the limits, then allows a short list of system calls; any other kills the process
/// (seccomp). There is no way back.
Status confine(const Confinement& walls);

}  // namespace knippe::media
