// Photos of the poster: whose they are, who may do what with them, and that nothing but the facilitator's choice makes one public.

#include <gtest/gtest.h>

#include "domain/limits.h"
#include "domain/rules.h"
#include "domain/workshop/template.h"

namespace knippe::domain {
namespace {

const Actor facilitator = Actor::account(AccountId{1});
const Actor own = Actor::phone(PhoneId{1}), other = Actor::phone(PhoneId{2});
const std::string commitment(64, 'a');
constexpr GroupNumber group{1};
constexpr PhotoId photo{1};

class Photos : public testing::Test {
 protected:
  Photos() {
    const Template made = seminar_2017();
    must(CreateWorkshop{made.settings, made.about, made.keys, false, made.name});
    must(OpenWorkshop{});
    for (const Actor& phone : {own, other}) must(MakeGroup{"Gruppe", {}, 0, false, ""}, phone);
  }
  std::string refusal(const Command& command, const Actor& actor = facilitator) {
    const auto events = decide(w, command, {now, actor});
    if (!events) return events.error().message_key;
    for (const Event& event : *events) {
      const auto read = WorkshopRules::decode(WorkshopRules::kind(event), WorkshopRules::encode(event));
      EXPECT_TRUE(read);
      apply(w, read.value_or(event), {Seq{++seq}, now});
    }
    return "";
  }
  void must(const Command& command, const Actor& actor = facilitator) { EXPECT_EQ(refusal(command, actor), ""); }
  AddPhoto added() const { return {group, commitment, 1600, 1200}; }
  const Photo& first() const { return w.photos.at(0); }

  Workshop w;
  Instant now{1'700'000'000'000};
  std::uint64_t seq = 0;
};

TEST_F(Photos, belong_to_a_group_and_are_added_by_it_or_the_facilitator) {
  EXPECT_EQ(refusal(added(), other), "group.not_yours");
  must(added(), own);
  must(added());
  EXPECT_EQ(w.photos.size(), 2u);
  EXPECT_EQ(first().group, group);
  EXPECT_FALSE(first().is_public());
}

TEST_F(Photos, are_limited_in_number_but_a_deleted_one_makes_room) {
  for (std::size_t i = 0; i < limits::photos_per_group; ++i) must(added(), own);
  EXPECT_EQ(refusal(added(), own), "photo.too_many");
  must(RemovePhoto{photo}, own);
  must(added(), own);
  EXPECT_EQ(refusal(RemovePhoto{photo}, own), "photo.unknown");
}

TEST_F(Photos, another_group_can_neither_describe_nor_delete) {
  must(added(), own);
  EXPECT_EQ(refusal(RemovePhoto{photo}, other), "group.not_yours");
  EXPECT_EQ(refusal(DescribePhoto{photo, "kapret"}, other), "group.not_yours");
}

TEST_F(Photos, only_the_facilitator_chooses_and_only_with_a_description) {
  must(added(), own);
  must(DescribePhoto{photo, " Plakaten  vår "}, own);
  EXPECT_EQ(first().alt, "Plakaten vår");
  EXPECT_EQ(refusal(ShowPhoto{photo, true, "Plakaten"}, own), "actor.not_facilitator");
  EXPECT_EQ(refusal(ShowPhoto{photo, true, "  "}), "photo.no_alt");
  must(ShowPhoto{photo, true, "Plakaten til gruppe 1"});
  EXPECT_TRUE(first().is_public());
  must(DescribePhoto{photo, ""}, own);
  EXPECT_FALSE(first().shown);
}

TEST_F(Photos, a_group_stops_when_the_workshop_closes_and_the_facilitator_goes_on) {
  must(added(), own);
  must(CloseWorkshop{});
  EXPECT_EQ(refusal(added(), own), "workshop.closed");
  EXPECT_EQ(refusal(RemovePhoto{photo}, own), "workshop.closed");
  must(added());
  must(ShowPhoto{photo, true, "Plakaten"});
  must(RemovePhoto{photo});
  EXPECT_FALSE(first().is_public());
}

TEST_F(Photos, an_erased_description_takes_the_picture_out_of_public_view) {
  must(added(), own);
  apply(w, PhotoShown{photo, true}, {Seq{++seq}, now});
  EXPECT_FALSE(first().is_public());
}

TEST_F(Photos, the_log_takes_only_a_digest) {
  EXPECT_EQ(refusal(AddPhoto{group, "<script>", 1, 1}), "photo.broken");
  EXPECT_EQ(refusal(AddPhoto{group, commitment, 0, 1}), "photo.broken");
}

}  // namespace
}  // namespace knippe::domain
