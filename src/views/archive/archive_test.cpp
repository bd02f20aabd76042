#include <gtest/gtest.h>

#include <algorithm>

#include "domain/workshop/template.h"
#include "views/archive/across.h"
#include "views/archive/archive.h"
#include "views/report/hall_test.h"

namespace knippe::views {
namespace {

/// A published workshop of three groups that all handed in the same list.
Hall published_hall(std::initializer_list<std::uint32_t> list, const domain::Template& made = domain::seminar_2017(), bool simulated = false) {
  Hall hall = open_hall(3, made, simulated);
  hall.stage(domain::Stage::rank);
  for (std::uint32_t group = 1; group <= 3; ++group) hall.rank(group, list);
  hall.stage(domain::Stage::result).act(domain::PublishReport{});
  return hall;
}

const AcrossKey& row_named(const AcrossSet& set, std::string_view short_name) {
  for (const AcrossKey& row : set.keys)
    if (row.key->short_name == short_name) return row;
  ADD_FAILURE() << short_name;
  return set.keys.front();
}

TEST(Record, HoldsWhatTheDocumentReports) {
  const Record& record = seminar_record();
  EXPECT_EQ(record.keys.size(), 18U);
  EXPECT_EQ(record.supplements.size(), 19U);
  EXPECT_EQ(record.measures.size(), 19U);
  EXPECT_EQ(record.ranked_highest, key_ids({1, 2, 3, 4, 9}));
  EXPECT_EQ(find_record("2017"), &record);
  EXPECT_EQ(find_record("2018"), nullptr);
}

TEST(Record, ThePageMarksTheDocumentsLanguageAndSaysWhatIsMissing) {
  const Hall hall;
  const std::string page = record_page(hall.view(Lang::en), seminar_record());
  EXPECT_TRUE(page.contains("<h1 lang=\"nb\">Seminar om innbyggerinvolvering og samskaping</h1>"));
  EXPECT_TRUE(page.contains("There are no numbers behind the ranking."));
  EXPECT_TRUE(page.contains("lang=\"da\""));
  EXPECT_TRUE(page.contains("/styring/nytt?mal=2017"));
}

TEST(Record, TheFilesHaveEveryTextAndNoPoints) {
  const std::string json = record_json(seminar_record()), csv = record_csv(seminar_record(), words());
  for (const auto* list : {&seminar_record().supplements, &seminar_record().measures})
    for (const std::string& text : *list) EXPECT_TRUE(json.contains(text) && csv.contains(text)) << text;
  EXPECT_FALSE(json.contains("\"points\":"));
  EXPECT_EQ(std::ranges::count(csv, '\r'), 1 + 18 + 5 + 19 + 19);
}

TEST(Across, AKeyCountsOnlyWhereItStoodOnTheList) {
  domain::Template shorter = domain::seminar_2017();
  shorter.keys.erase(shorter.keys.begin() + 8);  // without "Mangfold"
  const Hall first = published_hall({1, 2, 3, 4, 5}), second = published_hall({6, 7, 8, 1, 2}, shorter);
  const std::vector<AcrossSource> sources{*across_source(first.w, RoomId{11}), *across_source(second.w, RoomId{12}), across_source(seminar_record())};
  const auto sets = across(sources);
  ASSERT_EQ(sets.size(), 1U);
  const AcrossKey& why = row_named(sets[0], "Avklar HVORFOR");
  EXPECT_EQ(why.on_top, (Sources{0, 1, 2}));
  const AcrossKey& diversity = row_named(sets[0], "Mangfold");
  EXPECT_EQ(diversity.on_top, (Sources{2}));
  EXPECT_EQ(diversity.below, (Sources{0}));
  EXPECT_EQ(share_of(words(), diversity.on_top.size(), diversity.listed()), "1 av 2 verksteder");
}

TEST(Across, AnotherTemplateOrAnotherNumberOfPlacesIsApart) {
  domain::Template other = domain::seminar_2017(), three = other;
  other.name = "Vår egen";
  three.settings.places = 3;
  three.settings.points = {3, 2, 1};
  const std::vector<AcrossSource> sources{*across_source(published_hall({1, 2, 3, 4, 5}).w, RoomId{11}),
                                          *across_source(published_hall({1, 2, 3, 4, 5}, other).w, RoomId{12}),
                                          *across_source(published_hall({1, 2, 3}, three).w, RoomId{13})};
  const auto sets = across(sources);
  ASSERT_EQ(sets.size(), 3U);
  for (const AcrossSet& set : sets) EXPECT_EQ(row_named(set, "Avklar HVORFOR").listed(), 1U);
}

TEST(Across, DraftsSimulatedRoomsAndRoomsWithoutRankingsAreLeftOut) {
  EXPECT_FALSE(across_source(full_hall().w, RoomId{11}));  // not published
  EXPECT_FALSE(across_source(published_hall({1, 2, 3, 4, 5}, domain::seminar_2017(), true).w, RoomId{11}));
  Hall rehearsal = published_hall({1, 2, 3, 4, 5});
  rehearsal.w.rehearsal = true;
  EXPECT_FALSE(across_source(rehearsal.w, RoomId{11}));
  Hall silent = open_hall(2);
  silent.stage(domain::Stage::result).act(domain::PublishReport{});
  EXPECT_FALSE(across_source(silent.w, RoomId{11}));
}

TEST(Across, AMergedSupplementKeepsTheGroupsBehindIt) {
  Hall hall = open_hall(3);
  hall.stage(domain::Stage::supplement).accept(1, "Start innenfra", "Start innenfra");
  hall.act(domain::ProposeSupplement{GroupNumber{3}, "Begynn internt"});
  hall.act(domain::MergeSupplements{{hall.w.supplements[0].id, hall.w.supplements[1].id}, "Start innenfra", "Start innenfra"});
  const std::uint32_t merged = hall.w.keys.back().id.value;
  hall.stage(domain::Stage::rank).rank(1, {merged, 1, 2, 3, 4}).rank(2, {merged, 1, 2, 3, 4});
  hall.stage(domain::Stage::result).act(domain::PublishReport{});
  const std::vector<AcrossSource> sources{*across_source(hall.w, RoomId{11})};
  const auto sets = across(sources);
  ASSERT_EQ(sets[0].supplements.size(), 1U);
  EXPECT_EQ(sets[0].supplements[0].key->groups, (std::vector<std::uint32_t>{1, 3}));
  EXPECT_TRUE(across_page(hall.view(), sources).contains("Slått sammen av forslag fra gruppe 1 og 3"));
}

TEST(Across, PercentOnlyFromTenWorkshops) {
  EXPECT_EQ(share_of(words(), 2, 3), "2 av 3 verksteder");
  EXPECT_EQ(share_of(words(), 1, 1), "1 av 1 verksted");
  EXPECT_EQ(share_of(words(), 9, 9), "9 av 9 verksteder");
  EXPECT_EQ(share_of(words(), 7, 12), "7 av 12 verksteder (58 %)");
}

TEST(Across, HostileTitlesAreEscapedAndDefused) {
  Hall hall = published_hall({1, 2, 3, 4, 5});
  hall.w.about.title = "<script>alert(1)</script>";
  hall.w.template_name = "=cmd|' /C calc'!A0";
  const std::vector<AcrossSource> sources{*across_source(hall.w, RoomId{11})};
  EXPECT_FALSE(across_page(hall.view(), sources).contains("<script>alert"));
  EXPECT_TRUE(across_csv(sources, words()).contains("\"'=cmd"));
}

}  // namespace
}  // namespace knippe::views
