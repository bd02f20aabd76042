#include <libdeflate.h>

#include "base/check.h"
#include "http/response.h"

namespace knippe::http {
namespace {

/// Making the compressor's tables costs more than compressing a page, so each thread keeps its own.
class Compressor {
 public:
  explicit Compressor(int level) : level_(level), tables_(libdeflate_alloc_compressor(level)) { CHECK(tables_ != nullptr); }
  ~Compressor() { libdeflate_free_compressor(tables_); }
  Compressor(const Compressor&) = delete;
  Compressor& operator=(const Compressor&) = delete;

  int level() const { return level_; }

  std::string run(std::string_view content) {
    std::string out;
    out.resize_and_overwrite(libdeflate_gzip_compress_bound(tables_, content.size()), [&](char* bytes, std::size_t room) {
      return libdeflate_gzip_compress(tables_, content.data(), content.size(), bytes, room);
    });
    CHECK(!out.empty());
    return out;
  }

 private:
  int level_;
  libdeflate_compressor* tables_;
};

}  // namespace

std::string gzip(std::string_view content, int level) {
  thread_local Compressor fast(1);
  if (level == fast.level()) return fast.run(content);
  return Compressor(level).run(content);
}

}  // namespace knippe::http
