#include <gtest/gtest.h>

#include <map>
#include <semaphore>
#include <set>

#include "base/random.h"
#include "engine/desk_impl.h"
#include "engine/toy_rules.h"
#include "journal/faulty_journal.h"
#include "journal/memory_journal.h"

namespace knippe::engine {
namespace {

using journal::FaultyJournal;
using Toy = ToyRules;
using ToyDesk = Desk<Toy>;
using Fault = FaultyJournal::Fault;

constexpr RoomId hall{10};
constexpr RoomId attic{11};

CommandId cause(std::uint64_t number) {
  CommandId id{};
  std::memcpy(id.data(), &number, sizeof number);
  id[15] = std::byte{1};
  return id;
}

Toy::Command add(int amount, int times = 1, std::string note = {}) { return {amount, times, std::move(note)}; }

class DeskTest : public testing::Test {
 protected:
  explicit DeskTest(DeskLimits limits = {}) : limits_(limits) { open(); }
  void open() {
    desk_.reset();
    desk_ = std::make_unique<ToyDesk>(faulty_, limits_);
  }
  Result<Receipt> submit(RoomId room, Toy::Command command, std::uint64_t number) {
    return desk_->submit(room, std::move(command), {Instant{1'000 + static_cast<std::int64_t>(number)}}, cause(number));
  }
  Result<Receipt> create(RoomId room, Toy::Command command, std::uint64_t number) {
    return desk_->create(room, std::move(command), {Instant{1}}, cause(number));
  }
  Toy::State state(RoomId room) {
    const auto copy = desk_->read(room, [](const Toy::State& now, Seq) { return now; });
    EXPECT_TRUE(copy);
    return copy.value_or(Toy::State{});
  }
  /// Folded from the journal alone, without desk or snapshot.
  Toy::State replayed(RoomId room) {
    Toy::State folded;
    EXPECT_TRUE(memory_->read(room, Seq{}, [&](const journal::Event& record) {
      Toy::apply(folded, *Toy::decode(record.kind, record.body), {record.seq, record.time});
      return true;
    }));
    return folded;
  }
  std::uint64_t records(RoomId room) { return memory_->head(room)->seq.value; }

  SeededRandom random_{1};
  std::unique_ptr<journal::Journal> memory_ = journal::make_memory_journal(random_);
  FaultyJournal faulty_{*memory_};
  DeskLimits limits_;
  std::unique_ptr<ToyDesk> desk_;
};

TEST_F(DeskTest, ACommandBecomesRecordsAndAState) {
  const auto created = create(hall, add(5), 1);
  ASSERT_TRUE(created);
  EXPECT_EQ(created->first, Seq{1});
  EXPECT_EQ(created->last, Seq{1});
  const auto receipt = submit(hall, add(2, 3, "hei"), 2);
  ASSERT_TRUE(receipt);
  EXPECT_EQ(receipt->first, Seq{2});
  EXPECT_EQ(receipt->last, Seq{5});
  EXPECT_FALSE(receipt->repeated);
  EXPECT_EQ(state(hall), (Toy::State{11, 5, 5, Instant{1'002}, {"hei"}}));
  EXPECT_EQ(*desk_->head(hall), Seq{5});
  EXPECT_EQ(replayed(hall), state(hall));
}

TEST_F(DeskTest, ARefusalLeavesNoTrace) {
  ASSERT_TRUE(create(hall, add(5), 1));
  EXPECT_EQ(submit(hall, add(-6), 2).error(), (Error{ErrorKind::refused, "toy.below_zero", {}}));
  EXPECT_EQ(records(hall), 1U);
  EXPECT_EQ(state(hall).sum, 5);
}

TEST_F(DeskTest, UnknownRoomsAreNotFoundAndExistingOnesNotCreated) {
  EXPECT_EQ(submit(hall, add(1), 1).error().kind, ErrorKind::not_found);
  EXPECT_EQ(desk_->head(hall).error().kind, ErrorKind::not_found);
  EXPECT_EQ(create(hall, add(-1), 2).error().message_key, "toy.below_zero");
  EXPECT_EQ(desk_->head(hall).error().kind, ErrorKind::not_found);
  ASSERT_TRUE(create(hall, add(1), 3));
  EXPECT_EQ(create(hall, add(1), 4).error().message_key, "room.exists");
  EXPECT_TRUE(create(hall, add(1), 3)->repeated);
}

TEST_F(DeskTest, TheSameCommandAgainGetsTheFirstAnswerAgain) {
  ASSERT_TRUE(create(hall, add(5), 1));
  const auto first = submit(hall, add(1, 2), 2);
  ASSERT_TRUE(submit(hall, add(1), 3));
  for (int restart = 0; restart < 2; ++restart) {
    const auto again = submit(hall, add(1, 2), 2);
    ASSERT_TRUE(again);
    EXPECT_TRUE(again->repeated);
    EXPECT_EQ(again->first, first->first);
    EXPECT_EQ(again->last, first->last);
    EXPECT_EQ(state(hall).sum, 8);
    open();
  }
}

TEST_F(DeskTest, ACommandIdIsKnownInItsRoomOnly) {
  ASSERT_TRUE(create(hall, add(1), 1));
  ASSERT_TRUE(create(attic, add(1), 2));
  ASSERT_TRUE(submit(hall, add(1), 3));
  EXPECT_FALSE(submit(attic, add(1), 3)->repeated);
}

TEST_F(DeskTest, TheEmptyCommandIdIsNeverRecognised) {
  ASSERT_TRUE(create(hall, add(1), 1));
  for (int i = 0; i < 2; ++i) EXPECT_FALSE(desk_->submit(hall, add(1), {}, CommandId{})->repeated);
  EXPECT_EQ(state(hall).sum, 3);
}

TEST_F(DeskTest, NothingToChangeIsAnsweredWithoutARecordAndNotDecidedAnew) {
  ASSERT_TRUE(create(hall, add(5), 1));
  const auto quiet = submit(hall, add(0, 0), 2);
  ASSERT_TRUE(quiet);
  EXPECT_LT(quiet->last, quiet->first);
  EXPECT_EQ(records(hall), 1U);
  EXPECT_TRUE(submit(hall, add(7), 2)->repeated);
  EXPECT_EQ(state(hall).sum, 5);
}

TEST_F(DeskTest, ReadGivesWhatTheFunctionGives) {
  ASSERT_TRUE(create(hall, add(5), 1));
  EXPECT_EQ(*desk_->read(hall, [](const Toy::State& now, Seq seq) { return now.sum + static_cast<int>(seq.value); }),
            6);
  const Result<int> refused = desk_->read(hall, [](const Toy::State&, Seq) -> Result<int> { return refuse("no"); });
  EXPECT_EQ(refused.error().message_key, "no");
  int seen = 0;
  const Status status = desk_->read(hall, [&](const Toy::State&, Seq) { ++seen; });
  EXPECT_TRUE(status);
  EXPECT_EQ(seen, 1);
  EXPECT_FALSE(desk_->read(attic, [&](const Toy::State&, Seq) { ++seen; }));
  EXPECT_EQ(seen, 1);
}

TEST_F(DeskTest, ListenersHearOfEachChangeAfterItIsVisible) {
  std::vector<std::pair<RoomId, Seq>> heard;
  desk_->on_change([&](RoomId room, Seq seq) {
    EXPECT_EQ(*desk_->head(room), seq);
    heard.emplace_back(room, seq);
  });
  ASSERT_TRUE(create(hall, add(5), 1));
  ASSERT_FALSE(submit(hall, add(-9), 2));
  ASSERT_TRUE(submit(hall, add(1, 2), 3));
  desk_->stop();
  EXPECT_EQ(heard, (std::vector<std::pair<RoomId, Seq>>{{hall, Seq{1}}, {hall, Seq{3}}}));
}

TEST_F(DeskTest, AFullDiskChangesNothingAndIsOverWhenThereIsSpace) {
  ASSERT_TRUE(create(hall, add(5), 1));
  faulty_.set(Fault::no_space);
  EXPECT_EQ(submit(hall, add(1), 2).error(), (Error{ErrorKind::unavailable, "desk.no_space", {}}));
  EXPECT_EQ(state(hall).sum, 5);
  faulty_.set(Fault::none);
  const auto receipt = submit(hall, add(1), 2);
  ASSERT_TRUE(receipt);
  EXPECT_FALSE(receipt->repeated);
  EXPECT_EQ(state(hall).sum, 6);
}

TEST_F(DeskTest, AnInDoubtCommandIsLearntByRepeatingIt) {
  ASSERT_TRUE(create(hall, add(5), 1));
  faulty_.set(Fault::lost);
  EXPECT_EQ(submit(hall, add(1), 2).error().kind, ErrorKind::in_doubt);
  EXPECT_EQ(state(hall).sum, 5);
  faulty_.set(Fault::unanswered);
  EXPECT_EQ(submit(hall, add(10), 3).error().kind, ErrorKind::in_doubt);
  EXPECT_EQ(state(hall).sum, 15);
  faulty_.set(Fault::none);
  EXPECT_FALSE(submit(hall, add(1), 2)->repeated);
  EXPECT_TRUE(submit(hall, add(10), 3)->repeated);
  EXPECT_EQ(state(hall).sum, 16);
}

TEST_F(DeskTest, AnUnreadableRoomIsAnErrorAndLoadsWhenItCanBeRead) {
  ASSERT_TRUE(create(hall, add(5), 1));
  open();
  faulty_.set(Fault::unreadable);
  EXPECT_EQ(submit(hall, add(1), 2).error().message_key, "journal.cannot_read");
  EXPECT_FALSE(desk_->head(hall));
  faulty_.set(Fault::none);
  EXPECT_TRUE(submit(hall, add(1), 2));
  EXPECT_EQ(state(hall).sum, 6);
}

TEST_F(DeskTest, ARoomWrittenBySomebodyElseIsReadAnewAndTheCommandDecidedAgain) {
  ASSERT_TRUE(create(hall, add(5), 1));
  const journal::Proposal foreign{hall, Seq{1}, {{"Added", Instant{1}, "phone:2", cause(77), R"({"n":-4})"}}};
  ASSERT_EQ(memory_->append({&foreign, 1}).front(), journal::Outcome::stored);
  EXPECT_EQ(submit(hall, add(-3), 2).error().message_key, "toy.below_zero");
  const journal::Proposal more{hall, Seq{2}, {{"Added", Instant{1}, "phone:2", cause(78), R"({"n":6})"}}};
  ASSERT_EQ(memory_->append({&more, 1}).front(), journal::Outcome::stored);
  const auto receipt = submit(hall, add(2), 3);
  ASSERT_TRUE(receipt);
  EXPECT_EQ(receipt->first, Seq{4});
  EXPECT_EQ(state(hall).sum, 9);
}

TEST_F(DeskTest, ErasedTextLeavesTheStateAndItsSnapshotsButNotTheCount) {
  limits_.snapshot_every = 1;
  open();
  ASSERT_TRUE(create(hall, add(5, 1, "secret"), 1));
  ASSERT_TRUE(submit(hall, add(1), 2));
  EXPECT_EQ(desk_->erase(hall, {Seq{9}}).error().kind, ErrorKind::not_found);
  ASSERT_TRUE(desk_->erase(hall, {Seq{2}}));
  EXPECT_EQ(state(hall).notes, std::vector<std::string>{"(erased)"});
  EXPECT_EQ(state(hall).sum, 6);
  desk_->stop();
  const auto snapshot = memory_->load_snapshot(hall, Toy::fold_version);
  if (*snapshot) EXPECT_EQ((*snapshot)->bytes.find("secret"), std::string::npos);
}

Toy::Command lay(std::string pseudonym, std::string ballot, int added = 0) {
  return {added, added ? 1 : 0, {}, std::move(pseudonym), std::move(ballot)};
}
Toy::Command open_box() { return {.times = 0, .opens_box = true}; }

TEST_F(DeskTest, ABallotIsNoRecordAndIsReadWhenItIsDurable) {
  ASSERT_TRUE(create(hall, add(5), 1));
  EXPECT_EQ(*desk_->ballot(hall, "7"), std::nullopt);
  ASSERT_TRUE(submit(hall, lay("7", "draft"), 2));
  EXPECT_EQ(records(hall), 1U);
  EXPECT_EQ(*desk_->ballot(hall, "7"), "draft");
  ASSERT_TRUE(submit(hall, lay("7", "b"), 3));
  ASSERT_TRUE(submit(hall, lay("8", "a", 1), 4));
  EXPECT_EQ(records(hall), 2U);
  open();
  EXPECT_EQ(*desk_->ballot(hall, "7"), "b");
  ASSERT_TRUE(submit(hall, open_box(), 5));
  EXPECT_EQ(state(hall).notes, std::vector<std::string>{"opened a b"});
  EXPECT_EQ(*desk_->ballot(hall, "7"), std::nullopt);
  EXPECT_TRUE(memory_->read_box(hall)->empty());
  EXPECT_FALSE(desk_->ballot(RoomId{99}, "7"));
}

TEST_F(DeskTest, ABallotThatWasNotStoredIsNotThere) {
  ASSERT_TRUE(create(hall, add(5), 1));
  faulty_.set(Fault::lost);
  EXPECT_EQ(submit(hall, lay("7", "b", 1), 2).error().kind, ErrorKind::in_doubt);
  EXPECT_EQ(*desk_->ballot(hall, "7"), std::nullopt);
  faulty_.set(Fault::unanswered);
  EXPECT_EQ(submit(hall, lay("7", "b", 1), 2).error().kind, ErrorKind::in_doubt);
  EXPECT_EQ(*desk_->ballot(hall, "7"), "b");
  EXPECT_EQ(submit(hall, open_box(), 3).error().kind, ErrorKind::in_doubt);
  faulty_.set(Fault::none);
  EXPECT_TRUE(submit(hall, open_box(), 3)->repeated);
  EXPECT_EQ(state(hall).notes, std::vector<std::string>{"opened b"});
}

TEST_F(DeskTest, NoSnapshotHoldsABallot) {
  limits_.snapshot_every = 1;
  open();
  ASSERT_TRUE(create(hall, add(5), 1));
  ASSERT_TRUE(submit(hall, lay("7", "confidential", 1), 2));
  ASSERT_TRUE(submit(hall, add(1), 3));
  desk_->stop();
  const auto snapshot = memory_->load_snapshot(hall, Toy::fold_version);
  ASSERT_TRUE(snapshot && *snapshot);
  EXPECT_EQ((*snapshot)->bytes.find("confidential"), std::string::npos);
}

TEST_F(DeskTest, AStoppedDeskRefusesCommandsAndStillReads) {
  ASSERT_TRUE(create(hall, add(5), 1));
  desk_->stop();
  EXPECT_EQ(submit(hall, add(1), 2).error(), (Error{ErrorKind::unavailable, "desk.stopping", {}}));
  EXPECT_EQ(state(hall).sum, 5);
}

/// Holds the first commit after arm() until release().
class Gate {
 public:
  explicit Gate(FaultyJournal& journal) {
    journal.before_append([this] {
      ++commits;
      if (armed_.exchange(false)) {
        entered_.release();
        open_.acquire();
      }
    });
  }
  void arm() { armed_ = true; }
  void wait_until_entered() { entered_.acquire(); }
  void release() { open_.release(); }
  std::atomic<int> commits{0};

 private:
  std::atomic<bool> armed_{false};
  std::binary_semaphore entered_{0};
  std::binary_semaphore open_{0};
};

class CrowdedDeskTest : public DeskTest {
 protected:
  CrowdedDeskTest() : DeskTest({.queue = 6}) {}
  void post(RoomId room, Toy::Command command, std::uint64_t number) {
    desk_->post(room, std::move(command), {Instant{1}}, cause(number), [this, number](Result<Receipt> result) {
      answers_.emplace_back(number, result ? "stored" : result.error().message_key);
    });
  }
  /// Answers come on the writer thread; stop() orders them before the test's reading.
  std::vector<std::pair<std::uint64_t, std::string>> answers_;
  Gate gate_{faulty_};
};

using Answers = std::vector<std::pair<std::uint64_t, std::string>>;

TEST_F(CrowdedDeskTest, WhateverQueuedDuringACommitIsTheNextBatch) {
  ASSERT_TRUE(create(hall, add(5), 1));
  ASSERT_TRUE(create(attic, add(5), 2));
  gate_.arm();
  post(hall, add(1), 3);
  gate_.wait_until_entered();
  post(attic, add(1), 4);
  post(hall, add(-6), 5);
  post(hall, add(-1), 6);
  post(attic, add(2), 4);
  const int before = gate_.commits;
  gate_.release();
  desk_->stop();
  EXPECT_EQ(gate_.commits, before + 1);
  EXPECT_EQ(answers_, (Answers{{3, "stored"}, {4, "stored"}, {4, "stored"}, {5, "stored"}, {6, "toy.below_zero"}}));
  EXPECT_EQ(state(hall).sum, 0);
  EXPECT_EQ(state(attic).sum, 6);
}

TEST_F(CrowdedDeskTest, NothingIsSeenOrAnsweredBeforeTheCommit) {
  ASSERT_TRUE(create(hall, add(5), 1));
  gate_.arm();
  post(hall, add(1), 2);
  gate_.wait_until_entered();
  EXPECT_EQ(state(hall).sum, 5);
  EXPECT_TRUE(answers_.empty());
  gate_.release();
  desk_->stop();
  EXPECT_EQ(state(hall).sum, 6);
  EXPECT_EQ(answers_, (Answers{{2, "stored"}}));
}

TEST_F(CrowdedDeskTest, AFullQueueRefuses) {
  ASSERT_TRUE(create(hall, add(5), 1));
  gate_.arm();
  post(hall, add(1), 2);
  gate_.wait_until_entered();
  for (std::uint64_t i = 3; i < 9; ++i) post(hall, add(1), i);
  EXPECT_TRUE(answers_.empty());
  post(hall, add(1), 9);
  EXPECT_EQ(answers_, (Answers{{9, "desk.busy"}}));
  gate_.release();
  desk_->stop();
  EXPECT_EQ(answers_.size(), 8U);
  EXPECT_EQ(state(hall).sum, 12);
}

TEST_F(CrowdedDeskTest, AFailedCommitTakesRefusalsDecidedOnItAlong) {
  ASSERT_TRUE(create(hall, add(5), 1));
  ASSERT_TRUE(create(attic, add(5), 2));
  gate_.arm();
  post(hall, add(1), 3);
  gate_.wait_until_entered();
  post(hall, add(-5), 4);
  post(hall, add(-1), 5);   // refused only because of 4
  post(attic, add(-9), 6);  // refused on what is stored
  faulty_.set(Fault::lost);
  gate_.release();
  desk_->stop();
  EXPECT_EQ(answers_,
            (Answers{{3, "desk.in_doubt"}, {4, "desk.in_doubt"}, {5, "desk.in_doubt"}, {6, "toy.below_zero"}}));
  EXPECT_EQ(records(hall), 1U);
}

TEST_F(DeskTest, SnapshotAndRestGiveTheSameStateAsAllRecords) {
  limits_.snapshot_every = 10;
  open();
  ASSERT_TRUE(create(hall, add(5), 1));
  for (std::uint64_t i = 2; i < 60; ++i)
    ASSERT_TRUE(submit(hall, add(static_cast<int>(i), 1, "n" + std::to_string(i)), i));
  desk_->stop();
  const auto snapshot = memory_->load_snapshot(hall, Toy::fold_version);
  ASSERT_TRUE(*snapshot);
  EXPECT_GT((*snapshot)->seq, Seq{0});
  open();
  EXPECT_EQ(state(hall), replayed(hall));
  for (std::uint64_t i = 1; i < 60; ++i) EXPECT_TRUE(submit(hall, add(1), i)->repeated) << i;
}

TEST_F(DeskTest, ADamagedOrForeignSnapshotIsFoldedAnew) {
  ASSERT_TRUE(create(hall, add(5, 3), 1));
  using namespace std::string_literals;
  for (const std::string& bytes :
       {""s, "knippe-snapshot-1\n"s, "knippe-snapshot-1\n\xff\xff\xff\xff\xff\xff\xff\xff"s,
        "knippe-snapshot-1\n\x01\0\0\0\0\0\0\0x1 1 1 1"s, "knippe-snapshot-1\n\0\0\0\0\0\0\0\0what?"s}) {
    ASSERT_TRUE(memory_->save_snapshot(hall, {Seq{2}, Toy::fold_version, bytes}));
    open();
    EXPECT_EQ(state(hall), replayed(hall));
    EXPECT_TRUE(submit(hall, add(1), 1)->repeated);
  }
}

TEST_F(DeskTest, RoomsBeyondTheBoundLeaveMemoryAndComeBack) {
  limits_.rooms = 2;
  open();
  for (std::uint64_t i = 1; i <= 9; ++i) ASSERT_TRUE(create(RoomId{i}, add(static_cast<int>(i)), i));
  for (int round = 0; round < 3; ++round) {
    for (std::uint64_t i = 1; i <= 9; ++i) {
      EXPECT_EQ(state(RoomId{i}).sum, static_cast<std::int64_t>(i) + round);
      ASSERT_TRUE(submit(RoomId{i}, add(1), 100 * (static_cast<std::uint64_t>(round) + 1) + i));
    }
  }
}

TEST_F(DeskTest, ManyThreadsLoseNothingAndReadersSeeWholeBatches) {
  constexpr int writers = 8;
  constexpr int each = 150;
  limits_.rooms = 3;
  limits_.snapshot_every = 40;
  open();
  for (std::uint64_t room = 1; room <= 5; ++room) ASSERT_TRUE(create(RoomId{room}, add(0), room));
  std::atomic<bool> done{false};
  std::vector<std::thread> readers;
  for (int r = 0; r < 2; ++r) {
    readers.emplace_back([&] {
      std::map<std::uint64_t, std::uint64_t> last;
      for (std::uint64_t i = 0; !done; ++i) {
        const std::uint64_t room = 1 + i % 5;
        const Status read = desk_->read(RoomId{room}, [&](const Toy::State& now, Seq seq) {
          EXPECT_EQ(now.events, seq.value);
          EXPECT_EQ(now.last_seq, seq.value);
          EXPECT_GE(seq.value, last[room]);
          last[room] = seq.value;
        });
        EXPECT_TRUE(read);
      }
    });
  }
  std::vector<std::thread> threads;
  for (int w = 0; w < writers; ++w) {
    threads.emplace_back([&, w] {
      for (int i = 0; i < each; ++i) {
        const RoomId room{1 + static_cast<std::uint64_t>(w + i) % 5};
        const auto receipt = submit(room, add(1, 2), static_cast<std::uint64_t>(1'000 * (w + 1) + i));
        ASSERT_TRUE(receipt);
        EXPECT_GE(*desk_->head(room), receipt->last);
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  done = true;
  for (std::thread& thread : readers) thread.join();
  std::int64_t sum = 0;
  for (std::uint64_t room = 1; room <= 5; ++room) {
    sum += state(RoomId{room}).sum;
    EXPECT_EQ(state(RoomId{room}), replayed(RoomId{room}));
  }
  EXPECT_EQ(sum, 2 * writers * each);
}

}  // namespace

template class Desk<ToyRules>;

}  // namespace knippe::engine
