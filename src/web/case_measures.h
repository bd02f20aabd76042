#pragma once
// What other pages need of a case's measures.

#include "store/entries.h"
#include "views/involvement/measures.h"
#include "web/call.h"

namespace knippe::web {

/// The browser has pressed the button of this measure's link, which has not been withdrawn since.
bool holds_owner_link(const Call& call, MeasureId measure);
/// Whole addresses of the links that are out, of the call's room.
Result<std::map<MeasureId, std::string>> owner_links_of(const Call& call);
/// The workshop as far as `views` show it; nothing when it is gone or no workshop.
std::optional<views::TiedWorkshop> tied_workshop(const Site& site, RoomId workshop);
/// Those of the call's case.
std::vector<views::TiedWorkshop> tied_workshops(const Call& call);

/// GET and POST /tiltak/{token}, when the link is of a case's measure.
bool is_of_case(const Call& call, const store::Entry& entry);
http::Response case_owner_link(const Call& call, const store::Entry& entry);
/// The page that the button of an owner's link leads to.
std::string owner_page_path(const Call& call, const store::Entry& entry);

}  // namespace knippe::web
