#pragma once
// The chunked transfer coding (RFC 9112, 7.1), strictly: what follows a size or a line must be what the grammar says.
// Extensions are checked and ignored, trailers checked and dropped.

#include <cstddef>
#include <string>
#include <string_view>

namespace knippe::http {

class ChunkReader {
 public:
  explicit ChunkReader(std::size_t body_limit) : limit_(body_limit) {}

  /// Appends content to `body`; returns how many bytes it consumed. What it leaves must be given again with more behind it.
  std::size_t put(std::string_view bytes, std::string& body);
  bool is_done() const { return step_ == Step::done; }
  /// 0, or the status to refuse with: 400 or 413.
  int refusal() const { return refusal_; }

 private:
  enum class Step { size, content, content_end, trailer, done };
  bool advance(std::string_view& rest, std::string& body);
  bool read_line(std::string_view& rest);
  void read_size(std::string_view line, std::size_t body_size);
  void read_trailer(std::string_view line);

  std::size_t limit_;
  std::size_t left_ = 0;           ///< of the present chunk
  std::size_t trailer_bytes_ = 0;
  std::string_view line_;
  Step step_ = Step::size;
  int refusal_ = 0;
};

}  // namespace knippe::http
