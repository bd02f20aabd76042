// Photos of contributions: to everybody while the contribution is public, to whoever reads it before, and to the browser that sent it.

#include <algorithm>

#include "web/cases.h"
#include "web/erasure.h"
#include "web/handlers.h"
#include "web/pictures.h"

namespace knippe::web {
namespace {

using namespace domain::involvement;

http::Response photo(const Call& call, store::PhotoSize size, bool public_only) {
  std::string commitment;
  const std::uint32_t number = number_in_path(call);
  (void)call.site.cases.read(call.room, [&](const Involvement& i, Seq) {
    const Contribution* found = i.find_contribution(ContributionId{number});
    const bool shown = found && (!public_only || (found->status == ContributionStatus::published && visible_case(call, i)));
    if (shown) commitment = found->photo.commitment;
  });
  return picture_answer(call, commitment, size, "innspill-" + std::to_string(number));
}

/// The state does not say who sent what; the log does.
bool is_own(const Call& call) {
  const PhoneId phone = known_phone(call);
  const auto written = phone ? written_in<OfCases>(call.site, call.room) : std::vector<CaseWritten>();
  const TextRef wanted{TextKind::photo, number_in_path(call)};
  return written && std::ranges::any_of(*written, [&](const CaseWritten& each) { return each.text == wanted && each.is_by(phone); });
}

}  // namespace

http::Response contribution_photo(const Call& call) { return photo(call, store::PhotoSize::display, true); }
http::Response contribution_thumbnail(const Call& call) { return photo(call, store::PhotoSize::thumbnail, true); }
http::Response read_photo(const Call& call) { return photo(call, store::PhotoSize::display, false); }
http::Response read_thumbnail(const Call& call) { return photo(call, store::PhotoSize::thumbnail, false); }

http::Response own_case_photo(const Call& call) {
  return is_own(call) ? photo(call, store::PhotoSize::display, false) : error_answer(call, {ErrorKind::not_found, "photo.unknown", {}});
}

}  // namespace knippe::web
