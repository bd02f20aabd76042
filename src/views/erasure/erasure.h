#pragma once
// Pages where texts, names and pictures are erased: a phone's own data, and the facilitator's list with its confirmation.

#include <string>
#include <vector>

#include "domain/workshop/texts.h"
#include "views/desk/desk.h"
#include "views/participant/participant.h"

namespace knippe::views {

/// One text that can be erased.
template <class Ref>
struct TextLineOf {
  Ref text;
  std::vector<std::string> words;    ///< the newest wording; of a picture its description, maybe none
  std::vector<std::string> writers;  ///< "phone:12"
  std::vector<std::string> names;    ///< whom it names, when names do not stand alone
  Instant time;
  int wordings = 1;
};
using TextLine = TextLineOf<domain::TextRef>;

/// GET /rom/{room}/mine-data. Kept form "slett": only an error. `done`: something was just erased.
std::string own_data_page(const View& view, const domain::Workshop& workshop, const Seat& seat, const std::vector<TextLine>& lines, bool done,
                          const Kept& kept = {});
/// The same to take along, as JSON.
std::string own_data_json(const domain::Workshop& workshop, const Seat& seat, const std::vector<TextLine>& lines);

/// GET /styring/{room}/tekster: what there is, to be picked.
std::string texts_page(const View& view, const domain::Workshop& workshop, RoomId room, const std::vector<TextLine>& lines, bool done,
                       const Kept& kept = {});
/// GET /styring/{room}/tekster?hva=…: what goes and what stays, and the button that does it.
std::string erasure_page(const View& view, const domain::Workshop& workshop, RoomId room, const std::vector<TextLine>& chosen, const Kept& kept = {});

}  // namespace knippe::views
