#pragma once
// What the tables of the demonstration write: words that make sense, from the seminar of 2017 where it has them.

#include "app/simulate/simulate.h"

namespace knippe::app {

/// Six tables in a made-up municipality.
Cast demo_cast();

}  // namespace knippe::app
