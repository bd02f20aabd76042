#include "store/erasures.h"

#include "store/backup.h"
#include "store/testing.h"

namespace knippe::store {
namespace {

using testing::key_of;
using testing::StoreTest;
using testing::TemporaryFolder;

constexpr RoomId room{5}, other{6};

Digest digest(unsigned char byte) {
  Digest made{};
  made.fill(std::byte{byte});
  return made;
}

class ErasuresTest : public StoreTest {
 protected:
  Erasures& erasures() { return store().erasures(); }
  const std::vector<Erasure> three = {{room, Seq{2}, digest(2), Instant{10}}, {room, Seq{7}, digest(7), Instant{10}}, {other, Seq{}, {}, Instant{20}}};
};

TEST_F(ErasuresTest, what_is_entered_stays_with_its_first_time) {
  ASSERT_TRUE(erasures().enter(three));
  ASSERT_TRUE(erasures().enter(std::vector<Erasure>{{room, Seq{2}, digest(2), Instant{99}}}));
  reopen();
  EXPECT_EQ(erasures().all(), three);
}

TEST_F(ErasuresTest, what_is_begun_is_unfinished_until_it_is_ended) {
  ASSERT_TRUE(erasures().begin(room));
  ASSERT_TRUE(erasures().begin(room));
  reopen();
  EXPECT_EQ(erasures().unfinished(), std::vector<RoomId>{room});
  ASSERT_TRUE(erasures().end(room));
  EXPECT_EQ(erasures().unfinished(), std::vector<RoomId>{});
}

TEST_F(ErasuresTest, the_register_is_read_as_it_was_written) {
  const std::string text = write_register(three);
  EXPECT_EQ(read_register(text), three);
  EXPECT_EQ(text.substr(0, 34), "knippe-erasures-1\n0000000000005 2 ");
  EXPECT_EQ(write_register({}), "knippe-erasures-1\n");
}

TEST_F(ErasuresTest, a_broken_register_is_refused_whole) {
  const std::string good = write_register(three);
  for (const std::string& wrong : {std::string(), std::string("knippe-erasures-2\n"), good + "0000000000005 2\n", good + "0000000000005 x " + std::string(64, '0') + " 1\n",
                                   good + "0000000000005 2 abc 1\n", good + "0000000000005 2 " + std::string(64, 'g') + " 1\n", good + "5 2 " + std::string(64, '0') + " 1\n"})
    EXPECT_EQ(key_of(read_register(wrong)), "erasures.malformed") << wrong;
}

TEST_F(ErasuresTest, every_backup_takes_the_register_along) {
  ASSERT_TRUE(erasures().enter(three));
  TemporaryFolder elsewhere;
  ASSERT_TRUE(back_up(dir(), elsewhere / "copy"));
  EXPECT_EQ(register_at(elsewhere / "copy" / "erasures.txt"), three);
  EXPECT_EQ(register_at(elsewhere / "copy"), three);
  EXPECT_EQ(register_at(dir()), three);
  ASSERT_TRUE(restore(elsewhere / "copy", elsewhere / "data"));
  EXPECT_FALSE(std::filesystem::exists(elsewhere / "data" / "erasures.txt"));
  EXPECT_EQ(register_at(elsewhere / "data"), three);
}

}  // namespace
}  // namespace knippe::store
