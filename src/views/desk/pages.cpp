#include "views/desk/pages.h"

#include "base/encoding.h"
#include "base/text.h"
#include "views/components.h"
#include "views/icon.h"

namespace knippe::views {
namespace {

constexpr std::size_t enough_to_tell_apart = 60;

void menu_link(Writer& h, std::string_view id, const Url& to, std::string_view label, bool here) {
  h.li([&] { h.a({attr::id(id), href(to), when(here, aria_current("page"))}, label); });
}

}  // namespace

Url desk_url(RoomId room, std::string_view rest) {
  std::string path = "/styring/" + to_base32(room.value);
  if (!rest.empty()) (path += '/') += rest;
  return Url::local(path);
}

Attribute spoken(const DeskScene& s, std::string_view language) {
  if (language.empty()) language = s.workshop.settings.language;
  return when(language != code(s.w.lang()), lang(language));
}

std::string group_name(const Words& w, const domain::Group& group) {
  return group.name.empty() ? w.format("common.group", group.number.value) : group.name;
}

std::string about(const Words& w, std::string_view text) {
  std::string short_text(text);
  if (length(text) > enough_to_tell_apart) {
    std::size_t bytes = 0;
    for (std::size_t count = 0; bytes < text.size(); ++bytes)
      if ((static_cast<unsigned char>(text[bytes]) & 0xC0) != 0x80 && ++count > enough_to_tell_apart) break;
    short_text = std::string(text.substr(0, bytes)) + "…";
  }
  return w.format("setup.quoted", short_text);
}

std::string error_of(const View& view, const Kept& kept, std::string_view form) {
  return kept.is(form) && kept.error ? view.words.error(*kept.error) : std::string();
}

void desk_form(Writer& h, const View& view, const DeskForm& form, Part content) {
  h.form({cls(form.css), when(!form.id.empty(), id(form.id)), method_post(), action(form.to)}, [&] {
    if (!view.form_token.empty()) hidden_field(h, "kommando", view.form_token);
    content(h);
  });
}

void account_header(Writer& h, const View& view, MenuEntry here, bool may_administer, std::string_view user) {
  const Words& w = view.words;
  h.header({cls("ktopp")}, [&] {
    h.a({cls("logo-lenke"), id("til-forsiden"), href(LiteralUrl("/"))}, [&] { logo(h, w("common.product")); });
    h.span({cls("ktopp__skille"), aria_hidden()});
    h.nav({cls("snav"), aria_label(w("setup.menu"))}, [&] {
      h.ul({role("list")}, [&] {
        menu_link(h, "til-mine-verksteder", LiteralUrl("/styring"), w("setup.my_workshops"), here == MenuEntry::workshops);
        if (may_administer) menu_link(h, "til-administrasjon", LiteralUrl("/admin"), w("setup.administration"), here == MenuEntry::administration);
      });
    });
    h.div({cls("ktopp__hoyre")}, [&] {
      if (!user.empty())
        h.span({cls("hvem")}, [&] {
          icon(h, Icon::person_circle);
          h.text(user);
        });
      desk_form(h, view, {.to = LiteralUrl("/logg-ut")}, [&](Writer&) {
        button(h, {.label = w("setup.log_out"), .id = "logg-ut", .variant = Variant::tertiary, .icon = Icon::leave});
      });
    });
  });
}

void workshop_header(Writer& h, const DeskScene& s, std::string_view line, Part right) {
  h.header({cls("ktopp")}, [&] {
    h.a({cls("logo-lenke"), id("til-mine-verksteder"), href(LiteralUrl("/styring"))}, [&] {
      logo(h, s.w("common.product"));
      h.span({cls("ds-sr-only")}, ": ", s.w("setup.my_workshops"));
    });
    h.span({cls("ktopp__skille"), aria_hidden()});
    h.p({cls("ktopp__navn")}, [&] {
      h.b({spoken(s)}, s.workshop.about.title);
      h.span(line);
    });
    h.div({cls("ktopp__hoyre")}, [&] { right(h); });
  });
}

void warnings(Writer& h, const DeskScene& s) {
  if (s.extras.loopback_only)
    alert(h, Tone::warning, s.w("setup.loopback"), [&](Writer&) { h.p({cls("ds-paragraph")}, s.w("setup.loopback_text")); });
}

void panel(Writer& h, std::string_view css, std::string_view heading_id, std::string_view heading, std::string_view hint, Part content) {
  h.section({cls("panel", css), aria_labelledby(heading_id)}, [&] {
    h.div({cls("panelhode")}, [&] {
      h.h2({id(heading_id)}, heading);
      if (!hint.empty()) h.span({cls("panelhint")}, hint);
    });
    content(h);
  });
}

}  // namespace knippe::views
