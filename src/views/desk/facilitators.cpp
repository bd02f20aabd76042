#include "views/desk/facilitators.h"

#include "views/components.h"
#include "views/desk/parts.h"
#include "views/front/front.h"
#include "views/page.h"

namespace knippe::views {
namespace {

using namespace desk;

void person(Writer& h, const Desk& d, const ListedFacilitator& who) {
  h.li([&] {
    h.div([&] {
      h.b(who.name);
      if (who.is_owner) tag(h, Tone::accent, d.w("facilitators.owner"));
      if (who.is_reader) tag(h, Tone::neutral, d.w("facilitators.you"));
      h.small(who.email);
    });
    if (who.is_owner) return;
    const std::string number = std::to_string(who.id), about = ": " + who.name;
    page_form(h, d.view, desk_url(d.extras.room, "fasilitatorer"), {}, [&](Writer&) {
      const std::string op = who.is_reader ? "forlat" : "fjern:" + number;
      button(h, {.label = d.w(who.is_reader ? "facilitators.leave" : "facilitators.remove"), .id = "fjern-" + number, .name = "op", .value = op,
                 .variant = Variant::secondary, .about = about, .small = true});
    });
  });
}

void by_email(Writer& h, const Desk& d) {
  const std::string error = d.kept.is("legg-til") && d.kept.error ? d.w.error(*d.kept.error) : "";
  page_form(h, d.view, desk_url(d.extras.room, "fasilitatorer"), {.css = "panelkropp mervalg"}, [&](Writer&) {
    text_field(h, d.w, {.id = "epost", .name = "epost", .label = d.w("facilitators.email"), .value = d.kept.field("epost"),
                        .description = d.w("facilitators.email_hint"), .error = error, .type = "email", .autocomplete = "off"});
    button(h, {.label = d.w("facilitators.add"), .id = "legg-til", .name = "op", .value = "legg-til", .icon = Icon::person_plus});
  });
}

void by_link(Writer& h, const Desk& d, const FacilitatorsLook& look) {
  h.div({cls("panelkropp mervalg")}, [&] {
    h.p(d.w("facilitators.link_text"));
    if (!look.fresh_link.empty())
      alert(h, Tone::success, d.w("facilitators.link_made"), [&](Writer&) {
        h.p({cls("ds-paragraph")}, d.w("facilitators.link_once"));
        h.p({cls("engangslenke")}, [&] { h.element("code", {id("lenka")}, [&] { h.text(look.fresh_link); }); });
      });
    else if (look.link_expires)
      h.p(d.w.format("facilitators.link_out", d.w.date_and_time(*look.link_expires, d.workshop.settings.time_zone)));
    page_form(h, d.view, desk_url(d.extras.room, "fasilitatorer"), {.css = "knapperad"}, [&](Writer&) {
      button(h, {.label = d.w(look.link_expires ? "facilitators.new_link" : "facilitators.make_link"), .id = "lag-lenke", .name = "op", .value = "lenke",
                 .variant = Variant::secondary, .icon = Icon::link});
      if (look.link_expires)
        button(h, {.label = d.w("facilitators.withdraw"), .id = "trekk-lenke", .name = "op", .value = "trekk-lenke", .variant = Variant::tertiary});
    });
  });
}

void section(Writer& h, std::string_view section_id, std::string_view heading, Part content) {
  const std::string heading_id = std::string(section_id) + "-h";
  h.section({cls("panel"), id(section_id), aria_labelledby(heading_id)}, [&] {
    h.div({cls("panelhode")}, [&] { h.h2({id(heading_id)}, heading); });
    content(h);
  });
}

}  // namespace

std::string facilitators_page(const View& view, const domain::Workshop& workshop, RoomId room, const FacilitatorsLook& look, const Kept& kept) {
  DeskExtras extras;
  extras.room = room;
  const Desk d{view, view.words, workshop, extras, kept};
  const Words& w = view.words;
  const Frame frame{.w = w, .title = std::string(w("facilitators.title")), .surface = Surface::desk, .main_class = "sideinn",
                    .command = view.form_token, .warning = view.warning, .rehearsal = workshop.rehearsal};
  return page(frame, [&](Writer& h) { workshop_header(h, d); },
              [&](Writer& h) {
                if (kept.error) {
                  const FieldError errors[] = {{"epost", w.error(*kept.error)}};
                  if (kept.is("legg-til")) error_summary(h, w, errors);
                  else alert(h, Tone::danger, w("desk.not_done"), [&](Writer&) { h.p({cls("ds-paragraph")}, w.error(*kept.error)); });
                }
                h.div({cls("sidetopp")}, [&] {
                  h.div([&] {
                    breadcrumbs(h, w, room, workshop.about.title, w("facilitators.title"));
                    h.h1(w("facilitators.title"));
                    h.p(w("facilitators.what_they_may"));
                  });
                });
                h.div({cls("merliste")}, [&] {
                  section(h, "hvem", w("facilitators.who"), [&](Writer&) {
                    h.ul({cls("panelkropp folkeliste"), role("list")}, [&] {
                      for (const ListedFacilitator& who : look.people) person(h, d, who);
                    });
                  });
                  section(h, "ved-epost", w("facilitators.with_account"), [&](Writer&) { by_email(h, d); });
                  section(h, "ved-lenke", w("facilitators.with_link"), [&](Writer&) { by_link(h, d, look); });
                });
              });
}

std::string cooperate_page(const View& view, const domain::Workshop& workshop, std::string_view token, std::string_view name) {
  const Words& w = view.words;
  const std::string here = "/samarbeid/" + Url::segment(token);
  const Frame frame{.w = w, .title = std::string(w("facilitators.invitation")), .surface = Surface::participant,
                    .main_class = "dmain dmain--utenbunn", .command = view.form_token, .warning = view.warning, .rehearsal = workshop.rehearsal};
  return page(frame, [&](Writer& h) { plain_header(h, w); },
              [&](Writer& h) {
                h.h1({cls("dtittel")}, w("facilitators.invitation"));
                h.p({cls("dingress")}, w.format("facilitators.invitation_text", workshop.about.title));
                if (name.empty()) {
                  h.p(w("facilitators.log_in_first"));
                  return link_button(h, {.label = w("front.login"), .id = "til-innlogging", .wide = true}, Url::local("/logg-inn?til=" + here));
                }
                page_form(h, view, Url::local(here), {}, [&](Writer&) {
                  h.p(w.format("facilitators.as", name));
                  button(h, {.label = w("facilitators.accept"), .id = "bli-med", .name = "op", .value = "bli-med", .wide = true});
                });
              });
}

}  // namespace knippe::views
