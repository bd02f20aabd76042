#pragma once
// Roles between the store, the pages and their forms.

#include <vector>

#include "views/admin/admin.h"
#include "web/call.h"

namespace knippe::web {

std::vector<views::UserRole> listed_roles(const store::Roles& roles);
/// "rolle-svarer rolle-moderator", as acts hold them.
std::string role_words(const store::Roles& roles);
/// By the check boxes that are ticked.
store::Roles roles_of_form(const Call& call);

}  // namespace knippe::web
