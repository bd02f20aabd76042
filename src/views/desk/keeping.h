#pragma once
// What happens to a workshop besides running it: copies, rehearsals, the archive, deletion.

#include <string>

#include "views/desk/desk.h"

namespace knippe::views {

struct KeepingLook {
  bool archived = false;
  bool may_delete = false;  ///< owner or administrator
};
/// GET /styring/{room}/mer. Kept: only an error.
std::string keeping_page(const View& view, const domain::Workshop& workshop, RoomId room, const KeepingLook& look, const Kept& kept = {});

/// A room's tree (RFC 6962) as people may write it down.
struct TreeHead {
  std::uint64_t records = 0;
  std::string root;  ///< 64 hex digits
};
/// GET /styring/{room}/slett: what goes, what stays, and a box to tick. Kept form "slett".
std::string deletion_page(const View& view, const domain::Workshop& workshop, RoomId room, const TreeHead& head, const Kept& kept = {});

/// What stands at the addresses of a deleted workshop, with status 410.
std::string gone_page(const View& view, Instant deleted_at, const TreeHead& head);
/// The same of a case.
std::string case_gone_page(const View& view, Instant deleted_at, const TreeHead& head);

}  // namespace knippe::views
