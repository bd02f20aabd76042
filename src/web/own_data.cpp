// "Mine data": what is kept about a phone, to look at, take along and erase.

#include <algorithm>

#include "base/encoding.h"
#include "store/store.h"
#include "views/erasure/erasure.h"
#include "web/acts.h"
#include "web/desk_view.h"
#include "web/erasure.h"
#include "web/erasure_lines.h"
#include "web/handlers.h"

namespace knippe::web {
namespace {

using domain::Workshop;

Result<std::vector<Written>> own_of(const Call& call) {
  std::vector<Written> own;
  const auto all = TRY(written_in(call.site, call.room));
  TRY_STATUS(call.site.desk.read(call.room, [&](const Workshop& workshop, Seq) {
    for (const Written& written : all)
      if (phone_may_erase(workshop, written, call.phone)) own.push_back(written);
  }));
  return own;
}

template <class Make>
Result<std::string> made_of(const Call& call, Make make) {
  const auto own = TRY(own_of(call));
  return call.site.desk.read(call.room, [&](const Workshop& workshop, Seq seq) -> Result<std::string> {
    const GroupNumber group = workshop.seat_of(call.phone);
    if (!group) return fail(ErrorKind::forbidden, "room.no_seat");
    return make(call.view(seq), workshop, views::Seat{call.room, group, call.phone}, lines_of(own));
  });
}

http::Response show(const Call& call, const views::Kept& kept = {}, int status = 200) {
  auto made = made_of(call, [&](const views::View& view, const Workshop& workshop, const views::Seat& seat, const auto& lines) {
    return views::own_data_page(view, workshop, seat, lines, call.request.query.has("slettet"), kept);
  });
  return made ? page_answer(*std::move(made), status) : error_answer(call, made.error());
}

/// Only what is this phone's to erase; the rest is as if it were not there.
Status erase_picked(const Call& call, bool everything) {
  std::vector<domain::TextRef> picked;
  if (!everything) picked = TRY(picked_texts(call.form));
  std::vector<domain::TextRef> texts;
  for (const Written& written : TRY(own_of(call))) {
    const bool wanted = everything ? written.text.kind != domain::TextKind::group || written.is_by(call.phone)
                                   : std::ranges::find(picked, written.text) != picked.end();
    if (wanted) texts.push_back(written.text);
  }
  return erase_texts(call.site, call.room, texts, call.actor(), call.command_id());
}

/// After this nothing ties the browser to the number in the log.
Status part_with(const Call& call) {
  call.site.tickets.revoke("phone:" + std::to_string(call.room.value) + ":" + std::to_string(call.phone.value));
  return call.site.store.phones().revoke(call.room, call.phone);
}

Result<std::string> carry_out(const Call& call) {
  if (call.op() == "slett") {
    TRY_STATUS(erase_picked(call, false));
    return room_path("rom", call.room, "mine-data?slettet=1");
  }
  if (call.op() != "alt") return bad_input("form.unknown_op");
  if (!call.form.has("forstatt")) return bad_input("erasure.not_understood");
  TRY_STATUS(erase_picked(call, true));
  TRY_STATUS(part_with(call));
  return std::string("/personvern?slettet=1");
}

}  // namespace

http::Response personal_file(std::string json, RoomId room) {
  http::Response response = http::text(200, std::move(json));
  response.content_type = "application/json";
  response.headers.set("Content-Disposition", "attachment; filename=\"mine-data-" + to_base32(room.value) + ".json\"");
  response.headers.set("Cache-Control", "no-store");
  return response;
}

http::Response own_data(const Call& call) { return show(call); }

http::Response own_data_file(const Call& call) {
  auto made = made_of(call, [](const views::View&, const Workshop& workshop, const views::Seat& seat, const auto& lines) {
    return views::own_data_json(workshop, seat, lines);
  });
  if (!made) return error_answer(call, made.error());
  call.site.acts.note_soon(views::Act::own_data_taken_out, doer_of(call), the_room(call.room));
  return personal_file(*std::move(made), call.room);
}

http::Response erase_own_data(const Call& call) {
  const auto next = carry_out(call);
  if (next) call.site.acts.note_soon(views::Act::own_data_erased, "phone", the_room(call.room));
  if (next) return see_other(*next);
  return show(call, kept_form(call, std::string(call.op()), next.error()), status_of(next.error().kind));
}

}  // namespace knippe::web
