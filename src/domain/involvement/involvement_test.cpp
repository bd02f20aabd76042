#include <gtest/gtest.h>

#include "domain/involvement/gate.h"
#include "domain/involvement/story_for_tests.h"
#include "domain/rules.h"

namespace knippe::domain::involvement {
namespace {

TEST(Gate, AnEmptyDraftLacksEverySection) {
  Story s;
  s.must(CreateInvolvement{"Sak", "nb"});
  EXPECT_EQ(s.refusal(OpenInvolvement{}), "involvement.gaps");
  std::vector<Section> missing;
  for (const Gap gap : gaps_of(s.i))
    if (missing.empty() || missing.back() != section_of(gap)) missing.push_back(section_of(gap));
  EXPECT_EQ(missing, std::vector<Section>(std::begin(all_sections), std::end(all_sections)));
  EXPECT_EQ(s.i.phase, Phase::draft);
}

TEST(Gate, AFilledCaseOpensAndTakesInput) {
  Story s = filled();
  EXPECT_TRUE(gaps_of(s.i).empty());
  s.must(OpenInvolvement{});
  EXPECT_EQ(s.i.phase, Phase::open);
  EXPECT_TRUE(s.i.takes_input);
}

/// Takes one thing away from a filled case and names the gap that it leaves.
TEST(Gate, EachKeyIsNeeded) {
  const auto gap_of = [](const Command& command) {
    Story s = filled();
    s.must(command);
    const auto gaps = gaps_of(s.i);
    EXPECT_EQ(gaps.size(), 1U);
    EXPECT_EQ(s.refusal(OpenInvolvement{}), "involvement.gaps");
    return gaps.empty() ? Gap::plan_kind : gaps.front();
  };
  EXPECT_EQ(gap_of(WriteWhy{{"", "b", "c", "d"}, ""}), Gap::why_problem);
  EXPECT_EQ(gap_of(WriteWhy{{"a", "b", "c", " "}, ""}), Gap::why_sign);
  EXPECT_EQ(gap_of(PlaceItem{{{}, Openness::fixed, "x", "y", "", false}, ""}), Gap::room_source);
  EXPECT_EQ(gap_of(PlaceItem{{{}, Openness::open, "x", "", "", false}, ""}), Gap::room_reason);
  EXPECT_EQ(gap_of(WithdrawItem{ItemId{1}, ""}), Gap::room_empty);
  EXPECT_EQ(gap_of(PlaceItem{{ItemId{1}, Openness::fixed, "x", "y", "z", false}, ""}), Gap::nothing_open);
  EXPECT_EQ(gap_of(MakePromise{{Level::inform, "a", "2027-03-18", "b", "2027-03-01"}, ""}), Gap::promise_informs_only);
  EXPECT_EQ(gap_of(MakePromise{{Level::involve, "a", "2027-03-18", "b", ""}, ""}), Gap::promise_answer_by);
  EXPECT_EQ(gap_of(AssignRoles{{"a", "b", "", "d"}}), Gap::roles_answers);
  EXPECT_EQ(gap_of(ChooseMethod{"barnetrakk", ""}), Gap::method_reason);
  EXPECT_EQ(gap_of(SetEarliness{Earliness::proposal, ""}), Gap::earliness_reason);
  EXPECT_EQ(gap_of(PlaceInPlan{{PlanKind::budget, "x", "", "", ""}}), Gap::plan_case_number);
}

TEST(Gate, NothingOpenIsInformationWithoutInput) {
  Story s = filled();
  EXPECT_EQ(s.refusal(OpenInvolvement{true}), "involvement.something_is_open");
  s.must(PlaceItem{{ItemId{1}, Openness::fixed, "x", "y", "z", false}, ""});
  s.must(OpenInvolvement{true});
  EXPECT_TRUE(s.i.information);
  EXPECT_FALSE(s.i.takes_input);
  EXPECT_EQ(s.phone(1, said("Hei")).error().message_key, "involvement.information");
  EXPECT_EQ(s.refusal(SetInput{true}), "involvement.information");
}

TEST(Gate, AHearingUnderSixWeeksIsFlagged) {
  Story s = filled();
  s.must(PlaceInPlan{{PlanKind::zoning_plan, "Plan", "1", "2027-01-01", "2027-02-11"}});
  EXPECT_EQ(hearing_days(s.i), 42);
  EXPECT_FALSE(hearing_is_short(s.i));
  s.must(PlaceInPlan{{PlanKind::zoning_plan, "Plan", "1", "2027-01-01", "2027-02-10"}});
  EXPECT_TRUE(hearing_is_short(s.i));
  EXPECT_EQ(s.refusal(PlaceInPlan{{PlanKind::zoning_plan, "Plan", "1", "2027-02-10", "2027-01-01"}}), "involvement.backwards");
  EXPECT_EQ(s.refusal(PlaceInPlan{{PlanKind::zoning_plan, "Plan", "1", "2027-02-30", "2027-03-01"}}), "involvement.bad_date");
  EXPECT_EQ(s.refusal(PlaceInPlan{{PlanKind::zoning_plan, "Plan", "1", "2027-02-10", ""}}), "involvement.hearing_half");
}

TEST(Change, AfterOpeningNeedsAReasonThatIsKeptWithWhatWas) {
  Story s = opened();
  Promise later = promise;
  later.answer_by = "2027-04-01";
  EXPECT_EQ(s.refusal(MakePromise{later, " "}), "involvement.change_reason");
  s.must(MakePromise{later, "Sykdom"});
  ASSERT_EQ(s.i.changes.size(), 1U);
  EXPECT_EQ(s.i.changes[0].part, Part::promise);
  EXPECT_EQ(s.i.changes[0].reason, "Sykdom");
  EXPECT_EQ(s.i.changes[0].at, s.now);
  EXPECT_EQ(s.i.changes[0].differences, (std::vector<Difference>{{"answer_by", "2027-03-01", "2027-04-01"}}));
  s.must(MakePromise{later, "Ingenting å endre"});
  EXPECT_EQ(s.i.changes.size(), 1U);
}

TEST(Change, CannotEmptyWhatIsPublic) {
  Story s = opened();
  EXPECT_EQ(s.refusal(WriteWhy{{"a", "b", "c", ""}, "Grunn"}), "involvement.gap_after_opening");
  EXPECT_EQ(s.refusal(WithdrawItem{ItemId{1}, "Grunn"}), "involvement.gap_after_opening");
  EXPECT_TRUE(s.i.changes.empty());
}

TEST(Change, OfADraftIsNobodysBusiness) {
  Story s = filled();
  s.must(WriteWhy{{"Ny", "b", "c", "d"}, ""});
  EXPECT_TRUE(s.i.changes.empty());
}

TEST(Contribution, WaitsUntilReadWhenThePolicySaysSo) {
  Story s = opened();
  ASSERT_TRUE(s.phone(1, said("Flere benker")));
  EXPECT_EQ(s.i.waiting.size(), 1U);
  EXPECT_TRUE(s.i.published.empty());
  s.must(PublishContribution{ContributionId{1}});
  EXPECT_TRUE(s.i.waiting.empty());
  EXPECT_EQ(s.i.published, std::vector{ContributionId{1}});
  EXPECT_EQ(s.i.unanswered(), 1U);
}

TEST(Contribution, IsShownAtOnceWhenItIsReadAfterwards) {
  Story s = opened(Moderation::after);
  ASSERT_TRUE(s.phone(1, said("Flere benker")));
  EXPECT_EQ(s.i.published.size(), 1U);
}

TEST(Contribution, IsHeldWhenTheDoorSawManyFromOneAddress) {
  Story s = opened(Moderation::after);
  ASSERT_TRUE(s.phone(1, SendContribution{"Nr 21", "", {}, "", 0, Source::web, true}));
  EXPECT_TRUE(s.i.published.empty());
  EXPECT_EQ(s.i.waiting.size(), 1U);
}

TEST(Contribution, WaitsForItsSenderToLookAndSaysWhatIsWrongFirst) {
  Story s = opened(Moderation::after);
  EXPECT_EQ(s.phone(1, SendContribution{"Benker", "", {}, "", 0, Source::web, false, true}).error().message_key, "contribution.alike");
  EXPECT_NE(s.phone(1, SendContribution{" ", "", {}, "", 0, Source::web, false, true}).error().message_key, "contribution.alike");
  EXPECT_TRUE(s.i.contributions.empty());
}

TEST(Contribution, ItsTextIsAnEventOfItsOwn) {
  Story s = opened();
  ASSERT_TRUE(s.phone(1, {SendContribution{"Hemmelig", "Elva", {}, "8B", 24, Source::web}}));
  ASSERT_EQ(s.last.size(), 2U);
  for (const char* word : {"Hemmelig", "Elva", "8B"}) EXPECT_EQ(InvolvementRules::encode(s.last[0]).find(word), std::string::npos);
  Involvement erased = s.i;
  erased.contributions.clear(), erased.waiting.clear(), erased.senders.clear();
  apply(erased, s.last[0], {Seq{1}, s.now});
  apply(erased, Erased{"ContributionWorded"}, {Seq{2}, s.now});
  EXPECT_EQ(erased.waiting.size(), 1U);
  EXPECT_EQ(erased.contributions[0].people, 24);
  EXPECT_TRUE(erased.contributions[0].text.empty());
}

TEST(Contribution, APhoneIsBoundedAndOthersAreNot) {
  Story s = opened();
  for (int n = 0; n < bounds::per_window; ++n) ASSERT_TRUE(s.phone(1, said("Nr " + std::to_string(n))));
  EXPECT_EQ(s.phone(1, said("Én til")).error().message_key, "contribution.too_fast");
  EXPECT_TRUE(s.phone(2, said("Min første")));
  s.now = s.now.plus_ms(bounds::window_ms);
  EXPECT_TRUE(s.phone(1, said("Etterpå")));
  while (s.i.find_sender(PhoneId{1})->sent < bounds::per_phone) {
    s.now = s.now.plus_ms(bounds::window_ms);
    ASSERT_TRUE(s.phone(1, said("Mer")));
  }
  s.now = s.now.plus_ms(bounds::window_ms);
  EXPECT_EQ(s.phone(1, said("For mye")).error().message_key, "contribution.too_many");
}

TEST(Contribution, StaffTypeInWhatCameOnPaperAlsoAfterTheDeadline) {
  Story s = opened();
  s.must(SetInput{false});
  EXPECT_EQ(s.phone(1, said("For sent")).error().message_key, "contribution.input_closed");
  EXPECT_EQ(s.refusal(said("Uten kilde")), "contribution.source");
  s.must(SendContribution{"Fra brevkassa", "", {}, "", 0, Source::paper});
  EXPECT_EQ(s.i.published.size(), 1U);
  EXPECT_EQ(s.i.contributions[0].source, Source::paper);
  EXPECT_TRUE(s.i.senders.empty());
}

TEST(Contribution, APhoneCannotPretendToBeStaff) {
  Story s = opened();
  EXPECT_EQ(s.phone(1, SendContribution{"Hei", "", {}, "", 0, Source::paper}).error().kind, ErrorKind::forbidden);
  EXPECT_EQ(s.phone(1, PublishContribution{ContributionId{1}}).error().kind, ErrorKind::forbidden);
  EXPECT_EQ(s.phone(1, OpenInvolvement{}).error().kind, ErrorKind::forbidden);
}

TEST(Support, CountsOnceForEachPhoneAndCanBeTakenBack) {
  Story s = opened(Moderation::after);
  ASSERT_TRUE(s.phone(1, said("Benker")));
  for (const std::uint32_t phone : {7U, 3U, 7U}) ASSERT_TRUE(s.phone(phone, SupportContribution{ContributionId{1}, true}));
  EXPECT_EQ(s.i.supports, 2U);
  EXPECT_TRUE(s.last.empty());
  ASSERT_TRUE(s.phone(3, SupportContribution{ContributionId{1}, false}));
  EXPECT_EQ(s.i.supports, 1U);
  EXPECT_EQ(s.owner(SupportContribution{ContributionId{1}, true}).error().message_key, "support.no_phone");
}

TEST(Removal, HasARuleAndAReasonAndTakesItsSupportsAlong) {
  Story s = opened(Moderation::after);
  ASSERT_TRUE(s.phone(1, said("Om naboen")));
  ASSERT_TRUE(s.phone(2, SupportContribution{ContributionId{1}, true}));
  EXPECT_EQ(s.refusal(RemoveContribution{ContributionId{1}, Rule::personal, ""}), "contribution.removal_reason");
  s.must(RemoveContribution{ContributionId{1}, Rule::personal, "Navn på en nabo"});
  EXPECT_EQ(s.i.supports, 0U);
  EXPECT_EQ(s.i.removed.size(), 1U);
  EXPECT_EQ(s.phone(3, SupportContribution{ContributionId{1}, true}).error().message_key, "contribution.unknown");
  s.must(PublishContribution{ContributionId{1}});
  EXPECT_EQ(s.i.supports, 1U);
  EXPECT_TRUE(s.i.contributions[0].removal.empty());
}

TEST(Answer, NeedsAVerdictAnItemAndAReason) {
  Story s = opened(Moderation::after);
  s.must(NameTheme{{}, "Benker"});
  EXPECT_EQ(s.refusal(GiveAnswer{ThemeId{1}, Verdict::none, ItemId{1}, "x"}), "answer.verdict");
  EXPECT_EQ(s.refusal(GiveAnswer{ThemeId{1}, Verdict::partly, ItemId{9}, "x"}), "answer.item");
  EXPECT_EQ(s.refusal(GiveAnswer{ThemeId{1}, Verdict::partly, ItemId{1}, " "}), "answer.reason");
  s.must(GiveAnswer{ThemeId{1}, Verdict::partly, ItemId{1}, "Fire av sju"});
  EXPECT_EQ(s.i.themes[0].answer.verdict, Verdict::partly);
}

TEST(Answer, ContributionsMoveManyAtATimeAndCountAsAnswered) {
  Story s = opened(Moderation::after);
  for (std::uint32_t n = 1; n <= 4; ++n) ASSERT_TRUE(s.phone(n, said("Nr " + std::to_string(n))));
  s.must(NameTheme{{}, "Benker"});
  s.must(NameTheme{{}, "Lys"});
  s.must(GroupContributions{ThemeId{1}, {ContributionId{1}, ContributionId{2}, ContributionId{3}}});
  s.must(GroupContributions{ThemeId{2}, {ContributionId{3}, ContributionId{3}}});
  EXPECT_EQ(s.i.themes[0].published.size(), 2U);
  EXPECT_EQ(s.i.themes[1].published.size(), 1U);
  s.must(GiveAnswer{ThemeId{1}, Verdict::taken_in, ItemId{1}, "Ja"});
  EXPECT_EQ(s.i.answered(), 2U);
  EXPECT_EQ(s.i.unanswered(), 2U);
  EXPECT_EQ(s.refusal(CloseInvolvement{}), "involvement.unanswered");
  s.must(RemoveContribution{ContributionId{1}, Rule::off_topic, "Gjelder en annen sak"});
  EXPECT_EQ(s.i.themes[0].published.size(), 1U);
  EXPECT_EQ(s.refusal(GroupContributions{ThemeId{1}, {}}), "theme.none_chosen");
}

TEST(Answer, AThemeMadeForContributionsHoldsThemAtOnceAndIsNotMadeForNone) {
  Story s = opened(Moderation::before);
  for (std::uint32_t n = 1; n <= 2; ++n) ASSERT_TRUE(s.phone(n, said("Nr " + std::to_string(n))));
  s.must(PublishContribution{ContributionId{1}});
  EXPECT_EQ(s.refusal(GroupAnew{"Benker", {}}), "theme.none_chosen");
  EXPECT_EQ(s.refusal(GroupAnew{" ", {ContributionId{1}}}), "text.empty");
  EXPECT_EQ(s.refusal(GroupAnew{"Benker", {ContributionId{3}}}), "contribution.unknown");
  EXPECT_TRUE(s.i.themes.empty());
  s.must(GroupAnew{"Benker", {ContributionId{1}, ContributionId{2}}});
  ASSERT_EQ(s.i.themes.size(), 1U);
  EXPECT_EQ(s.i.themes[0].name, "Benker");
  EXPECT_EQ(s.i.themes[0].published, std::vector{ContributionId{1}}) << "what is not read yet waits in its theme";
  s.must(PublishContribution{ContributionId{2}});
  EXPECT_EQ(s.i.themes[0].published.size(), 2U);
}

Story answered() {
  Story s = opened(Moderation::after);
  s.must(NameTheme{{}, "Benker"});
  s.must(GiveAnswer{ThemeId{1}, Verdict::tried_out, ItemId{1}, "Ett år"});
  return s;
}

TEST(Measure, FollowsAnAnswerAndHasAnOwnerAndADate) {
  Story s = answered();
  s.must(NameTheme{{}, "Lys"});
  PlanMeasure wanted{{}, ThemeId{2}, {}, false, "Sju benker", "Nora Dahl", "2027-04-15", ""};
  EXPECT_EQ(s.refusal(wanted), "measure.no_answer");
  wanted.theme = ThemeId{1};
  wanted.date = "";
  EXPECT_EQ(s.refusal(wanted), "measure.date");
  wanted.date = "2027-04-31";
  EXPECT_EQ(s.refusal(wanted), "involvement.bad_date");
  wanted.date = "2027-04-15";
  wanted.trial = true;
  EXPECT_EQ(s.refusal(wanted), "measure.hypothesis");
  wanted.hypothesis = "Flere sitter";
  wanted.decision = DecisionId{1};
  EXPECT_EQ(s.refusal(wanted), "decision.unknown");
  s.must(RecordDecision{{}, "2027-03-18", {ThemeId{1}}, "Benkene kjøpes", "Sak 12/27"});
  s.must(wanted);
  ASSERT_EQ(s.last.size(), 2U);
  for (const char* word : {"Sju", "Nora", "sitter"}) EXPECT_EQ(InvolvementRules::encode(s.last[0]).find(word), std::string::npos);
  EXPECT_EQ(s.i.measures[0].measure.owner, "Nora Dahl");
  EXPECT_EQ(s.phone(1, wanted).error().kind, ErrorKind::forbidden);
}

TEST(Measure, ATrialEndsWithWhatWasLearned) {
  Story s = answered();
  s.must(PlanMeasure{{}, ThemeId{1}, {}, true, "Bilfritt torg", "Nora", "2027-04-15", "Flere sitter"});
  s.must(FollowUpMeasure{MeasureId{1}, Progress::under_way, "Skiltene står", "", ""});
  EXPECT_EQ(s.refusal(FollowUpMeasure{MeasureId{1}, Progress::tried, "Over", "", " "}), "follow_up.learned");
  s.must(FollowUpMeasure{MeasureId{1}, Progress::tried, "Over", "", "Musikken var for høy"});
  EXPECT_EQ(s.i.measures[0].learned, "Musikken var for høy");
  EXPECT_TRUE(s.i.measures[0].measure.answers.back().trial);
  EXPECT_EQ(s.refusal(WithdrawMeasure{MeasureId{1}}), "measure.has_answers");
}

TEST(Measure, ItsOwnerAnswersForItAndForNoOther) {
  Story s = answered();
  for (int n = 0; n < 2; ++n) s.must(PlanMeasure{{}, {}, {}, false, "Tiltak", "Nora", "2027-04-15", ""});
  s.must(PlaceMilestone{MeasureId{1}, 0, "Skisse", "2027-02-01"});
  const Actor owner = Actor::owner(MeasureId{1});
  ASSERT_TRUE(s.as(owner, FollowUpMeasure{MeasureId{1}, Progress::done, "", "", ""}));
  EXPECT_TRUE(s.i.measures[0].measure.answers[0].by_owner);
  ASSERT_TRUE(s.as(owner, ReachMilestone{MeasureId{1}, 1, true}));
  EXPECT_TRUE(s.i.measures[0].milestones[0].reached);
  EXPECT_EQ(s.as(owner, FollowUpMeasure{MeasureId{2}, Progress::done, "", "", ""}).error().message_key, "follow_up.not_yours");
  EXPECT_EQ(s.as(owner, PlaceMilestone{MeasureId{1}, 0, "Ny", "2027-02-01"}).error().kind, ErrorKind::forbidden);
  EXPECT_EQ(s.as(owner, ReachMilestone{MeasureId{1}, 2, true}).error().message_key, "milestone.unknown");
}

TEST(Measure, AMilestoneIsOverdueTheDayAfter) {
  EXPECT_FALSE(is_overdue(Milestone{"", "2027-02-01", false, {}}, "2027-02-01"));
  EXPECT_TRUE(is_overdue(Milestone{"", "2027-02-01", false, {}}, "2027-02-02"));
  EXPECT_FALSE(is_overdue(Milestone{"", "2027-02-01", true, {}}, "2027-02-02"));
}

TEST(Measure, GoesOnAfterTheCaseIsClosed) {
  Story s = answered();
  s.must(PlanMeasure{{}, {}, {}, false, "Tiltak", "Nora", "2027-04-15", ""});
  s.must(CloseInvolvement{});
  s.must(FollowUpMeasure{MeasureId{1}, Progress::done, "Ferdig", "", ""});
  s.must(RecordDecision{{}, "2027-03-18", {}, "Vedtatt", ""});
}

TEST(Evaluation, PromiseAndResultStandSideBySideWithAReason) {
  Story s = answered();
  EXPECT_EQ(s.refusal(SetOutcome{ItemId{1}, Outcome::none, "Ja"}), "outcome.choose");
  EXPECT_EQ(s.refusal(SetOutcome{ItemId{1}, Outcome::kept, " "}), "outcome.result");
  EXPECT_EQ(s.refusal(SetOutcome{ItemId{9}, Outcome::kept, "Ja"}), "involvement.no_item");
  s.must(CloseInvolvement{});
  s.must(SetOutcome{ItemId{1}, Outcome::partly, "Fire av sju"});
  EXPECT_EQ(s.i.items[0].outcome, Outcome::partly);
  EXPECT_EQ(s.i.items[0].text, open_item.text);
}

TEST(Evaluation, FewerThanFiveExpectationsAreNeverInTheLog) {
  Story s = answered();
  WriteEvaluation wanted{Influence::partly, 40, "Barna tegnet", "Sjekk eiendom først", "Fire benker", "Telt i mai", {{1, 1, 1, 1, 0}, {0, 0, 5, 0, 0}}};
  s.must(wanted);
  EXPECT_TRUE(s.i.expectations.entry.empty());
  EXPECT_EQ(s.i.expectations.exit, (std::vector<int>{0, 0, 5, 0, 0}));
  for (const Event& event : s.last) EXPECT_EQ(InvolvementRules::encode(event).find("[1,1,1,1,0]"), std::string::npos);
  wanted.learned = "";
  EXPECT_EQ(s.refusal(wanted), "evaluation.learned");
}

TEST(Workshop, IsTiedOnceAndUntied) {
  Story s = filled();
  for (int n = 0; n < 2; ++n) s.must(TieWorkshop{RoomId{77}, true});
  EXPECT_EQ(s.i.workshops, std::vector{RoomId{77}});
  s.must(TieWorkshop{RoomId{77}, false});
  EXPECT_TRUE(s.i.workshops.empty());
}

TEST(Closing, WaitsForTheLastAnswer) {
  Story s = opened();
  s.must(NameTheme{{}, "Benker"});
  ASSERT_TRUE(s.phone(1, SendContribution{"Benker", "", ThemeId{1}, "", 0, Source::web}));
  EXPECT_EQ(s.refusal(CloseInvolvement{}), "involvement.waiting");
  s.must(PublishContribution{ContributionId{1}});
  s.must(GiveAnswer{ThemeId{1}, Verdict::taken_in, ItemId{1}, "Ja"});
  s.must(CloseInvolvement{});
  EXPECT_EQ(s.i.phase, Phase::closed);
  EXPECT_EQ(s.refusal(NameInvolvement{"Ny", ""}), "involvement.closed");
  EXPECT_EQ(s.phone(1, said("Nå?")).error().message_key, "involvement.closed");
}

TEST(Statement, IsAnAccountsWhileTheCaseIsOpenAndCountsAsNoContribution) {
  Story s = filled();
  EXPECT_EQ(s.refusal(MakeStatement{"Tone", "For tidlig"}), "involvement.not_open");
  s.must(OpenInvolvement{});
  EXPECT_EQ(s.refusal(MakeStatement{"Tone", " \n "}), "statement.empty");
  EXPECT_FALSE(s.phone(1, MakeStatement{"Tone", "Fra en telefon"}));
  s.must(MakeStatement{"Tone", "Jeg vil ha fortau"});
  ASSERT_EQ(s.i.statements.size(), 1u);
  EXPECT_EQ(s.i.statements[0], (Statement{StatementId{1}, s.now, "Tone", "Jeg vil ha fortau"}));
  EXPECT_TRUE(s.i.contributions.empty());
  EXPECT_EQ(InvolvementRules::encode(s.last[0]).find("Tone"), std::string::npos);
}

TEST(Fold, ASnapshotGivesTheSameStateAndEveryEventReadsBack) {
  Story s = opened(Moderation::after);
  s.must(NameTheme{{}, "Ærlig «tema»"});
  s.must(PlaceStep{{.kind = StepKind::hearing, .starts = "2027-02-01", .ends = "2027-03-20"}, ""});
  s.must(PlaceStep{{.kind = StepKind::input, .starts = "2026-11-01", .title = "Si fra"}, ""});
  EXPECT_EQ(s.i.steps_in_order().front()->kind, StepKind::input);
  ASSERT_TRUE(s.phone(1, {SendContribution{"To\nlinjer", "Elva", ThemeId{1}, "8B", 24, Source::web}}));
  for (const Event& event : s.last) {
    const auto back = InvolvementRules::decode(InvolvementRules::kind(event), InvolvementRules::encode(event));
    ASSERT_TRUE(back);
    EXPECT_EQ(InvolvementRules::encode(*back), InvolvementRules::encode(event));
  }
  ASSERT_TRUE(s.phone(2, SupportContribution{ContributionId{1}, true}));
  s.must(WriteWhy{{"Ny", "b", "c", "d"}, "Fordi"});
  s.must(GiveAnswer{ThemeId{1}, Verdict::tried_out, ItemId{1}, "Ett år"});
  s.must(RecordDecision{{}, "2027-03-18", {ThemeId{1}}, "Benkene kjøpes", "Sak 12/27"});
  s.must(PlanMeasure{{}, ThemeId{1}, DecisionId{1}, true, "Bilfritt torg", "Nora", "2027-04-15", "Flere sitter"});
  s.must(PlaceMilestone{MeasureId{1}, 0, "Skisse", "2027-02-01"});
  s.must(ReachMilestone{MeasureId{1}, 1, true});
  s.must(FollowUpMeasure{MeasureId{1}, Progress::tried, "Over", "2027-05-01", "Musikken"});
  s.must(TieWorkshop{RoomId{(1ULL << 62) + 1}, true});
  s.must(SetOutcome{ItemId{1}, Outcome::kept, "Begge står"});
  s.must(WriteEvaluation{Influence::yes, 40, "a", "b", "c", "d", {{1, 1, 1, 1, 1}, {}}});
  s.must(MakeStatement{"Tone Haugland", "Jeg vil ha fortau"});
  const auto back = InvolvementRules::decode_state(InvolvementRules::encode_state(s.i));
  ASSERT_TRUE(back);
  EXPECT_EQ(*back, s.i);
  EXPECT_NE(InvolvementRules::fold_version, WorkshopRules::fold_version);
}

TEST(Fold, UnknownReferencesChangeNothing) {
  Story s = opened();
  const Involvement before = s.i;
  for (const Event& event : {Event{ItemWorded{ItemId{9}, "x", "y", "z"}}, Event{ContributionPublished{ContributionId{9}}},
                             Event{ContributionSupported{ContributionId{9}, PhoneId{1}, true}}, Event{AnswerGiven{ThemeId{9}, Verdict::partly, {}}},
                             Event{ContributionReceived{ContributionId{9}, {}, Source::web, {}, 0}}, Event{Erased{"WhyWritten"}}})
    apply(s.i, event, {Seq{99}, s.now});
  EXPECT_EQ(s.i, before);
}

}  // namespace
}  // namespace knippe::domain::involvement
