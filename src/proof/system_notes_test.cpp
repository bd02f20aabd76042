#include "proof/system_notes.h"

#include <gtest/gtest.h>

#include <map>
#include <set>
#include <vector>

#include "base/random.h"
#include "journal/faulty_journal.h"
#include "journal/memory_journal.h"
#include "proof/checkpoint.h"
#include "proof/head_keeper.h"

namespace knippe::proof {
namespace {

struct Desk {
  SeededRandom random{5};
  std::unique_ptr<journal::Journal> journal = journal::make_memory_journal(random);

  std::vector<std::string> bodies(std::string_view kind = {}) {
    std::vector<std::string> found;
    std::uint64_t last = 0;
    EXPECT_TRUE(journal->read(system_room, Seq{}, [&](const journal::Event& event) {
      EXPECT_EQ(event.seq.value, ++last) << "no gaps";
      if (kind.empty() || event.kind == kind) found.push_back(*event.body);
      return true;
    }));
    return found;
  }
};

/// Two seams stand for two processes at one journal: each has its own mutex.
TEST(SystemNotes, NoneIsLostOrWrittenTwiceWhenManyWriteAtOnce) {
  Desk desk;
  SystemNotes here(*desk.journal), there(*desk.journal);
  constexpr int writers = 8, each = 60;
  {
    std::vector<std::jthread> threads;
    for (int writer = 0; writer < writers; ++writer)
      threads.emplace_back([&, writer] {
        for (int n = 0; n < each; ++n)
          EXPECT_TRUE((writer % 2 ? here : there).note("ActNoted", "{\"n\":" + std::to_string(writer * each + n) + "}", Instant{n}));
      });
  }
  const auto bodies = desk.bodies();
  EXPECT_EQ(bodies.size(), std::size_t{writers * each});
  EXPECT_EQ(std::set<std::string>(bodies.begin(), bodies.end()).size(), bodies.size());
}

TEST(SystemNotes, TheKeeperOfHeadsLosesNoNoteToOthers) {
  Desk desk;
  SystemNotes notes(*desk.journal), other(*desk.journal);
  Logbook logbook(*desk.journal);
  ManualClock clock;
  KeyPair key(desk.random.bytes<32>());
  Keyring keys(key, first_key(key, clock.now()));
  keys.set_host("knippe.example.no");
  std::mutex mutex;
  std::map<RoomId, KeptHead> kept;
  HeadShelf shelf{[&](const KeptHead& head) -> Status {
                    const std::lock_guard lock(mutex);
                    kept[head.room] = head;
                    return {};
                  },
                  [&](RoomId room) -> Result<std::optional<KeptHead>> {
                    const std::lock_guard lock(mutex);
                    const auto found = kept.find(room);
                    return found == kept.end() ? std::optional<KeptHead>() : std::optional(found->second);
                  }};
  HeadKeeper keeper(*desk.journal, logbook, keys, clock, shelf, notes, 1);
  notes.on_note([&] { keeper.changed(system_room); });
  keeper.start();
  {
    std::vector<std::jthread> threads;
    for (SystemNotes* each : {&notes, &other})
      threads.emplace_back([each] {
        for (int n = 0; n < 300; ++n) EXPECT_TRUE(each->note("ActNoted", "{}", Instant{n}));
      });
    for (std::uint64_t room = 100; room < 160; ++room) {
      const journal::Proposal proposal{RoomId{room}, Seq{}, {{"WorkshopOpened", Instant{1}, "account:1", {}, "{}"}}};
      ASSERT_EQ(desk.journal->append({&proposal, 1}).front(), journal::Outcome::stored);
      keeper.changed(RoomId{room});
    }
  }
  keeper.stop();
  ASSERT_TRUE(keeper.catch_up());
  EXPECT_EQ(desk.bodies("ActNoted").size(), 600U);
  const auto heads = desk.bodies("RoomHeadNoted");
  EXPECT_EQ(heads.size(), 60U) << "each room's first head, once";
  EXPECT_EQ(std::set<std::string>(heads.begin(), heads.end()).size(), 60U);
  EXPECT_EQ(kept[system_room].size, desk.bodies().size());
}

TEST(SystemNotes, WhatIsInDoubtIsLookedUp) {
  Desk desk;
  journal::FaultyJournal faulty(*desk.journal);
  SystemNotes notes(faulty);
  faulty.set(journal::FaultyJournal::Fault::unanswered);
  EXPECT_TRUE(notes.note("ActNoted", "{}", Instant{1}));
  EXPECT_EQ(desk.bodies().size(), 1U);
  int times = 0;
  faulty.set(journal::FaultyJournal::Fault::lost);
  faulty.before_append([&] {
    if (++times == 3) faulty.set(journal::FaultyJournal::Fault::none);
  });
  EXPECT_TRUE(notes.note("ActNoted", "{}", Instant{1}));
  EXPECT_EQ(desk.bodies().size(), 2U);
}

TEST(SystemNotes, AFullDiskIsSaidAndNothingIsStored) {
  Desk desk;
  journal::FaultyJournal faulty(*desk.journal);
  SystemNotes notes(faulty);
  faulty.set(journal::FaultyJournal::Fault::no_space);
  const Status refused = notes.note("ActNoted", "{}", Instant{1});
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().message_key, "store.no_space");
  EXPECT_TRUE(desk.bodies().empty());
}

/// The trap: a head that is kept although its note failed is never noted.
TEST(HeadKeeper, AHeadWhoseNoteFailsIsNotKeptYet) {
  Desk desk;
  journal::FaultyJournal faulty(*desk.journal);
  SystemNotes notes(faulty);
  Logbook logbook(*desk.journal);
  ManualClock clock;
  KeyPair key(desk.random.bytes<32>());
  Keyring keys(key, first_key(key, clock.now()));
  std::map<RoomId, KeptHead> kept;
  HeadShelf shelf{[&](const KeptHead& head) -> Status { kept[head.room] = head; return {}; },
                  [&](RoomId room) -> Result<std::optional<KeptHead>> {
                    return kept.contains(room) ? std::optional(kept[room]) : std::optional<KeptHead>();
                  }};
  HeadKeeper keeper(*desk.journal, logbook, keys, clock, shelf, notes, 1);
  const journal::Proposal proposal{RoomId{7}, Seq{}, {{"WorkshopOpened", Instant{1}, "account:1", {}, "{}"}}};
  ASSERT_EQ(desk.journal->append({&proposal, 1}).front(), journal::Outcome::stored);
  faulty.set(journal::FaultyJournal::Fault::no_space);
  EXPECT_FALSE(keeper.catch_up());
  EXPECT_FALSE(kept.contains(RoomId{7}));
  faulty.set(journal::FaultyJournal::Fault::none);
  EXPECT_TRUE(keeper.catch_up());
  EXPECT_TRUE(kept.contains(RoomId{7}));
  EXPECT_EQ(desk.bodies("RoomHeadNoted").size(), 1U);
}

}  // namespace
}  // namespace knippe::proof
