#include "views/components.h"

#include <algorithm>

#include "base/check.h"
#include "base/text.h"

namespace knippe::views {
namespace {

std::string_view variant_name(Variant variant) {
  switch (variant) {
    case Variant::primary: return "";
    case Variant::secondary: return "secondary";
    case Variant::tertiary: return "tertiary";
  }
  __builtin_unreachable();
}

void button_inside(Writer& h, const Button& button) {
  if (button.icon) icon(h, *button.icon);
  h.text(button.label);
  if (!button.about.empty()) h.span({cls("ds-sr-only")}, " ", button.about);
}

Attribute id_if(std::string_view text) { return when(!text.empty(), id(text)); }

}  // namespace

std::string_view color(Tone tone) {
  switch (tone) {
    case Tone::neutral: return "neutral";
    case Tone::info: return "info";
    case Tone::success: return "success";
    case Tone::warning: return "warning";
    case Tone::danger: return "danger";
    case Tone::accent: return "accent";
  }
  __builtin_unreachable();
}

void button(Writer& h, const Button& button) {
  if (button.harmless_enter) {
    h.button({cls("ds-sr-only"), tabindex(-1), aria_hidden(), name(button.name), value(button.value)}, button.label);
    return;
  }
  h.button({cls("ds-button", button.wide ? "bred" : ""), id_if(button.id), when(!button.name.empty(), name(button.name)),
            when(!button.name.empty(), value(button.value)),
            when(button.variant != Variant::primary, data("variant", variant_name(button.variant))),
            when(button.small, data("size", "sm")), when(!button.color.empty(), data("color", button.color)),
            aria_disabled(button.disabled)},
           [&] { button_inside(h, button); });
}

void link_button(Writer& h, const Button& button, const Url& to) {
  h.a({cls("ds-button", button.wide ? "bred" : ""), id_if(button.id),
       when(button.variant != Variant::primary, data("variant", variant_name(button.variant))),
       when(button.small, data("size", "sm")), when(!button.color.empty(), data("color", button.color)), href(to)},
      [&] { button_inside(h, button); });
}

void icon_button(Writer& h, Icon which, const Button& button) {
  h.button({cls("ikonknapp"), id_if(button.id), when(!button.name.empty(), name(button.name)),
            when(!button.name.empty(), value(button.value)), aria_disabled(button.disabled)},
           [&] {
             icon(h, which);
             h.span({cls("ds-sr-only")}, button.label, button.about.empty() ? "" : " ", button.about);
           });
}

void error_summary(Writer& h, const Words& w, std::span<const FieldError> errors) {
  if (errors.empty()) return;
  h.div({cls("ds-error-summary"), id("feil"), tabindex(-1), autofocus()}, [&] {
    h.h2({}, w("common.fix_this"));
    h.ul([&] {
      for (const FieldError& error : errors)
        h.li([&] { h.a({href(Url::local("#" + error.id))}, error.message); });
    });
  });
}

void alert(Writer& h, Tone tone, std::string_view title, Part body) {
  h.div({cls("ds-alert"), data("color", color(tone))}, [&] {
    if (!title.empty()) h.h2({cls("ds-heading"), data("size", "2xs")}, title);
    body(h);
  });
}

void tag(Writer& h, Tone tone, std::string_view text) { h.span({cls("ds-tag"), data("color", color(tone))}, text); }

void dots(Writer& h, int filled, int total) {
  h.span({cls("prikker"), aria_hidden()}, [&] {
    for (int i = 0; i < total; ++i) h.i({cls(i < filled ? "paa" : "")});
  });
}

void bar(Writer& h, int percent, std::string_view css_class) {
  h.span({cls("spor", css_class), aria_hidden()}, [&] { h.span({cls("fyll"), data("pct", std::clamp(percent, 0, 100))}); });
}

std::string_view stage_name(const Words& w, domain::Stage stage) {
  using domain::Stage;
  switch (stage) {
    case Stage::welcome: return w("stage.welcome");
    case Stage::keys: return w("stage.keys");
    case Stage::supplement: return w("stage.supplement");
    case Stage::rank: return w("stage.rank");
    case Stage::measures: return w("stage.measures");
    case Stage::pitch: return w("stage.pitch");
    case Stage::result: return w("stage.result");
  }
  __builtin_unreachable();
}

std::string_view stage_line(const Words& w, domain::Stage stage) {
  using domain::Stage;
  switch (stage) {
    case Stage::welcome: return w("stage.welcome_line");
    case Stage::keys: return w("stage.keys_line");
    case Stage::supplement: return w("stage.supplement_line");
    case Stage::rank: return w("stage.rank_line");
    case Stage::measures: return w("stage.measures_line");
    case Stage::pitch: return w("stage.pitch_line");
    case Stage::result: return w("stage.result_line");
  }
  __builtin_unreachable();
}

int stage_number(domain::Stage stage) { return static_cast<int>(stage) + 1; }

void stage_progress(Writer& h, const Words& w, domain::Stage current) {
  h.ol({cls("steg"), aria_label(w("stage.list"))}, [&] {
    for (int i = 0; i < domain::stage_count; ++i) {
      const auto stage = static_cast<domain::Stage>(i);
      const bool now = stage == current, done = stage < current;
      h.li({cls(now ? "naa" : done ? "ferdig" : ""), when(now, aria_current("step"))}, [&] {
        h.span({cls("ds-sr-only")}, [&] {
          if (done) h.text(w.format("stage.done", stage_name(w, stage)));
          else h.text(stage_name(w, stage));
        });
      });
    }
  });
}

}  // namespace knippe::views
