// The screen in the hall: a link that only reads and can be replaced.

#include "store/store.h"
#include "web/handlers.h"
#include "web/live.h"
#include "web/projector_view.h"

namespace knippe::web {
namespace {

Result<RoomId> room_of(const Call& call) {
  const store::Entry entry = TRY(call.site.store.entries().find(call.captured[0]));
  if (entry.kind != store::EntryKind::projector) return fail(ErrorKind::not_found, "entry.unknown");
  return entry.room;
}

}  // namespace

views::ProjectorLink projector_link(const Site& site, RoomId room, std::string_view token) {
  views::ProjectorLink link{.join_url = {}, .code = {}, .report_url = site.place.public_url + room_path("resultater", room),
                            .stream = views::Url::local("/skjerm/" + std::string(token) + "/strom")};
  if (const auto code = site.store.entries().code(room)) {
    link.code = *code;
    link.join_url = site.place.public_url + "/v/" + *code;
  }
  return link;
}

std::string projector_fragments_of(const Site& site, const views::View& view, const domain::Workshop& workshop, RoomId room) {
  return views::projector_fragments(view, workshop, projector_link(site, room, ""));
}

http::Response projector(const Call& call) {
  const auto room = room_of(call);
  if (!room) return error_answer(call, room.error());
  auto page = call.site.desk.read(*room, [&](const domain::Workshop& workshop, Seq seq) {
    return views::projector_page(call.view(seq), workshop, projector_link(call.site, *room, call.captured[0]));
  });
  return page ? page_answer(*std::move(page)) : error_answer(call, page.error());
}

http::Response projector_stream(const Call& call) {
  const auto room = room_of(call);
  if (!room) return error_answer(call, room.error());
  return http::event_stream(stream_of(call, {Topic::View::projector, *room, {}, call.words.lang()}, "projector:" + std::to_string(room->value)));
}

}  // namespace knippe::web
