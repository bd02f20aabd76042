// The rulebook, told as short stories: given what happened, when someone wants something, then this.

#include <gtest/gtest.h>

#include "base/random.h"
#include "domain/limits.h"
#include "domain/rules.h"
#include "domain/workshop/template.h"

namespace knippe::domain {
namespace {

const Actor facilitator = Actor::account(AccountId{1});
Actor phone(std::uint32_t number) { return Actor::phone(PhoneId{number}); }

/// A room in memory: does what the desk does, without storage.
struct Story {
  Workshop w;
  Instant now{1'700'000'000'000};
  std::uint64_t seq = 0;

  Status act(const Command& command, Actor actor = facilitator) {
    const auto events = decide(w, command, {now, actor});
    if (!events) return std::unexpected(events.error());
    for (const Event& event : *events) apply(w, event, {Seq{++seq}, now});
    return {};
  }
  std::string refusal(const Command& command, Actor actor = facilitator) {
    const Status status = act(command, actor);
    return status ? "" : status.error().message_key;
  }
  Story& must(const Command& command, Actor actor = facilitator) {
    const Status status = act(command, actor);
    EXPECT_TRUE(status) << status.error().message_key;
    return *this;
  }
};

Story created() {
  Story story;
  const Template made = seminar_2017();
  story.must(CreateWorkshop{made.settings, made.about, made.keys, false, made.name});
  return story;
}

/// Open, three groups with one phone each.
Story running(Stage stage = Stage::welcome) {
  Story story = created();
  story.must(OpenWorkshop{});
  for (std::uint32_t n = 1; n <= 3; ++n) story.must(MakeGroup{"Gruppe", {}, 0, false, ""}, phone(n));
  if (stage != Stage::welcome) story.must(OpenStage{stage});
  return story;
}

std::vector<KeyId> ids(std::initializer_list<std::uint32_t> numbers) {
  std::vector<KeyId> out;
  for (const auto number : numbers) out.push_back(KeyId{number});
  return out;
}

TEST(Template, HasTheEighteenKeysOf2017) {
  const Template made = seminar_2017();
  ASSERT_EQ(made.keys.size(), 18U);
  EXPECT_EQ(made.keys[15].language, "da");
  EXPECT_EQ(made.settings.points, (std::vector<int>{5, 4, 3, 2, 1}));
  const auto back = decode_template(encode_template(made));
  ASSERT_TRUE(back);
  EXPECT_EQ(back->keys, made.keys);
  EXPECT_EQ(back->settings, made.settings);
}

TEST(SetUp, RefusesWhatCannotBeCounted) {
  Story story;
  Template made = seminar_2017();
  const auto with = [&](auto change) {
    Template changed = made;
    change(changed);
    return story.refusal(CreateWorkshop{changed.settings, changed.about, changed.keys, false, ""});
  };
  EXPECT_EQ(with([](Template& t) { t.about.title = " "; }), "text.empty");
  EXPECT_EQ(with([](Template& t) { t.settings.points = {1, 2, 3, 4, 5}; }), "workshop.bad_points");
  EXPECT_EQ(with([](Template& t) { t.settings.points = {0, 0, 0, 0, 0}; }), "workshop.bad_points");
  EXPECT_EQ(with([](Template& t) { t.settings.places = 4; }), "workshop.bad_points");
  EXPECT_EQ(with([](Template& t) { t.keys.resize(4); }), "workshop.too_few_keys");
  EXPECT_EQ(with([](Template& t) { t.about.date = "2026-02-30"; }), "workshop.bad_date");
  EXPECT_EQ(with([](Template& t) { t.about.starts = "9:00"; }), "workshop.bad_start");
  EXPECT_EQ(with([](Template& t) { t.settings.stages.pop_back(); }), "workshop.bad_stages");
  EXPECT_EQ(story.refusal(CreateWorkshop{made.settings, made.about, made.keys, false, ""}, phone(1)),
            "actor.not_facilitator");
  EXPECT_FALSE(story.w.exists);
}

TEST(SetUp, RulesAreFixedOnceOpen) {
  Story story = created();
  Settings settings = story.w.settings;
  settings.places = 3;
  settings.points = {3, 2, 1};
  story.must(ChangeWorkshop{settings, story.w.about, story.w.keys});
  EXPECT_EQ(story.w.settings.places, 3);
  story.must(OpenWorkshop{});
  EXPECT_EQ(story.refusal(ChangeWorkshop{created().w.settings, story.w.about, story.w.keys}), "workshop.rules_fixed");
  settings.stages[3].minutes = 7;
  story.must(ChangeWorkshop{settings, story.w.about, story.w.keys});
  EXPECT_EQ(story.w.minutes_of(Stage::rank), 7);
}

TEST(SetUp, HowFewMayBeShownIsTheRulesAndNoForms) {
  Story story = created();
  EXPECT_EQ(story.w.settings.persons_shown_from, 5);
  Settings settings = story.w.settings;
  settings.persons_shown_from = 1;
  story.must(ChangeWorkshop{settings, story.w.about, story.w.keys});
  story.must(OpenWorkshop{});
  settings.stages[3].minutes = 7;
  story.must(ChangeWorkshop{settings, story.w.about, story.w.keys});
  EXPECT_EQ(story.w.minutes_of(Stage::rank), 7);
  EXPECT_EQ(story.w.settings.persons_shown_from, 5);
}

TEST(Stages, OnlyTheFacilitatorMovesThem) {
  Story story = running();
  EXPECT_EQ(story.refusal(OpenStage{Stage::rank}, phone(1)), "actor.not_facilitator");
  story.must(OpenStage{Stage::rank});
  EXPECT_EQ(story.w.stage, Stage::rank);
  EXPECT_EQ(story.w.round, 1);
  EXPECT_EQ(story.w.clock.left_at(story.now), 15 * 60'000);
}

TEST(Stages, AReopenedRankingIsANewRoundAndTheLastUsedOneCounts) {
  Story story = running(Stage::rank);
  story.must(HandInRanking{GroupNumber{1}, ids({1, 2, 3, 4, 5})}, phone(1));
  story.must(OpenStage{Stage::measures}).must(OpenStage{Stage::rank});
  EXPECT_EQ(story.w.round, 2);
  EXPECT_EQ(story.w.counted_round(), 1) << "an empty new round takes nothing away";
  EXPECT_EQ(story.w.sheet_of(GroupNumber{1}, 2)->draft, ids({1, 2, 3, 4, 5}));
  EXPECT_FALSE(story.w.sheet_of(GroupNumber{1}, 2)->is_handed_in());
  story.must(HandInRanking{GroupNumber{2}, ids({5, 4, 3, 2, 1})}, phone(2));
  EXPECT_EQ(story.w.counted_round(), 2);
  EXPECT_EQ(story.w.sheet_of(GroupNumber{1}, 1)->handed_in, ids({1, 2, 3, 4, 5})) << "earlier rounds stay readable";
}

TEST(Clock, PausesResumesAndExtends) {
  Story story = running(Stage::rank);
  story.now = story.now.plus_ms(60'000);
  story.must(PauseClock{});
  story.now = story.now.plus_ms(600'000);
  EXPECT_EQ(story.w.clock.left_at(story.now), 14 * 60'000);
  story.must(ExtendClock{2}).must(ResumeClock{});
  EXPECT_EQ(story.w.clock.left_at(story.now), 16 * 60'000);
  story.now = story.now.plus_ms(20 * 60'000);
  EXPECT_LT(story.w.clock.left_at(story.now), 0) << "overtime";
  story.must(HandInRanking{GroupNumber{1}, ids({1, 2, 3, 4, 5})}, phone(1));  // time running out closes nothing
  story.must(ExtendClock{2});
  EXPECT_EQ(story.w.clock.left_at(story.now), 2 * 60'000);
}

TEST(Groups, APhoneActsOnlyForItsOwn) {
  Story story = running(Stage::rank);
  EXPECT_EQ(story.refusal(ChooseKey{GroupNumber{2}, KeyId{1}}, phone(1)), "group.not_yours");
  EXPECT_EQ(story.refusal(ChooseKey{GroupNumber{9}, KeyId{1}}, phone(1)), "group.unknown");
  EXPECT_EQ(story.refusal(ChooseKey{GroupNumber{2}, KeyId{1}}, phone(77)), "group.not_yours");
  story.must(ReleasePhone{PhoneId{1}});
  EXPECT_EQ(story.refusal(ChooseKey{GroupNumber{1}, KeyId{1}}, phone(1)), "group.not_yours");
  EXPECT_EQ(story.w.find_group(GroupNumber{1})->phones, 0);
}

TEST(Groups, SeveralPhonesShareOneAndCanMove) {
  Story story = running();
  story.must(SitDown{GroupNumber{1}, "Kari"}, phone(4));
  EXPECT_EQ(story.w.find_group(GroupNumber{1})->people(), 2);
  EXPECT_EQ(story.w.phone_names.at(4), "Kari");
  story.must(SitDown{GroupNumber{2}, ""}, phone(4));
  EXPECT_EQ(story.w.find_group(GroupNumber{1})->phones, 1);
  EXPECT_EQ(story.w.find_group(GroupNumber{2})->phones, 2);
}

TEST(Groups, AClosedDoorKeepsNewcomersOutAndLetsTheSeatedMove) {
  Story story = running();
  story.must(SetDoor{false});
  EXPECT_EQ(story.refusal(SitDown{GroupNumber{1}, ""}, phone(9)), "room.door_closed");
  EXPECT_EQ(story.refusal(MakeGroup{"Ny", {}, 0, false, ""}, phone(9)), "room.door_closed");
  story.must(SitDown{GroupNumber{2}, ""}, phone(1));
}

TEST(Groups, HaveLimits) {
  Story story = running();
  for (std::size_t n = 3; n < limits::groups; ++n) story.must(MakeGroup{});
  EXPECT_EQ(story.refusal(MakeGroup{}), "group.too_many");
  EXPECT_EQ(story.refusal(SitDown{GroupNumber{1}, ""}, phone(limits::phones + 1)), "room.full");
}

TEST(Supplements, AreAcceptedWithALetterAndCanBeRanked) {
  Story story = running(Stage::supplement);
  story.must(ProposeSupplement{GroupNumber{1}, " Tre  litt tilbake "}, phone(1));
  EXPECT_EQ(story.w.supplements[0].text, "Tre litt tilbake");
  EXPECT_EQ(story.refusal(AcceptSupplement{SupplementId{1}, "", ""}, phone(1)), "actor.not_facilitator");
  story.must(AcceptSupplement{SupplementId{1}, "", ""});
  ASSERT_EQ(story.w.keys.size(), 19U);
  EXPECT_EQ(story.w.keys[18].label, "A");
  EXPECT_EQ(story.w.keys[18].short_name, "Tre litt tilbake");
  story.must(OpenStage{Stage::rank}).must(ChooseKey{GroupNumber{2}, KeyId{19}}, phone(2));
  story.must(OpenStage{Stage::supplement});
  EXPECT_EQ(story.refusal(WithdrawSupplement{SupplementId{1}}, phone(1)), "supplement.ranked");
}

TEST(Supplements, AreReturnedWithAWordAndComeBackEdited) {
  Story story = running(Stage::supplement);
  story.must(ProposeSupplement{GroupNumber{1}, "Tre litt tilbake"}, phone(1));
  EXPECT_EQ(story.refusal(ReturnSupplement{SupplementId{1}, " "}), "supplement.reason_missing");
  story.must(ReturnSupplement{SupplementId{1}, "Hvem skal tre tilbake?"});
  EXPECT_EQ(story.w.supplements[0].reason, "Hvem skal tre tilbake?");
  story.must(EditSupplement{SupplementId{1}, "Administrasjonen må tre litt tilbake"}, phone(1));
  EXPECT_EQ(story.w.supplements[0].status, SupplementStatus::waiting);
  story.must(AcceptSupplement{SupplementId{1}, "Tre tilbake", ""});
  story.must(EditSupplement{SupplementId{1}, "Noe annet"}, phone(1));
  EXPECT_TRUE(story.w.keys[18].retired);
  story.must(AcceptSupplement{SupplementId{1}, "Noe annet", ""});
  EXPECT_EQ(story.w.keys.size(), 19U) << "keeps its letter";
  EXPECT_FALSE(story.w.keys[18].retired);
}

TEST(Supplements, HaveLimits) {
  Story story = running(Stage::supplement);
  std::string long_text;
  for (int i = 0; i < 200; ++i) long_text += "ø";
  story.must(ProposeSupplement{GroupNumber{1}, long_text}, phone(1));
  EXPECT_EQ(story.refusal(ProposeSupplement{GroupNumber{1}, long_text + "ø"}, phone(1)), "text.too_long");
  for (int i = 1; i < 20; ++i) story.must(ProposeSupplement{GroupNumber{1}, "x"}, phone(1));
  EXPECT_EQ(story.refusal(ProposeSupplement{GroupNumber{1}, "x"}, phone(1)), "supplement.too_many");
  story.must(ProposeSupplement{GroupNumber{2}, "x"}, phone(2));
  story.must(AcceptSupplement{SupplementId{1}, "", ""});
  EXPECT_LE(story.w.keys[18].short_name.size(), 2 * limits::short_name + 3);
}

TEST(Ranking, IsBuiltMovedAndHandedIn) {
  Story story = running(Stage::rank);
  const GroupNumber one{1};
  for (const std::uint32_t key : {9, 4, 3, 2, 1}) story.must(ChooseKey{one, KeyId{key}}, phone(1));
  EXPECT_EQ(story.refusal(ChooseKey{one, KeyId{7}}, phone(1)), "ranking.full");
  story.must(MoveKey{one, KeyId{1}, 1}, phone(1));
  story.must(MoveKey{one, KeyId{9}, 99}, phone(1));
  EXPECT_EQ(story.w.sheet_of(one, 1)->draft, ids({1, 4, 3, 2, 9}));
  story.must(HandInRanking{one, {}}, phone(1));
  story.must(DropKey{one, KeyId{9}}, phone(1));
  EXPECT_TRUE(story.w.sheet_of(one, 1)->has_unsent_changes());
  EXPECT_EQ(story.w.sheet_of(one, 1)->handed_in, ids({1, 4, 3, 2, 9})) << "what was handed in counts until handed in anew";
  EXPECT_EQ(story.refusal(HandInRanking{one, {}}, phone(1)), "ranking.incomplete");
  story.must(GiveBackRanking{one});
  EXPECT_FALSE(story.w.sheet_of(one, 1)->is_handed_in());
}

TEST(Ranking, RefusesUnknownTwiceAndLate) {
  Story story = running(Stage::rank);
  EXPECT_EQ(story.refusal(HandInRanking{GroupNumber{1}, ids({1, 2, 3, 4, 99})}, phone(1)), "key.unknown");
  EXPECT_EQ(story.refusal(HandInRanking{GroupNumber{1}, ids({1, 2, 3, 4, 4})}, phone(1)), "ranking.key_twice");
  story.must(OpenStage{Stage::measures});
  EXPECT_EQ(story.refusal(HandInRanking{GroupNumber{1}, ids({1, 2, 3, 4, 5})}, phone(1)), "stage.closed");
  story.must(HandInRanking{GroupNumber{1}, ids({1, 2, 3, 4, 5})}, facilitator);  // typed in from paper
  EXPECT_EQ(story.w.counted_round(), 1);
}

TEST(Pitch, GoesRoundTheQueue) {
  Story story = running(Stage::pitch);
  EXPECT_EQ(story.w.pitches.queue.size(), 3U);
  story.must(StartPitch{});
  EXPECT_EQ(story.w.pitches.current, GroupNumber{1});
  story.must(TakeNote{GroupNumber{2}, GroupNumber{1}, NoteKind::new_key, "Start innenfra"}, phone(2));
  EXPECT_EQ(story.refusal(TakeNote{GroupNumber{1}, GroupNumber{1}, NoteKind::comment, "x"}, phone(1)),
            "note.about_yourself");
  EXPECT_EQ(story.refusal(EndPitch{}, phone(2)), "group.not_yours");
  story.must(PausePitch{}, phone(1)).must(ResumePitch{}).must(EndPitch{}, phone(1));
  story.must(SkipPitch{GroupNumber{2}}).must(StartPitch{});
  EXPECT_EQ(story.w.pitches.current, GroupNumber{3});
  story.must(OpenStage{Stage::result});
  EXPECT_EQ(story.w.pitches.held, (std::vector<GroupNumber>{GroupNumber{1}, GroupNumber{3}}));
}

TEST(Measures, ArePlannedEditedAndDeleted) {
  Story story = running(Stage::measures);
  EXPECT_EQ(story.refusal(PlanMeasure{GroupNumber{1}, "Dele læring", "", "2026-13-01", {}}, phone(1)), "measure.bad_date");
  story.must(PlanMeasure{GroupNumber{1}, "Dele læring", "Enhetsleder", "2026-12-01", KeyId{1}}, phone(1));
  story.must(EditMeasure{MeasureId{1}, "Dele læring med kolleger", "", "", {}}, phone(1));
  EXPECT_EQ(story.w.measures[0].key, KeyId{});
  EXPECT_EQ(story.refusal(DeleteMeasure{MeasureId{1}}, phone(2)), "group.not_yours");
  story.must(DeleteMeasure{MeasureId{1}}, phone(1));
  EXPECT_TRUE(story.w.measures[0].deleted);
}

TEST(Letters, GoOnAfterZ) {
  EXPECT_EQ(letter_label(0), "A");
  EXPECT_EQ(letter_label(25), "Z");
  EXPECT_EQ(letter_label(26), "AA");
  EXPECT_EQ(letter_label(27), "AB");
  EXPECT_EQ(letter_label(702), "AAA");
}

/// Random commands by random actors: the fold of the encoded events equals the live state; erased texts break nothing.
TEST(Fold, ReplaysEncodedEventsToTheSameState) {
  for (std::uint64_t seed = 1; seed <= 20; ++seed) {
    SeededRandom random(seed);
    Story story = running();
    Workshop replayed = story.w, erased = story.w;
    const auto any = [&](std::uint64_t bound) { return static_cast<std::uint32_t>(random.below(bound)); };
    for (int step = 0; step < 400; ++step) {
      const GroupNumber group{1 + any(4)};
      const std::vector<Command> commands = {
          OpenStage{static_cast<Stage>(any(7))}, ChooseKey{group, KeyId{1 + any(20)}}, DropKey{group, KeyId{1 + any(20)}},
          MoveKey{group, KeyId{1 + any(20)}, static_cast<int>(any(7))}, HandInRanking{group, {}},
          HandInRanking{group, ids({1 + any(9), 10 + any(4), 14, 15, 16})}, ProposeSupplement{group, "Ny «nøkkel» \"æ\" \\ 🔑"},
          AcceptSupplement{SupplementId{1 + any(5)}, "", ""}, ReturnSupplement{SupplementId{1 + any(5)}, "Hvorfor?"},
          EditSupplement{SupplementId{1 + any(5)}, "Endret"}, WithdrawSupplement{SupplementId{1 + any(5)}},
          PlanMeasure{group, "Gå ut", "Kari", "2026-12-24", KeyId{any(19)}}, DeleteMeasure{MeasureId{1 + any(5)}},
          StartPitch{}, EndPitch{}, SkipPitch{group}, TakeNote{group, GroupNumber{1 + any(3)}, NoteKind::question, "Hvor?"},
          WithdrawNote{NoteId{1 + any(4)}}, SitDown{group, "Ola"}, MakeGroup{"Ny", {"A", "B"}, 3, true, ""},
          GiveBackRanking{group}, PauseClock{}, ResumeClock{}, ExtendClock{2}, RevealResult{any(2) == 0},
          SetProjector{{ProjectorView::top, false, KeyId{3}}}, LeaveGroup{}, AskForHelp{group, any(2) == 0}};
      const Command& command = commands[random.below(commands.size())];
      story.now = story.now.plus_ms(any(5'000));
      const Actor actor = any(3) == 0 ? facilitator : phone(1 + any(5));
      const auto events = decide(story.w, command, {story.now, actor});
      if (!events) continue;
      for (const Event& event : *events) {
        const Recorded recorded{Seq{++story.seq}, story.now};
        apply(story.w, event, recorded);
        const std::string text = WorkshopRules::encode(event);
        const auto back = WorkshopRules::decode(WorkshopRules::kind(event), text);
        ASSERT_TRUE(back) << text;
        apply(replayed, *back, recorded);
        const auto gone = WorkshopRules::decode(WorkshopRules::kind(event), std::nullopt);
        const bool is_text = WorkshopRules::kind(event).ends_with("Worded");
        apply(erased, is_text ? *gone : event, recorded);
      }
    }
    ASSERT_EQ(story.w, replayed) << "seed " << seed;
    EXPECT_EQ(erased.round, story.w.round);
    for (const Group& group : story.w.groups)
      for (int round = 1; round <= story.w.round; ++round) {
        const Sheet* mine = story.w.sheet_of(group.number, round);
        if (mine) { ASSERT_EQ(erased.sheet_of(group.number, round)->handed_in, mine->handed_in); }
      }
    const auto state = WorkshopRules::decode_state(WorkshopRules::encode_state(story.w));
    ASSERT_TRUE(state);
    ASSERT_EQ(*state, story.w) << "snapshot, seed " << seed;
  }
}

TEST(Decode, UnknownKindsAndBrokenTextsAreErrors) {
  EXPECT_EQ(WorkshopRules::decode("FromTheFuture", "{}").error().message_key, "journal.unknown_kind");
  EXPECT_EQ(WorkshopRules::decode("DoorSet", "{\"open\":3}").error().message_key, "journal.unreadable");
  EXPECT_EQ(WorkshopRules::decode("DoorSet", "{").error().message_key, "journal.unreadable");
  EXPECT_TRUE(WorkshopRules::decode("DoorSet", "{\"open\":true,\"later\":1}"));
}

}  // namespace
}  // namespace knippe::domain
