#include "domain/involvement/texts.h"

#include <gtest/gtest.h>

#include <set>

#include "domain/event_words_for_tests.h"
#include "domain/involvement/rules.h"
#include "domain/json.h"

namespace knippe::domain::involvement {
namespace {

template <class T>
constexpr bool holds_text_v = std::is_same_v<T, std::string> || std::is_same_v<T, Why> || std::is_same_v<T, Roles> || std::is_same_v<T, std::vector<std::string>>;

/// The owner's own set-up, which is public from the start; dates, names of methods and languages.
const std::set<std::string_view> none_of_people = {
    "InvolvementCreated", "InvolvementNamed", "WhyWritten", "ItemWorded", "PromiseMade", "PromiseWorded", "MethodChosen", "MethodReasoned",
    "EarlinessReasoned", "PlanPlaced", "PlanWorded", "StepPlaced", "ChangeReasoned", "ThemeNamed", "DecisionRecorded", "MeasurePlanned",
    "MilestonePlaced", "MeasureFollowedUp", "YouthWorded", "Erased"};

TEST(CaseTexts, EveryEventWithWordsIsInTheTable) {
  const auto holds = []<class T>(std::type_identity<T>) { return holds_text_v<T>; };
  expect_words_in_table<Event, InvolvementRules>(none_of_people, holds, [](const Event& event) { return text_of(event); });
}

std::vector<TextKind> all_kinds() {
  std::vector<TextKind> kinds;
  boost::mp11::mp_for_each<boost::describe::describe_enumerators<TextKind>>([&](auto each) { kinds.push_back(each.value); });
  return kinds;
}

/// A case with one text of every kind.
Involvement written() {
  Involvement i;
  std::uint64_t seq = 0;
  const auto happened = [&](Event event) { apply(i, event, {Seq{++seq}, Instant{1'000 * static_cast<std::int64_t>(seq)}}); };
  happened(InvolvementCreated{});
  happened(RolesAssigned{{"Ordfører Kari", "Ola", "Per", "Møt opp"}});
  happened(ThemeMade{ThemeId{1}});
  happened(ThemeNamed{ThemeId{1}, "Benker"});
  happened(ContributionReceived{ContributionId{1}, PhoneId{1}, Source::web, ThemeId{1}, 3});
  happened(ContributionWorded{ContributionId{1}, "Flere benker", "Elva", "Velforeninga"});
  happened(ContributionPhotoAdded{ContributionId{1}, std::string(64, 'a'), 4, 3});
  happened(ContributionPhotoDescribed{ContributionId{1}, "Benken til Yngve"});
  happened(ContributionSupported{ContributionId{1}, PhoneId{2}, true});
  happened(ContributionRemoved{ContributionId{1}, Rule::off_topic});
  happened(RemovalReasoned{ContributionId{1}, "Ikke her"});
  happened(ContributionPublished{ContributionId{1}});
  happened(AnswerGiven{ThemeId{1}, Verdict::partly, {}});
  happened(AnswerReasoned{ThemeId{1}, "Fire av sju"});
  happened(DecisionRecorded{DecisionId{1}, "2026-11-01", {}});
  happened(DecisionWorded{DecisionId{1}, "Vedtatt av Siv", "Sak 12"});
  happened(MeasurePlanned{MeasureId{1}, ThemeId{1}, DecisionId{1}, true, "2026-12-01"});
  happened(MeasureWorded{MeasureId{1}, "Ring Tor", "Tor", "Det hjelper"});
  happened(MilestonePlaced{MeasureId{1}, 1, "2026-12-01"});
  happened(MilestoneWorded{MeasureId{1}, 1, "Tor har ringt"});
  happened(MeasureFollowedUp{MeasureId{1}, Progress::done, "", true});
  happened(FollowUpWorded{MeasureId{1}, 1, "Tor svarte"});
  happened(TrialLearned{MeasureId{1}, "Tor må ringe"});
  happened(ItemPlaced{ItemId{1}, Openness::open});
  happened(ItemOutcomeSet{ItemId{1}, Outcome::kept});
  happened(ItemOutcomeWorded{ItemId{1}, "Slik Una ville"});
  happened(EvaluationCounted{Influence::yes, 30});
  happened(EvaluationWritten{"Una kom", "Una gikk", "Una endret", "Una så"});
  happened(StatementMade{StatementId{1}});
  happened(StatementWorded{StatementId{1}, "Vidar", "Jeg lover"});
  happened(StepPlaced{StepId{1}, StepKind::event, "2026-12-01", "2026-12-01", "", "", {}});
  happened(StepWorded{StepId{1}, "Kaffe hos Wenche", "Wenches gate"});
  return i;
}

TEST(CaseTexts, ErasingTakesTheWordsAndLeavesEveryCount) {
  Involvement i = written();
  const Involvement before = i;
  EraseTexts everything;
  for (const TextKind kind : all_kinds()) everything.texts.push_back({kind, 1});
  const auto events = decide(i, everything, {});
  ASSERT_TRUE(events);
  for (const Event& event : *events) apply(i, event, {Seq{99}, Instant{99'000}});
  const std::string state = InvolvementRules::encode_state(i);
  for (const char* word : {"Kari", "Ola", "Per", "benker", "Elva", "Velforeninga", "Ikke her", "Fire av sju", "Siv", "Sak 12", "Tor", "hjelper", "Una", "Vidar",
                           "lover", "Wenche", "Yngve", "aaaa"})
    EXPECT_EQ(std::string::npos, state.find(word)) << word;
  EXPECT_NE(std::string::npos, state.find("Benker")) << "a theme is the owner's word";
  EXPECT_EQ(i.published, before.published);
  EXPECT_EQ(1U, i.supports);
  EXPECT_EQ(3, i.contributions[0].people);
  EXPECT_EQ(Verdict::partly, i.themes[0].answer.verdict);
  EXPECT_EQ(before.themes[0].answer.at, i.themes[0].answer.at);
  EXPECT_EQ(Progress::done, i.measures[0].measure.answers[0].progress);
  EXPECT_EQ(Outcome::kept, i.items[0].outcome);
  EXPECT_EQ(30, i.evaluation.people);
  EXPECT_EQ(before.evaluation.at, i.evaluation.at);
}

TEST(CaseTexts, AContributionTakesItsPhotoAlongAndAPhotoGoesAlone) {
  Involvement i = written();
  ASSERT_TRUE(i.contributions[0].photo.exists());
  apply(i, TextErased{{TextKind::photo, 1}}, {Seq{99}, Instant{99'000}});
  EXPECT_FALSE(i.contributions[0].photo.exists());
  EXPECT_EQ("Flere benker", i.contributions[0].text);
  EXPECT_FALSE(text_of(ContributionPhotoAdded{ContributionId{1}, std::string(64, 'a'), 4, 3})->in_log) << "the record keeps its body";
}

TEST(CaseTexts, WhatIsNotThereCannotBeErased) {
  for (const TextKind kind : all_kinds())
    EXPECT_EQ("text.unknown", decide(written(), EraseTexts{{{kind, 2}}}, {}).error().message_key);
  EXPECT_EQ((TextRef{TextKind::contribution, 7}), parse_text_ref("contribution:7"));
  EXPECT_EQ(std::nullopt, parse_text_ref("supplement:7"));
  EXPECT_EQ((std::vector<TextRef>{{TextKind::contribution, 1}, {TextKind::removal, 1}, {TextKind::photo, 1}}), with_what_repeats(written(), {TextKind::contribution, 1}));
}

TEST(CaseTexts, NamesArePeople) {
  using Names = std::vector<std::string>;
  EXPECT_EQ((Names{"Per"}), names_in(*text_of(MeasureWorded{MeasureId{1}, "Ring", "Per", "Kari"})));
  EXPECT_EQ((Names{"Kari"}), names_in(*text_of(StatementWorded{StatementId{1}, "Kari", "Per"})));
  EXPECT_EQ((Names{"A", "B"}), names_in(*text_of(RolesAssigned{{"A", "", "B", "Møt opp"}})));
  EXPECT_EQ(Names{}, names_in(*text_of(ContributionWorded{ContributionId{1}, "Per", "Kari", "Vel"})));
}

TEST(CaseTexts, ADeletedCaseForgetsEverythingAndTakesNothing) {
  Involvement i = written();
  EXPECT_EQ("actor.not_facilitator", decide(i, CloseRoom{}, {{}, Actor::phone(PhoneId{1})}).error().message_key);
  const auto closed = decide(i, CloseRoom{}, {{}, Actor::system()});
  ASSERT_TRUE(closed);
  apply(i, closed->front(), {Seq{100}, Instant{5'000}});
  Involvement nothing;
  nothing.phase = Phase::closed;
  nothing.deleted = true;
  nothing.deleted_at = Instant{5'000};
  EXPECT_EQ(nothing, i);
  EXPECT_EQ("involvement.deleted", decide(i, Command{NameInvolvement{"Ny", ""}}, {{}, Actor::system()}).error().message_key);
  EXPECT_TRUE(decide(i, Command{CloseRoom{}}, {{}, Actor::system()})->empty());
}

}  // namespace
}  // namespace knippe::domain::involvement
