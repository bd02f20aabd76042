#include "store/rooms.h"

#include <set>

#include "store/slug.h"
#include "store/testing.h"

namespace knippe::store {
namespace {

using testing::key_of;
using testing::StoreTest;

class RoomsTest : public StoreTest {
 protected:
  Rooms& rooms() { return store().rooms(); }
  Room add(const char* title, AccountId owner) {
    Room room;
    room.id = rooms().fresh_id();
    room.title = title;
    room.date = "2026-11-24";
    room.owner = owner;
    clock.advance_ms(1'000);
    return rooms().add(room).value();
  }
  static std::vector<std::string> titles(const Result<std::vector<Room>>& list) {
    std::vector<std::string> found;
    for (const Room& room : list.value()) found.push_back(room.title);
    return found;
  }
  using Titles = std::vector<std::string>;
  Account kari = make_administrator();
  Account ola = make_facilitator();
};

TEST_F(RoomsTest, ARoomIsFoundAgainAfterARestart) {
  const Room room = add("Folkemøte", kari.id);
  EXPECT_EQ(room.created, clock.now());
  EXPECT_EQ(room.status, RoomStatus::draft);
  reopen();
  EXPECT_EQ(rooms().find(room.id), room);
  EXPECT_EQ(key_of(rooms().find(RoomId{7})), "room.not_found");
  EXPECT_EQ(key_of(rooms().add(room)), "room.exists");
}

TEST_F(RoomsTest, TheWholeRangeOfIdsIsKept) {
  Room room;
  room.id = RoomId{(1ULL << 63) - 1};
  EXPECT_EQ(rooms().add(room).value().id, room.id);
}

TEST_F(RoomsTest, FreshIdsArePositiveAndNeverTheSystemRooms) {
  for (int i = 0; i < 100; ++i) {
    const RoomId id = rooms().fresh_id();
    EXPECT_GT(id.value, 1u);
    EXPECT_EQ(id.value >> 63, 0u);
  }
}

TEST_F(RoomsTest, OwnerAndInvitedFacilitatorsMayRunIt) {
  const Room room = add("Folkemøte", kari.id);
  EXPECT_TRUE(room.may_be_run_by(kari.id));
  EXPECT_FALSE(room.may_be_run_by(ola.id));
  EXPECT_FALSE(room.may_be_run_by(AccountId{}));
  EXPECT_TRUE(rooms().add_facilitator(room.id, ola.id));
  EXPECT_TRUE(rooms().add_facilitator(room.id, ola.id));
  EXPECT_TRUE(rooms().find(room.id).value().may_be_run_by(ola.id));
  EXPECT_TRUE(rooms().remove_facilitator(room.id, ola.id));
  EXPECT_FALSE(rooms().find(room.id).value().may_be_run_by(ola.id));
  EXPECT_EQ(key_of(rooms().add_facilitator(RoomId{7}, ola.id)), "room.not_found");
}

TEST_F(RoomsTest, ARoomCanDoWithoutAnOwner) {
  const Room room = add("Simulert", AccountId{});
  EXPECT_FALSE(room.may_be_run_by(AccountId{}));
  EXPECT_FALSE(rooms().find(room.id).value().owner);
}

TEST_F(RoomsTest, AFormerOwnerStaysAsFacilitator) {
  const Room room = add("Folkemøte", kari.id);
  ASSERT_TRUE(rooms().add_facilitator(room.id, ola.id));
  EXPECT_TRUE(rooms().set_owner(room.id, ola.id));
  const Room after = rooms().find(room.id).value();
  EXPECT_EQ(after.owner, ola.id);
  EXPECT_EQ(after.facilitators, std::vector{kari.id});
  EXPECT_TRUE(rooms().set_owner(room.id, ola.id));
  EXPECT_EQ(rooms().find(room.id), after);
}

TEST_F(RoomsTest, ListsAreNewestFirstAndOnesOwn) {
  const Room first = add("Første", kari.id);
  add("Andre", ola.id);
  const Room third = add("Tredje", kari.id);
  ASSERT_TRUE(rooms().add_facilitator(first.id, ola.id));
  EXPECT_EQ(titles(rooms().list_all(default_organisation)), (Titles{"Tredje", "Andre", "Første"}));
  EXPECT_EQ(titles(rooms().list_for(kari.id)), (Titles{"Tredje", "Første"}));
  EXPECT_EQ(titles(rooms().list_for(ola.id)), (Titles{"Andre", "Første"}));
  EXPECT_EQ(rooms().list_for(ola.id).value().back(), rooms().find(first.id).value());
  EXPECT_TRUE(rooms().remove(third.id));
  EXPECT_EQ(titles(rooms().list_for(kari.id)), Titles{"Første"});
  EXPECT_EQ(key_of(rooms().find(third.id)), "room.not_found");
}

TEST_F(RoomsTest, TheProjectionFollows) {
  const Room room = add("Folkemøte", kari.id);
  EXPECT_TRUE(rooms().describe(room.id, "Nytt navn", "2026-12-01"));
  EXPECT_TRUE(rooms().set_status(room.id, RoomStatus::open));
  const Room after = rooms().find(room.id).value();
  EXPECT_EQ(after.title, "Nytt navn");
  EXPECT_EQ(after.date, "2026-12-01");
  EXPECT_EQ(after.status, RoomStatus::open);
  EXPECT_EQ(key_of(rooms().describe(RoomId{7}, "x", "")), "room.not_found");
}

TEST_F(RoomsTest, ThePublicAddressLasts) {
  const Room room = add("Nøkkelknippe 2017", kari.id);
  const auto slug = rooms().publish(room.id).value();
  EXPECT_EQ(slug.substr(0, slug.size() - 6), "nokkelknippe-2017-");
  EXPECT_EQ(rooms().find_by_slug(slug).value().status, RoomStatus::published);
  ASSERT_TRUE(rooms().set_status(room.id, RoomStatus::closed));
  ASSERT_TRUE(rooms().describe(room.id, "Noe annet", ""));
  EXPECT_EQ(rooms().publish(room.id), slug);
  EXPECT_EQ(key_of(rooms().find_by_slug("nokkelknippe-2017")), "room.not_found");
  EXPECT_EQ(key_of(rooms().find_by_slug("")), "room.not_found");
}

TEST_F(RoomsTest, PublishedOnesAreListedButNotSimulatedOnes) {
  const Room real = add("Ekte", kari.id);
  add("Utkast", kari.id);
  Room simulated;
  simulated.id = rooms().fresh_id();
  simulated.simulated = true;
  ASSERT_TRUE(rooms().add(simulated));
  ASSERT_TRUE(rooms().add_facilitator(real.id, ola.id));
  ASSERT_TRUE(rooms().publish(real.id));
  ASSERT_TRUE(rooms().publish(simulated.id));
  EXPECT_EQ(titles(rooms().list_published(10)), Titles{"Ekte"});
  EXPECT_TRUE(rooms().list_published(0).value().empty());
}

TEST_F(RoomsTest, RemovingARoomTakesItsPhonesAndEntriesWithIt) {
  const Room room = add("Folkemøte", kari.id);
  const auto phone = store().phones().add(room.id).value();
  const auto code = store().entries().make_code(room.id).value();
  EXPECT_TRUE(store().remove_room(room.id));
  EXPECT_EQ(key_of(rooms().find(room.id)), "room.not_found");
  EXPECT_EQ(key_of(store().phones().find(room.id, phone.token)), "phone.unknown");
  EXPECT_EQ(store().entries().try_code(code, "").room, std::nullopt);
}

TEST(Slug, IsReadableAndUnique) {
  SeededRandom random(1);
  const auto readable = [&](const char* title) {
    const auto slug = make_slug(title, random);
    return slug.substr(0, slug.size() - 6);
  };
  EXPECT_EQ(readable("Blåbær & brød på Sørøya!"), "blabaer-brod-pa-soroya-");
  EXPECT_EQ(readable("  Čáhcesuolu — Kárášjohka  "), "cahcesuolu-karasjohka-");
  EXPECT_EQ(readable("日本"), "");
  EXPECT_EQ(readable(""), "");
  EXPECT_EQ(readable(std::string(500, 'a').c_str()), std::string(60, 'a') + "-");
  std::set<std::string> slugs;
  for (int i = 0; i < 200; ++i) slugs.insert(make_slug("x", random));
  EXPECT_EQ(slugs.size(), 200u);
}

}  // namespace
}  // namespace knippe::store
