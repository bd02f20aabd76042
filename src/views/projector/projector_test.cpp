#include "views/projector/projector.h"

#include <gtest/gtest.h>

#include <regex>

#include "views/projector/examples_test.h"

namespace knippe::views {
namespace {

using domain::ProjectorView;
using domain::Stage;

std::string screen(const Hall& hall, const ProjectorLink& link = projector_link()) {
  return projector_fragments(hall.view(), hall.w, link);
}
std::string screen(const Hall& hall, ProjectorView view, std::uint32_t presented = 0) {
  return screen(showing(hall, view, presented));
}
std::string said(const std::string& html) {
  const std::string text = std::regex_replace(html, std::regex("<svg[\\s\\S]*?</svg>|<[^>]*>"), "");
  return std::regex_replace(text, std::regex("\\s+"), " ");
}
std::size_t times(const std::string& text, const std::string& what) {
  std::size_t count = 0;
  for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + 1)) ++count;
  return count;
}

#define EXPECT_SAYS(html, words) EXPECT_NE(said(html).find(words), std::string::npos) << said(html)
#define EXPECT_SILENT(html, words) EXPECT_EQ(said(html).find(words), std::string::npos) << said(html)

TEST(Projector, FollowsTheStageUntilToldOtherwise) {
  Hall hall = open_hall(2);
  const auto follows = [&](Stage stage) { return shown_view(hall.stage(stage).w); };
  EXPECT_EQ(shown_view(hall.w), ProjectorView::join);
  EXPECT_EQ(follows(Stage::keys), ProjectorView::keys);
  EXPECT_EQ(follows(Stage::supplement), ProjectorView::supplements);
  EXPECT_EQ(follows(Stage::rank), ProjectorView::top);
  EXPECT_EQ(follows(Stage::measures), ProjectorView::measures);
  EXPECT_EQ(follows(Stage::pitch), ProjectorView::pitch);
  EXPECT_EQ(follows(Stage::result), ProjectorView::top);
  EXPECT_EQ(shown_view(showing(hall, ProjectorView::join).w), ProjectorView::join);
  EXPECT_EQ(shown_view(hall.act(domain::CloseWorkshop{}).w), ProjectorView::thanks);
}

TEST(Projector, TheDoorIsShownOnlyWhileItIsOpen) {
  Hall hall = full_hall();
  for (const auto view : {ProjectorView::join, ProjectorView::top, ProjectorView::supplements, ProjectorView::instructions}) {
    EXPECT_SAYS(screen(hall, view), "472 918");
    EXPECT_SILENT(screen(Hall(hall).act(domain::SetDoor{false}), view), "472");
  }
  EXPECT_SILENT(screen(Hall(hall).act(domain::SetDoor{false}), ProjectorView::keys), "472");
  EXPECT_SAYS(screen(Hall(hall).act(domain::SetDoor{false}), ProjectorView::join), "Døra er lukket");
}

TEST(Projector, WithoutACodeThereIsNoWayIn) {
  ProjectorLink link = projector_link();
  link.join_url.clear();
  link.code.clear();
  EXPECT_SILENT(screen(showing(open_hall(1), ProjectorView::top), link), "Bli med");
  EXPECT_SILENT(screen(showing(open_hall(1), ProjectorView::keys), link), "Bli med");
}

TEST(Projector, ShowsAcceptedTextsOnlyUnlessChosen) {
  Hall hall = open_hall(2);
  hall.stage(Stage::supplement).accept(1, "Start innenfra", "Start innenfra");
  hall.act(domain::ProposeSupplement{GroupNumber{2}, "Noe ingen har lest"});
  EXPECT_SAYS(screen(hall), "Start innenfra");
  EXPECT_SILENT(screen(hall), "Noe ingen har lest");
  EXPECT_SAYS(screen(hall), "1 venter");
  hall.w.settings.show_waiting = true;
  EXPECT_SAYS(screen(hall), "Noe ingen har lest");
}

TEST(Projector, TheNewestTwelveAreShownAndTheRestCounted) {
  Hall hall = open_hall(10);
  hall.stage(Stage::supplement);
  for (std::uint32_t n = 1; n <= 19; ++n) hall.accept(1 + n % 10, "Tekst " + std::to_string(n), "Ny tanke " + std::to_string(n));
  const std::string html = screen(hall);
  EXPECT_SAYS(html, "Ny tanke 19");
  EXPECT_SAYS(html, "Ny tanke 8");
  EXPECT_SILENT(html, "Ny tanke 7");
  EXPECT_SAYS(html, "og 7 til");
  EXPECT_LT(html.find("Ny tanke 19"), html.find("Ny tanke 18"));
}

