#pragma once
// A case's pages about what is kept of people, and for how long: what the owner erases, what a resident sees of their own.

#include <string>
#include <vector>

#include "domain/involvement/texts.h"
#include "views/desk/keeping.h"
#include "views/erasure/erasure.h"
#include "views/erasure/retention_page.h"
#include "views/involvement/involvement.h"

namespace knippe::views {

using CaseText = TextLineOf<domain::involvement::TextRef>;

/// GET /styring/sak/{case}/tekster: what there is, to be picked. Kept form "slett": only an error. `done`: something was just erased.
std::string case_texts_page(const CaseLook& look, const std::vector<CaseText>& lines, bool done);
/// GET /styring/sak/{case}/tekster?hva=…: what goes and what stays, and the button that does it.
std::string case_erasure_page(const CaseLook& look, const std::vector<CaseText>& chosen);
/// GET /styring/sak/{case}/lagring. Kept form "lagring".
std::string case_retention_page(const CaseLook& look, const RetentionLook& keeping);
/// GET /styring/sak/{case}/slett. Kept form "slett": an error at the box.
std::string case_deletion_page(const CaseLook& look, const TreeHead& head);
/// On the desk: the ways to these, and what will go by itself.
void case_keeping(Writer& h, const CaseLook& look);

/// GET /saker/{case}/mine-data: what this browser sent. Kept forms "slett" and "alt": only an error.
std::string own_case_data_page(const CaseLook& look, const std::vector<CaseText>& lines, bool done);
/// The same to take along, as JSON, with what it supported.
std::string own_case_data_json(const CaseLook& look, const std::vector<CaseText>& lines);
/// On the public page: how long names and texts are kept and why, and the way to "my data".
void case_privacy(Writer& h, const CaseLook& look);

}  // namespace knippe::views
