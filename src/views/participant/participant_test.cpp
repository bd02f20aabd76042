#include "views/participant/participant.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/encoding.h"
#include "views/participant/example_pages.h"

namespace knippe::views {
namespace {

using domain::Stage;
using domain::Workshop;
using testing::HasSubstr;
using testing::Not;

const Catalogue& words() {
  static const Catalogue catalogue;
  return catalogue;
}

std::string page_of(const Workshop& workshop, Stage shown, const Kept& kept = {}, Lang lang = Lang::nb) {
  return participant_page(example::view_of(words()[lang]), workshop, example::seat, shown, kept);
}

std::string room_path() { return "/rom/" + to_base32(example::room.value); }

/// From `start` to the next `end`; empty when `start` is not there.
std::string part(const std::string& html, const std::string& start, const std::string& end) {
  const std::size_t from = html.find(start);
  if (from == std::string::npos) return {};
  return html.substr(from, html.find(end, from) - from);
}

std::string element_with(const std::string& html, const std::string& attribute) {
  const std::size_t at = html.find(attribute);
  if (at == std::string::npos) return {};
  const std::size_t from = html.rfind('<', at);
  return html.substr(from, html.find('>', at) - from + 1);
}

TEST(ParticipantPage, SaysWhatAndWhereInItsTitle) {
  EXPECT_THAT(page_of(example::room_in(Stage::supplement), Stage::supplement), HasSubstr("<title>Suppler nøkler – gruppe 7 – Nøkkelknippe</title>"));
  EXPECT_THAT(page_of(example::room_in(Stage::rank), Stage::rank), HasSubstr("<title>Ranger topp 5 – gruppe 7 – Nøkkelknippe</title>"));
}

TEST(ParticipantPage, EscapesWhatPeopleWrite) {
  const std::string hostile = "</textarea><script>alert(1)</script>\"'&";
  Workshop w = example::room_in(Stage::pitch);
  w.about.title = w.about.question = w.about.place = hostile;
  for (domain::Group& group : w.groups) group.name = hostile;
  w.groups[6].members = {hostile};
  for (domain::Key& key : w.keys) key.short_name = key.text = key.speaker = key.label = hostile;
  for (domain::Supplement& each : w.supplements) each.text = each.reason = hostile;
  for (domain::Measure& each : w.measures) each.text = each.owner = each.date = hostile;
  for (domain::Note& each : w.notes) each.text = hostile;
  w.phone_names[1] = hostile;
  for (int i = 0; i < domain::stage_count; ++i) {
    w.stage = static_cast<Stage>(i);
    const Kept kept{"notat", {{"tekst", hostile}, {"til", hostile}}, Error{ErrorKind::refused, "stage.closed", hostile}};
    const std::string html = page_of(w, w.stage, kept);
    EXPECT_THAT(html, Not(HasSubstr("<script>alert"))) << i;
    EXPECT_THAT(html, Not(HasSubstr("</textarea><script"))) << i;
  }
  EXPECT_THAT(own_group_page(example::view_of(words()[Lang::nb]), w, example::seat), Not(HasSubstr("<script>alert")));
}

TEST(ParticipantPage, FollowsTheStreamOnlyWhereTheStageIsOpen) {
  const Workshop w = example::room_in(Stage::measures);
  EXPECT_THAT(page_of(w, Stage::measures), HasSubstr(room_path() + "/strom"));
  EXPECT_THAT(page_of(w, Stage::rank), Not(HasSubstr("/strom")));
}

TEST(ParticipantPage, AStageThatIsNotPresentIsReadOnlyAndPointsToTheOneThatIs) {
  const Workshop w = example::room_in(Stage::result);
  for (const Stage stage : {Stage::supplement, Stage::rank, Stage::measures, Stage::pitch}) {
    const std::string main = part(page_of(w, stage), "<main", "</main>");
    EXPECT_THAT(main, Not(HasSubstr("<form"))) << stage_path(stage);
    EXPECT_THAT(main, HasSubstr("Dette steget er ikke åpent nå"));
    EXPECT_THAT(main, HasSubstr("Gå til steget som er åpent: Resultat"));
  }
}

TEST(ParticipantPage, KnowsAStageThatHasNotComeYet) {
  EXPECT_THAT(page_of(example::room_in(Stage::welcome), Stage::pitch), HasSubstr("Dette steget er ikke åpnet ennå"));
}

TEST(ParticipantPage, WaitsWhileTheWorkshopIsADraft) {
  Workshop w = example::room_in(Stage::welcome);
  w.phase = domain::Phase::draft;
  const std::string html = page_of(w, Stage::welcome);
  EXPECT_THAT(html, HasSubstr("Verkstedet har ikke startet ennå"));
  EXPECT_THAT(html, HasSubstr("/strom"));
}

TEST(ParticipantPage, AClosedWorkshopTakesNothingMore) {
  Workshop w = example::room_in(Stage::measures);
  w.phase = domain::Phase::closed;
  w.published = true;
  const std::string html = page_of(w, Stage::measures);
  EXPECT_THAT(html, HasSubstr("Verkstedet er avsluttet"));
  EXPECT_THAT(html, HasSubstr("/resultater/" + to_base32(example::room.value)));
  EXPECT_THAT(html, Not(HasSubstr("<form")));
}

TEST(ParticipantPage, EveryFormCarriesTheCommandId) {
  for (const example::Example& page : example::every_page()) {
    const std::string html = page.render(example::view_of(words()[Lang::nb]));
    std::size_t forms = 0, ids = 0;
    for (std::size_t at = html.find("<form"); at != std::string::npos; at = html.find("<form", at + 1)) ++forms;
    for (std::size_t at = html.find("name=\"kommando\" value=\"k-0123\""); at != std::string::npos;
         at = html.find("name=\"kommando\" value=\"k-0123\"", at + 1))
      ++ids;
    EXPECT_EQ(ids, forms) << page.name;
  }
}

TEST(ParticipantPage, MarksKeysInTheirOwnLanguage) {
  EXPECT_THAT(page_of(example::room_in(Stage::keys), Stage::keys), HasSubstr("lang=\"da\">Borgerinvolvering"));
  const std::string english = page_of(example::room_in(Stage::keys), Stage::keys, {}, Lang::en);
  EXPECT_THAT(english, HasSubstr("lang=\"nb\">Avklar HVORFOR"));
}

TEST(ParticipantPage, OffersAWayToAskForHelpAndToTakeItBack) {
  Workshop w = example::room_in(Stage::rank);
  EXPECT_THAT(page_of(w, Stage::rank), HasSubstr("value=\"be\""));
  w.groups[6].wants_help = true;
  EXPECT_THAT(page_of(w, Stage::rank), HasSubstr("value=\"avlys\""));
}

TEST(ParticipantFragments, HoldNothingPersonalAndNoCommandId) {
  View view = example::view_of(words()[Lang::nb]);
  view.form_token.clear();
  for (int i = 0; i < domain::stage_count; ++i) {
    Workshop w = example::room_in(static_cast<Stage>(i));
    w.phone_names[1] = "Zacharias";
    const std::string html = participant_fragments(view, w, example::room, example::ours);
    EXPECT_THAT(html, Not(HasSubstr("kommando")));
    EXPECT_THAT(html, Not(HasSubstr("Zacharias")));
    EXPECT_THAT(html, HasSubstr("#topp"));
    EXPECT_THAT(html, HasSubstr("<main id=\"innhold\""));
    EXPECT_THAT(html, HasSubstr("data-seq=\"42\""));
  }
}

TEST(ParticipantFragments, WhileEachRanksAloneAreOlderThanThePagesOfThoseWhoHaveBegun) {
  View view = example::view_of(words()[Lang::nb]);
  view.form_token.clear();
  view.seq = 50;
  domain::Workshop room = example::alone_room();
  const std::string fragments = participant_fragments(view, room, example::room, example::seat.group);
  EXPECT_THAT(element_with(fragments, "id=\"innhold\""), HasSubstr("data-seq=\"39\""));
  EXPECT_THAT(fragments, HasSubstr("data-hent"));
  EXPECT_THAT(fragments, Not(HasSubstr("id=\"rang\"")));
  room.alone.back().open = false;
  const std::string after = participant_fragments(view, room, example::room, example::seat.group);
  EXPECT_THAT(element_with(after, "id=\"innhold\""), HasSubstr("data-seq=\"50\""));
  EXPECT_THAT(after, HasSubstr("id=\"rang\""));
}

TEST(RankAlone, ShowsThePersonsListAndNotTheGroups) {
  domain::Workshop room = example::alone_room();
  example::rank(room, example::seat.group.value, {1, 2, 4, 3, 9}, false);
  Seat mine = example::seat;
  mine.own.draft = {KeyId{5}};
  const std::string page = participant_page(example::view_of(words()[Lang::nb]), room, mine, Stage::rank);
  EXPECT_THAT(page, HasSubstr("id=\"plass-5\""));
  EXPECT_THAT(page, Not(HasSubstr("id=\"plass-9\"")));
  EXPECT_THAT(page, HasSubstr(room_path() + "/alene"));
}

TEST(ParticipantFragments, AreTheSameMainAsThePageShows) {
  View view = example::view_of(words()[Lang::nb]);
  view.form_token.clear();
  for (int i = 0; i < domain::stage_count; ++i) {
    const Workshop w = example::room_in(static_cast<Stage>(i));
    const std::string page = participant_page(view, w, example::seat, w.stage);
    const std::string fragments = participant_fragments(view, w, example::room, example::ours);
    const auto inside = [](const std::string& html) { const std::string main = part(html, "<main", "</main>"); return main.substr(main.find('>')); };
    EXPECT_EQ(inside(page), inside(fragments));
  }
}

TEST(ParticipantAnswer, CarriesTheThreeRegionsAndTheStatus) {
  const std::string html = participant_answer(example::view_of(words()[Lang::nb]), example::room_in(Stage::rank), example::seat, Stage::rank, {}, "Lagret");
  for (const char* region : {"id=\"topp\"", "id=\"melding\"", "id=\"innhold\"", "id=\"status\""}) EXPECT_THAT(html, HasSubstr(region));
  EXPECT_THAT(html, HasSubstr(">Lagret</div>"));
  EXPECT_THAT(html, HasSubstr("k-0123"));
}

TEST(KeysStage, ShowsThePresentedKeyOnTopAndWhoComesNext) {
  const std::string html = page_of(example::room_in(Stage::keys), Stage::keys);
  EXPECT_THAT(html, HasSubstr("Oslo presenterer"));
  EXPECT_THAT(html, HasSubstr("14 av 18"));
  EXPECT_THAT(element_with(html, "id=\"nokkel-14\""), HasSubstr("aria-current=\"true\""));
  EXPECT_THAT(part(html, "<h2 id=\"inn-0\">Trondheim", "</div>"), HasSubstr("Presentert"));
  EXPECT_THAT(part(html, "<h2 id=\"inn-5\">Jacob Torfing", "</div>"), HasSubstr("Kommer"));
}

TEST(KeysStage, IsOneListWhenNobodyIsNamed) {
  Workshop w = example::room_in(Stage::keys);
  for (domain::Key& key : w.keys) key.speaker.clear();
  const std::string html = page_of(w, Stage::keys);
  EXPECT_THAT(html, HasSubstr("<h2 id=\"inn-0\">Alle nøklene</h2>"));
  EXPECT_THAT(html, Not(HasSubstr("inn-1")));
}

TEST(SupplementStage, ShowsWhatBecameOfEachOwnKey) {
  const std::string html = page_of(example::room_in(Stage::supplement), Stage::supplement);
  const std::size_t returned = html.find("id=\"egen-5\"");
  ASSERT_NE(returned, std::string::npos);
  EXPECT_LT(returned, html.find("id=\"egen-6\"")) << "what came back stands first";
  EXPECT_THAT(html, HasSubstr("Sendt tilbake: «Hvem skal tre tilbake, og når?»"));
  EXPECT_THAT(html, HasSubstr("Godkjent som nøkkel A"));
  EXPECT_THAT(html, HasSubstr("Venter på fasilitatoren"));
  EXPECT_THAT(html, Not(HasSubstr("Formidle kunnskap")));
  EXPECT_THAT(part(html, "id=\"innkommet\"", "</ul>"), Not(HasSubstr("Start innenfra")));
  EXPECT_THAT(part(html, "id=\"innkommet\"", "</ul>"), HasSubstr("Felles forståelse"));
}

TEST(SupplementStage, KeepsRefusedTextBesideItsError) {
  const Kept kept{"suppler", {{"tekst", "En tanke"}}, Error{ErrorKind::bad_input, "text.too_long", "200"}};
  const std::string html = page_of(example::room_in(Stage::supplement), Stage::supplement, kept);
  EXPECT_THAT(part(html, "<textarea class=\"ds-input\" id=\"ny\"", "</textarea>"), HasSubstr("\nEn tanke"));
  EXPECT_THAT(element_with(html, "id=\"ny\""), HasSubstr("aria-invalid=\"true\""));
  EXPECT_THAT(html, HasSubstr("id=\"ny-f\""));
  EXPECT_THAT(html, HasSubstr("href=\"#ny\""));
}

TEST(SupplementStage, OpensTheEntryThatIsBeingEdited) {
  const std::string html = page_of(example::room_in(Stage::supplement), Stage::supplement, {"suppler", {{"rediger", "5"}}, {}});
  EXPECT_THAT(element_with(html, "id=\"rediger-5\""), HasSubstr(" open"));
  EXPECT_THAT(element_with(html, "id=\"rediger-6\""), Not(HasSubstr(" open")));
  EXPECT_THAT(part(html, "id=\"tekst-5\"", "</textarea>"), HasSubstr("Tre litt tilbake"));
}

TEST(SupplementStage, ARefusedEditKeepsItsTextAndLeavesTheOthersAlone) {
  const Kept kept{"suppler", {{"rediger", "5"}, {"tekst", "Ny tekst"}}, Error{ErrorKind::refused, "supplement.ranked", ""}};
  const std::string html = page_of(example::room_in(Stage::supplement), Stage::supplement, kept);
  EXPECT_THAT(part(html, "id=\"tekst-5\"", "</textarea>"), HasSubstr("Ny tekst"));
  EXPECT_THAT(part(html, "id=\"ny\"", "</textarea>"), Not(HasSubstr("Ny tekst")));
  EXPECT_THAT(html, HasSubstr("href=\"#tekst-5\""));
}

TEST(RankStage, OffersEveryOperationUnderANameOfItsOwn) {
  const std::string html = page_of(example::room_in(Stage::rank), Stage::rank);
  for (const char* op : {"value=\"velg:3\"", "value=\"fjern:1\"", "value=\"opp:2\"", "value=\"ned:2\"", "value=\"lever\""})
    EXPECT_THAT(html, HasSubstr(op));
  EXPECT_THAT(html, HasSubstr("Flytt «Handlingsrom» opp til plass 1"));
  EXPECT_THAT(html, HasSubstr("Flytt «Handlingsrom» ned til plass 3"));
  EXPECT_THAT(html, HasSubstr("Fjern «Avklar HVORFOR» fra plass 1"));
  EXPECT_THAT(html, HasSubstr("data-id=\"2\""));
  EXPECT_THAT(html, HasSubstr("2 igjen å velge"));
}

TEST(RankStage, TheEndsOfTheListCannotMoveOn) {
  const std::string html = page_of(example::room_in(Stage::rank), Stage::rank);
  EXPECT_THAT(element_with(html, "id=\"opp-1\""), HasSubstr("aria-disabled=\"true\""));
  EXPECT_THAT(element_with(html, "id=\"ned-1\""), Not(HasSubstr("aria-disabled")));
  EXPECT_THAT(element_with(html, "id=\"ned-4\""), HasSubstr("aria-disabled=\"true\""));
  EXPECT_THAT(element_with(html, "id=\"opp-4\""), Not(HasSubstr("aria-disabled")));
}

TEST(RankStage, AFullListTakesNoMoreKeys) {
  Workshop w = example::room_in(Stage::rank);
  example::rank(w, 7, {1, 2, 4, 3, 9}, false);
  const std::string html = page_of(w, Stage::rank);
  EXPECT_THAT(element_with(html, "id=\"velg-5\""), HasSubstr("aria-disabled=\"true\""));
  EXPECT_THAT(html, HasSubstr("Klar til å leveres"));
  EXPECT_THAT(element_with(html, "id=\"lever\""), Not(HasSubstr("aria-disabled")));
}

TEST(RankStage, SaysWhetherWhatIsShownCounts) {
  Workshop w = example::room_in(Stage::rank);
  example::rank(w, 7, {1, 2, 4, 3, 9}, true);
  EXPECT_THAT(page_of(w, Stage::rank), HasSubstr("Rangeringen er levert"));
  EXPECT_THAT(page_of(w, Stage::rank), HasSubstr("Levert kl. 10:43"));
  example::rank(w, 7, {2, 1, 4, 3, 9}, false);
  const std::string changed = page_of(w, Stage::rank);
  EXPECT_THAT(changed, HasSubstr("Dere har endret lista etter at dere leverte"));
  EXPECT_THAT(changed, HasSubstr("Lever på nytt"));
}

TEST(RankStage, ASecondRoundSaysSoAndKeepsTheFirstReadable) {
  Workshop w = example::room_in(Stage::rank);
  example::rank(w, 7, {1, 2, 4, 3, 9}, true);
  w.round = 2;
  const std::string html = page_of(w, Stage::rank);
  EXPECT_THAT(html, HasSubstr("Runde 2"));
  EXPECT_THAT(html, HasSubstr("Dette leverte dere i runde 1"));
  EXPECT_THAT(html, HasSubstr("5 igjen å velge"));
}

TEST(RankStage, ARetiredKeyIsNotOffered) {
  Workshop w = example::room_in(Stage::rank);
  w.keys[19].retired = true;
  EXPECT_THAT(page_of(w, Stage::rank), Not(HasSubstr("velg:20")));
}

TEST(ParticipantMessage, KeepsTextWhoseStageHasPassed) {
  const Kept kept{"suppler", {{"tekst", "Det er lov å prøve og feile"}}, Error{ErrorKind::refused, "stage.closed", ""}};
  const std::string html = page_of(example::room_in(Stage::rank), Stage::rank, kept);
  const std::string message = part(html, "id=\"melding\"", "<main");
  EXPECT_THAT(message, HasSubstr("Dette ble ikke sendt"));
  EXPECT_THAT(message, HasSubstr("Det er lov å prøve og feile</textarea>"));
}

TEST(ParticipantMessage, AnErrorWithoutAFieldStandsByItself) {
  const Error ranked{ErrorKind::refused, "supplement.ranked", ""};
  const std::string html = page_of(example::room_in(Stage::supplement), Stage::supplement, {"suppler", {}, ranked});
  EXPECT_THAT(part(html, "id=\"melding\"", "<main"), HasSubstr("Det gikk ikke"));
  EXPECT_THAT(html, Not(HasSubstr("aria-invalid")));
  const std::string note = page_of(example::room_in(Stage::pitch), Stage::pitch, {"notat", {{"til", "6"}}, ranked});
  EXPECT_THAT(note, Not(HasSubstr("aria-invalid")));
}

TEST(MeasuresStage, PutsTheErrorBesideTheDate) {
  const Kept kept{"tiltak", {{"hva", "møte folk"}, {"naar", "2017-13-01"}, {"nokkel", "4"}}, Error{ErrorKind::bad_input, "measure.bad_date", ""}};
  const std::string html = page_of(example::room_in(Stage::measures), Stage::measures, kept);
  EXPECT_THAT(element_with(html, "id=\"naar\""), HasSubstr("aria-invalid=\"true\""));
  EXPECT_THAT(element_with(html, "id=\"hva\""), Not(HasSubstr("aria-invalid")));
  EXPECT_THAT(part(html, "id=\"hva\"", "</textarea>"), HasSubstr("møte folk"));
  EXPECT_THAT(part(html, "<select class=\"ds-input\" id=\"nokkel\"", "</select>"), HasSubstr("<option value=\"4\" selected>"));
}

TEST(MeasuresStage, ListsOnlyTheOwnOnes) {
  const std::string html = page_of(example::room_in(Stage::measures), Stage::measures);
  EXPECT_THAT(html, HasSubstr("Enhetsleder hjemmetjenesten"));
  EXPECT_THAT(html, HasSubstr("15. oktober 2017"));
  EXPECT_THAT(html, Not(HasSubstr("Et tiltak fra en annen gruppe")));
}

TEST(PitchStage, ListenersWriteToTheOneWhoSpeaks) {
  Workshop w = example::room_in(Stage::pitch);
  example::give_floor(w, 8, 38'000);
  const std::string html = page_of(w, Stage::pitch);
  EXPECT_THAT(html, HasSubstr("Gruppe 8 pitcher"));
  EXPECT_THAT(html, HasSubstr("name=\"til\" value=\"8\""));
  EXPECT_LT(html.find("name=\"til\" value=\"8\""), html.find("name=\"til\" value=\"6\"")) << "the one who just spoke stands below";
  EXPECT_THAT(html, HasSubstr("Dere er neste"));
}

TEST(PitchStage, TheGroupWithTheFloorSeesItsMinuteAndItsScript) {
  Workshop w = example::room_in(Stage::pitch);
  example::give_floor(w, 7, 38'000);
  const std::string html = page_of(w, Stage::pitch);
  EXPECT_THAT(html, HasSubstr("stroke-dasharray=\"38 60\""));
  EXPECT_THAT(html, HasSubstr("value=\"pause\""));
  EXPECT_THAT(html, HasSubstr("value=\"ferdig\""));
  EXPECT_THAT(html, Not(HasSubstr("Hvordan når dere dem"))) << "notes come when the minute is over";
  example::give_floor(w, 7, 21'000, true);
  EXPECT_THAT(page_of(w, Stage::pitch), HasSubstr("value=\"fortsett\""));
  example::give_floor(w, 7, -5'000);
  EXPECT_THAT(page_of(w, Stage::pitch), HasSubstr("stroke-dasharray=\"0 60\""));
}

TEST(PitchStage, NotesComeAfterTheMinute) {
  Workshop w = example::room_in(Stage::pitch);
  EXPECT_THAT(page_of(w, Stage::pitch), Not(HasSubstr("Hvordan når dere dem")));
  example::has_spoken(w, 7);
  const std::string html = page_of(w, Stage::pitch);
  EXPECT_THAT(html, HasSubstr("Takk for pitchen"));
  EXPECT_THAT(html, HasSubstr("Hvordan når dere dem"));
}

TEST(ResultStage, ShowsTheListWithPointsUnlessItIsHidden) {
  Workshop w = example::room_in(Stage::result);
  const std::string html = page_of(w, Stage::result);
  EXPECT_THAT(part(html, "id=\"resultat-1\"", "</li>"), HasSubstr("19 poeng"));
  EXPECT_THAT(part(html, "id=\"resultat-1\"", "</li>"), HasSubstr("4 grupper"));
  EXPECT_THAT(html, HasSubstr("To grupper har i snitt"));
  w.settings.hidden_until_revealed = true;
  const std::string hidden = page_of(w, Stage::result);
  EXPECT_THAT(hidden, Not(HasSubstr("19 poeng")));
  EXPECT_THAT(hidden, HasSubstr("Resultatet vises her når fasilitatoren viser det fram"));
}

TEST(OwnGroupPage, ShowsNameAndMembersToEdit) {
  const std::string html = own_group_page(example::view_of(words()[Lang::nb]), example::room_in(Stage::welcome), example::seat);
  EXPECT_THAT(element_with(html, "id=\"g-navn\""), HasSubstr("value=\"Helse og omsorg\""));
  EXPECT_THAT(html, HasSubstr("Ingrid\nOla\nSamira\nKnut</textarea>"));
  EXPECT_THAT(html, HasSubstr("value=\"forlat\""));
  EXPECT_THAT(html, HasSubstr("Du heter Samira her."));
}

TEST(StagePaths, LeadThereAndBack) {
  for (int i = 0; i < domain::stage_count; ++i) {
    const auto stage = static_cast<Stage>(i);
    EXPECT_EQ(stage_of_path(stage_path(stage)), stage);
  }
  EXPECT_EQ(stage_of_path("strom"), std::nullopt);
}

}  // namespace
}  // namespace knippe::views
