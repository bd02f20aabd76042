// The dated steps of a case as its owner plans them: a form for each and one for a new one.

#include <algorithm>

#include "base/encoding.h"
#include "domain/involvement/bounds.h"
#include "views/calendar/steps.h"
#include "views/involvement/basis.h"

namespace knippe::views::sak {

using namespace involvement;
using desk::Option;

namespace {

constexpr StepKind kinds[] = {StepKind::input, StepKind::workshop, StepKind::ranking, StepKind::event,
                              StepKind::hearing, StepKind::answer, StepKind::decision, StepKind::follow_up};

std::string word(StepKind kind) { return boost::describe::enum_to_string(kind, ""); }

struct StepForm {
  Writer& h;
  const Basis& b;
  const Step& step;
  std::string number, form;

  void field(const std::string& name, std::string_view label, const std::string& stored, std::size_t max, bool optional, std::string_view line = {}) const {
    text_field(h, b.w, {.id = name + "-" + number, .name = name, .label = label, .value = b.value(form, name, stored), .description = line,
                        .max_length = max, .optional_mark = optional});
  }
  void when_fields() const {
    h.div({cls("trekol")}, [&] {
      field("fra", b.w("involvement.from"), typed_date(step.starts), 20, false, b.w("steps.date_text"));
      field("til", b.w("involvement.to"), typed_date(step.ends), 20, true, b.w("steps.to_text"));
    });
    h.div({cls("trekol")}, [&] {
      field("kl_fra", b.w("steps.from_time"), step.from, 5, true, b.w("steps.time_text"));
      field("kl_til", b.w("steps.until_time"), step.until, 5, true);
    });
  }
  void workshop_field() const {
    if (b.look.workshops.empty()) return;
    std::vector<Option> options{{"", std::string(b.w("steps.no_workshop"))}};
    for (const CaseWorkshop& each : b.look.workshops) options.push_back({to_base32(each.room.value), each.title});
    const std::string stored = step.workshop ? to_base32(step.workshop.value) : "", field_id = "verksted-" + number;
    desk::select_field(h, {.id = field_id, .name = "verksted", .label = b.w("steps.workshop"), .chosen = b.value(form, "verksted", stored),
                           .description = b.w("steps.workshop_text")}, options);
  }
  void fields() const {
    std::vector<Option> options;
    for (const StepKind kind : kinds) options.push_back({word(kind), std::string(name_of(b.w, kind))});
    const std::string kind_id = "slag-" + number;
    desk::select_field(h, {.id = kind_id, .name = "slag", .label = b.w("involvement.step_kind"), .chosen = b.value(form, "slag", word(step.kind))}, options);
    field("stegtittel", b.w("steps.title"), step.title, bounds::line, true, b.w("steps.title_text"));
    when_fields();
    field("stegsted", b.w("steps.place"), step.place, bounds::place, true);
    workshop_field();
  }
};

void step_form(Writer& h, const Basis& b, const Step& step) {
  const std::string number = std::to_string(step.id.value);
  const StepForm form{h, b, step, number, "steg:" + number};
  basis_form(h, b, form.form, "fra-" + number, bool(step.id), [&](Writer&) { form.fields(); });
}

/// Which workshop it is, and that it belongs to the case.
void workshop_line(Writer& h, const Basis& b, const Step& step) {
  const auto found = std::ranges::find(b.look.workshops, step.workshop, &CaseWorkshop::room);
  if (!step.workshop || found == b.look.workshops.end()) return;
  const bool tied = std::ranges::binary_search(b.i.workshops, step.workshop);
  h.p([&] {
    h.a({cls("ds-link"), id("stegverksted-" + std::to_string(step.id.value)), href(Url::local("/styring/" + to_base32(step.workshop.value)))}, found->title);
    if (tied) h.text(" – " + std::string(b.w("steps.workshop_tied")));
  });
}

void step_row(Writer& h, const Basis& b, const Step& step) {
  const std::string number = std::to_string(step.id.value), title = step_title(b.w, step), out = "fjern-steg:" + number;
  h.li([&] {
    h.h3({spoken(b.w, b.i)}, title);
    h.p({cls("liten")}, when_of(b.w, step), step.place.empty() ? "" : " · ", step.place);
    workshop_line(h, b, step);
    desk::fold(h, {.id = "endre-steg-" + number, .summary = b.w("involvement.edit"), .about = title, .open = b.look.kept.is("steg:" + number) || b.look.kept.is(out)},
               [&](Writer&) {
                 step_form(h, b, step);
                 basis_form(h, b, out, "endring-" + out, true, [&](Writer&) { h.p({cls("liten")}, b.w("steps.withdraw")); });
               });
  });
}

}  // namespace

void steps_form(Writer& h, const Basis& b) {
  const std::vector<const Step*> steps = b.i.steps_in_order();
  h.section({cls("panel del"), id("faser"), aria_labelledby("faser-h")}, [&] {
    h.div({cls("del__hode")}, [&] { h.h2({id("faser-h")}, b.w("involvement.steps_heading")); });
    h.p({cls("liten")}, b.is_public() ? b.w("steps.form_open") : b.w("steps.form_text"));
    if (!steps.empty())
      h.ol({cls("stegliste"), role("list")}, [&] {
        for (const Step* step : steps) step_row(h, b, *step);
      });
    if (steps.size() >= bounds::phases) return;
    desk::fold(h, {.id = "nytt-steg", .summary = b.w("steps.add"), .open = steps.empty() || b.look.kept.is("steg:0")}, [&](Writer&) { step_form(h, b, Step{}); });
  });
}

}  // namespace knippe::views::sak
