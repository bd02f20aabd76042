#pragma once
// Who speaks: the page where speakers are introduced, and the page that stands before whoever speaks. Notes are shown on these two alone.

#include <string>

#include "views/desk/desk.h"

namespace knippe::views {

/// GET /styring/{room}/innledere. Kept form "lagre" or "ny": `op` ("lagre:3"), "navn", "tilhorighet", "nokler", "notater".
std::string speakers_page(const View& view, const domain::Workshop& workshop, RoomId room, const Kept& kept = {});

/// GET /styring/{room}/presentasjon: the present key with its notes, the next one, the time; steps the projector.
std::string presenter_page(const View& view, const domain::Workshop& workshop, RoomId room, const Kept& kept = {});
/// For the stream, and the answer to a step: the region #presentasjon without form tokens.
std::string presenter_fragments(const View& view, const domain::Workshop& workshop, RoomId room);

}  // namespace knippe::views
