// My workshops.

#include "base/encoding.h"
#include "views/components.h"
#include "views/desk/parts.h"
#include "views/icon.h"

namespace knippe::views {
namespace {

struct Standing {
  std::string_view words;
  std::string_view tone;
  Icon icon;
};

Standing standing_of(const Words& w, const ListedWorkshop& one) {
  if (one.published) return {w("desk.list.published"), "success", Icon::checkmark_circle};
  switch (one.phase) {
    case domain::Phase::draft: return {w("desk.list.draft"), "accent", Icon::calendar};
    case domain::Phase::open: return {w("desk.list.open"), "", Icon::play_fill};
    case domain::Phase::closed: break;
  }
  return {w("desk.list.closed"), "neutral", Icon::archive};
}

void card(Writer& h, const View& view, const ListedWorkshop& one) {
  const Words& w = view.words;
  const Standing standing = standing_of(w, one);
  const std::string room = to_base32(one.room.value);
  const std::string to_desk = "til-" + room;
  const bool running = one.phase == domain::Phase::open;
  h.li({cls("vkort", running ? "vkort--naa" : "")}, [&] {
    h.p({cls("vstatus"), when(!standing.tone.empty(), data("color", standing.tone))}, [&] {
      icon(h, standing.icon);
      h.text(standing.words);
    });
    h.div([&] {
      h.h2([&] { h.a({id(std::string_view(to_desk)), href(desk_url(one.room))}, one.title); });
      h.ul({cls("vkort__meta"), role("list")}, [&] {
        if (!one.date.empty()) h.li(w.plain_date(one.date));
        if (!one.place.empty()) h.li(one.place);
        h.li(w.plural("desk.groups_count", one.groups) + ", " + w.plural("desk.people_count", one.people));
        if (one.simulated) h.li(w("desk.list.simulated"));
        if (!one.code.empty())
          h.li({cls("kode")}, [&] {
            h.text(w("desk.code"));
            h.text(" ");
            h.b(one.code.substr(0, 3) + " " + one.code.substr(3));
          });
      });
    });
    h.div({cls("vkort__knapper")}, [&] {
      if (one.published)
        link_button(h, {.label = w("desk.see_report"), .id = "rapport-" + room, .variant = Variant::secondary, .about = one.title}, Url::local("/resultater/" + room));
      link_button(h, {.label = w("desk.list.to_desk"), .id = "styring-" + room, .variant = running ? Variant::primary : Variant::secondary, .icon = Icon::arrow_right, .about = one.title}, desk_url(one.room));
    });
  });
}

}  // namespace

std::string workshop_list_page(const View& view, std::span<const ListedWorkshop> workshops, std::string_view user, bool may_administer) {
  const Words& w = view.words;
  Frame frame{.w = w, .title = std::string(w("desk.my_workshops")), .surface = Surface::desk, .main_class = "sideinn", .command = view.form_token, .warning = view.warning};
  return page(
      frame, [&](Writer& h) { account_header(h, view, MenuEntry::workshops, may_administer, user); },
      [&](Writer& h) {
        h.div({cls("sidetopp")}, [&] {
          h.div([&] {
            h.h1(w("desk.my_workshops"));
            if (!workshops.empty()) h.p(w.plural("desk.list.count", static_cast<std::int64_t>(workshops.size())));
          });
          h.div({cls("knapperad")}, [&] { link_button(h, {.label = w("desk.list.new"), .id = "nytt-verksted", .icon = Icon::plus}, LiteralUrl("/styring/nytt")); });
        });
        if (workshops.empty()) {
          h.div({cls("tomliste panel")}, [&] {
            h.h2(w("desk.list.empty"));
            h.p(w("desk.list.empty_text"));
          });
          return;
        }
        h.ul({cls("vliste"), role("list")}, [&] {
          for (const ListedWorkshop& one : workshops) card(h, view, one);
        });
      });
}

}  // namespace knippe::views
