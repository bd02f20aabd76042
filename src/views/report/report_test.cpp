#include "views/report/report.h"

#include <gtest/gtest.h>

#include <regex>

#include "views/report/hall_test.h"

namespace knippe::views {
namespace {

using domain::Stage;

std::string report_of(const Hall& hall, Lang lang = Lang::nb) {
  return report_page(hall.view(lang), hall.w, RoomId{123'456'789}, "0.1.0");
}

/// The page as it is read: without markup, white space collapsed.
std::string said(const std::string& html) {
  const std::string main = html.substr(html.find("<main"));
  const std::string text = std::regex_replace(main, std::regex("<svg[\\s\\S]*?</svg>|<[^>]*>"), "");
  return std::regex_replace(text, std::regex("\\s+"), " ");
}

#define EXPECT_SAYS(html, words) EXPECT_NE(said(html).find(words), std::string::npos) << said(html)
#define EXPECT_SILENT(html, words) EXPECT_EQ(said(html).find(words), std::string::npos) << said(html)

TEST(Report, TellsInShortWhatWasCounted) {
  Hall hall = full_hall();
  hall.stage(Stage::result).act(domain::PublishReport{});
  const std::string html = report_of(hall);
  EXPECT_SAYS(html, "8 av 10 grupper har levert rangering. Høyest står «Avklar HVORFOR» med 38 poeng, valgt av 8 av 8 grupper.");
  EXPECT_SAYS(html, "Deretter følger «Handlingsrom»");
  EXPECT_SAYS(html, "To grupper har i snitt");
  EXPECT_SAYS(html, "10 grupper, 50 deltakere");
  EXPECT_SILENT(html, "Forhåndsvisning");
  EXPECT_SILENT(html, "Simulert");
}

TEST(Report, ASharedFirstPlaceIsSharedInWordsToo) {
  Hall hall = open_hall(2);
  hall.stage(Stage::rank).rank(1, {1, 2, 3, 4, 5}).rank(2, {2, 1, 3, 4, 5});
  EXPECT_SAYS(report_of(hall), "«Avklar HVORFOR» og «Handlingsrom» deler førsteplassen med 9 poeng hver.");
}

TEST(Report, SaysNothingOfAgreementUnderThreeLists) {
  Hall hall = open_hall(3);
  hall.stage(Stage::rank).rank(1, {1, 2, 3, 4, 5}).rank(2, {1, 2, 3, 4, 5});
  EXPECT_SAYS(report_of(hall), "Færre enn tre grupper har levert");
  EXPECT_SILENT(report_of(hall), "i snitt");
  hall.rank(3, {1, 2, 3, 4, 5});
  EXPECT_SAYS(report_of(hall), "Svært enige: To grupper har i snitt 5,0 av 5 nøkler felles.");
}

TEST(Report, NobodyRanked) {
  EXPECT_SAYS(report_of(open_hall(0)), "Ingen grupper har levert en rangering");
  EXPECT_SILENT(report_of(open_hall(0)), "Slik er poengene regnet ut");
}

TEST(Report, ShowsTheRuleAndEveryList) {
  const std::string html = report_of(full_hall());
  EXPECT_SAYS(html, "1. plass gir 5, 2. plass gir 4, 3. plass gir 3, 4. plass gir 2 og 5. plass gir 1");
  EXPECT_SAYS(html, "i alt 28 par");
  EXPECT_SAYS(html, "Gruppe 7 · Helse og omsorg1 Avklar HVORFOR2 Handlingsrom4 Føre folk sammen3 Riktig metodeA Start innenfra");
}

TEST(Report, ShowsWhatGroupsWroteAndWhoOwnsIt) {
  const std::string html = report_of(full_hall());
  EXPECT_SAYS(html, "A: Start innenfra");
  EXPECT_SILENT(html, "Tre litt tilbake");
  EXPECT_SAYS(html, "Jobbe med bevisstgjøring av ansatte og politikereGruppe 2 · Ungdomsrådet · Kommunedirektøren · innen 1. november 2017");
  EXPECT_SAYS(html, "Spørsmål1");
  EXPECT_SAYS(html, "Til gruppe 1 fra gruppe 5");
  EXPECT_SILENT(html, "Kari Nordmann");
}

TEST(Report, KeepsEarlierRoundsReadable) {
  Hall hall = full_hall();
  EXPECT_SILENT(report_of(hall), "Tidligere runder");
  hall.stage(Stage::rank).rank(1, {5, 1, 6, 7, 8}).stage(Stage::result);
  EXPECT_SAYS(report_of(hall), "Tidligere runder");
  EXPECT_SAYS(report_of(hall), "Runde 1: 8 grupper leverte");
  EXPECT_SAYS(report_of(hall), "Høyest står «Felles mål» med 5 poeng");
}

TEST(Report, MarksWhatIsSimulatedOrNotPublished) {
  Hall hall = open_hall(1, domain::seminar_2017(), true);
  EXPECT_SAYS(report_of(hall), "Simulert verksted");
  EXPECT_SAYS(report_of(hall), "Forhåndsvisning");
}

TEST(Report, AnErasedTextIsSaidToBeErased) {
  Hall hall = full_hall();
  hall.w.measures[0].text.clear();
  EXPECT_SAYS(report_of(hall), "(slettet)Gruppe 1");
}

TEST(Report, DanishKeysAreMarkedAsDanish) {
  EXPECT_NE(report_of(full_hall()).find("<b lang=\"da\">Borgerinvolvering</b>"), std::string::npos);
}

TEST(Report, EscapesWhatPeopleWrote) {
  Hall hall = open_hall(1);
  hall.stage(Stage::measures).act(domain::PlanMeasure{GroupNumber{1}, "<script>alert(1)</script>", "\"><b>", "", {}});
  EXPECT_EQ(report_of(hall).find("<script>alert"), std::string::npos);
  EXPECT_EQ(report_of(hall).find("\"><b>"), std::string::npos);
}

TEST(Report, LinksToItsDataAndNeedsNoScriptToPrint) {
  const std::string html = report_of(full_hall());
  EXPECT_NE(html.find("/resultater/" + std::string("000000") ), std::string::npos);
  EXPECT_NE(html.find("/pakke.json\""), std::string::npos);
  EXPECT_NE(html.find("/rangering.csv\""), std::string::npos);
  EXPECT_SAYS(html, "Ctrl + P");
  EXPECT_SAYS(html, "Talt med Nøkkelknippe 0.1.0");
}

}  // namespace
}  // namespace knippe::views
