// My cases, and a new one.

#include "base/encoding.h"
#include "domain/involvement/bounds.h"
#include "views/desk/office.h"
#include "views/involvement/parts.h"

namespace knippe::views {

using namespace involvement;
using namespace sak;

namespace {

void card(Writer& h, const Words& w, const CaseCard& c) {
  const std::string room = to_base32(c.room.value);
  h.li({cls("vkort")}, [&] {
    h.p([&] { status_mark(h, w, c); });
    h.div([&] {
      h.h2([&] { h.a({id("sak-" + room), href(sak::desk_url(c.room))}, c.title); });
      h.ul({cls("vkort__meta"), role("list")}, [&] {
        if (c.phase == Phase::draft) h.li(w.plural("involvement.missing", static_cast<std::int64_t>(c.gaps)));
        if (c.phase != Phase::draft && !c.information) {
          h.li(w.plural("involvement.contributions", static_cast<std::int64_t>(c.contributions)));
          h.li(w.plural("involvement.to_read", static_cast<std::int64_t>(c.waiting)));
          h.li(w.plural("involvement.without_answer", static_cast<std::int64_t>(c.unanswered)));
        }
      });
    });
  });
}

}  // namespace

std::string my_cases_page(const View& view, std::span<const CaseCard> cases, std::string_view user, bool may_administer) {
  const Words& w = view.words;
  return page(
      desk_frame(view, std::string(w("involvement.my_cases"))),
      [&](Writer& h) { desk::office_header(h, view, {desk::Office::cases, user, may_administer}); },
      [&](Writer& h) {
        h.div({cls("sidetopp")}, [&] {
          h.div([&] {
            h.h1(w("involvement.my_cases"));
            h.p(cases.empty() ? w("involvement.no_cases_yet") : w("involvement.my_cases_text"));
          });
          if (view.menu.new_case) link_button(h, {.label = w("involvement.new_case"), .id = "til-ny-sak", .icon = Icon::plus}, Url("/styring/saker/ny"));
        });
        if (!cases.empty()) h.ul({cls("vliste"), role("list")}, [&] {
          for (const CaseCard& c : cases) card(h, w, c);
        });
      });
}

std::string new_case_page(const View& view, const Kept& kept) {
  const Words& w = view.words;
  const Crumb crumbs[] = {{w("involvement.my_cases"), Url("/styring/saker")}};
  const std::string message = kept.error ? w.error(*kept.error) : "";
  const std::string title(w("involvement.new_case"));
  return page(
      desk_frame(view, kept.error ? w.format("front.title_error", title) : title), [&](Writer& h) { owner_header(h, view); },
      [&](Writer& h) {
        if (kept.error) {
          const FieldError errors[] = {{"tittel", message}};
          error_summary(h, w, errors);
        }
        h.div({cls("sidetopp")}, [&] {
          h.div([&] {
            breadcrumbs(h, w, crumbs, title);
            h.h1(title);
            h.p(w("involvement.new_case_text"));
          });
        });
        h.div({cls("panel del")}, [&] {
          page_form(h, view, Url("/styring/saker/ny"), {.css = "utfyll"}, [&](Writer&) {
            text_field(h, w, {.id = "tittel", .name = "tittel", .label = w("involvement.title"), .value = kept.field("tittel"),
                              .description = w("involvement.title_text"), .error = message, .max_length = bounds::title});
            const desk::Option languages[] = {{"nb", std::string(own_name(Lang::nb))}, {"nn", std::string(own_name(Lang::nn))}, {"en", std::string(own_name(Lang::en))}};
            desk::select_field(h, {.id = "sprak", .name = "sprak", .label = w("involvement.language"), .chosen = kept.field("sprak", code(w.lang()))}, languages);
            button(h, {.label = w("involvement.make_draft"), .id = "lag", .name = "op", .value = "ny", .icon = Icon::plus});
          });
        });
      });
}

}  // namespace knippe::views
