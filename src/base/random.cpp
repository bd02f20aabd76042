#include "base/random.h"

#include <sys/random.h>

#include <cstring>

#include "base/check.h"

namespace knippe {

std::uint64_t Random::next_u64() {
  std::uint64_t value = 0;
  fill(std::as_writable_bytes(std::span(&value, 1)));
  return value;
}

std::uint64_t Random::below(std::uint64_t bound) {
  CHECK(bound > 0);
  const std::uint64_t unbiased = UINT64_MAX - UINT64_MAX % bound;
  std::uint64_t value = next_u64();
  while (value >= unbiased) value = next_u64();
  return value % bound;
}

void SystemRandom::fill(std::span<std::byte> out) {
  while (!out.empty()) {
    const ssize_t count = getrandom(out.data(), out.size(), 0);
    CHECK(count > 0);
    out = out.subspan(static_cast<std::size_t>(count));
  }
}

void SeededRandom::fill(std::span<std::byte> out) {
  while (!out.empty()) {
    std::uint64_t z = (state_ += 0x9e3779b97f4a7c15ULL);
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ULL;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebULL;
    z ^= z >> 31;
    const std::size_t count = out.size() < sizeof z ? out.size() : sizeof z;
    std::memcpy(out.data(), &z, count);
    out = out.subspan(count);
  }
}

}  // namespace knippe
