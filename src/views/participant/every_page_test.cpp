// What must hold for every page, in every language. With KNIPPE_PREVIEW=DIR the pages are also written there, to be looked at.

#include <gtest/gtest.h>

#include <algorithm>
#include <cctype>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <regex>
#include <set>

#include "base/text.h"
#include "views/assets.h"
#include "views/desk/example_pages.h"
#include "views/participant/example_pages.h"

namespace knippe::views {
namespace {

using example::Example;

/// One tag as it stands in the markup; a value that is not there is empty.
struct Tag {
  std::string name;
  bool closes = false;
  bool is_whole = false;  ///< <circle …/>
  std::map<std::string, std::string> attributes;
  std::size_t begin = 0, end = 0;

  std::string operator[](const std::string& attribute) const {
    const auto found = attributes.find(attribute);
    return found == attributes.end() ? std::string() : found->second;
  }
};

Tag read_tag(const std::string& html, std::size_t begin) {
  Tag tag;
  tag.begin = begin;
  std::size_t at = begin + 1;
  if (html[at] == '/') tag.closes = true, ++at;
  const std::size_t name_end = html.find_first_of(" >/", at);
  tag.name = html.substr(at, name_end - at);
  for (at = name_end; html[at] != '>';) {
    if (html[at] == ' ' || html[at] == '/') {
      tag.is_whole = html[at++] == '/';
      continue;
    }
    const std::size_t attribute_end = html.find_first_of("= >", at);
    const std::string attribute = html.substr(at, attribute_end - at);
    at = attribute_end;
    std::string attribute_value;
    if (html[at] == '=') {
      const std::size_t close = html.find(html[at + 1], at + 2);
      attribute_value = html.substr(at + 2, close - at - 2);
      at = close + 1;
    }
    tag.attributes[attribute] = attribute_value;
  }
  tag.end = at + 1;
  return tag;
}

struct Markup {
  std::string html;
  std::vector<Tag> tags;

