#pragma once
// A resident's contribution on its way from a form to the log, whichever form it was.

#include <functional>
#include <vector>

#include "views/involvement/involvement.h"
#include "web/call.h"

namespace knippe::web {

/// What the text of the form resembles; nothing once its sender has looked.
std::vector<domain::involvement::ContributionId> alike_to(const Call& call, const views::Stand& stand = {});

/// Sends it with the photo that came along (fields `bilde`, `bildetekst`). What the rules refuse is refused before the picture is opened.
Result<engine::Receipt> send_with_photo(const Call& call, domain::involvement::SendContribution command);

/// A resident's: `contribution.flood` from where too many come, and unread when many do.
Result<engine::Receipt> hand_in(const Call& call, domain::involvement::SendContribution command);

/// As this browser's phone in the call's case, which is made when it has none: then the answer carries its cookie.
http::Response as_resident(const Call& call, const std::function<http::Response(const Call&)>& answer, const std::function<http::Response(const Error&)>& refused);

/// In the form with what resembles it: another's contribution is supported, and the form stays.
http::Response support_instead(const Call& call, const std::function<http::Response(const Error&)>& form);

/// How many people the form speaks for; -1 for what is no number ("-3", "many"), which the rules refuse.
int typed_people(const Call& call);

/// On to the receipt of what was handed in just now.
http::Response to_receipt(const Call& call, const engine::Receipt& receipt);

}  // namespace knippe::web
