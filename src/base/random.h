#pragma once
// Randomness comes in through a seam, so that every decision can be replayed.

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>

namespace knippe {

class Random {
 public:
  virtual ~Random() = default;
  virtual void fill(std::span<std::byte> out) = 0;

  template <std::size_t N>
  std::array<std::byte, N> bytes() {
    std::array<std::byte, N> out;
    fill(out);
    return out;
  }
  std::uint64_t next_u64();
  /// Uniform in [0, bound); bound > 0.
  std::uint64_t below(std::uint64_t bound);
};

/// The kernel's generator (getrandom). Safe from several threads.
class SystemRandom final : public Random {
 public:
  void fill(std::span<std::byte> out) override;
};

/// SplitMix64 from a seed: for tests and simulation only, not for secrets.
class SeededRandom final : public Random {
 public:
  explicit SeededRandom(std::uint64_t seed) : state_(seed) {}
  void fill(std::span<std::byte> out) override;

 private:
  std::uint64_t state_;
};

}  // namespace knippe
