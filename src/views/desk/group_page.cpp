#include "views/components.h"
#include "views/desk/group_forms.h"
#include "views/desk/status.h"
#include "views/page.h"

namespace knippe::views {
namespace {

using namespace desk;

void heading(Writer& h, const Table& t) {
  const Desk& d = t.d;
  const GroupStatus status = status_of(d.w, d.workshop, t.group);
  h.div({cls("sidetopp")}, [&] {
    h.div([&] {
      breadcrumbs(h, d.w, d.extras.room, d.workshop.about.title, d.w.format("common.group", t.group.number.value));
      h.h1(group_label(d.w, t.group));
      h.p(d.is_draft() ? std::string(d.w("desk.type_in_text"))
                       : std::string(stage_name(d.w, d.workshop.stage)) + ": " + status.text + ". " + std::string(d.w("desk.type_in_text")));
    });
  });
}

void what_went_wrong(Writer& h, const Table& t) {
  if (!t.d.kept.error) return;
  const std::string message = t.d.w.error(*t.d.kept.error), input = faulty_input(t.d.kept);
  if (input.empty()) return alert(h, Tone::danger, t.d.w("desk.not_done"), [&](Writer&) { h.p({cls("ds-paragraph")}, message); });
  const FieldError errors[] = {{input, message}};
  error_summary(h, t.d.w, errors);
}

void column(Writer& h, const Table& t, std::initializer_list<void (*)(Writer&, const Table&)> panels) {
  h.div({cls("kkol")}, [&] {
    for (const auto panel : panels) panel(h, t);
  });
}

}  // namespace

std::string group_desk_page(const View& view, const domain::Workshop& workshop, const DeskExtras& extras, GroupNumber group, const Kept& kept) {
  const Desk d{view, view.words, workshop, extras, kept};
  static const domain::Group nobody;
  const domain::Group* found = workshop.find_group(group);
  const Table t{d, found ? *found : nobody};
  const Frame frame{.w = view.words, .title = group_label(view.words, t.group), .surface = Surface::desk, .main_class = "sideinn",
                    .command = view.form_token, .warning = view.warning, .rehearsal = workshop.rehearsal};
  return page(frame, [&](Writer& h) { workshop_header(h, d); },
              [&](Writer& h) {
                what_went_wrong(h, t);
                heading(h, t);
                h.div({cls("tospalter")}, [&] {
                  column(h, t, {supplement_panel, ranking_panel, measures_panel, notes_panel, photos_panel});
                  column(h, t, {description_panel, phones_panel});
                });
              });
}

}  // namespace knippe::views
