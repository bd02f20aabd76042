#pragma once
// The desk for workshops; compiled once, in workshop_desk.cpp.

#include "domain/rules.h"
#include "engine/desk.h"

namespace knippe::engine {

extern template class Desk<domain::WorkshopRules>;
using WorkshopDesk = Desk<domain::WorkshopRules>;

}  // namespace knippe::engine
