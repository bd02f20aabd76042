#include "views/front/parts.h"

#include "views/icon.h"

namespace knippe::views {

void entrance_header(Writer& h, const Words& w, std::string_view heading, std::string_view sentence) {
  h.header({cls("dtopp inngang")}, [&] {
    h.div({cls("dtopp__rad")}, [&] { h.a({id("topp-hjem"), href("/"), cls("logolenke")}, [&] { logo(h, w("common.product")); }); });
    h.markup(
        "<svg class=\"inngang__ring\" viewBox=\"0 0 200 200\" aria-hidden=\"true\" focusable=\"false\">"
        "<circle cx=\"70\" cy=\"70\" r=\"46\" fill=\"none\" stroke=\"#F0B034\" stroke-width=\"20\"/>"
        "<path d=\"M104 104l74 74M150 150l22-22M172 172l16-16\" fill=\"none\" stroke=\"#F0B034\" stroke-width=\"20\" "
        "stroke-linecap=\"round\"/></svg>");
    h.div({cls("dtopp__rad inngang__tekst")}, [&] {
      h.h1({cls("inngang__h")}, heading);
      h.p(sentence);
    });
  });
}

Attribute in_language_of(const domain::Workshop& workshop, const Words& w) {
  const std::string_view language = workshop.settings.language;
  return when(!language.empty() && language != code(w.lang()), attr::lang(language));
}

void workshop_heading(Writer& h, const Words& w, const domain::Workshop& workshop) {
  const domain::Description& about = workshop.about;
  if (!about.place.empty() || !about.date.empty())
    h.p({cls("overlinje")}, [&] {
      h.span({in_language_of(workshop, w)}, about.place);
      if (!about.place.empty() && !about.date.empty()) h.text(" · ");
      h.text(w.plain_date(about.date));
    });
  h.h1({cls("dtittel dtittel--mindre"), in_language_of(workshop, w)}, about.title);
  if (!about.question.empty()) h.p({cls("dingress"), in_language_of(workshop, w)}, about.question);
}

}  // namespace knippe::views
