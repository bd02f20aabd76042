#include "base/text.h"
#include "views/components.h"
#include "views/participant/participant.h"
#include "views/participant/scene.h"

namespace knippe::views {
namespace {

void when_and_where(Writer& h, const Scene& s) {
  const domain::Description& about = s.workshop.about;
  if (about.place.empty() && about.date.empty() && about.starts.empty()) return;
  h.p({cls("overlinje")}, [&] {
    bool first = true;
    const auto separate = [&] {
      if (!first) h.text(" · ");
      first = false;
    };
    if (!about.place.empty()) separate(), h.span({spoken(s)}, about.place);
    if (!about.date.empty()) separate(), h.text(s.w.plain_date(about.date));
    if (!about.starts.empty()) separate(), h.text(s.w.format("participant.starts", about.starts));
  });
}

void programme(Writer& h, const Scene& s) {
  section(h, "program-h", s.w("participant.welcome.programme"), {}, [&](Writer&) {
    h.ol({cls("program")}, [&] {
      for (const domain::StagePlan& plan : s.workshop.settings.stages) {
        if (plan.stage == domain::Stage::welcome) continue;
        const bool now = plan.stage == s.workshop.stage && s.workshop.phase == domain::Phase::open;
        h.li({cls("program__steg", now ? "program__steg--naa" : ""), when(now, aria_current("step"))}, [&] {
          h.span({cls("program__nr")}, stage_number(plan.stage));
          h.span({cls("program__tekst")}, [&] {
            h.b(stage_name(s.w, plan.stage));
            h.span(stage_line(s.w, plan.stage));
          });
          if (plan.minutes > 0) h.span({cls("program__min")}, s.w.plural("common.minutes", plan.minutes));
        });
      }
    });
  });
}

void own_table(Writer& h, const Scene& s) {
  const domain::Group& group = s.group;
  section(h, "bordet-h", group_label(s.w, group), s.w.plural("participant.people_here", group.people()), [&](Writer&) {
    h.div({cls("kort luft-liten")}, [&] {
      if (group.members.empty()) h.p(s.w("participant.welcome.no_members"));
      else
        h.ul({cls("medlemmer"), role("list")}, [&] {
          for (const std::string& member : group.members) h.li(member);
        });
      h.p({cls("luft-liten")}, [&] {
        h.a({cls("ds-link"), id("rediger-gruppa"), href(room_url(s.room, "gruppe"))}, s.w("participant.welcome.edit_group"));
      });
    });
  });
}

}  // namespace

void welcome_stage(Writer& h, const Scene& s) {
  const domain::Description& about = s.workshop.about;
  when_and_where(h, s);
  h.h1({cls("dtittel"), spoken(s)}, about.title);
  if (!about.question.empty()) h.p({cls("dingress sporsmal"), spoken(s)}, about.question);
  own_table(h, s);
  programme(h, s);
  if (s.is_open()) side_note(h, Icon::hourglass, [&](Writer&) { h.text(s.w("participant.welcome.wait")); });
}

}  // namespace knippe::views
