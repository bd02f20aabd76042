#include "views/involvement/desk_part.h"

namespace knippe::views::sak {

std::string desk_part_page(const CaseLook& look, const DeskPart& part, const PutIn& main) {
  const Words& w = look.view.words;
  const std::string title(part.title);
  const Crumb crumbs[] = {{w("involvement.my_cases"), Url("/styring/saker")}, {look.involvement.title, desk_url(look.room)}};
  Frame frame = desk_frame(look.view, look.kept.error ? w.format("front.title_error", title) : title, "sideinn sideinn--sak");
  frame.style = part.style;
  return page(
      frame, [&](Writer& h) { owner_header(h, look.view); },
      [&](Writer& h) {
        h.div({cls("sidetopp")}, [&] {
          h.div([&] {
            breadcrumbs(h, w, crumbs, title);
            h.h1(title);
            h.p({cls("liten")}, part.lead);
          });
          if (part.links) h.div({cls("knapperad")}, [&] { part.links(h); });
        });
        main(h);
      });
}

}  // namespace knippe::views::sak
