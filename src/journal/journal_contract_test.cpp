// What every journal promises, whatever it stores in. A new journal is one more line at the end.

#include <gtest/gtest.h>

#include <filesystem>
#include <map>
#include <set>
#include <thread>

#include "base/random.h"
#include "journal/faulty_journal.h"
#include "journal/memory_journal.h"
#include "journal/sqlite_journal.h"
#include "journal/tree.h"

namespace knippe::journal {
namespace {

struct Place {
  std::string name;
  std::function<std::unique_ptr<Journal>(const std::filesystem::path&, Random&)> open;
};

class JournalContract : public testing::TestWithParam<Place> {
 protected:
  JournalContract() : folder_(std::filesystem::temp_directory_path() / make_name()) {
    std::filesystem::create_directories(folder_);
    journal_ = GetParam().open(folder_, random_);
  }
  ~JournalContract() override {
    journal_.reset();
    std::filesystem::remove_all(folder_);
  }

  static std::string make_name() { return "knippe-contract-" + std::to_string(SystemRandom().next_u64()); }

  static Draft draft(std::string body) {
    Draft made{"NoteTaken", Instant{1'000}, "phone:1", {}, std::move(body)};
    made.cause[0] = std::byte{7};
    return made;
  }
  Outcome append(RoomId room, std::uint64_t expected, std::vector<std::string> bodies) {
    Proposal proposal{room, Seq{expected}, {}};
    for (std::string& body : bodies) proposal.drafts.push_back(draft(std::move(body)));
    return journal_->append({&proposal, 1}).front();
  }
  std::vector<Event> events(RoomId room, std::uint64_t after = 0) {
    std::vector<Event> read;
    EXPECT_TRUE(journal_->read(room, Seq{after}, [&](const Event& event) {
      read.push_back(event);
      return true;
    }));
    return read;
  }
  std::vector<std::string> bodies(RoomId room, std::uint64_t after = 0) {
    std::vector<std::string> texts;
    for (const Event& event : events(room, after)) texts.push_back(event.body.value_or("(erased)"));
    return texts;
  }
  Outcome change_box(RoomId room, std::uint64_t expected, std::vector<BoxChange> box, std::vector<Draft> drafts = {}) {
    const Proposal proposal{room, Seq{expected}, std::move(drafts), std::move(box)};
    return journal_->append({&proposal, 1}).front();
  }
  Digest root_of_records(RoomId room) {
    std::vector<Digest> leaves;
    for (const Event& event : events(room)) leaves.push_back(leaf_hash(event));
    return tree_root(leaves);
  }

  const std::filesystem::path folder_;
  SeededRandom random_{1};
  std::unique_ptr<Journal> journal_;
};

using Texts = std::vector<std::string>;
constexpr RoomId hall{0x7fff'ffff'ffff'ffff};
constexpr RoomId attic{2};

TEST_P(JournalContract, AnUnknownRoomIsEmpty) {
  EXPECT_EQ(*journal_->head(hall), (Head{Seq{0}, tree_root({})}));
  EXPECT_TRUE(events(hall).empty());
  EXPECT_TRUE(journal_->rooms()->empty());
}

TEST_P(JournalContract, RecordsStandInOrderWithoutGaps) {
  EXPECT_EQ(append(hall, 0, {"a", "b"}), Outcome::stored);
  EXPECT_EQ(append(hall, 2, {"c"}), Outcome::stored);
  const auto read = events(hall);
  ASSERT_EQ(read.size(), 3U);
  for (std::size_t i = 0; i < read.size(); ++i) {
    EXPECT_EQ(read[i].seq, Seq{i + 1});
    EXPECT_EQ(read[i].room, hall);
    EXPECT_TRUE(commitment_holds(read[i]));
  }
  EXPECT_EQ(bodies(hall), (Texts{"a", "b", "c"}));
}

TEST_P(JournalContract, GivesBackExactlyWhatWasStored) {
  Draft given{"Aa09", Instant{-5}, "account:3", {}, std::string("{\"t\":\"\xC3\xA5\"}\0 \n", 13)};
  given.cause.fill(std::byte{0xfe});
  const Proposal proposal{hall, Seq{0}, {given}};
  ASSERT_EQ(journal_->append({&proposal, 1}).front(), Outcome::stored);
  const Event event = events(hall).at(0);
  EXPECT_EQ(event.kind, given.kind);
  EXPECT_EQ(event.time, given.time);
  EXPECT_EQ(event.actor, given.actor);
  EXPECT_EQ(event.cause, given.cause);
  EXPECT_EQ(event.body, given.body);
}

TEST_P(JournalContract, EqualBodiesHaveDifferentSaltsAndCommitments) {
  append(hall, 0, {"same", "same"});
  const auto read = events(hall);
  EXPECT_NE(read.at(0).salt, read.at(1).salt);
  EXPECT_NE(read.at(0).commitment, read.at(1).commitment);
}

TEST_P(JournalContract, ReadsFromTheMiddleAndStopsWhenTold) {
  append(hall, 0, {"a", "b", "c", "d"});
  EXPECT_EQ(bodies(hall, 2), (Texts{"c", "d"}));
  EXPECT_TRUE(bodies(hall, 4).empty());
  EXPECT_TRUE(bodies(hall, 99).empty());
  int visited = 0;
  EXPECT_TRUE(journal_->read(hall, Seq{0}, [&](const Event&) { return ++visited < 2; }));
  EXPECT_EQ(visited, 2);
}

TEST_P(JournalContract, TheSecondOfTwoIsOvertaken) {
  EXPECT_EQ(append(hall, 0, {"first"}), Outcome::stored);
  EXPECT_EQ(append(hall, 0, {"second"}), Outcome::overtaken);
  EXPECT_EQ(append(hall, 2, {"too far"}), Outcome::overtaken);
  EXPECT_EQ(bodies(hall), Texts{"first"});
}

TEST_P(JournalContract, OneOvertakenRoomDoesNotHoldTheOthersBack) {
  append(hall, 0, {"there already"});
  const Proposal proposals[] = {{RoomId{1}, Seq{0}, {draft("one")}},
                                {hall, Seq{0}, {draft("late"), draft("later")}},
                                {attic, Seq{0}, {draft("two"), draft("three")}}};
  EXPECT_EQ(journal_->append(proposals), (std::vector{Outcome::stored, Outcome::overtaken, Outcome::stored}));
  EXPECT_EQ(bodies(RoomId{1}), Texts{"one"});
  EXPECT_EQ(bodies(hall), Texts{"there already"});
  EXPECT_EQ(bodies(attic), (Texts{"two", "three"}));
  EXPECT_EQ(*journal_->rooms(), (std::vector{RoomId{1}, attic, hall}));
}

TEST_P(JournalContract, NothingToStoreIsStored) {
  EXPECT_TRUE(journal_->append({}).empty());
  EXPECT_EQ(append(hall, 0, {}), Outcome::stored);
  EXPECT_TRUE(journal_->rooms()->empty());
}

TEST_P(JournalContract, TheHeadIsTheTreeOverTheRecords) {
  for (std::uint64_t n = 0; n < 20; ++n) {
    EXPECT_EQ(*journal_->head(hall), (Head{Seq{n}, root_of_records(hall)}));
    append(hall, n, {"x"});
  }
}

TEST_P(JournalContract, ABallotLiesInItsRoomsBoxUntilAnotherTakesItsPlace) {
  EXPECT_TRUE(journal_->read_box(hall)->empty());
  const std::string bytes("\0\xff", 2);
  EXPECT_EQ(change_box(hall, 0, {LayBallot{"7", "first"}, LayBallot{"12", bytes}}, {draft("two handed in")}),
            Outcome::stored);
  EXPECT_EQ(change_box(attic, 0, {LayBallot{"7", "elsewhere"}}, {draft("one")}), Outcome::stored);
  EXPECT_EQ(*journal_->read_box(hall), (BallotBox{{"12", bytes}, {"7", "first"}}));
  EXPECT_EQ(change_box(hall, 1, {LayBallot{"7", "second thoughts"}}), Outcome::stored);
  EXPECT_EQ(*journal_->read_box(hall), (BallotBox{{"12", bytes}, {"7", "second thoughts"}}));
  EXPECT_EQ(*journal_->read_box(attic), (BallotBox{{"7", "elsewhere"}}));
  EXPECT_EQ(bodies(hall), Texts{"two handed in"});
}

TEST_P(JournalContract, AnEmptiedBoxIsEmptyAndTakesBallotsAgain) {
  change_box(hall, 0, {LayBallot{"7", "a"}, LayBallot{"8", "b"}}, {draft("x")});
  change_box(attic, 0, {LayBallot{"7", "c"}}, {draft("y")});
  EXPECT_EQ(change_box(hall, 1, {EmptyBox{}}, {draft("opened")}), Outcome::stored);
  EXPECT_TRUE(journal_->read_box(hall)->empty());
  EXPECT_EQ(*journal_->read_box(attic), (BallotBox{{"7", "c"}}));
  EXPECT_EQ(change_box(hall, 2, {LayBallot{"1", "lost"}, EmptyBox{}, LayBallot{"2", "kept"}}), Outcome::stored);
  EXPECT_EQ(*journal_->read_box(hall), (BallotBox{{"2", "kept"}}));
}

TEST_P(JournalContract, ABoxChangesWithItsRecordsOrNotAtAll) {
  change_box(hall, 0, {LayBallot{"7", "a"}}, {draft("x")});
  EXPECT_EQ(change_box(hall, 0, {EmptyBox{}}, {draft("late")}), Outcome::overtaken);
  EXPECT_EQ(change_box(hall, 5, {LayBallot{"7", "b"}}), Outcome::overtaken);
  EXPECT_EQ(*journal_->read_box(hall), (BallotBox{{"7", "a"}}));
  FaultyJournal faulty(*journal_);
  const Proposal opening{hall, Seq{1}, {draft("opened")}, {EmptyBox{}}};
  faulty.set(FaultyJournal::Fault::lost);
  EXPECT_EQ(faulty.append({&opening, 1}).front(), Outcome::in_doubt);
  EXPECT_EQ(*journal_->read_box(hall), (BallotBox{{"7", "a"}}));
  faulty.set(FaultyJournal::Fault::unanswered);
  EXPECT_EQ(faulty.append({&opening, 1}).front(), Outcome::in_doubt);
  EXPECT_TRUE(journal_->read_box(hall)->empty());
  EXPECT_EQ(bodies(hall), (Texts{"x", "opened"}));
  faulty.set(FaultyJournal::Fault::unreadable);
  EXPECT_FALSE(faulty.read_box(hall));
}

TEST_P(JournalContract, ErasingTakesTheTextAndNothingElse) {
  append(hall, 0, {"stays", "goes", "goes too", "stays too"});
  const auto before = events(hall);
  const Head head = *journal_->head(hall);
  const Seq gone[] = {Seq{2}, Seq{3}};
  ASSERT_TRUE(journal_->erase(hall, gone));
  EXPECT_EQ(bodies(hall), (Texts{"stays", "(erased)", "(erased)", "stays too"}));
  const auto after = events(hall);
  for (std::size_t i = 0; i < before.size(); ++i) EXPECT_EQ(envelope(after[i]), envelope(before[i]));
  EXPECT_FALSE(after[1].salt);
  EXPECT_EQ(*journal_->head(hall), head);
  EXPECT_EQ(root_of_records(hall), head.root);
  EXPECT_TRUE(journal_->erase(hall, gone));
  EXPECT_EQ(append(hall, 4, {"goes on"}), Outcome::stored);
  EXPECT_EQ(journal_->head(hall)->root, root_of_records(hall));
}

TEST_P(JournalContract, ErasingAnUnknownRecordErasesNothing) {
  append(hall, 0, {"a"});
  const Seq records[] = {Seq{1}, Seq{2}};
  EXPECT_EQ(journal_->erase(hall, records).error().message_key, "journal.no_such_record");
  EXPECT_EQ(journal_->erase(attic, std::span(records, 1)).error().kind, ErrorKind::not_found);
  EXPECT_EQ(bodies(hall), Texts{"a"});
}

TEST_P(JournalContract, KeepsTheNewestSnapshotOfEachRoom) {
  EXPECT_EQ(*journal_->load_snapshot(hall, 1), std::nullopt);
  const Snapshot old{Seq{1}, 1, "old"};
  const Snapshot now{Seq{9}, 1, std::string("n\0w", 3)};
  const Snapshot empty{Seq{4}, 1, ""};
  ASSERT_TRUE(journal_->save_snapshot(hall, old));
  ASSERT_TRUE(journal_->save_snapshot(hall, now));
  ASSERT_TRUE(journal_->save_snapshot(attic, empty));
  EXPECT_EQ(*journal_->load_snapshot(hall, 1), now);
  EXPECT_EQ(*journal_->load_snapshot(attic, 1), empty);
  EXPECT_EQ(*journal_->load_snapshot(hall, 2), std::nullopt);
}

TEST_P(JournalContract, ErasingDropsTheSnapshotOfThatRoomOnly) {
  append(hall, 0, {"a"});
  append(attic, 0, {"b"});
  const Snapshot snapshot{Seq{1}, 1, "holds a or b"};
  ASSERT_TRUE(journal_->save_snapshot(hall, snapshot));
  ASSERT_TRUE(journal_->save_snapshot(attic, snapshot));
  const Seq gone[] = {Seq{1}};
  ASSERT_TRUE(journal_->erase(hall, gone));
  EXPECT_EQ(*journal_->load_snapshot(hall, 1), std::nullopt);
  EXPECT_EQ(*journal_->load_snapshot(attic, 1), snapshot);
}

TEST_P(JournalContract, AnInDoubtAppendIsWhollyThereOrWhollyNot) {
  FaultyJournal faulty(*journal_);
  const Proposal proposals[] = {{hall, Seq{0}, {draft("a"), draft("b")}}, {attic, Seq{0}, {draft("c")}}};
  const std::vector both_in_doubt{Outcome::in_doubt, Outcome::in_doubt};
  faulty.set(FaultyJournal::Fault::lost);
  EXPECT_EQ(faulty.append(proposals), both_in_doubt);
  EXPECT_EQ(journal_->head(hall)->seq, Seq{0});
  faulty.set(FaultyJournal::Fault::unanswered);
  EXPECT_EQ(faulty.append(proposals), both_in_doubt);
  EXPECT_EQ(bodies(hall), (Texts{"a", "b"}));
  EXPECT_EQ(bodies(attic), Texts{"c"});
  EXPECT_EQ(journal_->append(proposals), (std::vector{Outcome::overtaken, Outcome::overtaken}));
}

TEST_P(JournalContract, CompetingWritersLoseAndDoubleNothing) {
  constexpr int writers = 4;
  constexpr int each = 50;
  std::vector<std::thread> threads;
  for (int w = 0; w < writers; ++w) {
    threads.emplace_back([&, w] {
      for (int i = 0; i < each; ++i)
        while (append(hall, journal_->head(hall)->seq.value, {std::to_string(w * each + i)}) != Outcome::stored) {
        }
    });
  }
  for (std::thread& thread : threads) thread.join();
  const auto read = bodies(hall);
  EXPECT_EQ(read.size(), std::size_t{writers * each});
  EXPECT_EQ(std::set(read.begin(), read.end()).size(), read.size());
  EXPECT_EQ(journal_->head(hall)->root, root_of_records(hall));
}

TEST_P(JournalContract, AgreesWithAPlainModelOverRandomCalls) {
  SeededRandom dice(2026);
  std::map<RoomId, Texts> model;
  std::map<RoomId, BallotBox> boxes;
  for (int step = 0; step < 400; ++step) {
    const RoomId room{1 + dice.below(3)};
    Texts& texts = model[room];
    if (dice.below(4) == 0 && !texts.empty()) {
      const Seq seq{1 + dice.below(texts.size())};
      ASSERT_TRUE(journal_->erase(room, {&seq, 1}));
      texts[seq.value - 1] = "(erased)";
    } else if (dice.below(3) == 0) {
      const BoxChange change = dice.below(5) == 0 ? BoxChange{EmptyBox{}}
                                                  : LayBallot{std::to_string(dice.below(9)), std::to_string(step)};
      const bool right_place = dice.below(5) != 0;
      change_box(room, texts.size() + (right_place ? 0 : 1), {change});
      if (right_place) knippe::change_box(boxes[room], change);
    } else {
      const std::uint64_t expected = dice.below(5) == 0 ? dice.below(10) : texts.size();
      Texts added(dice.below(4), std::to_string(step));
      const Outcome outcome = append(room, expected, added);
      ASSERT_EQ(outcome, expected == texts.size() ? Outcome::stored : Outcome::overtaken);
      if (outcome == Outcome::stored) texts.insert(texts.end(), added.begin(), added.end());
    }
  }
  for (const auto& [room, texts] : model) {
    EXPECT_EQ(bodies(room), texts);
    EXPECT_EQ(*journal_->read_box(room), boxes[room]);
    EXPECT_EQ(*journal_->head(room), (Head{Seq{texts.size()}, root_of_records(room)}));
  }
}

std::unique_ptr<Journal> open_memory(const std::filesystem::path&, Random& random) {
  return make_memory_journal(random);
}
std::unique_ptr<Journal> open_sqlite(const std::filesystem::path& folder, Random&) {
  return std::move(*open_sqlite_journal(folder / "knippe.db"));
}

INSTANTIATE_TEST_SUITE_P(Places, JournalContract,
                         testing::Values(Place{"memory", open_memory}, Place{"sqlite", open_sqlite}),
                         [](const auto& place) { return place.param.name; });

}  // namespace
}  // namespace knippe::journal
