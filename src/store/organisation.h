#pragma once
// A tenant (kommune). One installation starts with one and can host many; what it tells the public about itself stands in profiles.h.

#include "base/id.h"

namespace knippe::store {

using OrganisationId = Id<struct OrganisationTag>;
/// Made with the database; its name is empty until somebody gives it one.
inline constexpr OrganisationId default_organisation{1};

}  // namespace knippe::store
