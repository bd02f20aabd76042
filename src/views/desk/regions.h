#pragma once
// The regions of the desk, each a function that writes its own element with its own id.

#include "views/desk/parts.h"

namespace knippe::views::desk {

void top_region(Writer& h, const Desk& d);      ///< header #desk-topp: title, figures, code, the projector's link
void plan_region(Writer& h, const Desk& d);     ///< nav #desk-plan: the running order
void present_region(Writer& h, const Desk& d);  ///< #desk-naa: the stage or, before and after, what to do
void key_region(Writer& h, const Desk& d);      ///< #desk-nokkel: which key is presented
void pitch_region(Writer& h, const Desk& d);    ///< #desk-pitch: who has the floor, who is next
void groups_region(Writer& h, const Desk& d);   ///< #desk-grupper
void result_region(Writer& h, const Desk& d);   ///< #desk-resultat: reveal, publish, close
void screen_region(Writer& h, const Desk& d);   ///< #desk-skjerm: what the projector shows
void queue_region(Writer& h, const Desk& d);    ///< #desk-ko: supplements that wait
void people_region(Writer& h, const Desk& d);   ///< #desk-folk: who runs the room
void script_region(Writer& h, const Desk& d);   ///< #desk-manus: what to say and do in this stage
void door_region(Writer& h, const Desk& d);     ///< #desk-inngang: code, door, sheets

/// #desk-melding: what could not be done. Never broadcast.
void message_region(Writer& h, const Desk& d);
/// What a facilitator must know about this installation. Nothing when all is well.
void warnings(Writer& h, const Desk& d);
/// The form that adds a group.
void new_group(Writer& h, const Desk& d);

}  // namespace knippe::views::desk
