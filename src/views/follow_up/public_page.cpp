// A measure's own page under the report, and the two pages of its owner's link.

#include "base/encoding.h"
#include "views/components.h"
#include "views/desk/parts.h"
#include "views/follow_up/follow_up.h"
#include "views/follow_up/parts.h"
#include "views/page.h"

namespace knippe::views {
namespace {

using domain::Measure;
using domain::Workshop;

Url report_of(RoomId room, std::string_view rest = {}) { return Url::local("/resultater/" + to_base32(room.value) + std::string(rest)); }
std::string own_path(MeasureId measure, std::string_view rest = {}) {
  return "/tiltak/" + std::to_string(measure.value) + std::string(rest);
}

std::string heading_of(const Words& w, const Measure& measure) {
  return measure.text.empty() ? std::string(w("report.erased")) : measure.text;
}

Frame frame_of(const View& view, const Workshop& workshop, std::string title) {
  return {.w = view.words, .title = std::move(title), .surface = Surface::participant, .main_class = "dmain dmain--utenbunn",
          .command = view.form_token, .warning = view.warning, .simulated = workshop.simulated, .rehearsal = workshop.rehearsal, .sender = view.sender.get()};
}

void head(Writer& h, const View& view, const Workshop& workshop, const Measure& measure) {
  const Words& w = view.words;
  h.p({cls("overlinje")}, w("followup.overline"));
  h.h1({cls("dtittel"), report::spoken(w, workshop)}, [&] { report::breakable(h, heading_of(w, measure)); });
  h.p({cls("luft")}, [&] { follow_up::standing(h, w, measure, view.now, workshop.settings.time_zone); });
  follow_up::facts(h, w, workshop, measure);
}

}  // namespace

std::string measure_page(const View& view, const Workshop& workshop, RoomId room, MeasureId number, bool may_answer) {
  const Measure& measure = *workshop.find_measure(number);
  const Words& w = view.words;
  Frame frame = frame_of(view, workshop, heading_of(w, measure));
  frame.indexable = workshop.published && !workshop.simulated && !workshop.rehearsal;
  return page(frame, [&](Writer& h) { plain_header(h, w); },
              [&](Writer& h) {
                head(h, view, workshop, measure);
                if (may_answer)
                  link_button(h, {.label = w("followup.answer"), .id = "til-svaret", .icon = Icon::pencil}, report_of(room, own_path(number, "/svar")));
                h.section({cls("seksjon"), aria_labelledby("gikk-h")}, [&] {
                  h.h2({id("gikk-h"), cls("alle__tittel")}, w("followup.question"));
                  follow_up::history(h, w, workshop, measure);
                });
                h.p({cls("luft")}, [&] {
                  h.text(w("followup.part_of"));
                  h.text(" ");
                  h.a({cls("ds-link"), id("til-rapporten"), href(report_of(room)), report::spoken(w, workshop)}, workshop.about.title);
                });
              });
}

std::string owner_link_page(const View& view, const Workshop& workshop, MeasureId number, std::string_view token) {
  const Measure& measure = *workshop.find_measure(number);
  const Words& w = view.words;
  const Frame frame = frame_of(view, workshop, std::string(w("followup.question")));
  return page(frame, [&](Writer& h) { plain_header(h, w); },
              [&](Writer& h) {
                head(h, view, workshop, measure);
                h.p({cls("dingress")}, w("followup.link_text"));
                desk::page_form(h, view, Url::local("/tiltak/" + Url::segment(token)), {}, [&](Writer&) {
                  button(h, {.label = w("followup.begin"), .id = "begynn", .name = "op", .value = "begynn", .icon = Icon::arrow_right, .wide = true});
                });
              });
}

std::string owner_answer_page(const View& view, const Workshop& workshop, RoomId room, MeasureId number, const Kept& kept) {
  const Measure& measure = *workshop.find_measure(number);
  const Words& w = view.words;
  const Frame frame = frame_of(view, workshop, std::string(w("followup.question")));
  return page(frame, [&](Writer& h) { plain_header(h, w); },
              [&](Writer& h) {
                if (kept.error) {
                  const FieldError errors[] = {{follow_up::answer_field(*kept.error), w.error(*kept.error)}};
                  error_summary(h, w, errors);
                }
                head(h, view, workshop, measure);
                h.p(w("followup.fail_is_fine"));
                h.p(w(workshop.published ? "followup.seen_by_all" : "followup.seen_when_published"));
                desk::page_form(h, view, report_of(room, own_path(number, "/svar")), {.css = "kort tiltakskjema"}, [&](Writer&) {
                  follow_up::answer_fields(h, w, measure, {.kept = kept, .refused = kept.error.has_value(), .op = "svar"});
                });
                h.section({cls("seksjon"), aria_labelledby("foer-h")}, [&] {
                  h.h2({id("foer-h"), cls("alle__tittel")}, w("followup.earlier"));
                  follow_up::history(h, w, workshop, measure);
                });
                if (workshop.published)
                  h.p({cls("luft")}, [&] { h.a({cls("ds-link"), id("til-siden"), href(report_of(room, own_path(number)))}, w("followup.to_page")); });
              });
}

}  // namespace knippe::views
