#include "store/accounts.h"

#include "store/connection.h"
#include "store/testing.h"

namespace knippe::store {
namespace {

using testing::key_of;
using testing::StoreTest;

constexpr auto password = "et langt passord";

class AccountsTest : public StoreTest {
 protected:
  Accounts& accounts() { return store().accounts(); }
};

TEST_F(AccountsTest, SetUpMakesTheFirstAdministratorOnce) {
  EXPECT_FALSE(accounts().has_administrator().value());
  const auto token = accounts().make_set_up_link().value();
  EXPECT_EQ(accounts().look_at(token).value().kind, LinkKind::set_up);
  const auto kari = accounts().redeem_set_up(token, " Kari  Nordmann ", "Kari@Example.no", password).value();
  EXPECT_EQ(kari.name, "Kari Nordmann");
  EXPECT_EQ(kari.roles, (Roles{.administrator = true, .facilitator = true, .owner = true}));
  EXPECT_TRUE(accounts().has_administrator().value());
  EXPECT_EQ(key_of(accounts().make_set_up_link()), "setup.done");
  EXPECT_EQ(key_of(accounts().redeem_set_up(token, "Per", "per@example.no", password)), "link.unknown");
}

TEST_F(AccountsTest, AFreshSetUpLinkReplacesTheFormer) {
  const auto first = accounts().make_set_up_link().value();
  const auto second = accounts().make_set_up_link().value();
  EXPECT_EQ(key_of(accounts().look_at(first)), "link.unknown");
  EXPECT_TRUE(accounts().look_at(second));
  clock.advance_ms(set_up_lifetime_ms);
  EXPECT_EQ(key_of(accounts().look_at(second)), "link.unknown");
}

TEST_F(AccountsTest, ARefusedRedemptionLeavesTheLink) {
  const auto token = accounts().make_set_up_link().value();
  EXPECT_EQ(key_of(accounts().redeem_set_up(token, "Kari", "kari@example.no", "kort")), "password.too_short");
  EXPECT_EQ(key_of(accounts().redeem_set_up(token, "Kari", "kari", password)), "account.email_malformed");
  EXPECT_EQ(key_of(accounts().redeem_set_up(token, "  ", "kari@example.no", password)), "text.empty");
  EXPECT_TRUE(accounts().redeem_set_up(token, "Kari", "kari@example.no", password));
}

TEST_F(AccountsTest, SignInDoesNotCareAboutTheCaseOfTheAddress) {
  const auto token = accounts().make_set_up_link().value();
  const auto made = accounts().redeem_set_up(token, "Åse", "Åse@Example.no", password).value();
  reopen();
  EXPECT_EQ(accounts().sign_in(" åSE@example.NO ", password, "192.0.2.1"), made);
  EXPECT_EQ(key_of(accounts().sign_in("åse@example.no", "et langt passorD", "192.0.2.1")), "account.wrong_email_or_password");
  EXPECT_EQ(key_of(accounts().sign_in("per@example.no", password, "192.0.2.1")), "account.wrong_email_or_password");
  EXPECT_EQ(key_of(accounts().sign_in("", "", "192.0.2.1")), "account.wrong_email_or_password");
}

TEST_F(AccountsTest, ThePasswordIsTheSameHoweverItsLettersAreComposed) {
  const auto token = accounts().make_set_up_link().value();
  ASSERT_TRUE(accounts().redeem_set_up(token, "Kari", "kari@example.no",
                                       "bl\xc3\xa5 b\xc3\xa6r og br\xc3\xb8"
                                       "d"));
  EXPECT_TRUE(accounts().sign_in("kari@example.no",
                                 "bla\xcc\x8a b\xc3\xa6r og br\xc3\xb8"
                                 "d", "192.0.2.1"));
}

TEST_F(AccountsTest, ThePasswordIsStoredAsArgon2id) {
  make_administrator();
  const auto connection = Connection::open(folder().database(), Connection::Use::read).value();
  auto rows = connection->run("SELECT password_hash FROM account");
  ASSERT_TRUE(rows.next());
  EXPECT_EQ(rows.text(0).substr(0, 10), "$argon2id$");
}

TEST_F(AccountsTest, ChangingThePasswordNeedsThePresentOneAndEndsSessions) {
  const auto kari = make_administrator();
  const auto session = store().sessions().begin(kari.id).value();
  EXPECT_EQ(key_of(accounts().change_password(kari.id, "feil passord her", "nytt langt passord")),
            "account.wrong_password");
  EXPECT_TRUE(store().sessions().find(session));
  EXPECT_EQ(key_of(accounts().change_password(kari.id, password, "kari@example.no")), "password.same_as_email");
  EXPECT_TRUE(accounts().change_password(kari.id, password, "nytt langt passord"));
  EXPECT_EQ(key_of(store().sessions().find(session)), "session.unknown");
  EXPECT_TRUE(accounts().sign_in("kari@example.no", "nytt langt passord", "192.0.2.1"));
  EXPECT_FALSE(accounts().sign_in("kari@example.no", password, "192.0.2.1"));
}

TEST_F(AccountsTest, AnInvitationMakesAnAccountWithItsRoles) {
  make_administrator();
  const Roles roles{.administrator = false, .facilitator = true};
  const auto token = accounts().invite(default_organisation, "ola@example.no", roles).value();
  ASSERT_EQ(accounts().invitations(default_organisation).value().size(), 1u);
  EXPECT_EQ(accounts().look_at(token).value().email, "ola@example.no");
  const auto ola = accounts().redeem_invitation(token, "Ola", password).value();
  EXPECT_EQ(ola.roles, roles);
  EXPECT_EQ(ola.email, "ola@example.no");
  EXPECT_TRUE(accounts().invitations(default_organisation).value().empty());
  EXPECT_EQ(key_of(accounts().redeem_invitation(token, "Ola", password)), "link.unknown");
  EXPECT_EQ(key_of(accounts().invite(default_organisation, "OLA@example.no", roles)), "account.email_taken");
}

TEST_F(AccountsTest, AnInvitationCanBeReplacedWithdrawnAndExpires) {
  const auto invite = [&](const char* email) { return accounts().invite(default_organisation, email, {}).value(); };
  const auto first = invite("ola@example.no");
  const auto second = invite("Ola@example.no");
  EXPECT_EQ(key_of(accounts().look_at(first)), "link.unknown");
  EXPECT_TRUE(accounts().withdraw_invitation(accounts().look_at(second).value().id));
  EXPECT_EQ(key_of(accounts().look_at(second)), "link.unknown");
  const auto third = invite("ola@example.no");
  clock.advance_ms(invitation_lifetime_ms - 1);
  EXPECT_TRUE(accounts().look_at(third));
  clock.advance_ms(1);
  EXPECT_EQ(key_of(accounts().redeem_invitation(third, "Ola", password)), "link.unknown");
  EXPECT_TRUE(accounts().invitations(default_organisation).value().empty());
}

TEST_F(AccountsTest, OneKindOfLinkDoesNotServeAsAnother) {
  make_administrator();
  const auto invitation = accounts().invite(default_organisation, "ola@example.no", {}).value();
  const auto reset = accounts().make_reset_link("kari@example.no").value();
  EXPECT_EQ(key_of(accounts().redeem_reset(invitation, password)), "link.unknown");
  EXPECT_EQ(key_of(accounts().redeem_invitation(reset, "Ola", password)), "link.unknown");
  EXPECT_EQ(key_of(accounts().redeem_set_up(invitation, "Ola", "ola@example.no", password)), "link.unknown");
}

TEST_F(AccountsTest, AResetLinkSetsThePasswordOnceAndEndsSessions) {
  const auto kari = make_administrator();
  const auto session = store().sessions().begin(kari.id).value();
  const auto token = accounts().make_reset_link("KARI@example.no").value();
  EXPECT_EQ(key_of(accounts().redeem_reset(token, "kort")), "password.too_short");
  EXPECT_EQ(accounts().redeem_reset(token, "nytt langt passord").value().id, kari.id);
  EXPECT_EQ(key_of(store().sessions().find(session)), "session.unknown");
  EXPECT_TRUE(accounts().sign_in("kari@example.no", "nytt langt passord", "192.0.2.1"));
  EXPECT_EQ(key_of(accounts().redeem_reset(token, "enda et passord")), "link.unknown");
  EXPECT_EQ(key_of(accounts().make_reset_link("ingen@example.no")), "account.unknown");
}

TEST_F(AccountsTest, ADisabledAccountIsShutOutEverywhere) {
  make_administrator();
  const auto ola = make_facilitator();
  const auto session = store().sessions().begin(ola.id).value();
  const auto reset = accounts().make_reset_link("ola@example.no").value();
  ASSERT_TRUE(accounts().find(ola.id));
  EXPECT_TRUE(accounts().set_disabled(ola.id, true));
  EXPECT_TRUE(accounts().find(ola.id).value().disabled);
  EXPECT_EQ(key_of(store().sessions().find(session)), "session.unknown");
  EXPECT_EQ(key_of(accounts().sign_in("ola@example.no", "et annet langt passord", "192.0.2.1")), "account.wrong_email_or_password");
  EXPECT_EQ(key_of(accounts().redeem_reset(reset, "nytt langt passord")), "link.unknown");
  EXPECT_EQ(key_of(accounts().make_reset_link("ola@example.no")), "account.unknown");
  EXPECT_TRUE(accounts().set_disabled(ola.id, false));
  EXPECT_TRUE(accounts().sign_in("ola@example.no", "et annet langt passord", "192.0.2.1"));
}

TEST_F(AccountsTest, TakingARoleEndsSessionsAndGivingOneDoesNot) {
  make_administrator();
  const auto ola = make_facilitator();
  const auto session = store().sessions().begin(ola.id).value();
  EXPECT_TRUE(accounts().set_roles(ola.id, {.facilitator = true, .politician = true}));
  EXPECT_TRUE(store().sessions().find(session));
  EXPECT_TRUE(accounts().set_roles(ola.id, {.politician = true}));
  EXPECT_EQ(key_of(store().sessions().find(session)), "session.unknown");
  EXPECT_EQ(accounts().find(ola.id).value().roles, (Roles{.politician = true}));
}

TEST_F(AccountsTest, ARoleInOneCaseIsGivenOnceAndTakenWithItsSessions) {
  const auto ola = make_facilitator();
  Room listed;
  listed.id = RoomId{77};
  listed.kind = involvement_kind;
  ASSERT_TRUE(store().rooms().add(listed));
  const GivenRole given{listed.id, ola.id, CaseRole::moderator};
  auto& roles = store().case_roles();
  EXPECT_TRUE(roles.give(given));
  EXPECT_TRUE(roles.give(given));
  EXPECT_EQ(roles.of(ola.id).value(), std::vector{given});
  EXPECT_EQ(roles.has({listed.id, ola.id, CaseRole::answerer}), false);
  EXPECT_EQ(key_of(roles.give({RoomId{78}, ola.id, CaseRole::moderator})), "room.not_found");
  const auto session = store().sessions().begin(ola.id).value();
  EXPECT_TRUE(roles.take(given));
  EXPECT_EQ(roles.has(given), false);
  EXPECT_FALSE(store().sessions().find(session));
}

TEST_F(AccountsTest, TheLastAdministratorStays) {
  const auto kari = make_administrator();
  EXPECT_EQ(key_of(accounts().set_disabled(kari.id, true)), "account.last_administrator");
  EXPECT_EQ(key_of(accounts().set_roles(kari.id, {.administrator = false, .facilitator = true})),
            "account.last_administrator");
  EXPECT_EQ(accounts().find(kari.id), kari);
  const auto ola = make_facilitator();
  EXPECT_TRUE(accounts().set_roles(ola.id, {.administrator = true, .facilitator = true}));
  EXPECT_TRUE(accounts().set_disabled(kari.id, true));
  EXPECT_EQ(key_of(accounts().set_disabled(ola.id, true)), "account.last_administrator");
}

TEST_F(AccountsTest, AccountsAreListedRenamedAndFound) {
  const auto kari = make_administrator();
  const auto ola = make_facilitator();
  EXPECT_EQ(accounts().list(default_organisation), (std::vector{kari, ola}));
  EXPECT_TRUE(accounts().rename(kari.id, "Åse Nordmann"));
  EXPECT_EQ(accounts().find(kari.id).value().name, "Åse Nordmann");
  EXPECT_EQ(accounts().find_by_email("OLA@EXAMPLE.NO"), ola);
  EXPECT_EQ(key_of(accounts().find(AccountId{99})), "account.unknown");
  EXPECT_EQ(key_of(accounts().rename(AccountId{99}, "Per")), "account.unknown");
}

TEST(Email, IsCleanedAndComparedWithoutCase) {
  EXPECT_EQ(clean_email("  Kari@Example.no "), "Kari@Example.no");
  EXPECT_EQ(email_key("ÅSE@Example.NO"), email_key("åse@example.no"));
  for (const char* bad :
       {"", "kari", "@example.no", "kari@", "a@b@c", "kari nordmann@example.no", "<kari@example.no>", "a@b,c@d"}) {
    EXPECT_EQ(key_of(clean_email(bad)), "account.email_malformed") << bad;
  }
  EXPECT_EQ(key_of(clean_email(std::string(250, 'a') + "@b.no")), "account.email_malformed");
}

TEST(PasswordRules, LengthCountsCharactersAndTheObviousIsRefused) {
  EXPECT_EQ(key_of(check_password("åæøåæøåæø", "")), "password.too_short");
  EXPECT_TRUE(check_password("åæøåæøåæøx", ""));
  EXPECT_EQ(key_of(check_password(std::string(200, 'x'), "")), "password.too_common");
  std::string long_one;
  for (int i = 0; i < 100; ++i) long_one += "xy";
  EXPECT_TRUE(check_password(long_one, ""));
  EXPECT_EQ(key_of(check_password(long_one + "z", "")), "password.too_long");
  EXPECT_EQ(key_of(check_password(std::string(100'000, 'x'), "")), "password.too_long");
  EXPECT_EQ(key_of(check_password("Password123", "")), "password.too_common");
  EXPECT_EQ(key_of(check_password("øøøøøøøøøøøø", "")), "password.too_common");
  EXPECT_EQ(key_of(check_password("Kari@Example.no", "kari@example.no")), "password.same_as_email");
  EXPECT_EQ(key_of(check_password("abcdefghij\xff", "")), "text.not_utf8");
}

TEST(PasswordHash, AnEmptyHashMatchesNothing) {
  const Passwords passwords(testing::cheap);
  EXPECT_FALSE(passwords.matches("the password of nobody", ""));
  EXPECT_FALSE(passwords.matches("", ""));
  const auto hash = passwords.hash("et langt passord").value();
  EXPECT_TRUE(passwords.matches("et langt passord", hash));
  EXPECT_FALSE(passwords.matches("et langt passord ", hash));
  EXPECT_NE(passwords.hash("et langt passord").value(), hash);
}

}  // namespace
}  // namespace knippe::store
