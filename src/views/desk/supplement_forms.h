#pragma once
// Accepting a supplement and sending it back, on the desk and on the page of its own.

#include "views/desk/parts.h"

namespace knippe::views::desk {

/// Of those in `status`, oldest first.
std::vector<const domain::Supplement*> supplements_in(const domain::Workshop& workshop, domain::SupplementStatus status);
/// The group's words, or that they were erased.
void words_of(Writer& h, const Desk& d, const domain::Supplement& supplement);

enum class Page { desk, moderation };
/// Sending back, with a word of reason, behind a line that opens it.
void return_form(Writer& h, const Desk& d, const domain::Supplement& supplement, Page where);

}  // namespace knippe::views::desk
