// What the program carries and everyone may read: the methods, and the seminar of 2017.

#include "views/archive/record.h"
#include "views/involvement/method.h"
#include "views/search/passages.h"

namespace knippe::views {

std::vector<Place> places_of_the_program() {
  std::vector<Place> all;
  const auto add = [&](FoundKind kind, std::size_t count) {
    for (std::uint32_t n = 1; n <= count; ++n) all.push_back({kind, n});
  };
  add(FoundKind::method, all_methods().size());
  add(FoundKind::key, seminar_record().keys.size());
  add(FoundKind::record, seminar_record().supplements.size() + seminar_record().measures.size());
  return all;
}

bool is_in_the_program(Place place) {
  const Record& record = seminar_record();
  const std::size_t count = place.kind == FoundKind::method  ? all_methods().size()
                            : place.kind == FoundKind::key    ? record.keys.size()
                            : place.kind == FoundKind::record ? record.supplements.size() + record.measures.size()
                                                              : 0;
  return place.number >= 1 && place.number <= count;
}

Passage passage_of_the_program(Place place, Lang lang) {
  const std::size_t at = place.number - 1;
  const Record& record = seminar_record();
  if (place.kind == FoundKind::method) {
    const Method& method = all_methods()[at];
    const Method::Text& text = method.in(lang);
    return {text.name, text.summary + "\n" + text.fits + "\n" + text.not_when + "\n" + text.demands, lang == Lang::nn ? "nn" : "nb", "/metoder#" + method.id};
  }
  Passage made{{}, {}, record.language, "/arkiv/" + record.id};
  if (place.kind == FoundKind::key) {
    made.heading = record.keys[at].short_name;
    made.text = record.keys[at].text;
    made.language = record.keys[at].language;
    made.address += "#nokler-h";
  } else {
    const bool supplement = at < record.supplements.size();
    made.text = supplement ? record.supplements[at] : record.measures[at - record.supplements.size()];
    made.address += supplement ? "#suppler-h" : "#tiltak-h";
  }
  return made;
}

}  // namespace knippe::views
