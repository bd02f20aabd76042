// Nøklene: which key the speaker is at.

#include <vector>

#include "domain/workshop/speakers.h"
#include "views/components.h"
#include "views/desk/regions.h"

namespace knippe::views::desk {
namespace {

using domain::Key;

/// Position of the presented key, or the number of keys when none is.
std::size_t position(const Desk& d, const std::vector<const Key*>& keys) {
  std::size_t at = 0;
  while (at < keys.size() && keys[at]->id != d.workshop.projector.presented) ++at;
  return at;
}

void presented(Writer& h, const Desk& d, const Key* key) {
  h.div({cls("presentert")}, [&] {
    if (!key) return h.p({cls("panelhint")}, d.w("desk.no_key_presented"));
    h.p({cls("presentert__navn")}, [&] {
      h.span({cls("gnr")}, key->label);
      h.b({d.spoken(key->language)}, key->short_name);
    });
    h.p({d.spoken(key->language)}, key->text);
    if (!key->speaker.empty()) h.p({cls("panelhint")}, d.w.format("desk.presented_by", key->speaker));
  });
}

void step_button(Writer& h, const Key* key, std::string_view button_id, std::string_view label, Variant variant) {
  if (!key) return;
  const std::string op = "nokkel:" + std::to_string(key->id.value);
  button(h, {.label = label, .id = button_id, .name = "op", .value = op, .variant = variant, .about = key->short_name});
}

void steps(Writer& h, const Desk& d, const std::vector<const Key*>& keys, std::size_t at) {
  const bool any = at < keys.size();
  h.div({cls("knapperad")}, [&] {
    step_button(h, any && at > 0 ? keys[at - 1] : nullptr, "forrige-nokkel", d.w("desk.previous_key"), Variant::secondary);
    step_button(h, !any ? (keys.empty() ? nullptr : keys[0]) : at + 1 < keys.size() ? keys[at + 1] : nullptr, "neste-nokkel",
                d.w("desk.next_key"), Variant::primary);
    if (any)
      button(h, {.label = d.w("desk.present_none"), .id = "ingen-nokkel", .name = "op", .value = "nokkel:0", .variant = Variant::tertiary});
  });
}

void every_key(Writer& h, const Desk& d, const std::vector<const Key*>& keys) {
  fold(h, {.id = "desk-alle-nokler", .summary = d.w("desk.choose_key")}, [&](Writer&) {
    desk_form(h, d, {}, [&](Writer&) {
      h.div({cls("nokkelvalg")}, [&] {
        for (const Key* key : keys)
          h.button({cls("nokkelvalg__knapp"), id("vis-nokkel-", key->id.value), name("op"), value("nokkel:", key->id.value),
                    aria("pressed", key->id == d.workshop.projector.presented ? "true" : "false")},
                   [&] {
                     h.b(key->label);
                     h.span({d.spoken(key->language)}, key->short_name);
                   });
      });
    });
  });
}

}  // namespace

void key_region(Writer& h, const Desk& d) {
  if (!d.is_open() || d.workshop.stage != domain::Stage::keys) return no_panel(h, d.view, "desk-nokkel");
  const std::vector<const Key*> keys = domain::presenting_order(d.workshop);
  const std::size_t at = position(d, keys);
  const bool any = at < keys.size();
  const std::string hint = any ? d.w.format("desk.key_position", at + 1, keys.size()) : "";
  panel(h, d.view, {.id = "desk-nokkel", .heading = d.w("desk.presented_now"), .hint = hint}, [&](Writer&) {
    h.div({cls("panelkropp")}, [&] {
      presented(h, d, any ? keys[at] : nullptr);
      desk_form(h, d, {}, [&](Writer&) { steps(h, d, keys, at); });
      h.div({cls("knapperad")}, [&] {
        link_button(h, {.label = d.w("speaker.open_presenter"), .id = "til-presentasjon", .variant = Variant::tertiary, .icon = Icon::megaphone_speaking, .small = true},
                    desk_url(d.extras.room, "presentasjon"));
      });
    });
    every_key(h, d, keys);
  });
}

}  // namespace knippe::views::desk
