#pragma once
// The code on a contribution's receipt: twelve letters and digits, four for its number and eight that only this installation can make.
// Nothing is stored for it; it shows nobody what was written, and cannot be guessed.

#include <optional>
#include <string>
#include <string_view>

#include "domain/involvement/involvement.h"
#include "web/form_token.h"

namespace knippe::web {

std::string receipt_code(const FormTokens& tokens, RoomId room, domain::involvement::ContributionId contribution);
/// The contribution whose code this is in that case; lower case, spaces, hyphens, and O and I for 0 and 1 are forgiven.
std::optional<domain::involvement::ContributionId> of_receipt_code(const FormTokens& tokens, RoomId room, std::string_view typed);

}  // namespace knippe::web
