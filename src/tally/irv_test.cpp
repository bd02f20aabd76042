// Instant runoff: textbook cases, ties, tiers, and what a round tells.

#include <gtest/gtest.h>

#include <array>

#include "tally/elimination.h"

namespace knippe::tally {
namespace {

using Choices = std::vector<Option>;

/// Tennessee chooses a capital: Memphis 0, Nashville 1, Chattanooga 2, Knoxville 3.
Profile tennessee() {
  Profile profile(4);
  profile.add(Choices{0, 1, 2, 3}, 42);
  profile.add(Choices{1, 2, 3, 0}, 26);
  profile.add(Choices{2, 3, 1, 0}, 15);
  profile.add(Choices{3, 2, 1, 0}, 17);
  return profile;
}

Question question(Unranked unranked = Unranked::ignored, std::vector<Option> lot = {}) {
  Question asked;
  asked.rule = Rule::irv;
  asked.unranked = unranked;
  asked.ties.lot = std::move(lot);
  return asked;
}

TEST(Irv, TennesseeElectsKnoxville) {
  const Outcome outcome = irv(tennessee(), question());
  EXPECT_EQ(outcome.places, (Places{{3}, {0}, {1}, {2}}));
  EXPECT_EQ(outcome.winners, Choices{3});
  ASSERT_EQ(outcome.rounds.size(), 4u);
  EXPECT_EQ(outcome.rounds[0].votes, (std::vector<Number>{42, 26, 15, 17}));
  EXPECT_EQ(outcome.rounds[0].excluded, Choices{2});
  EXPECT_EQ(outcome.rounds[0].transfers[0].to, (std::vector<Number>{0, 0, 0, 15}));
  EXPECT_EQ(outcome.rounds[2].elected, Choices{3});
  EXPECT_TRUE(outcome.ties.empty());
}

/// As published with the example (fact-index.com, "Coombs' method", from Wikipedia): 58 and 42 of 100 have Memphis and Knoxville last; then Nashville has 68.
TEST(Coombs, TennesseeElectsNashville) {
  Question asked = question();
  asked.rule = Rule::coombs;
  const Outcome outcome = coombs(tennessee(), asked);
  EXPECT_EQ(outcome.rounds[0].votes, (std::vector<Number>{42, 26, 15, 17}));
  EXPECT_EQ(outcome.rounds[0].lasts, (std::vector<Number>{58, 0, 0, 42}));
  EXPECT_EQ(outcome.rounds[0].excluded, Choices{0});
  EXPECT_EQ(outcome.rounds[1].votes, (std::vector<Number>{0, 68, 15, 17}));
  EXPECT_EQ(outcome.rounds[1].elected, Choices{1});
  EXPECT_EQ(outcome.winners, Choices{1});
}

TEST(Irv, ATiedTierIsSplitAndStaysWhole) {
  Profile profile(3);
  profile.add(Choices{0, 1, 2}, std::array<std::uint16_t, 2>{2, 1}, 3);
  profile.add(Choices{2}, 2);
  const Outcome outcome = irv(profile, question(Unranked::ignored, {0, 1, 2}));
  EXPECT_EQ(outcome.rounds[0].votes, (std::vector<Number>{Number(3, 2), Number(3, 2), 2}));
  EXPECT_EQ(outcome.rounds[0].excluded, Choices{1});
  EXPECT_EQ(outcome.rounds[1].votes[0], 3);
  EXPECT_EQ(outcome.places, (Places{{0}, {2}, {1}}));
}

TEST(Irv, WithoutALotTheTiedGoOutTogether) {
  Profile profile(3);
  profile.add(Choices{0}, 5);
  profile.add(Choices{1, 2}, 3);
  profile.add(Choices{2, 1}, 3);
  const Outcome outcome = irv(profile, question());
  EXPECT_EQ(outcome.places, (Places{{0}, {1, 2}}));
  ASSERT_EQ(outcome.ties.size(), 1u);
  EXPECT_EQ(outcome.ties[0], (TieBreak{TieBreak::By::shared, TieBreak::About::exclusion, {1, 2}, {}, 1}));
  const Outcome drawn = irv(profile, question(Unranked::ignored, {2, 1, 0}));
  EXPECT_EQ(drawn.winners, Choices{2});
  EXPECT_EQ(drawn.ties[0].order, (Choices{1, 2}));
}

TEST(Irv, TheLastWhoAreEqualShareTheSeat) {
  Profile profile(3);
  profile.add(Choices{0}, 2);
  profile.add(Choices{1}, 2);
  const Outcome outcome = irv(profile, question());
  EXPECT_EQ(outcome.places, (Places{{0, 1}, {2}}));
  EXPECT_EQ(outcome.winners, (Choices{0, 1}));
  EXPECT_EQ(irv(profile, question(Unranked::ignored, {1, 0, 2})).winners, Choices{1});
}

TEST(Irv, ABallotThatNamesNothingMoreIsExhaustedOrStandsWithAll) {
  Profile profile(3);
  profile.add(Choices{0}, 1);
  profile.add(Choices{1}, 2);
  profile.add(Choices{2}, 4);
  const Outcome ignored = irv(profile, question());
  EXPECT_EQ(ignored.rounds[1].exhausted, 1);
  const Outcome last = irv(profile, question(Unranked::last));
  EXPECT_EQ(last.rounds[1].exhausted, 0);
  EXPECT_EQ(last.rounds[1].votes, (std::vector<Number>{0, Number(5, 2), Number(9, 2)}));
}

TEST(Irv, NoBallotsAndNoOptions) {
  EXPECT_EQ(irv(Profile(2), question()).places, (Places{{0, 1}}));
  EXPECT_TRUE(irv(Profile(0), question()).places.empty());
}

}  // namespace
}  // namespace knippe::tally
