#include "domain/workshop/speakers.h"

#include <gtest/gtest.h>

#include "domain/rules.h"
#include "domain/workshop/template.h"

namespace knippe::domain {
namespace {

struct Draft {
  Workshop w;
  Template made = seminar_2017();
  std::vector<std::string> kinds;  ///< of what happened last
  std::string log;

  Draft() {
    for (std::size_t i = 0; i < 6; ++i) made.keys[i].speaker = i < 3 ? "Kari" : "Jakob";
  }
  void act(const Command& command) {
    const auto events = decide(w, command, {Instant{1}, Actor::account(AccountId{1})});
    ASSERT_TRUE(events) << events.error().message_key;
    kinds.clear();
    for (const Event& event : *events) {
      kinds.emplace_back(WorkshopRules::kind(event));
      log += WorkshopRules::encode(event) + "\n";
      apply(w, event, {Seq{1}, Instant{1}});
    }
  }
  void create() { act(CreateWorkshop{made.settings, made.about, made.keys, false, made.name}); }
  void save() { act(ChangeWorkshop{made.settings, made.about, made.keys}); }
  std::vector<std::string> labels() const {
    std::vector<std::string> found;
    for (const Key* key : presenting_order(w)) found.push_back(key->label);
    return found;
  }
};

std::vector<KeyId> ids(std::initializer_list<std::uint32_t> numbers) {
  std::vector<KeyId> made;
  for (const std::uint32_t number : numbers) made.push_back(KeyId{number});
  return made;
}

TEST(Speakers, ComeFromTheNamesBesideTheKeysAndNotIntoTheList) {
  Draft draft;
  draft.create();
  ASSERT_EQ(2U, draft.w.speakers.size());
  EXPECT_EQ("Kari", draft.w.speakers[0].name);
  EXPECT_EQ(ids({4, 5, 6}), draft.w.speakers[1].keys);
  EXPECT_EQ("Jakob", draft.w.keys[4].speaker);
  const std::size_t at = draft.log.find("{\"keys\":[");
  ASSERT_NE(std::string::npos, at);
  EXPECT_EQ(std::string::npos, draft.log.substr(at, draft.log.find('\n', at) - at).find("Kari")) << "a name in a body that is never erased";
}

TEST(Speakers, SavingTheSetUpUnchangedSaysNothing) {
  Draft draft;
  draft.create();
  draft.save();
  EXPECT_TRUE(draft.kinds.empty());
}

TEST(Speakers, TheirOwnOrderOfKeysSurvivesASavedSetUp) {
  Draft draft;
  draft.create();
  draft.act(IntroduceSpeaker{SpeakerId{1}, "Kari", "Trondheim", "", ids({3, 1, 2})});
  draft.made.about.title = "Ny tittel";
  draft.save();
  EXPECT_EQ(ids({3, 1, 2}), draft.w.speakers[0].keys);
  EXPECT_EQ(std::vector<std::string>{"WorkshopDescribed"}, draft.kinds);
}

TEST(Speakers, FollowTheirKeysWhenTheListIsRearranged) {
  Draft draft;
  draft.create();
  std::swap(draft.made.keys[0], draft.made.keys[5]);  // the numbers follow the places
  draft.save();
  EXPECT_EQ(ids({2, 3, 6}), draft.w.speakers[0].keys);
  EXPECT_EQ(ids({1, 4, 5}), draft.w.speakers[1].keys);
  EXPECT_EQ("Jakob", draft.w.keys[0].speaker);
  EXPECT_EQ("Kari", draft.w.keys[5].speaker);
}

TEST(Speakers, WhoHasNoKeyLeftGoesUnlessThereAreNotes) {
  Draft draft;
  draft.create();
  draft.act(IntroduceSpeaker{SpeakerId{1}, "Kari", "", "Begynn rolig", ids({1, 2, 3})});
  for (Key& key : draft.made.keys) key.speaker.clear();
  draft.save();
  EXPECT_EQ(std::vector<SpeakerId>{SpeakerId{1}}, draft.w.speaker_order);
  EXPECT_EQ(std::string::npos, WorkshopRules::encode_state(draft.w).find("Jakob"));
}

TEST(Speakers, KeysComeInTheirOrderThenThoseWithoutOne) {
  Draft draft;
  draft.create();
  draft.act(MoveSpeaker{SpeakerId{2}, 1});
  const auto runs = key_runs(draft.w);
  ASSERT_EQ(3U, runs.size());
  EXPECT_EQ("Jakob", runs[0].name);
  EXPECT_EQ("Kari", runs[1].name);
  EXPECT_EQ(nullptr, runs[2].speaker);
  EXPECT_EQ(12U, runs[2].keys.size());
  const auto labels = draft.labels();
  EXPECT_EQ((std::vector<std::string>{"4", "5", "6", "1", "2", "3", "7"}), std::vector<std::string>(labels.begin(), labels.begin() + 7));
}

TEST(Speakers, ACopyBringsThemWithNotesAndOrder) {
  Draft draft;
  draft.create();
  draft.act(IntroduceSpeaker{SpeakerId{1}, "Kari", "Trondheim", "Begynn rolig", ids({3, 1, 2})});
  Draft copy;
  copy.act(CreateWorkshop{draft.w.settings, draft.w.about, draft.w.keys, false, "", true, draft.w.speakers});
  EXPECT_EQ(draft.w.speakers, copy.w.speakers);
}

TEST(Speakers, OfAnOldLogStandInTheListItself) {
  Draft draft;
  draft.create();
  Workshop old;
  apply(old, WorkshopCreated{draft.w.settings, false, "", false}, {Seq{1}, Instant{1}});
  apply(old, KeysListed{draft.w.keys}, {Seq{2}, Instant{1}});
  const auto runs = key_runs(old);
  ASSERT_EQ(3U, runs.size());
  EXPECT_EQ("Jakob", runs[1].name);
  EXPECT_EQ(nullptr, runs[1].speaker);
}

}  // namespace
}  // namespace knippe::domain
