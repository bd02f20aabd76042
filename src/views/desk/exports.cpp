// GET /styring/{room}/eksport: everything as files.

#include "views/components.h"
#include "views/desk/parts.h"
#include "views/export/tables.h"
#include "views/page.h"

namespace knippe::views {
namespace {

using namespace desk;

void whole_files(Writer& h, const Desk& d) {
  h.div({cls("knapperad")}, [&] {
    link_button(h, {.label = d.w("export.all_xlsx"), .id = "alt-xlsx", .icon = Icon::table}, desk_url(d.extras.room, "eksport/alt.xlsx"));
    link_button(h, {.label = d.w("export.all_json"), .id = "alt-json", .variant = Variant::secondary, .icon = Icon::download},
                desk_url(d.extras.room, "eksport/alt.json"));
  });
}

void single_tables(Writer& h, const Desk& d) {
  h.div({cls("eksporttabell"), tabindex(0), role("group"), aria_label(d.w("export.tables"))}, [&] {
  h.table({cls("ds-table"), data("border")}, [&] {
    h.caption({cls("ds-sr-only")}, d.w("export.tables"));
    h.thead([&] {
      h.tr([&] {
        h.th({scope("col")}, d.w("export.table"));
        h.th({scope("col")}, d.w("export.rows"));
        h.th({scope("col")}, d.w("export.file"));
      });
    });
    h.tbody([&] {
      for (const Table& table : export_tables(d.workshop, d.w, Audience::desk))
        h.tr([&] {
          h.th({scope("row")}, table.title);
          h.td({cls("tabelltall")}, table.rows.size());
          h.td([&] {
            const std::string file = std::string(table.file) + ".csv";
            h.a({cls("ds-link"), id(std::string("csv-").append(table.id)), href(desk_url(d.extras.room, "eksport/" + file))}, file);
          });
        });
    });
  });
  });
}

}  // namespace

std::string exports_page(const View& view, const domain::Workshop& workshop, const DeskExtras& extras) {
  const Kept nothing;
  const Desk d{view, view.words, workshop, extras, nothing};
  const Frame frame{.w = view.words, .title = std::string(view.words("export.title")), .surface = Surface::desk, .main_class = "sideinn",
                    .warning = view.warning, .rehearsal = workshop.rehearsal};
  return page(frame, [&](Writer& h) { workshop_header(h, d); },
              [&](Writer& h) {
                h.div({cls("sidetopp")}, [&] {
                  h.div([&] {
                    breadcrumbs(h, d.w, extras.room, workshop.about.title, d.w("export.title"));
                    h.h1(d.w("export.title"));
                    h.p(d.w("export.lead"));
                  });
                });
                whole_files(h, d);
                h.h2({cls("luft")}, d.w("export.tables"));
                single_tables(h, d);
                h.p({cls("panelhint")}, d.w("export.people_text"));
              });
}

}  // namespace knippe::views
