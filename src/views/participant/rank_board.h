#pragma once
// The list of places with all keys below, the same for one person and for a group: every change is a submit of one form,
// so that it works without scripts.

#include <string>
#include <string_view>
#include <vector>

#include "views/participant/scene.h"

namespace knippe::views {

struct Board {
  const Scene& s;
  std::vector<KeyId> draft;
  int places = 0;
  bool handed_in = false;
  bool unsent = false;                       ///< changed since it was handed in
  Instant handed_in_at = {};                 ///< 0: not told
  bool alone = false;                        ///< a person's own
  const domain::GroupPicks* picks = nullptr; ///< what the group's members chose alone

  int chosen() const { return static_cast<int>(draft.size()); }
  bool is_full() const { return chosen() >= places; }
  int place_of(KeyId key) const;
};

/// The form #rang; submits to /rom/{room}/{action}.
void board_form(Writer& h, const Board& b, std::string_view action);

}  // namespace knippe::views
