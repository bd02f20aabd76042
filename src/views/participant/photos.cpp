#include "base/encoding.h"
#include "views/components.h"
#include "views/page.h"
#include "views/participant/participant.h"
#include "views/participant/scene.h"
#include "views/photos.h"

namespace knippe::views {
namespace {

void errors(Writer& h, const Words& w, const Kept& kept) {
  if (!kept.error) return;
  const std::string input = photo_input(kept);
  const FieldError found[] = {{input.empty() ? "innhold" : input, w.error(*kept.error)}};
  error_summary(h, w, found);
}

}  // namespace

std::string photos_page(const View& view, const domain::Workshop& workshop, const Seat& seat, const Kept& kept) {
  const domain::Group* group = workshop.find_group(seat.group);
  if (!group) return participant_page(view, workshop, seat, workshop.stage, kept);
  const Words& w = view.words;
  const Scene s{view, w, workshop, seat.room, *group, workshop.stage, kept};
  const Frame frame{.w = w, .title = w.format("photo.page_title", group->number.value), .surface = Surface::participant,
                    .main_class = "dmain dmain--utenbunn", .command = view.form_token, .warning = view.warning, .simulated = workshop.simulated,
                    .rehearsal = workshop.rehearsal};
  const std::string here = "/rom/" + to_base32(seat.room.value) + "/bilde";
  return page(
      frame, [&](Writer& h) { participant_header(h, s); },
      [&](Writer& h) {
        errors(h, w, kept);
        h.h1({cls("dtittel")}, w("photo.title"));
        h.p({cls("dingress")}, w("photo.lead"));
        photo_wall(h, {view, workshop, seat.group, here, here, workshop.phase == domain::Phase::open, false, kept});
        h.p({cls("luft")}, [&] { h.a({cls("ds-link"), id("tilbake"), href(room_url(s.room))}, w("participant.table.back")); });
      });
}

}  // namespace knippe::views
