// Setting up a workshop: what it is about, its keys, stages and minutes, ranking and groups. Once it is open the keys and rules
// stand fixed and are only shown.

#include <array>

#include "domain/limits.h"
#include "views/components.h"
#include "views/desk/pages.h"
#include "views/icon.h"

namespace knippe::views {
namespace {

namespace limits = domain::limits;

struct SetUp {
  const View& view;
  const Words& w;
  const domain::Template& values;
  RoomId room;
  bool locked;
  const Kept& kept;

  /// What was typed, if anything was, else the value.
  std::string_view shown(const std::string& name, std::string_view value) const { return kept.field(name, value); }
  /// The error, if it is about this field.
  std::string error(std::initializer_list<std::string_view> keys) const {
    if (!kept.error) return {};
    for (const std::string_view key : keys)
      if (kept.error->message_key == key) return w.error(*kept.error);
    return {};
  }
};

constexpr std::array<std::string_view, 5> languages = {"nb", "nn", "da", "sv", "en"};

std::string_view language_name(const Words& w, std::string_view language) {
  if (language == "nn") return w("setup.lang.nn");
  if (language == "da") return w("setup.lang.da");
  if (language == "sv") return w("setup.lang.sv");
  if (language == "en") return w("setup.lang.en");
  return w("setup.lang.nb");
}

void language_select(Writer& h, const Words& w, std::string_view field_id, std::string_view field_name, std::string_view label, std::string_view chosen) {
  h.div({cls("ds-field")}, [&] {
    h.label({cls("ds-label"), for_id(field_id)}, label);
    h.select({cls("ds-input"), id(field_id), attr::name(field_name)}, [&] {
      for (const std::string_view language : languages) h.option({value(language), selected(language == chosen)}, language_name(w, language));
    });
  });
}

void numbered_panel(Writer& h, int number, std::string_view heading, std::string_view hint, Part content) {
  const std::string heading_id = "s" + std::to_string(number);
  h.section({cls("panel"), aria_labelledby(heading_id)}, [&] {
    h.div({cls("panelhode")}, [&] {
      h.h2({id(heading_id)}, [&] {
        h.span({cls("panelnr"), aria_hidden()}, number);
        h.text(heading);
      });
      if (!hint.empty()) h.span({cls("panelhint")}, hint);
    });
    content(h);
  });
}

void about_part(Writer& h, const SetUp& s) {
  const Words& w = s.w;
  const domain::Description& about = s.values.about;
  numbered_panel(h, 1, w("setup.about"), "", [&](Writer&) {
    h.div({cls("panelkropp rutenett")}, [&] {
      text_field(h, w, {.id = "tittel", .name = "tittel", .label = w("setup.title"), .value = s.shown("tittel", about.title),
                        .error = s.error({"text.empty"}), .max_length = limits::title, .required = true});
      text_field(h, w, {.id = "sporsmal", .name = "sporsmal", .label = w("setup.question"), .value = s.shown("sporsmal", about.question),
                        .description = w("setup.question_hint"), .max_length = limits::question, .optional_mark = true});
      text_field(h, w, {.id = "sted", .name = "sted", .label = w("setup.place"), .value = s.shown("sted", about.place), .max_length = limits::place, .optional_mark = true});
      text_field(h, w, {.id = "dato", .name = "dato", .label = w("setup.date"), .value = s.shown("dato", about.date),
                        .error = s.error({"workshop.bad_date"}), .type = "date", .optional_mark = true});
      text_field(h, w, {.id = "starter", .name = "starter", .label = w("setup.starts"), .value = s.shown("starter", about.starts),
                        .error = s.error({"workshop.bad_start"}), .type = "time", .optional_mark = true});
    });
  });
}

void key_buttons(Writer& h, const SetUp& s, std::size_t n, std::string_view name) {
  const std::string digits = std::to_string(n), quoted = about(s.w, name);
  h.span({cls("nkrad__knapper")}, [&] {
    icon_button(h, Icon::arrow_up, {.label = s.w("setup.up"), .id = "opp-" + digits, .name = "op", .value = "opp:" + digits, .about = quoted, .disabled = n == 1});
    icon_button(h, Icon::arrow_down, {.label = s.w("setup.down"), .id = "ned-" + digits, .name = "op", .value = "ned:" + digits, .about = quoted, .disabled = n == s.values.keys.size()});
    icon_button(h, Icon::trash, {.label = s.w("setup.remove"), .id = "fjern-" + digits, .name = "op", .value = "fjern:" + digits, .about = quoted});
  });
}

void key_row(Writer& h, const SetUp& s, const domain::Key& key, std::size_t n) {
  const Words& w = s.w;
  const std::string prefix = "nokkel_" + std::to_string(n) + "_";
  const std::string title = key.short_name.empty() ? w.format("setup.key_n", n) : key.short_name;
  const bool fresh = key.short_name.empty();
  h.li({cls("nkrad")}, [&] {
    h.span({cls("nkrad__nr"), aria_hidden()}, n);
    h.details({cls("nkrad__tekst nkred"), id("nokkel-", n), attr::open(fresh)}, [&] {
      h.summary([&] {
        h.b({when(key.language != code(w.lang()), lang(key.language))}, title);
        if (key.text != key.short_name) h.span({when(key.language != code(w.lang()), lang(key.language))}, key.text);
      });
      h.div({cls("rutenett")}, [&] {
        text_field(h, w, {.id = prefix + "kort", .name = prefix + "kort", .label = w("setup.short_name"), .value = key.short_name,
                          .description = w("setup.short_name_hint"), .max_length = limits::short_name});
        text_area(h, w, {.id = prefix + "tekst", .name = prefix + "tekst", .label = w("setup.full_text"), .value = key.text, .max_length = limits::key_text, .rows = 3});
        text_field(h, w, {.id = prefix + "innleder", .name = prefix + "innleder", .label = w("setup.speaker"), .value = key.speaker,
                          .description = w("setup.speaker_hint"), .max_length = limits::place, .optional_mark = true});
        language_select(h, w, prefix + "sprak", prefix + "sprak", w("setup.language"), key.language);
      });
    });
    key_buttons(h, s, n, title);
  });
}

void keys_part(Writer& h, const SetUp& s) {
  const Words& w = s.w;
  const auto count = static_cast<std::int64_t>(s.values.keys.size());
  numbered_panel(h, 2, w("setup.keys"), w.plural("setup.key_count", count), [&](Writer&) {
    h.ol({cls("nkliste"), id("nokkelliste")}, [&] {
      for (std::size_t n = 1; n <= s.values.keys.size(); ++n) {
        const domain::Key& key = s.values.keys[n - 1];
        if (!s.locked) {
          key_row(h, s, key, n);
          continue;
        }
        h.li({cls("nkrad")}, [&] {
          h.span({cls("nkrad__nr"), aria_hidden()}, n);
          h.span({cls("nkrad__tekst"), when(key.language != code(w.lang()), lang(key.language))}, [&] { h.b(key.short_name); });
        });
      }
    });
    if (!s.locked)
      h.p({cls("panelbunn")}, [&] { button(h, {.label = w("setup.add_key"), .id = "legg-til", .name = "op", .value = "legg-til", .variant = Variant::secondary, .icon = Icon::plus}); });
  });
}

void stages_part(Writer& h, const SetUp& s) {
  const Words& w = s.w;
  std::int64_t total = 0;
  for (const domain::StagePlan& plan : s.values.settings.stages) total += std::max(0, plan.minutes);
  numbered_panel(h, 3, w("setup.stages"), w.plural("setup.minutes_in_all", total), [&](Writer&) {
    h.div({cls("panelkropp")}, [&] {
      if (const std::string error = s.error({"workshop.bad_minutes"}); !error.empty()) h.p({cls("ds-validation-message"), id("min-feil")}, error);
      h.table({cls("stegtab")}, [&] {
        h.thead([&] {
          h.tr([&] {
            h.th({scope("col")}, w("setup.stage"));
            h.th({scope("col")}, w("setup.minutes"));
          });
        });
        h.tbody([&] {
          for (const domain::StagePlan& plan : s.values.settings.stages) {
            const std::string name = std::string("min_") + boost::describe::enum_to_string(plan.stage, "");
            const std::string minutes = std::to_string(plan.minutes);
            h.tr([&] {
              h.th({scope("row")}, [&] {
                h.text(stage_name(w, plan.stage));
                h.small(stage_line(w, plan.stage));
              });
              h.td([&] {
                const std::string label = w.format("setup.minutes_for", stage_name(w, plan.stage));
                h.input({cls("ds-input minfelt"), id(name), attr::name(name), type("text"), inputmode("numeric"), maxlength(3), value(s.shown(name, minutes)), aria_label(label)});
              });
            });
          }
        });
      });
      h.p({cls("panelhint")}, w("setup.zero_hint"));
    });
  });
}

std::string points_text(const std::vector<int>& points) {
  std::string text;
  for (const int one : points) text += (text.empty() ? "" : "-") + std::to_string(one);
  return text;
}

void rules_part(Writer& h, const SetUp& s) {
  const Words& w = s.w;
  const domain::Settings& settings = s.values.settings;
  numbered_panel(h, 4, w("setup.rules"), "", [&](Writer&) {
    if (s.locked) {
      h.p({cls("panelbunn")}, w.format("setup.rules_fixed", settings.places, points_text(settings.points)));
      return;
    }
    const std::string places = std::to_string(settings.places);
    const bool typed = !s.kept.fields.empty();
    const auto on = [&](const std::string& name, bool value) { return typed ? !s.kept.field(name).empty() : value; };
    h.div({cls("panelkropp rutenett")}, [&] {
      text_field(h, w, {.id = "k", .name = "k", .label = w("setup.places"), .value = s.shown("k", places), .error = s.error({"workshop.bad_places", "workshop.too_few_keys"}), .inputmode = "numeric"});
      text_field(h, w, {.id = "poeng", .name = "poeng", .label = w("setup.points"), .value = s.shown("poeng", points_text(settings.points)),
                        .description = w("setup.points_hint"), .error = s.error({"workshop.bad_points"})});
      h.div({cls("avkryss")}, [&] {
        checkbox(h, {"skjult", "skjult", "ja", w("setup.hidden"), on("skjult", settings.hidden_until_revealed)});
        checkbox(h, {"vis_ventende", "vis_ventende", "ja", w("setup.show_waiting"), on("vis_ventende", settings.show_waiting)});
        checkbox(h, {"faste_grupper", "faste_grupper", "ja", w("setup.fixed_groups"), on("faste_grupper", settings.groups_fixed)});
      });
      language_select(h, w, "sprak", "sprak", w("setup.workshop_language"), s.shown("sprak", settings.language));
      text_field(h, w, {.id = "tidssone", .name = "tidssone", .label = w("setup.time_zone"), .value = s.shown("tidssone", settings.time_zone), .error = s.error({"workshop.bad_time_zone"})});
    });
  });
}

void errors_at_top(Writer& h, const SetUp& s) {
  if (!s.kept.error) return;
  const std::string_view key = s.kept.error->message_key;
  const std::string_view field = key == "workshop.bad_date"        ? "dato"
                                 : key == "workshop.bad_start"     ? "starter"
                                 : key == "workshop.bad_points"    ? "poeng"
                                 : key == "workshop.bad_places"    ? "k"
                                 : key == "workshop.bad_time_zone" ? "tidssone"
                                 : key == "workshop.bad_minutes"   ? "min_welcome"
                                 : key == "workshop.too_few_keys"  ? "k"
                                                                   : "tittel";
  const std::array<FieldError, 1> errors = {FieldError{std::string(field), s.w.error(*s.kept.error)}};
  error_summary(h, s.w, errors);
}

}  // namespace

std::string set_up_page(const View& view, const domain::Template& values, RoomId room, domain::Phase phase, const Kept& kept) {
  const SetUp s{view, view.words, values, room, phase != domain::Phase::draft, kept};
  const Words& w = s.w;
  const bool fresh = !room;
  const std::string title(fresh ? w("setup.new") : w("setup.edit"));
  Frame frame{.w = w, .title = title, .surface = Surface::desk, .main_class = "sideinn", .command = view.form_token, .warning = view.warning};
  return page(
      frame, [&](Writer& h) { account_header(h, view, MenuEntry::workshops, false, ""); },
      [&](Writer& h) {
        h.div({cls("sidetopp")}, [&] {
          h.div([&] {
            h.h1(title);
            if (fresh) h.p(w.format("setup.from_template", values.name));
            else h.p([&] { h.a({cls("ds-link"), id("til-styringen"), href(desk_url(room))}, w("setup.back_to_desk")); });
          });
        });
        errors_at_top(h, s);
        const Url to = fresh ? Url(LiteralUrl("/styring/nytt")) : desk_url(room, "oppsett");
        const std::string_view op = fresh ? "opprett" : "lagre";
        desk_form(h, view, {.to = to, .css = "nytt nytt--enkel", .id = "oppsett"}, [&](Writer&) {
          // Enter in a field presses the first button: it must save, not move a key.
          h.button({cls("ds-sr-only"), id("enter-lagre"), type("submit"), name("op"), value(op), tabindex("-1"), aria_hidden()}, w("common.save"));
          h.div({cls("nytt__skjema")}, [&] {
            about_part(h, s);
            keys_part(h, s);
            stages_part(h, s);
            rules_part(h, s);
            h.p([&] { button(h, {.label = fresh ? w("setup.create") : w("common.save"), .id = "lagre", .name = "op", .value = op}); });
          });
        });
      });
}

}  // namespace knippe::views