  explicit Markup(std::string text) : html(std::move(text)) {
    for (std::size_t at = html.find('<'); at != std::string::npos; at = html.find('<', at)) {
      tags.push_back(read_tag(html, at));
      at = tags.back().end;
    }
  }
  std::size_t count(const std::string& name, const std::string& attribute = {}, const std::string& wanted = {}) const {
    return static_cast<std::size_t>(std::ranges::count_if(tags, [&](const Tag& tag) {
      return !tag.closes && (name.empty() || tag.name == name) && (attribute.empty() || tag[attribute] == wanted);
    }));
  }
  /// The text a person hears between two tags, icons left out.
  std::string text_between(std::size_t opening, std::size_t closing) const {
    std::string text;
    for (std::size_t i = opening; i < closing; ++i) text += html.substr(tags[i].end, tags[i + 1].begin - tags[i].end);
    return text;
  }
};

std::vector<std::string> words_in(const std::string& list) {
  std::vector<std::string> found;
  for (const std::string_view word : split(list, ' '))
    if (!word.empty()) found.emplace_back(word);
  return found;
}

/// Names of elements that stay open, or close what was not open; empty when the markup nests as it should.
std::string nesting_fault(const Markup& page) {
  static const std::set<std::string> empty_elements = {"meta", "link", "input", "br", "hr", "img", "wbr", "!doctype"};
  std::vector<std::string> open_elements;
  for (const Tag& tag : page.tags) {
    if (empty_elements.contains(tag.name) || tag.is_whole) continue;
    if (!tag.closes) {
      open_elements.push_back(tag.name);
    } else if (open_elements.empty() || open_elements.back() != tag.name) {
      return "</" + tag.name + "> where " + (open_elements.empty() ? "nothing" : open_elements.back()) + " is open";
    } else {
      open_elements.pop_back();
    }
  }
  return open_elements.empty() ? "" : "<" + open_elements.back() + "> stays open";
}

const Catalogue& catalogue() {
  static const Catalogue words;
  return words;
}

std::vector<Example> every_page() {
  std::vector<Example> pages = example::every_page();
  std::ranges::move(example::every_desk_page(), std::back_inserter(pages));
  return pages;
}

/// All pages of a language, rendered once.
const std::vector<std::pair<std::string, Markup>>& pages_in(Lang lang) {
  static std::map<Lang, std::vector<std::pair<std::string, Markup>>> rendered;
  auto& pages = rendered[lang];
  if (pages.empty())
    for (const Example& page : every_page())
      pages.emplace_back(page.name, Markup(page.render(example::view_of(catalogue()[lang]))));
  return pages;
}

class EveryPage : public testing::TestWithParam<Lang> {
 protected:
  template <class Check>
  void each(const Check& check) {
    for (const auto& [name, page] : pages_in(GetParam())) {
      SCOPED_TRACE(name);
      check(page);
    }
  }
};

TEST_P(EveryPage, NestsItsElements) {
  each([](const Markup& page) { EXPECT_EQ(nesting_fault(page), ""); });
}

TEST_P(EveryPage, HasOneHeadingOfTheFirstLevelAndOneStatusLine) {
  each([](const Markup& page) {
    EXPECT_EQ(page.count("h1"), 1U);
    EXPECT_EQ(page.count("", "role", "status"), 1U);
    EXPECT_EQ(page.count("main", "id", "innhold"), 1U);
  });
}

TEST_P(EveryPage, NamesEveryIdOnceAndRefersOnlyToIdsThatExist) {
  each([](const Markup& page) {
    std::set<std::string> ids;
    for (const Tag& tag : page.tags)
      if (!tag["id"].empty()) EXPECT_TRUE(ids.insert(tag["id"]).second) << tag["id"];
    for (const Tag& tag : page.tags)
      for (const char* reference : {"aria-labelledby", "aria-describedby", "for"})
        for (const std::string& wanted : words_in(tag[reference])) EXPECT_TRUE(ids.contains(wanted)) << wanted;
  });
}

TEST_P(EveryPage, LabelsEveryField) {
  static const std::set<std::string> field_names = {"input", "textarea", "select"};
  each([](const Markup& page) {
    std::set<std::string> labelled;
    for (const Tag& tag : page.tags)
      if (tag.name == "label") labelled.insert(tag["for"]);
    bool inside_label = false;
    for (const Tag& tag : page.tags) {
      if (tag.name == "label") inside_label = !tag.closes;
      if (tag.closes || !field_names.contains(tag.name) || tag["type"] == "hidden") continue;
      EXPECT_FALSE(tag["id"].empty());
      EXPECT_TRUE(inside_label || labelled.contains(tag["id"])) << tag["id"];
    }
  });
}

TEST_P(EveryPage, GivesEveryButtonItsOwnName) {
  each([](const Markup& page) {
    std::set<std::string> names;
    for (std::size_t i = 0; i < page.tags.size(); ++i) {
      const Tag& tag = page.tags[i];
      if (tag.closes || (tag.name != "button" && tag.name != "summary") || tag["aria-hidden"] == "true") continue;
      std::size_t end = i + 1;
      while (!page.tags[end].closes || page.tags[end].name != tag.name) ++end;
      const std::string button_name = page.text_between(i, end);
      EXPECT_FALSE(button_name.empty()) << tag["id"];
      EXPECT_TRUE(names.insert(button_name).second) << button_name;
    }
  });
}

TEST_P(EveryPage, SaysEverythingInWords) {
  each([](const Markup& page) {
    std::string said = page.text_between(0, page.tags.size() - 1);
    for (const Tag& tag : page.tags)
      for (const char* spoken : {"aria-label", "title", "label"}) said += " " + tag[spoken];
    for (const char* slot : {"{1}", "{2}", "{3}"}) EXPECT_EQ(said.find(slot), std::string::npos) << slot;
    for (const std::string area : {"participant.", "front.", "common.", "stage.", "error.", "desk.", "admin."})
      for (std::size_t at = said.find(area); at != std::string::npos; at = said.find(area, at + 1))
        EXPECT_FALSE(std::islower(static_cast<unsigned char>(said[at + area.size()]))) << said.substr(at, 40);
  });
}

TEST_P(EveryPage, IsWrittenInTheReadersLanguage) {
  each([](const Markup& page) {
    EXPECT_EQ(page.count("html", "lang", std::string(code(GetParam()))), 1U);
    EXPECT_NE(page.html.find("Nøkkelknippe</title>"), std::string::npos);
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
  for (const Asset& asset : all_assets()) write_file(folder + std::string(asset.path), asset.bytes);
  for (const Lang lang : all_langs)
    for (const Example& page : every_page()) {
      const std::string html = std::regex_replace(page.render(example::view_of(catalogue()[lang])), std::regex("\"/assets/"), "\"assets/");
      write_file(std::string(folder) + "/" + page.name + (lang == Lang::nb ? "" : "." + std::string(code(lang))) + ".html", html);
    }
}

}  // namespace
}  // namespace knippe::views
