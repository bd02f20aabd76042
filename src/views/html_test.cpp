#include "views/html.h"

#include <gtest/gtest.h>

#include "base/random.h"

namespace knippe::views {
namespace {

template <class F>
std::string written(F&& write) {
  Writer h;
  write(h);
  return h.take_string();
}

TEST(Writer, NestsElementsTextNumbersAndLambdasInOrder) {
  EXPECT_EQ(written([](Writer& h) {
              h.div({cls("kort"), id("g-", 7)}, [&] {
                h.p("Gruppe ", 7, ": ", std::string("Nord & Sør"));
                h.br();
                h.span({}, "");
              });
            }),
            R"(<div class="kort" id="g-7"><p>Gruppe 7: Nord &amp; Sør</p><br><span></span></div>)");
}

TEST(Writer, EscapesTextAndValues) {
  const std::string hostile = R"(<script>alert("x")</script>'&)";
  EXPECT_EQ(written([&](Writer& h) { h.p(hostile); }), R"(<p>&lt;script&gt;alert("x")&lt;/script&gt;'&amp;</p>)");
  EXPECT_EQ(written([&](Writer& h) { h.input({value(hostile)}); }),
            R"(<input value="&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt;&#39;&amp;">)");
}

TEST(Writer, WritesEveryKindOfAttribute) {
  EXPECT_EQ(written([](Writer& h) {
              h.button({id("opp-n", 4), name("op"), value("til:", 4, ":1"), aria_disabled(), hidden(false), data("pct", 82),
                        data("utkast"), cls("a", ""), cls("", ""), when(false, title_text("nei")), aria("controls", "x")},
                       "Opp");
            }),
            R"(<button id="opp-n4" name="op" value="til:4:1" aria-disabled="true" data-pct="82" data-utkast class="a" aria-controls="x">Opp</button>)");
  EXPECT_EQ(written([](Writer& h) { h.i({cls("a", "b")}); }), R"(<i class="a b"></i>)");
  EXPECT_EQ(written([](Writer& h) { h.input({checked(), required(true), value("")}); }), R"(<input checked required value="">)");
  EXPECT_EQ(written([](Writer& h) { h.div({tabindex(-1), data("seq", 18'446'744'073ULL)}); }),
            R"(<div tabindex="-1" data-seq="18446744073"></div>)");
}

TEST(Writer, KeepsALeadingLineBreakOfATextArea) {
  EXPECT_EQ(written([](Writer& h) { h.textarea({name("t")}, "\n</textarea>x"); }),
            "<textarea name=\"t\">\n\n&lt;/textarea&gt;x</textarea>");
}

TEST(Writer, FillsTheSlotsOfAMessage) {
  EXPECT_EQ(written([](Writer& h) { h.slots("Trykk {1} for å velge <{2}> {x} {9", [&] { h.b("+"); }, std::string("a&b")); }),
            "Trykk <b>+</b> for å velge &lt;a&amp;b&gt; {x} {9");
  EXPECT_EQ(written([](Writer& h) { h.slots("{2}{1}", 1, 2); }), "21");
  EXPECT_EQ(written([](Writer& h) { h.slots("{3} og {1}", 1, 2); }), " og 1");
}

TEST(Writer, TakesAFragmentAndStartsAnew) {
  Writer inner;
  inner.b("<");
  const Html fragment = inner.take();
  EXPECT_EQ(inner.size(), 0U);
  EXPECT_EQ(written([&](Writer& h) { h.p({}, fragment, StaticMarkup("<wbr>")); }), "<p><b>&lt;</b><wbr></p>");
}

TEST(Url, LeadsNowhereWhenItIsNotOurs) {
  for (const char* bad : {"javascript:alert(1)", "//elsewhere.example", "/\\elsewhere.example", "", "http://x", " /a", "JaVaScRiPt:x"})
    EXPECT_EQ(Url::local(bad).text(), "#") << bad;
  for (const char* bad : {"javascript:alert(1)", "data:text/html,x", "/local", "", "ftp://x", " https://x"})
    EXPECT_EQ(Url::external(bad).text(), "#") << bad;
}

TEST(Url, EncodesWhatHasNoPlace) {
  EXPECT_EQ(Url::local("/v/4 2?q=\"<å>\"#x").text(), "/v/4%202?q=%22%3C%C3%A5%3E%22#x");
  EXPECT_EQ(Url::external("HTTPS://example.org/å").text(), "HTTPS://example.org/%C3%A5");
  EXPECT_EQ(Url::segment("a/b?c&d=ø~"), "a%2Fb%3Fc%26d%3D%C3%B8~");
  EXPECT_EQ(Url("/personvern").text(), "/personvern");
}

// What the type system refuses (consteval refusals are in html/refused.inc, compiled by the tests views.refused.*).
template <class T>
concept can_be_href = requires(T t) { href(t); };
template <class T>
concept can_be_action = requires(T t) { action(t); };
template <class T>
concept can_be_content = requires(Writer& h, T t) { h.p(t); };
template <class T>
concept can_be_markup = requires(Writer& h, T t) { h.markup(t); };
template <class T>
concept can_be_html = requires(Writer& h, T t) { h.html(t); };
template <class T>
concept can_name_an_element = requires(Writer& h, T t) { h.element(t, {}); };

static_assert(can_be_href<Url> && !can_be_href<std::string> && !can_be_href<std::string_view>);
static_assert(can_be_action<Url> && !can_be_action<std::string>);
static_assert(can_be_content<std::string> && can_be_content<int> && can_be_content<Html>);
static_assert(!can_be_content<bool> && !can_be_content<double> && !can_be_content<char>);
static_assert(can_be_markup<StaticMarkup> && !can_be_markup<std::string>);
static_assert(can_be_html<Html> && !can_be_html<std::string>);
static_assert(!can_name_an_element<std::string>);

std::string unescaped(std::string text) {
  for (const auto& [entity, plain] : {std::pair{"&lt;", "<"}, {"&gt;", ">"}, {"&quot;", "\""}, {"&#39;", "'"}, {"&amp;", "&"}})
    for (std::size_t at = text.find(entity); at != std::string::npos; at = text.find(entity, at + 1))
      text.replace(at, std::string_view(entity).size(), plain);
  return text;
}

std::string random_text(SeededRandom& random) {
  static constexpr std::string_view alphabet = "&<>\"'amp;lt#39 quot/=\n\xC3\xA5x";
  std::string text(random.below(40), ' ');
  for (char& c : text) c = alphabet[random.below(alphabet.size())];
  return text;
}

TEST(EscapeProperty, IsReversibleAndLeavesNoMarkup) {
  SeededRandom random(20171124);
  for (int round = 0; round < 20'000; ++round) {
    const std::string text = random_text(random);
    std::string as_text, as_value;
    append_escaped(as_text, text);
    append_escaped_value(as_value, text);
    ASSERT_EQ(unescaped(as_text), text);
    ASSERT_EQ(unescaped(as_value), text);
    ASSERT_EQ(as_text.find_first_of("<>"), std::string::npos) << text;
    ASSERT_EQ(as_value.find_first_of("<>\"'"), std::string::npos) << text;
  }
}

TEST(UrlProperty, IsAlwaysLocalOrNowhere) {
  SeededRandom random(7);
  static constexpr std::string_view alphabet = "/\\?#:javscript \t\n\"'<>&%@.";
  for (int round = 0; round < 20'000; ++round) {
    std::string text(random.below(12), ' ');
    for (char& c : text) c = alphabet[random.below(alphabet.size())];
    const std::string url = Url::local(text).text();
    ASSERT_TRUE(is_local_address(url)) << text;
    ASSERT_EQ(url.find_first_of("\"'<> \t\n\\"), std::string::npos) << text;
  }
}

TEST(Writer, EscapesEveryCharacterWhereverItStands) {
  const std::string_view specials = "&<>\"'";
  for (std::size_t length = 1; length < 70; ++length)
    for (std::size_t at = 0; at < length; ++at)
      for (const char c : specials) {
        std::string text(length, 'x');
        text[at] = c;
        Writer h(1);
        h.p({attr::lang(text)}, text);
        const auto escaped = [&](bool in_value) {
          const std::string entity = c == '&' ? "&amp;" : c == '<' ? "&lt;" : c == '>' ? "&gt;" : !in_value ? std::string(1, c) : c == '"' ? "&quot;" : "&#39;";
          return text.substr(0, at) + entity + text.substr(at + 1);
        };
        ASSERT_EQ(h.take_string(), "<p lang=\"" + escaped(true) + "\">" + escaped(false) + "</p>") << length << " " << at;
      }
}

TEST(Writer, LongTextsAndManySmallOnesComeOutWhole) {
  Writer h(1);
  std::string expected;
  for (std::size_t size : {0U, 1U, 4095U, 4096U, 4097U, 100'000U}) {
    const std::string text(size, '<');
    h.text(text);
    for (std::size_t i = 0; i < size; ++i) expected += "&lt;";
    h.text(static_cast<int>(size));
    expected += std::to_string(size);
  }
  EXPECT_EQ(h.size(), expected.size());
  EXPECT_EQ(h.take_string(), expected);
  h.text("again");
  EXPECT_EQ(h.take_string(), "again");
}

}  // namespace
}  // namespace knippe::views
