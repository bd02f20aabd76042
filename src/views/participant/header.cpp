#include "views/components.h"
#include "views/participant/participant.h"
#include "views/participant/scene.h"

namespace knippe::views {
namespace {

void help_form(Writer& h, const Scene& s) {
  const bool waiting = s.group.wants_help;
  post_form(h, s, "hjelp", {.id = "hjelpskjema", .css = "hjelp"}, [&](Writer&) {
    h.button({cls("hjelp__knapp", waiting ? "hjelp__knapp--kalt" : ""), id("hjelp"), type("submit"), name("op"),
              value(waiting ? "avlys" : "be")},
             [&] {
               icon(h, waiting ? Icon::hand_finger_fill : Icon::hand_finger);
               h.span({cls("hjelp__ord")}, s.w(waiting ? "participant.help_coming" : "participant.help"));
               h.span({cls("ds-sr-only")}, s.w(waiting ? "participant.help_cancel" : "participant.help_from_facilitator"));
             });
  });
}

void group_link(Writer& h, const Scene& s) {
  h.a({cls("gruppe"), id("til-gruppa"), href(room_url(s.room, "gruppe"))}, [&] {
    icon(h, Icon::person_group);
    h.text(s.w.format("common.group", s.group.number.value));
  });
}

}  // namespace

void participant_header(Writer& h, const Scene& s) {
  const Words& w = s.w;
  const bool running = s.workshop.phase == domain::Phase::open;
  h.header({id("topp"), cls("dtopp"), data("seq", s.view.seq)}, [&] {
    h.div({cls("dtopp__rad")}, [&] {
      logo(h, w("common.product"));
      if (s.group.number)
        h.div({cls("dtopp__hoyre")}, [&] {
          if (running) help_form(h, s);
          group_link(h, s);
        });
    });
    if (s.workshop.phase == domain::Phase::draft) return;
    stage_progress(h, w, s.workshop.stage);
    h.div({cls("dtopp__rad dtopp__rad--steg")}, [&] {
      h.span([&] {
        h.slots(w("participant.stage_of"), stage_number(s.workshop.stage), domain::stage_count,
                [&] { h.b(stage_name(w, s.workshop.stage)); });
      });
      if (const domain::AloneRound* alone = running ? s.workshop.open_alone() : nullptr; alone && s.group.number)
        h.span({cls("dtopp__ferdige")}, s.w.format("alone.done_of", s.workshop.handed_in_alone(*alone, s.group.number), s.group.people()));
      if (running && s.workshop.stage != domain::Stage::pitch)
        timer(h, w, {.clock = s.workshop.clock, .now = s.view.now, .zone = s.workshop.settings.time_zone, .id = "stegtid"});
    });
  });
}

}  // namespace knippe::views
