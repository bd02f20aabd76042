#include <zlib.h>

#include "base/check.h"
#include "http/response.h"

namespace knippe::http {
namespace {

/// deflateInit costs more than compressing a page, so each thread keeps its state.
class Deflater {
 public:
  explicit Deflater(int level) : level_(level) {
    constexpr int gzip_window = 15 + 16, memory_level = 8;
    CHECK(deflateInit2(&stream_, level, Z_DEFLATED, gzip_window, memory_level, Z_DEFAULT_STRATEGY) == Z_OK);
  }
  ~Deflater() { deflateEnd(&stream_); }
  Deflater(const Deflater&) = delete;
  Deflater& operator=(const Deflater&) = delete;

  int level() const { return level_; }

  std::string run(std::string_view content) {
    CHECK(deflateReset(&stream_) == Z_OK);
    std::string out(deflateBound(&stream_, static_cast<uLong>(content.size())), '\0');
    stream_.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(content.data()));
    stream_.avail_in = static_cast<uInt>(content.size());
    stream_.next_out = reinterpret_cast<Bytef*>(out.data());
    stream_.avail_out = static_cast<uInt>(out.size());
    CHECK(deflate(&stream_, Z_FINISH) == Z_STREAM_END);
    out.resize(stream_.total_out);
    return out;
  }

 private:
  int level_;
  z_stream stream_{};
};

}  // namespace

std::string gzip(std::string_view content, int level) {
  thread_local Deflater fast(1);
  if (level == fast.level()) return fast.run(content);
  return Deflater(level).run(content);
}

}  // namespace knippe::http
