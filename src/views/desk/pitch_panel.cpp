// Pitch: who has the floor, the minute, the queue.

#include "views/components.h"
#include "views/desk/regions.h"

namespace knippe::views::desk {
namespace {

using domain::Group;

std::string op_for(std::string_view op, GroupNumber group) { return std::string(op) + ":" + std::to_string(group.value); }
std::string id_for(std::string_view op, GroupNumber group) { return std::string(op) + "-" + std::to_string(group.value); }

/// A group with its number in a square.
void named(Writer& h, const Desk& d, const Group& group) {
  h.span({cls("gnr"), aria_hidden()}, group.number.value);
  if (group.name.empty()) return h.span(d.w.format("common.group", group.number.value));
  h.span([&] {
    h.span({cls("ds-sr-only")}, d.w.format("common.group", group.number.value), ": ");
    h.span({d.spoken()}, group.name);
  });
}

void floor_buttons(Writer& h, const Desk& d) {
  const bool paused = d.workshop.pitches.clock.is_paused();
  h.div({cls("knapperad")}, [&] {
    button(h, {.label = d.w(paused ? "desk.pitch_resume" : "desk.pitch_pause"), .id = "pitch-pause", .name = "op",
               .value = paused ? "pitch-fortsett" : "pitch-pause", .variant = Variant::secondary, .icon = paused ? Icon::play_fill : Icon::pause_fill});
    button(h, {.label = d.w("desk.pitch_done"), .id = "pitch-ferdig", .name = "op", .value = "pitch-ferdig", .icon = Icon::checkmark});
  });
}

void has_the_floor(Writer& h, const Desk& d, const Group& group) {
  h.div({cls("pordet")}, [&] {
    h.p({cls("pordet__hvem")}, [&] { named(h, d, group); });
    timer(h, d.w, {.clock = d.workshop.pitches.clock, .now = d.view.now, .zone = d.workshop.settings.time_zone, .css_class = "pordet__tid",
                   .id = "desk-pitchklokke", .with_icon = false});
    floor_buttons(h, d);
  });
}

void move_button(Writer& h, const Desk& d, std::string_view op, const Group& group, Icon which, std::string_view label, bool possible) {
  icon_button(h, which, {.label = label, .id = id_for(op, group.number), .name = "op", .value = op_for(op, group.number),
                         .about = group_label(d.w, group), .disabled = !possible});
}

void waiting(Writer& h, const Desk& d, const Group& group, std::size_t at, std::size_t count) {
  const std::string label = group_label(d.w, group);
  h.li([&] {
    h.span({cls("pko__navn")}, [&] { named(h, d, group); });
    h.span({cls("pko__knapper")}, [&] {
      button(h, {.label = d.w("desk.pitch_start"), .id = id_for("pitch-start", group.number), .name = "op",
                 .value = op_for("pitch-start", group.number), .variant = at == 0 ? Variant::primary : Variant::secondary, .icon = Icon::play_fill,
                 .about = label, .small = true});
      move_button(h, d, "pitch-opp", group, Icon::arrow_up, d.w("desk.pitch_up"), at > 0);
      move_button(h, d, "pitch-ned", group, Icon::arrow_down, d.w("desk.pitch_down"), at + 1 < count);
      move_button(h, d, "pitch-hopp", group, Icon::skip_forward, d.w("desk.pitch_skip"), true);
    });
  });
}

void queue(Writer& h, const Desk& d) {
  const auto& numbers = d.workshop.pitches.queue;
  if (numbers.empty()) return h.p({cls("panelhint panelkropp")}, d.w("desk.pitch_queue_empty"));
  h.ol({cls("pkoliste"), aria_label(d.w("desk.pitch_queue"))}, [&] {
    for (std::size_t at = 0; at < numbers.size(); ++at)
      if (const Group* group = d.workshop.find_group(numbers[at])) waiting(h, d, *group, at, numbers.size());
  });
}

/// Those who have had their turn, or were passed over, may be called again.
void others(Writer& h, const Desk& d, std::string_view heading, const std::vector<GroupNumber>& numbers) {
  if (numbers.empty()) return;
  h.h3({cls("pko__h")}, heading);
  h.ul({cls("pkoliste"), role("list")}, [&] {
    for (const GroupNumber number : numbers) {
      const Group* group = d.workshop.find_group(number);
      if (!group) continue;
      h.li([&] {
        h.span({cls("pko__navn")}, [&] { named(h, d, *group); });
        button(h, {.label = d.w("desk.pitch_again"), .id = id_for("pitch-start", number), .name = "op", .value = op_for("pitch-start", number),
                   .variant = Variant::tertiary, .about = group_label(d.w, *group), .small = true});
      });
    }
  });
}

}  // namespace

void pitch_region(Writer& h, const Desk& d) {
  if (!d.is_open() || d.workshop.stage != domain::Stage::pitch) return no_panel(h, d.view, "desk-pitch");
  const domain::Pitches& pitches = d.workshop.pitches;
  const std::string hint = d.w.format("desk.pitches_held", pitches.held.size(), d.workshop.groups.size());
  panel(h, d.view, {.id = "desk-pitch", .heading = d.w("desk.pitches"), .hint = hint}, [&](Writer&) {
    desk_form(h, d, {}, [&](Writer&) {
      if (const Group* group = d.workshop.find_group(pitches.current)) has_the_floor(h, d, *group);
      queue(h, d);
      others(h, d, d.w("desk.pitch_skipped"), pitches.skipped);
      others(h, d, d.w("desk.pitch_held"), pitches.held);
    });
  });
}

}  // namespace knippe::views::desk
