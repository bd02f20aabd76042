#pragma once
// What the pages of this folder share.

#include <string_view>

#include "views/html.h"
#include "views/page.h"
#include "views/view.h"

namespace knippe::views::proof {

Frame frame_of(const View& view, std::string title);
/// A term and its value in a list of technical facts.
void fact(Writer& h, std::string_view term, Part value);
/// A hash or a command that may break anywhere.
void code_text(Writer& h, std::string_view text);
void section(Writer& h, std::string_view heading_id, std::string_view heading, Part content);
/// Links between the pages: a code to check, how to check us.
void ways_on(Writer& h, const Words& w, std::string_view here);

}  // namespace knippe::views::proof
