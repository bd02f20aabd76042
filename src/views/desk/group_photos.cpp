#include "base/encoding.h"
#include "views/components.h"
#include "views/desk/group_forms.h"
#include "views/photos.h"

namespace knippe::views::desk {

void photos_panel(Writer& h, const Table& t) {
  const std::string room = "/styring/" + to_base32(t.d.extras.room.value);
  panel(h, t.d.view, {.id = "bilder", .heading = t.w()("photo.heading")}, [&](Writer&) {
    h.div({cls("panelkropp skjema")}, [&] {
      h.p({cls("panelhint")}, t.w()("photo.desk_text"));
      photo_wall(h, {t.d.view, t.d.workshop, t.group.number, room + "/bilde", room + "/gruppe/" + std::to_string(t.group.number.value) + "/bilde",
                     !t.d.is_draft(), true, t.d.kept});
    });
  });
}

}  // namespace knippe::views::desk
