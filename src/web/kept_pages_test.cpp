#include "web/kept_pages.h"

#include <gtest/gtest.h>

namespace knippe::web {
namespace {

std::string sent(const http::Response& response) {
  return response.stencil ? response.stencil->filled(response.values) : response.body;
}

TEST(KeptPages, AreKeptFromTheSecondAskingUntilSomethingIsNew) {
  KeptPages pages;
  int rendered = 0;
  const auto ask = [&](const KeptPages::Table& table, const KeptPages::State& state, const std::string& token) {
    return sent(pages.page(table, state, {token}, [&] { return std::to_string(++rendered) + " " + token; }));
  };
  const KeptPages::Table table{RoomId{1}, GroupNumber{2}, views::Lang::nb};
  EXPECT_EQ(ask(table, {Seq{5}}, "aaa"), "1 aaa");
  EXPECT_EQ(ask(table, {Seq{5}}, "bbb"), "2 bbb");
  EXPECT_EQ(ask(table, {Seq{5}}, "ccc"), "2 ccc");  // the reader's own token in the kept page
  EXPECT_EQ(ask({RoomId{1}, GroupNumber{3}, views::Lang::nb}, {Seq{5}}, "ddd"), "3 ddd");
  EXPECT_EQ(ask({RoomId{1}, GroupNumber{2}, views::Lang::en}, {Seq{5}}, "eee"), "4 eee");
  EXPECT_EQ(ask(table, {Seq{5}, true}, "fff"), "5 fff");
  EXPECT_EQ(ask(table, {Seq{6}}, "ggg"), "6 ggg");
  EXPECT_EQ(ask(table, {Seq{6}}, "hhh"), "7 hhh");
  pages.forget(RoomId{1});
  EXPECT_EQ(ask(table, {Seq{6}}, "iii"), "8 iii");
}

TEST(KeptPages, TakeNoMoreMemoryThanTheyMay) {
  KeptPages pages;
  const std::string large(1 << 20, 'x');
  for (std::uint32_t group = 1; group <= 50; ++group)
    for (int i = 0; i < 3; ++i)
      EXPECT_EQ(sent(pages.page({RoomId{1}, GroupNumber{group}, views::Lang::nb}, {Seq{1}}, {}, [&] { return large; })), large);
}

}  // namespace
}  // namespace knippe::web
