#include "base/check.h"
#include "views/components.h"
#include "views/desk/regions.h"
#include "views/page.h"

namespace knippe::views {
namespace {

using namespace desk;

struct Region {
  std::string_view id;
  void (*write)(Writer&, const Desk&);
};
constexpr Region plan = {"desk-plan", plan_region}, top = {"desk-topp", top_region}, present = {"desk-naa", present_region};
constexpr Region wide_column[] = {{"desk-manus", script_region}, {"desk-nokkel", key_region}, {"desk-pitch", pitch_region}, {"desk-grupper", groups_region},
                                  {"desk-resultat", result_region}};
constexpr Region narrow_column[] = {{"desk-skjerm", screen_region}, {"desk-ko", queue_region}, {"desk-inngang", door_region}, {"desk-folk", people_region}};

void column(Writer& h, const Desk& d, std::span<const Region> regions) {
  h.div({cls("kkol")}, [&] {
    for (const Region& region : regions) region.write(h, d);
  });
}

void body(Writer& h, const Desk& d) {
  plan_region(h, d);
  h.div({cls("kmain")}, [&] {
    h.div({cls("kvarsler")}, [&] {
      message_region(h, d);
      warnings(h, d);
    });
    present_region(h, d);
    column(h, d, wide_column);
    column(h, d, narrow_column);
  });
}

void region_partial(Writer& h, const Desk& d, const Region& region) {
  partial(h, region.id, d.view.seq, [&](Writer&) { region.write(h, d); });
}

void all_partials(Writer& h, const Desk& d) {
  for (const Region& region : {top, plan, present}) region_partial(h, d, region);
  for (const Region& region : wide_column) region_partial(h, d, region);
  for (const Region& region : narrow_column) region_partial(h, d, region);
}

}  // namespace

std::string desk_page(const View& view, const domain::Workshop& workshop, const DeskExtras& extras, const Kept& kept) {
  const Desk d{view, view.words, workshop, extras, kept};
  const Frame frame{.w = view.words, .title = view.words.format("desk.title", workshop.about.title), .surface = Surface::desk,
                    .main_class = "krop", .command = view.form_token, .stream = desk_url(extras.room, "strom"), .live = true,
                    .warning = view.warning, .rehearsal = workshop.rehearsal};
  return page(frame, [&](Writer& h) { top_region(h, d); }, [&](Writer& h) { body(h, d); });
}

std::string desk_answer(const View& view, const domain::Workshop& workshop, const DeskExtras& extras, const Kept& kept) {
  const Desk d{view, view.words, workshop, extras, kept};
  Writer h;
  all_partials(h, d);
  partial(h, "desk-melding", view.seq, [&](Writer&) { message_region(h, d); });
  return h.take_string();
}

std::string desk_fragments(const View& view, const domain::Workshop& workshop, const DeskExtras& extras) {
  CHECK(view.form_token.empty());
  const Kept nothing;
  const Desk d{view, view.words, workshop, extras, nothing};
  Writer h;
  all_partials(h, d);
  return h.take_string();
}

}  // namespace knippe::views
