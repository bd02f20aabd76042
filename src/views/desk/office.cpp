#include "views/desk/office.h"

#include "views/components.h"
#include "views/desk/parts.h"

namespace knippe::views::desk {

void office_header(Writer& h, const View& view, const OfficeLook& look) {
  const Words& w = view.words;
  h.header({cls("ktopp")}, [&] {
    h.a({id("topp-hjem"), cls("logolenke"), href("/")}, [&] { logo(h, w("common.product")); });
    h.span({cls("ktopp__skille"), aria_hidden()}, "");
    h.nav({cls("snav"), aria_label(w("desk.main_menu"))}, [&] {
      h.ul({role("list")}, [&] {
        h.li([&] { h.a({id("til-arbeid"), href("/styring/arbeid"), when(look.here == Office::work, aria_current("page"))}, w("office.work")); });
        if (view.menu.workshops)
          h.li([&] { h.a({id("til-mine"), href("/styring"), when(look.here == Office::workshops, aria_current("page"))}, w("desk.mine")); });
        h.li([&] { h.a({id("til-mine-saker"), href("/styring/saker"), when(look.here == Office::cases, aria_current("page"))}, w("involvement.my_cases")); });
        if (look.may_administer || view.menu.administration)
          h.li([&] { h.a({id("til-admin"), href("/admin"), when(look.here == Office::administration, aria_current("page"))}, w("desk.administration")); });
      });
    });
    h.div({cls("ktopp__hoyre")}, [&] {
      h.a({cls("hvem"), id("til-mine-data"), href("/konto/mine-data"), when(look.here == Office::own_data, aria_current("page"))}, [&] {
        icon(h, Icon::person_circle);
        if (look.user.empty()) return h.text(w("erasure.own_title"));
        h.text(look.user);
        h.span({cls("ds-sr-only")}, std::string(": ").append(w("erasure.own_title")));
      });
      page_form(h, view, Url("/logg-ut"), {}, [&](Writer&) {
        h.button({cls("ds-button"), id("logg-ut"), data("variant", "tertiary"), type("submit")}, [&] {
          icon(h, Icon::leave);
          h.text(w("common.log_out"));
        });
      });
    });
  });
}

}  // namespace knippe::views::desk
