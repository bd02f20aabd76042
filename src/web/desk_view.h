#pragma once
// The desk's pages with what they need from outside the room's state.

#include <string>

#include "views/desk/desk.h"
#include "web/call.h"

namespace knippe::web {

views::DeskExtras desk_extras(const Site& site, RoomId room);
/// The case that it belongs to and that the public sees.
views::CaseOfWorkshop case_of_workshop(const Site& site, RoomId workshop);
/// For the stream.
std::string desk_fragments_of(const Site& site, const views::View& view, const domain::Workshop& workshop, RoomId room);

/// What was typed in a refused form, for showing again.
views::Kept kept_form(const Call& call, std::string form, Error error);

/// The desk, or with HX-Request its regions.
http::Response show_desk(const Call& call, const views::Kept& kept = {}, int status = 200);
http::Response show_moderation(const Call& call, const views::Kept& kept = {}, int status = 200);
http::Response show_group(const Call& call, GroupNumber group, const views::Kept& kept = {}, int status = 200);

}  // namespace knippe::web
