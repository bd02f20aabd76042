#include "store/schema.h"

#include "store/testing.h"

namespace knippe::store {
namespace {

using testing::key_of;
using testing::StoreTest;
using testing::TemporaryFolder;

constexpr const char* one[] = {"CREATE TABLE word (text TEXT); INSERT INTO word VALUES ('first')"};
constexpr const char* two[] = {one[0], "ALTER TABLE word ADD COLUMN language TEXT NOT NULL DEFAULT 'nb'"};
constexpr const char* broken[] = {one[0], "ALTER TABLE word ADD COLUMN language TEXT; SELECT nonsense FROM nowhere"};

std::unique_ptr<Connection> connect(const std::filesystem::path& file) {
  return Connection::open(file, Connection::Use::write).value();
}

std::string only_word(const std::filesystem::path& file) {
  const auto connection = connect(file);
  auto rows = connection->run("SELECT text FROM word");
  return rows.next() ? rows.text(0) : "";
}

class Schema : public ::testing::Test {
 protected:
  std::filesystem::path file() const { return folder / "knippe.db"; }
  std::filesystem::path backup(const char* name) const { return folder / name; }
  Status migrate_to(std::span<const char* const> steps) { return migrate(*connect(file()), folder / ".", steps); }
  TemporaryFolder folder;
};

TEST_F(Schema, ANewFileNeedsNoBackup) {
  EXPECT_TRUE(migrate_to(one));
  EXPECT_EQ(schema_version(*connect(file())), 1);
  EXPECT_FALSE(std::filesystem::exists(backup("backup-before-v1.db")));
}

TEST_F(Schema, AnOlderOneIsBackedUpThenMigrated) {
  ASSERT_TRUE(migrate_to(one));
  ASSERT_TRUE(migrate_to(two));
  EXPECT_EQ(schema_version(*connect(file())), 2);
  EXPECT_EQ(schema_version(*connect(backup("backup-before-v2.db"))), 1);
  EXPECT_EQ(only_word(backup("backup-before-v2.db")), "first");
}

TEST_F(Schema, AFailedMigrationChangesNothingAndCanBeTriedAgain) {
  ASSERT_TRUE(migrate_to(one));
  EXPECT_EQ(key_of(migrate_to(broken)), "store.failed");
  EXPECT_EQ(schema_version(*connect(file())), 1);
  EXPECT_TRUE(migrate_to(two));
  EXPECT_EQ(only_word(file()), "first");
}

TEST_F(Schema, NewerDataIsRefusedNamingBothVersions) {
  ASSERT_TRUE(migrate_to(two));
  const auto refused = migrate_to(one);
  ASSERT_EQ(key_of(refused), "store.newer_data");
  EXPECT_EQ(refused.error().detail, "the data has version 2, this program knows version 1");
}

TEST_F(StoreTest, NoTableHasAColumnNamedLikeTheJournalsErasableOne) {
  const auto connection = connect(folder().database());
  auto rows = connection->run(
      "SELECT m.name || '.' || c.name FROM sqlite_schema m, pragma_table_info(m.name) c "
      "WHERE m.type = 'table' AND c.name IN ('body', 'bodies', 'data', 'payload')");
  EXPECT_FALSE(rows.next()) << rows.text(0);
  ASSERT_TRUE(rows.end());
}

TEST_F(StoreTest, SettingsAreTheDurableOnes) {
  const auto connection = connect(folder().database());
  const auto setting = [&](const char* sql) {
    auto rows = connection->run(sql);
    return rows.next() ? rows.text(0) : "";
  };
  EXPECT_EQ(setting("PRAGMA journal_mode"), "wal");
  EXPECT_EQ(setting("PRAGMA synchronous"), "2");
  EXPECT_EQ(setting("PRAGMA secure_delete"), "1");
  EXPECT_EQ(setting("PRAGMA foreign_keys"), "1");
}

}  // namespace
}  // namespace knippe::store
