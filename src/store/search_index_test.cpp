#include "store/search_index.h"

#include <fstream>
#include <iterator>
#include <thread>

#include "store/testing.h"

namespace knippe::store {
namespace {

using Text = SearchIndex::Text;
using Stems = SearchIndex::Stems;

class SearchIndexTest : public ::testing::Test {
 protected:
  SearchIndexTest() { open(); }
  void open() {
    index_.reset();
    index_ = SearchIndex::open(file()).value();
  }
  std::filesystem::path file() const { return temporary_ / "search.db"; }
  SearchIndex& index() { return *index_; }

  void take(RoomId room, std::vector<Text> texts, std::vector<std::string> words, std::uint64_t seq = 1) {
    ASSERT_TRUE(index().take(room, Seq{seq}, texts, [&](std::size_t at) { return Stems{"", words[at]}; }));
  }
  std::size_t count(const std::string& stem, bool compounds = false, bool open_only = true) {
    return index().find({{{stem, compounds}}}, open_only).value().hits.size();
  }
  /// Whether any of the raw files holds the word.
  bool is_in_a_file(std::string_view word) const {
    for (const auto& entry : std::filesystem::directory_iterator(file().parent_path())) {
      std::ifstream stream(entry.path(), std::ios::binary);
      if (std::string(std::istreambuf_iterator<char>(stream), {}).contains(word)) return true;
    }
    return false;
  }

 private:
  testing::TemporaryFolder temporary_;
  std::unique_ptr<SearchIndex> index_;
};

constexpr RoomId room{77}, other{78};

TEST_F(SearchIndexTest, FindsAllWordsAnyFormAndTheOpenOnesOnlyForThePublic) {
  take(room, {{3, 1, true, 11}, {3, 2, false, 12}}, {"skol vei lys", "skol lys"});
  take(other, {{3, 1, true, 13}}, {"skolevei"});
  EXPECT_EQ(count("skol"), 1U);
  EXPECT_EQ(count("skol", true), 2U);
  EXPECT_EQ(count("skol", false, false), 2U);
  const auto both = index().find({{{"skol", false}, {"x", false}}, {{"vei", false}}}, false).value().hits;
  ASSERT_EQ(both.size(), 1U);
  EXPECT_EQ(both[0], (Indexed{room, 3, 1, true}));
}

TEST_F(SearchIndexTest, FindsTheEndOfACompoundToo) {
  take(room, {{3, 1, true, 1}, {3, 2, true, 2}, {3, 3, true, 3}}, {"lekeplass", "snøbrøyt", "plasser"});
  EXPECT_EQ(count("plass"), 0U);
  EXPECT_EQ(count("plass", true), 2U);
  EXPECT_EQ(count("brøyt", true), 1U);
  EXPECT_EQ(count("ssalp", true), 0U) << "a word turned around is no word of the text";
  EXPECT_EQ(count("ssalpekel"), 0U);
}

TEST_F(SearchIndexTest, LettersOfNorwegianStayApart) {
  take(room, {{3, 1, true, 1}}, {"gård øy ære"});
  EXPECT_EQ(count("gård"), 1U);
  EXPECT_EQ(count("gard"), 0U);
  EXPECT_EQ(count("oy"), 0U);
}

TEST_F(SearchIndexTest, WhatIsTypedIsNeverSyntax) {
  take(room, {{3, 1, true, 1}}, {"near or and"});
  for (const char* hostile : {"\"", "a\" OR \"near", "near*", "heading : near", "-near", "(", "a\0b"})
    EXPECT_EQ(count(hostile), 0U) << hostile;
  EXPECT_EQ(count("or"), 1U);
  EXPECT_TRUE(index().find({}, true).value().hits.empty());
  EXPECT_TRUE(index().find({{}}, true).value().hits.empty());
}

TEST_F(SearchIndexTest, ALostTextsWordsAreInNoFile) {
  std::vector<Text> texts;
  std::vector<std::string> words;
  for (std::uint32_t n = 1; n <= 500; ++n) texts.push_back({3, n, true, n}), words.push_back("vanlig ord" + std::to_string(n));
  words[250] += " hemmelighet";
  take(room, texts, words);
  EXPECT_TRUE(is_in_a_file("hemmelighet"));
  EXPECT_TRUE(is_in_a_file("tehgilemmeh"));
  texts.erase(texts.begin() + 250), words.erase(words.begin() + 250);
  take(room, texts, words, 2);
  EXPECT_EQ(count("hemmelighet"), 0U);
  EXPECT_FALSE(is_in_a_file("hemmelighe"));
  EXPECT_FALSE(is_in_a_file("tehgilemme")) << "nor turned around";
  EXPECT_EQ(count("vanlig"), 499U);
}

TEST_F(SearchIndexTest, AChangedTextsOldWordsGoWithAPurgeAndAForgottenRoomsAtOnce) {
  take(room, {{3, 1, true, 1}, {3, 2, true, 2}}, {"gammelord", "blir"});
  take(room, {{3, 1, true, 9}, {3, 2, true, 2}}, {"nyttord", "SPURT"}, 2);
  EXPECT_EQ(count("gammelord"), 0U);
  EXPECT_EQ(count("spurt"), 0U) << "an unchanged text is not asked for";
  ASSERT_TRUE(index().purge());
  EXPECT_FALSE(is_in_a_file("gammelor"));
  ASSERT_TRUE(index().forget(room));
  EXPECT_FALSE(is_in_a_file("nyttor"));
  EXPECT_TRUE(index().known().value().empty());
}

TEST_F(SearchIndexTest, ATextThatIsClosedLeavesThePublicsSight) {
  take(room, {{3, 1, true, 1}}, {"lys"});
  take(room, {{3, 1, false, 1}}, {"lys"}, 2);
  EXPECT_EQ(count("lys"), 0U);
  EXPECT_EQ(count("lys", false, false), 1U);
}

TEST_F(SearchIndexTest, RemembersHowFarAndIsMadeAnewWhenDamaged) {
  take(room, {{3, 1, true, 1}}, {"lys"}, 41);
  open();
  EXPECT_EQ(index().known().value(), (std::vector<std::pair<RoomId, Seq>>{{room, Seq{41}}}));
  EXPECT_EQ(count("lys"), 1U);
  std::ofstream(file(), std::ios::binary) << "no database at all";
  open();
  EXPECT_TRUE(index().known().value().empty());
}

TEST_F(SearchIndexTest, ManyAskWhileItIsWritten) {
  std::atomic<bool> stop{false};
  std::jthread asks([&] {
    while (!stop) (void)index().find({{{"vanlig", true}}}, true).value();
  });
  std::vector<Text> texts;
  std::vector<std::string> words;
  for (std::uint32_t n = 1; n <= 100; ++n) {
    texts.push_back({3, n, true, n}), words.push_back("vanlig");
    take(room, texts, words, n);
    if (n % 10 == 0) texts.pop_back(), words.pop_back();
  }
  stop = true;
  EXPECT_GE(count("vanlig"), 90U);
}

}  // namespace
}  // namespace knippe::store
