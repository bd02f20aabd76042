// A new workshop from the template, and changing one.

#include "store/store.h"
#include "views/archive/record.h"
#include "views/lang.h"
#include "web/desk_view.h"
#include "web/handlers.h"
#include "web/set_up_form.h"
#include "web/workshops.h"

namespace knippe::web {
namespace {

using domain::Template;
using domain::Workshop;

/// The one of 2017 when it is asked for by name; else the organisation's first template, and again the one of 2017 if there is none.
Template chosen_template(const Call& call) {
  if (call.request.query["mal"] == views::seminar_record().id) return domain::seminar_2017();
  auto& templates = call.site.store.templates();
  if (const auto list = templates.list(store::default_organisation); list && !list->empty())
    if (const auto kept = templates.find(list->front().id))
      if (auto made = domain::decode_template(kept->text)) return *std::move(made);
  return domain::seminar_2017();
}

struct Present {
  Template values;
  domain::Phase phase = domain::Phase::draft;
  bool rehearsal = false;
};

Result<Present> present_set_up(const Call& call) {
  return call.site.desk.read(call.room, [](const Workshop& w, Seq) -> Result<Present> {
    Present present{{w.template_name, w.settings, w.about, {}}, w.phase, w.rehearsal};
    for (const domain::Key& key : w.keys)
      if (!key.origin) present.values.keys.push_back(key);
    return present;
  });
}

http::Response show_form(const Call& call, const Present& present, const views::Kept& kept = {}, int status = 200) {
  return page_answer(views::set_up_page(call.view(), present.values, call.room, present.phase, kept, present.rehearsal), status);
}

http::Response refuse_form(const Call& call, const Present& typed, const Error& error) {
  return show_form(call, typed, kept_form(call, "oppsett", error), status_of(error.kind));
}

Status check_zone(const domain::Settings& settings) {
  if (!views::is_time_zone(settings.time_zone)) return bad_input("workshop.bad_time_zone");
  return {};
}

}  // namespace

http::Response new_workshop(const Call& call) {
  Present present{chosen_template(call), domain::Phase::draft};
  if (present.values.about.date.empty()) present.values.about.date = views::iso_date(call.site.clock.now(), present.values.settings.time_zone);
  return show_form(call, present);
}

http::Response create_workshop(const Call& call) {
  Present typed{read_set_up(call.form, chosen_template(call)), domain::Phase::draft};
  if (fill_in_minutes(call, typed.values.settings) || rearrange_keys(call, typed.values.keys)) return show_form(call, typed);
  if (const Status zone = check_zone(typed.values.settings); !zone) return refuse_form(call, typed, zone.error());
  const Template& made = typed.values;
  const auto room = make_workshop(call, {made.settings, made.about, made.keys, false, made.name});
  if (!room) return refuse_form(call, typed, room.error());
  return see_other(room_path("styring", *room));
}

http::Response set_up(const Call& call) {
  const auto present = present_set_up(call);
  return present ? show_form(call, *present) : error_answer(call, present.error());
}

http::Response change_set_up(const Call& call) {
  const auto present = present_set_up(call);
  if (!present) return error_answer(call, present.error());
  Present typed{present->values, present->phase, present->rehearsal};
  if (present->phase == domain::Phase::draft) {
    typed.values = read_set_up(call.form, present->values);
  } else {  // rules are fixed: only the description and the minutes are read
    const Template read = read_set_up(call.form, present->values);
    typed.values.about = read.about;
    typed.values.settings.stages = read.settings.stages;
  }
  if (fill_in_minutes(call, typed.values.settings)) return show_form(call, typed);
  if (present->phase == domain::Phase::draft && rearrange_keys(call, typed.values.keys)) return show_form(call, typed);
  if (const Status zone = check_zone(typed.values.settings); !zone) return refuse_form(call, typed, zone.error());
  const auto receipt = call.submit(domain::ChangeWorkshop{typed.values.settings, typed.values.about, typed.values.keys});
  if (!receipt) return refuse_form(call, typed, receipt.error());
  if (const Status listed = bring_up_to_date(call, call.room); !listed) return error_answer(call, listed.error());
  return see_other(room_path("styring", call.room));
}

}  // namespace knippe::web
