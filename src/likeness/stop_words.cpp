// Words of bokmål, nynorsk, Danish and English that hold sentences together and say nothing about what a text is about; and a few that
// every piece of advice uses ("må", "god", "ta").

#include <algorithm>
#include <array>

#include "likeness/stems.h"

namespace knippe::likeness {
namespace {

constexpr auto sorted(auto words) {
  std::ranges::sort(words);
  return words;
}

constexpr auto stop_words = sorted(std::to_array<std::string_view>({
    // bokmål and nynorsk
    "alle", "alltid", "alt", "altså", "andre", "annen", "annet", "at", "av", "bare", "begge", "berre", "ble", "blei", "bli", "blir", "blitt",
    "bruke", "bruk", "både", "båe", "da", "de", "deg", "del", "dei", "dem", "den", "denne", "der", "dere", "deres", "dersom", "desse", "det", "dette",
    "difor", "din", "dine", "disse", "ditt", "du", "dykk", "dykkar", "då", "eg", "ei", "ein", "eit", "eller", "elles", "en", "enn", "ennå",
    "er", "et", "ett", "etter", "for", "fordi", "finn", "finne", "finner", "finnes", "finst", "finnast", "fra", "frå", "få", "får", "før", "først", "fyrst", "gi", "gir", "gjev", "gje", "gjennom", "gang", "gange", "gangen", "ganger", "gong", "gongen", "gonger",
    "gjøre", "gjør", "gjere", "gjer", "god", "gode", "godt", "gå", "går", "ha", "hadde", "han", "har", "hele", "heile", "henne", "her", "hos",
    "hun", "ho", "hva", "hvem", "hver", "hvilken", "hvilke", "hvilket", "hvis", "hvor", "hvordan", "hvorfor", "ikke", "ikkje", "ingen", "inkl",
    "inn", "inne", "ja", "jeg", "jo", "kan", "kom", "komme", "kome", "kor", "korleis", "korfor", "kva", "kven", "kvar", "kun", "kunne", "la",
    "lage", "legge", "litt", "man", "mange", "me", "med", "meg", "meir", "mellom", "men", "mer", "mest", "min", "mine", "mot", "mye", "mykje",
    "må", "måtte", "nei", "noe", "noen", "noko", "nokon", "nokre", "nye", "når", "nå", "no", "også", "og", "om", "opp", "oss", "over", "på",
    "rundt", "samt", "sats", "se", "seg", "selv", "sette", "setje", "si", "sikre", "sin", "sine", "sitt", "sjølv", "skal", "skje", "start", "starte", "startar", "starter", "skulle",
    "slik", "slike", "som", "sørge", "så", "ta", "tar", "tek", "til", "tilbake", "tydelig", "tydelege", "under", "ut", "uten", "utan", "utgangspunkt",
    "bak", "blant", "bort", "foran", "forbi", "framfor", "hjå", "innafor", "innanfor", "innenfor", "kring", "langs", "ned", "omkring", "utafor", "utanfor", "utenfor",
    "ved", "vera", "vere", "vi", "viktig", "viktige", "vil", "ville", "vår", "våre", "vårt", "vær", "være", "vært", "vore", "ønske", "ønsket", "ønsker", "ønskje", "ønskjer",
    // Danish
    "af", "anden", "andet", "blev", "blive", "bliver", "dens", "ej", "efter", "eft", "ellers", "fik", "fra", "frem", "gjort", "gøre", "gør", "havde",
    "hende", "hvad", "hvornår", "ikke", "indtil", "ind", "jer", "jeres", "kunne", "lave", "lidt", "meget", "mellem", "måske", "nogen", "noget",
    "nogle", "nok", "næsten", "også", "op", "os", "sig", "selv", "skulle", "stor", "store", "være", "uden", "vores", "være",
    // English
    "a", "about", "all", "also", "always", "am", "an", "and", "any", "are", "as", "at", "be", "been", "being", "but", "by", "can", "could",
    "did", "do", "does", "for", "from", "get", "give", "good", "had", "has", "have", "he", "her", "his", "how", "if", "important", "in", "into",
    "is", "it", "its", "just", "let", "make", "may", "more", "most", "must", "my", "new", "no", "not", "of", "on", "one", "only", "or", "other",
    "our", "out", "own", "shall", "she", "should", "so", "some", "such", "take", "than", "that", "the", "their", "them", "then", "there",
    "these", "they", "this", "those", "to", "too", "up", "use", "very", "was", "we", "were", "what", "when", "where", "which", "while", "who",
    "why", "will", "with", "would", "you", "your"}));

/// Words (the longer ones: beginnings of words) that a workshop on involvement is full of whatever is said: its subject, not its points.
constexpr auto field_words = std::to_array<std::string_view>({"borger", "borgar", "citizen", "folk", "innbygg", "innbyggj", "involv", "kommun", "medverk",
                                                              "medvirk", "municipal", "mål", "resident", "samskap", "tid"});

}  // namespace

bool is_field_word(std::string_view stem) {
  const auto names_it = [&](std::string_view word) {
    return stem == word || (word.size() > 4 && stem.starts_with(word) && stem.size() <= word.size() + 5);
  };
  return std::ranges::any_of(field_words, names_it);
}

bool is_stop_word(std::string_view word) { return std::ranges::binary_search(stop_words, word); }

}  // namespace knippe::likeness
