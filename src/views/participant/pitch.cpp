// Pitch: who has the floor, and what the listeners may write. The group with the floor sees its own page (pitch_own.cpp).

#include <algorithm>

#include "views/components.h"
#include "views/participant/pitch_parts.h"

namespace knippe::views {
namespace {

using domain::Group;

bool has_pitched(const Scene& s, GroupNumber group) {
  return std::ranges::find(s.workshop.pitches.held, group) != s.workshop.pitches.held.end();
}

void stage_card(Writer& h, const Scene& s, const Group& speaker) {
  const std::string title = speaker.name.empty() ? s.w.format("common.group", speaker.number.value) : speaker.name;
  h.section({cls("scenekort"), aria_labelledby("naa-h")}, [&] {
    h.div({cls("scenekort__topp")}, [&] {
      h.div([&] {
        h.p({cls("scenekort__lbl")}, [&] {
          h.span({cls("naamerke")}, s.w("participant.now"));
          h.text(" ");
          h.text(s.w.format("participant.pitch.speaks", speaker.number.value));
        });
        h.h1({cls("scenekort__h"), id("naa-h")}, title);
      });
      timer(h, s.w, {.clock = s.workshop.pitches.clock, .now = s.view.now, .zone = s.workshop.settings.time_zone,
                     .css_class = "scenekort__tid", .id = "pitchtid", .with_icon = false});
    });
    const std::vector<KeyId> list = standing_list(s.workshop, speaker);
    if (!list.empty()) key_bunch(h, s, list, "knippe--rad");
  });
}

void queue_note(Writer& h, const Scene& s) {
  const domain::Pitches& pitches = s.workshop.pitches;
  const Group* next = pitches.queue.empty() ? nullptr : s.workshop.find_group(pitches.queue.front());
  const bool own_next = next && next->number == s.group.number;
  const auto place = std::ranges::find(pitches.queue, s.group.number);
  side_note(h, Icon::arrow_right, [&](Writer&) {
    if (own_next) h.b(s.w("participant.pitch.you_are_next"));
    else if (next) h.slots(s.w("participant.pitch.next"), [&] { h.b(group_word(s.w, *next)); });
    else h.text(s.w("participant.pitch.nobody_left"));
    h.text(" ");
    if (has_pitched(s, s.group.number)) h.text(s.w("participant.pitch.you_have_spoken"));
    else if (!own_next && place != pitches.queue.end())
      h.text(s.w.format("participant.pitch.your_place", place - pitches.queue.begin() + 1));
  });
}

void nobody_speaks(Writer& h, const Scene& s) {
  h.h1({cls("dtittel")}, s.w("participant.pitch.title"));
  const bool begun = !s.workshop.pitches.held.empty();
  h.p({cls("dingress")}, s.w(begun ? "participant.pitch.between" : "participant.pitch.before"));
}

/// The group that just had the floor: what one was writing to it when the next began must not be lost.
const Group* just_spoken(const Scene& s) {
  const domain::Pitches& pitches = s.workshop.pitches;
  for (auto at = pitches.held.rbegin(); at != pitches.held.rend(); ++at)
    if (*at != pitches.current && *at != s.group.number) return s.workshop.find_group(*at);
  return nullptr;
}

void note_forms(Writer& h, const Scene& s) {
  const Group* speaker = s.workshop.find_group(s.workshop.pitches.current);
  const Group* before = just_spoken(s);
  if (speaker && speaker->number != s.group.number) note_form(h, s, *speaker, true);
  if (before) note_form(h, s, *before, !speaker);
  const auto wanted = s.keeps("notat") ? s.kept.field("til") : std::string_view();
  for (const Group& group : s.workshop.groups)
    if (std::to_string(group.number.value) == wanted && &group != speaker && &group != before) note_form(h, s, group, true);
}

void read_only(Writer& h, const Scene& s) {
  h.h1({cls("dtittel")}, s.w("participant.pitch.title"));
  if (has_pitched(s, s.group.number)) received_notes(h, s);
  sent_notes(h, s);
}

}  // namespace

void pitch_stage(Writer& h, const Scene& s) {
  if (!s.is_open()) return read_only(h, s);
  const Group* speaker = s.workshop.find_group(s.workshop.pitches.current);
  if (speaker && speaker->number == s.group.number) return own_pitch(h, s);
  const bool just_done = !speaker && has_pitched(s, s.group.number) && s.workshop.pitches.held.back() == s.group.number;
  if (speaker) stage_card(h, s, *speaker);
  else if (just_done) thanks(h, s);
  else nobody_speaks(h, s);
  if (just_done) received_notes(h, s);
  queue_note(h, s);
  note_forms(h, s);
  if (!just_done && has_pitched(s, s.group.number)) received_notes(h, s);
  sent_notes(h, s);
}

}  // namespace knippe::views
