#include <algorithm>

#include "views/components.h"
#include "views/desk/parts.h"
#include "views/erasure/parts.h"
#include "views/page.h"

namespace knippe::views {
namespace {

using namespace desk;
using namespace erasure;

void top(Writer& h, const Desk& d, std::string_view title, std::string_view lead) {
  h.div({cls("sidetopp")}, [&] {
    h.div([&] {
      breadcrumbs(h, d.w, d.extras.room, d.workshop.about.title, title);
      h.h1(title);
      h.p(lead);
    });
  });
}

void by_person(Writer& h, const Desk& d, const std::vector<TextLine>& lines) {
  std::vector<std::vector<std::string>> writers;
  for (const TextLine& line : lines) writers.push_back(line.writers);
  const auto phones = phones_of(writers);
  if (phones.empty()) return;
  h.section({cls("panel"), aria_labelledby("personer-h")}, [&] {
    h.div({cls("panelhode")}, [&] { h.h2({id("personer-h")}, d.w("erasure.by_person")); });
    h.div({cls("panelkropp mervalg")}, [&] {
      h.p(d.w("erasure.by_person_text"));
      h.ul({cls("knapperad sletteliste")}, [&] {
        for (const int phone : phones)
          h.li([&] {
            const std::string number = std::to_string(phone);
            const auto named = d.workshop.phone_names.find(static_cast<std::uint32_t>(phone));
            const std::string label = d.w.format("erasure.phone", phone) + (named == d.workshop.phone_names.end() ? "" : " · " + named->second);
            h.a({cls("ds-link"), id("telefon-" + number), href(desk_url(d.extras.room, "tekster?telefon=" + number))}, label);
          });
      });
    });
  });
}

void list(Writer& h, const Desk& d, const std::vector<TextLine>& lines) {
  h.section({cls("panel"), aria_labelledby("tekster-h")}, [&] {
    h.div({cls("panelhode")}, [&] { h.h2({id("tekster-h")}, d.w("erasure.all_texts")); });
    h.div({cls("panelkropp mervalg")}, [&] {
      if (lines.empty()) return h.p(d.w("erasure.nothing"));
      h.form({cls("sletteskjema"), id("velg"), action(desk_url(d.extras.room, "tekster"))}, [&] {
        h.ul({cls("sletteliste")}, [&] {
          for (const TextLine& line : lines) pick(h, d.w, d.workshop, line);
        });
        button(h, {.label = d.w("erasure.go_on"), .id = "videre"});
      });
    });
  });
}

void chosen_panel(Writer& h, const Desk& d, const std::vector<TextLine>& chosen) {
  h.section({cls("panel"), id("borte"), aria_labelledby("borte-h")}, [&] {
    h.div({cls("panelhode")}, [&] { h.h2({id("borte-h")}, d.w("erasure.goes")); });
    h.ul({cls("panelkropp punktliste")}, [&] {
      for (const TextLine& line : chosen)
        h.li([&] {
          h.b(kind_word(d.w, line.text.kind));
          h.text(" ");
          h.span({d.spoken(), cls("sletteliste__ord")}, one_line(d.w, line.words));
        });
      h.li(d.w("erasure.goes_everywhere"));
    });
  });
}

void confirm(Writer& h, const Desk& d, const std::vector<TextLine>& chosen) {
  page_form(h, d.view, desk_url(d.extras.room, "tekster"), {.css = "panel panelkropp mervalg", .id = "slett"}, [&](Writer&) {
    std::string all;
    for (const TextLine& line : chosen) all += (all.empty() ? "" : " ") + domain::to_string(line.text);
    hidden_field(h, "hva", all);
    h.p(d.w("erasure.no_way_back"));
    h.div({cls("knapperad")}, [&] {
      button(h, {.label = d.w.plural("erasure.erase_now", static_cast<std::int64_t>(chosen.size())), .id = "slett-na", .name = "op", .value = "slett",
                 .color = "danger", .icon = Icon::trash});
      link_button(h, {.label = d.w("erasure.leave_it"), .id = "la-vaere", .variant = Variant::secondary}, desk_url(d.extras.room, "tekster"));
    });
  });
}

std::string desk_page_of(const Desk& d, Part main) {
  const Frame frame{.w = d.w, .title = std::string(d.w("erasure.title")), .surface = Surface::desk, .main_class = "sideinn",
                    .command = d.view.form_token, .style = "erasure.css", .warning = d.view.warning, .simulated = d.workshop.simulated, .rehearsal = d.workshop.rehearsal};
  return page(frame, [&](Writer& h) { workshop_header(h, d); }, main);
}

}  // namespace

std::string texts_page(const View& view, const domain::Workshop& workshop, RoomId room, const std::vector<TextLine>& lines, bool done,
                       const Kept& kept) {
  DeskExtras extras;
  extras.room = room;
  const Desk d{view, view.words, workshop, extras, kept};
  return desk_page_of(d, [&](Writer& h) {
    if (kept.error) alert(h, Tone::danger, d.w("desk.not_done"), [&](Writer&) { h.p({cls("ds-paragraph")}, d.w.error(*kept.error)); });
    top(h, d, d.w("erasure.title"), d.w("erasure.lead"));
    if (done) alert(h, Tone::info, d.w("erasure.done"), [&](Writer&) { h.p({cls("ds-paragraph")}, d.w("erasure.done_text")); });
    h.div({cls("merliste")}, [&] {
      list(h, d, lines);
      by_person(h, d, lines);
    });
  });
}

std::string erasure_page(const View& view, const domain::Workshop& workshop, RoomId room, const std::vector<TextLine>& chosen, const Kept& kept) {
  DeskExtras extras;
  extras.room = room;
  const Desk d{view, view.words, workshop, extras, kept};
  return desk_page_of(d, [&](Writer& h) {
    top(h, d, d.w("erasure.confirm_title"), d.w("erasure.confirm_lead"));
    h.div({cls("merliste")}, [&] {
      chosen_panel(h, d, chosen);
      h.section({cls("panel"), id("igjen"), aria_labelledby("igjen-h")}, [&] {
        h.div({cls("panelhode")}, [&] { h.h2({id("igjen-h")}, d.w("erasure.stays")); });
        h.ul({cls("panelkropp punktliste")}, [&] { what_stays(h, d.w, workshop.published); });
      });
      confirm(h, d, chosen);
    });
  });
}

}  // namespace knippe::views
