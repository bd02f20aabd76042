#pragma once
// CHECK marks our own bugs, never bad input. It is on in every build.

namespace knippe {

/// Prints where and what, then aborts the process.
[[noreturn]] void check_failed(const char* condition, const char* file, int line) noexcept;

}  // namespace knippe

#define CHECK(condition)                                                        \
  (__builtin_expect(static_cast<bool>(condition), 1) ? static_cast<void>(0)     \
                                                     : ::knippe::check_failed(#condition, __FILE__, __LINE__))
