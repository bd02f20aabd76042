// My workshops.

#include <algorithm>
#include <ranges>

#include "base/encoding.h"
#include "views/components.h"
#include "views/desk/office.h"
#include "views/desk/parts.h"
#include "views/page.h"

namespace knippe::views {
namespace {

using namespace desk;
using domain::Phase;

/// Running ones first, then those to come, then those that are over; within each as given.
int order(const ListedWorkshop& workshop) { return workshop.phase == Phase::open && !workshop.rehearsal ? 0 : workshop.phase == Phase::draft ? 1 : 2; }

struct Status {
  std::string_view color;
  Icon icon;
  std::string_view text;
};
Status status_of(const Words& w, const ListedWorkshop& workshop) {
  if (workshop.rehearsal) return {"lyng", Icon::play, w("keeping.rehearsal")};
  if (workshop.phase == Phase::open) return {"accent", Icon::play_fill, w("desk.status_open")};
  if (workshop.phase == Phase::draft) return {"accent", Icon::calendar, w("desk.status_draft")};
  if (workshop.published) return {"success", Icon::checkmark_circle_fill, w("desk.status_published")};
  return {"neutral", Icon::archive, w("desk.status_closed")};
}

void facts(Writer& h, const Words& w, const ListedWorkshop& workshop) {
  h.ul({cls("vkort__meta"), role("list")}, [&] {
    if (!workshop.date.empty()) h.li(w.plain_date(workshop.date));
    if (!workshop.place.empty()) h.li(workshop.place);
    if (workshop.groups > 0)
      h.li(w.plural("common.groups", workshop.groups) + (workshop.people > 0 ? ", " + w.plural("common.people", workshop.people) : ""));
    if (!workshop.code.empty())
      h.li({cls("kode")}, [&] {
        h.span([&] {
          h.text(w("desk.code"));
          h.text(" ");
          h.b(spaced_code(workshop.code));
        });
      });
    if (workshop.simulated) h.li(w("desk.simulated"));
    if (workshop.phase == Phase::open && workshop.published) h.li(w("desk.status_published"));
  });
}

void buttons(Writer& h, const View& view, const ListedWorkshop& workshop) {
  const Words& w = view.words;
  const std::string room = to_base32(workshop.room.value), about = ": " + workshop.title;
  const auto link = [&](std::string_view label, const std::string& link_id, Icon which, const Url& to, Variant variant = Variant::secondary) {
    link_button(h, {.label = label, .id = link_id + room, .variant = variant, .icon = which, .about = about}, to);
  };
  const auto press = [&](std::string_view label, const std::string& button_id, Icon which, std::string_view rest, std::string_view op) {
    page_form(h, view, desk_url(workshop.room, rest), {}, [&](Writer&) {
      button(h, {.label = label, .id = button_id + room, .name = "op", .value = op, .variant = Variant::secondary, .icon = which, .about = about});
    });
  };
  h.div({cls("vkort__knapper")}, [&] {
    if (workshop.published) link(w("desk.see_report"), "rapport-", Icon::bar_chart, Url::local("/resultater/" + room));
    if (workshop.phase == Phase::draft) {
      link(w("desk.edit"), "rediger-", Icon::pencil, desk_url(workshop.room, "oppsett"));
      link(w("desk.sheets"), "ark-", Icon::printer_small, desk_url(workshop.room, "ark"));
    }
    if (workshop.phase == Phase::open) link(w("desk.open_desk"), "styring-", Icon::arrow_right, desk_url(workshop.room), Variant::primary);
    if (workshop.phase == Phase::closed && !workshop.rehearsal) press(w("keeping.use_again"), "kopi-", Icon::files, "mer", "kopier");
    if (workshop.rehearsal && workshop.may_delete) press(w("keeping.throw_away_now"), "kast-", Icon::trash, "slett", "kast");
    else link(w("keeping.more"), "mer-", Icon::archive, desk_url(workshop.room, "mer"));
  });
}

void card(Writer& h, const View& view, const ListedWorkshop& workshop) {
  const Words& w = view.words;
  const Status status = status_of(w, workshop);
  h.li({cls("vkort", workshop.phase == Phase::open && !workshop.rehearsal ? "vkort--naa" : "")}, [&] {
    h.p({cls("vstatus"), data("color", status.color)}, [&] {
      icon(h, status.icon);
      h.text(status.text);
    });
    h.div([&] {
      h.h2([&] { h.a({id("verksted-" + to_base32(workshop.room.value)), href(desk_url(workshop.room))}, workshop.title); });
      facts(h, w, workshop);
    });
    buttons(h, view, workshop);
  });
}

void key_ring(Writer& h) {
  h.div({cls("tomt__bilde")}, StaticMarkup(
      "<svg viewBox=\"0 0 320 300\" aria-hidden=\"true\" focusable=\"false\">"
      "<circle cx=\"160\" cy=\"96\" r=\"72\" fill=\"none\" stroke=\"#F0B034\" stroke-width=\"16\"/>"
      "<g fill=\"none\" stroke-linecap=\"round\" stroke-linejoin=\"round\" stroke-width=\"13\">"
      "<g stroke=\"#F7DDD5\"><circle cx=\"82\" cy=\"152\" r=\"21\"/><path d=\"M71 171 34 238M44 220l17 9M53 204l13 7\"/></g>"
      "<g stroke=\"#fff\"><circle cx=\"160\" cy=\"182\" r=\"23\"/><path d=\"M160 205v78M160 276h22M160 254h17\"/></g>"
      "<g stroke=\"#8FBCBC\"><circle cx=\"238\" cy=\"152\" r=\"21\"/><path d=\"M249 171l37 67M276 220l-17 9M267 204l-13 7\"/></g></g></svg>"));
}

void ways_on(Writer& h, const Words& w, const ListLook& look, bool empty) {
  h.div({cls("knapperad")}, [&] {
    if (look.is_archive)
      return link_button(h, {.label = w("desk.mine"), .id = "til-lista", .variant = Variant::secondary, .icon = Icon::arrow_left}, Url("/styring"));
    if (!empty)
      link_button(h, {.label = w("followup.list_title"), .id = "til-tiltakene", .variant = Variant::secondary, .icon = Icon::clipboard_checkmark},
                  Url("/styring/tiltak"));
    if (look.archived > 0)
      link_button(h, {.label = w.plural("keeping.see_archive", look.archived), .id = "til-arkivet", .variant = Variant::secondary, .icon = Icon::archive},
                  Url("/styring/arkiv"));
    if (!empty)
      link_button(h, {.label = w("archive.see"), .id = "til-2017", .variant = Variant::secondary, .icon = Icon::file_text}, Url("/arkiv/2017"));
    if (!empty) link_button(h, {.label = w("desk.new_workshop"), .id = "til-nytt", .icon = Icon::plus}, Url("/styring/nytt"));
  });
}

void nothing_yet(Writer& h, const Words& w) {
  h.section({cls("tomt"), aria_labelledby("tom-h")}, [&] {
    h.div({cls("tomt__tekst")}, [&] {
      h.h2({id("tom-h")}, w("desk.first_workshop"));
      h.p(w("desk.first_workshop_text"));
      h.div({cls("knapperad")}, [&] {
        link_button(h, {.label = w("desk.new_from_template"), .id = "til-nytt", .icon = Icon::plus}, Url("/styring/nytt"));
        link_button(h, {.label = w("archive.see"), .id = "til-2017", .variant = Variant::secondary, .icon = Icon::file_text}, Url("/arkiv/2017"));
      });
    });
    key_ring(h);
  });
}

}  // namespace

std::string workshop_list_page(const View& view, std::span<const ListedWorkshop> workshops, const ListLook& look) {
  const Words& w = view.words;
  std::vector<const ListedWorkshop*> sorted;
  for (const ListedWorkshop& workshop : workshops) sorted.push_back(&workshop);
  std::ranges::stable_sort(sorted, {}, [](const ListedWorkshop* workshop) { return order(*workshop); });
  const auto running = std::ranges::count_if(workshops, [](const ListedWorkshop& each) { return each.phase == Phase::open && !each.rehearsal; });
  const std::string_view heading = w(look.is_archive ? "keeping.archive" : "desk.mine");
  const Frame frame{.w = w, .title = std::string(heading), .surface = Surface::desk, .main_class = "sideinn", .command = view.form_token,
                    .warning = view.warning};
  return page(frame, [&](Writer& h) { office_header(h, view, {look.is_archive ? Office::none : Office::workshops, look.user, look.may_administer}); },
              [&](Writer& h) {
                h.div({cls("sidetopp")}, [&] {
                  h.div([&] {
                    h.h1(heading);
                    if (!sorted.empty())
                      h.p(w.plural("desk.workshops", static_cast<std::int64_t>(sorted.size())) + (running > 0 ? " " + w.plural("desk.running", running) : ""));
                  });
                  ways_on(h, w, look, sorted.empty());
                });
                if (sorted.empty() && look.is_archive) return h.p(w("keeping.archive_empty"));
                if (sorted.empty()) return nothing_yet(h, w);
                h.ul({cls("vliste"), role("list")}, [&] {
                  for (const ListedWorkshop* workshop : sorted) card(h, view, *workshop);
                });
              });
}

}  // namespace knippe::views
