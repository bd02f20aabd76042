#include "views/assets.h"

#include <gtest/gtest.h>
#include <zlib.h>

#include <string>

#include "base/digest.h"
#include "base/encoding.h"
#include "views/icon.h"

namespace knippe::views {
namespace {

std::string unzipped(std::string_view gzip, std::size_t expected) {
  std::string out(expected + 1, '\0');
  z_stream z{};
  EXPECT_EQ(inflateInit2(&z, 15 + 16), Z_OK);
  z.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(gzip.data()));
  z.avail_in = static_cast<uInt>(gzip.size());
  z.next_out = reinterpret_cast<Bytef*>(out.data());
  z.avail_out = static_cast<uInt>(out.size());
  EXPECT_EQ(inflate(&z, Z_FINISH), Z_STREAM_END);
  out.resize(z.total_out);
  inflateEnd(&z);
  return out;
}

const Asset& asset(std::string_view name) {
  const Asset* found = find_asset(asset_url(name).text());
  EXPECT_NE(found, nullptr);
  return *found;
}

TEST(Assets, StandUnderAHashOfTheirContent) {
  ASSERT_FALSE(all_assets().empty());
  for (const Asset& each : all_assets()) {
    const std::string hash = to_hex(sha256(each.bytes)).substr(0, 12);
    EXPECT_NE(each.path.find("." + hash + "."), std::string::npos) << each.path;
    EXPECT_EQ(each.etag, "\"" + hash + "\"");
    if (!each.gzip.empty()) {
      EXPECT_EQ(unzipped(each.gzip, each.bytes.size()), each.bytes) << each.name;
      EXPECT_LT(each.gzip.size(), each.bytes.size());
    }
  }
}

TEST(Assets, AreFoundByPathOnly) {
  EXPECT_EQ(find_asset("/assets/style.css"), nullptr);
  EXPECT_EQ(find_asset("/assets/../style.css"), nullptr);
  EXPECT_EQ(find_asset(""), nullptr);
  EXPECT_EQ(asset("app.js").content_type, "text/javascript; charset=utf-8");
}

TEST(Assets, TheStyleSheetNamesOnlyWhatIsPacked) {
  const std::string_view css = asset("style.css").bytes;
  EXPECT_EQ(css.find("@import"), std::string_view::npos);
  EXPECT_EQ(css.find("/*"), std::string_view::npos);
  std::size_t fonts = 0;
  for (std::size_t at = css.find("url("); at != std::string_view::npos; at = css.find("url(", at + 4)) {
    const std::string_view target = css.substr(at + 4, css.find(')', at) - at - 4);
    if (target.find("data:") < 2) continue;
    EXPECT_NE(find_asset("/assets/" + std::string(target)), nullptr) << target;
    ++fonts;
  }
  EXPECT_EQ(fonts, 2U);
}

TEST(Assets, FitTheBudgetOfAPhone) {
  EXPECT_LT(asset("style.css").gzip.size(), 52U * 1024);
  EXPECT_LT(asset("case.css").gzip.size(), 8U * 1024);
  EXPECT_LT(asset("app.js").gzip.size(), 8U * 1024);
}

TEST(Assets, ClassNamesAreAscii) {
  bool in_string = false;
  for (const char c : asset("style.css").bytes) {
    if (c == '"') in_string = !in_string;
    EXPECT_TRUE(in_string || static_cast<unsigned char>(c) < 128);
    if (!in_string && static_cast<unsigned char>(c) >= 128) break;
  }
}

TEST(Icons, AreDecoration) {
  Writer h;
  icon(h, Icon::checkmark_heavy);
  const std::string svg = h.take_string();
  EXPECT_TRUE(svg.starts_with(R"(<svg class="ikon" aria-hidden="true" focusable="false")")) << svg;
  EXPECT_NE(svg.find("<path"), std::string::npos);
  EXPECT_TRUE(svg.ends_with("</svg>"));
  icon(h, Icon::x_mark);
  EXPECT_NE(h.take_string(), svg);
}

}  // namespace
}  // namespace knippe::views
