#include "domain/workshop/template.h"

#include "domain/json.h"

namespace knippe::domain {
namespace {

struct Given {
  const char* short_name;
  const char* text;
  const char* language = "nb";
};

constexpr Given given[] = {
    {"Avklar HVORFOR",
     "Start alltid med å avklare HVORFOR dere vil involvere – hva målet er – hva dere ønsker å oppnå"},
    {"Handlingsrom", "Involver kun når det finnes handlingsrom, og vær tydelig på hvilket handlingsrom som finnes"},
    {"Riktig metode", "Velg metode som passer målet og målgruppa"},
    {"Føre folk sammen", "Føre folk sammen"},
    {"Felles mål", "Felles mål – ulike roller og ansvar"},
    {"Samarbeid", "Samarbeid for å nå målene"},
    {"Tidlig involvering", "Tidlig involvering"},
    {"Eierskap", "Eierskap"},
    {"Mangfold", "Mangfold (ulike, flere brukergrupper blir tatt med)"},
    {"Del av plansystemet", "Naturlig del av kommunens plan- og styringssystem"},
    {"Mål i seg selv", "Mål i seg selv og gjenstand for eksperimentering og teoriutvikling"},
    {"De nye rommene", "De nye rommene – sosial kapital og virtuelle arenaer for involvering"},
    {"Tid",
     "Tid: Det tar tid – et par verksted er ikke nok. Må legges til rette hele veien – er ikke et prosjekt. Et helt apparat – "
     "fysisk, digitalt og personlig. Følg opp"},
    {"Tretthet",
     "Tretthet: Unngå medvirknings- og involveringstretthet. Sats på konkrete initiativer som er en fordel å delta i. Tenk "
     "ressurs-baserte (asset based) – alle brenner for noe."},
    {"Troverdighet og tillit",
     "Troverdighet og tillit: Gi og be etter klare forventninger. Bygg systemer og situasjoner hvor tillit etableres. Stol på "
     "folkets egne ideer og støtt dem."},
    {"Borgerinvolvering",
     "Vi skal holde op med at snakke om borgerinndragelse og i stedet snakke om borgerinvolvering, fordi "
     "'borgerinndragelse' lider under at være tænkt som inddragelse i en proces, som den kommunale administration styrer.",
     "da"},
    {"Tidlig i problemsætningen",
     "Vi skal lave tidlig inddragelse af borgerne allerede i problemsætningen, fordi det skaber stor frustration hos både "
     "borgere og kommune, når borgerne høres om næsten færdige forslag, som reelt ikke kan ændres.",
     "da"},
    {"Afstem forventningerne",
     "Det er vigtigt at afstemme forventningerne fra starten, så borgerne ved, hvad de kan få indflydelse på. Borgerne skal "
     "gives reel indflydelse, ellers oplever de det som spild af tid og vil ikke være med en anden gang.",
     "da"},
};

}  // namespace

std::string encode_template(const Template& made) {
  std::string out;
  write(out, made);
  return out;
}

Result<Template> decode_template(std::string_view text) {
  json::error_code error;
  const json::value value = json::parse(json::string_view(text.data(), text.size()), error);
  Template made;
  if (error || !read(value, made)) return bad_input("template.unreadable");
  return made;
}

Template seminar_2017() {
  Template made;
  made.name = "Nøkkelknippe (KS 2017)";
  made.settings.stages = {{Stage::welcome, 10}, {Stage::keys, 20},  {Stage::supplement, 15}, {Stage::rank, 15},
                          {Stage::measures, 20}, {Stage::pitch, 15}, {Stage::result, 10}};
  made.about.title = "Nøkkelknippe for god innbyggerinvolvering";
  made.about.question = "Hvordan samskaper smarte kommuner med innbyggerne?";
  for (const Given& one : given) {
    Key& key = made.keys.emplace_back();
    key.id = KeyId{static_cast<std::uint32_t>(made.keys.size())};
    key.label = std::to_string(made.keys.size());
    key.short_name = one.short_name;
    key.text = one.text;
    key.language = one.language;
  }
  return made;
}

}  // namespace knippe::domain
