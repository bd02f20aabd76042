#include "proof/head_keeper.h"

#include <gtest/gtest.h>

#include <map>

#include "base/random.h"
#include "journal/memory_journal.h"
#include "journal/tree.h"
#include "proof/log_bundle.h"
#include "proof/receipt.h"

namespace knippe::proof {
namespace {

struct House {
  SeededRandom random{5};
  std::unique_ptr<journal::Journal> journal = journal::make_memory_journal(random);
  Logbook logbook{*journal};
  KeyPair key{random.bytes<32>()};
  ManualClock clock;
  Keyring keys{key, first_key(key, clock.now())};
  std::map<RoomId, std::vector<KeptHead>> kept;
  HeadShelf shelf{[this](const KeptHead& head) -> Status { kept[head.room].push_back(head); return {}; },
                  [this](RoomId room) -> Result<std::optional<KeptHead>> {
                    return kept[room].empty() ? std::optional<KeptHead>() : std::optional(kept[room].back());
                  }};
  SystemNotes notes{*journal};
  HeadKeeper keeper{*journal, logbook, keys, clock, shelf, notes, 1};

  House() { keys.set_host("knippe.example.no"); }
  void append(RoomId room, std::string kind, std::string body = "{}") {
    const journal::Head head = *journal->head(room);
    const journal::Proposal proposal{room, head.seq, {{std::move(kind), clock.now(), "phone:1", {}, std::move(body)}}};
    ASSERT_EQ(journal->append({&proposal, 1}).front(), journal::Outcome::stored);
  }
  std::vector<std::string> noted() {
    std::vector<std::string> bodies;
    (void)journal->read(system_room, Seq{}, [&](const journal::Event& event) { return bodies.push_back(*event.body), true; });
    return bodies;
  }
};

TEST(HeadKeeper, EveryLogIsSignedAndTheFirstHeadIsNotedInTheSystemRoom) {
  House house;
  house.append(RoomId{7}, "WorkshopOpened");
  for (int i = 0; i < 4; ++i) house.append(RoomId{7}, "GroupMade");
  ASSERT_TRUE(house.keeper.catch_up());
  ASSERT_EQ(house.kept[RoomId{7}].size(), 1u);
  const PublicKey keys[] = {house.key.public_key()};
  const Checkpoint head = *open_checkpoint(house.kept[RoomId{7}][0].note, keys);
  EXPECT_EQ(head.origin, "knippe.example.no/rom/0000000000007");
  EXPECT_EQ(head.size, 5u);
  EXPECT_EQ(head.root, house.journal->head(RoomId{7})->root);
  ASSERT_EQ(house.noted().size(), 1u);
  EXPECT_NE(house.noted()[0].find("\"why\":\"first\""), std::string::npos);
  EXPECT_EQ(open_checkpoint(house.kept[system_room].back().note, keys)->size, 1u);
  ASSERT_TRUE(house.keeper.catch_up());
  EXPECT_EQ(house.kept[RoomId{7}].size(), 1u) << "nothing has changed";
}

TEST(HeadKeeper, NotesClosingPublishingAndEachNewDay) {
  House house;
  const RoomId room{7};
  house.append(room, "InvolvementOpened");
  ASSERT_TRUE(house.keeper.catch_up());
  house.append(room, "GroupMade");
  ASSERT_TRUE(house.keeper.catch_up());
  EXPECT_EQ(house.noted().size(), 1u) << "an ordinary change is not noted";
  house.append(room, "WorkshopClosed");
  ASSERT_TRUE(house.keeper.catch_up());
  house.append(room, "ReportPublished");
  ASSERT_TRUE(house.keeper.catch_up());
  house.clock.advance_ms(86'400'000);
  house.append(room, "GroupMade");
  ASSERT_TRUE(house.keeper.catch_up());
  ASSERT_EQ(house.noted().size(), 4u);
  EXPECT_NE(house.noted()[1].find("closed"), std::string::npos);
  EXPECT_NE(house.noted()[2].find("published"), std::string::npos);
  EXPECT_NE(house.noted()[3].find("\"day\""), std::string::npos);
}

TEST(HeadKeeper, TellsNobodyOfARoomThatIsBeingPreparedOrPractisedIn) {
  House house;
  const RoomId draft{7}, rehearsal{8};
  house.append(draft, "WorkshopCreated", R"({"rehearsal":false})");
  house.append(rehearsal, "WorkshopCreated", R"({"rehearsal":true})");
  ASSERT_TRUE(house.keeper.catch_up());
  house.append(rehearsal, "WorkshopOpened");
  house.append(rehearsal, "WorkshopClosed");
  ASSERT_TRUE(house.keeper.catch_up());
  EXPECT_EQ(house.kept[draft].size(), 1u) << "signed all the same";
  EXPECT_TRUE(house.noted().empty());
  house.append(draft, "WorkshopOpened");
  ASSERT_TRUE(house.keeper.catch_up());
  ASSERT_EQ(house.noted().size(), 1u);
  EXPECT_NE(house.noted()[0].find(R"("size":2)"), std::string::npos);
  EXPECT_NE(house.noted()[0].find("\"why\":\"first\""), std::string::npos);
}

TEST(HeadKeeper, ListsTheReceiptsOfNewRecords) {
  House house;
  const RoomId room{9};
  house.append(room, "RankingChanged");
  house.append(room, "RankingHandedIn", R"({"group":1,"round":1,"choices":[1]})");
  ASSERT_TRUE(house.keeper.catch_up());
  house.append(room, "RankingHandedIn", R"({"group":2,"round":1,"choices":[2]})");
  ASSERT_TRUE(house.keeper.catch_up());
  ASSERT_EQ(house.kept[room].size(), 2u);
  ASSERT_EQ(house.kept[room][0].receipts.size(), 1u);
  ASSERT_EQ(house.kept[room][1].receipts.size(), 1u);
  EXPECT_EQ(house.kept[room][1].receipts[0].seq, Seq{3});
  const std::string code = house.kept[room][0].receipts[0].code;
  EXPECT_EQ(house.logbook.find_in_memory(code), room);
  EXPECT_TRUE(*house.logbook.read(room, [&](const Log& log) -> Result<bool> { return log.find(code)->seq == Seq{2}; }));
}

TEST(HeadKeeper, WorksOnAThreadOfItsOwnAndFinishesBeforeItStops) {
  House house;
  house.append(RoomId{7}, "GroupMade");
  house.keeper.start();
  house.append(RoomId{8}, "GroupMade");
  house.keeper.changed(RoomId{8});
  house.keeper.stop();
  EXPECT_EQ(house.kept[RoomId{7}].back().size, 1u);
  EXPECT_EQ(house.kept[RoomId{8}].back().size, 1u);
}

TEST(Logbook, AgreesWithTheJournalAndForgetsTheLongestUnusedRooms) {
  House house;
  Logbook small(*house.journal, 10);
  for (const std::uint64_t room : {3, 4, 5})
    for (int i = 0; i < 6; ++i) house.append(RoomId{room}, "GroupMade");
  for (const std::uint64_t room : {3, 4, 5, 3})
    EXPECT_TRUE(*small.read(RoomId{room}, [&](const Log& log) -> Result<bool> { return log.tree.root() == house.journal->head(RoomId{room})->root; }));
  EXPECT_EQ(small.read(RoomId{99}, [](const Log&) -> Result<int> { return 1; }).error().message_key, "room.not_found");
}

TEST(Logbook, KeepsNoBodyOfWhatItMarks) {
  House house;
  const RoomId room{7};
  house.append(room, "RankingHandedIn", R"({"group":3,"round":2,"choices":[4],"text":"Hemmelig"})");
  const auto kept = house.logbook.read(room, [](const Log& log) -> Result<Mark> { return log.marks.front(); });
  EXPECT_EQ((std::pair(kept->group, kept->round)), (std::pair(3u, 2)));
  EXPECT_EQ(kept->kind + kept->actor, "RankingHandedInphone:1") << "the only words of a mark";
  const std::uint64_t bytes = *house.logbook.read(room, [](const Log& log) -> Result<std::uint64_t> { return log.tree.bytes(); });
  EXPECT_EQ(bytes, sizeof(Digest));
}

TEST(LogBundle, OfACaseNothingIsGivenThatLinksWhatOnePersonDid) {
  std::string lines;
  for (const char* kind : {"ContributionReceived", "ContributionWorded", "ContributionPublished", "ContributionSupported"})
    write_record(lines, {RoomId{7}, Seq{1}, kind, Instant{1'234'567}, "phone:12", {}, {}, R"({"text":"Hemmelig"})", journal::Salt{}}, Of::involvement);
  for (const char* secret : {"phone", "Hemmelig", "Contribution", "1234567", "cause", "commitment", "salt"})
    EXPECT_EQ(lines.find(secret), std::string::npos) << secret;
  std::string typed;
  write_record(typed, {RoomId{7}, Seq{1}, "ContributionWorded", Instant{1}, "account:1", {}, {}, R"({"text":"Hemmelig"})", journal::Salt{}}, Of::involvement);
  EXPECT_EQ(typed.find("Hemmelig"), std::string::npos);
  std::string published;
  write_record(published, {RoomId{7}, Seq{1}, "ContributionPublished", Instant{1}, "account:1", {}, {}, R"({"contribution":1})", journal::Salt{}}, Of::involvement);
  EXPECT_NE(published.find("body"), std::string::npos);
}

TEST(LogBundle, WithholdsWhatOutsidersMayNotSee) {
  for (const char* kind : {"GroupDescribed", "PhoneNamed", "MeasureWorded", "SupplementWorded", "SupplementAnswered", "NoteWorded", "KeysListed",
                           "RankingChanged", "ProjectorSet", "SomethingNew"}) {
    journal::Event event{RoomId{7}, Seq{1}, kind, Instant{1}, "phone:1", {}, {}, R"({"text":"Hemmelig"})", journal::Salt{}};
    std::string line;
    write_record(line, event);
    EXPECT_EQ(line.find("Hemmelig"), std::string::npos) << kind;
    EXPECT_EQ(line.find("\"salt\""), std::string::npos) << kind;
    EXPECT_NE(line.find("withheld"), std::string::npos) << kind;
  }
  for (const auto& [ballots, given] : std::vector<std::pair<std::string, bool>>{{"[[1],[2],[3],[4]]", false}, {"[[1],[2],[3],[4],[5]]", true}, {"7", false}}) {
    std::string box;
    write_record(box, {RoomId{7}, Seq{1}, "BoxOpened", Instant{1}, "account:1", {}, {}, "{\"round\":1,\"ballots\":" + ballots + "}", journal::Salt{}});
    EXPECT_EQ(box.find("\"body\"") != std::string::npos, given) << ballots;
  }
  std::string line;
  write_record(line, {RoomId{7}, Seq{2}, "RankingHandedIn", Instant{1}, "phone:1", {}, {}, R"({"group":1})", journal::Salt{}});
  EXPECT_NE(line.find(R"("body":"{\"group\":1}")"), std::string::npos);
}

}  // namespace
}  // namespace knippe::proof
