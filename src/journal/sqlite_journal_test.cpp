// What only the SQLite journal promises: files, versions, failing disks, other connections. The rest:
// journal_contract_test.cpp.

#include "journal/sqlite_journal.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <chrono>
#include <filesystem>
#include <fstream>
#include <semaphore>
#include <set>
#include <thread>

#include "base/random.h"
#include "journal/database.h"
#include "journal/failing_disk.h"
#include "journal/schema.h"
#include "journal/tree.h"

namespace knippe::journal {
namespace {

namespace fs = std::filesystem;

std::string file_bytes(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

class SqliteJournalTest : public testing::Test {
 protected:
  SqliteJournalTest() : folder_(fs::temp_directory_path() / ("knippe-" + std::to_string(SystemRandom().next_u64()))) {
    fs::create_directories(folder_);
    failing_disk::plug_in();
  }
  ~SqliteJournalTest() override {
    failing_disk::plug_in();
    journal_.reset();
    fs::remove_all(folder_);
  }

  void open(SqliteOptions options = {}) {
    journal_.reset();
    auto opened = open_sqlite_journal(path(), std::move(options));
    ASSERT_TRUE(opened) << opened.error().detail;
    journal_ = std::move(*opened);
  }
  void open_on_failing_disk() {
    open({.on_fatal = [this](const std::string&) { fatal_.release(), ++fatals_; }, .vfs = failing_disk::vfs_name});
  }
  std::string path() const { return folder_ / "knippe.db"; }
  Outcome append(RoomId room, std::uint64_t expected, std::vector<std::string> bodies) {
    Proposal proposal{room, Seq{expected}, {}};
    for (std::string& body : bodies)
      proposal.drafts.push_back({"NoteTaken", Instant{}, "phone:1", {}, std::move(body)});
    return journal_->append({&proposal, 1}).front();
  }
  Outcome change_box(RoomId room, std::uint64_t expected, std::vector<BoxChange> box) {
    const Proposal proposal{room, Seq{expected}, {}, std::move(box)};
    return journal_->append({&proposal, 1}).front();
  }
  static std::string ballot_of(int person, int version) {
    return fmt::format("ballot{}v{}{}", 1'000 + person, version, std::string(static_cast<std::size_t>(person % 90), '.'));
  }
  /// Lays, replaces and shuffles many ballots so that the table's pages split and merge.
  void fill_box(RoomId room, int people, SeededRandom& dice) {
    for (int version = 1; version <= 3; ++version) {
      for (int i = 0; i < people; ++i) {
        const int person = static_cast<int>(dice.below(static_cast<std::uint64_t>(people)));
        ASSERT_EQ(change_box(room, 0, {LayBallot{std::to_string(person), ballot_of(person, version)}}), Outcome::stored);
      }
    }
  }
  static std::vector<std::string> bodies(Journal& journal, RoomId room) {
    std::vector<std::string> texts;
    std::vector<Digest> leaves;
    EXPECT_TRUE(journal.read(room, Seq{}, [&](const Event& event) {
      EXPECT_TRUE(commitment_holds(event));
      texts.push_back(event.body.value_or("(erased)"));
      leaves.push_back(leaf_hash(event));
      return true;
    }));
    EXPECT_EQ(*journal.head(room), (Head{Seq{texts.size()}, tree_root(leaves)}));
    return texts;
  }
  Database connect() {
    auto database = open_database(path(), nullptr, 0);
    EXPECT_TRUE(database);
    return std::move(*database);
  }
  std::set<std::string> files() const {
    std::set<std::string> names;
    for (const auto& entry : fs::directory_iterator(folder_)) names.insert(entry.path().filename());
    return names;
  }
  bool any_file_holds(std::string_view word) const {
    for (const auto& entry : fs::directory_iterator(folder_))
      if (file_bytes(entry.path()).find(word) != std::string::npos) return true;
    return false;
  }

  const fs::path folder_;
  std::unique_ptr<Journal> journal_;
  std::counting_semaphore<> fatal_{0};
  std::atomic<int> fatals_{0};
};

using Texts = std::vector<std::string>;
constexpr RoomId hall{5};
constexpr RoomId attic{6};

TEST_F(SqliteJournalTest, KeepsEverythingAndLeavesNoLogBehind) {
  open();
  append(hall, 0, {"a", "b"});
  append(attic, 0, {"c"});
  ASSERT_TRUE(journal_->save_snapshot(hall, {Seq{2}, 3, "state"}));
  const Head head = *journal_->head(hall);
  journal_.reset();
  EXPECT_EQ(files(), std::set<std::string>{"knippe.db"});
  open();
  EXPECT_EQ(bodies(*journal_, hall), (Texts{"a", "b"}));
  EXPECT_EQ(*journal_->head(hall), head);
  EXPECT_EQ(*journal_->load_snapshot(hall, 3), (Snapshot{Seq{2}, 3, "state"}));
  EXPECT_EQ(append(hall, 2, {"d"}), Outcome::stored);
}

TEST_F(SqliteJournalTest, IsDurableAndWipesWhatItDeletes) {
  open();
  const auto database = connect();
  ASSERT_TRUE(set_pragmas(database.get()));
  const auto pragma = [&](const char* sql) {
    Statement statement = std::move(*Statement::prepare(database.get(), sql));
    EXPECT_EQ(statement.step(), SQLITE_ROW);
    return std::string(statement.bytes(0));
  };
  EXPECT_EQ(pragma("PRAGMA journal_mode"), "wal");
  EXPECT_EQ(pragma("PRAGMA synchronous"), "2");
  EXPECT_EQ(pragma("PRAGMA secure_delete"), "1");
}

TEST_F(SqliteJournalTest, TextsStandInOnePlaceOnly) {
  open();
  append(hall, 0, {"a"});
  const auto database = connect();
  Statement columns = std::move(
      *Statement::prepare(database.get(),
                          "SELECT t.name || '.' || c.name FROM sqlite_schema t, pragma_table_info(t.name) c"
                          " WHERE t.type = 'table' AND lower(c.name) IN ('body', 'bodies', 'data', 'payload')"));
  std::vector<std::string> found;
  while (columns.step() == SQLITE_ROW) found.emplace_back(columns.bytes(0));
  EXPECT_EQ(found, std::vector<std::string>{"event_body.body"});
}

TEST_F(SqliteJournalTest, ErasedTextIsInNoFile) {
  open();
  constexpr int records = 300;
  std::vector<std::string> texts;
  for (int i = 0; i < records; ++i) texts.push_back("word" + std::to_string(1'000 + i) + std::string(150, '.'));
  append(hall, 0, texts);
  ASSERT_TRUE(journal_->save_snapshot(hall, {Seq{records}, 1, "a snapshot with word1007 in it"}));
  std::vector<Seq> gone;
  for (std::uint64_t seq = 1; seq <= records; seq += 3) gone.push_back(Seq{seq});
  ASSERT_TRUE(any_file_holds("word1000"));
  ASSERT_TRUE(journal_->erase(hall, gone));
  for (int i = 0; i < records; ++i) EXPECT_EQ(any_file_holds("word" + std::to_string(1'000 + i)), i % 3 != 0) << i;
  EXPECT_EQ(bodies(*journal_, hall).at(3), "(erased)");
}

TEST_F(SqliteJournalTest, ErasedTextLeavesTheLogWhenTheLastReaderHasGone) {
  open();
  append(hall, 0, {"a", "confidential", "c"});
  const Seq gone[] = {Seq{2}};
  ASSERT_TRUE(journal_->read(hall, Seq{}, [&](const Event&) {
    EXPECT_TRUE(journal_->erase(hall, gone));
    EXPECT_TRUE(any_file_holds("confidential"));
    return false;
  }));
  for (int i = 0; i < 1'000 && any_file_holds("confidential"); ++i)
    std::this_thread::sleep_for(std::chrono::milliseconds(10));
  EXPECT_FALSE(any_file_holds("confidential"));
}

TEST_F(SqliteJournalTest, AnOpenedBoxLeavesNoBallotInAnyFile) {
  open();
  SeededRandom dice(5);
  for (const int people : {1, 5, 40, 300}) {
    change_box(attic, 0, {LayBallot{"1", "another room's"}});
    fill_box(hall, people, dice);
    ASSERT_TRUE(any_file_holds("ballot1000v"));
    ASSERT_EQ(change_box(hall, 0, {EmptyBox{}}), Outcome::stored);
    EXPECT_FALSE(any_file_holds("ballot1")) << people;
    EXPECT_EQ(journal_->read_box(attic)->size(), 1U);
  }
}

TEST_F(SqliteJournalTest, ABoxEmptiedBeforeACrashIsInNoFileAfterTheNextStart) {
  open();
  change_box(hall, 0, {LayBallot{"7", "confidential"}});
  ASSERT_TRUE(journal_->read(hall, Seq{}, [](const Event&) { return true; }));
  const auto reader = connect();  // keeps the log from being emptied, as a crash would
  ASSERT_EQ(run(reader.get(), "BEGIN; SELECT count(*) FROM ballot_box"), SQLITE_OK);
  ASSERT_EQ(change_box(hall, 0, {EmptyBox{}}), Outcome::stored);
  ASSERT_TRUE(any_file_holds("confidential"));
  const fs::path crashed = folder_ / "crashed";
  fs::create_directories(crashed);
  for (const char* ending : {"", "-wal"}) fs::copy(path() + ending, crashed / (std::string("knippe.db") + ending));
  auto after = open_sqlite_journal(crashed / "knippe.db");
  ASSERT_TRUE(after);
  EXPECT_TRUE((*after)->read_box(hall)->empty());
  for (const auto& entry : fs::directory_iterator(crashed))
    EXPECT_EQ(file_bytes(entry.path()).find("confidential"), std::string::npos) << entry.path();
}

TEST_F(SqliteJournalTest, RefusesNewerDataAndLeavesItAlone) {
  open();
  append(hall, 0, {"a"});
  journal_.reset();
  ASSERT_EQ(run(connect().get(), "UPDATE journal_version SET version = 99"), SQLITE_OK);
  const std::string before = file_bytes(path());
  const auto opened = open_sqlite_journal(path());
  ASSERT_FALSE(opened);
  EXPECT_EQ(opened.error().message_key, "journal.newer_data");
  EXPECT_EQ(file_bytes(path()), before);
  EXPECT_EQ(files(), std::set<std::string>{"knippe.db"});
}

TEST_F(SqliteJournalTest, RefusesAFileThatIsNoDatabase) {
  std::ofstream(path()) << std::string(5'000, 'x');
  EXPECT_EQ(open_sqlite_journal(path()).error().message_key, "journal.cannot_open");
  EXPECT_FALSE(open_sqlite_journal(folder_ / "no" / "such" / "folder.db"));
}

TEST_F(SqliteJournalTest, MigratesAfterABackupOfTheWholeFile) {
  open();
  append(hall, 0, {"old"});
  journal_.reset();
  const std::size_t known = schema_steps().size();
  std::vector<const char*> steps(schema_steps().begin(), schema_steps().end());
  steps.push_back("CREATE TABLE novelty (x INTEGER); INSERT INTO novelty VALUES (1)");
  const std::string backup = path() + ".journal-v" + std::to_string(known) + ".backup";
  {
    const auto database = connect();
    ASSERT_TRUE(migrate(database.get(), path(), steps));
    EXPECT_EQ(*schema_version(database.get()), static_cast<int>(known) + 1);
    EXPECT_EQ(run(database.get(), "SELECT x FROM novelty"), SQLITE_OK);
  }
  EXPECT_EQ(open_sqlite_journal(path()).error().message_key, "journal.newer_data");
  const auto before = open_sqlite_journal(backup);
  ASSERT_TRUE(before);
  EXPECT_EQ(bodies(**before, hall), Texts{"old"});
}

TEST_F(SqliteJournalTest, AFailedMigrationChangesNothing) {
  open();
  append(hall, 0, {"old"});
  journal_.reset();
  std::vector<const char*> steps(schema_steps().begin(), schema_steps().end());
  steps.insert(steps.end(), 2, "CREATE TABLE novelty (x INTEGER)");
  EXPECT_EQ(migrate(connect().get(), path(), steps).error().message_key, "journal.cannot_migrate");
  open();
  EXPECT_EQ(bodies(*journal_, hall), Texts{"old"});
}

TEST_F(SqliteJournalTest, OpensAJournalOfEveryRelease) {
  for (std::size_t version = 1; version <= schema_steps().size(); ++version) {
    journal_.reset();
    const std::string old = fmt::format("src/journal/old_journals/v{}.db", version);
    fs::copy(old, path(), fs::copy_options::overwrite_existing);
    open();
    EXPECT_EQ(bodies(*journal_, hall), (Texts{R"({"text":"Første"})", "(erased)", R"({"text":"Tredje"})"})) << old;
    EXPECT_EQ(*journal_->load_snapshot(hall, 1), (Snapshot{Seq{3}, 1, "three notes"})) << old;
    EXPECT_EQ(*journal_->read_box(hall), version < 2 ? BallotBox{} : (BallotBox{{"12", "[3,7]"}, {"7", "[1]"}})) << old;
    EXPECT_EQ(change_box(hall, 3, {LayBallot{"12", "[4]"}, EmptyBox{}}), Outcome::stored) << old;
  }
}

TEST_F(SqliteJournalTest, AFlippedBitMakesASnapshotInvisible) {
  open();
  ASSERT_TRUE(journal_->save_snapshot(hall, {Seq{2}, 1, "state"}));
  ASSERT_EQ(run(connect().get(), "UPDATE snapshot SET state = CAST('stata' AS BLOB)"), SQLITE_OK);
  EXPECT_EQ(*journal_->load_snapshot(hall, 1), std::nullopt);
}

TEST_F(SqliteJournalTest, AMissingRecordIsDamageNotAGap) {
  open();
  append(hall, 0, {"a", "b", "c"});
  ASSERT_EQ(run(connect().get(), "DELETE FROM event WHERE seq = 2"), SQLITE_OK);
  const auto all = [](const Event&) { return true; };
  EXPECT_EQ(journal_->read(hall, Seq{}, all).error().message_key, "journal.damaged");
  EXPECT_TRUE(journal_->read(hall, Seq{2}, all));
}

TEST_F(SqliteJournalTest, WaitsForOtherWritersButNotForEver) {
  open({.busy_wait_ms = 20});
  const auto other = connect();
  ASSERT_EQ(run(other.get(), "BEGIN IMMEDIATE"), SQLITE_OK);
  EXPECT_EQ(append(hall, 0, {"a"}), Outcome::refused_busy);
  EXPECT_EQ(journal_->save_snapshot(hall, {Seq{1}, 1, "x"}).error().kind, ErrorKind::unavailable);
  ASSERT_EQ(run(other.get(), "ROLLBACK"), SQLITE_OK);
  EXPECT_EQ(append(hall, 0, {"a"}), Outcome::stored);
}

TEST_F(SqliteJournalTest, AFullDiskRefusesAtAnyWriteAndRecovers) {
  open_on_failing_disk();
  Texts stored;
  int refusals = 0;
  for (int space = 0; space < 40; ++space) {
    failing_disk::writes_with_space = space;
    const Texts two{"first " + std::to_string(space), std::string(9'000, 'x')};
    const Outcome outcome = append(hall, stored.size(), two);
    failing_disk::writes_with_space = -1;
    if (outcome == Outcome::stored) {
      stored.insert(stored.end(), two.begin(), two.end());
    } else {
      EXPECT_EQ(outcome, Outcome::refused_no_space);
      ++refusals;
    }
    EXPECT_EQ(bodies(*journal_, hall), stored) << space;

    // What a crash at this moment would leave behind.
    const fs::path crashed = folder_ / "crashed.db";
    fs::copy(path(), crashed);
    fs::copy(path() + "-wal", crashed.string() + "-wal");
    EXPECT_EQ(bodies(**open_sqlite_journal(crashed), hall), stored) << space;
    fs::remove(crashed);

    if (outcome == Outcome::stored) continue;
    EXPECT_EQ(append(hall, stored.size(), {"after"}), Outcome::stored);
    stored.push_back("after");
  }
  EXPECT_GT(refusals, 0);
  EXPECT_LT(refusals, 40);
  EXPECT_EQ(fatals_, 0);
}

TEST_F(SqliteJournalTest, AFailedSyncAcknowledgesNothingAndEndsTheJournal) {
  open_on_failing_disk();
  append(hall, 0, {"a"});
  failing_disk::log_sync_fails = true;
  EXPECT_EQ(append(hall, 1, {"b", "c"}), Outcome::in_doubt);
  failing_disk::log_sync_fails = false;
  EXPECT_EQ(fatals_, 1);
  EXPECT_EQ(append(hall, 1, {"d"}), Outcome::refused_busy);
  EXPECT_FALSE(journal_->head(hall));
  EXPECT_FALSE(journal_->save_snapshot(hall, {Seq{1}, 1, "x"}));
  EXPECT_EQ(fatals_, 1);
  open();
  const Texts after = bodies(*journal_, hall);
  EXPECT_TRUE(after == Texts{"a"} || after == (Texts{"a", "b", "c"}));
}

TEST_F(SqliteJournalTest, AFailedCheckpointIsFatalToo) {
  open_on_failing_disk();
  failing_disk::database_sync_fails = true;
  const Texts large(100, std::string(60'000, 'x'));
  EXPECT_EQ(append(hall, 0, large), Outcome::stored);
  fatal_.acquire();
  EXPECT_EQ(append(hall, 100, {"late"}), Outcome::refused_busy);
}

TEST_F(SqliteJournalTest, TheLogDoesNotGrowWithoutEndWhileWritingGoesOn) {
  open();
  std::uint64_t seq = 0;
  const Texts some(20, std::string(100'000, 'x'));
  constexpr int rounds = 60;
  for (int i = 0; i < rounds; ++i, seq += some.size()) ASSERT_EQ(append(hall, seq, some), Outcome::stored);
  const auto log_size = fs::file_size(path() + "-wal");
  EXPECT_LT(log_size, 75'000'000U);
  EXPECT_GT(fs::file_size(path()) + log_size, 110'000'000U);
}

}  // namespace
}  // namespace knippe::journal
