#include "engine/workshop_desk.h"

#include "engine/desk_impl.h"

namespace knippe::engine {

template class Desk<domain::WorkshopRules>;

}  // namespace knippe::engine
