// The receipt in plain words.

#include "views/involvement/case_sections.h"
#include "views/involvement/parts.h"
#include "views/involvement/youth.h"

namespace knippe::views {

using namespace involvement;
using namespace sak;

namespace {

void said(Writer& h, const CaseLook& look, const Contribution& c) {
  const Words& w = look.view.words;
  h.section({aria_labelledby("sa-h")}, [&] {
    h.h2({id("sa-h"), cls("ih2")}, w("youth.you_said"));
    h.div({cls("dusa")}, [&] {
      h.p({spoken(w, look.involvement)}, [&] { own_text(h, w, c.text); });
      if (c.status == ContributionStatus::published) contribution_photo(h, look, c, photo_url(look.room, c.id));
      else if (c.photo.exists()) h.p({cls("liten")}, w("youth.photo_came"));
    });
  });
}

void what_now(Writer& h, const CaseLook& look, const Contribution& c) {
  const Words& w = look.view.words;
  const Theme* theme = look.involvement.find_theme(c.theme);
  const bool answered = theme && theme->answer.verdict != Verdict::none;
  h.section({aria_labelledby("naa-h")}, [&] {
    h.h2({id("naa-h"), cls("ih2")}, w("youth.what_now"));
    if (c.status == ContributionStatus::removed) {
      h.p(w("youth.removed"));
      return h.p({spoken(w, look.involvement)}, [&] { own_text(h, w, c.removal); });
    }
    h.p(c.status == ContributionStatus::published ? w("youth.is_shown") : w("youth.is_read"));
    if (!answered) return h.p(w.format("youth.answer_by", w.plain_date(look.involvement.promise.answer_by)));
    h.p(w("youth.answered"));
    h.div({cls("panel")}, [&] { answer_box(h, look, *theme); });
  });
}

}  // namespace

std::string youth_receipt_page(const CaseLook& look, ContributionId wanted, std::string_view code, bool fresh) {
  const Words& w = look.view.words;
  const Contribution& c = *look.involvement.find_contribution(wanted);
  const std::string title(fresh ? w("youth.thanks") : w("youth.receipt"));
  Frame frame = public_frame(look, title, "imain ungmain");
  frame.style = "case_after.css";
  return page(
      frame, [&](Writer& h) { narrow_header(h, look, w("youth.entrance")); },
      [&](Writer& h) {
        h.div({cls("takk")}, [&] {
          icon(h, Icon::checkmark_circle_fill);
          h.h1(title);
        });
        code_box(h, w("youth.code"), code, w("youth.code_text"));
        said(h, look, c);
        what_now(h, look, c);
        const auto way = [&](const char* link_id, const Url& to, std::string_view label) { h.p({cls("etter")}, [&] { h.a({cls("ds-link"), id(link_id), href(to)}, label); }); };
        if (look.involvement.takes_input && look.involvement.youth.open) way("en-til", public_url(look.room, "ung"), w("youth.one_more"));
        way("til-mine-data", public_url(look.room, "mine-data"), w("youth.own_data"));
        way("i-loggen", public_url(look.room, "kvittering/" + std::string(code) + "/logg"), w("youth.in_log"));
        way("hele-saken", public_url(look.room), w("youth.whole_case"));
      });
}

}  // namespace knippe::views
