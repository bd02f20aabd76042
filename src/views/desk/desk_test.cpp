// What the desk promises: status by stage, the right buttons at the right time, nothing typed is lost, nothing secret is broadcast.

#include <gtest/gtest.h>

#include "base/encoding.h"
#include "views/desk/example_pages.h"
#include "views/desk/forecast.h"
#include "views/desk/status.h"

namespace knippe::views {
namespace {

using desk::Progress;
using domain::Stage;

class DeskPages : public testing::Test {
 protected:
  static bool has(const std::string& html, std::string_view part) { return html.find(part) != std::string::npos; }
  static bool offers(const std::string& html, const std::string& op) { return has(html, "name=\"op\" value=\"" + op + "\""); }
  static std::size_t count(const std::string& html, std::string_view part) {
    std::size_t found = 0;
    for (std::size_t at = html.find(part); at != std::string::npos; at = html.find(part, at + 1)) ++found;
    return found;
  }
  std::string page(const domain::Workshop& workshop, const Kept& kept = {}) const {
    return desk_page(example::view_of(w), workshop, example::extras(), kept);
  }
  desk::GroupStatus status(const domain::Workshop& workshop, std::uint32_t group) const {
    return desk::status_of(w, workshop, *workshop.find_group(GroupNumber{group}));
  }
  const Catalogue catalogue_;
  const Words& w = catalogue_[Lang::nb];
};

TEST_F(DeskPages, AGroupIsInPlaceWhenAPhoneOrPaperIs) {
  const domain::Workshop room = example::desk_room(Stage::welcome);
  EXPECT_EQ(status(room, 1).progress, Progress::done);
  EXPECT_EQ(status(room, 1).figure, 4);
  EXPECT_EQ(status(room, 9).text, "På papir");
  EXPECT_EQ(status(room, 10).progress, Progress::idle);
}

TEST_F(DeskPages, ACallForHelpComesBeforeEverythingElse) {
  const domain::Workshop room = example::desk_room(Stage::welcome);
  EXPECT_EQ(status(room, 6).progress, Progress::help);
  EXPECT_EQ(status(room, 6).figure, 4);
  EXPECT_TRUE(has(page(room), "9 av 10 på plass"));  // the sixth is in place all the same
  EXPECT_TRUE(has(page(room), "1 ber om hjelp"));
  EXPECT_TRUE(offers(page(room), "hjelp:6"));
  EXPECT_FALSE(offers(page(room), "hjelp:7"));
}

TEST_F(DeskPages, SupplementsAreCountedWithoutTheWithdrawn) {
  const domain::Workshop room = example::desk_room(Stage::supplement);
  EXPECT_EQ(status(room, 7).figure, 4);
  EXPECT_EQ(status(room, 7).progress, Progress::done);
  EXPECT_EQ(status(room, 1).progress, Progress::working);  // active after the stage was opened
  EXPECT_EQ(status(room, 10).progress, Progress::idle);
}

TEST_F(DeskPages, ARankingIsDoneUntilItIsChanged) {
  domain::Workshop room = example::desk_room(Stage::rank);
  EXPECT_EQ(status(room, 1).progress, Progress::done);
  EXPECT_EQ(status(room, 7).progress, Progress::working);
  EXPECT_EQ(status(room, 7).figure, 3);
  EXPECT_EQ(status(room, 7).of, 5);
  room.groups[0].sheets[0].draft.pop_back();
  EXPECT_EQ(status(room, 1).text, "Endrer det de leverte");
  EXPECT_TRUE(has(page(room), "2 av 10 levert"));
}

TEST_F(DeskPages, InASecondRoundNobodyHasHandedInYet) {
  domain::Workshop room = example::desk_room(Stage::rank);
  room.round = 2;
  EXPECT_NE(status(room, 1).progress, Progress::done);
  EXPECT_TRUE(has(page(room), "0 av 10 levert"));
  EXPECT_TRUE(has(page(room), "Runde 2"));
}

TEST_F(DeskPages, WhenItIsOverNobodyWorksOrCalls) {
  const domain::Workshop room = example::closed_room();
  EXPECT_EQ(status(room, 6).text, "Ikke levert");
  EXPECT_EQ(status(room, 1).text, "Levert");
  EXPECT_FALSE(has(page(room), "class=\"varsle\""));
}

TEST_F(DeskPages, MeasuresAndPitchesHaveTheirOwnStatus) {
  domain::Workshop room = example::desk_room(Stage::measures);
  EXPECT_EQ(status(room, 7).figure, 2);
  room.measures[0].deleted = true;
  EXPECT_EQ(status(room, 7).figure, 1);
  room = example::desk_room(Stage::pitch);
  EXPECT_EQ(status(room, 8).text, "I køen, nr. 1");
  EXPECT_EQ(status(room, 7).figure, 3);
  room.groups[5].wants_help = false;
  EXPECT_EQ(status(room, 6).text, "Har pitchet");
  example::give_floor(room, 8, 30'000);
  EXPECT_EQ(status(room, 8).text, "Har ordet");
}

TEST_F(DeskPages, TheForecastCountsWhatIsLeft) {
  domain::Workshop room = example::desk_room(Stage::rank);  // 402 s left, then 20 + 15 + 10 minutes
  const desk::Forecast seen = desk::forecast(room, example::now);
  EXPECT_EQ(seen.ends.ms, example::now.ms + 402'000 + 45 * 60'000);
  EXPECT_EQ(w.clock_time(seen.planned, room.settings.time_zone), w.clock_time(example::now.plus_ms(45 * 60'000), room.settings.time_zone));
  EXPECT_EQ(seen.minutes_late, 7);  // planned 09:45 + 105 minutes = 11:30
  room.clock.ends_at = example::now.plus_ms(-60'000);
  EXPECT_EQ(desk::forecast(room, example::now).ends.ms, example::now.ms + 45 * 60'000);
  room.about.starts = "20:00";  // a rehearsal in the morning
  EXPECT_EQ(desk::forecast(room, example::now).minutes_late, -2);
  EXPECT_TRUE(has(page(example::desk_room(Stage::rank)), "7 minutter bak planen"));
  EXPECT_TRUE(has(page(example::desk_room(Stage::rank)), w.format("forecast.planned_end", w.clock_time(seen.planned, room.settings.time_zone))));
}

TEST_F(DeskPages, OpenStagesOfferTheirButtons) {
  const std::string ranking = page(example::desk_room(Stage::rank));
  for (const char* op : {"steg:welcome", "steg:result", "steg:measures", "pause", "pluss:2", "vis:top", "vis:follow", "blank:ja", "dor:lukket", "ny-kode",
                         "ny-skjermlenke", "ny-gruppe", "godkjenn:6", "returner:6", "publiser", "avslutt"})
    EXPECT_TRUE(offers(ranking, op)) << op;
  EXPECT_FALSE(offers(ranking, "apne"));
  EXPECT_FALSE(offers(ranking, "godkjenn:1"));
  EXPECT_FALSE(has(ranking, "id=\"neste-nokkel\""));
  const std::string keys = page(example::desk_room(Stage::keys));
  for (const char* op : {"nokkel:13", "nokkel:15", "nokkel:0"}) EXPECT_TRUE(offers(keys, op)) << op;
  const std::string pitch = page(example::desk_room(Stage::pitch));
  for (const char* op : {"pitch-start:8", "pitch-start:6", "pitch-opp:7", "pitch-ned:8", "pitch-hopp:9"}) EXPECT_TRUE(offers(pitch, op)) << op;
  EXPECT_FALSE(offers(pitch, "pitch-ferdig"));
  EXPECT_FALSE(has(page(example::desk_room(Stage::result)), "id=\"neste\""));
}

TEST_F(DeskPages, ThePresentPitchCanBePausedAndEnded) {
  domain::Workshop room = example::desk_room(Stage::pitch);
  example::give_floor(room, 7, 38'000);
  EXPECT_TRUE(offers(page(room), "pitch-pause"));
  EXPECT_TRUE(offers(page(room), "pitch-ferdig"));
  example::give_floor(room, 7, 21'000, true);
  EXPECT_TRUE(offers(page(room), "pitch-fortsett"));
}

TEST_F(DeskPages, OppositesTakeTurns) {
  domain::Workshop room = example::desk_room(Stage::rank);
  room.clock = {.planned_ms = 900'000, .ends_at = {}, .left_ms = 300'000};
  room.projector.blank = room.settings.hidden_until_revealed = room.published = true;
  room.door_open = false;
  const std::string html = page(room);
  for (const char* op : {"fortsett", "blank:nei", "avslor:ja", "avpubliser", "dor:apen"}) EXPECT_TRUE(offers(html, op)) << op;
  for (const char* op : {"pause", "blank:ja", "publiser", "dor:lukket"}) EXPECT_FALSE(offers(html, op)) << op;
  EXPECT_TRUE(has(html, ">05:00<"));
  room.revealed = true;
  EXPECT_TRUE(offers(page(room), "avslor:nei"));
}

TEST_F(DeskPages, ADraftIsOpenedAndAClosedOneIsOnlyPublished) {
  const std::string draft = desk_page(example::view_of(w), example::draft_room(), example::without_code());
  EXPECT_TRUE(offers(draft, "apne"));
  for (const char* op : {"steg:keys", "avslutt", "publiser", "pause", "ny-kode"}) EXPECT_FALSE(offers(draft, op)) << op;
  const std::string closed = desk_page(example::view_of(w), example::closed_room(), example::without_code());
  EXPECT_TRUE(offers(closed, "avpubliser"));
  for (const char* op : {"apne", "avslutt", "steg:keys", "ny-gruppe", "hjelp:6"}) EXPECT_FALSE(offers(closed, op)) << op;
}

TEST_F(DeskPages, WarnsWhenPhonesCannotComeAndWhenOthersMayListen) {
  DeskExtras extras = example::extras();
  const auto html = [&] { return desk_page(example::view_of(w), example::desk_room(Stage::welcome), extras); };
  EXPECT_FALSE(has(html(), "data-color=\"warning\"><h2"));
  extras.plain_http = true;
  EXPECT_TRUE(has(html(), "Forbindelsen er ikke kryptert"));
  extras.loopback_only = true;
  EXPECT_TRUE(has(html(), "Telefoner når ikke denne serveren"));
  EXPECT_FALSE(has(html(), "Forbindelsen er ikke kryptert"));
}

TEST_F(DeskPages, BroadcastsHoldEveryRegionAndNoCommandId) {
  for (int i = 0; i < domain::stage_count; ++i) {
    View view = example::view_of(w);
    const domain::Workshop room = example::desk_room(static_cast<Stage>(i));
    const std::string answer = desk_answer(view, room, example::extras());
    const std::string whole = desk_page(view, room, example::extras());
    view.form_token.clear();
    const std::string fragments = desk_fragments(view, room, example::extras());
    EXPECT_FALSE(has(fragments, "kommando"));
    EXPECT_FALSE(has(fragments, "desk-melding"));
    EXPECT_TRUE(has(answer, "kommando"));
    EXPECT_TRUE(has(answer, "hx-target=\"#desk-melding\""));
    for (const std::string region : {"topp", "plan", "naa", "nokkel", "pitch", "grupper", "resultat", "skjerm", "ko", "inngang", "folk", "manus"}) {
      EXPECT_EQ(count(fragments, "hx-target=\"#desk-" + region + "\""), 1U) << region;
      EXPECT_EQ(count(fragments, " id=\"desk-" + region + "\""), 1U) << region;
      EXPECT_EQ(count(whole, " id=\"desk-" + region + "\""), 1U) << region;
    }
    EXPECT_EQ(count(fragments, "data-seq=\"42\""), 24U);  // each envelope and the region in it
  }
}

TEST_F(DeskPages, EscapesWhatPeopleWrote) {
  domain::Workshop room = example::desk_room(Stage::supplement);
  room.about.title = "<script>alert(1)</script>";
  room.groups[0].name = "\"><img src=x>";
  for (const std::string& html : {page(room), moderation_page(example::view_of(w), room, example::extras()),
                                  group_desk_page(example::view_of(w), room, example::extras(), GroupNumber{1})}) {
    EXPECT_FALSE(has(html, "<script>alert"));
    EXPECT_FALSE(has(html, "<img src=x"));
    EXPECT_FALSE(has(html, "<b>ikke fet</b>"));
  }
}

TEST_F(DeskPages, ARefusedGroupKeepsWhatWasTyped) {
  const std::string html = page(example::desk_room(Stage::welcome),
                                {"ny-gruppe", {{"op", "ny-gruppe"}, {"navn", "Tolv"}, {"antall", "900"}, {"medlemmer", "Ola\nKari"}, {"papir", "ja"}},
                                 Error{ErrorKind::bad_input, "group.bad_size", ""}});
  EXPECT_TRUE(has(html, "value=\"Tolv\""));
  EXPECT_TRUE(has(html, "value=\"900\" inputmode=\"numeric\" aria-invalid=\"true\""));
  EXPECT_TRUE(has(html, "Ola\nKari</textarea>"));
  EXPECT_TRUE(has(html, "id=\"desk-ny-gruppe\" open"));
  EXPECT_TRUE(has(html, "id=\"ny-papir\" name=\"papir\" value=\"ja\" checked"));
  EXPECT_TRUE(has(html, "href=\"#ny-antall\""));
}

TEST_F(DeskPages, OnlyTheRefusedSupplementIsOpened) {
  const Kept kept{"returner", {{"op", "returner:6"}, {"grunn", "For likt"}}, Error{ErrorKind::refused, "supplement.ranked", ""}};
  const std::string html = page(example::desk_room(Stage::supplement), kept);
  EXPECT_TRUE(has(html, "id=\"retur-6\" open"));
  EXPECT_EQ(count(html, "value=\"For likt\""), 1U);
  EXPECT_FALSE(has(html, "id=\"retur-8\" open"));
}

TEST_F(DeskPages, AcceptingMayChangeTheWording) {
  const std::string html = moderation_page(example::view_of(w), example::desk_room(Stage::supplement), example::extras());
  EXPECT_TRUE(has(html, "Ta utgangspunkt i følt behov</textarea>"));
  EXPECT_TRUE(has(html, "value=\"Start innenfra\""));
  EXPECT_TRUE(has(html, "Grunn: Hvem skal tre tilbake, og når?"));
  EXPECT_TRUE(has(html, "name=\"tilbake\" value=\"nokler\""));
  EXPECT_FALSE(has(html, "hx-post"));
  EXPECT_FALSE(has(html, "Formidle kunnskap"));  // withdrawn
  const Kept kept{"godkjenn", {{"op", "godkjenn:6"}, {"tekst", "Ny ordlyd"}, {"kortnavn", std::string(41, 'k')}}, Error{ErrorKind::bad_input, "text.too_long", "40"}};
  const std::string refused = moderation_page(example::view_of(w), example::desk_room(Stage::supplement), example::extras(), kept);
  EXPECT_TRUE(has(refused, "Ny ordlyd</textarea>"));
  EXPECT_TRUE(has(refused, "href=\"#kortnavn-6\""));
  EXPECT_TRUE(has(refused, "aria-describedby=\"kortnavn-6-d kortnavn-6-f\""));
}

TEST_F(DeskPages, AGroupOnPaperIsTypedInStageByStage) {
  const auto html = [&](Stage stage, const Kept& kept = {}) {
    return group_desk_page(example::view_of(w), example::desk_room(stage), example::extras(), GroupNumber{9}, kept);
  };
  EXPECT_FALSE(offers(html(Stage::keys), "suppler"));
  EXPECT_TRUE(has(html(Stage::keys), "Kan skrives inn når steget Suppler er åpnet."));
  EXPECT_TRUE(offers(html(Stage::supplement), "suppler"));
  EXPECT_FALSE(offers(html(Stage::supplement), "lever"));
  EXPECT_TRUE(offers(html(Stage::rank), "lever"));
  EXPECT_TRUE(offers(html(Stage::measures), "tiltak"));
  EXPECT_TRUE(offers(html(Stage::pitch), "notat"));
  EXPECT_EQ(count(html(Stage::rank), "<select"), 5U);
  const std::string refused = html(Stage::rank, {"lever", {{"plass1", "1"}, {"plass2", "1"}}, Error{ErrorKind::refused, "ranking.key_twice", ""}});
  EXPECT_EQ(count(refused, "value=\"1\" selected"), 2U);
  EXPECT_TRUE(has(refused, "Samme nøkkel står på to plasser."));
}

TEST_F(DeskPages, ASeatedPhoneCanBeReleasedAndASheetGivenBack) {
  const std::string html = group_desk_page(example::view_of(w), example::desk_room(Stage::measures), example::extras(), GroupNumber{7});
  EXPECT_TRUE(offers(html, "slipp:1"));
  EXPECT_TRUE(has(html, "Telefon 1, Samira"));
  EXPECT_TRUE(offers(html, "gi-tilbake:7"));
  const std::string other = group_desk_page(example::view_of(w), example::desk_room(Stage::measures), example::extras(), GroupNumber{8});
  EXPECT_FALSE(offers(other, "slipp:1"));
  EXPECT_FALSE(offers(other, "gi-tilbake:8"));
}

TEST_F(DeskPages, EachSheetCarriesItsOwnLink) {
  const std::vector<GroupLink> links = {{GroupNumber{7}, "https://a.example/g/x"}, {GroupNumber{10}, "https://a.example/g/y"}};
  const std::string html = sheets_page(example::view_of(w), example::desk_room(Stage::welcome), example::extras(), "https://a.example/v/472918", links);
  EXPECT_EQ(count(html, "class=\"ark ark--a4\""), 3U);
  EXPECT_EQ(count(html, "class=\"qr\""), 3U);
  EXPECT_EQ(count(html, "472 918"), 3U);
  const std::string draft = sheets_page(example::view_of(w), example::draft_room(), example::without_code(), "", links);
  EXPECT_EQ(count(draft, "class=\"qr\""), 2U);
  EXPECT_FALSE(has(draft, "gark__kode"));
}

TEST_F(DeskPages, RunningWorkshopsComeFirst) {
  const std::string html = workshop_list_page(example::view_of(w), example::listed(), {"Ingrid Aas", false, 0, false});
  EXPECT_LT(html.find("Hvordan samskaper"), html.find("Ny sentrumsplan"));
  EXPECT_LT(html.find("Ny sentrumsplan"), html.find("Hva er en god skolevei?"));
  EXPECT_TRUE(has(html, "5 verksteder. Ett pågår nå."));
  EXPECT_FALSE(has(html, "href=\"/admin\""));
  EXPECT_TRUE(has(workshop_list_page(example::view_of(w), {}, {"", true, 0, false}), "Lag ditt første verksted"));
}

}  // namespace
}  // namespace knippe::views
