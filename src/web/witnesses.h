#pragma once
// Witnesses that the operator knows, and the heads that they say they saw (docs/formats/checkpoint.md). A cosignature stands as one more
// line in the head's note.

#include <string>
#include <vector>

#include "proof/note.h"
#include "store/heads.h"
#include "views/proof/proof.h"
#include "web/site.h"

namespace knippe::web {

/// As DIR/keys/witnesses.txt lists them now, one verifier key a line; other lines are none.
std::vector<proof::Verifier> known_witnesses(const Site& site);
/// The newest of these heads (oldest first) that each known witness signed; who has signed none has size 0.
std::vector<views::SeenBy> seen_by(const Site& site, const std::vector<store::SignedHead>& heads);
/// `note`, which is of the same head as `kept`, with the signatures of others that `kept` has.
std::string with_cosignatures(std::string note, std::string_view kept, std::string_view origin);

}  // namespace knippe::web
