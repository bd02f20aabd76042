#include "views/page.h"

#include <algorithm>
#include <array>

#include "base/check.h"
#include "views/components.h"
#include "views/participant/participant.h"
#include "views/participant/scene.h"

namespace knippe::views {
namespace {

constexpr std::array<std::string_view, domain::stage_count> paths = {"velkommen", "nokler", "suppler", "ranger",
                                                                     "tiltak",    "pitch",  "resultat"};

const domain::Group& group_of(const domain::Workshop& workshop, GroupNumber number) {
  static const domain::Group nobody;
  const domain::Group* group = workshop.find_group(number);
  return group ? *group : nobody;
}

void waiting_room(Writer& h, const Scene& s) {
  h.h1({cls("dtittel")}, s.w("participant.waiting"));
  h.p({cls("dingress")}, s.w("participant.waiting_text"));
  h.p({cls("overlinje")}, [&] { h.span({spoken(s)}, s.workshop.about.title); });
}

void no_group(Writer& h, const Scene& s) {
  h.h1({cls("dtittel")}, s.w("participant.no_group"));
  h.p({cls("dingress")}, s.w("participant.no_group_text"));
  h.p([&] { h.a({cls("ds-button"), id("til-koden"), href(LiteralUrl("/"))}, s.w("participant.to_code")); });
}

void stage_body(Writer& h, const Scene& s) {
  switch (s.shown) {
    case domain::Stage::welcome: return welcome_stage(h, s);
    case domain::Stage::keys: return keys_stage(h, s);
    case domain::Stage::supplement: return supplement_stage(h, s);
    case domain::Stage::rank: return rank_stage(h, s);
    case domain::Stage::measures: return measures_stage(h, s);
    case domain::Stage::pitch: return pitch_stage(h, s);
    case domain::Stage::result: return result_stage(h, s);
  }
}

/// What the page is called in its title.
std::string page_name(const Scene& s) {
  if (s.workshop.phase == domain::Phase::draft) return std::string(s.w("participant.waiting"));
  if (s.shown == domain::Stage::supplement) return std::string(s.w("participant.supplement.page"));
  if (s.shown == domain::Stage::rank && s.is_open() && s.workshop.open_alone()) return s.w.format("alone.title", s.workshop.settings.places);
  if (s.shown == domain::Stage::rank) return s.w.format("participant.rank.title", s.workshop.settings.places);
  return std::string(stage_name(s.w, s.shown));
}

/// While each person ranks alone a broadcast, which holds nobody's list, replaces only pages from before that part: a page
/// shown since counts as newer and keeps its list.
std::uint64_t content_seq(const Scene& s) {
  const domain::AloneRound* alone = s.own || !s.is_open() || s.shown != domain::Stage::rank ? nullptr : s.workshop.open_alone();
  return alone && alone->opened_with ? alone->opened_with - 1 : s.view.seq;
}

/// #innhold as the page skeleton writes it, for the fragments that replace it.
void main_region(Writer& h, const Scene& s) {
  h.main({id("innhold"), cls(look_of(s).main_class), tabindex("-1"), data("seq", content_seq(s))},
         [&] { participant_body(h, s); });
}

void message_region(Writer& h, const Scene& s) {
  h.div({id("melding"), cls("melding")}, [&] { participant_message(h, s); });
}

void status_region(Writer& h, std::string_view status) {
  h.div({id("status"), cls("ds-sr-only"), role("status"), aria_live("polite")}, status);
}

}  // namespace

std::string_view stage_path(domain::Stage stage) { return paths[static_cast<std::size_t>(stage)]; }

std::optional<domain::Stage> stage_of_path(std::string_view segment) {
  const auto found = std::ranges::find(paths, segment);
  if (found == paths.end()) return std::nullopt;
  return static_cast<domain::Stage>(found - paths.begin());
}

StageLook look_of(const Scene& s) {
  const std::string title = s.group.number ? s.w.format("participant.title", page_name(s), s.group.number.value) : page_name(s);
  const bool ranking = s.shown == domain::Stage::rank && s.is_open();
  const bool speaking = s.shown == domain::Stage::pitch && s.is_open() && s.group.number &&
                        s.workshop.pitches.current == s.group.number;
  return {ranking ? "dmain" : speaking ? "dmain dmain--klokke" : "dmain dmain--utenbunn", title};
}

void participant_body(Writer& h, const Scene& s) {
  if (!s.group.number) return no_group(h, s);
  if (s.workshop.phase == domain::Phase::draft) return waiting_room(h, s);
  closed_notice(h, s);
  stage_body(h, s);
  stage_links(h, s);
}

std::string participant_page(const View& view, const domain::Workshop& workshop, const Seat& seat, domain::Stage shown,
                             const Kept& kept, std::string_view status) {
  const Scene s{view, view.words, workshop, seat.room, group_of(workshop, seat.group), shown, kept, &seat.own};
  const StageLook look = look_of(s);
  Frame frame{.w = view.words, .title = look.title, .surface = Surface::participant, .main_class = look.main_class, .seq = view.seq,
              .command = view.form_token, .live = true, .status = std::string(status), .warning = view.warning,
              .simulated = workshop.simulated, .rehearsal = workshop.rehearsal};
  if (workshop.phase == domain::Phase::draft || s.is_open()) frame.stream = room_url(seat.room, "strom");
  return page(
      frame, [&](Writer& h) { participant_header(h, s); message_region(h, s); },
      [&](Writer& h) { participant_body(h, s); });
}

std::string participant_answer(const View& view, const domain::Workshop& workshop, const Seat& seat, domain::Stage shown,
                               const Kept& kept, std::string_view status) {
  const Scene s{view, view.words, workshop, seat.room, group_of(workshop, seat.group), shown, kept, &seat.own};
  Writer h;
  partial(h, "topp", view.seq, [&](Writer&) { participant_header(h, s); });
  partial(h, "melding", view.seq, [&](Writer&) { message_region(h, s); });
  partial(h, "innhold", view.seq, [&](Writer&) { main_region(h, s); });
  partial(h, "status", view.seq, [&](Writer&) { status_region(h, status); });
  return h.take_string();
}

std::string participant_fragments(const View& view, const domain::Workshop& workshop, RoomId room, GroupNumber group) {
  CHECK(view.form_token.empty());
  const Kept nothing;
  const Scene s{view, view.words, workshop, room, group_of(workshop, group), workshop.stage, nothing};
  Writer h;
  partial(h, "topp", view.seq, [&](Writer&) { participant_header(h, s); });
  partial(h, "innhold", view.seq, [&](Writer&) { main_region(h, s); });
  return h.take_string();
}

}  // namespace knippe::views
