// The set-up form and the administrator's page.

#include <gtest/gtest.h>

#include "views/desk/example_pages.h"
#include "views/desk/set_up_parts.h"

namespace knippe::views {
namespace {

using domain::Phase;

class SetUpPages : public testing::Test {
 protected:
  static bool has(const std::string& html, std::string_view part) { return html.find(part) != std::string::npos; }
  static bool offers(const std::string& html, const std::string& op) { return has(html, "name=\"op\" value=\"" + op + "\""); }
  std::string form(const domain::Template& values, Phase phase = Phase::draft, const Kept& kept = {}, RoomId room = {}) const {
    return set_up_page(example::view_of(w), values, room, phase, kept);
  }
  const Catalogue catalogue_;
  const Words& w = catalogue_[Lang::nb];
};

TEST_F(SetUpPages, EnterCreatesAndNeverRemoves) {
  const std::string html = form(example::with_speakers());
  EXPECT_LT(html.find("name=\"op\" value=\"opprett\""), html.find("name=\"op\" value=\"opp:1\""));
  EXPECT_TRUE(has(html, "action=\"/styring/nytt?mal=2017\""));
}

TEST_F(SetUpPages, HoldsEveryFieldOfTheContract) {
  const std::string html = form(example::with_speakers());
  for (const char* field : {"tittel", "sporsmal", "sted", "dato", "starter", "sprak", "tidssone", "k", "poeng", "skjult", "vis_ventende", "faste_grupper",
                            "min_welcome", "min_result", "nokkel_1_kort", "nokkel_18_tekst", "nokkel_16_sprak", "nokkel_1_innleder"})
    EXPECT_TRUE(has(html, std::string(" name=\"") + field + "\"")) << field;
  EXPECT_TRUE(has(html, "value=\"5-4-3-2-1\""));
  EXPECT_TRUE(has(html, "10:00–11:45"));
}

TEST_F(SetUpPages, KeysMoveByButtonsThatLandWhereTheyWent) {
  const std::string html = form(example::with_speakers());
  EXPECT_TRUE(has(html, "value=\"opp:3\" formaction=\"/styring/nytt?mal=2017#nokkel-2\" formnovalidate"));
  EXPECT_TRUE(has(html, "value=\"ned:3\" formaction=\"/styring/nytt?mal=2017#nokkel-4\""));
  EXPECT_TRUE(has(html, "value=\"opp:1\" formaction=\"/styring/nytt?mal=2017#nokkel-0\" formnovalidate=\"\" aria-disabled=\"true\""));
  EXPECT_TRUE(offers(html, "fjern:18"));
  EXPECT_TRUE(offers(html, "legg-til"));
  EXPECT_TRUE(has(html, "<b lang=\"da\">Borgerinvolvering</b>"));
}

TEST_F(SetUpPages, OnceOpenOnlyDescriptionAndMinutesCanChange) {
  const std::string html = form(example::with_speakers(), Phase::open, {}, example::room);
  EXPECT_TRUE(has(html, "name=\"min_rank\""));
  EXPECT_TRUE(has(html, "name=\"tittel\""));
  for (const char* field : {"poeng", "k", "sprak", "nokkel_1_kort", "skjult"}) EXPECT_FALSE(has(html, std::string(" name=\"") + field + "\"")) << field;
  EXPECT_FALSE(offers(html, "fjern:1"));
  EXPECT_TRUE(offers(html, "lagre"));
  EXPECT_TRUE(has(html, "Topp 5, 5-4-3-2-1"));
}

TEST_F(SetUpPages, AnErrorStandsAtItsFieldWithWhatWasTyped) {
  domain::Template values = example::with_speakers();
  const Kept kept{"oppsett", {{"poeng", "1, 2 og så"}, {"min_rank", "kvart"}}, Error{ErrorKind::bad_input, "workshop.bad_points", ""}};
  const std::string html = form(values, Phase::draft, kept);
  EXPECT_TRUE(has(html, "href=\"#poeng\""));
  EXPECT_TRUE(has(html, "value=\"1, 2 og så\""));
  EXPECT_TRUE(has(html, "value=\"kvart\""));
  EXPECT_TRUE(has(html, "aria-describedby=\"poeng-d poeng-f\""));
}

TEST_F(SetUpPages, FindsTheFieldThatIsWrong) {
  domain::Template values = example::with_speakers();
  const auto faulty = [&](const char* key, const char* detail = "") { return desk::faulty_input(values, {ErrorKind::bad_input, key, detail}); };
  values.keys[3].short_name = "  ";
  EXPECT_EQ(faulty("text.empty"), "nokkel-4-kort");
  values.about.title = "";
  EXPECT_EQ(faulty("text.empty"), "tittel");
  values.keys[5].text = std::string(601, 'x');
  EXPECT_EQ(faulty("text.too_long", "600"), "nokkel-6-tekst");
  values.about.place = std::string(121, 'x');
  EXPECT_EQ(faulty("text.too_long", "120"), "sted");
  values.settings.stages[4].minutes = -1;
  EXPECT_EQ(faulty("workshop.bad_minutes"), "min-5");
  EXPECT_EQ(faulty("workshop.too_few_keys"), "nokler");
  EXPECT_EQ(faulty("room.full"), "");
}

TEST_F(SetUpPages, TheFormIsWrittenInEveryLanguage) {
  const auto title = [&](Lang lang) { return set_up_page(example::view_of(catalogue_[lang]), example::with_speakers(), {}, Phase::draft); };
  EXPECT_TRUE(has(title(Lang::nb), "<h1>Nytt verksted</h1>"));
  EXPECT_TRUE(has(title(Lang::nn), "<h1>Ny verkstad</h1>"));
  EXPECT_TRUE(has(title(Lang::en), "<h1>New workshop</h1>"));
}

TEST_F(SetUpPages, TheAdministratorCannotShutOutHerself) {
  const std::string html = example::example_admin_page(example::view_of(w));
  EXPECT_FALSE(offers(html, "sperr:1"));
  EXPECT_TRUE(offers(html, "sperr:2"));
  EXPECT_TRUE(offers(html, "apne:3"));
  for (const char* op : {"lenke:1", "inviter", "token", "trekk-token:1"}) EXPECT_TRUE(offers(html, op)) << op;
  EXPECT_FALSE(offers(html, "trekk-token:2"));
  EXPECT_TRUE(has(html, "14 MB"));
}

TEST_F(SetUpPages, ASecretIsShownWhenItWasMadeAndNeverElse) {
  const ShownOnce shown{ShownOnce::Kind::api_token, "Simulering", "knippe-hemmelig"};
  EXPECT_TRUE(has(example::example_admin_page(example::view_of(w), shown), "value=\"knippe-hemmelig\""));
  EXPECT_FALSE(has(example::example_admin_page(example::view_of(w)), "id=\"engang\""));
}

TEST_F(SetUpPages, ARefusedInvitationKeepsTheAddress) {
  const Kept kept{"inviter", {{"epost", "ola@"}, {"rolle-administrator", "ja"}}, Error{ErrorKind::bad_input, "account.email_malformed", ""}};
  const std::string html = example::example_admin_page(example::view_of(w), {}, kept);
  EXPECT_TRUE(has(html, "value=\"ola@\""));
  EXPECT_TRUE(has(html, "name=\"rolle-administrator\" value=\"ja\" checked"));
  EXPECT_TRUE(has(html, "href=\"#epost\""));
}

}  // namespace
}  // namespace knippe::views
