// The whole form, and beside it the gate.

#include <algorithm>

#include "domain/involvement/bounds.h"
#include "views/involvement/basis.h"
#include "views/involvement/trust.h"
#include "views/involvement/youth.h"

namespace knippe::views {

using namespace involvement;
using namespace sak;

namespace sak {

bool Basis::lacks(Gap gap) const { return std::ranges::find(gaps, gap) != gaps.end(); }
std::size_t Basis::missing(Section section) const {
  return static_cast<std::size_t>(std::ranges::count(gaps, section, section_of));
}

namespace {

Advice advice_of(const Words& w, Section section) {
  switch (section) {
    case Section::why: return {w("involvement.advice_why"), w("involvement.bad_why"), w("involvement.good_why")};
    case Section::room: return {w("involvement.advice_room"), w("involvement.bad_room"), w("involvement.good_room")};
    case Section::promise: return {w("involvement.advice_promise"), w("involvement.bad_promise"), w("involvement.good_promise")};
    case Section::roles: return {w("involvement.advice_roles"), w("involvement.bad_roles"), w("involvement.good_roles")};
    case Section::method: return {w("involvement.advice_method"), w("involvement.bad_method"), w("involvement.good_method")};
    case Section::earliness: return {w("involvement.advice_earliness"), w("involvement.bad_earliness"), w("involvement.good_earliness")};
    case Section::plan: return {w("involvement.advice_plan"), w("involvement.bad_plan"), w("involvement.good_plan")};
  }
  __builtin_unreachable();
}

}  // namespace

void advice(Writer& h, const Words& w, const Advice& a) {
  h.div({cls("raad")}, [&] {
    h.p([&] {
      h.b(w("involvement.why_it_matters"));
      h.text(" ");
      h.text(a.why);
    });
    h.div({cls("raad__eks")}, [&] {
      h.p({cls("raad__daar")}, [&] {
        h.b([&] { icon(h, Icon::x_mark); h.text(w("involvement.bad_example")); });
        h.text(a.bad);
      });
      h.p({cls("raad__god")}, [&] {
        h.b([&] { icon(h, Icon::checkmark); h.text(w("involvement.good_example")); });
        h.text(a.good);
      });
    });
  });
}

void section(Writer& h, const Basis& b, Section which, std::span<const Told> told, std::string_view form, Part content) {
  const std::string slug(slug_of(which)), heading = slug + "-h";
  const auto missing = static_cast<std::int64_t>(b.missing(which));
  h.section({cls("panel del"), id(slug), aria_labelledby(heading)}, [&] {
    h.div({cls("del__hode")}, [&] {
      h.h2({id(heading)}, name_of(b.w, which));
      if (missing > 0)
        tag(h, Tone::danger, b.w.plural("involvement.missing", missing));
      else
        tag(h, Tone::success, b.w("involvement.in_place"));
    });
    if (missing > 0)
      advice(h, b.w, advice_of(b.w, which));
    else
      desk::fold(h, {.id = slug + "-raad", .summary = b.w("involvement.why_it_matters")}, [&](Writer&) { advice(h, b.w, advice_of(b.w, which)); });
    if (missing > 0 || told.empty()) return content(h);
    h.dl({cls("felter felter--to"), spoken(b.w, b.i)}, [&] {
      for (const Told& each : told)
        if (!each.text.empty())
          h.div([&] {
            h.dt(each.name);
            h.dd([&] { own_text(h, b.w, each.text); });
          });
    });
    desk::fold(h, {.id = slug + "-endre", .summary = b.w("involvement.edit"), .about = name_of(b.w, which), .open = b.look.kept.is(form)}, content);
  });
}

void basis_form(Writer& h, const Basis& b, const std::string& op, std::string_view first_field, bool asks_reason, Part content) {
  refusal(h, b.look, op, first_field);
  page_form(h, b.look.view, desk_url(b.look.room, "grunnlag"), {.css = "utfyll"}, [&](Writer&) {
    content(h);
    if (asks_reason && b.is_public())
      text_area(h, b.w, {.id = "endring-" + op, .name = "endring", .label = b.w("involvement.change_reason"), .value = b.value(op, "endring", ""),
                         .description = b.w("involvement.change_reason_text"), .max_length = bounds::reason, .rows = 2});
    button(h, {.label = b.w("involvement.save"), .id = "lagre-" + op, .name = "op", .value = op, .small = true});
  });
}

}  // namespace sak

namespace {

void requirements(Writer& h, const Basis& b) {
  h.ol({cls("kravliste"), role("list"), id("krav")}, [&] {
    for (const Section section : all_sections) {
      const std::size_t missing = b.missing(section);
      h.li({cls(missing > 0 ? "kravliste__mangler" : "kravliste__ok")}, [&] {
        h.a({href(Url::local("#" + std::string(slug_of(section))))}, [&] {
          icon(h, missing > 0 ? Icon::x_mark_octagon_fill : Icon::checkmark_circle_fill);
          h.span([&] {
            h.text(name_of(b.w, section));
            h.span({cls("ds-sr-only")}, ": ", missing > 0 ? b.w.plural("involvement.missing", static_cast<std::int64_t>(missing)) : std::string(b.w("involvement.in_place")));
          });
          h.span({cls("kravliste__n"), aria_hidden()}, missing > 0 ? std::to_string(missing) : std::string());
        });
      });
    }
  });
}

void open_button(Writer& h, const Basis& b) {
  const bool ready = b.gaps.empty();
  page_form(h, b.look.view, desk_url(b.look.room, "grunnlag"), {}, [&](Writer&) {
    h.button({cls("ds-button ds-button--sol"), id("apne"), type("submit"), name("op"), attr::value("apne"), aria_disabled(!ready), aria_describedby("apne-hint"), data("svarer")}, [&] {
      icon(h, ready ? Icon::door_open : Icon::padlock_locked);
      h.text(ready ? std::string(b.w("involvement.open")) : b.w.plural("involvement.open_missing", static_cast<std::int64_t>(b.gaps.size())));
    });
  });
  h.p({id("apne-hint"), cls("portkort__hint")}, ready ? b.w("involvement.open_ready") : b.w("involvement.open_hint"));
}

/// Nothing is open: what this is instead.
void information_offer(Writer& h, const Basis& b) {
  const bool any = std::ranges::any_of(b.i.items, [](const RoomItem& item) { return !item.withdrawn; });
  if (!any || b.i.has_room()) return;
  h.div({cls("panel panel--luft"), id("informasjon")}, [&] {
    h.h2(b.w("involvement.nothing_open_heading"));
    h.p(b.w("involvement.nothing_open_text"));
    const std::size_t missing = gaps_of(b.i, true).size();
    if (missing > 0) h.p({cls("liten")}, b.w.plural("involvement.information_missing", static_cast<std::int64_t>(missing)));
    refusal(h, b.look, "apne-info", "apne-info");
    page_form(h, b.look.view, desk_url(b.look.room, "grunnlag"), {}, [&](Writer&) {
      button(h, {.label = b.w("involvement.open_information"), .id = "apne-info", .name = "op", .value = "apne-info", .variant = Variant::secondary,
                 .disabled = missing > 0});
    });
  });
}

void promise_as_read(Writer& h, const Basis& b) {
  const Promise& p = b.i.promise;
  if (p.level == Level::none) return;
  h.div({cls("panel panel--luft loftet")}, [&] {
    h.h2(b.w("involvement.promise_as_read"));
    h.p(line_of(b.w, p.level));
    const auto slot = [&](std::string_view text) {
      if (text.empty()) h.span({cls("hull")}, b.w("involvement.hole"));
      else h.b(text);
    };
    h.p([&] {
      h.slots(b.w("involvement.promise_sentence"), [&] { slot(p.decides); }, [&] { slot(b.w.plain_date(p.decides_on)); },
              [&] { slot(b.w.plain_date(p.answer_by)); });
    });
  });
}

void gate(Writer& h, const Basis& b) {
  h.aside({cls("port__side"), aria_label(b.w("involvement.gate"))}, [&] {
    if (b.i.phase == Phase::draft) {
      h.div({cls("mork portkort")}, [&] {
        h.h2(b.gaps.empty() ? b.w("involvement.can_open") : b.w("involvement.cannot_open"));
        requirements(h, b);
        open_button(h, b);
      });
      information_offer(h, b);
    }
    promise_as_read(h, b);
    h.p([&] { h.a({cls("ds-link"), id("forhandsvis"), href(public_url(b.look.room))}, b.i.phase == Phase::draft ? b.w("involvement.preview_link") : b.w("involvement.public_page")); });
  });
}

void refused_opening(Writer& h, const Basis& b) {
  if (!b.tried) return;
  std::vector<FieldError> errors;
  for (const Gap gap : b.gaps) errors.push_back({std::string(slug_of(section_of(gap))), std::string(line_of(b.w, gap))});
  error_summary(h, b.w, errors);
}

}  // namespace

std::string case_basis_page(const CaseLook& look, bool tried) {
  const Basis b{look, look.view.words, look.involvement, gaps_of(look.involvement, look.involvement.information), tried};
  const Crumb crumbs[] = {{b.w("involvement.my_cases"), Url("/styring/saker")}, {b.i.title, desk_url(look.room)}};
  const std::string title = b.i.title + " – " + std::string(b.w("involvement.basis"));
  return page(
      desk_frame(look, tried || look.kept.error ? b.w.format("front.title_error", title) : title),
      [&](Writer& h) { owner_header(h, look.view); },
      [&](Writer& h) {
        refused_opening(h, b);
        h.div({cls("sidetopp")}, [&] {
          h.div([&] {
            breadcrumbs(h, b.w, crumbs, b.w("involvement.basis"));
            h.h1({spoken(b.w, b.i)}, b.i.title);
            h.p(b.i.phase == Phase::draft ? b.w("involvement.basis_draft") : b.w("involvement.basis_open"));
          });
        });
        h.div({cls("port")}, [&] {
          h.div({cls("port__hoved")}, [&] {
            hearing_flag(h, b);
            why_form(h, b);
            room_form(h, b);
            promise_form(h, b);
            roles_form(h, b);
            method_form(h, b);
            earliness_form(h, b);
            plan_form(h, b);
            steps_form(h, b);
            other_forms(h, b);
            youth_form(h, b);
            if (b.i.phase == Phase::draft) case_keeping(h, look);
          });
          gate(h, b);
        });
      });
}

}  // namespace knippe::views
