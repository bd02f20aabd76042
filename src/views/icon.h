#pragma once
// Icons and the logo as inline SVG, generated while building from the files in assets/icons and
// assets/vendor/aksel-icons (CheckmarkCircle.svg is Icon::checkmark_circle): to use another icon, add its file.
// An icon is decoration: a word stands beside it, or a ds-sr-only text.

#include "views/generated/icons.h"  // enum class Icon
#include "views/html.h"

namespace knippe::views {

/// <svg class="ikon" aria-hidden="true" focusable="false">.
void icon(Writer& h, Icon which);
/// The mark with the name beside it (class "logo").
void logo(Writer& h, std::string_view product_name);
/// The mark alone (class "logo__merke").
void logo_mark(Writer& h);

}  // namespace knippe::views
