#pragma once
// The panels of the administrator's page.

#include <span>
#include <string_view>

#include "views/admin/admin.h"
#include "views/html.h"

namespace knippe::views::admin {

/// A POST form to /admin.
void admin_form(Writer& h, const View& view, std::string_view css, Part content);

void users_panel(Writer& h, const View& view, std::span<const ListedUser> users);
void invitations_panel(Writer& h, const View& view, std::span<const ListedInvitation> invitations);
void invite_panel(Writer& h, const View& view, const Kept& kept);
void tokens_panel(Writer& h, const View& view, std::span<const ListedToken> tokens, const Kept& kept);
void installation_panel(Writer& h, const View& view, const Installation& installation);

}  // namespace knippe::views::admin
