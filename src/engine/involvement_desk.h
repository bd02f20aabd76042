#pragma once
// The desk for involvement processes; compiled once, in involvement_desk.cpp. It may stand on the same journal as the workshops'.

#include "domain/involvement/rules.h"
#include "engine/desk.h"

namespace knippe::engine {

extern template class Desk<domain::InvolvementRules>;
using InvolvementDesk = Desk<domain::InvolvementRules>;

}  // namespace knippe::engine
