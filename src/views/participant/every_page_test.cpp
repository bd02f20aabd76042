// What must hold for every page, in every language. With KNIPPE_PREVIEW=DIR the pages are also written there, to be looked at.

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <regex>
#include <set>

#include "views/assets.h"
#include "views/participant/example_pages.h"

namespace knippe::views {
namespace {

using example::Example;

std::vector<std::string> all_matches(const std::string& text, const std::string& pattern) {
  const std::regex regex(pattern);
  std::vector<std::string> found;
  for (std::sregex_iterator at(text.begin(), text.end(), regex), end; at != end; ++at) found.push_back((*at)[1].str());
  return found;
}

/// Names of elements that stay open, or close what was not open; empty when the markup nests as it should.
std::string nesting_fault(const std::string& html) {
  static const std::set<std::string> empty_elements = {"meta", "link", "input", "br", "hr", "img", "wbr", "path", "!doctype"};
  std::vector<std::string> open_elements;
  const std::regex tag(R"(<(/?)([a-zA-Z!][a-zA-Z0-9-]*)([^>]*)>)");
  for (std::sregex_iterator at(html.begin(), html.end(), tag), end; at != end; ++at) {
    const std::string name = (*at)[2].str();
    const std::string rest = (*at)[3].str();
    if (empty_elements.contains(name) || rest.ends_with("/")) continue;
    if ((*at)[1].length() == 0) {
      open_elements.push_back(name);
    } else if (open_elements.empty() || open_elements.back() != name) {
      return "</" + name + "> where " + (open_elements.empty() ? "nothing" : open_elements.back()) + " is open";
    } else {
      open_elements.pop_back();
    }
  }
  return open_elements.empty() ? "" : "<" + open_elements.back() + "> stays open";
}

class EveryPage : public testing::TestWithParam<Lang> {
 protected:
  static const Catalogue& catalogue() {
    static const Catalogue words;
    return words;
  }
  template <class Check>
  void each(const Check& check) {
    for (const Example& page : example::every_page()) {
      SCOPED_TRACE(page.name);
      check(page.render(example::view_of(catalogue()[GetParam()])));
    }
  }
};

TEST_P(EveryPage, NestsItsElements) {
  each([](const std::string& html) { EXPECT_EQ(nesting_fault(html), ""); });
}

TEST_P(EveryPage, HasOneHeadingOfTheFirstLevelAndOneStatusLine) {
  each([](const std::string& html) {
    EXPECT_EQ(all_matches(html, "(<h1[ >])").size(), 1U);
    EXPECT_EQ(all_matches(html, "(role=\"status\")").size(), 1U);
    EXPECT_EQ(all_matches(html, "(id=\"innhold\")").size(), 1U);
  });
}

TEST_P(EveryPage, NamesEveryIdOnceAndRefersOnlyToIdsThatExist) {
  each([](const std::string& html) {
    std::set<std::string> ids;
    for (const std::string& each_id : all_matches(html, " id=\"([^\"]*)\"")) EXPECT_TRUE(ids.insert(each_id).second) << each_id;
    for (const std::string& list : all_matches(html, " (?:aria-labelledby|aria-describedby|for)=\"([^\"]*)\""))
      for (const std::string& each_id : all_matches(list, "([^ ]+)")) EXPECT_TRUE(ids.contains(each_id)) << each_id;
  });
}

TEST_P(EveryPage, LabelsEveryField) {
  each([](std::string html) {
    std::set<std::string> labelled;
    for (const std::string& field : all_matches(html, "<label[^>]* for=\"([^\"]*)\"")) labelled.insert(field);
    for (const std::string& inside : all_matches(html, "<label class=\"gkort[^\"]*\"><input id=\"([^\"]*)\"")) labelled.insert(inside);
    for (const std::string& tag : all_matches(html, "(<(?:input|textarea|select)[^>]*>)")) {
      if (tag.find("type=\"hidden\"") != std::string::npos) continue;
      const auto ids = all_matches(tag, " id=\"([^\"]*)\"");
      ASSERT_EQ(ids.size(), 1U) << tag;
      EXPECT_TRUE(labelled.contains(ids[0])) << tag;
    }
  });
}

TEST_P(EveryPage, GivesEveryButtonItsOwnName) {
  each([](const std::string& html) {
    std::map<std::string, std::string> seen;
    const std::regex button(R"(<(button|summary)([^>]*)>([\s\S]*?)</\1>)");
    const std::regex markup(R"(<svg[\s\S]*?</svg>|<[^>]*>)");
    for (std::sregex_iterator at(html.begin(), html.end(), button), end; at != end; ++at) {
      const std::string button_name = std::regex_replace((*at)[3].str(), markup, "");
      EXPECT_FALSE(button_name.empty()) << at->str();
      EXPECT_TRUE(seen.emplace(button_name, at->str()).second) << button_name;
    }
  });
}

TEST_P(EveryPage, SaysEverythingInWords) {
  each([](const std::string& html) {
    EXPECT_EQ(all_matches(html, "[>\" ]((?:participant|front|common|stage|error)\\.[a-z0-9_.]+)[<\" ]"), std::vector<std::string>{});
    const std::string said = std::regex_replace(html, std::regex("data-teller=\"[^\"]*\""), "");
    EXPECT_EQ(all_matches(said, R"((\{[0-9]\}))"), std::vector<std::string>{});
  });
}

TEST_P(EveryPage, IsWrittenInTheReadersLanguage) {
  each([](const std::string& html) {
    EXPECT_NE(html.find("<html lang=\"" + std::string(code(GetParam())) + "\""), std::string::npos);
    EXPECT_NE(html.find("Nøkkelknippe</title>"), std::string::npos);
  });
}

INSTANTIATE_TEST_SUITE_P(Languages, EveryPage, testing::ValuesIn(all_langs),
                         [](const auto& info) { return std::string(code(info.param)); });

void write_file(const std::filesystem::path& path, std::string_view bytes) {
  std::filesystem::create_directories(path.parent_path());
  std::ofstream(path, std::ios::binary) << bytes;
}

TEST(Preview, WritesThePagesWhereItIsAskedTo) {
  const char* folder = std::getenv("KNIPPE_PREVIEW");
  if (!folder) GTEST_SKIP() << "set KNIPPE_PREVIEW=DIR to look at the pages";
  const Catalogue words;
  for (const Asset& asset : all_assets()) write_file(folder + std::string(asset.path), asset.bytes);
  for (const Lang lang : all_langs)
    for (const Example& page : example::every_page()) {
      const std::string html = std::regex_replace(page.render(example::view_of(words[lang])), std::regex("\"/assets/"), "\"assets/");
      write_file(std::string(folder) + "/" + page.name + (lang == Lang::nb ? "" : "." + std::string(code(lang))) + ".html", html);
    }
}

}  // namespace
}  // namespace knippe::views
