#include "http/stencil.h"

#include <gtest/gtest.h>
#include <zlib.h>

namespace knippe::http {
namespace {

using Values = std::vector<std::string>;

std::string unpacked(const std::string& file) {
  std::string out(1 << 20, '\0');
  z_stream stream{};
  EXPECT_EQ(inflateInit2(&stream, 16 + MAX_WBITS), Z_OK);
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(file.data()));
  stream.avail_in = static_cast<uInt>(file.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  EXPECT_EQ(inflate(&stream, Z_FINISH), Z_STREAM_END);  // the checksum and the length hold too
  EXPECT_EQ(stream.avail_in, 0u);
  out.resize(stream.total_out);
  inflateEnd(&stream);
  return out;
}

void expect_both(const Stencil& stencil, const Values& values, const std::string& page) {
  EXPECT_EQ(stencil.filled(values), page);
  EXPECT_EQ(unpacked(stencil.gzipped(values)), page);
}

TEST(Stencil, fills_its_openings_in_any_order_and_number) {
  const Stencil stencil("<a>TOKEN</a>1234<b>TOKEN</b><c>TOKEN1234</c>", Values{"TOKEN", "1234"});
  expect_both(stencil, {"token", "9876"}, "<a>token</a>9876<b>token</b><c>token9876</c>");
  expect_both(stencil, {"12345", "TOKE"}, "<a>12345</a>TOKE<b>12345</b><c>12345TOKE</c>");
}

TEST(Stencil, is_the_page_itself_when_no_value_stands_in_it) {
  expect_both(Stencil("<p>word</p>", Values{"TOKEN", ""}), {"token", ""}, "<p>word</p>");
  expect_both(Stencil("", Values{}), {}, "");
  expect_both(Stencil("TOKEN", Values{"TOKEN"}), {"token"}, "token");
}

TEST(Stencil, holds_large_pages_and_keeps_no_value) {
  std::string page;
  for (int i = 0; i < 3000; ++i) page += "<li>" + std::to_string(i * i) + (i % 100 == 0 ? "SECRET" : "word") + "</li>";
  std::string other = page;
  for (std::size_t at; (at = other.find("SECRET")) != std::string::npos;) other.replace(at, 6, "public");
  const Stencil stencil(page, Values{"SECRET"});
  expect_both(stencil, {"SECRET"}, page);
  expect_both(stencil, {"public"}, other);
  EXPECT_EQ(stencil.gzipped(Values{"public"}).find("SECRET"), std::string::npos);
  EXPECT_LT(stencil.gzipped(Values{"public"}).size(), page.size() / 2);
}

}  // namespace
}  // namespace knippe::http
