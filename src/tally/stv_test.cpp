// The transferable vote on small cases worked out by hand, and what every count keeps to.

#include <gtest/gtest.h>

#include <algorithm>

#include "tally/decimals.h"
#include "tally/elimination.h"

namespace knippe::tally {
namespace {

using Choices = std::vector<Option>;

Question question(std::size_t seats, std::vector<Option> lot = {}) {
  Question asked;
  asked.seats = seats;
  asked.ties.lot = std::move(lot);
  return asked;
}

/// The food selection of many textbooks: orange 0, pear 1, chocolate 2, strawberry 3, hamburger 4.
Profile food() {
  Profile profile(5);
  profile.add(Choices{0}, 4);
  profile.add(Choices{1, 0}, 2);
  profile.add(Choices{2, 3}, 8);
  profile.add(Choices{2, 4}, 4);
  profile.add(Choices{3}, 1);
  profile.add(Choices{4}, 1);
  return profile;
}

TEST(Stv, TheFoodSelectionByDroop) {
  const Outcome outcome = stv_droop(food(), question(3));
  EXPECT_EQ(outcome.winners, (Choices{2, 0, 3}));
  EXPECT_EQ(outcome.rounds[0].quota, Number(6));
  ASSERT_EQ(outcome.rounds[0].transfers.size(), 1u);
  EXPECT_TRUE(outcome.rounds[0].transfers[0].is_surplus);
  EXPECT_EQ(outcome.rounds[0].transfers[0].to, (std::vector<Number>{0, 0, 0, 4, 2}));
  EXPECT_EQ(outcome.rounds[1].excluded, Choices{1});
  EXPECT_EQ(outcome.places, (Places{{2}, {0}, {3}, {4}, {1}}));
}

TEST(Stv, ScottishValuesAreCutToFiveDecimals) {
  Profile profile(4);
  profile.add(Choices{0, 1}, 5);
  profile.add(Choices{0, 2}, 2);
  profile.add(Choices{1}, 1);
  profile.add(Choices{3}, 3);
  const Outcome outcome = stv_scottish(profile, question(2));
  EXPECT_EQ(outcome.rounds[0].quota, Number(4));
  const Transfer& transfer = outcome.rounds[0].transfers.at(0);
  EXPECT_EQ(transfer.to, (std::vector<Number>{0, Number(214285, 100000), Number(85714, 100000), 0}));
  EXPECT_EQ(transfer.exhausted, Number(1, 100000));
  EXPECT_EQ(outcome.winners, (Choices{0, 1}));
}

TEST(Stv, ScottishTiesGoByTheLastRoundThatDiffersThenByLot) {
  Profile profile(5);
  profile.add(Choices{0}, 10);
  profile.add(Choices{1}, 3);
  profile.add(Choices{2}, 4);
  profile.add(Choices{3, 1}, 1);
  profile.add(Choices{4}, 5);
  const Outcome outcome = stv_scottish(profile, question(1, {0, 1, 2, 3, 4}));
  const auto tie = std::ranges::find(outcome.ties, TieBreak::By::earlier_round, &TieBreak::by);
  ASSERT_NE(tie, outcome.ties.end());
  EXPECT_EQ(tie->order, (Choices{1, 2}));
  EXPECT_EQ(outcome.rounds[1].excluded, Choices{1});
}

TEST(Stv, HareKeepsTheFractionOfItsQuota) {
  Profile profile(3);
  profile.add(Choices{0, 1}, 6);
  profile.add(Choices{1}, 3);
  profile.add(Choices{2}, 4);
  const Outcome outcome = stv_hare(profile, question(2));
  EXPECT_EQ(outcome.rounds[0].quota, Number(13, 2));
  EXPECT_EQ(outcome.rounds[0].excluded, Choices{1});
  EXPECT_EQ(outcome.winners, (Choices{0, 2}));
}

TEST(Stv, EqualsForTheLastSeatShareItWithoutALot) {
  Profile profile(3);
  profile.add(Choices{0}, 5);
  profile.add(Choices{1}, 2);
  profile.add(Choices{2}, 2);
  for (const auto count : {stv_scottish, stv_droop, stv_hare, stv_meek}) {
    const Outcome shared = count(profile, question(2));
    EXPECT_EQ(shared.winners, (Choices{0, 1, 2}));
    EXPECT_EQ(shared.ties.back().by, TieBreak::By::shared);
    EXPECT_EQ(count(profile, question(2, {2, 1, 0})).winners, (Choices{0, 2}));
  }
}

TEST(Stv, NoBallots) {
  for (const auto count : {stv_scottish, stv_droop, stv_hare, stv_meek})
    EXPECT_EQ(count(Profile(3), question(2)).places, (Places{{0, 1, 2}})) << "all equal";
}

TEST(Meek, AnElectedOptionKeepsTheQuota) {
  const Outcome outcome = stv_meek(food(), question(3));
  EXPECT_EQ(outcome.winners, (Choices{2, 3, 0}));
  EXPECT_EQ(outcome.rounds[0].quota, Number(5) + Number(1) / power_of_ten(9));
  EXPECT_LT(outcome.rounds.back().keep[2], 1);
}

TEST(Decimals, AreCutDownwards) {
  EXPECT_EQ(cut_to(Number(2, 3), 2), Number(66, 100));
  EXPECT_EQ(cut_to(Number(7), 5), 7);
}

TEST(Coombs, ALoneFavouriteIsNotALast) {
  Profile profile(3);
  profile.add(Choices{0}, 4);
  profile.add(Choices{1, 2}, 3);
  profile.add(Choices{2, 1}, 2);
  const Outcome outcome = coombs(profile, question(1));
  EXPECT_EQ(outcome.rounds[0].lasts, (std::vector<Number>{0, 2, 3}));
  EXPECT_EQ(outcome.winners, Choices{1});
}

}  // namespace
}  // namespace knippe::tally
