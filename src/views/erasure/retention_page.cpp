#include "views/erasure/retention_page.h"

#include "domain/limits.h"
#include "views/components.h"
#include "views/desk/parts.h"
#include "views/page.h"

namespace knippe::views {
namespace {

using namespace desk;

std::string_view error_at(const Desk& d, std::string_view key) {
  return d.kept.error && d.kept.error->message_key == key ? std::string_view("feil") : std::string_view();
}

void standing(Writer& h, const Desk& d, const RetentionLook& look) {
  const auto& zone = d.workshop.settings.time_zone;
  if (!look.decided) return h.p(d.w("retention.undecided"));
  if (look.what == "nothing") return h.p(d.w("retention.nothing_goes"));
  if (look.due) return h.p(d.w.format(look.what == "names" ? "retention.names_due" : "retention.all_due", d.w.date(*look.due, zone)));
  h.p(d.w.plural("retention.after_end", look.days));
}

void what_goes(Writer& h, const Desk& d, std::string_view chosen) {
  fieldset(h, d.w("retention.what"), [&](Writer&) {
    radio(h, {.id = "gaar-all", .name = "gaar", .value = "all", .label = d.w("retention.all"), .chosen = chosen == "all"});
    radio(h, {.id = "gaar-names", .name = "gaar", .value = "names", .label = d.w("retention.names"), .chosen = chosen == "names"});
    radio(h, {.id = "gaar-nothing", .name = "gaar", .value = "nothing", .label = d.w("retention.nothing"), .chosen = chosen == "nothing"});
  });
}

void form(Writer& h, const Desk& d, const RetentionLook& look) {
  const std::string days = std::to_string(look.days);
  const std::string about_days = error_at(d, "retention.days").empty() ? "" : d.w.error(*d.kept.error);
  const bool reason_wrong = d.kept.error && d.kept.error->message_key != "retention.days";
  page_form(h, d.view, desk_url(d.extras.room, "lagring"), {.css = "panel panelkropp sletteskjema", .id = "lagring"}, [&](Writer&) {
    what_goes(h, d, d.kept.field("gaar", look.what));
    text_field(h, d.w, {.id = "dager", .name = "dager", .label = d.w("retention.days"), .value = d.kept.field("dager", days),
                        .description = d.w("retention.days_hint"), .error = about_days, .inputmode = "numeric", .required = true});
    const std::string about_reason = reason_wrong ? d.w.error(*d.kept.error) : "";
    text_area(h, d.w, {.id = "grunn", .name = "grunn", .label = d.w("retention.reason"), .value = d.kept.field("grunn", look.reason),
                       .description = d.w("retention.reason_hint"), .error = about_reason, .max_length = domain::limits::reason});
    button(h, {.label = d.w("retention.save"), .id = "lagre", .name = "op", .value = "lagre"});
  });
}

}  // namespace

std::string retention_page(const View& view, const domain::Workshop& workshop, RoomId room, const RetentionLook& look, const Kept& kept) {
  DeskExtras extras;
  extras.room = room;
  const Desk d{view, view.words, workshop, extras, kept};
  const Frame frame{.w = view.words, .title = std::string(view.words("retention.title")), .surface = Surface::desk, .main_class = "sideinn",
                    .command = view.form_token, .style = "erasure.css", .warning = view.warning, .simulated = workshop.simulated, .rehearsal = workshop.rehearsal};
  return page(frame, [&](Writer& h) { workshop_header(h, d); },
              [&](Writer& h) {
                if (kept.error) {
                  const FieldError errors[] = {{kept.error->message_key == "retention.days" ? "dager" : "grunn", d.w.error(*kept.error)}};
                  error_summary(h, d.w, errors);
                }
                h.div({cls("sidetopp")}, [&] {
                  h.div([&] {
                    breadcrumbs(h, d.w, room, workshop.about.title, d.w("retention.title"));
                    h.h1(d.w("retention.title"));
                    h.p(d.w("retention.lead"));
                  });
                });
                h.div({cls("merliste")}, [&] {
                  h.section({cls("panel panelkropp"), id("naa")}, [&] { standing(h, d, look); });
                  form(h, d, look);
                });
              });
}

}  // namespace knippe::views
