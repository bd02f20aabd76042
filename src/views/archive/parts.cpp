#include "views/archive/parts.h"

#include "views/components.h"

namespace knippe::views::archive {

void top(Writer& h, const Words& w, const Url& csv, const Url& json) {
  const auto file = [&](std::string_view label, std::string_view link_id, Icon which, const Url& to) {
    link_button(h, {.label = label, .id = link_id, .variant = Variant::secondary, .icon = which, .small = true}, to);
  };
  h.header({cls("rtopp"), id("topp")}, [&] {
    h.div({cls("rtopp__inn")}, [&] {
      h.a({id("topp-hjem"), href("/"), cls("logolenke")}, [&] { logo(h, w("common.product")); });
      h.div({cls("rknapper")}, [&] {
        file(w("archive.download_csv"), "last-ned-csv", Icon::table, csv);
        file(w("archive.download_json"), "last-ned-json", Icon::download, json);
        h.button({cls("ds-button"), id("skriv-ut"), type("button"), data("variant", "secondary"), data("size", "sm"), data("skriv-ut"), hidden()}, [&] {
          icon(h, Icon::printer_small);
          h.text(w("common.print"));
        });
      });
    });
  });
}

void section(Writer& h, std::string_view heading_id, std::string_view heading, std::string_view text, Part content) {
  h.section({cls("rseksjon"), aria_labelledby(heading_id)}, [&] {
    h.h2({id(heading_id)}, heading);
    if (!text.empty()) h.p({cls("pingress")}, text);
    content(h);
  });
}

}  // namespace knippe::views::archive
