#pragma once
// Errors on the command line: the English sentence of the catalogue, on standard error.

#include "base/result.h"

namespace knippe::app {

/// Prints the error and returns the exit code 1.
int complain(const Error& error);

}  // namespace knippe::app
