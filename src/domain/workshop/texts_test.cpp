#include "domain/workshop/texts.h"

#include <gtest/gtest.h>

#include <set>

#include "domain/event_words_for_tests.h"
#include "domain/json.h"
#include "domain/rules.h"

namespace knippe::domain {
namespace {

template <class T>
constexpr bool holds_text_v = false;
template <>
constexpr bool holds_text_v<std::string> = true;
template <>
constexpr bool holds_text_v<std::vector<std::string>> = true;
template <>
constexpr bool holds_text_v<Description> = true;
template <>
constexpr bool holds_text_v<Settings> = true;
template <>
constexpr bool holds_text_v<std::vector<Key>> = true;

/// Words that no participant wrote: the facilitator's own set-up and themes, labels, a salted hash, a date, a kind's name.
const std::set<std::string_view> none_of_people = {"WorkshopCreated", "WorkshopDescribed", "SettingsChanged", "KeysListed", "SupplementAccepted", "MeasureFollowedUp", "SupplementsMerged", "ThemeNamed", "Erased"};

TEST(Texts, EveryEventWithWordsIsInTheTable) {
  const auto holds = []<class T>(std::type_identity<T>) { return holds_text_v<T>; };
  expect_words_in_table<Event, WorkshopRules>(none_of_people, holds, [](const Event& event) { return text_of(event); });
}

TEST(Texts, AreWrittenAndReadInAddresses) {
  const TextRef text{TextKind::measure, 12};
  EXPECT_EQ("measure:12", to_string(text));
  EXPECT_EQ(text, parse_text_ref("measure:12"));
  for (const char* wrong : {"", "measure", "measure:", "measure:0", "measure:-1", "measure:99999999999", "nothing:1", ":1"})
    EXPECT_FALSE(parse_text_ref(wrong)) << wrong;
}

/// A workshop of one group with one text of every kind, each said twice.
Workshop written() {
  Workshop w;
  std::uint64_t seq = 0;
  const auto happened = [&](Event event) { apply(w, event, {Seq{++seq}, Instant{1'000 * static_cast<std::int64_t>(seq)}}); };
  happened(WorkshopCreated{});
  happened(GroupMade{GroupNumber{1}, false});
  happened(PhoneSeated{PhoneId{1}, GroupNumber{1}});
  happened(PhoneNamed{PhoneId{1}, "Kari"});
  happened(GroupDescribed{GroupNumber{1}, "Bordet", {"Kari", "Ola"}});
  happened(SupplementProposed{SupplementId{1}, GroupNumber{1}});
  happened(SupplementWorded{SupplementId{1}, "Mer lys"});
  happened(SupplementAccepted{SupplementId{1}, KeyId{1}, "A"});
  happened(KeyWorded{KeyId{1}, "Lys", "Mer lys", "nb"});
  happened(SupplementAnswered{SupplementId{1}, "Uklart"});
  happened(MeasurePlanned{MeasureId{1}, GroupNumber{1}, KeyId{1}});
  happened(MeasureWorded{MeasureId{1}, "Ring Per", "Per", "2026-12-01"});
  happened(NoteTaken{NoteId{1}, GroupNumber{1}, GroupNumber{1}, NoteKind::comment});
  happened(NoteWorded{NoteId{1}, "Fint"});
  happened(PhotoAdded{PhotoId{1}, GroupNumber{1}, std::string(64, 'a'), 4, 3});
  happened(PhotoDescribed{PhotoId{1}, "Plakaten"});
  happened(SpeakerAdded{SpeakerId{1}});
  happened(SpeakerWorded{SpeakerId{1}, "Jakob", "Roskilde"});
  happened(SpeakerNoted{SpeakerId{1}, "Begynn rolig"});
  happened(KeysAssigned{SpeakerId{1}, {KeyId{1}}});
  return w;
}

TEST(Texts, ErasingTakesTheWordsAndLeavesTheRest) {
  Workshop w = written();
  Events all;
  for (const TextKind kind : {TextKind::group, TextKind::phone, TextKind::supplement, TextKind::reason, TextKind::key, TextKind::measure,
                              TextKind::note, TextKind::photo, TextKind::speaker, TextKind::speaker_notes}) {
    const auto events = decide(w, EraseTexts{{{kind, 1}}}, {});
    ASSERT_TRUE(events) << to_string(TextRef{kind, 1});
    all.insert(all.end(), events->begin(), events->end());
  }
  ASSERT_EQ(10U, all.size());
  for (const Event& event : all) apply(w, event, {Seq{99}, Instant{99'000}});
  const std::string state = WorkshopRules::encode_state(w);
  for (const char* word : {"Kari", "Ola", "Bordet", "lys", "Lys", "Uklart", "Per", "2026-12-01", "Fint", "Plakaten", "Jakob", "Roskilde", "rolig"})
    EXPECT_EQ(std::string::npos, state.find(word)) << word;
  EXPECT_EQ(SupplementStatus::accepted, w.supplements[0].status);
  EXPECT_EQ("A", w.keys[0].label);
  EXPECT_EQ(1, w.groups[0].people()) << "the phone still sits there";
  EXPECT_TRUE(w.photos[0].removed);
  EXPECT_FALSE(w.measures[0].deleted);
}

TEST(Texts, OfASupplementTheKeyAndTheReasonGoToo) {
  const auto all = with_what_repeats(written(), {TextKind::supplement, 1});
  EXPECT_EQ((std::vector<TextRef>{{TextKind::supplement, 1}, {TextKind::reason, 1}, {TextKind::key, 1}}), all);
  EXPECT_EQ((std::vector<TextRef>{{TextKind::speaker, 1}, {TextKind::speaker_notes, 1}}), with_what_repeats(written(), {TextKind::speaker, 1}));
  EXPECT_EQ((std::vector<TextRef>{{TextKind::note, 1}}), with_what_repeats(written(), {TextKind::note, 1}));
}

TEST(Texts, WhatIsNotThereCannotBeErased) {
  for (const TextKind kind : {TextKind::group, TextKind::phone, TextKind::supplement, TextKind::key, TextKind::measure, TextKind::note, TextKind::photo,
                              TextKind::speaker, TextKind::speaker_notes})
    EXPECT_EQ("text.unknown", decide(written(), EraseTexts{{{kind, 2}}}, {}).error().message_key) << to_string(TextRef{kind, 2});
}

}  // namespace
}  // namespace knippe::domain
