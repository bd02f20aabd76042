#pragma once
// The panels of the administrator's page.

#include <span>
#include <string_view>

#include "views/admin/admin.h"
#include "views/html.h"

namespace knippe::views::admin {

std::string_view name_of(const Words& w, UserRole role);
/// "Svarer i alle saker på innspill".
std::string_view work_of(const Words& w, UserRole role);
/// A coloured mark for each.
void role_marks(Writer& h, const Words& w, std::span<const UserRole> roles);
/// A check box for each, with what it gives.
void role_boxes(Writer& h, const Words& w, std::span<const UserRole> chosen);

/// A POST form to /admin.
void admin_form(Writer& h, const View& view, std::string_view css, Part content);

void users_panel(Writer& h, const View& view, std::span<const ListedUser> users);
void invitations_panel(Writer& h, const View& view, std::span<const ListedInvitation> invitations);
void invite_panel(Writer& h, const View& view, const Kept& kept);
void roles_panel(Writer& h, const View& view, std::span<const ListedUser> users);
void tokens_panel(Writer& h, const View& view, std::span<const ListedToken> tokens, const Kept& kept);
void installation_panel(Writer& h, const View& view, const Installation& installation);

}  // namespace knippe::views::admin