TEST(Projector, TheRankingIsHiddenUntilRevealed) {
  Hall hall = hidden_ranking(10);
  EXPECT_SAYS(screen(hall), "3av 10");
  EXPECT_SILENT(screen(hall), "Avklar HVORFOR");
  EXPECT_SILENT(screen(hall), "enige");
  EXPECT_SAYS(screen(hall.act(domain::RevealResult{})), "Avklar HVORFOR");
}

TEST(Projector, RowsShareAPlaceAndKeysWithoutPointsAreNeverNextInLine) {
  Hall hall = open_hall(2);
  hall.stage(Stage::rank).rank(1, {1, 2, 3, 4, 5}).rank(2, {2, 1, 3, 4, 6});
  const std::string html = screen(hall);
  EXPECT_EQ(times(html, "rad--en"), 2U);
  EXPECT_SAYS(html, "Riktig metode");
  EXPECT_SILENT(html, "Deretter");
  EXPECT_SILENT(html, "Mangfold");
}

TEST(Projector, ThePresentedKeyStandsBesideTheWall) {
  const std::string html = screen(open_hall(1).stage(Stage::keys), ProjectorView::keys, 16);
  EXPECT_SAYS(html, "Nå Nøkkel 16");
  EXPECT_NE(html.find("<span lang=\"da\">Borgerinvolvering"), std::string::npos);
  EXPECT_EQ(times(html, "class=\"ferdig\""), 15U);
  EXPECT_EQ(times(html, "aria-current=\"true\""), 1U);
}

TEST(Projector, ThePitchShowsWhoWhatAndWhoIsNext) {
  Hall hall = full_hall();
  hall.act(domain::QueuePitches{{GroupNumber{7}, GroupNumber{8}}});
  EXPECT_SAYS(screen(hall), "Ett minutt på hver gruppe");
  hall.act(domain::StartPitch{});
  hall.now = hall.now.plus_ms(22'000);
  const std::string html = screen(hall);
  EXPECT_SAYS(html, "Nå Gruppe 7 pitcher");
  EXPECT_SAYS(html, "00:38");
  EXPECT_NE(html.find("stroke-dasharray=\"38 60\""), std::string::npos);
  EXPECT_SAYS(html, "NesteGruppe 8 · Næringsforeningen");
  EXPECT_SAYS(html, "1Avklar HVORFOR Nøkkel 1");
  EXPECT_SAYS(html, "Profesjonell fasilitering");
  EXPECT_SAYS(screen(Hall(hall).act(domain::PausePitch{})), "Pause Gruppe 7 pitcher");
}

TEST(Projector, OnePressHidesEverything) {
  Hall hall = full_hall();
  hall.act(domain::SetProjector{{ProjectorView::supplements, true, {}}});
  EXPECT_EQ(said(screen(hall)), "Skjermen er mørklagt");
}

TEST(Projector, ThanksNamesTheReportsAddress) {
  Hall hall = full_hall();
  EXPECT_SAYS(screen(hall, ProjectorView::thanks), "Her kommer rapporten");
  hall.act(domain::PublishReport{});
  EXPECT_SAYS(screen(hall, ProjectorView::thanks), "Rapporten er publisert");
  EXPECT_SAYS(screen(hall, ProjectorView::thanks), "nokkelknippe.example/resultater/0000001k7qpd5");
}

TEST(Projector, ShowsNoNamesOfPeople) {
  const Hall hall = full_hall();
  for (const auto view : {ProjectorView::instructions, ProjectorView::join, ProjectorView::supplements, ProjectorView::top,
                          ProjectorView::measures, ProjectorView::pitch, ProjectorView::thanks}) {
    EXPECT_SILENT(screen(hall, view), "Kari Nordmann");
    EXPECT_SILENT(screen(hall, view), "Kommunedirektøren");
  }
}

TEST(Projector, AFragmentIsTheRegionWithItsNumberAndNothingToSubmit) {
  const Hall hall = full_hall();
  const std::string html = screen(hall);
  EXPECT_TRUE(html.starts_with("<hx-partial hx-target=\"#skjerm\" hx-swap=\"outerMorph\"")) << html.substr(0, 200);
  EXPECT_NE(html.find("<div id=\"skjerm\" class=\"pscene\" data-seq=\"" + std::to_string(hall.seq) + "\""), std::string::npos);
  EXPECT_EQ(times(html, "<form"), 0U);
  EXPECT_EQ(times(html, "role=\"status\""), 0U);
}

TEST(Projector, ThePageListensAndItsStatusLineIsEmpty) {
  const std::string html = projector_page(full_hall().view(), full_hall().w, projector_link());
  EXPECT_NE(html.find("data-hx-sse:connect=\"/skjerm/abc/strom\""), std::string::npos);
  EXPECT_TRUE(std::regex_search(html, std::regex("role=\"status\"[^>]*></div>")));
}

}  // namespace
}  // namespace knippe::views
