// The pitch: the clock, who has the floor, what they stand for, who is next.

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <vector>

#include "base/text.h"
#include "views/components.h"
#include "views/projector/screen.h"

namespace knippe::views::projector {
namespace {

using domain::Group;

constexpr std::size_t chips_before = 4;
constexpr std::size_t chips_after = 4;
constexpr std::size_t name_at_ease = 26;
constexpr std::size_t list_at_ease = 6;
constexpr std::size_t most_texts = 2;

std::int64_t seconds_left(const Screen& s, const domain::Countdown& clock) {
  return std::max<std::int64_t>(0, (clock.left_at(s.view.now) + 999) / 1000);
}

/// Sixty dashes around the circle; as many are filled as there are seconds left. app.js keeps data-ring and data-tid fresh.
void ring(Writer& h, const Screen& s, const domain::Countdown& clock) {
  const std::string dashes = fmt::format("{} 60", std::min<std::int64_t>(60, seconds_left(s, clock)));
  h.element("svg", {named("viewBox", "0 0 120 120"), aria_hidden(), named("focusable", "false")}, [&] {
    h.element("circle", {cls("minuttring__spor"), named("cx", "60"), named("cy", "60"), named("r", "54"), named("pathLength", "60")}, "");
    h.element("circle",
              {cls("minuttring__fyll"), data("ring"), named("cx", "60"), named("cy", "60"), named("r", "54"),
               named("pathLength", "60"), named("stroke-dasharray", dashes), named("transform", "rotate(-90 60 60)")},
              "");
  });
}

void running_clock(Writer& h, const Screen& s, const domain::Countdown& clock) {
  const bool running = !clock.is_paused();
  const std::int64_t left = seconds_left(s, clock);
  const std::string time = left > 0 ? fmt::format("{:02}:{:02}", left / 60, left % 60) : std::string(s.w("common.time_up"));
  h.element("nk-timer", {cls("minuttring"), id("pitchtid"), role("timer"), aria_label(s.w("common.time_left")),
                         when(running, data("slutt", clock.ends_at.ms)), when(running, data("naa", s.view.now.ms)),
                         data("ute", s.w("common.time_up"))},
            [&] {
              ring(h, s, clock);
              h.span({cls("minuttring__tid", left > 0 ? "" : "minuttring__tid--ord")}, [&] {
                h.span({data("tid")}, time);
                h.small(s.w(running ? "projector.left_of_minute" : "projector.paused"));
              });
            });
}

void clock_face(Writer& h, const Screen& s) {
  const domain::Pitches& pitches = s.workshop.pitches;
  if (pitches.current) return running_clock(h, s, pitches.clock);
  h.div({cls("minuttring")}, [&] { h.p({cls("minuttring__ord")}, s.w("projector.one_minute")); });
}

void chip(Writer& h, const Screen& s, GroupNumber group, bool done, bool now) {
  h.li({cls(done ? "ferdig" : now ? "naa" : ""), when(now, aria_current())}, [&] {
    h.text(group.value);
    if (done) h.span({cls("ds-sr-only")}, " ", s.w("projector.done"));
  });
}

/// A window on the queue: the last that were held, the current one, the next ones.
void queue(Writer& h, const Screen& s) {
  const domain::Pitches& p = s.workshop.pitches;
  const std::size_t first = p.held.size() > chips_before ? p.held.size() - chips_before : 0;
  const std::size_t after = std::min(p.queue.size(), chips_after);
  h.ol({cls("pko"), aria_label(s.w("projector.queue"))}, [&] {
    for (std::size_t i = first; i < p.held.size(); ++i) chip(h, s, p.held[i], true, false);
    if (p.current) chip(h, s, p.current, false, true);
    for (std::size_t i = 0; i < after; ++i) chip(h, s, p.queue[i], false, false);
    if (p.queue.size() > after) h.li({cls("pko__flere")}, s.w.format("projector.plus", p.queue.size() - after));
  });
}

std::string numbered(const Screen& s, GroupNumber number) {
  const Group* group = s.workshop.find_group(number);
  return group ? group_label(s.w, *group) : std::string();
}

void next_up(Writer& h, const Screen& s) {
  const domain::Pitches& p = s.workshop.pitches;
  if (p.queue.empty() && !p.current) return;
  h.div({cls("pneste")}, [&] {
    h.p({cls("pneste__lbl")}, s.w(p.queue.empty() ? "projector.last_one" : "projector.next"));
    if (!p.queue.empty()) h.p({cls("pneste__navn")}, [&] { h.span({s.spoken()}, numbered(s, p.queue.front())); });
    queue(h, s);
  });
}

/// What the group stands for: handed in in the last round it did, else what lies on its table.
std::vector<KeyId> list_of(const Group& group) {
  for (auto sheet = group.sheets.rbegin(); sheet != group.sheets.rend(); ++sheet)
    if (sheet->is_handed_in()) return sheet->handed_in;
  return group.sheets.empty() ? std::vector<KeyId>{} : group.sheets.back().draft;
}

std::string_view list_class(const Screen& s, const std::vector<KeyId>& keys) {
  if (keys.size() > list_at_ease) return "ptopp5--tett";
  const bool wordy = std::ranges::any_of(keys, [&](KeyId id) {
    const domain::Key* key = s.workshop.find_key(id);
    return key && length(key->short_name) > name_at_ease;
  });
  return wordy ? "ptopp5--lang" : "";
}

void top_list(Writer& h, const Screen& s, const std::vector<KeyId>& keys) {
  if (keys.empty()) return nothing_yet(h, s.w("projector.no_list"));
  h.ol({cls("ptopp5", list_class(s, keys)), aria_label(s.w("projector.their_list"))}, [&] {
    int place = 0;
    for (const KeyId id : keys) {
      const domain::Key* key = s.workshop.find_key(id);
      ++place;
      if (!key) continue;
      h.li([&] {
        h.span({cls("rad__nr"), aria_hidden()}, place);
        h.b([&] {
          h.span({s.spoken(key->language)}, [&] { breakable(h, key->short_name); });
          h.text(" ");
          h.small(key_label(s.w, *key));
        });
      });
    }
  });
}

/// The group's own new keys by their accepted wording, so that nothing unread reaches the wall.
std::vector<std::string_view> missed(const Screen& s, GroupNumber group) {
  std::vector<std::string_view> texts;
  for (const domain::Key& key : s.workshop.keys) {
    const std::vector<GroupNumber> groups = s.workshop.groups_behind(key);
    if (!key.retired && std::ranges::find(groups, group) != groups.end()) texts.push_back(key.short_name);
  }
  return texts;
}

std::vector<std::string_view> planned(const Screen& s, GroupNumber group) {
  std::vector<std::string_view> texts;
  for (const domain::Measure& each : s.workshop.measures)
    if (each.group == group && !each.deleted && !each.text.empty()) texts.push_back(each.text);
  return texts;
}

void box(Writer& h, const Screen& s, std::string_view title, const std::vector<std::string_view>& texts) {
  if (texts.empty()) return;
  const std::size_t shown = std::min(texts.size(), most_texts);
  h.div([&] {
    h.h2(title);
    for (std::size_t i = 0; i < shown; ++i) h.p({s.spoken()}, [&] { breakable(h, texts[i]); });
    if (texts.size() > shown) h.p({cls("phjem__flere")}, s.w.format("projector.and_more", texts.size() - shown));
  });
}

void current_pitch(Writer& h, const Screen& s, const Group& group) {
  const domain::Countdown& clock = s.workshop.pitches.clock;
  h.p({cls("phoved__lbl")}, [&] {
    h.span({cls("naamerke")}, s.w(clock.is_paused() ? "projector.pause" : "projector.now"));
    h.text(" ");
    h.text(s.w.format("projector.group_pitches", group.number.value));
  });
  h.h1({cls(length(group.name) > name_at_ease ? "phoved__lang" : ""), s.spoken()}, group.name.empty() ? s.w.format("common.group", group.number.value) : group.name);
  top_list(h, s, list_of(group));
  const auto keys = missed(s, group.number);
  const auto measures = planned(s, group.number);
  if (keys.empty() && measures.empty()) return;
  h.div({cls("phjem", keys.empty() || measures.empty() ? "phjem--en" : "")}, [&] {
    box(h, s, s.w("projector.keys_missed"), keys);
    box(h, s, s.w("projector.measures_title"), measures);
  });
}

void between_pitches(Writer& h, const Screen& s) {
  const domain::Pitches& p = s.workshop.pitches;
  const bool over = p.queue.empty() && !p.held.empty();
  h.p({cls("phoved__lbl")}, s.w.format("projector.stage", stage_number(domain::Stage::pitch), stage_name(s.w, domain::Stage::pitch)));
  h.h1(s.w(over ? "projector.all_pitched" : "projector.pitch_do"));
  if (over) return nothing_yet(h, s.w("projector.all_pitched_text"));
  h.ol({cls("gjor")}, [&] {
    int number = 0;
    for (const MessageKey line : {MessageKey("projector.pitch_1"), MessageKey("projector.pitch_2"), MessageKey("projector.pitch_3")})
      h.li([&] {
        h.span({cls("rad__nr"), aria_hidden()}, ++number);
        h.span(s.w.format(line, s.workshop.settings.places));
      });
  });
}

}  // namespace

void pitch(Writer& h, const Screen& s) {
  const Group* group = s.workshop.find_group(s.workshop.pitches.current);
  h.section({cls("pklokke"), aria_label(s.w("projector.clock_and_queue"))}, [&] {
    logo(h, s.w("common.product"));
    clock_face(h, s);
    next_up(h, s);
  });
  h.div({cls("phoved")}, [&] {
    if (group) current_pitch(h, s, *group);
    else between_pitches(h, s);
  });
}

}  // namespace knippe::views::projector
