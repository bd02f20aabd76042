// Deleting for good: said plainly before, and what is left afterwards.

#include <algorithm>

#include "views/components.h"
#include "views/desk/keeping.h"
#include "views/desk/parts.h"
#include "views/page.h"

namespace knippe::views {
namespace {

using namespace desk;

void contents(Writer& h, const Desk& d) {
  const domain::Workshop& w = d.workshop;
  const auto line = [&](std::string text) { h.li(text); };
  line(std::string(d.w("deletion.goes_about")));
  if (const auto groups = std::ssize(w.groups)) line(d.w.plural("deletion.goes_groups", groups));
  if (const auto supplements = std::ssize(w.supplements)) line(d.w.plural("deletion.goes_supplements", supplements));
  if (!w.measures.empty() || !w.notes.empty()) line(d.w.plural("deletion.goes_measures", std::ssize(w.measures), std::ssize(w.notes)));
  if (const auto photos = std::ranges::count(w.photos, false, &domain::Photo::removed)) line(d.w.plural("deletion.goes_photos", photos));
  line(std::string(d.w("deletion.goes_ways")));
  line(std::string(d.w(w.published ? "deletion.goes_report" : "deletion.goes_no_report")));
}

void remains(Writer& h, const Desk& d, const TreeHead& head) {
  h.li(d.w.plural("deletion.stays_records", static_cast<std::int64_t>(head.records)));
  h.li(d.w("deletion.stays_page"));
  h.li(d.w("deletion.stays_backups"));
  h.li(d.w("deletion.stays_elsewhere"));
}

void list_panel(Writer& h, std::string_view section, std::string_view heading, Part lines) {
  const std::string heading_id = std::string(section) + "-h";
  h.section({cls("panel"), id(section), aria_labelledby(heading_id)}, [&] {
    h.div({cls("panelhode")}, [&] { h.h2({id(heading_id)}, heading); });
    h.ul({cls("panelkropp punktliste")}, [&] { lines(h); });
  });
}

void consent(Writer& h, const Desk& d) {
  const std::string message = d.kept.is("slett") && d.kept.error ? d.w.error(*d.kept.error) : "";
  page_form(h, d.view, desk_url(d.extras.room, "slett"), {.css = "panel panelkropp mervalg mervalg--alene", .id = "slett"}, [&](Writer&) {
    h.div({cls("ds-field")}, [&] {
      h.input({cls("ds-input"), type("checkbox"), id("forstatt"), name("forstatt"), value("ja"), aria_invalid(!message.empty()),
               when(!message.empty(), aria_describedby("forstatt-f"))});
      h.label({for_id("forstatt")}, d.w("deletion.understood"));
      if (!message.empty()) h.p({cls("ds-validation-message"), id("forstatt-f")}, message);
    });
    h.div({cls("knapperad")}, [&] {
      button(h, {.label = d.w("deletion.for_good"), .id = "slett-na", .name = "op", .value = "slett", .color = "danger", .icon = Icon::trash});
      link_button(h, {.label = d.w("deletion.leave_it"), .id = "la-vaere", .variant = Variant::secondary}, desk_url(d.extras.room, "mer"));
    });
  });
}

}  // namespace

std::string deletion_page(const View& view, const domain::Workshop& workshop, RoomId room, const TreeHead& head, const Kept& kept) {
  DeskExtras extras;
  extras.room = room;
  const Desk d{view, view.words, workshop, extras, kept};
  const Frame frame{.w = view.words, .title = std::string(view.words("deletion.title")), .surface = Surface::desk, .main_class = "sideinn",
                    .command = view.form_token, .warning = view.warning, .rehearsal = workshop.rehearsal};
  return page(frame, [&](Writer& h) { workshop_header(h, d); },
              [&](Writer& h) {
                if (kept.error) {
                  const FieldError errors[] = {{"forstatt", d.w.error(*kept.error)}};
                  error_summary(h, d.w, errors);
                }
                h.div({cls("sidetopp")}, [&] {
                  h.div([&] {
                    breadcrumbs(h, d.w, room, workshop.about.title, d.w("deletion.title"));
                    h.h1(d.w("deletion.title"));
                    h.p({d.spoken()}, workshop.about.title);
                  });
                });
                h.div({cls("merliste")}, [&] {
                  list_panel(h, "borte", d.w("deletion.goes"), [&](Writer&) { contents(h, d); });
                  list_panel(h, "igjen", d.w("deletion.stays"), [&](Writer&) { remains(h, d, head); });
                  consent(h, d);
                });
              });
}

namespace {

std::string tombstone(const View& view, std::string_view title, std::string_view text, const TreeHead& head, std::string_view back_to, Url back) {
  const Words& w = view.words;
  const Frame frame{.w = w, .title = std::string(title), .surface = Surface::participant, .main_class = "dmain feil",
                    .warning = view.warning};
  return page(frame, [&](Writer& h) { plain_header(h, w); },
              [&](Writer& h) {
                h.span({cls("feil__merke"), aria_hidden()}, [&] { icon(h, Icon::trash); });
                h.h1({cls("dtittel")}, title);
                h.p({cls("feil__tekst")}, text);
                h.p({cls("luft")}, w.plural("deletion.gone_tree", static_cast<std::int64_t>(head.records)));
                h.p({cls("trehode")}, [&] { h.element("code", {}, [&] { h.text(head.root); }); });
                h.div({cls("feil__knapper")}, [&] {
                  link_button(h, {.label = back_to, .id = "til-resultater", .variant = Variant::secondary, .wide = true}, back);
                });
                h.p({cls("feil__kode")}, w.format("front.error_code", 410, w("front.e410_name")));
              });
}

}  // namespace

std::string gone_page(const View& view, Instant deleted_at, const TreeHead& head) {
  const Words& w = view.words;
  return tombstone(view, w("deletion.gone"), w.format("deletion.gone_text", w.date(deleted_at, domain::Settings{}.time_zone)), head,
                   w("front.see_reports"), Url(LiteralUrl("/#resultater")));
}

std::string case_gone_page(const View& view, Instant deleted_at, const TreeHead& head) {
  const Words& w = view.words;
  return tombstone(view, w("case_trust.gone"), w.format("case_trust.gone_text", w.date(deleted_at, domain::Settings{}.time_zone)), head,
                   w("involvement.cases"), Url(LiteralUrl("/saker")));
}

}  // namespace knippe::views
