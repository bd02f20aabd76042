#include "views/projector/projector.h"

#include "views/components.h"
#include "views/page.h"
#include "views/projector/screen.h"

namespace knippe::views {
namespace {

using domain::ProjectorView;
using projector::Screen;

/// Without scripts the screen fetches itself anew this often.
constexpr int refresh_seconds = 5;

ProjectorView view_of(domain::Stage stage) {
  switch (stage) {
    case domain::Stage::welcome: return ProjectorView::join;
    case domain::Stage::keys: return ProjectorView::keys;
    case domain::Stage::supplement: return ProjectorView::supplements;
    case domain::Stage::rank: return ProjectorView::top;
    case domain::Stage::measures: return ProjectorView::measures;
    case domain::Stage::pitch: return ProjectorView::pitch;
    case domain::Stage::result: return ProjectorView::top;
  }
  __builtin_unreachable();
}

std::string_view scene_of(const Screen& s, ProjectorView shown) {
  switch (shown) {
    case ProjectorView::keys: return "nscene";
    case ProjectorView::pitch: return "pscene";
    case ProjectorView::join: return "bscene";
    case ProjectorView::follow:
    case ProjectorView::instructions:
    case ProjectorView::supplements:
    case ProjectorView::words:
    case ProjectorView::top:
    case ProjectorView::measures: return projector::scene_class(s);
    case ProjectorView::thanks: return "tscene";
  }
  __builtin_unreachable();
}

void picture(Writer& h, const Screen& s, ProjectorView shown) {
  switch (shown) {
    case ProjectorView::follow:
    case ProjectorView::instructions: return projector::instructions(h, s);
    case ProjectorView::join: return projector::join(h, s);
    case ProjectorView::keys: return projector::keys(h, s);
    case ProjectorView::supplements: return projector::supplements(h, s);
    case ProjectorView::words: return projector::words(h, s);
    case ProjectorView::top: return projector::top(h, s);
    case ProjectorView::measures: return projector::measures(h, s);
    case ProjectorView::pitch: return projector::pitch(h, s);
    case ProjectorView::thanks: return projector::thanks(h, s);
  }
}

/// The region that the stream morphs.
void region(Writer& h, const Screen& s) {
  const bool blank = s.workshop.projector.blank;
  const ProjectorView shown = shown_view(s.workshop);
  h.div({id("skjerm"), cls(blank ? "morklagt" : scene_of(s, shown)), data("seq", s.view.seq)}, [&] {
    if (blank) h.h1({cls("ds-sr-only")}, s.w("projector.blank"));
    else picture(h, s, shown);
  });
}

}  // namespace

domain::ProjectorView shown_view(const domain::Workshop& workshop) {
  if (workshop.projector.view != ProjectorView::follow) return workshop.projector.view;
  if (workshop.phase == domain::Phase::closed) return ProjectorView::thanks;
  return view_of(workshop.stage);
}

std::string projector_page(const View& view, const domain::Workshop& workshop, const ProjectorLink& link) {
  const Screen screen{view, view.words, workshop, link};
  const Frame frame{.w = view.words, .title = view.words.format("projector.title", workshop.about.title),
                    .surface = Surface::projector, .stream = link.stream, .style = "speakers.css", .simulated = workshop.simulated, .rehearsal = workshop.rehearsal, .footer = false, .refresh_s = refresh_seconds};
  return page(frame, [](Writer&) {}, [&](Writer& h) { region(h, screen); });
}

std::string projector_fragments(const View& view, const domain::Workshop& workshop, const ProjectorLink& link) {
  const Screen screen{view, view.words, workshop, link};
  Writer h;
  partial(h, "skjerm", view.seq, [&](Writer&) { region(h, screen); });
  return h.take_string();
}

}  // namespace knippe::views
