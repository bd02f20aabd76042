#include "journal/record.h"

#include <gtest/gtest.h>

#include "base/encoding.h"

namespace knippe::journal {
namespace {

Event example() {
  Event event;
  event.room = RoomId{7};
  event.seq = Seq{1};
  event.kind = "GroupMade";
  event.time = Instant{1'506'421'800'000};
  event.actor = "phone:12";
  event.cause.fill(std::byte{0xab});
  event.salt = Salt{};
  event.body = R"({"group":1})";
  event.commitment = commitment(*event.salt, *event.body);
  return event;
}

// The values were computed with printf and sha256sum as docs/formats/journal.md describes.
TEST(Record, EnvelopeAndLeafAreAsDocumented) {
  const Event event = example();
  EXPECT_EQ(to_hex(event.commitment), "91e9409d7d2121c2d54d4428cb80062138a505a7cec1ecb5f612277963ce9310");
  EXPECT_EQ(
      envelope(event),
      "knippe-record-1\n0000000000007\n1\nGroupMade\n1506421800000\nphone:12\nabababababababababababababababab\n" +
          to_hex(event.commitment) + "\n");
  EXPECT_EQ(to_hex(leaf_hash(event)), "6b1fb2e14fe31f11119966ccd0fbb89758ba46794c4e0824d01e0cc37f326d29");
}

TEST(Record, EveryFieldOfTheEnvelopeMovesTheLeaf) {
  const Digest leaf = leaf_hash(example());
  const auto moves = [&](auto change) {
    Event event = example();
    change(event);
    return leaf_hash(event) != leaf;
  };
  EXPECT_TRUE(moves([](Event& e) { e.room.value = 8; }));
  EXPECT_TRUE(moves([](Event& e) { e.seq.value = 2; }));
  EXPECT_TRUE(moves([](Event& e) { e.kind = "GroupMad"; }));
  EXPECT_TRUE(moves([](Event& e) { e.time.ms += 1; }));
  EXPECT_TRUE(moves([](Event& e) { e.actor = "phone:1"; }));
  EXPECT_TRUE(moves([](Event& e) { e.cause[15] = std::byte{0}; }));
  EXPECT_TRUE(moves([](Event& e) { e.commitment[31] ^= std::byte{1}; }));
  EXPECT_FALSE(moves([](Event& e) { e.body.reset(), e.salt.reset(); }));
}

TEST(Record, CommitmentBindsBodyAndSalt) {
  Event event = example();
  EXPECT_TRUE(commitment_holds(event));
  event.body->back() = ']';
  EXPECT_FALSE(commitment_holds(event));
  event = example();
  event.salt->back() = std::byte{1};
  EXPECT_FALSE(commitment_holds(event));
  event.salt.reset();
  EXPECT_FALSE(commitment_holds(event));
  event.body.reset();
  EXPECT_TRUE(commitment_holds(event));
}

TEST(Record, DraftsThatCouldForgeAnEnvelopeAreRefused) {
  const auto accepted = [](std::string kind, std::string actor) {
    return check_draft({std::move(kind), Instant{}, std::move(actor), {}, "{}"}).has_value();
  };
  EXPECT_TRUE(accepted("GroupMade", "phone:12"));
  EXPECT_TRUE(accepted(std::string(64, 'K'), std::string(64, 'a')));
  EXPECT_FALSE(accepted("", "system"));
  EXPECT_FALSE(accepted("Made", ""));
  EXPECT_FALSE(accepted("Made\n2", "system"));
  EXPECT_FALSE(accepted("Made", "system\n"));
  EXPECT_FALSE(accepted("Made", "Kari"));
  EXPECT_FALSE(accepted("Made", "k\xC3\xA5re"));
  EXPECT_FALSE(accepted(std::string(65, 'K'), "system"));
  EXPECT_FALSE(accepted("Made", std::string(65, 'a')));
}

}  // namespace
}  // namespace knippe::journal
