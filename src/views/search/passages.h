#pragma once
// What can be found, as pure functions of the state: which texts a room has, who may see each, its words, and where it stands. Names of
// persons are not among the words, but for politicians, who speak under theirs.

#include <cstdint>
#include <string>
#include <vector>

#include "domain/involvement/involvement.h"
#include "domain/workshop/workshop.h"
#include "views/lang.h"

namespace knippe::views {

/// In the order they are shown. Numbers lie in the index: a new kind gets the next one.
enum class FoundKind : std::uint8_t {
  involvement = 1, item = 2, contribution = 3, theme = 4, answer = 5, decision = 6, measure = 7, outcome = 9, statement = 8, workshop = 10,
  key = 11, proposal = 12, method = 13, record = 14
};
inline constexpr FoundKind found_kinds[] = {FoundKind::involvement, FoundKind::answer,  FoundKind::contribution, FoundKind::theme,
                                            FoundKind::item,        FoundKind::decision, FoundKind::measure,     FoundKind::outcome,
                                            FoundKind::statement,   FoundKind::workshop, FoundKind::key,         FoundKind::proposal,
                                            FoundKind::method,      FoundKind::record};

/// One text of a room, or of the program itself.
struct Place {
  FoundKind kind = FoundKind::involvement;
  std::uint32_t number = 0;
  bool operator==(const Place&) const = default;
};

/// Who may see it; what is erased or not there is seen by nobody.
enum class Seen { nobody, desk, everyone };

struct Passage {
  std::string heading;   ///< may be empty
  std::string text;
  std::string language;
  std::string address;   ///< of the page where it stands, for the public or for the desk
};

Seen seen(const domain::involvement::Involvement& involvement, Place place);
Seen seen(const domain::Workshop& workshop, Place place);
/// Everything that anybody may see.
std::vector<Place> places_of(const domain::involvement::Involvement& involvement);
std::vector<Place> places_of(const domain::Workshop& workshop);
/// Of a place that somebody may see.
Passage passage_of(const domain::involvement::Involvement& involvement, RoomId room, Place place);
Passage passage_of(const domain::Workshop& workshop, RoomId room, Place place);

/// What the program carries: the methods, the seminar's keys, supplements and measures. Everyone sees it.
std::vector<Place> places_of_the_program();
bool is_in_the_program(Place place);
Passage passage_of_the_program(Place place, Lang lang);

}  // namespace knippe::views
