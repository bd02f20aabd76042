#include "views/desk/keeping.h"

#include "views/components.h"
#include "views/desk/parts.h"
#include "views/page.h"

namespace knippe::views {
namespace {

using namespace desk;

struct Choice {
  std::string_view id;
  std::string_view heading;
  std::string_view text;
};

void choice(Writer& h, const Choice& look, Part content) {
  const std::string heading = std::string(look.id) + "-h";
  h.section({cls("panel"), id(look.id), aria_labelledby(heading)}, [&] {
    h.div({cls("panelhode")}, [&] { h.h2({id(heading)}, look.heading); });
    h.div({cls("panelkropp mervalg")}, [&] {
      h.p(look.text);
      content(h);
    });
  });
}

void press(Writer& h, const Desk& d, const Url& to, const Button& look) {
  page_form(h, d.view, to, {}, [&](Writer&) { button(h, look); });
}

void copies(Writer& h, const Desk& d) {
  const Url here = desk_url(d.extras.room, "mer");
  choice(h, {"kopi", d.w("keeping.copy"), d.w("keeping.copy_text")}, [&](Writer&) {
    press(h, d, here, {.label = d.w("keeping.make_copy"), .id = "lag-kopi", .name = "op", .value = "kopier", .icon = Icon::files});
  });
  choice(h, {"oving", d.w("keeping.practise"), d.w("keeping.practise_text")}, [&](Writer&) {
    press(h, d, here, {.label = d.w("keeping.make_rehearsal"), .id = "lag-oving", .name = "op", .value = "ov", .variant = Variant::secondary,
                       .icon = Icon::play});
  });
}

void archive(Writer& h, const Desk& d, bool archived) {
  if (!d.is_closed()) return choice(h, {"arkiv", d.w("keeping.archive"), d.w("keeping.archive_later")}, [](Writer&) {});
  choice(h, {"arkiv", d.w("keeping.archive"), d.w(archived ? "keeping.archived_text" : "keeping.archive_text")}, [&](Writer&) {
    press(h, d, desk_url(d.extras.room, "mer"),
          {.label = d.w(archived ? "keeping.take_out" : "keeping.put_away"), .id = "arkiver", .name = "op", .value = archived ? "ta-fram" : "arkiver",
           .variant = Variant::secondary, .icon = Icon::archive});
  });
}

void deletion(Writer& h, const Desk& d, bool may_delete) {
  if (!may_delete) return choice(h, {"sletting", d.w("keeping.delete"), d.w("keeping.delete_owner")}, [](Writer&) {});
  if (d.workshop.rehearsal)
    return choice(h, {"sletting", d.w("keeping.throw_away"), d.w("keeping.throw_away_text")}, [&](Writer&) {
      press(h, d, desk_url(d.extras.room, "slett"), {.label = d.w("keeping.throw_away_now"), .id = "kast", .name = "op", .value = "kast",
                                                     .variant = Variant::secondary, .color = "danger", .icon = Icon::trash});
    });
  choice(h, {"sletting", d.w("keeping.delete"), d.w("keeping.delete_text")}, [&](Writer&) {
    link_button(h, {.label = d.w("keeping.to_deletion"), .id = "til-sletting", .variant = Variant::secondary, .color = "danger", .icon = Icon::trash},
                desk_url(d.extras.room, "slett"));
  });
}

void erasing(Writer& h, const Desk& d) {
  choice(h, {"tekster", d.w("keeping.erase_texts"), d.w("keeping.erase_texts_text")}, [&](Writer&) {
    link_button(h, {.label = d.w("keeping.to_texts"), .id = "til-tekster", .variant = Variant::secondary, .icon = Icon::trash},
                desk_url(d.extras.room, "tekster"));
  });
  choice(h, {"lagring", d.w("retention.title"), d.w("retention.lead")}, [&](Writer&) {
    link_button(h, {.label = d.w("retention.to_page"), .id = "til-lagring", .variant = Variant::secondary, .icon = Icon::clock},
                desk_url(d.extras.room, "lagring"));
  });
}

}  // namespace

std::string keeping_page(const View& view, const domain::Workshop& workshop, RoomId room, const KeepingLook& look, const Kept& kept) {
  DeskExtras extras;
  extras.room = room;
  const Desk d{view, view.words, workshop, extras, kept};
  const Frame frame{.w = view.words, .title = std::string(view.words("keeping.title")), .surface = Surface::desk, .main_class = "sideinn",
                    .command = view.form_token, .warning = view.warning, .rehearsal = workshop.rehearsal};
  return page(frame, [&](Writer& h) { workshop_header(h, d); },
              [&](Writer& h) {
                if (kept.error) alert(h, Tone::danger, d.w("desk.not_done"), [&](Writer&) { h.p({cls("ds-paragraph")}, d.w.error(*kept.error)); });
                h.div({cls("sidetopp")}, [&] {
                  h.div([&] {
                    breadcrumbs(h, d.w, room, workshop.about.title, d.w("keeping.title"));
                    h.h1(d.w("keeping.title"));
                  });
                });
                h.div({cls("merliste")}, [&] {
                  copies(h, d);
                  archive(h, d, look.archived);
                  erasing(h, d);
                  deletion(h, d, look.may_delete);
                });
              });
}

}  // namespace knippe::views
