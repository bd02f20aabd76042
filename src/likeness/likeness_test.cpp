#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "likeness/alike.h"
#include "likeness/bunches.h"
#include "likeness/cloud.h"
#include "likeness/seminar_for_tests.h"

namespace knippe::likeness {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

std::vector<std::string> stems_of(std::string_view words, std::string_view language = "nb") {
  std::vector<std::string> stems;
  for (const Word& word : Stemmer().words_of({words, language})) stems.push_back(word.stem);
  return stems;
}

TEST(Stems, LeaveOutWhatHoldsSentencesTogether) {
  EXPECT_THAT(stems_of("Vi må ha en felles forståelse av det!"), ElementsAre("fell", "forstå"));
  EXPECT_THAT(stems_of("Me må ha ei felles forståing av det!", "nn"), ElementsAre("fell", "forståing"));
  EXPECT_THAT(stems_of("We should have roles", "en"), ElementsAre("role"));
}

TEST(Stems, PeopleInEveryFormAreTheSame) {
  for (const char* form : {"innbygger", "innbyggere", "innbyggerne", "INNBYGGERNE", "innbyggernes"})
    EXPECT_THAT(stems_of(form), ElementsAre("innbygg")) << form;
  EXPECT_EQ(stems_of("politikere"), stems_of("politikerne"));
  EXPECT_EQ(stems_of("politikarar", "nn"), stems_of("politikarane", "nn"));
}

TEST(Stems, EarlyIsNotTime) {
  EXPECT_NE(stems_of("tidlig"), stems_of("tid"));
  EXPECT_EQ(stems_of("tidligere"), stems_of("tidlig"));
}

TEST(Stems, DanishAndEnglishHaveTheirOwn) {
  EXPECT_EQ(stems_of("forventningerne", "da"), stems_of("forventninger", "nb"));
  EXPECT_EQ(stems_of("expectations", "en"), stems_of("expectation", "en"));
}

TEST(Stems, SayWhereAWordStands) {
  const std::string text = "Åpne møter – også på nett";
  for (const Word& word : Stemmer().words_of({text, "nb"}))
    EXPECT_EQ(text.substr(word.begin, word.size).size(), word.size);
  EXPECT_EQ(Stemmer().words_of({text, "nb"}).front().size, std::string("Åpne").size());
}

TEST(Stems, BrokenBytesEndAWordAndNothingElse) {
  EXPECT_THAT(stems_of("roller\xff\xc3(roller"), ElementsAre("roll", "roll"));
  EXPECT_THAT(stems_of(std::string(100'000, 'a')), ::testing::SizeIs(1));
  EXPECT_THAT(stems_of(""), IsEmpty());
}

TEST(Alike, TheSameTextIsWhollyAlike) {
  const std::vector<Text> texts = {{"Rydd fortau for snø", "nb"}, {"Flere benker langs elva", "nb"}};
  const auto matches = Collection(texts).alike({"flere BENKER langs elva!", "nb"});
  ASSERT_EQ(matches.size(), 1U);
  EXPECT_EQ(matches[0], (Match{1, 100}));
}

TEST(Alike, NothingInCommonIsNothing) {
  EXPECT_THAT(Collection(std::vector<Text>{}).alike({"Rydd fortau", "nb"}), IsEmpty());
  EXPECT_THAT(Collection(std::vector<Text>{{"Rydd fortau", "nb"}}).alike({"Bygg benker", "nb"}, 1), IsEmpty());
  EXPECT_THAT(Collection(std::vector<Text>{{"og det", "nb"}}).alike({"og det", "nb"}), IsEmpty());
}

TEST(Alike, ARareWordSaysMoreThanACommonOne) {
  const std::vector<Text> texts = {{"møter skole", "nb"}, {"møter havn", "nb"}, {"møter bibliotek", "nb"}, {"møter torg", "nb"}};
  const auto matches = Collection(texts).alike({"møter havn", "nb"}, 1);
  ASSERT_GE(matches.size(), 2U);
  EXPECT_EQ(matches[0].text, 1U);
  EXPECT_GT(matches[0].percent, 2 * matches[1].percent);
}

TEST(Alike, ACompoundIsHalfWhatItIsMadeOf) {
  const std::vector<Text> texts = {{"Bruk biblioteket", "nb"}, {"Bruk havna", "nb"}};
  const auto matches = Collection(texts).alike({"Åpne biblioteksalen", "nb"}, 1);
  ASSERT_EQ(matches.size(), 1U);
  EXPECT_EQ(matches[0].text, 0U);
}

/// The pairs that a person judges to say the same, or nearly so, among the 19 supplements and the 18 keys of 2017 (docs/decisions/0008).
TEST(Alike, FindsTheSeminarsOwnPairs) {
  std::vector<Text> before = seminar::keys();
  std::vector<std::pair<std::size_t, std::size_t>> shown;
  for (const Text& supplement : seminar::supplements()) {
    for (const Match& match : Collection(before).alike(supplement)) shown.emplace_back(before.size() - 17, match.text + 1);
    before.push_back(supplement);
  }
  // Supplement n; what it resembles: a key 1..18, or 18 + an earlier supplement.
  const std::vector<std::pair<std::size_t, std::size_t>> right = {{10, 15}, {11, 5}, {15, 5}, {15, 18 + 11}, {18, 18 + 13}};
  const std::vector<std::pair<std::size_t, std::size_t>> needless = {{11, 1}, {14, 18 + 12}};
  for (const auto& pair : right) EXPECT_THAT(shown, ::testing::Contains(pair));
  std::vector<std::pair<std::size_t, std::size_t>> all = right;
  all.insert(all.end(), needless.begin(), needless.end());
  EXPECT_THAT(shown, ::testing::UnorderedElementsAreArray(all));
}

TEST(Bunches, ProposeWhatTheSeminarSharesWordsAbout) {
  const auto bunches_found = bunches(seminar::supplements());
  std::vector<std::string> names;
  for (const Bunch& bunch : bunches_found) names.push_back(bunch.word);
  EXPECT_THAT(names, ElementsAre("roller", "politikere", "innbyggerinitiativ"));
  EXPECT_THAT(bunches_found[0].texts, ElementsAre(10, 14));
  EXPECT_THAT(bunches(std::vector<Text>{}), IsEmpty());
}

TEST(Bunches, SayWhichWordsHalfOfThemShareAndStopWhereTold) {
  const std::vector<Text> texts = {{"Flere benker langs elva"}, {"Gatelys ved skolen"}, {"Innbyggerne ønsker benker langs elva"}, {"Gatelys ved skolen om kvelden"},
                                   {"Benker ved elva for eldre innbyggere"}};
  const auto found = bunches(texts);
  ASSERT_EQ(found.size(), 2U);
  EXPECT_THAT(found[0].texts, ElementsAre(0, 2, 4));
  EXPECT_THAT(found[0].words, ElementsAre("benker", "elva")) << "neither the field's own words nor prepositions";
  EXPECT_THAT(bunches(texts, 1), ElementsAre(found[0]));
}

TEST(Bunches, DoNotDependOnWhatStandsElsewhere) {
  std::vector<std::string> words;
  for (int n = 0; n < 600; ++n) words.push_back("felles " + std::to_string(n / 3 + 1000) + " sak" + std::to_string(n));
  std::vector<Text> texts(words.begin(), words.end());
  const auto found = bunches(texts);
  ASSERT_EQ(found.size(), 200U);
  EXPECT_THAT(found[0].texts, ElementsAre(0, 1, 2));
}

TEST(Cloud, CountsTextsAndShowsTheFormMostWritten) {
  const std::vector<Text> texts = {{"Innbyggerne først, innbyggerne sist"}, {"Spør innbyggere"}, {"Innbyggerne vet; havna"}};
  const auto words = cloud(texts);
  ASSERT_FALSE(words.empty());
  EXPECT_EQ(words[0], (CloudWord{"innbyggerne", 3, 5}));
  EXPECT_THAT(cloud(texts, 1), ::testing::SizeIs(1));
}

TEST(Cloud, LeavesOutWhatOneTextAloneUses) {
  EXPECT_THAT(cloud(std::vector<Text>{{"havna torget torget"}, {"biblioteket"}}), IsEmpty());
  EXPECT_THAT(cloud(std::vector<Text>{{"havna torget"}, {"torget"}}), ElementsAre(CloudWord{"torget", 2, 5}));
  EXPECT_THAT(cloud(std::vector<Text>{}), IsEmpty());
}

}  // namespace
}  // namespace knippe::likeness
