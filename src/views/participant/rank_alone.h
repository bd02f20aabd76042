#pragma once
// The individual part of Ranger: heather colours and a padlock say that nobody else sees it.

#include "views/participant/scene.h"

namespace knippe::views {

/// "First alone, then together", with the part that goes on.
void two_parts(Writer& h, const Scene& s);
/// The person's own list; in a broadcast, which knows no person, the way to it.
void rank_alone(Writer& h, const Scene& s);

}  // namespace knippe::views
