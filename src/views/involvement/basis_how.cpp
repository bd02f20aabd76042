// Roles, method, how early, the plan; and what the gate does not ask for.

#include "domain/involvement/bounds.h"
#include "views/involvement/basis.h"
#include "views/involvement/method.h"

namespace knippe::views::sak {

using namespace involvement;
using desk::Option;

namespace {

template <class Enum>
std::string word(Enum value) { return boost::describe::enum_to_string(value, ""); }

void line(Writer& h, const Basis& b, const char* field, std::string_view label, const std::string& stored, Gap gap) {
  text_field(h, b.w, {.id = field, .name = field, .label = label, .value = b.value("roller", field, stored), .error = b.fault(gap), .max_length = bounds::line});
}

/// What each method is, to choose by.
void method_list(Writer& h, const Basis& b) {
  const bool foreign = b.w.lang() == Lang::en;
  desk::fold(h, {.id = "metoder", .summary = b.w.plural("involvement.all_methods", static_cast<std::int64_t>(all_methods().size()))}, [&](Writer&) {
    h.ul({cls("metoder"), role("list"), when(foreign, attr::lang("nb"))}, [&] {
      for (const Method& method : all_methods()) {
        const Method::Text& text = method.in(b.w.lang());
        h.li([&] {
          h.h3(text.name);
          h.p(text.summary);
          h.p([&] { icon(h, Icon::checkmark); h.text(" "); h.text(text.fits); });
          h.p([&] { icon(h, Icon::x_mark); h.text(" "); h.text(text.not_when); });
          h.p({cls("liten")}, text.demands);
        });
      }
    });
  });
}

void other(Writer& h, const char* panel_id, std::string_view heading, Part content) {
  const std::string heading_id = std::string(panel_id) + "-h";
  h.section({cls("panel del"), id(panel_id), aria_labelledby(heading_id)}, [&] {
    h.div({cls("del__hode")}, [&] { h.h2({id(heading_id)}, heading); });
    content(h);
  });
}

}  // namespace

void roles_form(Writer& h, const Basis& b) {
  const Words& w = b.w;
  const Roles& r = b.i.roles;
  const Told told[] = {{w("involvement.political"), r.political}, {w("involvement.administrative"), r.administrative}, {w("involvement.answers"), r.answers},
                       {w("involvement.expected"), r.expected}};
  section(h, b, Section::roles, told, "roller", [&](Writer&) {
    basis_form(h, b, "roller", "politisk", false, [&](Writer&) {
      line(h, b, "politisk", w("involvement.political"), b.i.roles.political, Gap::roles_political);
      line(h, b, "administrativ", w("involvement.administrative"), b.i.roles.administrative, Gap::roles_administrative);
      line(h, b, "svarer", w("involvement.answers"), b.i.roles.answers, Gap::roles_answers);
      text_area(h, w, {.id = "forventet", .name = "forventet", .label = w("involvement.expected"), .value = b.value("roller", "forventet", b.i.roles.expected),
                       .error = b.fault(Gap::roles_expected), .max_length = bounds::reason, .rows = 2});
    });
  });
}

void method_form(Writer& h, const Basis& b) {
  const Words& w = b.w;
  std::vector<Option> options{{"", std::string(w("involvement.choose"))}};
  for (const Method& method : all_methods()) options.push_back({method.id, method.in(w.lang()).name});
  const Method* chosen = find_method(b.i.method);
  const Told told[] = {{w("involvement.method"), chosen ? chosen->in(w.lang()).name : std::string()}, {w("involvement.method_reason"), b.i.method_reason}};
  section(h, b, Section::method, told, "metode", [&](Writer&) {
    method_list(h, b);
    basis_form(h, b, "metode", "metodevalg", false, [&](Writer&) {
      desk::select_field(h, {.id = "metodevalg", .name = "metode", .label = w("involvement.method"), .chosen = b.value("metode", "metode", b.i.method), .error = b.fault(Gap::method)}, options);
      text_area(h, w, {.id = "metodegrunn", .name = "metodegrunn", .label = w("involvement.method_reason"), .value = b.value("metode", "metodegrunn", b.i.method_reason),
                       .error = b.fault(Gap::method_reason), .max_length = bounds::reason, .rows = 2});
    });
  });
}

void earliness_form(Writer& h, const Basis& b) {
  const Words& w = b.w;
  const std::string value(b.value("tidlig", "tid", word(b.i.earliness)));
  const Told told[] = {{w("involvement.earliness"), std::string(name_of(w, b.i.earliness))}, {w("involvement.late_because"), b.i.earliness_reason}};
  section(h, b, Section::earliness, told, "tidlig", [&](Writer&) {
    basis_form(h, b, "tidlig", "tidgrunn", false, [&](Writer&) {
      fieldset(h, w("involvement.earliness"), [&](Writer&) {
        h.div({cls("trekol")}, [&] {
          for (const Earliness each : {Earliness::problem, Earliness::alternatives, Earliness::proposal}) {
            const std::string one = word(each), choice = "tid-" + one, about = choice + "-d";
            h.div({cls("valg")}, [&] {
              h.input({cls("ds-input"), type("radio"), id(choice), name("tid"), attr::value(one), checked(one == value), aria_describedby(about)});
              h.label({for_id(choice)}, name_of(w, each));
              h.p({id(about)}, line_of(w, each));
            });
          }
        });
        if (const auto fault = b.fault(Gap::earliness); !fault.empty()) h.p({cls("ds-validation-message")}, fault);
      });
      text_area(h, w, {.id = "tidgrunn", .name = "tidgrunn", .label = w("involvement.late_because"), .value = b.value("tidlig", "tidgrunn", b.i.earliness_reason),
                       .description = w("involvement.late_text"), .error = b.fault(Gap::earliness_reason), .max_length = bounds::reason, .rows = 2});
    });
  });
}

/// Above the form's sections, so that it is not folded away.
void hearing_flag(Writer& h, const Basis& b) {
  if (!hearing_is_short(b.i)) return;
  alert(h, Tone::warning, b.w("involvement.short_hearing"), [&](Writer&) {
    h.p({cls("ds-paragraph")}, b.w.plural("involvement.short_hearing_days", shortest_hearing_days(b.i)));
  });
}

void plan_form(Writer& h, const Basis& b) {
  const Words& w = b.w;
  const Plan& plan = b.i.plan;
  std::vector<Option> options;
  for (const PlanKind kind : {PlanKind::none, PlanKind::municipal_plan, PlanKind::zoning_plan, PlanKind::theme_plan, PlanKind::budget, PlanKind::service, PlanKind::other})
    options.push_back({word(kind), std::string(name_of(w, kind))});
  const Told told[] = {{name_of(w, plan.kind), plan.matter}, {w("involvement.case_number"), plan.case_number},
                       {w("involvement.hearing"), plan.hearing_from.empty() ? "" : w.plain_date(plan.hearing_from) + " – " + w.plain_date(plan.hearing_to)}};
  section(h, b, Section::plan, told, "plan", [&](Writer&) {
    basis_form(h, b, "plan", "planslag", false, [&](Writer&) {
      desk::select_field(h, {.id = "planslag", .name = "planslag", .label = w("involvement.plan_kind"), .chosen = b.value("plan", "planslag", word(plan.kind)), .error = b.fault(Gap::plan_kind)}, options);
      text_field(h, w, {.id = "plannavn", .name = "plan", .label = w("involvement.plan_matter"), .value = b.value("plan", "plan", plan.matter), .error = b.fault(Gap::plan_matter), .max_length = bounds::line});
      text_field(h, w, {.id = "saksnummer", .name = "saksnummer", .label = w("involvement.case_number"), .value = b.value("plan", "saksnummer", plan.case_number),
                        .error = b.fault(Gap::plan_case_number), .placeholder = "26/2071", .max_length = bounds::line});
      text_field(h, w, {.id = "horing_fra", .name = "horing_fra", .label = w("involvement.hearing_from"), .value = b.value("plan", "horing_fra", typed_date(plan.hearing_from)),
                        .description = w("involvement.hearing_text"), .inputmode = "numeric", .max_length = 20, .optional_mark = true});
      text_field(h, w, {.id = "horing_til", .name = "horing_til", .label = w("involvement.hearing_to"), .value = b.value("plan", "horing_til", typed_date(plan.hearing_to)),
                        .inputmode = "numeric", .max_length = 20, .optional_mark = true});
    });
  });
}

void other_forms(Writer& h, const Basis& b) {
  const Words& w = b.w;
  other(h, "om", w("involvement.title_and_lead"), [&](Writer&) {
    basis_form(h, b, "om", "tittel", false, [&](Writer&) {
      text_field(h, w, {.id = "tittel", .name = "tittel", .label = w("involvement.title"), .value = b.value("om", "tittel", b.i.title), .max_length = bounds::title});
      text_area(h, w, {.id = "ingress", .name = "ingress", .label = w("involvement.lead"), .value = b.value("om", "ingress", b.i.summary),
                       .description = w("involvement.lead_text"), .max_length = bounds::summary, .rows = 3});
    });
  });
  if (b.i.information) return;
  other(h, "temaer", w("involvement.themes"), [&](Writer&) {
    h.p({cls("liten")}, w("involvement.themes_text"));
    for (const Theme& theme : b.i.themes) {
      const std::string form = "tema:" + std::to_string(theme.id.value), field = "temanavn-" + std::to_string(theme.id.value);
      basis_form(h, b, form, field, false, [&](Writer&) {
        text_field(h, w, {.id = field, .name = "temanavn", .label = w.format("involvement.theme_number", theme.id.value), .value = b.value(form, "temanavn", theme.name), .max_length = bounds::theme});
      });
    }
    basis_form(h, b, "tema:0", "temanavn-0", false, [&](Writer&) {
      text_field(h, w, {.id = "temanavn-0", .name = "temanavn", .label = w("involvement.new_theme"), .value = b.value("tema:0", "temanavn", ""), .max_length = bounds::theme});
    });
  });
  other(h, "lesing", w("involvement.moderation"), [&](Writer&) {
    basis_form(h, b, "lesing", "lesing-before", false, [&](Writer&) {
      fieldset(h, w("involvement.moderation_when"), [&](Writer&) {
        for (const Moderation each : {Moderation::before, Moderation::after})
          radio(h, {"lesing-" + word(each), "lesing", word(each), name_of(w, each), b.i.moderation == each});
      });
    });
  });
  other(h, "bilder", w("casephoto.setting"), [&](Writer&) {
    h.p({cls("liten")}, w("casephoto.setting_text"));
    basis_form(h, b, "bilder", "bilder-ja", false, [&](Writer&) {
      fieldset(h, w("casephoto.may_have"), [&](Writer&) {
        radio(h, {"bilder-ja", "bilder", "ja", w("casephoto.yes"), b.i.takes_photos});
        radio(h, {"bilder-nei", "bilder", "nei", w("casephoto.no"), !b.i.takes_photos});
      });
    });
  });
}

}  // namespace knippe::views::sak
