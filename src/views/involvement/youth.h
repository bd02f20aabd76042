#pragma once
// The second, plainer entrance to a case, for children and youth: its page, its receipt, the sheet for a class, and what its owner writes.

#include <span>
#include <string>
#include <string_view>

#include "views/involvement/basis.h"
#include "views/involvement/involvement.h"

namespace knippe::views {

/// GET and POST /saker/{case}/ung: the owner's short texts and one large form that asks for no personal data. Kept form "ung". `alike`: what
/// the sender should look at first, with buttons "stott:N", "send-likevel".
std::string youth_page(const CaseLook& look, std::span<const domain::involvement::ContributionId> alike = {});
/// GET /saker/{case}/kvittering/{code} of a contribution that came that way. `fresh`: just sent.
std::string youth_receipt_page(const CaseLook& look, domain::involvement::ContributionId id, std::string_view code, bool fresh);
/// GET /styring/sak/{case}/ung: one sheet with a QR code, to hang up in a class.
std::string youth_sheet_page(const CaseLook& look);

std::string_view name_of(const Words& w, domain::involvement::Company company);

namespace sak {

/// On the basis page: the texts, and the switch. Kept forms "ungdom", "ungdom-paa".
void youth_form(Writer& h, const Basis& b);
/// "3 av innspillene kom fra barn og unge"; nothing when there are none.
void youth_count(Writer& h, const CaseLook& look);

}  // namespace sak
}  // namespace knippe::views
