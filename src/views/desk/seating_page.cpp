#include <algorithm>

#include "views/components.h"
#include "views/desk/parts.h"
#include "views/desk/seating.h"
#include "views/desk/seating_parts.h"
#include "views/page.h"

namespace knippe::views {
namespace {

using namespace desk;

struct Hall {
  const Desk& d;
  const SeatingLook* look;

  Url here() const { return desk_url(d.extras.room, "bord"); }
  std::string error_of(std::string_view form) const { return d.kept.is(form) && d.kept.error ? d.w.error(*d.kept.error) : ""; }
};

void section(Writer& h, std::string_view section_id, std::string_view heading, Part content) {
  const std::string heading_id = std::string(section_id) + "-h";
  h.section({cls("panel"), id(section_id), aria_labelledby(heading_id)}, [&] {
    h.div({cls("panelhode")}, [&] { h.h2({id(heading_id)}, heading); });
    content(h);
  });
}

void list_form(Writer& h, const Hall& a) {
  const Words& w = a.d.w;
  const std::string error = a.error_of("les-inn");
  h.form({cls("panelkropp mervalg"), id("les-inn"), method_post(), action(a.here()), enctype("multipart/form-data")}, [&] {
    hidden_field(h, "kommando", a.d.view.form_token);
    h.p(w("seating.list_text"));
    text_area(h, w, {.id = "liste", .name = "liste", .label = w("seating.paste"), .value = a.d.kept.field("liste"), .description = w("seating.example"),
                     .error = error, .rows = 8});
    h.div({cls("ds-field")}, [&] {
      h.label({cls("ds-label"), for_id("listefil")}, w("seating.file"));
      h.input({cls("ds-input"), type("file"), id("listefil"), name("listefil"), named("accept", ".csv,text/csv,text/plain")});
    });
    text_field(h, w, {.id = "bord", .name = "bord", .label = w("seating.tables"), .value = a.d.kept.field("bord"), .description = w("seating.tables_hint"),
                      .type = "number", .inputmode = "numeric", .css_class = "kort-felt"});
    button(h, {.label = w("seating.read_in"), .id = "les-inn-knapp", .name = "op", .value = "les-inn", .icon = Icon::table});
  });
}

void quality(Writer& h, const Hall& a) {
  const Words& w = a.d.w;
  const SeatingLook& look = *a.look;
  const auto all = seating::spreads(look.people, look.seats, look.tables);
  h.div({cls("panelkropp mervalg")}, [&] {
    h.p(how_mixed(w, look));
    h.p({cls("panelhint")}, w.format("seating.draw", look.seed));
    for (std::size_t n = 0; n < all.size(); ++n) {
      h.table({cls("ds-table blandetabell"), data("border", "")}, [&] {
        h.element("caption", {}, [&] { h.text(attribute_sentence(w, look.people.attributes[n], all[n])); });
        h.thead([&] {
          h.tr([&] {
            h.th({scope("col")}, look.people.attributes[n]);
            h.th({scope("col"), cls("num")}, w("seating.in_all"));
            h.th({scope("col"), cls("num")}, w("seating.per_table"));
            h.th({scope("col"), cls("num")}, w("seating.best"));
          });
        });
        h.tbody([&] {
          for (const seating::Spread& spread : all[n])
            h.tr([&] {
              h.th({scope("row")}, spread.value);
              h.td({cls("num")}, spread.people);
              h.td({cls("num")}, range_text(spread.least, spread.most));
              h.td({cls("num")}, range_text(spread.least_best, spread.most_best));
            });
        });
      });
    }
  });
}

void again(Writer& h, const Hall& a) {
  const Words& w = a.d.w;
  const std::string error = a.error_of("bland");
  page_form(h, a.d.view, a.here(), {.css = "panelkropp bordvalg"}, [&](Writer&) {
    text_field(h, w, {.id = "antall-bord", .name = "bord", .label = w("seating.tables"), .value = a.d.kept.field("bord", std::to_string(a.look->tables)),
                      .error = error, .type = "number", .inputmode = "numeric", .css_class = "kort-felt"});
    button(h, {.label = w("seating.mix_again"), .id = "bland", .name = "op", .value = "bland", .icon = Icon::arrows_circlepath});
    link_button(h, {.label = w("seating.table_list"), .id = "til-bordliste", .variant = Variant::secondary, .icon = Icon::printer_small},
                desk_url(a.d.extras.room, "bord/liste"));
    link_button(h, {.label = w("seating.door_list"), .id = "til-dorliste", .variant = Variant::secondary, .icon = Icon::printer_small},
                desk_url(a.d.extras.room, "bord/dor"));
  });
}

void tables(Writer& h, const Hall& a) {
  h.div({cls("panelkropp bordrad")}, [&] {
    for (int table = 0; table < a.look->tables; ++table)
      h.section({cls("bordboks")}, [&] {
        h.h3(a.d.w.format("seating.table", table + 1));
        h.ul({role("list")}, [&] {
          for (const seating::Person* person : at_table(*a.look, table))
            h.li([&] {
              h.text(person->name);
              if (const std::string tags = tags_text(*person); !tags.empty()) h.small(tags);
            });
        });
      });
  });
}

void move_form(Writer& h, const Hall& a) {
  const Words& w = a.d.w;
  std::vector<Option> people = {{"", std::string(w("seating.choose_person"))}}, places;
  for (const std::size_t n : by_name(w, *a.look))
    people.push_back({std::to_string(n + 1), a.look->people.list[n].name + " (" + w.format("seating.table", a.look->seats[n] + 1) + ")"});
  for (int table = 0; table < a.look->tables; ++table) places.push_back({std::to_string(table + 1), w.format("seating.table", table + 1)});
  page_form(h, a.d.view, a.here(), {.css = "panelkropp bordvalg"}, [&](Writer&) {
    select_field(h, {.id = "person", .name = "person", .label = w("seating.person"), .error = a.error_of("flytt")}, people);
    select_field(h, {.id = "til-bord", .name = "til", .label = w("seating.to_table")}, places);
    button(h, {.label = w("seating.move"), .id = "flytt", .name = "op", .value = "flytt", .variant = Variant::secondary});
  });
}

void groups_form(Writer& h, const Hall& a) {
  const Words& w = a.d.w;
  if (!a.d.workshop.groups.empty() || a.d.is_closed())
    return h.p({cls("panelkropp panelhint")}, w(a.d.is_closed() ? "seating.closed" : "seating.has_groups"));
  page_form(h, a.d.view, a.here(), {.css = "panelkropp mervalg"}, [&](Writer&) {
    h.p(w("seating.groups_text"));
    h.div({cls("avkryss")}, [&] {
      explained_checkbox(h, "med-antall", "antall", w("seating.with_number"), "", true);
      explained_checkbox(h, "med-navn", "navn", w("seating.with_names"), w("seating.with_names_line"), false);
    });
    button(h, {.label = w.plural("seating.make_groups", a.look->tables), .id = "lag-grupper", .name = "op", .value = "lag-grupper", .icon = Icon::person_group});
  });
}

void keeping(Writer& h, const Hall& a) {
  const Words& w = a.d.w;
  page_form(h, a.d.view, a.here(), {.css = "panelkropp mervalg"}, [&](Writer&) {
    h.p(w(a.look->keep_reason.empty() ? "seating.goes_at_close" : "seating.is_kept"));
    text_field(h, w, {.id = "grunn", .name = "grunn", .label = w("seating.reason"), .value = a.d.kept.field("grunn", a.look->keep_reason),
                      .description = w("seating.reason_hint"), .error = a.error_of("ta-vare"), .max_length = 200});
    h.div({cls("knapperad")}, [&] {
      button(h, {.label = w("seating.save_reason"), .id = "ta-vare", .name = "op", .value = "ta-vare", .variant = Variant::secondary});
      button(h, {.label = w("seating.erase"), .id = "slett-lista", .name = "op", .value = "slett-liste", .variant = Variant::secondary, .color = "danger",
                 .icon = Icon::trash});
    });
  });
}

void whole(Writer& h, const Hall& a) {
  const Words& w = a.d.w;
  if (a.look) {
    section(h, "blanding", w.format("seating.mixed", a.look->people.list.size(), a.look->tables), [&](Writer&) {
      quality(h, a);
      again(h, a);
    });
    section(h, "bordene", w("seating.who_where"), [&](Writer&) {
      tables(h, a);
      move_form(h, a);
    });
    section(h, "grupper", w("seating.groups"), [&](Writer&) { groups_form(h, a); });
    section(h, "lista", w("seating.the_list"), [&](Writer&) { keeping(h, a); });
  }
  section(h, "ny-liste", w(a.look ? "seating.other_list" : "seating.list"), [&](Writer&) { list_form(h, a); });
}

}  // namespace

std::string seating_page(const View& view, const domain::Workshop& workshop, RoomId room, const SeatingLook* look, const Kept& kept) {
  DeskExtras extras;
  extras.room = room;
  const Desk d{view, view.words, workshop, extras, kept};
  const Words& w = view.words;
  const Frame frame{.w = w, .title = std::string(w("seating.title")), .surface = Surface::desk, .main_class = "sideinn",
                    .command = view.form_token, .warning = view.warning, .rehearsal = workshop.rehearsal};
  return page(frame, [&](Writer& h) { workshop_header(h, d); },
              [&](Writer& h) {
                if (kept.error) alert(h, Tone::danger, w("desk.not_done"), [&](Writer&) { h.p({cls("ds-paragraph")}, w.error(*kept.error)); });
                h.div({cls("sidetopp")}, [&] {
                  h.div([&] {
                    breadcrumbs(h, w, room, workshop.about.title, w("seating.title"));
                    h.h1(w("seating.title"));
                    h.p(w("seating.ingress"));
                  });
                });
                h.div({cls("merliste merliste--bred")}, [&] { whole(h, {d, look}); });
              });
}

}  // namespace knippe::views
