#pragma once
// Workshops for the tests of the report and the projector, played through the rules as a hall would play them.

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "domain/workshop/commands.h"
#include "domain/workshop/template.h"
#include "views/lang.h"
#include "views/view.h"

namespace knippe::views {

inline const Words& words(Lang lang = Lang::nb) {
  static const Catalogue catalogue;
  return catalogue[lang];
}

inline std::vector<KeyId> key_ids(std::initializer_list<std::uint32_t> numbers) {
  std::vector<KeyId> out;
  for (const auto number : numbers) out.push_back(KeyId{number});
  return out;
}

/// A room in memory with the facilitator at the desk.
struct Hall {
  domain::Workshop w;
  Instant now{1'506'418'320'000};  // 26 September 2017, 11:32 in Stavanger
  std::uint64_t seq = 0;

  Hall& act(const domain::Command& command) {
    const auto events = domain::decide(w, command, {now, domain::Actor::account(AccountId{1})});
    EXPECT_TRUE(events) << events.error().message_key;
    if (events)
      for (const domain::Event& event : *events) domain::apply(w, event, {Seq{++seq}, now});
    return *this;
  }
  Hall& group(std::string name, int people = 5) { return act(domain::MakeGroup{std::move(name), {"Kari Nordmann"}, people, true, ""}); }
  Hall& stage(domain::Stage stage) { return act(domain::OpenStage{stage}); }
  Hall& rank(std::uint32_t number, std::initializer_list<std::uint32_t> keys) {
    return act(domain::HandInRanking{GroupNumber{number}, key_ids(keys)});
  }
  Hall& accept(std::uint32_t group, const std::string& text, const std::string& short_name) {
    act(domain::ProposeSupplement{GroupNumber{group}, text});
    return act(domain::AcceptSupplement{w.supplements.back().id, short_name, ""});
  }
  View view(Lang lang = Lang::nb) const { return {words(lang), now, seq, {}, "https://nokkelknippe.example", {}}; }
};

/// The seminar's template, open, with `groups` groups of five.
inline Hall open_hall(std::uint32_t groups, const domain::Template& made = domain::seminar_2017(), bool simulated = false) {
  const char* const names[] = {"Plan og bygg",      "Ungdomsrådet", "Frivilligheten", "Kultur",     "Oppvekst",
                               "Eldrerådet",        "Helse og omsorg", "Næringsforeningen", "Velforeningene", "Politikerne"};
  Hall hall;
  hall.act(domain::CreateWorkshop{made.settings, made.about, made.keys, simulated, made.name}).act(domain::OpenWorkshop{});
  for (std::uint32_t n = 0; n < groups; ++n) hall.group(n < 10 ? names[n] : "Bord " + std::to_string(n + 1));
  return hall;
}

/// Ten groups that have done everything: supplements, rankings, measures, pitches, notes.
inline Hall full_hall() {
  using domain::Stage;
  Hall hall = open_hall(10);
  hall.stage(Stage::keys).act(domain::SetProjector{{domain::ProjectorView::follow, false, KeyId{14}}});
  hall.stage(Stage::supplement);
  hall.accept(7, "Start innenfra før du går til innbyggerne.", "Start innenfra")
      .accept(7, "Sørge for profesjonell fasilitering", "Profesjonell fasilitering")
      .accept(1, "Finansiering som viktig faktor til å få til ønsket effekt", "Finansiering")
      .accept(4, "Få folk til å gi av sin tid slik at frivillighet og samskaping kan skje", "Tid til frivillighet")
      .accept(8, "Småskalaeksperimentering – høste lavthengende frukter så fort som mulig (handlingsperspektiv)", "Små eksperimenter")
      .accept(2, "Formidle kunnskap til innbyggerne", "Formidle kunnskap")
      .accept(5, "Ha en faglig overbygning (manual)", "Faglig overbygning")
      .accept(6, "Involvere barn/unge/andre grupper", "Barn og unge")
      .accept(10, "For å opprettholde tillit og troverdighet må man ha en etisk refleksjon (humanistisk forankring)", "Etisk refleksjon")
      .accept(2, "Felles forståelse/avklaringer og roller", "Felles forståelse")
      .accept(3, "Kulturendring nødvendig – implementering i hele organisasjonen (inkl. politikere, innbyggere). Fra New Public "
                 "Management (NPM) til arena for samskaping.", "Kulturendring")
      .accept(9, "Sikre ivaretagelse og rom for innbyggerinitiativ og -engasjement", "Rom for initiativ");
  hall.act(domain::ProposeSupplement{GroupNumber{3}, "Tre litt tilbake"});
  hall.stage(Stage::rank);
  hall.rank(1, {1, 2, 3, 4, 9}).rank(2, {1, 2, 4, 3, 7}).rank(3, {2, 1, 3, 9, 4}).rank(4, {1, 2, 9, 4, 3}).rank(5, {1, 4, 2, 3, 9});
  hall.rank(6, {1, 2, 3, 16, 9}).rank(7, {1, 2, 4, 3, 19}).rank(8, {2, 1, 9, 3, 4});
  hall.stage(Stage::measures);
  const char* const measures[] = {"Lage medvirknings-/involveringsstrategi", "Jobbe med bevisstgjøring av ansatte og politikere",
                                  "Sjekke ut: «Hvilke følte behov har vi i vår kommune?»",
                                  "Gå ut og møte folk der de er (etter modell fra Tøyen og Stavanger)",
                                  "Finne en passende oppgave å prøve ut samskaping som metode",
                                  "Anskaffe digital plattform for involvering", "Gå ut og møte folk der de er",
                                  "Mobilisere, spre begeistring og energi"};
  std::uint32_t number = 0;
  for (const char* text : measures)
    hall.act(domain::PlanMeasure{GroupNumber{++number}, text, number == 2 ? "Kommunedirektøren" : "", number < 4 ? "2017-11-01" : "",
                                 KeyId{number == 1 ? 10U : 0U}});
  hall.stage(Stage::pitch);
  for (int i = 0; i < 3; ++i) hall.act(domain::StartPitch{}).act(domain::EndPitch{});
  hall.act(domain::TakeNote{GroupNumber{5}, GroupNumber{1}, domain::NoteKind::question, "Hvem eier strategien?"});
  hall.act(domain::TakeNote{GroupNumber{6}, GroupNumber{2}, domain::NoteKind::comment, "Fint at ungdommene får ordet først."});
  hall.act(domain::TakeNote{GroupNumber{4}, GroupNumber{3}, domain::NoteKind::new_key, "Inviter dem som er uenige"});
  return hall;
}

/// As large and as long as the limits allow: 500 groups, 60 keys, every text at its bound.
inline Hall crowded_hall() {
  domain::Template made = domain::seminar_2017();
  made.about.title = "Hvordan kan alle som bor og arbeider i kommunene langs fjorden, være med på å forme framtida vår sammen?";
  made.about.question = std::string(made.about.title) + " " + made.about.title;
  made.about.place = "Samfunnssalen i det gamle rådhuset på Fjordvik, andre etasje over biblioteket";
  const std::string long_text = "Samskaping/medvirkning krever tid, tillit og tålmodighet i alle ledd, fra den første samtalen til den "
                                "siste evalueringen, og det gjelder både folkevalgte, ansatte, frivillige og næringsliv. ";
  while (made.keys.size() < 60) {
    const std::string label = std::to_string(made.keys.size() + 1);
    made.keys.push_back({KeyId{static_cast<std::uint32_t>(made.keys.size() + 1)}, label, "Samskapingskompetanse og tillit " + label,
                         long_text + long_text + long_text, "nb", "", {}, false});
  }
  made.keys[13].text = (long_text + long_text + long_text + long_text).substr(0, 600);
  made.keys[13].short_name = "Medvirkningstretthet/deltakerutmattelse";
  Hall hall = open_hall(500, made);
  return hall;
}

}  // namespace knippe::views
