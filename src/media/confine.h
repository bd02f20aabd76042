#pragma once
// The walls of the child process: it may compute, use memory, read what it was handed and write its answer; nothing else.

#include <chrono>
#include <cstddef>

#include "base/result.h"

namespace knippe::media {

struct Confinement {
  std::size_t memory_bytes = std::size_t{1} << 30;  ///< of address space
  std::chrono::seconds cpu{15};
};

/// Closes every file but the first three, sets the limits, then allows a short list of system calls; any other kills the process
/// (seccomp). There is no way back.
Status confine(const Confinement& walls);

}  // namespace knippe::media
