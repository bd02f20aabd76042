#pragma once
// What politicians say about a case, under their names.

#include "views/html.h"
#include "views/involvement/involvement.h"

namespace knippe::views::sak {

/// On the public page; nothing when there are none.
void statements_section(Writer& h, const CaseLook& look);
/// At the desk, for a politician. Kept form "uttal" (field "uttalelse").
void statement_form(Writer& h, const CaseLook& look);

}  // namespace knippe::views::sak
