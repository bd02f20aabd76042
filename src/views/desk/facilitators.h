#pragma once
// Several facilitators for one workshop: who they are, how another one is taken in.

#include <span>
#include <string>

#include "views/desk/desk.h"

namespace knippe::views {

struct ListedFacilitator {
  std::uint64_t id = 0;
  std::string name;
  std::string email;
  bool is_owner = false;
  bool is_reader = false;  ///< whoever looks at the page
};
struct FacilitatorsLook {
  std::span<const ListedFacilitator> people;  ///< the owner first
  std::string fresh_link;                     ///< whole address, shown once; empty: none was made just now
  std::optional<Instant> link_expires;        ///< of a link that is out
};
/// GET /styring/{room}/fasilitatorer. Kept form "legg-til", field "epost".
std::string facilitators_page(const View& view, const domain::Workshop& workshop, RoomId room, const FacilitatorsLook& look,
                              const Kept& kept = {});

/// GET /samarbeid/{token}: the link of an invitation, with one button. `name`: of the account that is logged in; empty: nobody is.
std::string cooperate_page(const View& view, const domain::Workshop& workshop, std::string_view token, std::string_view name);

}  // namespace knippe::views
