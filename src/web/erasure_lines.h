#pragma once
// Texts between the log, the pages and the forms.

#include <vector>

#include "http/fields.h"
#include "views/erasure/erasure.h"
#include "web/erasure.h"

namespace knippe::web {

std::vector<views::TextLine> lines_of(const std::vector<Written>& written);
/// The values of `hva`, each one text or several with a space between; bad_input `erasure.nothing_picked`, `text.unknown`.
Result<std::vector<domain::TextRef>> picked_texts(const http::Fields& form);

}  // namespace knippe::web
