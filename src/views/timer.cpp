#include <fmt/format.h>

#include <algorithm>

#include "views/components.h"

namespace knippe::views {
namespace {

std::string minutes_and_seconds(std::int64_t left_ms) {
  const std::int64_t seconds = std::max<std::int64_t>(0, (left_ms + 999) / 1000);
  return fmt::format("{:02}:{:02}", seconds / 60, seconds % 60);
}

/// What stands there until, or without, app.js.
std::string shown(const Words& w, const Timer& timer) {
  if (timer.clock.is_paused()) return w.format("common.paused", minutes_and_seconds(timer.clock.left_at(timer.now)));
  if (timer.clock.left_at(timer.now) <= 0) return std::string(w("common.time_up"));
  return w.format("common.until", w.clock_time(timer.clock.ends_at, timer.zone));
}

}  // namespace

void timer(Writer& h, const Words& w, const Timer& timer) {
  if (timer.clock.planned_ms <= 0) return;
  const bool running = !timer.clock.is_paused();
  h.element("nk-timer",
            {cls(timer.css_class), when(!timer.id.empty(), id(timer.id)), role("timer"), aria_label(w("common.time_left")),
             when(running, data("slutt", timer.clock.ends_at.ms)), when(running, data("naa", timer.now.ms)),
             data("ute", w("common.time_up"))},
            [&] {
              if (timer.with_icon) icon(h, Icon::timer);
              if (!timer.label.empty()) h.span({cls("stortid__lbl")}, timer.label);
              h.span({data("tid")}, shown(w, timer));
            });
}

}  // namespace knippe::views
