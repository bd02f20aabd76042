#pragma once
// What the status line says after one's own command, for those who cannot see that the page changed.

#include <string>

#include "web/call.h"

namespace knippe::web {

/// In the reader's language; told before the command is carried out, said only if it succeeds. Empty: nothing worth saying.
std::string said_of(const Call& call, const domain::Command& command);

}  // namespace knippe::web
