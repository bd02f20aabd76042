#pragma once
// A page kept for many readers: the same for all but for a few values of fixed lengths (a form token, the time), which it has openings for and
// does not hold. It is compressed once; a reader's own values stand uncompressed between its pieces.

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace knippe::http {

class Stencil {
 public:
  /// Cuts `page` open wherever one of `values` stands in it.
  Stencil(std::string_view page, std::span<const std::string> values);

  /// The page with these values, which are as many and as long as the first ones.
  std::string filled(std::span<const std::string> values) const;
  /// The same as a gzip file.
  std::string gzipped(std::span<const std::string> values) const;
  /// What it takes of memory.
  std::size_t bytes() const;

 private:
  static constexpr std::size_t none = SIZE_MAX;
  struct Piece {
    std::string plain, deflated;  ///< deflated to whole bytes, without looking at other pieces
    unsigned long crc = 0;
    unsigned long crc_shift = 0;  ///< what a piece of this length does to the checksum of what stands before it
    std::size_t value = none;     ///< the opening that follows
  };
  void add(std::string_view text, std::size_t value);

  std::vector<Piece> pieces_;
  std::size_t page_bytes_ = 0, gzip_bytes_ = 0;  ///< of what is made
};

}  // namespace knippe::http
