#include "views/alike.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "views/participant/example_pages.h"

namespace knippe::views {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

domain::Workshop with(std::initializer_list<std::pair<const char*, domain::SupplementStatus>> texts) {
  domain::Workshop workshop;
  for (const auto& [text, status] : texts) {
    domain::Supplement& made = workshop.supplements.emplace_back();
    made.id = SupplementId{static_cast<std::uint32_t>(workshop.supplements.size())};
    made.group = GroupNumber{made.id.value};
    made.text = text;
    made.status = status;
    if (status != domain::SupplementStatus::accepted) continue;
    domain::Key& key = workshop.keys.emplace_back();
    key.id = made.key = KeyId{static_cast<std::uint32_t>(workshop.keys.size())};
    key.label = "A";
    key.short_name = key.text = text;
    key.origin = made.id;
  }
  return workshop;
}

using enum domain::SupplementStatus;

TEST(AlikeFinder, ComparesKeysAndWhatWaitsAndNothingElse) {
  const auto workshop = with({{"Rydd snø fra fortau", returned}, {"Rydd snø fra fortauet", waiting}, {"Strø fortauene", withdrawn}});
  const auto found = AlikeFinder(workshop).to("Rydd fortau for snø");
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].supplement, &workshop.supplements[1]);
  EXPECT_EQ(found[0].key, nullptr);
}

TEST(AlikeFinder, DoesNotCompareASupplementWithItself) {
  const auto workshop = with({{"Rydd snø fra fortau", accepted}});
  EXPECT_EQ(AlikeFinder(workshop).to("Rydd snø fra fortau").size(), 1U);
  EXPECT_TRUE(AlikeFinder(workshop).to("Rydd snø fra fortau", SupplementId{1}).empty());
}

TEST(AlikeFinder, FindsAMergedKeyByAnyOfItsSourcesAndOnlyOnce) {
  auto workshop = with({{"Rydd snø fra fortau", accepted}, {"Strø gangstiene om vinteren", merged}});
  workshop.supplements[1].merged_into = SupplementId{1};
  const auto found = AlikeFinder(workshop).to("Strø gangstiene og rydd fortau for snø");
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].key, &workshop.keys[0]);
}

TEST(AlikeFinder, ShowsThreeAtMostTheMostAlikeFirst) {
  const auto workshop = with({{"Rydd snø", waiting}, {"Rydd snø fra fortau", waiting}, {"Rydd snø fra gata", waiting}, {"Rydd snø fra taket", waiting}});
  const auto found = AlikeFinder(workshop).to("Rydd snø fra fortau");
  ASSERT_EQ(found.size(), 3U);
  EXPECT_EQ(found[0].supplement, &workshop.supplements[1]);
}

TEST(Marked, MarksOtherFormsOfTheSameWordAndEscapes) {
  Writer h;
  marked(h, {"<b>Rollene</b> & mandater"}, {"Avklar roller"});
  EXPECT_EQ(h.take_string(), "&lt;b&gt;<mark>Rollene</mark>&lt;/b&gt; &amp; mandater");
}

TEST(Provenance, NamesEachGroupOnce) {
  auto workshop = with({{"En", accepted}, {"To", merged}, {"Tre", merged}});
  workshop.supplements[1].merged_into = workshop.supplements[2].merged_into = SupplementId{1};
  workshop.supplements[2].group = GroupNumber{1};
  const Catalogue catalogue;
  const Words& w = catalogue[Lang::nb];
  EXPECT_EQ(groups_behind(w, workshop, workshop.keys[0]), "Gruppe 1 og 2");
  EXPECT_EQ(from_groups(w, workshop, workshop.keys[0]), "fra gruppe 1 og 2");
  EXPECT_EQ(groups_behind(w, workshop, domain::Key{}), "");
}

TEST(WordCloud, LeavesOutWhatWasNotAccepted) {
  const auto workshop = with({{"Fortau", accepted}, {"Fortauene og gatene", merged}, {"Gatene", accepted}, {"Hemmelig", waiting}, {"Hemmelig", waiting}, {"Stygt fortau", returned}});
  std::vector<std::string> words;
  for (const auto& word : supplement_words(workshop, 9)) words.push_back(word.word);
  EXPECT_THAT(words, ElementsAre("fortau", "gatene"));
}

}  // namespace
}  // namespace knippe::views
