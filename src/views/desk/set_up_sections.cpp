// About, stages and times, ranking and groups, and the summary beside them.

#include <fmt/format.h>

#include <boost/describe.hpp>

#include <algorithm>

#include "domain/limits.h"
#include "domain/workshop/running_order.h"
#include "views/components.h"
#include "views/desk/parts.h"
#include "views/desk/set_up_parts.h"

namespace knippe::views::desk {
namespace {

using domain::StagePlan;

constexpr Language known_languages[] = {{"nb", "Bokmål"}, {"nn", "Nynorsk"}, {"en", "English"}, {"da", "Dansk"}, {"sv", "Svenska"}, {"se", "Davvisámegiella"}};
constexpr int minutes_a_day = 24 * 60;

int total_minutes(const SetUp& s) {
  int sum = 0;
  for (const StagePlan& plan : s.values.settings.stages) sum += std::max(0, plan.minutes);
  return sum;
}

/// Minutes after midnight of "HH:MM"; -1 when it is no time.
int minute_of_day(std::string_view text) {
  const auto digit = [&](std::size_t at) { return text[at] >= '0' && text[at] <= '9' ? text[at] - '0' : -100; };
  if (text.size() != 5 || text[2] != ':') return -1;
  const int minutes = (digit(0) * 10 + digit(1)) * 60 + digit(3) * 10 + digit(4);
  return minutes >= 0 && minutes < minutes_a_day ? minutes : -1;
}

std::string clock_after(int start, int minutes) {
  const int at = (start + minutes) % minutes_a_day;
  return fmt::format("{:02}:{:02}", at / 60, at % 60);
}

/// "1 time og 45 minutter".
std::string duration(const Words& w, int minutes) {
  if (minutes < 60) return w.plural("common.minutes", minutes);
  const std::string hours = w.plural("desk.hours", minutes / 60);
  return minutes % 60 == 0 ? hours : w.format("desk.hours_and_minutes", hours, w.plural("common.minutes", minutes % 60));
}

void stage_row(Writer& h, const SetUp& s, const StagePlan& plan, int start, int before, int longest) {
  const int number = stage_number(plan.stage);
  const std::string input = "min-" + std::to_string(number), field = std::string("min_") + boost::describe::enum_to_string(plan.stage, "");
  const std::string minutes(s.typed(field, plan.minutes < 0 ? "" : std::to_string(plan.minutes)));
  const std::string_view error = s.error_of(input);
  h.tr([&] {
    h.th({scope("row")}, [&] {
      h.label({for_id(input)}, [&] {
        h.text(stage_name(s.w, plan.stage));
        h.span({cls("ds-sr-only")}, ", ", s.w("desk.minutes"));
      });
      h.small(stage_line(s.w, plan.stage));
      const domain::Settings& settings = s.values.settings;
      if (plan.stage == domain::Stage::rank && settings.alone_first && settings.alone_minutes > 0)
        h.small(s.w.plural("alone.order_line", settings.alone_minutes));
    });
    h.td({cls("poengkol"), aria_hidden()}, [&] { bar(h, longest > 0 ? std::max(0, plan.minutes) * 100 / longest : 0, "rspor"); });
    h.td({cls("num")}, start < 0 ? "" : clock_after(start, before));
    h.td([&] {
      h.input({cls("ds-input"), type("number"), id(input), name(field), min(0), max(domain::limits::minutes), value(minutes), inputmode("numeric"),
               aria_invalid(!error.empty()), when(!error.empty(), aria_describedby(input + "-f"))});
      if (!error.empty()) h.p({cls("ds-validation-message"), id(input + "-f")}, error);
    });
  });
}

void check_boxes(Writer& h, const SetUp& s) {
  const domain::Settings& settings = s.values.settings;
  h.div({cls("avkryss b3")}, [&] {
    explained_checkbox(h, "skjult", "skjult", s.w("desk.hidden"), s.w("desk.hidden_line"), settings.hidden_until_revealed);
    explained_checkbox(h, "vis-ventende", "vis_ventende", s.w("desk.show_waiting"), s.w("desk.show_waiting_line"), settings.show_waiting);
  });
  h.div({cls("avkryss b3")}, [&] {
    explained_checkbox(h, "faste-grupper", "faste_grupper", s.w("desk.fixed_groups"), s.w("desk.fixed_groups_line"), settings.groups_fixed);
  });
  h.div({cls("avkryss b3")}, [&] {
    explained_checkbox(h, "alene", "alene", s.w("alone.set_up"), s.w("alone.set_up_line"), settings.alone_first);
  });
  h.div({cls("avkryss b3")}, [&] {
    explained_checkbox(h, "alene-teller", "alene_teller", s.w("persons.set_up"), s.w("persons.set_up_line"), settings.persons_count);
  });
  const std::string minutes(s.typed("alene_min", settings.alone_minutes < 0 ? "" : std::to_string(settings.alone_minutes)));
  h.div({cls("b3")}, [&] {
    text_field(h, s.w, {.id = "alene-min", .name = "alene_min", .label = s.w("alone.set_up_minutes"), .value = minutes,
                        .description = s.w("alone.set_up_minutes_hint"), .error = s.error_of("alene-min"), .type = "number",
                        .inputmode = "numeric", .css_class = "kort-felt"});
  });
}

void fixed_rules(Writer& h, const SetUp& s) {
  const domain::Settings& settings = s.values.settings;
  h.ul({cls("skrevet skrevet--panel"), role("list")}, [&] {
    h.li(s.w.format("desk.rule", settings.places, points_text(settings.points)));
    if (settings.hidden_until_revealed) h.li(s.w("desk.hidden"));
    if (settings.show_waiting) h.li(s.w("desk.show_waiting"));
    if (settings.groups_fixed) h.li(s.w("desk.fixed_groups"));
    if (settings.alone_first) h.li(s.w("alone.set_up"));
    if (settings.alone_first && settings.persons_count) h.li(s.w("persons.set_up"));
  });
}

struct OrderName {
  std::string_view id;
  MessageKey name;
};
constexpr OrderName order_names[] = {{"kort", "script.order_kort"}, {"kveld", "script.order_kveld"}, {"ks2017", "script.order_ks2017"}, {"dag", "script.order_dag"}};

/// The order that the minutes are, if any.
std::string_view present_order(const SetUp& s) {
  for (const domain::RunningOrder& order : domain::running_orders()) {
    domain::Settings same = s.values.settings;
    domain::apply_running_order(same, order);
    if (same == s.values.settings) return order.id;
  }
  return "";
}

void ready_made(Writer& h, const SetUp& s) {
  std::vector<Option> options = {{"", std::string(s.w("script.own_times"))}};
  for (const OrderName& order : order_names) options.push_back({std::string(order.id), std::string(s.w(order.name))});
  h.div({cls("kjoreplan")}, [&] {
    select_field(h, {.id = "kjoreplan", .name = "kjoreplan", .label = s.w("script.running_order"), .chosen = present_order(s),
                     .description = s.w("script.running_order_hint")},
                 options);
    h.button({cls("ds-button"), id("fyll-inn"), data("variant", "secondary"), name("op"), value("tider"), formaction(Url::local(s.target("steg"))), named("formnovalidate", "")},
             s.w("script.use_order"));
  });
}

void time_line(Writer& h, const SetUp& s) {
  h.div({cls("sumlinje"), aria_hidden()}, [&] {
    for (const StagePlan& plan : s.values.settings.stages)
      if (plan.minutes > 0) h.i({cls(plan.stage == domain::Stage::rank ? "topp" : ""), data("min", std::clamp((plan.minutes + 4) / 5 * 5, 5, 60))}, "");
  });
}

void summary_row(Writer& h, std::string_view what, std::string_view how) {
  h.div([&] {
    h.dt(what);
    h.dd(how);
  });
}

}  // namespace

std::span<const Language> languages() { return known_languages; }

std::string points_text(const std::vector<int>& points) {
  std::string text;
  for (const int each : points) text += (text.empty() ? "" : "-") + std::to_string(each);
  return text;
}

void about_section(Writer& h, const SetUp& s) {
  const domain::Description& about = s.values.about;
  const Words& w = s.w;
  std::vector<Option> options;
  for (const Language& language : known_languages) options.push_back({std::string(language.code), std::string(language.name)});
  numbered_section(h, "om", 1, w("desk.about"), "", [&](Writer&) {
    h.div({cls("panelkropp rutenett")}, [&] {
      text_field(h, w, {.id = "tittel", .name = "tittel", .label = w("desk.title_field"), .value = about.title, .error = s.error_of("tittel"),
                        .max_length = domain::limits::title, .required = true});
      text_field(h, w, {.id = "sporsmal", .name = "sporsmal", .label = w("desk.question"), .value = about.question, .description = w("desk.question_use"),
                        .error = s.error_of("sporsmal"), .max_length = domain::limits::question, .optional_mark = true});
      h.div({cls("b2")}, [&] {
        text_field(h, w, {.id = "sted", .name = "sted", .label = w("desk.place_field"), .value = about.place, .error = s.error_of("sted"),
                          .max_length = domain::limits::place, .optional_mark = true});
      });
      h.div({cls("b2")}, [&] {
        text_field(h, w, {.id = "dato", .name = "dato", .label = w("desk.date"), .value = about.date, .error = s.error_of("dato"), .type = "date", .optional_mark = true});
      });
      h.div({cls("b2")}, [&] {
        text_field(h, w, {.id = "starter", .name = "starter", .label = w("desk.starts"), .value = about.starts, .error = s.error_of("starter"), .type = "time", .optional_mark = true});
      });
      if (!s.is_draft()) return;
      select_field(h, {.id = "sprak", .name = "sprak", .label = w("desk.workshop_language"), .chosen = s.values.settings.language, .css_class = "b3",
                       .error = s.error_of("sprak")},
                   options);
      h.div({cls("b3")}, [&] {
        text_field(h, w, {.id = "tidssone", .name = "tidssone", .label = w("desk.time_zone"), .value = s.values.settings.time_zone,
                          .error = s.error_of("tidssone"), .max_length = 64});
      });
    });
  });
}

void stages_section(Writer& h, const SetUp& s) {
  const int start = minute_of_day(s.values.about.starts);
  int longest = 0, before = 0;
  for (const StagePlan& plan : s.values.settings.stages) longest = std::max(longest, plan.minutes);
  numbered_section(h, "steg", 3, s.w("desk.stages"), duration(s.w, total_minutes(s)), [&](Writer&) {
    h.div({cls("panelkropp")}, [&] {
      ready_made(h, s);
      h.p({cls("panelhint")}, s.w("desk.stages_hint"));
      h.table({cls("stegtab")}, [&] {
        h.thead([&] {
          h.tr([&] {
            h.th({scope("col")}, s.w("desk.stage"));
            h.th({scope("col"), cls("poengkol")}, [&] { h.span({cls("ds-sr-only")}, s.w("desk.length")); });
            h.th({scope("col"), cls("num")}, s.w("desk.from_clock"));
            h.th({scope("col")}, s.w("desk.minutes_heading"));
          });
        });
        h.tbody([&] {
          for (const StagePlan& plan : s.values.settings.stages) {
            stage_row(h, s, plan, start, before, longest);
            before += std::max(0, plan.minutes);
          }
        });
      });
    });
  });
}

void rules_section(Writer& h, const SetUp& s) {
  const domain::Settings& settings = s.values.settings;
  const std::string places(s.typed("k", settings.places < 0 ? "" : std::to_string(settings.places)));
  const std::string points(s.typed("poeng", points_text(settings.points)));
  numbered_section(h, "regler", 4, s.w("desk.rules"), "", [&](Writer&) {
    if (!s.is_draft()) return fixed_rules(h, s);
    h.div({cls("panelkropp rutenett")}, [&] {
      h.div({cls("b3")}, [&] {
        text_field(h, s.w, {.id = "k", .name = "k", .label = s.w("desk.how_many"), .value = places, .description = s.w("desk.how_many_hint"),
                            .error = s.error_of("k"), .type = "number", .inputmode = "numeric", .css_class = "kort-felt"});
      });
      h.div({cls("b3")}, [&] {
        text_field(h, s.w, {.id = "poeng", .name = "poeng", .label = s.w("desk.points"), .value = points, .description = s.w("desk.points_hint"),
                            .error = s.error_of("poeng")});
      });
      check_boxes(h, s);
    });
  });
}

void summary_aside(Writer& h, const SetUp& s) {
  const domain::Template& values = s.values;
  const int start = minute_of_day(values.about.starts), total = total_minutes(s);
  h.aside({cls("nytt__side"), aria_label(s.w("desk.summary"))}, [&] {
    h.div({cls("sum")}, [&] {
      h.h2(s.w("desk.summed_up"));
      h.p({cls("sum__tid tabelltall")}, start < 0 ? duration(s.w, total) : s.w.format("desk.from_to", clock_after(start, 0), clock_after(start, total)));
      h.p({cls("sum__under")}, s.w.plain_date(values.about.date));
      time_line(h, s);
      h.dl([&] {
        summary_row(h, s.w("desk.keys"), s.w.number(static_cast<std::int64_t>(values.keys.size())));
        summary_row(h, s.w("desk.stage"), s.w.number(std::int64_t{domain::stage_count}));
        summary_row(h, s.w("desk.rule_word"), s.w.format("desk.rule", std::max(0, values.settings.places), points_text(values.settings.points)));
      });
      button(h, {.label = s.w(s.is_new() ? "desk.create" : "desk.save_set_up"), .id = "lagre", .name = "op", .value = s.is_new() ? "opprett" : "lagre", .wide = true});
    });
    h.p({cls("panelhint")}, s.w(s.is_new() ? "desk.afterwards" : "desk.save_hint"));
  });
}

}  // namespace knippe::views::desk
