#include "engine/involvement_desk.h"

#include "engine/desk_impl.h"

namespace knippe::engine {

template class Desk<domain::InvolvementRules>;

}  // namespace knippe::engine
