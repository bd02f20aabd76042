// Bucklin on small cases worked out by hand.

#include <gtest/gtest.h>

#include "tally/elimination.h"

namespace knippe::tally {
namespace {

using Choices = std::vector<Option>;

Question question(std::size_t seats) {
  Question asked;
  asked.seats = seats;
  return asked;
}

TEST(Bucklin, TennesseeElectsNashville) {
  Profile profile(4);
  profile.add(Choices{0, 1, 2, 3}, 42);
  profile.add(Choices{1, 2, 3, 0}, 26);
  profile.add(Choices{2, 3, 1, 0}, 15);
  profile.add(Choices{3, 2, 1, 0}, 17);
  const Outcome outcome = bucklin(Totals(profile), question(1));
  EXPECT_EQ(outcome.places, (Places{{1}, {2}, {3}, {0}}));
  EXPECT_EQ(outcome.rounds[1].votes, (std::vector<Number>{42, 68, 58, 32}));
}

TEST(Bucklin, UnnamedOptionsShareThePlacesLeft) {
  Profile profile(3);
  profile.add(Choices{0}, 2);
  profile.add(Choices{1, 2}, 1);
  Question asked = question(1);
  asked.unranked = Unranked::last;
  EXPECT_EQ(bucklin(Totals(profile), asked).rounds.at(1).votes, (std::vector<Number>{2, 2, 2}));
}

}  // namespace
}  // namespace knippe::tally
