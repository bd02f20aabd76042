// The ways in: the code, the door, sheets to print, the set-up. And who runs the room.

#include "views/components.h"
#include "views/desk/regions.h"

namespace knippe::views::desk {
namespace {

void code(Writer& h, const Desk& d) {
  if (d.extras.code.empty()) return h.p({cls("panelhint")}, d.w(d.is_draft() ? "desk.no_code_yet" : "desk.no_code"));
  h.p({cls("inngangskode")}, [&] {
    h.span(d.w.format("desk.join_at", report::bare_address(d.view.base_url)));
    h.b(spaced_code(d.extras.code));
  });
}

void door(Writer& h, const Desk& d) {
  const bool open_door = d.workshop.door_open;
  h.p({cls("stat doersta"), data("color", open_door ? "success" : "warning")}, [&] {
    icon(h, open_door ? Icon::door_open : Icon::door);
    h.text(d.w(open_door ? "desk.door_open" : "desk.door_closed"));
  });
  desk_form(h, d, {}, [&](Writer&) {
    button(h, {.label = d.w(open_door ? "desk.close_door" : "desk.open_door"), .id = "dor", .name = "op", .value = open_door ? "dor:lukket" : "dor:apen",
               .variant = Variant::secondary, .small = true});
  });
}

void links(Writer& h, const Desk& d) {
  h.ul({cls("lenkeliste"), role("list")}, [&] {
    h.li([&] {
      h.a({id("til-ark"), href(desk_url(d.extras.room, "ark"))}, [&] {
        icon(h, Icon::printer_small);
        h.text(d.w("desk.sheets"));
      });
    });
    h.li([&] {
      h.a({id("til-plakaten"), href(desk_url(d.extras.room, "plakat"))}, [&] {
        icon(h, Icon::pencil);
        h.text(d.w("poster.print"));
      });
    });
    h.li([&] {
      h.a({id("til-bordene"), href(desk_url(d.extras.room, "bord"))}, [&] {
        icon(h, Icon::table);
        h.text(d.w("seating.title"));
      });
    });
    h.li([&] {
      h.a({id("til-innledere"), href(desk_url(d.extras.room, "innledere"))}, [&] {
        icon(h, Icon::megaphone_speaking);
        h.text(d.w("speaker.title"));
      });
    });
    h.li([&] {
      h.a({id("til-oppsettet"), href(desk_url(d.extras.room, "oppsett"))}, [&] {
        icon(h, Icon::cog);
        h.text(d.w("desk.set_up"));
      });
    });
    h.li([&] {
      h.a({id("til-mer"), href(desk_url(d.extras.room, "mer"))}, [&] {
        icon(h, Icon::archive);
        h.text(d.w("keeping.title"));
      });
    });
  });
}

void new_code(Writer& h, const Desk& d) {
  fold(h, {.id = "desk-nykode", .summary = d.w("desk.new_code_fold")}, [&](Writer&) {
    h.p({cls("panelhint")}, d.w("desk.new_code_text"));
    desk_form(h, d, {}, [&](Writer&) {
      button(h, {.label = d.w("desk.new_code"), .id = "ny-kode", .name = "op", .value = "ny-kode", .variant = Variant::secondary,
                 .icon = Icon::arrows_circlepath, .small = true});
    });
  });
}

}  // namespace

void door_region(Writer& h, const Desk& d) {
  if (d.is_closed()) return no_panel(h, d.view, "desk-inngang");
  panel(h, d.view, {.id = "desk-inngang", .heading = d.w("desk.way_in")}, [&](Writer&) {
    h.div({cls("panelkropp inngangspanel")}, [&] {
      code(h, d);
      if (d.is_open()) door(h, d);
      links(h, d);
    });
    if (d.is_open()) new_code(h, d);
  });
}

void people_region(Writer& h, const Desk& d) {
  panel(h, d.view, {.id = "desk-folk", .heading = d.w("facilitators.with")}, [&](Writer&) {
    h.div({cls("panelkropp inngangspanel")}, [&] {
      h.ul({cls("folk"), role("list")}, [&] {
        for (const std::string& name : d.extras.facilitators)
          h.li([&] {
            icon(h, Icon::person_circle);
            h.text(name);
          });
      });
      h.ul({cls("lenkeliste"), role("list")}, [&] {
        h.li([&] {
          h.a({id("til-fasilitatorer"), href(desk_url(d.extras.room, "fasilitatorer"))}, [&] {
            icon(h, Icon::person_plus);
            h.text(d.w("facilitators.title"));
          });
        });
      });
    });
  });
}

}  // namespace knippe::views::desk
