#pragma once
// The 18 keys and the 19 supplements of the seminar in Stavanger, 26 September 2017 (KS), as its slides have them.

#include <vector>

#include "likeness/stems.h"

namespace knippe::likeness::seminar {

inline std::vector<Text> keys() {
  return {
      {"Start alltid med å avklare HVORFOR dere vil involvere – hva målet er - hva dere ønsker å oppnå", "nb"},
      {"Involver kun når det finnes handlingsrom, og vær tydelig på hvilket handlingsrom som finnes", "nb"},
      {"Velg metode som passer målet og målgruppa", "nb"},
      {"Føre folk sammen", "nb"},
      {"Felles mål – ulike roller og ansvar", "nb"},
      {"Samarbeid for å nå målene", "nb"},
      {"Tidlig involvering", "nb"},
      {"Eierskap", "nb"},
      {"Mangfold (ulike, flere brukergrupper blir tatt med)", "nb"},
      {"Naturlig del av kommunens plan- og styringssystem", "nb"},
      {"Mål i seg selv og gjenstand for eksperimentering og teoriutvikling", "nb"},
      {"De nye rommene - sosial kapital og virtuelle arenaer for involvering", "nb"},
      {"Tid: Det tar tid – et par verksted er ikke nok. Må legges til rette hele veien – er ikke et prosjekt. Et helt apparat – fysisk, digitalt og personlig. Følg opp", "nb"},
      {"Tretthet: Unngå medvirknings- og involveringstretthet. Sats på konkrete initiativer som er en fordel å delta i. Tenk ressurs-baserte (asset based) – alle brenner for noe.", "nb"},
      {"Troverdighet og tillit: Gi og be etter klare forventninger. Bygg systemer og situasjoner hvor tillit etableres. Stol på folkets egne ideer og støtt dem.", "nb"},
      {"Vi skal holde op med at snakke om borgerinndragelse og i stedet snakke om borgerinvolvering, fordi 'borgerinndragelse' lider under at være tænkt som inddragelse i en proces, som den kommunale administration styrer.", "da"},
      {"Vi skal lave tidlig inddragelse af borgerne allerede i problemsætningen, fordi det skaber stor frustration hos både borgere og kommune, når borgerne høres om næsten færdige forslag, som reelt ikke kan ændres.", "da"},
      {"Det er vigtigt at afstemme forventningerne fra starten, så borgerne ved , hvad de kan få indflydelse på. Borgerne skal gives reel indflydelse, ellers oplever de det som spild af tid og vil ikke være med en anden gang.", "da"},
  };
}

inline std::vector<Text> supplements() {
  return {
      {"Finansiering som viktig faktor til å få til ønsket effekt", "nb"},
      {"Få folk til å gi av sin tid slik at frivillighet og samskaping kan skje", "nb"},
      {"Start innenfra før du går til innbyggerne.", "nb"},
      {"Tre litt tilbake", "nb"},
      {"Formidle kunnskap til innbyggerne", "nb"},
      {"Ta utgangspunkt i følt behov", "nb"},
      {"Sørge for profesjonell fasilitering", "nb"},
      {"Ha en faglig overbygning (manual)", "nb"},
      {"Involvere barn/unge/andre grupper", "nb"},
      {"For å opprettholde tillit og troverdighet må man ha en etisk refleksjon (humanistisk forankring)", "nb"},
      {"Felles forståelse/avklaringer og roller", "nb"},
      {"Kulturendring nødvendig – implementering i hele organisasjonen (inkl politikere, innbyggere). Fra New Public Management (NPM) til arena for samskaping.", "nb"},
      {"Sikre ivaretagelse og rom for innbyggerinitiativ og –engasjement", "nb"},
      {"Politikere må på banen og i front.", "nb"},
      {"Tydeliggjøring av roller og mandater internt og eksternt.", "nb"},
      {"«Det er lov å prøve og feile»", "nb"},
      {"God evaluering og synliggjøring av resultater", "nb"},
      {"Utnytte innbyggerinitiativ (nedre).", "nb"},
      {"Småskalaeksperimentering – høste lavthengende frukter så fort som mulig (handlingsperspektiv)", "nb"},
  };
}

}  // namespace knippe::likeness::seminar
