#include <algorithm>

#include "store/testing.h"

namespace knippe::store {
namespace {

using testing::key_of;
using testing::StoreTest;

class RoomLife : public StoreTest {
 protected:
  Room add(AccountId owner, bool rehearsal = false) {
    Room room;
    room.id = store().rooms().fresh_id();
    room.title = "Verksted";
    room.rehearsal = rehearsal;
    room.owner = owner;
    return store().rooms().add(room).value();
  }
};

TEST_F(RoomLife, ArchivedAndRehearsalAreRememberedOverARestart) {
  const AccountId owner = make_administrator().id;
  const RoomId plain = add(owner).id, rehearsal = add(owner, true).id;
  ASSERT_TRUE(store().rooms().set_archived(plain, true));
  reopen();
  EXPECT_TRUE(store().rooms().find(plain)->archived);
  EXPECT_FALSE(store().rooms().find(plain)->rehearsal);
  EXPECT_TRUE(store().rooms().find(rehearsal)->rehearsal);
  ASSERT_TRUE(store().rooms().set_archived(plain, false));
  EXPECT_FALSE(store().rooms().find(plain)->archived);
}

TEST_F(RoomLife, ARehearsalIsOnNoPublicList) {
  const AccountId owner = make_administrator().id;
  const RoomId plain = add(owner).id, rehearsal = add(owner, true).id;
  for (const RoomId room : {plain, rehearsal}) ASSERT_TRUE(store().rooms().publish(room));
  const auto listed = store().rooms().list_published(10).value();
  ASSERT_EQ(listed.size(), 1U);
  EXPECT_EQ(listed.front().id, plain);
  EXPECT_EQ(store().rooms().list_for(owner)->size(), 2U);
}

TEST_F(RoomLife, WhatIsBegunOfADeletionIsRememberedUntilItEnds) {
  const RoomId room = add(make_administrator().id).id;
  ASSERT_TRUE(store().begin_deletion(room));
  ASSERT_TRUE(store().begin_deletion(room));
  reopen();
  EXPECT_EQ(store().unfinished_deletions(), std::vector{room});
  ASSERT_TRUE(store().remove_room(room));
  ASSERT_TRUE(store().remove_room(room));
  ASSERT_TRUE(store().end_deletion(room));
  EXPECT_TRUE(store().unfinished_deletions()->empty());
}

TEST_F(RoomLife, RemovingARoomLeavesNoPhoneAndNoList) {
  const RoomId room = add(make_administrator().id).id;
  ASSERT_TRUE(store().phones().find_or_add(room, "a token of a phone"));
  ASSERT_TRUE(store().seatings().save(room, {"Navn\nKari\n", "0", 1, 1, ""}));
  ASSERT_TRUE(store().remove_room(room));
  EXPECT_EQ(key_of(store().phones().find(room, "a token of a phone")), "phone.unknown");
  EXPECT_EQ(store().phones().count(room), 0U);
  EXPECT_FALSE(store().seatings().find(room)->has_value());
}

TEST_F(RoomLife, AListIsReplacedKeptAndErased) {
  const RoomId room = add(make_administrator().id).id;
  EXPECT_FALSE(store().seatings().find(room)->has_value());
  const Seating second{"Navn;Sted\nKari;Nord\n", "2", 3, 7, "Samme bord neste uke"};
  ASSERT_TRUE(store().seatings().save(room, {"Navn\nOla\n", "0", 1, 1, ""}));
  ASSERT_TRUE(store().seatings().save(room, second));
  reopen();
  EXPECT_EQ(store().seatings().find(room)->value(), second);
  EXPECT_EQ(store().seatings().rooms(), std::vector{room});
  ASSERT_TRUE(store().seatings().erase(room));
  ASSERT_TRUE(store().seatings().erase(room));
  EXPECT_TRUE(store().seatings().rooms()->empty());
}

TEST_F(RoomLife, AnInvitationMakesAFacilitatorOnce) {
  const AccountId owner = make_administrator().id, guest = make_facilitator().id;
  const RoomId room = add(owner).id;
  const std::string token = store().rooms().invite_facilitator(room).value();
  EXPECT_EQ(store().rooms().look_at_invitation(token), room);
  EXPECT_FALSE(store().rooms().find(room)->may_be_run_by(guest));
  EXPECT_EQ(store().rooms().redeem_invitation(token, guest), room);
  EXPECT_TRUE(store().rooms().find(room)->may_be_run_by(guest));
  EXPECT_EQ(key_of(store().rooms().redeem_invitation(token, guest)), "link.unknown");
  EXPECT_FALSE(store().rooms().invitation_expires(room)->has_value());
}

TEST_F(RoomLife, AnInvitationEndsWhenReplacedWithdrawnOrOld) {
  const AccountId owner = make_administrator().id;
  const RoomId room = add(owner).id;
  const std::string first = store().rooms().invite_facilitator(room).value(), second = store().rooms().invite_facilitator(room).value();
  EXPECT_EQ(key_of(store().rooms().look_at_invitation(first)), "link.unknown");
  EXPECT_EQ(store().rooms().look_at_invitation(second), room);
  ASSERT_TRUE(store().rooms().withdraw_invitation(room));
  EXPECT_EQ(key_of(store().rooms().look_at_invitation(second)), "link.unknown");
  const std::string third = store().rooms().invite_facilitator(room).value();
  clock.advance_ms(room_invitation_lifetime_ms);
  EXPECT_EQ(key_of(store().rooms().redeem_invitation(third, owner)), "link.unknown");
  EXPECT_EQ(key_of(store().rooms().invite_facilitator(RoomId{99})), "room.not_found");
}

TEST_F(RoomLife, TheOwnerIsNoGuestOfTheirOwnRoom) {
  const AccountId owner = make_administrator().id;
  const RoomId room = add(owner).id;
  ASSERT_TRUE(store().rooms().add_facilitator(room, owner));
  ASSERT_TRUE(store().rooms().redeem_invitation(store().rooms().invite_facilitator(room).value(), owner));
  EXPECT_TRUE(store().rooms().find(room)->facilitators.empty());
}

}  // namespace
}  // namespace knippe::store
