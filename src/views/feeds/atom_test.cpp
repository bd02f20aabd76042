#include "views/feeds/atom.h"

#include <gtest/gtest.h>

namespace knippe::views {
namespace {

TEST(Atom, TextIsEscapedAndWhatXmlForbidsGoes) {
  EXPECT_EQ(xml_text("<b>&\"'ø"), "&lt;b&gt;&amp;&quot;'ø");
  EXPECT_EQ(xml_text(std::string_view("a\0b\x1F\xEF\xBF\xBF" "c\xEF\xBF\xBD", 11)), "abc\xEF\xBF\xBD");
  EXPECT_EQ(xml_text("]]>"), "]]&gt;");
}

TEST(Atom, ATagNamesTheHostWithoutPortAndADay) {
  const Instant since{1'800'000'000'000};
  EXPECT_EQ(tag_uri("https://fjordvik.no", since, "saker/1"), "tag:fjordvik.no,2027-01-15:saker/1");
  EXPECT_EQ(tag_uri("http://192.0.2.7:8080", since, "x"), "tag:192.0.2.7,2027-01-15:x");
  EXPECT_EQ(tag_uri("http://[2001:db8::1]:8080", since, "x"), "tag:2001-db8--1,2027-01-15:x");
}

TEST(Atom, TheNewestIsFirstAndDatesTheFeed) {
  AtomFeed feed{.id = "tag:a,2027-01-15:f", .title = "T", .author = "A", .language = "nb", .self = "s", .page = "p", .began = Instant{0}, .entries = {}};
  EXPECT_NE(atom_document(feed).find("<updated>1970-01-01T00:00:00Z</updated>"), std::string::npos);
  for (int n = 1; n <= 60; ++n) feed.entries.push_back({"tag:a,2027-01-15:" + std::to_string(n), "E", Instant{n * 1000}, "p", ""});
  const std::string text = atom_document(feed);
  EXPECT_LT(text.find(":60</id>"), text.find(":11</id>"));
  EXPECT_EQ(text.find(":10</id>"), std::string::npos);
  EXPECT_LT(text.find("1970-01-01T00:01:00Z"), text.find("<entry>"));
}

using namespace domain::involvement;

TEST(CaseFeeds, ATextTooSharpForXmlIsHarmless) {
  const Words w(Lang::nb);
  Involvement i;
  i.phase = Phase::open;
  i.title = "<script>alert(1)</script> & \"co\"";
  i.opened_at = Instant{1'800'000'000'000};
  i.themes.push_back({ThemeId{1}, "</entry>", {Verdict::partly, {}, "]]><x>", i.opened_at}, {}});
  i.themes.push_back({ThemeId{2}, "uten svar", {}, {}});
  for (const AtomFeed& feed : {case_changes_feed(w, i, RoomId{7}, "https://a.example"), case_answers_feed(w, i, RoomId{7}, "https://a.example")}) {
    const std::string text = atom_document(feed);
    EXPECT_EQ(text.find("<script"), std::string::npos);
    EXPECT_EQ(text.find("<x>"), std::string::npos);
    EXPECT_EQ(feed.entries.size(), 1u);
    EXPECT_EQ(text.find("</entry>"), text.rfind("</entry>"));
  }
}

}  // namespace
}  // namespace knippe::views
