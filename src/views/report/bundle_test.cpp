#include "views/report/bundle.h"

#include <gtest/gtest.h>

#include <boost/json.hpp>
#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "views/report/hall_test.h"

namespace knippe::views {
namespace {

using domain::Stage;
namespace json = boost::json;

constexpr RoomId room{123'456'789};

std::string bundle_of(const Hall& hall) { return result_bundle(hall.w, room, "0.1.0"); }

/// The verdict of tools/recount.py, which shares no code with us: 0 match, 1 does not.
int recount(const std::string& bundle) {
  const auto path = std::filesystem::temp_directory_path() / ("knippe-bundle-" + std::to_string(::getpid()) + ".json");
  std::ofstream(path) << bundle;
  const int status = std::system(("python3 tools/recount.py " + path.string() + " > /dev/null 2>&1").c_str());
  std::filesystem::remove(path);
  return WEXITSTATUS(status);
}

Hall two_rounds() {
  Hall hall = full_hall();
  return hall.stage(Stage::rank).rank(1, {5, 1, 6, 7, 8}).rank(2, {1, 5, 9, 10, 11}).rank(3, {1, 20, 5, 2, 3}).stage(Stage::result);
}

std::string replaced(std::string text, const std::string& what, const std::string& with) {
  const auto at = text.find(what);
  EXPECT_NE(at, std::string::npos) << what;
  return text.replace(at, what.size(), with);
}

TEST(Bundle, AStrangerCountsTheSame) {
  EXPECT_EQ(recount(bundle_of(full_hall())), 0);
  EXPECT_EQ(recount(bundle_of(two_rounds())), 0);
  EXPECT_EQ(recount(bundle_of(open_hall(0))), 0);
  EXPECT_EQ(recount(bundle_of(open_hall(2).stage(Stage::rank).rank(2, {9, 8, 7, 6, 5}))), 0);
}

TEST(Bundle, AStrangerSeesAWrongNumber) {
  const std::string bundle = bundle_of(two_rounds());
  EXPECT_EQ(recount(replaced(bundle, "\"points\": 38", "\"points\": 40")), 1);
  EXPECT_EQ(recount(replaced(bundle, "\"place\": 2", "\"place\": 3")), 1);
  EXPECT_EQ(recount(replaced(bundle, "\"chosen_by\": 8", "\"chosen_by\": 7")), 1);
  EXPECT_EQ(recount(replaced(bundle, "\"pairs\": 28", "\"pairs\": 27")), 1);
  EXPECT_EQ(recount(replaced(bundle, "\"counted_round\": 2", "\"counted_round\": 1")), 1);
  EXPECT_EQ(recount(replaced(bundle, "[1,2,3,4,9]", "[1,2,3,4,8]")), 1);
}

TEST(Bundle, SaysWhatTheFormatPromises) {
  const json::value read = json::parse(bundle_of(two_rounds()));
  EXPECT_EQ(read.at("format"), "knippe-result-1");
  EXPECT_EQ(read.at("program").at("version"), "0.1.0");
  EXPECT_EQ(read.at("rule").at("points"), (json::array{5, 4, 3, 2, 1}));
  EXPECT_EQ(read.at("rule").at("ties"), "shared");
  EXPECT_EQ(read.at("counted_round"), 2);
  EXPECT_EQ(read.at("rounds").as_array().size(), 2U);
  EXPECT_EQ(read.at("keys").as_array().size(), 30U);
  EXPECT_EQ(read.at("keys").at(18).at("label"), "A");
  EXPECT_EQ(read.at("keys").at(18).at("supplement"), 1);
  EXPECT_EQ(read.at("supplements").as_array().size(), 13U);
  EXPECT_EQ(read.at("workshop").at("people"), 50);
  EXPECT_EQ(read.at("workshop").at("published_at"), nullptr);
}

TEST(Bundle, NamesNoPeople) {
  Hall hall = full_hall();
  ASSERT_EQ(hall.w.groups[0].members[0], "Kari Nordmann");
  ASSERT_EQ(hall.w.measures[1].owner, "Kommunedirektøren");
  const std::string bundle = bundle_of(hall);
  EXPECT_EQ(bundle.find("Kari"), std::string::npos);
  EXPECT_EQ(bundle.find("Kommunedirektøren"), std::string::npos);
  EXPECT_EQ(bundle.find("Tre litt tilbake"), std::string::npos) << "not accepted: stays in the room";
}

TEST(Bundle, TheSameWorkshopGivesTheSameBytes) { EXPECT_EQ(bundle_of(two_rounds()), bundle_of(two_rounds())); }

TEST(RankingCsv, IsReadByASpreadsheet) {
  const std::string csv = ranking_csv(full_hall().w, words());
  EXPECT_TRUE(csv.starts_with("\xEF\xBB\xBF\"Plass\";\"Nøkkel\";\"Kortnavn\";\"Tekst\";\"Poeng\";\"Valgt av\";\"Grupper som leverte\"\r\n"));
  EXPECT_NE(csv.find("\r\n1;\"Nøkkel 1\";\"Avklar HVORFOR\";\""), std::string::npos);
  EXPECT_NE(csv.find("\";38;8;8\r\n"), std::string::npos) << csv;
  EXPECT_TRUE(csv.ends_with("\r\n"));
}

TEST(RankingCsv, RunsNoFormulas) {
  domain::Template made = domain::seminar_2017();
  made.keys[0].short_name = "=HYPERLINK(\"http://x\")";
  made.keys[1].text = "-1+1";
  made.keys[2].text = "Si \"hei\"; gå";
  const std::string csv = ranking_csv(open_hall(0, made).w, words(Lang::en));
  EXPECT_NE(csv.find("\"'=HYPERLINK(\"\"http://x\"\")\""), std::string::npos) << csv;
  EXPECT_NE(csv.find("\"'-1+1\""), std::string::npos);
  EXPECT_NE(csv.find("\"Si \"\"hei\"\"; gå\""), std::string::npos);
}

}  // namespace
}  // namespace knippe::views
