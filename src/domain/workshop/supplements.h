#pragma once
// What the decisions about supplements share: whether a key is taken, what it is called.

#include <string>

#include "base/result.h"
#include "domain/workshop/workshop.h"

namespace knippe::domain {

/// Whether a group has the key on its sheet, or a person on a ballot that has been opened, in any round: then it cannot disappear.
bool is_ranked(const Workshop& workshop, KeyId key);
/// `supplement.merged` when it is merged into another, or others into it.
Status require_apart(const Workshop& workshop, const Supplement& supplement);
/// The beginning of the text, whole words, at most limits::short_name code points.
std::string derived_short_name(const std::string& text);
/// The letter of the next accepted supplement; a letter is never used again.
std::string next_letter(const Workshop& workshop);
/// The number of the next key.
KeyId next_key(const Workshop& workshop);

}  // namespace knippe::domain
