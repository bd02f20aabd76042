#pragma once
// The compiled catalogues (gettext .mo) inside the program.

#include <string_view>

#include "views/lang.h"

namespace knippe::views {

std::string_view catalogue_data(Lang lang);

}  // namespace knippe::views
