#pragma once
// What an account may do in one room. The only place that joins roles of the organisation, roles in single cases, and who owns what.

#include "store/rooms.h"
#include "web/call.h"

namespace knippe::web {

struct CaseRights {
  bool own = false;       ///< run it
  bool answer = false;
  bool moderate = false;
  bool state = false;     ///< make statements under one's name
  bool read = false;      ///< see all of it, also as a draft
};
/// An administrator owns every case, and makes no statements without being a politician too.
CaseRights case_may(const Call& call, const store::Room& room);

/// A facilitator of this workshop, or an administrator.
bool may_run_workshop(const Call& call, const store::Room& room);

/// The first page of someone with these roles.
std::string home_of(const store::Roles& roles);

}  // namespace knippe::web
