// The public page of a case: why, what can be influenced, who decides and when, how to take part, what came in, what was answered.

#include "base/encoding.h"
#include "views/involvement/case_sections.h"
#include "views/involvement/measures.h"
#include "views/involvement/parts.h"
#include "views/involvement/statements.h"
#include "views/involvement/trust.h"

namespace knippe::views {

using namespace involvement;
using namespace sak;

namespace {

void head(Writer& h, const CaseLook& look) {
  const Words& w = look.view.words;
  const Involvement& i = look.involvement;
  const Crumb crumbs[] = {{w("involvement.cases"), Url("/saker")}};
  h.div({cls("sakhode")}, [&] {
    breadcrumbs(h, w, crumbs, i.title);
    h.p({cls("statusrad")}, [&] {
      status_mark(h, w, card_of(look.room, i));
      if (!i.promise.answer_by.empty() && !i.information)
        h.span({cls("frist")}, [&] {
          icon(h, Icon::calendar);
          h.text(w.format("involvement.answer_by_short", w.plain_date(i.promise.answer_by)));
        });
    });
    h.h1({spoken(w, i)}, i.title);
    if (!i.summary.empty()) h.p({cls("sakhode__ingress"), spoken(w, i)}, [&] { own_text(h, w, i.summary); });
    if (i.takes_input || i.youth.open)
      h.p({cls("knapperad")}, [&] {
        if (i.takes_input) link_button(h, {.label = w("involvement.say_it"), .id = "til-innspill", .icon = Icon::chat}, public_url(look.room, "innspill/nytt"));
        if (i.youth.open) link_button(h, {.label = w("youth.entrance"), .id = "til-ung", .variant = Variant::secondary}, public_url(look.room, "ung"));
      });
  });
}

void draft_notice(Writer& h, const CaseLook& look) {
  if (look.involvement.phase != Phase::draft) return;
  h.div({cls("pkol")}, [&] {
    alert(h, Tone::info, look.view.words("involvement.preview"), [&](Writer&) {
      h.p({cls("ds-paragraph")}, look.view.words("involvement.preview_text"));
    });
  });
}

}  // namespace

std::string case_page(const CaseLook& look, std::span<const TiedWorkshop> tied) {
  Frame frame = public_frame(look, look.involvement.title);
  frame.style = "case_after.css";
  frame.alternates = case_alternates(look);
  frame.indexable = look.involvement.phase != Phase::draft && !look.involvement.simulated;
  return public_page(
      frame,
      [&](Writer& h) {
        head(h, look);
        draft_notice(h, look);
        h.div({cls("pkol")}, [&] {
          why_section(h, look);
          room_section(h, look);
          promise_section(h, look);
          steps_section(h, look);
          if (!look.involvement.information) {
            answers_section(h, look);
            measures_section(h, look, tied);
            contributions_section(h, look);
            sides_section(h, look);
            take_part_section(h, look);
          }
          statements_section(h, look);
          changes_section(h, look);
          about_section(h, look);
          case_privacy(h, look);
        });
      });
}

}  // namespace knippe::views
