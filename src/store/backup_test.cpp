#include "store/backup.h"

#include <sys/stat.h>

#include <fstream>
#include <iterator>

#include "store/testing.h"

namespace knippe::store {
namespace {

namespace fs = std::filesystem;
using testing::key_of;
using testing::StoreTest;
using testing::TemporaryFolder;

std::string content_of(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}
void write(const fs::path& path, const std::string& content) {
  fs::create_directories(path.parent_path());
  std::ofstream(path, std::ios::binary) << content;
}

class BackupTest : public StoreTest {
 protected:
  BackupTest() {
    make_administrator();
    write(folder().files() / "ab/abcdef", "picture\0bytes");
    write(folder().files() / "ab/half.unfinished", "half");
    key = folder().key("forms", random).value();
  }
  fs::path backup() const { return elsewhere / "backup"; }
  fs::path restored() const { return elsewhere / "restored"; }
  Digest key{};
  TemporaryFolder elsewhere;
};

TEST_F(BackupTest, WhatIsBackedUpWhileOpenIsRestoredWhole) {
  ASSERT_TRUE(back_up(dir(), backup()));
  EXPECT_FALSE(fs::exists(backup() / "knippe.db-wal"));
  EXPECT_FALSE(fs::exists(backup() / "local.key"));
  EXPECT_FALSE(fs::exists(backup() / "files/ab/half.unfinished"));
  ASSERT_TRUE(restore(backup(), restored()));
  const auto data = DataFolder::open(restored()).value();
  EXPECT_EQ(data.key("forms", random), key);
  EXPECT_EQ(content_of(data.files() / "ab/abcdef"), content_of(folder().files() / "ab/abcdef"));
  const auto again = Store::open(data, clock, random, {.cost = testing::cheap, .on_fatal = {}}).value();
  EXPECT_TRUE(again->accounts().sign_in("kari@example.no", "et langt passord", "192.0.2.1"));
}

TEST_F(BackupTest, IsReadableByItsOwnerOnly) {
  ASSERT_TRUE(back_up(dir(), backup()));
  for (const auto& [name, mode] :
       {std::pair{"", 0700u}, {"knippe.db", 0600u}, {"keys/forms.key", 0600u}, {"SHA256SUMS", 0600u}}) {
    struct stat facts{};
    ASSERT_EQ(::stat((backup() / name).c_str(), &facts), 0) << name;
    EXPECT_EQ(facts.st_mode & 0777, mode) << name;
  }
}

TEST_F(BackupTest, NeverWritesOverAnything) {
  write(backup() / "mine.txt", "x");
  EXPECT_EQ(key_of(back_up(dir(), backup())), "backup.not_empty");
  EXPECT_EQ(content_of(backup() / "mine.txt"), "x");
  fs::remove(backup() / "mine.txt");
  ASSERT_TRUE(back_up(dir(), backup()));
  write(restored() / "mine.txt", "x");
  EXPECT_EQ(key_of(restore(backup(), restored())), "backup.not_empty");
  EXPECT_EQ(key_of(restore(backup(), dir())), "folder.in_use");
}

TEST_F(BackupTest, ADamagedBackupIsRefusedAndLeavesNothing) {
  ASSERT_TRUE(back_up(dir(), backup()));
  write(backup() / "files/ab/abcdef", "other bytes");
  const auto refused = restore(backup(), restored());
  ASSERT_EQ(key_of(refused), "backup.damaged");
  EXPECT_EQ(refused.error().detail, "files/ab/abcdef");
  EXPECT_FALSE(fs::exists(restored()));
}

TEST_F(BackupTest, AnIncompleteBackupIsRefused) {
  ASSERT_TRUE(back_up(dir(), backup()));
  fs::remove(backup() / "SHA256SUMS");
  EXPECT_EQ(key_of(restore(backup(), restored())), "backup.incomplete");
  EXPECT_EQ(key_of(restore(elsewhere / "nowhere", restored())), "backup.incomplete");
}

TEST_F(BackupTest, SumsCannotLeadOutOfTheFolder) {
  ASSERT_TRUE(back_up(dir(), backup()));
  for (const char* name : {"../evil", "files/../../evil", "/etc/passwd", "lock", "files/.."}) {
    write(backup() / "SHA256SUMS", std::string(64, '0') + "  " + name + "\n");
    EXPECT_EQ(key_of(restore(backup(), restored())), "backup.damaged") << name;
  }
}

TEST_F(BackupTest, ADamagedDatabaseIsNotCalledABackup) {
  const fs::path broken = elsewhere / "broken";
  ASSERT_TRUE(back_up(dir(), broken));
  fs::resize_file(broken / "knippe.db", fs::file_size(broken / "knippe.db") - 8192);
  EXPECT_FALSE(back_up(broken, backup()));
  EXPECT_FALSE(fs::exists(backup()));
  EXPECT_EQ(key_of(back_up(elsewhere / "nowhere", backup())), "backup.no_data");
}

}  // namespace
}  // namespace knippe::store
