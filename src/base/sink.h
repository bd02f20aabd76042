#pragma once
// Where text goes that is too long to be made in one piece.

#include <functional>
#include <string_view>

namespace knippe {

/// Called with the next bytes; keeps none of them by reference.
using Sink = std::function<void(std::string_view)>;

}  // namespace knippe
