#include "views/involvement/statements.h"

#include "domain/involvement/bounds.h"
#include "views/involvement/parts.h"

namespace knippe::views::sak {

using namespace involvement;

void statements_section(Writer& h, const CaseLook& look) {
  const Words& w = look.view.words;
  const auto& statements = look.involvement.statements;
  if (statements.empty()) return;
  h.section({cls("panel panel--luft"), id("uttalelser"), aria_labelledby("uttalelser-h")}, [&] {
    h.h2({id("uttalelser-h")}, w("office.statements"));
    h.p({cls("liten")}, w("office.statements_text"));
    h.ul({cls("innspliste"), role("list")}, [&] {
      for (const Statement& statement : statements)
        h.li({cls("inns"), id("uttalelse-" + std::to_string(statement.id.value))}, [&] {
          h.p([&] { h.b(statement.name.empty() ? w("office.name_erased") : std::string_view(statement.name)); });
          h.div({cls("inns__t"), spoken(w, look.involvement)}, [&] { own_text(h, w, statement.text); });
          h.p({cls("inns__m")}, w.date(statement.at, look.involvement.time_zone));
        });
    });
  });
}

void statement_form(Writer& h, const CaseLook& look) {
  const Words& w = look.view.words;
  if (look.involvement.phase != Phase::open) return;
  const bool refused = look.kept.is("uttal") && look.kept.error;
  h.section({cls("panel del"), id("uttal-deg"), aria_labelledby("uttal-h")}, [&] {
    h.div({cls("del__hode")}, [&] { h.h2({id("uttal-h")}, w("office.make_statement")); });
    h.p({cls("liten")}, w("office.make_statement_text"));
    refusal(h, look, "uttal", "uttalelse");
    page_form(h, look.view, desk_url(look.room, "uttalelse"), {.css = "utfyll"}, [&](Writer&) {
      text_area(h, w, {.id = "uttalelse", .name = "uttalelse", .label = w("office.statement"), .value = refused ? look.kept.field("uttalelse") : std::string_view(),
                       .error = refused ? w.error(*look.kept.error) : std::string(), .max_length = bounds::statement, .rows = 4});
      button(h, {.label = w("office.publish_statement"), .id = "uttal", .name = "op", .value = "uttal"});
    });
  });
}

}  // namespace knippe::views::sak
