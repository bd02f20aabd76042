#pragma once
// One list of chosen keys, whoever it belongs to: what may be done with it.

#include <vector>

#include "base/result.h"
#include "domain/workshop/workshop.h"

namespace knippe::domain {

using Choices = std::vector<KeyId>;

/// With the key last; as it was when the key is there. Refused: `key.unknown`, `key.retired`, `ranking.full`.
Result<Choices> chosen(const Workshop& workshop, Choices choices, KeyId key);
/// Without the key.
Choices dropped(Choices choices, KeyId key);
/// With the key at `place`, counted from 1 and clamped. Refused: `ranking.key_not_chosen`.
Result<Choices> moved(Choices choices, KeyId key, int place);
/// As many as there are places, each once, each still offered: `ranking.incomplete`, `ranking.key_twice`, `key.retired`.
Status check_choices(const Workshop& workshop, const Choices& choices);

}  // namespace knippe::domain
