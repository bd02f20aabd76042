#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "base/text.h"
#include "views/components.h"
#include "views/participant/pitch_parts.h"

namespace knippe::views {
namespace {

std::string minutes_and_seconds(std::int64_t left_ms) {
  const std::int64_t seconds = std::max<std::int64_t>(0, (left_ms + 999) / 1000);
  return fmt::format("{:02}:{:02}", seconds / 60, seconds % 60);
}

/// Sixty dashes around the circle; as many are filled as there are sixtieths of the time left. app.js turns them too.
void circles(Writer& h, std::int64_t sixtieths) {
  const std::string dashes = std::to_string(sixtieths) + " 60";
  h.element("svg", {named("viewBox", "0 0 120 120"), aria_hidden(), named("focusable", "false")}, [&] {
    h.element("circle", {cls("minuttring__spor"), named("cx", "60"), named("cy", "60"), named("r", "52"), named("pathLength", "60")}, "");
    h.element("circle",
              {cls("minuttring__fyll"), data("ring"), named("cx", "60"), named("cy", "60"), named("r", "52"), named("pathLength", "60"),
               named("stroke-dasharray", dashes), named("transform", "rotate(-90 60 60)")},
              "");
  });
}

/// The clock of the own minute. The time left is large; when it ends stands below, for those without scripts.
void ring(Writer& h, const Scene& s) {
  const domain::Countdown& clock = s.workshop.pitches.clock;
  const bool running = !clock.is_paused();
  const std::int64_t left = std::clamp<std::int64_t>(clock.left_at(s.view.now), 0, clock.planned_ms);
  h.element("nk-timer",
            {cls("minuttring"), id("pitchtid"), role("timer"), aria_label(s.w("common.time_left")),
             when(running, data("slutt", clock.ends_at.ms)), when(running, data("naa", s.view.now.ms)), data("ute", "00:00")},
            [&] {
              circles(h, clock.planned_ms > 0 ? (left * 60 + clock.planned_ms - 1) / clock.planned_ms : 0);
              h.span({cls("minuttring__tid")}, [&] {
                h.span({data("tid")}, minutes_and_seconds(left));
                if (running) h.small(s.w.format("common.until", s.w.clock_time(clock.ends_at, s.workshop.settings.time_zone)));
              });
            });
}

void clock_card(Writer& h, const Scene& s) {
  const domain::Countdown& clock = s.workshop.pitches.clock;
  const bool paused = clock.is_paused();
  const bool over = !paused && clock.left_at(s.view.now) < 0;
  h.section({cls("klokkekort"), aria_labelledby("kl-h")}, [&] {
    h.p({cls("klokkekort__lbl"), id("kl-h")}, [&] {
      h.span({cls("naamerke")}, s.w("participant.now"));
      h.text(" ");
      h.text(s.w(paused ? "participant.pitch.paused" : over ? "participant.pitch.overtime" : "participant.pitch.you_speak"));
    });
    ring(h, s);
    post_form(h, s, "pitch", {.css = "klokkekort__knapper"}, [&](Writer&) {
      button(h, {.label = s.w(paused ? "participant.pitch.resume" : "participant.pitch.pause"), .id = "op-pause", .name = "op",
                 .value = paused ? "fortsett" : "pause", .variant = Variant::secondary, .icon = paused ? Icon::play : Icon::pause});
      button(h, {.label = s.w("participant.pitch.done"), .id = "op-ferdig", .name = "op", .value = "ferdig", .icon = Icon::checkmark});
    });
  });
}

void script_part(Writer& h, int number, std::string_view heading, Part content) {
  const std::string heading_id = "m" + std::to_string(number);
  h.section({cls("manus"), aria_labelledby(heading_id)}, [&] {
    h.h2({id(heading_id)}, [&] {
      h.span({cls("manus__nr")}, number);
      h.text(heading);
    });
    content(h);
  });
}

void lines(Writer& h, const Scene& s, const std::vector<std::string_view>& texts, MessageKey nothing) {
  if (texts.empty()) return h.p({cls("ingenting")}, s.w(nothing));
  h.ul({role("list")}, [&] {
    for (const std::string_view text : texts) h.li({spoken(s)}, text);
  });
}

std::vector<std::string_view> missed_keys(const Scene& s) {
  std::vector<std::string_view> texts;
  for (const domain::Supplement& each : s.workshop.supplements)
    if (each.group == s.group.number && each.status != domain::SupplementStatus::withdrawn && !each.text.empty())
      texts.push_back(each.text);
  return texts;
}

std::vector<std::string_view> planned(const Scene& s) {
  std::vector<std::string_view> texts;
  for (const domain::Measure& each : s.workshop.measures)
    if (each.group == s.group.number && !each.deleted && !each.text.empty()) texts.push_back(each.text);
  return texts;
}

}  // namespace

void own_pitch(Writer& h, const Scene& s) {
  const Words& w = s.w;
  h.h1({cls("ds-sr-only")}, w("participant.pitch.own_title"));
  clock_card(h, s);
  script_part(h, 1, w("participant.pitch.script_missed"),
              [&](Writer&) { lines(h, s, missed_keys(s), "participant.pitch.no_missed"); });
  script_part(h, 2, w.format("participant.pitch.script_top", s.workshop.settings.places), [&](Writer&) {
    const std::vector<KeyId> list = standing_list(s.workshop, s.group);
    if (list.empty()) h.p({cls("ingenting")}, w("participant.rank.nothing_handed_in"));
    else key_bunch(h, s, list);
  });
  script_part(h, 3, w("participant.pitch.script_home"), [&](Writer&) { lines(h, s, planned(s), "participant.measures.none"); });
  side_note(h, Icon::chat, [&](Writer&) { h.text(w("participant.pitch.notes_come")); });
}

void thanks(Writer& h, const Scene& s) {
  h.div({cls("levert")}, [&] {
    h.span({cls("levert__hake"), aria_hidden()}, [&] { icon(h, Icon::checkmark); });
    h.div([&] {
      h.h1({cls("dtittel")}, s.w("participant.pitch.thanks"));
      h.p({cls("dingress")}, s.w("participant.pitch.thanks_text"));
    });
  });
}

}  // namespace knippe::views
