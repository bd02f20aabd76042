#include "web/expectations.h"

#include <algorithm>

#include "store/store.h"
#include "web/cases.h"
#include "web/desk_view.h"
#include "web/handlers.h"

namespace knippe::web {
namespace {

using store::Moment;
using views::CaseLook;

/// Says nothing about the browser, and is another in every case and at each moment.
Digest mark_of(const Call& call, Moment moment) {
  return sha256("expectation " + std::to_string(call.room.value) + (moment == Moment::entry ? " entry " : " exit ") + call.browser);
}

Moment moment_of(views::Ask ask) { return ask == views::Ask::exit ? Moment::exit : Moment::entry; }

http::Response show(const Call& call, views::Ask ask, const views::Kept& kept = {}, int status = 200) {
  return show_case(call, kept, status, [&](const CaseLook& look) { return views::expectation_page(look, ask); });
}

/// Asked of an opened case that takes or took contributions.
Status require_asked(const Call& call) {
  return call.site.cases.read(call.room, [](const domain::involvement::Involvement& i, Seq) -> Status {
    if (i.phase == domain::involvement::Phase::draft || i.information) return fail(ErrorKind::not_found, "involvement.unknown");
    return {};
  });
}

}  // namespace

views::Ask to_ask(const Call& call, views::Ask wanted) {
  if (wanted == views::Ask::nothing) return wanted;
  const Moment moment = moment_of(wanted);
  const auto answered = call.site.store.expectations().has_answered(call.room, moment, mark_of(call, moment));
  return answered && !*answered ? wanted : views::Ask::nothing;
}

Result<domain::involvement::Expectations> expectations_of(const Call& call) {
  auto& asked = call.site.store.expectations();
  return domain::involvement::Expectations{TRY(asked.counts(call.room, Moment::entry)), TRY(asked.counts(call.room, Moment::exit))};
}

http::Response answer_expectation(const Call& call) {
  const views::Ask ask = call.field("naar") == "slutt" ? views::Ask::exit : views::Ask::entry;
  const Moment moment = moment_of(ask);
  Status done = require_asked(call);
  if (!done) return error_answer(call, done.error());
  done = call.site.store.expectations().note(call.room, moment, static_cast<int>(std::min<std::uint32_t>(number_of(call.field("verdi")), 100)), mark_of(call, moment));
  if (!done) return show(call, ask, kept_form(call, "forventning", done.error()), status_of(done.error().kind));
  return see_other(room_path("saker", call.room, "forventning"));
}

http::Response thanks_for_expectation(const Call& call) {
  if (const Status asked = require_asked(call); !asked) return error_answer(call, asked.error());
  return show(call, views::Ask::nothing);
}

}  // namespace knippe::web
