#include "app/demo_cast.h"

namespace knippe::app {

Cast demo_cast() {
  return {
      .title = "Hvordan samskaper vi i Fjordvik?",
      .place = "Fjordvik (oppdiktet kommune)",
      .groups = {"Bord ved vinduet", "Scenekanten", "Kaffekroken", "Bakerst", "Ungdomsbordet", "Midtgangen"},
      .supplements = {"Start innenfra før du går til innbyggerne.",
                      "Ta utgangspunkt i følt behov",
                      "Sørge for profesjonell fasilitering",
                      "Politikere må på banen og i front.",
                      "Involvere barn/unge/andre grupper",
                      "«Det er lov å prøve og feile»",
                      "God evaluering og synliggjøring av resultater",
                      "Tydeliggjøring av roller og mandater internt og eksternt.",
                      "Formidle kunnskap til innbyggerne",
                      "Få folk til å gi av sin tid slik at frivillighet og samskaping kan skje",
                      "Finansiering som viktig faktor til å få til ønsket effekt",
                      "Sikre ivaretagelse og rom for innbyggerinitiativ og –engasjement"},
      .measures = {"finne en passende oppgave å prøve ut samskaping som metode",
                   "jobbe med bevisstgjøring av ansatte og politikere",
                   "sjekke ut: «Hvilke følte behov har vi i vår kommune?»",
                   "diskutere erfaringer fra dette seminaret",
                   "gå ut og møte folk der de er",
                   "mobilisere, spre begeistring og energi",
                   "bruke dagens info til å forbedre videre arbeid",
                   "lage medvirknings-/involveringsstrategi",
                   "dele med kollegaer",
                   "se på praksis ifht involvering",
                   "sortere tankene – hvor står vi?",
                   "fokusere på kommunens rolle som tilrettelegger"},
      .notes = {"Hvem følger opp dette hos dere?", "Dette vil vi også prøve.", "Gi folk beskjed om hva som ikke kan endres.",
                "Når begynner dere?", "Spør dem som aldri møter opp.", "Fint at dere starter i det små.",
                "Har dere penger til det?", "Vi har gjort det samme, ta kontakt!"},
  };
}

}  // namespace knippe::app
