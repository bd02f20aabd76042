// The facilitator's script: what to say and what to do in the present stage. The words stand in locale/*/script.po.

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

}  // namespace

void script_region(Writer& h, const Desk& d) {
  if (!d.is_open()) return no_panel(h, d.view, "desk-manus");
  const Script& script = scripts[static_cast<std::size_t>(d.workshop.stage)];
  h.section({cls("panel"), id("desk-manus"), aria_labelledby("desk-manus-h"), data("seq", d.view.seq)}, [&] {
    h.h2({cls("ds-sr-only"), id("desk-manus-h")}, d.w("script.title"));
    fold(h, {.id = "manus", .summary = d.w("script.title"), .about = stage_name(d.w, d.workshop.stage)}, [&](Writer&) {
      h.h3(d.w("script.say"));
      h.p({cls("manus__si")}, d.w(script.say));
      h.h3(d.w("script.do"));
      h.ul({cls("punktliste")}, [&] {
        for (const std::string_view line : split(d.w(script.act), '\n')) h.li(line);
      });
    });
  });
}

}  // namespace knippe::views::desk
