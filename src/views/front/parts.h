#pragma once
// What the pages outside any room share.

#include <string_view>

#include "domain/workshop/workshop.h"
#include "views/html.h"
#include "views/view.h"

namespace knippe::views {

/// The tall header with the key ring, the page's heading and one sentence.
void entrance_header(Writer& h, const Words& w, std::string_view heading, std::string_view sentence);
/// "Nordic Edge Expo, Stavanger · 26. september 2017", the title and the question, in the workshop's language.
void workshop_heading(Writer& h, const Words& w, const domain::Workshop& workshop);
/// lang="…" on the workshop's own texts when the reader's language is another.
Attribute in_language_of(const domain::Workshop& workshop, const Words& w);

}  // namespace knippe::views
