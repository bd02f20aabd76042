#pragma once
// A tenant (kommune). One installation starts with one and can host many.

#include <string>

#include "base/id.h"

namespace knippe::store {

using OrganisationId = Id<struct OrganisationTag>;
/// Made with the database; its name is empty until somebody gives it one.
inline constexpr OrganisationId default_organisation{1};

struct Organisation {
  OrganisationId id;
  std::string name;
  bool operator==(const Organisation&) const = default;
};

}  // namespace knippe::store
