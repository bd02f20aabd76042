#pragma once
// Merging supplements and putting them under themes: the facilitator's bench for what belongs together.

#include "views/alike.h"
#include "views/desk/parts.h"

namespace knippe::views::desk {

/// Under a waiting supplement: what it resembles, and a form to merge it with those that are not given keys. Nothing when it is unlike all.
void alike_to(Writer& h, const Desk& d, const domain::Supplement& supplement, const AlikeFinder& finder);
/// Any two or more supplements, merged by hand.
void merge_panel(Writer& h, const Desk& d);
/// What has been merged, of what, and the way back.
void merged_panel(Writer& h, const Desk& d);

/// The themes with what stands under them; proposals; a new one.
void themes_panel(Writer& h, const Desk& d);
/// Moves one accepted supplement to another theme. Nothing while there are no themes.
void theme_form(Writer& h, const Desk& d, const domain::Supplement& supplement);

/// The accepted keys made of supplements, by letter.
std::vector<const domain::Key*> new_keys(const domain::Workshop& workshop);
/// The input on the page that a refused merging or theme belongs to; empty when none does.
std::string faulty_arranging(const Desk& d);

}  // namespace knippe::views::desk
