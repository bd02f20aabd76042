// The facilitator erases: pick, see what goes and what stays, confirm.

#include "web/acts.h"
#include "web/desk_view.h"
#include "web/erasure_lines.h"
#include "web/handlers.h"

namespace knippe::web {

namespace {

using domain::Workshop;

http::Response show_all(const Call& call, const views::Kept& kept = {}, int status = 200) {
  const auto written = written_in(call.site, call.room);
  if (!written) return error_answer(call, written.error());
  auto page = call.site.desk.read(call.room, [&](const Workshop& workshop, Seq seq) {
    return views::texts_page(call.view(seq), workshop, call.room, lines_of(*written), call.request.query.has("slettet"), kept);
  });
  return page ? page_answer(*std::move(page), status) : error_answer(call, page.error());
}

http::Response refused(const Call& call, const Error& error) {
  return show_all(call, {"slett", {}, error}, status_of(error.kind));
}

Status carry_out(const Call& call) {
  if (call.op() != "slett") return bad_input("form.unknown_op");
  return erase_texts(call.site, call.room, TRY(picked_texts(call.form)), call.actor(), call.command_id());
}

}  // namespace

http::Response texts(const Call& call) {
  if (call.request.query.empty() || call.request.query.has("slettet")) return show_all(call);
  const auto chosen = chosen_in<OfWorkshops>(call.site, call.room, call.request.query);
  if (!chosen) return refused(call, chosen.error());
  auto page = call.site.desk.read(call.room, [&](const Workshop& workshop, Seq seq) {
    return views::erasure_page(call.view(seq), workshop, call.room, lines_of(*chosen));
  });
  return page ? page_answer(*std::move(page)) : error_answer(call, page.error());
}

http::Response erase_picked_texts(const Call& call) {
  const Status done = carry_out(call);
  if (done) call.site.acts.note(views::Act::texts_erased, doer_of(call), the_room(call.room));
  return done ? see_other(room_path("styring", call.room, "tekster?slettet=1")) : refused(call, done.error());
}

}  // namespace knippe::web
