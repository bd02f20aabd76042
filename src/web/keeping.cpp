// Copies, rehearsals, the archive.

#include "store/store.h"
#include "views/desk/keeping.h"
#include "web/desk_view.h"
#include "web/handlers.h"
#include "web/workshops.h"

namespace knippe::web {
namespace {

using domain::Workshop;

http::Response show(const Call& call, const views::Kept& kept = {}, int status = 200) {
  const auto room = call.site.store.rooms().find(call.room);
  if (!room) return error_answer(call, room.error());
  const views::KeepingLook look{room->archived, call.is_administrator || room->owner == call.account};
  auto page = call.site.desk.read(call.room, [&](const Workshop& workshop, Seq seq) {
    return views::keeping_page(call.view(seq), workshop, call.room, look, kept);
  });
  return page ? page_answer(*std::move(page), status) : error_answer(call, page.error());
}

/// What a copy takes along: settings, keys given at the start, speakers, description. Nothing that a participant made.
Result<domain::CreateWorkshop> copy_of(const Call& call, bool rehearsal) {
  return call.site.desk.read(call.room, [&](const Workshop& w, Seq) -> Result<domain::CreateWorkshop> {
    domain::CreateWorkshop copy{w.settings, w.about, {}, w.simulated, w.template_name, rehearsal || w.rehearsal};
    if (!rehearsal) copy.about.date.clear();
    for (const domain::Key& key : w.keys)
      if (!key.origin) copy.keys.push_back(key);
    for (const SpeakerId id : w.speaker_order)
      if (const domain::Speaker* speaker = w.find_speaker(id)) copy.speakers.push_back(*speaker);
    return copy;
  });
}

Result<std::string> make_copy(const Call& call, bool rehearsal) {
  domain::CreateWorkshop copy = TRY(copy_of(call, rehearsal));
  const RoomId made = TRY(make_workshop(call, std::move(copy)));
  return room_path("styring", made, rehearsal ? "" : "oppsett");
}

Result<std::string> set_archived(const Call& call, bool archived) {
  const bool closed = TRY(call.site.desk.read(call.room, [](const Workshop& w, Seq) -> Result<bool> { return w.phase == domain::Phase::closed; }));
  if (archived && !closed) return refuse("keeping.not_closed");
  TRY_STATUS(call.site.store.rooms().set_archived(call.room, archived));
  return std::string("/styring");
}

Result<std::string> carry_out(const Call& call) {
  if (call.op() == "kopier") return make_copy(call, false);
  if (call.op() == "ov") return make_copy(call, true);
  if (call.op() == "arkiver") return set_archived(call, true);
  if (call.op() == "ta-fram") return set_archived(call, false);
  return bad_input("form.unknown_op");
}

}  // namespace

http::Response keeping(const Call& call) { return show(call); }

http::Response keep(const Call& call) {
  const auto next = carry_out(call);
  if (next) return see_other(*next);
  return show(call, kept_form(call, std::string(call.op()), next.error()), status_of(next.error().kind));
}

}  // namespace knippe::web
