// The facilitator's page about one workshop's measures: links, answers typed in for an owner, slips to hand out.

#include "base/encoding.h"
#include "views/components.h"
#include "views/desk/parts.h"
#include "views/follow_up/follow_up.h"
#include "views/follow_up/parts.h"
#include "views/page.h"

namespace knippe::views {
namespace {

using namespace desk;
using domain::Measure;

struct Room {
  const Desk& d;
  const OwnerLinks& links;
};

bool asks_now(const domain::Workshop& workshop) { return workshop.published || workshop.phase == domain::Phase::closed; }

void link(Writer& h, const Room& r, const Measure& measure) {
  const Words& w = r.d.w;
  const std::string number = std::to_string(measure.id.value);
  const std::string about = ": " + w.format("followup.numbered", measure.id.value);
  const auto found = r.links.find(measure.id);
  if (found != r.links.end()) {
    h.p({cls("panelhint")}, w("followup.link_is"));
    h.p({cls("engangslenke")}, [&] { h.element("code", {id("lenke-" + number)}, [&] { h.text(found->second); }); });
  }
  page_form(h, r.d.view, desk_url(r.d.extras.room, "tiltak"), {.css = "knapperad"}, [&](Writer&) {
    if (found == r.links.end())
      button(h, {.label = w("followup.make_link"), .id = "lag-" + number, .name = "op", .value = "lag:" + number, .variant = Variant::secondary,
                 .icon = Icon::link, .about = about, .small = true});
    else
      button(h, {.label = w("followup.withdraw"), .id = "trekk-" + number, .name = "op", .value = "trekk:" + number, .variant = Variant::tertiary,
                 .icon = Icon::link_broken, .about = about, .small = true});
  });
}

void answer_for(Writer& h, const Room& r, const Measure& measure) {
  const std::string number = std::to_string(measure.id.value), op = "svar:" + number;
  const bool refused = r.d.kept.is(op) && r.d.kept.error;
  fold(h, {.id = "skriv-" + number, .summary = r.d.w("followup.type_in"), .about = r.d.w.format("followup.numbered", measure.id.value), .open = refused},
       [&](Writer&) {
         page_form(h, r.d.view, desk_url(r.d.extras.room, "tiltak"), {.css = "tiltakskjema"}, [&](Writer&) {
           follow_up::answer_fields(h, r.d.w, measure, {.kept = r.d.kept, .refused = refused, .op = op, .suffix = "-" + number});
         });
       });
}

void measure_card(Writer& h, const Room& r, const Measure& measure) {
  const Desk& d = r.d;
  const std::string heading = "tiltak-" + std::to_string(measure.id.value);
  h.section({cls("panel"), aria_labelledby(heading)}, [&] {
    h.div({cls("panelhode")}, [&] {
      h.h2({id(heading), d.spoken()}, [&] { report::breakable(h, measure.text.empty() ? d.w("report.erased") : std::string_view(measure.text)); });
    });
    h.div({cls("panelkropp mervalg")}, [&] {
      h.p([&] { follow_up::standing(h, d.w, measure, d.view.now, d.workshop.settings.time_zone); });
      follow_up::facts(h, d.w, d.workshop, measure);
      if (!measure.answers.empty()) follow_up::history(h, d.w, d.workshop, measure);
      if (!asks_now(d.workshop)) return;
      link(h, r, measure);
      answer_for(h, r, measure);
    });
  });
}

void all_links(Writer& h, const Room& r) {
  h.div({cls("knapperad tiltaklenker")}, [&] {
    page_form(h, r.d.view, desk_url(r.d.extras.room, "tiltak"), {}, [&](Writer&) {
      button(h, {.label = r.d.w("followup.make_all"), .id = "lag-alle", .name = "op", .value = "lag-alle", .icon = Icon::link});
    });
    if (!r.links.empty())
      link_button(h, {.label = r.d.w("followup.slips"), .id = "til-lappene", .variant = Variant::secondary, .icon = Icon::printer_small},
                  desk_url(r.d.extras.room, "tiltak/lapper"));
    link_button(h, {.label = r.d.w("followup.all_workshops"), .id = "til-alle", .variant = Variant::secondary, .icon = Icon::clipboard_checkmark},
                Url("/styring/tiltak"));
  });
}

void errors(Writer& h, const Desk& d) {
  if (!d.kept.error) return;
  if (!d.kept.form.starts_with("svar:"))
    return alert(h, Tone::danger, d.w("desk.not_done"), [&](Writer&) { h.p({cls("ds-paragraph")}, d.w.error(*d.kept.error)); });
  const FieldError found[] = {{follow_up::answer_field(*d.kept.error, "-" + d.kept.form.substr(5)), d.w.error(*d.kept.error)}};
  error_summary(h, d.w, found);
}

}  // namespace

std::string follow_up_desk_page(const View& view, const domain::Workshop& workshop, RoomId room, const OwnerLinks& links, const Kept& kept) {
  DeskExtras extras;
  extras.room = room;
  const Desk d{view, view.words, workshop, extras, kept};
  const Room r{d, links};
  const Frame frame{.w = view.words, .title = std::string(view.words("followup.title")), .surface = Surface::desk, .main_class = "sideinn",
                    .command = view.form_token, .warning = view.warning, .rehearsal = workshop.rehearsal};
  return page(frame, [&](Writer& h) { workshop_header(h, d); },
              [&](Writer& h) {
                errors(h, d);
                h.div({cls("sidetopp")}, [&] {
                  h.div([&] {
                    breadcrumbs(h, d.w, room, workshop.about.title, d.w("followup.title"));
                    h.h1(d.w("followup.title"));
                    h.p(d.w(asks_now(workshop) ? "followup.desk_text" : "followup.desk_early"));
                  });
                });
                if (asks_now(workshop)) all_links(h, r);
                h.div({cls("merliste")}, [&] {
                  for (const Measure& measure : workshop.measures)
                    if (!measure.deleted) measure_card(h, r, measure);
                });
              });
}

std::string owner_slips_page(const View& view, const domain::Workshop& workshop, RoomId room, const OwnerLinks& links) {
  const Words& w = view.words;
  const Frame frame{.w = w, .title = std::string(w("followup.slips")), .surface = Surface::print, .warning = view.warning,
                    .rehearsal = workshop.rehearsal, .footer = false};
  const auto slip = [&](Writer& h, const Measure& measure, const std::string& url) {
    h.li({cls("seddel")}, [&] {
      h.div({cls("seddel__qr")}, [&] { qr_code(h, url, w.format("followup.qr", measure.id.value)); });
      h.div([&] {
        h.p({cls("seddel__hva"), report::spoken(w, workshop)}, measure.text.empty() ? w("report.erased") : std::string_view(measure.text));
        if (!measure.owner.empty()) h.p({report::spoken(w, workshop)}, measure.owner);
        const std::string_view due = domain::due_date(measure.date, measure.answers);
        if (!due.empty()) h.p(w.format("report.by_date", w.plain_date(due)));
        h.p(w("followup.slip_text"));
        h.p({cls("seddel__adresse")}, url);
      });
    });
  };
  return page(frame, [&](Writer& h) { print_bar(h, w, w("followup.slips"), w("followup.slips_text"), desk_url(room, "tiltak")); },
              [&](Writer& h) {
                h.h1({cls("ds-sr-only")}, w("followup.slips"));
                if (links.empty()) return h.p({cls("arkramme")}, w("followup.no_links"));
                h.ul({cls("sedler"), role("list")}, [&] {
                  for (const auto& [number, url] : links)
                    if (const Measure* measure = workshop.find_measure(number); measure && !measure->deleted) slip(h, *measure, url);
                });
              });
}

}  // namespace knippe::views
