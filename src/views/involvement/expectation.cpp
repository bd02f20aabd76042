// "Hvor mye tror du at du kan påvirke?"

#include "views/involvement/case_sections.h"
#include "views/involvement/parts.h"

namespace knippe::views {

using namespace involvement;
using namespace sak;

void sak::ask_expectation(Writer& h, const CaseLook& look, Ask ask) {
  if (ask == Ask::nothing) return;
  const Words& w = look.view.words;
  const bool before = ask == Ask::entry;
  h.section({cls("sporsmaal"), id("forventning"), aria_labelledby("forventning-h")}, [&] {
    h.h2({id("forventning-h")}, before ? w("expectation.before") : w("expectation.after"));
    h.p(w("expectation.optional"));
    page_form(h, look.view, public_url(look.room, "forventning"), {}, [&](Writer&) {
      hidden_field(h, "naar", before ? "start" : "slutt");
      fieldset(h, w("expectation.scale"), [&](Writer&) {
        h.div({cls("skala5")}, [&] {
          for (const std::string_view value : {"1", "2", "3", "4", "5"}) radio(h, {"verdi-" + std::string(value), "verdi", value, value});
        });
        h.p({cls("skala5__ender"), aria_hidden()}, [&] {
          h.span(w("expectation.least"));
          h.span(w("expectation.most"));
        });
      });
      button(h, {.label = w("expectation.send"), .id = "send-forventning", .name = "op", .value = "forventning", .variant = Variant::secondary});
    });
  });
}

std::string expectation_page(const CaseLook& look, Ask ask) {
  const Words& w = look.view.words;
  const std::string title(look.kept.error ? w("expectation.title") : w("expectation.thanks"));
  Frame frame = public_frame(look, look.kept.error ? w.format("front.title_error", title) : title, "imain");
  frame.style = "case_after.css";
  return page(
      frame, [&](Writer& h) { narrow_header(h, look, ""); },
      [&](Writer& h) {
        if (look.kept.error) refusal(h, look, "forventning", "verdi-1");
        h.h1(title);
        if (!look.kept.error) h.p({cls("dingress")}, w("expectation.thanks_text"));
        ask_expectation(h, look, ask);
        h.p({cls("etter")}, [&] { h.a({cls("ds-link"), id("tilbake-til-saken"), href(public_url(look.room))}, w("involvement.back_to_case")); });
      });
}

}  // namespace knippe::views
