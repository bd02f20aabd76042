// A process with a desk over SQLite is killed again and again in the middle of its work. Nothing it acknowledged may be
// missing, nothing may be there twice or by half.

#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <filesystem>
#include <map>
#include <set>

#include "base/random.h"
#include "engine/desk.h"
#include "engine/toy_rules.h"
#include "journal/sqlite_journal.h"
#include "journal/tree.h"

namespace knippe::engine {
namespace {

constexpr std::uint64_t rooms = 3;
constexpr std::uint64_t submitters = 6;
constexpr std::uint64_t records_per_command = 3;

CommandId cause(std::uint64_t number) {
  CommandId id{};
  std::memcpy(id.data(), &number, sizeof number);
  return id;
}

RoomId room_of(std::uint64_t number) { return RoomId{1 + number % rooms}; }

/// Submits every command since the beginning of time, in order, and writes each acknowledged one's number to the pipe.
/// Never returns.
[[noreturn]] void submit_until_killed(const std::string& path, int pipe) {
  auto journal = journal::open_sqlite_journal(path);
  if (!journal) _exit(3);
  Desk<ToyRules> desk(**journal, {.snapshot_every = 50});
  for (std::uint64_t room = 1; room <= rooms; ++room) {
    const auto created = desk.create(RoomId{room}, {0, 1, {}}, {}, cause(room));
    if (!created) _exit(4);
  }
  std::vector<std::thread> threads;
  for (std::uint64_t s = 1; s <= submitters; ++s) {
    threads.emplace_back([&, s] {
      for (std::uint64_t number = s * 1'000'000;; ++number) {
        const ToyRules::Command command{1, records_per_command - 1, "n" + std::to_string(number), std::to_string(s),
                                        std::to_string(number)};
        if (!desk.submit(room_of(number), command, {}, cause(number))) _exit(5);
        if (::write(pipe, &number, sizeof number) != sizeof number) _exit(6);
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  _exit(7);
}

/// Lets it run until `new_answers` commands not in `acknowledged` were acknowledged, then kills it; adds all it
/// acknowledged.
void run_and_kill(const std::string& path, std::size_t new_answers, std::set<std::uint64_t>& acknowledged) {
  int pipe[2];
  ASSERT_EQ(::pipe(pipe), 0);
  const pid_t child = ::fork();
  ASSERT_GE(child, 0);
  if (child == 0) {
    ::close(pipe[0]);
    submit_until_killed(path, pipe[1]);
  }
  ::close(pipe[1]);
  const std::size_t enough = acknowledged.size() + new_answers;
  std::uint64_t number = 0;
  bool killed = false;
  while (::read(pipe[0], &number, sizeof number) == sizeof number) {
    acknowledged.insert(number);
    if (killed || acknowledged.size() < enough) continue;
    ::kill(child, SIGKILL);
    killed = true;
  }
  ::close(pipe[0]);
  int status = 0;
  ASSERT_EQ(::waitpid(child, &status, 0), child);
  ASSERT_TRUE(WIFSIGNALED(status)) << "exit code " << WEXITSTATUS(status);
}

/// What lies in the box is the ballot of each submitter's newest stored command, neither older nor newer.
void check_box(journal::Journal& journal, RoomId room, const std::set<std::uint64_t>& stored) {
  BallotBox expected;
  for (const std::uint64_t number : stored)
    if (number > rooms) expected[std::to_string(number / 1'000'000)] = std::to_string(number);
  const auto box = journal.read_box(room);
  ASSERT_TRUE(box);
  EXPECT_EQ(*box, expected);
}

void check(const std::string& path, const std::set<std::uint64_t>& acknowledged) {
  const auto journal = journal::open_sqlite_journal(path);
  ASSERT_TRUE(journal);
  std::map<std::uint64_t, std::uint64_t> records;
  for (std::uint64_t room = 1; room <= rooms; ++room) {
    std::vector<Digest> leaves;
    std::set<std::uint64_t> stored;
    ASSERT_TRUE((*journal)->read(RoomId{room}, Seq{}, [&](const journal::Event& event) {
      std::uint64_t number = 0;
      std::memcpy(&number, event.cause.data(), sizeof number);
      ++records[number];
      stored.insert(number);
      EXPECT_TRUE(commitment_holds(event));
      leaves.push_back(leaf_hash(event));
      return true;
    }));
    check_box(**journal, RoomId{room}, stored);
    EXPECT_EQ(*(*journal)->head(RoomId{room}), (journal::Head{Seq{leaves.size()}, journal::tree_root(leaves)}));
  }
  for (const std::uint64_t number : acknowledged) EXPECT_EQ(records[number], records_per_command) << number;
  for (const auto& [number, count] : records) EXPECT_EQ(count, number <= rooms ? 1 : records_per_command) << number;
}

TEST(DeskKill, NothingAcknowledgedIsMissingAndNothingIsThereTwice) {
  const auto folder =
      std::filesystem::temp_directory_path() / ("knippe-kill-" + std::to_string(SystemRandom().next_u64()));
  std::filesystem::create_directories(folder);
  SeededRandom dice(10);
  std::set<std::uint64_t> acknowledged;
  for (int round = 0; round < 10; ++round) {
    run_and_kill(folder / "knippe.db", 1 + dice.below(200), acknowledged);
    check(folder / "knippe.db", acknowledged);
    if (HasFailure()) break;
  }
  EXPECT_GE(acknowledged.size(), 10U);
  std::filesystem::remove_all(folder);
}

}  // namespace

extern template class Desk<ToyRules>;

}  // namespace knippe::engine
