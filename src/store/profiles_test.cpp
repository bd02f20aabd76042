#include "store/profiles.h"

#include "store/testing.h"

namespace knippe::store {
namespace {

using testing::key_of;

class ProfilesTest : public testing::StoreTest {
 protected:
  Profiles& profiles() { return store().profiles(); }
  Profile now() { return *profiles().find(default_organisation).value(); }
  std::string refusal_of(const Profile& profile) { return key_of(profiles().save(default_organisation, profile)); }
};

TEST_F(ProfilesTest, IsEmptyAtFirstAndThenWhatWasSavedAlsoAfterARestart) {
  EXPECT_EQ(now(), Profile{});
  EXPECT_EQ(refusal_of({.name = " Fjordvik  kommune", .municipality = "4601", .colour = "#0B5A60", .arms = {}, .arms_alt = {},
                        .contact = "Servicetorget", .email = "post@fjordvik.example", .phone = "+47 55 00 00 00"}), "");
  const Profile saved = now();
  EXPECT_EQ(saved.name, "Fjordvik kommune");
  EXPECT_EQ(saved.colour, "#0b5a60");
  reopen();
  EXPECT_EQ(now(), saved);
}

TEST_F(ProfilesTest, RefusesWhatIsMalformedAndChangesNothing) {
  Profile good;
  good.name = "Fjordvik";
  ASSERT_EQ(refusal_of(good), "");
  const auto with = [&](std::string Profile::* field, std::string value) {
    Profile changed = good;
    changed.*field = std::move(value);
    return refusal_of(changed);
  };
  EXPECT_EQ(with(&Profile::name, "  "), "profile.name");
  EXPECT_EQ(with(&Profile::municipality, "46"), "profile.municipality");
  EXPECT_EQ(with(&Profile::colour, "red"), "profile.colour");
  EXPECT_EQ(with(&Profile::colour, "#12345g"), "profile.colour");
  EXPECT_EQ(with(&Profile::email, "nobody"), "profile.email");
  EXPECT_EQ(with(&Profile::phone, "ring meg"), "profile.phone");
  EXPECT_EQ(with(&Profile::contact, std::string(profile_line_max + 1, 'x')), "profile.too_long");
  EXPECT_EQ(now(), good);
}

TEST_F(ProfilesTest, APictureHasWordsAndSavingTheRestKeepsIt) {
  EXPECT_EQ(key_of(profiles().set_arms(default_organisation, "ab12", " ")), "profile.arms_alt");
  ASSERT_TRUE(profiles().set_arms(default_organisation, "ab12", "En båt på blå bunn"));
  Profile profile;
  profile.name = "Fjordvik";
  ASSERT_EQ(refusal_of(profile), "");
  EXPECT_EQ(now().arms, "ab12");
  ASSERT_TRUE(profiles().set_arms(default_organisation, "", ""));
  EXPECT_EQ(now().arms, "");
  EXPECT_EQ(key_of(profiles().set_arms(OrganisationId{7}, "", "")), "organisation.unknown");
}

}  // namespace
}  // namespace knippe::store
