#include "store/erasures.h"

#include "store/backup.h"
#include "store/connection.h"
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

std::vector<std::string> accounts_in(const std::filesystem::path& database) {
  const auto connection = Connection::open(database, Connection::Use::look).value();
  std::vector<std::string> found;
  auto rows = connection->run("SELECT email FROM account ORDER BY id");
  while (rows.next()) found.push_back(rows.text(0));
  return found;
}

/// A copy has the journal's tables too, which another room makes.
void add_empty_journal(const std::filesystem::path& database) {
  const auto connection = Connection::open(database, Connection::Use::write).value();
  ASSERT_TRUE(connection->script("CREATE TABLE event(pos INTEGER PRIMARY KEY, room INTEGER, seq INTEGER, kind TEXT, commitment BLOB);"
                                 "CREATE TABLE event_body(pos INTEGER PRIMARY KEY, salt BLOB, body BLOB); CREATE TABLE snapshot(room INTEGER);"));
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

TEST_F(ErasuresTest, an_account_goes_with_what_hangs_on_it_and_stays_gone_in_an_older_backup) {
  const Account kari = make_administrator(), ola = make_facilitator();
  store().rooms().add({.id = room, .title = "Rommet", .owner = ola.id}).value();
  const auto cookie = store().sessions().begin(ola.id).value();
  const auto link = store().accounts().make_reset_link(ola.email).value();
  store().api_tokens().make(ola.id, "verktøy").value();
  TemporaryFolder elsewhere;
  ASSERT_TRUE(back_up(dir(), elsewhere / "old"));
  ASSERT_TRUE(store().erase_account(ola.id));
  EXPECT_EQ(key_of(store().accounts().find(ola.id)), "account.unknown");
  EXPECT_EQ(key_of(store().sessions().find(cookie)), "session.unknown");
  EXPECT_EQ(key_of(store().accounts().look_at(link)), "link.unknown");
  EXPECT_EQ(store().rooms().find(room).value().owner, AccountId{});
  EXPECT_TRUE(store().api_tokens().list().value().empty());
  EXPECT_EQ(erasures().unfinished(), std::vector<RoomId>{});
  EXPECT_GT(make_facilitator("ny@example.no").id, ola.id) << "a number is never given again";
  const auto entered = erasures().of_accounts().value();
  ASSERT_EQ(entered.size(), 1U);
  EXPECT_EQ(read_register(write_register(entered)), entered);
  add_empty_journal(elsewhere / "old" / "knippe.db");
  ASSERT_TRUE(apply_register(elsewhere / "old" / "knippe.db", entered));
  EXPECT_EQ(accounts_in(elsewhere / "old" / "knippe.db"), std::vector<std::string>{kari.email});
}

TEST_F(ErasuresTest, another_account_with_the_same_number_stays) {
  const Account kari = make_administrator(), ola = make_facilitator();
  const Erasure other_one{accounts_room, Seq{ola.id.value}, mark_of_account(ola.id, ola.created.plus_ms(1)), Instant{10}};
  TemporaryFolder elsewhere;
  ASSERT_TRUE(back_up(dir(), elsewhere / "copy"));
  add_empty_journal(elsewhere / "copy" / "knippe.db");
  ASSERT_TRUE(apply_register(elsewhere / "copy" / "knippe.db", {{other_one}}));
  EXPECT_EQ(accounts_in(elsewhere / "copy" / "knippe.db"), (std::vector<std::string>{kari.email, ola.email}));
}

TEST_F(ErasuresTest, the_last_administrator_is_not_erased) {
  const Account kari = make_administrator();
  EXPECT_EQ(key_of(store().erase_account(kari.id)), "account.last_administrator");
  EXPECT_EQ(key_of(store().may_erase_account(kari.id)), "account.last_administrator");
  EXPECT_EQ(store().accounts().find(kari.id).value(), kari);
  EXPECT_EQ(erasures().all(), std::vector<Erasure>{});
}

}  // namespace
}  // namespace knippe::store
