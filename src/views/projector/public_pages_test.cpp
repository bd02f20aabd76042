// What must hold for the report and every picture of the projector, in every language. With KNIPPE_PREVIEW=DIR they are also
// written there, to be looked at.

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <regex>
#include <set>

#include "views/assets.h"
#include "views/projector/examples_test.h"

namespace knippe::views {
namespace {

std::vector<std::string> found_in(const std::string& text, const std::string& pattern) {
  const std::regex regex(pattern);
  std::vector<std::string> found;
  for (std::sregex_iterator at(text.begin(), text.end(), regex), end; at != end; ++at) found.push_back((*at)[1].str());
  return found;
}

class PublicPage : public testing::TestWithParam<Lang> {
 protected:
  template <class Check>
  void each(const Check& check) {
    static const std::vector<PublicExample> examples = public_examples();
    for (const PublicExample& example : examples) {
      SCOPED_TRACE(example.name);
      check(example.render(GetParam()));
    }
  }
};

TEST_P(PublicPage, HasOneFirstHeadingOneMainAndOneStatusLine) {
  each([](const std::string& html) {
    EXPECT_EQ(found_in(html, "(<h1[ >])").size(), 1U);
    EXPECT_EQ(found_in(html, "(<main[ >])").size(), 1U);
    EXPECT_EQ(found_in(html, "(role=\"status\")").size(), 1U);
  });
}

TEST_P(PublicPage, NamesEveryIdOnceAndRefersOnlyToIdsThatExist) {
  each([](const std::string& html) {
    std::set<std::string> ids;
    for (const std::string& id : found_in(html, " id=\"([^\"]*)\"")) EXPECT_TRUE(ids.insert(id).second) << id;
    for (const std::string& id : found_in(html, " aria-(?:labelledby|describedby)=\"([^\"]*)\"")) EXPECT_TRUE(ids.contains(id)) << id;
  });
}

TEST_P(PublicPage, SaysEverythingInWords) {
  each([](const std::string& html) {
    EXPECT_EQ(found_in(html, "[>\" ]((?:report|projector|common|stage)\\.[a-z0-9_]+)[<\" ]"), std::vector<std::string>{});
    EXPECT_EQ(found_in(html, "(\\{[0-9]\\})"), std::vector<std::string>{});
  });
}

TEST_P(PublicPage, HasNoInlineStyleOrScript) {
  each([](const std::string& html) {
    EXPECT_EQ(html.find(" style=\""), std::string::npos);
    EXPECT_EQ(found_in(html, "(<script(?![^>]* src=))"), std::vector<std::string>{});
  });
}

INSTANTIATE_TEST_SUITE_P(Languages, PublicPage, testing::ValuesIn(all_langs),
                         [](const auto& info) { return std::string(code(info.param)); });

void write_file(const std::filesystem::path& path, std::string_view bytes) {
  std::filesystem::create_directories(path.parent_path());
  std::ofstream(path, std::ios::binary) << bytes;
}

TEST(PublicPreview, WritesThePagesWhereItIsAskedTo) {
  const char* folder = std::getenv("KNIPPE_PREVIEW");
  if (!folder) GTEST_SKIP() << "set KNIPPE_PREVIEW=DIR to look at the pages";
  for (const Asset& asset : all_assets()) write_file(folder + std::string(asset.path), asset.bytes);
  for (const PublicExample& example : public_examples())
    for (const Lang lang : all_langs) {
      const std::string html = std::regex_replace(example.render(lang), std::regex("\"/assets/"), "\"assets/");
      write_file(std::filesystem::path(folder) / (example.name + "." + std::string(code(lang)) + ".html"), html);
    }
}

}  // namespace
}  // namespace knippe::views
