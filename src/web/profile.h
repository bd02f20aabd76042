#pragma once
// The organisation's profile as pages show it.

#include <memory>

#include "views/profile/sender.h"
#include "web/site.h"

namespace knippe::web {

/// Null while nothing has been said.
std::shared_ptr<const views::Sender> sender_of(const Site& site);

}  // namespace knippe::web
