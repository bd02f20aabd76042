// The facilitator's script: what to say and what to do in the present stage, or, before the workshop, in all of them. The words stand in locale/*/script.po.

#include <array>

#include "base/text.h"
#include "views/components.h"
#include "views/desk/regions.h"

namespace knippe::views::desk {
namespace {

struct Script {
  MessageKey say;
  MessageKey act;  ///< one thing a line
};
constexpr std::array<Script, domain::stage_count> scripts = {
    Script{"script.welcome_say", "script.welcome_do"},   Script{"script.keys_say", "script.keys_do"},
    Script{"script.supplement_say", "script.supplement_do"}, Script{"script.rank_say", "script.rank_do"},
    Script{"script.measures_say", "script.measures_do"}, Script{"script.pitch_say", "script.pitch_do"},
    Script{"script.result_say", "script.result_do"}};
constexpr Script alone_then_together{"alone.script_say", "alone.script_do"};

const Script& script_of(const Desk& d, domain::Stage stage) {
  if (stage == domain::Stage::rank && d.workshop.settings.alone_first) return alone_then_together;
  return scripts[static_cast<std::size_t>(stage)];
}

void lines(Writer& h, const Desk& d, domain::Stage stage) {
  const Script& script = script_of(d, stage);
  h.h4(d.w("script.say"));
  h.p({cls("manus__si")}, d.w(script.say));
  h.h4(d.w("script.do"));
  h.ul({cls("punktliste")}, [&] {
    for (const std::string_view line : split(d.w(script.act), '\n')) h.li(line);
  });
}

/// Before the workshop, for whoever prepares.
void every_stage(Writer& h, const Desk& d) {
  for (int n = 0; n < domain::stage_count; ++n) {
    const auto stage = static_cast<domain::Stage>(n);
    const int minutes = d.workshop.minutes_of(stage);
    h.h3(std::string(stage_name(d.w, stage)) + (minutes > 0 ? " – " + d.w.plural("common.minutes", minutes) : ""));
    lines(h, d, stage);
  }
}

}  // namespace

void script_region(Writer& h, const Desk& d) {
  if (d.is_closed()) return no_panel(h, d.view, "desk-manus");
  h.section({cls("panel"), id("desk-manus"), aria_labelledby("desk-manus-h"), data("seq", d.view.seq)}, [&] {
    h.h2({cls("ds-sr-only"), id("desk-manus-h")}, d.w("script.title"));
    if (d.is_draft()) return fold(h, {.id = "manus", .summary = d.w("script.whole")}, [&](Writer&) { every_stage(h, d); });
    fold(h, {.id = "manus", .summary = d.w("script.title"), .about = stage_name(d.w, d.workshop.stage)}, [&](Writer&) { lines(h, d, d.workshop.stage); });
  });
}

}  // namespace knippe::views::desk
