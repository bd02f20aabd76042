#include "store/database.h"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <fstream>
#include <latch>
#include <thread>

#include "store/testing.h"

namespace knippe::store {
namespace {

using testing::key_of;
using testing::TemporaryFolder;

std::int64_t count(Database& database) {
  return database
      .read([](Connection& db) -> Result<std::int64_t> {
        auto rows = db.run("SELECT count(*) FROM word");
        return rows.next() ? rows.number(0) : -1;
      })
      .value();
}

std::unique_ptr<Database> with_words(const TemporaryFolder& folder) {
  auto database = Database::open(folder / "some.db").value();
  EXPECT_TRUE(database->write([](Connection& db) { return db.script("CREATE TABLE word (text TEXT UNIQUE)"); }));
  return database;
}

TEST(Database, UndoesARefusedWriteOnly) {
  const TemporaryFolder folder;
  const auto database = with_words(folder);
  const auto refused = database->write([](Connection& db) -> Status {
    TRY_STATUS(db.execute("INSERT INTO word VALUES ('half')"));
    return refuse("test.no");
  });
  EXPECT_EQ(key_of(refused), "test.no");
  EXPECT_EQ(count(*database), 0);
  EXPECT_TRUE(database->write([](Connection& db) { return db.execute("INSERT INTO word VALUES ('whole')"); }));
  EXPECT_EQ(count(*database), 1);
}

TEST(Database, ManyWritersEachGetTheirOwnAnswer) {
  const TemporaryFolder folder;
  const auto database = with_words(folder);
  constexpr int writers = 8, each = 25;
  std::atomic<int> stored = 0, refused = 0;
  {
    std::vector<std::jthread> threads;
    for (int writer = 0; writer < writers; ++writer) {
      threads.emplace_back([&, writer] {
        for (int i = 0; i < each; ++i) {
          const auto text = std::to_string(writer) + ":" + std::to_string(i);
          const auto answer = database->write([&](Connection& db) -> Result<std::string> {
            TRY_STATUS(db.execute("INSERT INTO word VALUES (?)", text));
            if (i % 5 == 0) return refuse("test.fifth", text);
            return text;
          });
          if (answer)
            stored += *answer == text;
          else
            refused += answer.error().detail == text;
        }
      });
    }
  }
  EXPECT_EQ(stored, writers * each * 4 / 5);
  EXPECT_EQ(refused, writers * each / 5);
  EXPECT_EQ(count(*database), stored);
}

TEST(Database, WritesThatWaitedShareOneCommit) {
  const TemporaryFolder folder;
  const auto database = with_words(folder);
  const auto commits_after = [&](int writers) {
    std::vector<std::int64_t> seen;
    std::mutex mutex;
    std::latch first_is_in(1), let_go(1);
    std::vector<std::jthread> threads;
    threads.emplace_back([&] {
      (void)database->write([&](Connection&) -> Status {
        first_is_in.count_down();
        let_go.wait();
        return {};
      });
    });
    first_is_in.wait();
    for (int i = 0; i < writers; ++i) {
      threads.emplace_back([&, i] {
        (void)database->write([&](Connection& db) -> Status {
          const std::scoped_lock lock(mutex);
          seen.push_back(i);
          return db.execute("INSERT INTO word VALUES (?)", i);
        });
      });
    }
    while (database->waiting() < static_cast<std::size_t>(writers)) std::this_thread::yield();
    const auto before = database->commits();
    let_go.count_down();
    threads.clear();
    EXPECT_EQ(seen.size(), static_cast<std::size_t>(writers));
    return database->commits() - before;
  };
  EXPECT_EQ(commits_after(10), 2u);  // the one held open, and one for the ten
}

TEST(Database, AnswersAConstraintAsAFailureAndGoesOn) {
  const TemporaryFolder folder;
  const auto database = with_words(folder);
  const auto insert = [](Connection& db) { return db.execute("INSERT INTO word VALUES ('same')"); };
  EXPECT_TRUE(database->write(insert));
  EXPECT_EQ(key_of(database->write(insert)), "store.failed");
  EXPECT_EQ(count(*database), 1);
}

TEST(Database, LeavesNoLogBehindWhenClosed) {
  const TemporaryFolder folder;
  with_words(folder).reset();
  EXPECT_TRUE(std::filesystem::exists(folder / "some.db"));
  EXPECT_FALSE(std::filesystem::exists(folder / "some.db-wal"));
}

TEST(Database, RefusesAFileThatIsNoDatabase) {
  const TemporaryFolder folder;
  std::ofstream(folder / "some.db")
      << "This has been something else since before it was opened here, and it is long enough.";
  EXPECT_EQ(key_of(Database::open(folder / "some.db")), "store.damaged");
}

/// From now on the write-ahead log swallows what is written and cannot be synced, like a disk that has gone.
void lose_the_log_of(const std::filesystem::path& database) {
  const int nowhere = ::open("/dev/null", O_RDWR | O_CLOEXEC);
  for (const auto& entry : std::filesystem::directory_iterator("/proc/self/fd")) {
    std::error_code ignored;
    if (std::filesystem::read_symlink(entry.path(), ignored) == database.string() + "-wal") {
      ::dup2(nowhere, std::stoi(entry.path().filename()));
    }
  }
  ::close(nowhere);
}

TEST(Database, AFailedSyncIsInDoubtAndFatal) {
  const TemporaryFolder folder;
  std::vector<std::string> heard;
  const auto database =
      Database::open(folder / "some.db", [&](const std::string& what) { heard.push_back(what); }).value();
  ASSERT_TRUE(database->write([](Connection& db) { return db.script("CREATE TABLE word (text TEXT UNIQUE)"); }));
  const auto insert = [](Connection& db) { return db.execute("INSERT INTO word VALUES ('lost')"); };
  lose_the_log_of(std::filesystem::canonical(folder / "some.db"));
  const auto in_doubt = database->write(insert);
  ASSERT_FALSE(in_doubt);
  EXPECT_EQ(in_doubt.error().kind, ErrorKind::in_doubt);
  EXPECT_EQ(heard.size(), 1u);
  EXPECT_EQ(key_of(database->write(insert)), "store.disk_failed");
  EXPECT_EQ(heard.size(), 1u);
}

TEST(Database, AFullDatabaseIsRefusedAndWorksAgainWithSpace) {
  const TemporaryFolder folder;
  const auto database = with_words(folder);
  const auto insert = [](Connection& db) {
    return db.execute("INSERT INTO word VALUES (?)", std::string(100'000, 'x'));
  };
  const auto set_pages = [&](const char* sql) {
    ASSERT_TRUE(database->write([&](Connection& db) { return db.script(sql); }));
  };
  set_pages("PRAGMA max_page_count=4");
  EXPECT_EQ(key_of(database->write(insert)), "store.no_space");
  EXPECT_EQ(count(*database), 0);
  set_pages("PRAGMA max_page_count=100000");
  EXPECT_TRUE(database->write(insert));
  EXPECT_EQ(count(*database), 1);
}

}  // namespace
}  // namespace knippe::store
