#include "domain/involvement/story_for_tests.h"

namespace knippe::domain::involvement {
namespace {

SendContribution argument(Stance stance, std::string text = "Det blir tryggere", ThemeId theme = ThemeId{1}) {
  return {.text = std::move(text), .theme = theme, .stance = stance};
}

Story with_a_theme(Moderation moderation = Moderation::after) {
  Story s = opened(moderation);
  s.must(NameTheme{{}, "Fortau"});
  return s;
}

TEST(Argument, StandsOnOneSideOfItsTheme) {
  Story s = with_a_theme();
  ASSERT_TRUE(s.phone(1, argument(Stance::pro)));
  ASSERT_TRUE(s.phone(1, argument(Stance::con, "Det koster for mye")));
  EXPECT_EQ(s.i.themes[0].pro, std::vector{ContributionId{1}});
  EXPECT_EQ(s.i.themes[0].con, std::vector{ContributionId{2}});
  EXPECT_EQ(s.i.contributions[0].stance, Stance::pro);
}

TEST(Argument, NeedsATheme) {
  Story s = with_a_theme();
  EXPECT_EQ(s.phone(1, argument(Stance::pro, "Ja", {})).error().message_key, "argument.theme");
  EXPECT_EQ(s.phone(1, argument(Stance::pro, "Ja", ThemeId{7})).error().kind, ErrorKind::not_found);
  EXPECT_TRUE(s.i.contributions.empty());
}

TEST(Argument, IsOneShortLineOfNobodyInParticular) {
  Story s = with_a_theme();
  SendContribution wanted = argument(Stance::con);
  wanted.place = "Nesset";
  wanted.group_name = "8B";
  wanted.people = 24;
  ASSERT_TRUE(s.phone(1, wanted));
  const Contribution& kept = s.i.contributions[0];
  EXPECT_TRUE(kept.place.empty() && kept.group_name.empty());
  EXPECT_EQ(kept.people, 0);
  EXPECT_FALSE(s.phone(2, argument(Stance::con, std::string(bounds::argument + 1, 'x'))));
  EXPECT_TRUE(s.phone(2, argument(Stance::con, std::string(bounds::argument, 'x'))));
}

TEST(Argument, IsReadFirstWhereThePolicySaysSo) {
  Story s = with_a_theme(Moderation::before);
  ASSERT_TRUE(s.phone(1, argument(Stance::pro)));
  EXPECT_TRUE(s.i.themes[0].pro.empty());
  s.must(PublishContribution{ContributionId{1}});
  EXPECT_EQ(s.i.themes[0].pro.size(), 1U);
}

TEST(Argument, LeavesItsSideWhenItIsRemoved) {
  Story s = with_a_theme();
  ASSERT_TRUE(s.phone(1, argument(Stance::pro)));
  s.must(RemoveContribution{ContributionId{1}, Rule::off_topic, "Gjelder en annen sak"});
  EXPECT_TRUE(s.i.themes[0].pro.empty());
}

TEST(Argument, MovesWithItsSideToAnotherThemeButNeverOutOfAll) {
  Story s = with_a_theme();
  s.must(NameTheme{{}, "Lys"});
  ASSERT_TRUE(s.phone(1, argument(Stance::con)));
  s.must(GroupContributions{ThemeId{2}, {ContributionId{1}}});
  EXPECT_TRUE(s.i.themes[0].con.empty());
  EXPECT_EQ(s.i.themes[1].con, std::vector{ContributionId{1}});
  EXPECT_EQ(s.refusal(GroupContributions{{}, {ContributionId{1}}}), "argument.theme");
}

TEST(Argument, TheSideIsAnEventOfItsOwnWithoutWords) {
  Story s = with_a_theme();
  ASSERT_TRUE(s.phone(1, argument(Stance::pro, "Hemmelig ord")));
  bool found = false;
  for (const Event& event : s.last)
    if (const auto* taken = std::get_if<StanceTaken>(&event)) found = taken->stance == Stance::pro && taken->contribution == ContributionId{1};
  EXPECT_TRUE(found);
}

}  // namespace
}  // namespace knippe::domain::involvement
