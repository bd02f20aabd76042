#include "store/data_folder.h"

#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <fstream>

#include "store/testing.h"

namespace knippe::store {
namespace {

using testing::key_of;
using testing::TemporaryFolder;

unsigned mode_of(const std::filesystem::path& path) {
  struct stat facts{};
  return ::stat(path.c_str(), &facts) == 0 ? facts.st_mode & 0777 : 0;
}

TEST(DataFolder, MakesAFolderOnlyItsOwnerCanRead) {
  const TemporaryFolder folder;
  const auto data = DataFolder::open(folder / "deep/data");
  ASSERT_TRUE(data);
  EXPECT_EQ(mode_of(data->path()), 0700u);
  EXPECT_EQ(mode_of(data->files()), 0700u);
  EXPECT_EQ(mode_of(data->keys()), 0700u);
  EXPECT_EQ(mode_of(data->database()), 0600u);
}

TEST(DataFolder, ASecondProcessIsRefusedWithTheFirstOnesNumber) {
  const TemporaryFolder folder;
  std::array<int, 2> ready{}, done{};
  ASSERT_EQ(::pipe(ready.data()), 0);
  ASSERT_EQ(::pipe(done.data()), 0);
  const pid_t child = ::fork();
  if (child == 0) {
    const auto held = DataFolder::open(folder / "data");
    char byte = held ? 'y' : 'n';
    (void)!::write(ready[1], &byte, 1);
    (void)!::read(done[0], &byte, 1);
    ::_exit(0);
  }
  char byte = 0;
  ASSERT_EQ(::read(ready[0], &byte, 1), 1);
  ASSERT_EQ(byte, 'y');
  const auto second = DataFolder::open(folder / "data");
  ASSERT_FALSE(second);
  EXPECT_EQ(second.error(), (Error{ErrorKind::refused, "folder.in_use", std::to_string(child)}));
  EXPECT_TRUE(DataFolder::in_use(folder / "data"));
  ASSERT_EQ(::write(done[1], &byte, 1), 1);
  ::waitpid(child, nullptr, 0);
  EXPECT_FALSE(DataFolder::in_use(folder / "data"));
  EXPECT_TRUE(DataFolder::open(folder / "data"));
}

TEST(DataFolder, LocalKeyIsNewAtEachStartAndPrivate) {
  const TemporaryFolder folder;
  EXPECT_EQ(key_of(read_local_key(folder / "data")), "folder.no_local_key");
  const auto data = DataFolder::open(folder / "data").value();
  SeededRandom random(1);
  const auto first = data.remake_local_key(random).value();
  const auto second = data.remake_local_key(random).value();
  EXPECT_EQ(first.size(), 64u);
  EXPECT_NE(first, second);
  EXPECT_EQ(read_local_key(folder / "data"), second);
  EXPECT_EQ(mode_of(data.path() / "local.key"), 0600u);
}

TEST(DataFolder, KeysAreMadeOnceAndKept) {
  const TemporaryFolder folder;
  SeededRandom random(1);
  Digest first{};
  {
    const auto data = DataFolder::open(folder / "data").value();
    first = data.key("forms", random).value();
    EXPECT_NE(data.key("other", random).value(), first);
  }
  const auto data = DataFolder::open(folder / "data").value();
  EXPECT_EQ(data.key("forms", random).value(), first);
  EXPECT_EQ(mode_of(data.keys() / "forms.key"), 0600u);
}

TEST(DataFolder, ADamagedKeyIsNotReplacedSilently) {
  const TemporaryFolder folder;
  SeededRandom random(1);
  const auto data = DataFolder::open(folder / "data").value();
  std::ofstream(data.keys() / "forms.key") << "abc";
  EXPECT_EQ(key_of(data.key("forms", random)), "folder.damaged_key");
}

TEST(DataFolder, AnImpossiblePlaceIsAnError) {
  const TemporaryFolder folder;
  std::ofstream(folder / "file") << "x";
  EXPECT_EQ(key_of(DataFolder::open(folder / "file/data")), "folder.failed");
}

}  // namespace
}  // namespace knippe::store
