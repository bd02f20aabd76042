#pragma once
// The codes on a contribution's and a support's receipt: twelve letters and digits, four for its number (five for the record of a support)
// and the others such as only this installation can make. Nothing is stored for them; they show nobody what was written or supported, and
// cannot be guessed.

#include <optional>
#include <string>
#include <string_view>

#include "domain/involvement/involvement.h"
#include "web/form_token.h"

namespace knippe::web {

std::string receipt_code(const FormTokens& tokens, RoomId room, domain::involvement::ContributionId contribution);
/// The contribution whose code this is in that case; lower case, spaces, hyphens, and O and I for 0 and 1 are forgiven.
std::optional<domain::involvement::ContributionId> of_receipt_code(const FormTokens& tokens, RoomId room, std::string_view typed);

/// Of a support, by its record in the log.
std::string support_code(const FormTokens& tokens, RoomId room, Seq record);
/// The record of the support whose code this is.
std::optional<Seq> of_support_code(const FormTokens& tokens, RoomId room, std::string_view typed);

}  // namespace knippe::web
