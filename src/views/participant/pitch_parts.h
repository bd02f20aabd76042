#pragma once
// The parts of the pitch stage.

#include "views/participant/scene.h"

namespace knippe::views {

/// The own minute: the ring, pause and done, and what to say in the poster's order.
void own_pitch(Writer& h, const Scene& s);
/// "Takk for pitchen", right after the own minute.
void thanks(Writer& h, const Scene& s);
/// Writes to one group. Its ids and its address carry the group's number, so that a half-written note, and the draft that
/// app.js remembers, stay with the group they are for.
void note_form(Writer& h, const Scene& s, const domain::Group& about, bool first);
/// The notes others wrote about the own group, by kind.
void received_notes(Writer& h, const Scene& s);
/// The notes the own group wrote, newest first, with a way to withdraw them.
void sent_notes(Writer& h, const Scene& s);

}  // namespace knippe::views
