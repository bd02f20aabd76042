#include <gtest/gtest.h>

#include "domain/involvement/bounds.h"
#include "domain/involvement/commands.h"
#include "domain/involvement/gate.h"

namespace knippe::domain::involvement {
namespace {

/// A case whose phase is set by hand: what steps need of it is no more.
struct Planned {
  Involvement i;
  std::int64_t now = 1'800'000'000'000;

  explicit Planned(Phase phase) {
    i.exists = true;
    i.phase = phase;
    i.information = true;
    i.why = {"p", "m", "", ""};
    i.items = {{ItemId{1}, Openness::fixed, "x", "y", "z", false}};
    i.promise.decides = "Rådet";
    i.promise.decides_on = "2027-05-01";
    i.roles.political = i.roles.administrative = "T";
    i.plan = {PlanKind::other, "Plan", "26/1", "", ""};
  }
  std::string refusal(const Command& command, Actor actor = Actor::account(AccountId{1})) {
    now += 1000;
    const auto events = decide(i, command, {{now}, actor});
    if (!events) return events.error().message_key;
    for (const Event& event : *events) apply(i, event, {Seq{1}, {now}});
    return "";
  }
};

Step meeting() { return {.kind = StepKind::event, .starts = "2027-01-20", .from = "18:00", .until = "20:00", .title = "Folkemøte", .place = "Kulturhuset"}; }
Step again(const Step& step, StepId id) {
  Step same = step;
  same.id = id;
  return same;
}

TEST(Steps, ADraftPlansFreely) {
  Planned p(Phase::draft);
  EXPECT_EQ(p.refusal(PlaceStep{meeting(), ""}), "");
  Step moved = again(meeting(), StepId{1});
  moved.starts = "2027-01-21";
  EXPECT_EQ(p.refusal(PlaceStep{moved, ""}), "");
  EXPECT_EQ(p.refusal(WithdrawStep{StepId{1}, ""}), "");
  EXPECT_TRUE(p.i.changes.empty());
  EXPECT_TRUE(p.i.steps_in_order().empty());
}

TEST(Steps, AWorkshopThatIsAStepBelongsToTheCase) {
  Planned p(Phase::open);
  Step workshop{.kind = StepKind::workshop, .starts = "2027-01-20", .workshop = RoomId{7}};
  ASSERT_EQ(p.refusal(PlaceStep{workshop, ""}), "");
  EXPECT_EQ(p.i.workshops, std::vector{RoomId{7}});
  EXPECT_TRUE(p.i.changes.empty());
  Step other = again(workshop, StepId{1});
  other.workshop = RoomId{6};
  ASSERT_EQ(p.refusal(PlaceStep{other, ""}), "");
  EXPECT_EQ(p.i.workshops, (std::vector{RoomId{6}, RoomId{7}})) << "what was done there is still the case's";
  ASSERT_EQ(p.refusal(TieWorkshop{RoomId{6}, false}), "");
  ASSERT_EQ(p.refusal(PlaceStep{other, ""}), "");
  EXPECT_EQ(p.i.workshops, (std::vector{RoomId{6}, RoomId{7}}));
  Step meeting_there = again(workshop, StepId{1});
  meeting_there.kind = StepKind::event;
  meeting_there.workshop = RoomId{8};
  ASSERT_EQ(p.refusal(PlaceStep{meeting_there, "Det ble et møte"}), "");
  EXPECT_EQ(p.i.workshops.size(), 2U) << "only a workshop has one";
  while (p.i.workshops.size() < bounds::workshops) p.i.workshops.push_back(RoomId{p.i.workshops.back().value + 1});
  workshop.workshop = RoomId{9999};
  EXPECT_EQ(p.refusal(PlaceStep{workshop, ""}), "workshop.too_many_tied");
}

TEST(Steps, AfterOpeningAMovedOrCancelledStepIsAPublicChangeAndANewOneIsNot) {
  Planned p(Phase::open);
  ASSERT_EQ(p.refusal(PlaceStep{meeting(), ""}), "");
  EXPECT_TRUE(p.i.changes.empty());
  Step moved = again(meeting(), StepId{1});
  moved.from = "19:00";
  EXPECT_EQ(p.refusal(PlaceStep{moved, " "}), "involvement.change_reason");
  ASSERT_EQ(p.refusal(PlaceStep{moved, "Salen er opptatt"}), "");
  ASSERT_EQ(p.i.changes.size(), 1u);
  EXPECT_EQ(p.i.changes[0].part, Part::steps);
  EXPECT_EQ(p.i.changes[0].differences, (std::vector<Difference>{{"step:1", "2027-01-20T18:00/2027-01-20T20:00", "2027-01-20T19:00/2027-01-20T20:00"}}));
  EXPECT_EQ(p.refusal(WithdrawStep{StepId{1}, ""}), "involvement.change_reason");
  ASSERT_EQ(p.refusal(WithdrawStep{StepId{1}, "Storm"}), "");
  EXPECT_EQ(p.i.changes[1].differences[0].now, "");
}

TEST(Steps, ANewTitleOrPlaceNeedsNoReasonAndANewStepAddsNothingToAnEarlierChange) {
  Planned p(Phase::open);
  ASSERT_EQ(p.refusal(PlaceStep{meeting(), ""}), "");
  ASSERT_EQ(p.refusal(WithdrawStep{StepId{1}, "Storm"}), "");
  ASSERT_EQ(p.refusal(PlaceStep{meeting(), ""}), "");
  Step renamed = again(meeting(), StepId{2});
  renamed.title = "Nytt folkemøte";
  ASSERT_EQ(p.refusal(PlaceStep{renamed, ""}), "");
  EXPECT_EQ(p.i.changes.size(), 1u);
  EXPECT_EQ(p.i.changes[0].differences.size(), 1u);
  EXPECT_EQ(p.refusal(PlaceStep{renamed, ""}), "");
}

TEST(Steps, EachChangeMakesACalendarsVersionHigher) {
  Planned p(Phase::open);
  ASSERT_EQ(p.refusal(PlaceStep{meeting(), ""}), "");
  const int first = p.i.steps[0].revision;
  Step moved = again(meeting(), StepId{1});
  moved.starts = "2027-02-20";
  ASSERT_EQ(p.refusal(PlaceStep{moved, "Snø"}), "");
  EXPECT_GT(p.i.steps[0].revision, first);
  const int second = p.i.steps[0].revision;
  ASSERT_EQ(p.refusal(WithdrawStep{StepId{1}, "Snø igjen"}), "");
  EXPECT_GT(p.i.steps[0].revision, second);
  EXPECT_EQ(p.refusal(PlaceStep{moved, "Likevel"}), "step.unknown");
}

TEST(Steps, WhatIsNoTimeIsRefused) {
  Planned p(Phase::draft);
  const auto with = [](auto change) {
    Step step = meeting();
    change(step);
    return PlaceStep{step, ""};
  };
  EXPECT_EQ(p.refusal(with([](Step& s) { s.starts = ""; })), "involvement.step_date");
  EXPECT_EQ(p.refusal(with([](Step& s) { s.starts = "2027-02-30"; })), "involvement.bad_date");
  EXPECT_EQ(p.refusal(with([](Step& s) { s.ends = "2027-01-19"; })), "involvement.backwards");
  for (const char* time : {"24:00", "18:60", "1800", "18.00", "aa:bb", "18:0"})
    EXPECT_EQ(p.refusal(with([&](Step& s) { s.from = time; })), "step.bad_time") << time;
  EXPECT_EQ(p.refusal(with([](Step& s) { s.from = ""; })), "step.half_time");
  EXPECT_EQ(p.refusal(with([](Step& s) { s.until = "18:00"; })), "step.time_backwards");
  EXPECT_EQ(p.refusal(with([](Step& s) { s.ends = "2027-01-22"; })), "step.time_many_days");
  EXPECT_EQ(p.refusal(PlaceStep{again(meeting(), StepId{7}), ""}), "step.unknown");
  EXPECT_EQ(p.refusal(PlaceStep{meeting(), ""}, Actor::phone(PhoneId{1})), "actor.not_facilitator");
}

TEST(Steps, TheyStandInOrderOfTime) {
  Planned p(Phase::draft);
  for (const char* day : {"2027-03-01", "2027-01-01", "2027-02-01"}) ASSERT_EQ(p.refusal(PlaceStep{{.starts = day}, ""}), "");
  std::vector<std::string> days;
  for (const Step* step : p.i.steps_in_order()) days.push_back(step->starts);
  EXPECT_EQ(days, (std::vector<std::string>{"2027-01-01", "2027-02-01", "2027-03-01"}));
}

TEST(Steps, OnlyAWorkshopLeadsToAWorkshop) {
  Planned p(Phase::draft);
  Step step = meeting();
  step.workshop = RoomId{77};
  ASSERT_EQ(p.refusal(PlaceStep{step, ""}), "");
  EXPECT_FALSE(p.i.steps[0].workshop);
  step.kind = StepKind::workshop;
  ASSERT_EQ(p.refusal(PlaceStep{step, ""}), "");
  EXPECT_EQ(p.i.steps[1].workshop, RoomId{77});
}

TEST(Steps, AHearingOfLessThanSixWeeksIsFlaggedAlsoBesideALongOne) {
  Planned p(Phase::draft);
  ASSERT_EQ(p.refusal(PlaceStep{{.kind = StepKind::hearing, .starts = "2027-01-01", .ends = "2027-02-11"}, ""}), "");
  EXPECT_FALSE(hearing_is_short(p.i));
  ASSERT_EQ(p.refusal(PlaceStep{{.kind = StepKind::hearing, .starts = "2027-01-01", .ends = "2027-02-10"}, ""}), "");
  EXPECT_TRUE(hearing_is_short(p.i));
  EXPECT_EQ(shortest_hearing_days(p.i), 41);
  ASSERT_EQ(p.refusal(WithdrawStep{StepId{2}, ""}), "");
  EXPECT_FALSE(hearing_is_short(p.i));
}

}  // namespace
}  // namespace knippe::domain::involvement
