#include "views/components.h"
#include "views/desk/parts.h"

namespace knippe::views::desk {

void print_bar(Writer& h, const Words& w, std::string_view title, std::string_view text, const Url& back) {
  h.header({cls("arklinje")}, [&] {
    h.p([&] {
      h.b(title);
      h.text(" · ");
      h.text(text);
    });
    h.div({cls("knapperad")}, [&] {
      h.button({cls("ds-button"), id("skriv-ut"), type("button"), data("skriv-ut"), hidden()}, [&] {
        icon(h, Icon::printer_small);
        h.text(w("common.print"));
      });
      link_button(h, {.label = w("export.back"), .id = "tilbake", .variant = Variant::secondary, .icon = Icon::arrow_left}, back);
    });
  });
}

}  // namespace knippe::views::desk
