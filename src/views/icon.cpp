#include "views/icon.h"

namespace knippe::views {

extern const StaticMarkup icon_bodies[];

void icon(Writer& h, Icon which) {
  h.markup(R"(<svg class="ikon" aria-hidden="true" focusable="false" width="1em" height="1em" viewBox="0 0 24 24" fill="none">)");
  h.markup(icon_bodies[static_cast<std::size_t>(which)]);
  h.markup("</svg>");
}

void logo_mark(Writer& h) {
  h.markup(R"(<svg class="logo__merke" viewBox="0 0 32 32" aria-hidden="true" focusable="false">)"
           R"(<rect width="32" height="32" rx="9" fill="currentColor"/>)"
           R"(<circle cx="12" cy="12.5" r="5" fill="none" stroke="#F0B034" stroke-width="3"/>)"
           R"(<path d="M15.6 16.1 25 25.5M21 21.5l2.8-2.8" stroke="#F0B034" stroke-width="3" stroke-linecap="round" fill="none"/></svg>)");
}

void logo(Writer& h, std::string_view product_name) {
  h.span({cls("logo")}, [&] {
    logo_mark(h);
    h.span({cls("logo__navn")}, product_name);
  });
}

}  // namespace knippe::views
