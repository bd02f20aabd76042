#pragma once
// Who presents which keys, and in what order the keys then come: one order for the wall, the desk and the phones.

#include <string>
#include <vector>

#include "domain/workshop/events.h"

namespace knippe::domain {

/// Keys that stand together.
struct KeyRun {
  const Speaker* speaker = nullptr;  ///< nullptr: nobody is introduced for them
  std::string name;                  ///< of the speaker; empty: none is known
  std::vector<const Key*> keys;      ///< never empty
};
/// The keys given at the start, by speaker in the speakers' order; then those without one, neighbours of one name together.
std::vector<KeyRun> key_runs(const Workshop& workshop);
/// The keys that may be presented: those runs one after another, then the accepted supplements.
std::vector<const Key*> presenting_order(const Workshop& workshop);
/// Who presents it, or nullptr.
const Speaker* speaker_of(const Workshop& workshop, KeyId key);

/// The keys as the log lists them: names are kept apart, where they can be erased.
std::vector<Key> without_names(std::vector<Key> keys);
/// What introduces whoever is named beside `keys`, with those keys. `brought`: known before, e.g. of a copy. `moved`: the numbers of the keys
/// mean other keys than before. A speaker left without keys goes, but for one with notes. Refused `speaker.too_many`.
Result<Events> introduced_by(const Workshop& workshop, const std::vector<Key>& keys, const std::vector<Speaker>& brought, bool moved);

}  // namespace knippe::domain
