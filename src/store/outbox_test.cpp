#include "store/outbox.h"

#include "store/testing.h"

namespace knippe::store {
namespace {

using OutboxTest = testing::StoreTest;

Message to(std::string_view address, MessageKind kind = MessageKind::invitation) { return {.kind = kind, .recipient = std::string(address), .parameters = "rolle-svarer"}; }

TEST_F(OutboxTest, one_message_waits_for_what_is_said_twice) {
  Outbox& outbox = store().outbox();
  ASSERT_TRUE(outbox.put(to("Kari@fjordvik.example")));
  ASSERT_TRUE(outbox.put(to("kari@FJORDVIK.example")));
  ASSERT_TRUE(outbox.put(to("kari@fjordvik.example", MessageKind::password_link)));
  EXPECT_FALSE(outbox.put(to("kari")));
  EXPECT_EQ(outbox.count_waiting().value(), 2U);
  EXPECT_EQ(outbox.list(true, 1).value().front().kind, MessageKind::password_link) << "the newest first";
}

TEST_F(OutboxTest, a_settled_message_keeps_no_address_and_is_settled_once) {
  Outbox& outbox = store().outbox();
  ASSERT_TRUE(outbox.put(to("kari@fjordvik.example")));
  const MessageId id = outbox.list(true, 9).value().front().id;
  ASSERT_TRUE(outbox.settle(id, MessageState::told));
  EXPECT_EQ(outbox.settle(id, MessageState::dropped).error().message_key, "message.unknown");
  const Message kept = outbox.list(false, 9).value().front();
  EXPECT_EQ(kept.recipient, "");
  EXPECT_EQ(kept.state, MessageState::told);
  EXPECT_EQ(kept.parameters, "rolle-svarer");
  EXPECT_TRUE(outbox.list(true, 9).value().empty());
}

TEST_F(OutboxTest, what_it_is_about_takes_it_along) {
  auto& accounts = store().accounts();
  make_administrator();
  const std::string link = accounts.invite(default_organisation, "kari@fjordvik.example", {.answerer = true}).value();
  Outbox& outbox = store().outbox();
  ASSERT_TRUE(outbox.put(to("kari@fjordvik.example")));
  const Account kari = accounts.redeem_invitation(link, "Kari", "tolv sauer over fjellet").value();
  EXPECT_EQ(outbox.count_waiting().value(), 0U) << "she came";

  Room room;
  room.id = RoomId{7};
  ASSERT_TRUE(store().rooms().add(room));
  Message about = to(kari.email, MessageKind::case_role_given);
  about.account = kari.id;
  about.room = room.id;
  ASSERT_TRUE(outbox.put(about));
  ASSERT_TRUE(store().remove_room(room.id));
  EXPECT_EQ(outbox.count_waiting().value(), 0U) << "the room is gone";

  about.room = {};
  ASSERT_TRUE(outbox.put(about));
  ASSERT_TRUE(outbox.settle(outbox.list(true, 1).value().front().id, MessageState::told));
  about.kind = MessageKind::password_link;
  ASSERT_TRUE(outbox.put(about));
  ASSERT_TRUE(accounts.set_disabled(kari.id, true));
  EXPECT_TRUE(outbox.list(true, 9).value().empty()) << "she is shut out";
  EXPECT_TRUE(outbox.list(false, 9).value().empty());
}

TEST_F(OutboxTest, nothing_is_kept_for_longer_than_it_says) {
  Outbox& outbox = store().outbox();
  ASSERT_TRUE(outbox.put(to("kari@fjordvik.example")));
  clock.advance_ms(messages_kept_ms);
  ASSERT_TRUE(outbox.sweep());
  EXPECT_EQ(outbox.count_waiting().value(), 1U);
  clock.advance_ms(1);
  ASSERT_TRUE(outbox.sweep());
  EXPECT_EQ(outbox.count_waiting().value(), 0U);
}

}  // namespace
}  // namespace knippe::store
