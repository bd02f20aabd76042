#include "views/desk/parts.h"

#include "base/encoding.h"
#include "domain/limits.h"
#include "views/components.h"
#include "views/participant/scene.h"

namespace knippe::views::desk {
namespace {

void token(Writer& h, const View& view) {
  if (!view.form_token.empty()) hidden_field(h, "kommando", view.form_token);
}

Attribute id_if(std::string_view text) { return when(!text.empty(), id(text)); }

}  // namespace

Url desk_url(RoomId room, std::string_view rest) {
  std::string address = "/styring/" + to_base32(room.value);
  if (!rest.empty()) address.append("/").append(rest);
  return Url::local(address);
}

std::string spaced_code(std::string_view code) {
  return code.size() == 6 ? std::string(code.substr(0, 3)) + " " + std::string(code.substr(3)) : std::string(code);
}

std::string named_supplement(const Words& w, const domain::Supplement& supplement) {
  const std::string_view text = supplement.text.empty() ? w("desk.erased") : std::string_view(supplement.text);
  return w.format("desk.supplement_named", shortened(text), supplement.group.value, supplement.id.value);
}

void desk_form(Writer& h, const Desk& d, const FormLook& look, Part content) {
  const Url to = desk_url(d.extras.room);
  h.form({cls(look.css), id_if(look.id), method_post(), action(to), hx_post(to), hx_swap("none")}, [&] {
    token(h, d.view);
    content(h);
  });
}

void page_form(Writer& h, const View& view, const Url& to, const FormLook& look, Part content) {
  const bool carries = look.upload_bytes > 0;
  h.form({cls(look.css), id_if(look.id), method_post(), action(to), when(carries, enctype("multipart/form-data")), when(carries, data("opplasting", look.upload_bytes))}, [&] {
    token(h, view);
    content(h);
  });
}

void panel(Writer& h, const View& view, const PanelLook& look, Part content) {
  const std::string heading = std::string(look.id) + "-h";
  h.section({cls("panel"), id(look.id), aria_labelledby(heading), data("seq", view.seq)}, [&] {
    h.div({cls("panelhode")}, [&] {
      h.h2({id(heading)}, look.heading);
      if (!look.count.empty()) h.span({cls("merketall")}, look.count);
      if (!look.hint.empty()) h.span({cls("panelhint")}, look.hint);
    });
    content(h);
  });
}

void no_panel(Writer& h, const View& view, std::string_view region) {
  h.section({id(region), hidden(), data("seq", view.seq)}, "");
}

void fold(Writer& h, const Fold& look, Part content) {
  h.details({cls("ds-details"), id(look.id), open(look.open)}, [&] {
    h.summary({id(std::string(look.id) + "-vis")}, [&] {
      h.text(look.summary);
      if (!look.about.empty()) h.span({cls("ds-sr-only")}, " ", look.about);
    });
    h.div([&] { content(h); });
  });
}

void select_field(Writer& h, const Select& select, std::span<const Option> options) {
  const std::string described = std::string(select.id) + "-d", faulty = std::string(select.id) + "-f";
  std::string refers = select.description.empty() ? "" : described;
  if (!select.error.empty()) refers += (refers.empty() ? "" : " ") + faulty;
  h.div({cls("ds-field", select.css_class)}, [&] {
    h.label({cls("ds-label"), for_id(select.id)}, select.label);
    if (!select.description.empty()) h.p({id(described), data("field", "description")}, select.description);
    h.select({cls("ds-input"), id(select.id), name(select.name), when(!refers.empty(), aria_describedby(refers)),
              aria_invalid(!select.error.empty())},
             [&] {
               for (const Option& option : options)
                 h.option({value(option.value), selected(option.value == select.chosen)}, option.label);
             });
    if (!select.error.empty()) h.p({cls("ds-validation-message"), id(faulty)}, select.error);
  });
}

void explained_checkbox(Writer& h, std::string_view box, std::string_view field, std::string_view label, std::string_view line, bool on) {
  h.div({cls("ds-field")}, [&] {
    h.input({cls("ds-input"), type("checkbox"), id(box), name(field), value("ja"), checked(on)});
    h.label({for_id(box)}, [&] {
      h.text(label);
      if (!line.empty()) h.small(line);
    });
  });
}

std::string_view faulty_group_field(const Error& error) {
  if (error.message_key == "group.bad_size") return "antall";
  const bool long_member = error.message_key == "text.too_long" && error.detail == std::to_string(domain::limits::member_name);
  return long_member || error.message_key == "group.too_many_members" ? "medlemmer" : "navn";
}

std::vector<Option> key_options(const domain::Workshop& workshop, std::string_view none) {
  std::vector<Option> options = {{"", std::string(none)}};
  for (const domain::Key& key : workshop.keys)
    if (!key.retired) options.push_back({std::to_string(key.id.value), key.label + " · " + key.short_name});
  return options;
}

void workshop_header(Writer& h, const Desk& d) {
  h.header({cls("ktopp")}, [&] {
    h.a({id("topp-hjem"), cls("logolenke"), href("/styring")}, [&] { logo(h, d.w("common.product")); });
    h.span({cls("ktopp__skille"), aria_hidden()}, "");
    h.p({cls("ktopp__navn")}, [&] { h.b({d.spoken()}, d.workshop.about.title); });
    h.div({cls("ktopp__hoyre")}, [&] {
      link_button(h, {.label = d.w("desk.to_desk"), .id = "til-styringen", .variant = Variant::secondary, .icon = Icon::arrow_left},
                  desk_url(d.extras.room));
    });
  });
}

void breadcrumbs(Writer& h, const Words& w, RoomId room, std::string_view title, std::string_view here) {
  h.nav({cls("ds-breadcrumbs"), aria_label(w("desk.you_are_here"))}, [&] {
    h.ol([&] {
      h.li([&] { h.a({cls("ds-link"), id("sti-mine"), href("/styring")}, w("desk.mine")); });
      if (room) h.li([&] { h.a({cls("ds-link"), id("sti-verksted"), href(desk_url(room))}, title); });
      h.li([&] { h.span({cls("sti__her"), aria_current("page")}, here); });
    });
  });
}

}  // namespace knippe::views::desk
