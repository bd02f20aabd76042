#include <gtest/gtest.h>

#include <algorithm>

#include "views/report/hall_test.h"
#include "views/search/search.h"

namespace knippe::views {
namespace {

using domain::involvement::Involvement;

const likeness::Stemmer stemmer;

bool finds(std::string_view typed, std::string_view text, std::string_view language = "nb") {
  const SoughtWords sought = sought_in(stemmer, typed);
  const auto pieces = marked(stemmer, text, language, sought, 10'000);
  return std::ranges::any_of(pieces, &Piece::marked);
}

std::string shown(std::string_view typed, std::string_view text, std::size_t bytes_max = 1'000) {
  std::string all;
  for (const Piece& piece : marked(stemmer, text, "nb", sought_in(stemmer, typed), bytes_max)) all += piece.marked ? "[" + piece.text + "]" : piece.text;
  return all;
}

TEST(SoughtWords, FindOtherFormsAndWhatBeginsWithThem) {
  EXPECT_TRUE(finds("skoler", "Skolen er stengt"));
  EXPECT_TRUE(finds("SKOLE", "en skolevei"));
  EXPECT_TRUE(finds("skoler", "barneskolen"));
  EXPECT_FALSE(finds("vei", "en skolevei")) << "three letters end too many words";
  EXPECT_TRUE(finds("schools", "Every school", "en"));
  EXPECT_FALSE(finds("vei", "veiled"));
  EXPECT_FALSE(finds("skolevei", "skole"));
}

TEST(SoughtWords, NorwegianLettersAreLetters) {
  EXPECT_FALSE(finds("gar", "Gården"));
  EXPECT_FALSE(finds("å", "a"));
  EXPECT_TRUE(finds("ålesund", "I ÅLESUND"));
  EXPECT_TRUE(finds("ØY", "ei øy"));
  EXPECT_FALSE(finds("oy", "ei øy"));
}

TEST(SoughtWords, SmallWordsCountOnlyAlone) {
  EXPECT_EQ(sought_in(stemmer, "hva er en skole").size(), 1U);
  EXPECT_EQ(sought_in(stemmer, "hva er det").size(), 3U);
  EXPECT_TRUE(sought_in(stemmer, "\"*)( --").empty());
  EXPECT_EQ(sought_in(stemmer, std::string(4'000, 'a') + " b1 b2 b3 b4 b5 b6 b7 b8 b9 b10 b11 b12 b13 b14").size(), sought_words_max);
}

TEST(Marked, KeepsTheTextAndCutsAtWords) {
  EXPECT_EQ(shown("benker", "Flere benker ved elva, og en benk til."), "Flere [benker] ved elva, og en [benk] til.");
  EXPECT_EQ(shown("finnes-ikke", "Kort"), "Kort");
  const std::string long_text = "Blåbær " + std::string(300, 'x') + " så kommer ordet elva her " + std::string(300, 'y') + " æøå";
  const std::string cut = shown("elva", long_text, 120);
  EXPECT_TRUE(cut.starts_with("… ")) << cut;
  EXPECT_TRUE(cut.contains("[elva]")) << cut;
  EXPECT_TRUE(cut.ends_with(" …")) << cut;
  EXPECT_LT(cut.size(), 150U);
}

Involvement example() {
  Involvement i;
  i.exists = true;
  i.title = "Trygg skolevei";
  i.contributions.resize(3);
  for (std::uint32_t n = 0; n < 3; ++n) i.contributions[n].id.value = n + 1, i.contributions[n].text = "Lys i undergangen";
  i.contributions[0].status = domain::involvement::ContributionStatus::published;
  i.contributions[2].status = domain::involvement::ContributionStatus::published;
  i.contributions[2].text.clear();
  i.published = {domain::involvement::ContributionId{1}};
  return i;
}

TEST(Passages, ADraftIsForItsDeskAndAnErasedTextForNobody) {
  Involvement i = example();
  EXPECT_EQ(seen(i, {FoundKind::involvement, 0}), Seen::desk);
  EXPECT_EQ(seen(i, {FoundKind::contribution, 1}), Seen::desk);
  i.phase = domain::involvement::Phase::open;
  EXPECT_EQ(seen(i, {FoundKind::involvement, 0}), Seen::everyone);
  EXPECT_EQ(seen(i, {FoundKind::contribution, 1}), Seen::everyone);
  EXPECT_EQ(seen(i, {FoundKind::contribution, 2}), Seen::desk);
  EXPECT_EQ(seen(i, {FoundKind::contribution, 3}), Seen::nobody);
  for (const std::uint32_t beyond : {0U, 4U, 16'777'215U}) EXPECT_EQ(seen(i, {FoundKind::contribution, beyond}), Seen::nobody);
  EXPECT_EQ(places_of(i).size(), 3U);
  EXPECT_TRUE(passage_of(i, RoomId{9}, {FoundKind::contribution, 1}).address.ends_with("/innspill?side=1#innspill-1"));
}

TEST(Passages, AWorkshopIsPublicFromItsReportOnAndItsProposalsNever) {
  Hall hall = open_hall(3);
  hall.stage(domain::Stage::supplement).accept(1, "Ta med barna", "Barna").act(domain::ProposeSupplement{GroupNumber{2}, "Spør på butikken"});
  EXPECT_EQ(seen(hall.w, {FoundKind::key, 19}), Seen::desk);
  hall.stage(domain::Stage::rank);
  for (std::uint32_t group = 1; group <= 3; ++group) hall.rank(group, {1, 2, 3, 4, 5});
  hall.stage(domain::Stage::result).act(domain::PublishReport{});
  EXPECT_EQ(seen(hall.w, {FoundKind::workshop, 0}), Seen::everyone);
  EXPECT_EQ(seen(hall.w, {FoundKind::key, 19}), Seen::everyone);
  EXPECT_EQ(seen(hall.w, {FoundKind::proposal, 1}), Seen::nobody) << "it is a key";
  EXPECT_EQ(seen(hall.w, {FoundKind::proposal, 2}), Seen::desk);
  EXPECT_EQ(passage_of(hall.w, RoomId{9}, {FoundKind::key, 19}).heading, "Barna");
  hall.w.rehearsal = true;
  EXPECT_EQ(seen(hall.w, {FoundKind::workshop, 0}), Seen::desk);
}

TEST(Passages, TheProgramCarriesMethodsAndTheSeminar) {
  EXPECT_GE(places_of_the_program().size(), 20U + 18 + 19 + 19);
  for (const Place place : places_of_the_program()) {
    EXPECT_TRUE(is_in_the_program(place));
    EXPECT_FALSE(passage_of_the_program(place, Lang::nn).text.empty());
  }
  EXPECT_FALSE(is_in_the_program({FoundKind::method, 0}));
  EXPECT_FALSE(is_in_the_program({FoundKind::contribution, 1}));
}

TEST(SearchPage, EscapesWhatWasTypedAndWhatWasFound) {
  const Hall hall;
  SearchLook look{.typed = "<b>elva</b>", .error = {}, .sought = sought_in(stemmer, "elva"), .kind = {}, .room = {}, .rooms = {{RoomId{9}, "<i>Sak</i>"}}, .groups = {}, .page = 1};
  look.groups.push_back({FoundKind::contribution, 7, {{RoomId{9}, {FoundKind::contribution, 3}, {"", "<script>elva</script>", "nb", "/saker/x"}, "<u>Sak</u>", "nb", true}}});
  const std::string page = search_page(hall.view(), look);
  EXPECT_TRUE(page.contains("&lt;script&gt;<mark>elva</mark>&lt;/script&gt;"));
  for (const char* raw : {"<b>elva", "<i>Sak", "<u>Sak", "<script>elva"}) EXPECT_FALSE(page.contains(raw)) << raw;
  EXPECT_TRUE(page.contains("Vis alle 7"));
  EXPECT_TRUE(page.contains("Ikke offentlig"));
  for (const FoundKind kind : found_kinds) EXPECT_EQ(found_kind(slug_of(kind)), kind);
}

}  // namespace
}  // namespace knippe::views
