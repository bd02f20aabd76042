#include "views/erasure/retention_page.h"

#include "domain/limits.h"
#include "views/components.h"
#include "views/desk/parts.h"
#include "views/page.h"

namespace knippe::views {
namespace {

using namespace desk;

std::string_view error_at(const Keeping& k, std::string_view key) {
  return k.kept.error && k.kept.error->message_key == key ? std::string_view("feil") : std::string_view();
}

void what_goes(Writer& h, const Keeping& k, std::string_view chosen) {
  const Words& w = k.view.words;
  fieldset(h, w("retention.what"), [&](Writer&) {
    radio(h, {.id = "gaar-all", .name = "gaar", .value = "all", .label = w(k.of_case ? "case_trust.all" : "retention.all"), .chosen = chosen == "all"});
    radio(h, {.id = "gaar-names", .name = "gaar", .value = "names", .label = w(k.of_case ? "case_trust.names" : "retention.names"), .chosen = chosen == "names"});
    radio(h, {.id = "gaar-nothing", .name = "gaar", .value = "nothing", .label = w("retention.nothing"), .chosen = chosen == "nothing"});
  });
}

}  // namespace

std::string retention_standing(const Keeping& k, const RetentionLook& look) {
  const Words& w = k.view.words;
  if (!look.decided) return std::string(w(k.of_case ? "case_trust.undecided" : "retention.undecided"));
  if (look.what == "nothing") return std::string(w("retention.nothing_goes"));
  if (look.due && k.of_case) return w.format(look.what == "names" ? "case_trust.names_due" : "case_trust.all_due", w.date(*look.due, k.zone));
  if (look.due) return w.format(look.what == "names" ? "retention.names_due" : "retention.all_due", w.date(*look.due, k.zone));
  if (look.what == "names") return w.plural(k.of_case ? "case_trust.names_after_end" : "retention.names_after_end", look.days);
  return w.plural(k.of_case ? "case_trust.after_end" : "retention.after_end", look.days);
}

void retention_said(Writer& h, const Keeping& k, const RetentionLook& look, Attribute spoken) {
  h.p({id("lagring")}, retention_standing(k, look));
  if (!look.reason.empty()) h.p({spoken}, k.view.words.format("retention.because", look.reason));
}

void retention_form(Writer& h, const Keeping& k, const RetentionLook& look) {
  const Words& w = k.view.words;
  const std::string days = std::to_string(look.days);
  const std::string about_days = error_at(k, "retention.days").empty() ? "" : w.error(*k.kept.error);
  const bool reason_wrong = k.kept.error && k.kept.error->message_key != "retention.days";
  page_form(h, k.view, k.action, {.css = "panel panelkropp sletteskjema", .id = "lagring"}, [&](Writer&) {
    what_goes(h, k, k.kept.field("gaar", look.what));
    text_field(h, w, {.id = "dager", .name = "dager", .label = w(k.of_case ? "case_trust.days" : "retention.days"), .value = k.kept.field("dager", days),
                      .description = w("retention.days_hint"), .error = about_days, .inputmode = "numeric", .required = true});
    const std::string about_reason = reason_wrong ? w.error(*k.kept.error) : "";
    text_area(h, w, {.id = "grunn", .name = "grunn", .label = w("retention.reason"), .value = k.kept.field("grunn", look.reason),
                     .description = w("retention.reason_hint"), .error = about_reason, .max_length = domain::limits::reason});
    button(h, {.label = w("retention.save"), .id = "lagre", .name = "op", .value = "lagre"});
  });
}

std::string retention_page(const View& view, const domain::Workshop& workshop, RoomId room, const RetentionLook& look, const Kept& kept) {
  DeskExtras extras;
  extras.room = room;
  const Desk d{view, view.words, workshop, extras, kept};
  const Keeping keeping{view, kept, workshop.settings.time_zone, desk_url(room, "lagring"), false};
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
                  h.section({cls("panel panelkropp"), id("naa")}, [&] { h.p(retention_standing(keeping, look)); });
                  retention_form(h, keeping, look);
                });
              });
}

}  // namespace knippe::views
