#include "views/front/front.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/encoding.h"
#include "views/participant/example_pages.h"

namespace knippe::views {
namespace {

using domain::Stage;
using testing::HasSubstr;
using testing::Not;

const Catalogue& words() {
  static const Catalogue catalogue;
  return catalogue;
}
View nb() { return example::view_of(words()[Lang::nb]); }

TEST(FrontPage, AsksForTheCodeAndListsWhatIsPublished) {
  const std::string html = front_page(nb(), {.reports = example::reports()});
  EXPECT_THAT(html, HasSubstr("action=\"/bli-med\""));
  EXPECT_THAT(html, HasSubstr("/resultater/" + to_base32(99)));
  EXPECT_THAT(html, HasSubstr("26. september 2017"));
  EXPECT_THAT(html, HasSubstr("href=\"/logg-inn\""));
}

TEST(FrontPage, AWrongCodeIsKeptAndExplained) {
  const Kept kept{"kode", {{"kode", "472 819"}}, Error{ErrorKind::bad_input, "code.unknown", ""}};
  const std::string html = front_page(nb(), Home{}, kept);
  EXPECT_THAT(html, HasSubstr("value=\"472 819\" aria-invalid=\"true\" aria-describedby=\"kode-f\""));
  EXPECT_THAT(html, HasSubstr("id=\"kode-f\""));
  EXPECT_THAT(html, HasSubstr("<title>Feil: Bli med i verkstedet"));
}

TEST(ChooseGroup, OffersEveryGroupAndANewOne) {
  const std::string html = choose_group_page(nb(), example::room_in(Stage::welcome), "472918");
  EXPECT_THAT(html, HasSubstr("name=\"gruppe\" value=\"7\""));
  EXPECT_THAT(html, HasSubstr("name=\"gruppe\" value=\"ny\""));
  EXPECT_THAT(html, HasSubstr("Den blir gruppe 11."));
  EXPECT_THAT(html, HasSubstr("472 918"));
}

TEST(ChooseGroup, FixedGroupsCannotBeAddedTo) {
  domain::Workshop w = example::room_in(Stage::welcome);
  w.settings.groups_fixed = true;
  EXPECT_THAT(choose_group_page(nb(), w, "472918"), Not(HasSubstr("value=\"ny\"")));
}

TEST(ChooseGroup, SaysWhyNobodyCanJoin) {
  domain::Workshop w = example::room_in(Stage::rank);
  w.door_open = false;
  EXPECT_THAT(choose_group_page(nb(), w, "472918"), HasSubstr("Døra er lukket"));
  EXPECT_THAT(choose_group_page(nb(), w, "472918"), Not(HasSubstr("<form")));
  EXPECT_THAT(group_link_page(nb(), w, example::ours, "t"), Not(HasSubstr("<form")));
  w.phase = domain::Phase::closed;
  EXPECT_THAT(choose_group_page(nb(), w, "472918"), HasSubstr("Verkstedet er avsluttet"));
  w.phase = domain::Phase::draft;
  EXPECT_THAT(choose_group_page(nb(), w, "472918"), HasSubstr("Verkstedet har ikke startet ennå"));
}

TEST(ChooseGroup, KeepsWhatWasTypedForANewGroup) {
  const Kept kept{"gruppe", {{"gruppe", "ny"}, {"navn", "Elvebredden"}, {"medlemmer", "Ola\nKari"}, {"fornavn", "Ola"}},
                  Error{ErrorKind::too_many, "group.too_many", "500"}};
  const std::string html = choose_group_page(nb(), example::room_in(Stage::welcome), "472918", kept);
  EXPECT_THAT(html, HasSubstr("value=\"Elvebredden\""));
  EXPECT_THAT(html, HasSubstr("Ola\nKari</textarea>"));
  EXPECT_THAT(html, HasSubstr("value=\"ny\" checked"));
}

TEST(GroupLink, ShowsTheTableAndOneButton) {
  const std::string html = group_link_page(nb(), example::room_in(Stage::rank), example::ours, "a/b");
  EXPECT_THAT(html, HasSubstr("Gruppe 7 · Helse og omsorg"));
  EXPECT_THAT(html, HasSubstr("action=\"/g/a%2Fb\""));
  EXPECT_EQ(html.find("<button", html.find("<button") + 1), std::string::npos);
}

TEST(GroupLink, AnUnknownGroupIsNotFound) {
  EXPECT_THAT(group_link_page(nb(), example::room_in(Stage::rank), GroupNumber{99}, "t"), HasSubstr("Feil 404"));
}

TEST(ErrorPage, SaysWhatToDoForEveryStatus) {
  for (int status = 400; status < 600; ++status) {
    const std::string html = error_page(nb(), status);
    EXPECT_THAT(html, HasSubstr("Feil " + std::to_string(status))) << status;
    EXPECT_THAT(html, HasSubstr("href=\"/\"")) << status;
  }
}

TEST(ErrorPage, GivesTheReasonWhenThereIsOne) {
  EXPECT_THAT(error_page(nb(), 413, Error{ErrorKind::too_large, "text.too_long", "200"}), HasSubstr("Den kan ha 200 tegn."));
}

TEST(AccountPages, NeverShowAPasswordAgain) {
  const Kept kept{"oppsett", {{"navn", "Ingrid"}, {"epost", "i@example.no"}, {"passord", "hemmelig17"}},
                  Error{ErrorKind::bad_input, "password.too_short", "12"}};
  for (const std::string& html : {first_administrator_page(nb(), "t", kept), login_page(nb(), kept), invitation_page(nb(), "t", "i@example.no", kept),
                                  new_password_page(nb(), "t", "", kept)}) {
    EXPECT_THAT(html, Not(HasSubstr("hemmelig17")));
    EXPECT_THAT(html, HasSubstr("id=\"passord-f\""));
  }
  EXPECT_THAT(first_administrator_page(nb(), "t", kept), HasSubstr("value=\"Ingrid\""));
}

}  // namespace
}  // namespace knippe::views
