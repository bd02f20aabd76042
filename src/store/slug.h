#pragma once
// Lasting public addresses that a person can read aloud.

#include <string>
#include <string_view>

#include "base/random.h"

namespace knippe::store {

/// At most 60 characters of the title in a–z, 0–9 and '-' (æ becomes ae, ø o, å a), then six random ones that keep it
/// unique and unguessable enough not to be found by counting.
std::string make_slug(std::string_view title, Random& random);

}  // namespace knippe::store
