#pragma once
// The journal in memory, for tests and simulation.

#include <memory>

#include "base/random.h"
#include "journal/journal.h"

namespace knippe::journal {

/// `random` makes the salts and must outlive the journal.
std::unique_ptr<Journal> make_memory_journal(Random& random);

}  // namespace knippe::journal
