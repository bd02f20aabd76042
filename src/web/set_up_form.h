#pragma once
// The set-up form, as a command. Numbers that are none become values that the rules refuse with a message of their own.

#include "domain/workshop/commands.h"
#include "domain/workshop/template.h"
#include "web/call.h"

namespace knippe::web {

/// What the form says; language, time zone and the like fall back to `before` when their fields are missing.
domain::Template read_set_up(const http::Form& form, const domain::Template& before);
/// Fills in the minutes of the chosen running order when `op` is "tider". True if it was.
bool fill_in_minutes(const Call& call, domain::Settings& settings);
/// The list after a button of the form: "opp:N", "ned:N", "fjern:N", "legg-til". True if `op` was one of them.
bool rearrange_keys(const Call& call, std::vector<domain::Key>& keys);

}  // namespace knippe::web
